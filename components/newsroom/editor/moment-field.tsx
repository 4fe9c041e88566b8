'use client';

import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { zoneName } from '#lib/newsroom/labels.ts';
import { localMoment, momentOf } from '../review/local-moment.ts';

/**
 * A date and time of the portal's zone; the words hold it as an ISO moment with its offset. A year
 * that is still being typed (`0002`) is not yet a moment: the field keeps it to itself.
 */
export function MomentField({
  id,
  label,
  note,
  value,
  isEditable,
  timeZone,
  onChange,
}: {
  id: string;
  label: string;
  note?: string | undefined;
  /** An ISO moment; empty for none. */
  value: string;
  isEditable: boolean;
  timeZone: string;
  onChange: (value: string) => void;
}) {
  const shown = value === '' ? '' : localMoment(new Date(value), timeZone);
  const [typed, setTyped] = useState(shown);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(shown);
  }
  return (
    <Field id={id} label={`${label} (${zoneName(timeZone)})`} note={note}>
      <input
        id={id}
        type="datetime-local"
        aria-describedby={note ? `${id}-note` : undefined}
        min={earliest}
        max={latest}
        value={typed}
        readOnly={!isEditable}
        onChange={({ target }) => {
          setTyped(target.value);
          const isWhole = target.value >= earliest && target.value <= latest;
          if (!isWhole && target.value !== '') return;
          const next = target.value === '' ? '' : momentOf(target.value, timeZone);
          setSeen(next);
          onChange(next);
        }}
      />
    </Field>
  );
}

const earliest = '2000-01-01T00:00';
const latest = '2100-01-01T00:00';
