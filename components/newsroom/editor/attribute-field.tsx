'use client';

import { useId } from 'react';
import { choosesSlots } from './slot-in-field.ts';
import { useOwnText } from './use-own-text.ts';

/** A field for words that belong to a block and are not part of its text. */
export function AttributeField({
  name,
  label,
  value,
  onChange,
  limit,
  isEditable,
  isFirst = false,
  placeholder,
}: {
  /** The attribute, by which an issue finds its field. */
  name: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** The most characters it takes. */
  limit: number;
  isEditable: boolean;
  /** Where writing begins when the block is new. */
  isFirst?: boolean;
  placeholder?: string;
}) {
  const id = useId();
  const [text, change] = useOwnText(value, onChange);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...choosesSlots}
        id={id}
        value={text}
        maxLength={limit}
        readOnly={!isEditable}
        autoComplete="off"
        placeholder={placeholder}
        data-place={name}
        data-begin={isFirst ? '' : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}
