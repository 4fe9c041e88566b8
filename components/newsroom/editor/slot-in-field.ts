import type { FocusEvent, MouseEvent } from 'react';
import { slotsIn } from '#lib/language/slots.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** The place to fill at an offset of a text, brackets and all: within it or at its edge. */
export function slotAt(text: string, offset: number): { start: number; end: number } | undefined {
  return slotsIn(text).find(({ start, end }) => start <= offset && offset <= end);
}

/**
 * For a field whose words may hold places to fill. As in the text, a tap on one chooses it whole and a second tap
 * sets the caret there; a field that is nothing but one is chosen whole by whatever leads into it.
 */
export const choosesSlots = { onClick: chooseTapped, onFocus: chooseWhole };

function chooseTapped({ currentTarget: field }: MouseEvent<TextField>): void {
  const { selectionStart, selectionEnd, value, readOnly, dataset } = field;
  const slot =
    readOnly || selectionStart === null || selectionStart !== selectionEnd ? undefined : slotAt(value, selectionStart);
  const key = slot && `${slot.start}-${slot.end}`;
  const isSecond = key === dataset['chosen'];
  if (key === undefined || isSecond) delete dataset['chosen'];
  else dataset['chosen'] = key;
  if (slot !== undefined && !isSecond) field.setSelectionRange(slot.start, slot.end);
}

function chooseWhole({ currentTarget: field }: FocusEvent<TextField>): void {
  const slot = field.readOnly ? undefined : slotAt(field.value, 0);
  if (slot?.end === field.value.length) field.select();
}
