'use client';

import { useField } from './form-context.tsx';

/** A box to tick, of an `ActionForm`. */
export function TickField({
  name,
  label,
  note,
  initial = false,
}: {
  name: string;
  label: string;
  note?: string;
  initial?: boolean | undefined;
}) {
  const { id, sent, wasSent } = useField(name);
  // A box left empty is not sent at all.
  const isTicked = wasSent ? sent === 'on' : initial;
  return (
    <div className="field">
      <label className="choice">
        <input
          key={String(isTicked)}
          id={id}
          type="checkbox"
          name={name}
          defaultChecked={isTicked}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
        />
        {label}
      </label>
      {note !== undefined && (
        <p id={`${id}-note`} className="field-note">
          {note}
        </p>
      )}
    </div>
  );
}
