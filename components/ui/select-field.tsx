'use client';

import { describedBy, Field } from './field.tsx';
import { useField } from './form-context.tsx';

export type Choice = { value: string; label: string };

/** A labelled native list of an `ActionForm`: phones show their own, and it needs no script. */
export function SelectField({
  name,
  label,
  note,
  initial = '',
  choices,
  empty,
}: {
  name: string;
  label: string;
  note?: string;
  initial?: string | undefined;
  choices: readonly Choice[];
  /** The line for nothing chosen, if that is a choice. */
  empty?: string;
}) {
  const { id, sent, error } = useField(name);
  const value = sent ?? initial;
  return (
    <Field id={id} label={label} note={note} error={error}>
      {/* React resets forms after an action and forgets the default of a list; a new key keeps it. */}
      <select key={value} {...describedBy(id, { note: note !== undefined, error })} name={name} defaultValue={value}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
