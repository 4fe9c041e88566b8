'use client';

import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react';
import { describedBy, Field } from './field.tsx';
import { useField } from './form-context.tsx';

/** A labelled text field of an `ActionForm`. `isOptional` is said in words; fields are required otherwise. */
export function TextField({
  name,
  label,
  note,
  initial = '',
  type = 'text',
  autoComplete = 'off',
  maxLength,
  isOptional = false,
  rows,
}: {
  name: string;
  label: string;
  note?: string;
  initial?: string | undefined;
  type?: HTMLInputTypeAttribute;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  isOptional?: boolean;
  /** For a text of several lines. */
  rows?: number;
}) {
  const { id, sent, error } = useField(name);
  const shared = {
    ...describedBy(id, { note: note !== undefined, error }),
    name,
    maxLength,
    autoComplete,
    required: !isOptional,
    defaultValue: sent ?? initial,
  };
  return (
    <Field id={id} label={isOptional ? `${label} (boleh kosong)` : label} note={note} error={error}>
      {rows === undefined ? <input type={type} {...shared} /> : <textarea rows={rows} {...shared} />}
    </Field>
  );
}
