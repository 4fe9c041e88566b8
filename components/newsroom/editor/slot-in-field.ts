import type { MouseEvent } from 'react';
import { slotsIn } from '#lib/language/slots.ts';

/** The place to fill around an offset of a text, brackets and all. */
export function slotAt(text: string, offset: number): { start: number; end: number } | undefined {
  return slotsIn(text).find(({ start, end }) => start < offset && offset < end);
}

/** In a field as in the text: a tap into a place to fill chooses it whole, a second one sets the caret there. */
export function chooseSlot({ currentTarget: field }: MouseEvent<HTMLTextAreaElement>): void {
  const { selectionStart, selectionEnd, value, readOnly, dataset } = field;
  const slot = readOnly || selectionStart !== selectionEnd ? undefined : slotAt(value, selectionStart);
  const key = slot && `${slot.start}-${slot.end}`;
  const isSecond = key === dataset['chosen'];
  if (key === undefined || isSecond) delete dataset['chosen'];
  else dataset['chosen'] = key;
  if (slot !== undefined && !isSecond) field.setSelectionRange(slot.start, slot.end);
}
