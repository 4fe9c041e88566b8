import type { ReactNode } from 'react';

/**
 * A labelled place for one control, with what helps and what is wrong beside it. The control
 * names both through `describedBy(id, …)`.
 */
export function Field({
  id,
  label,
  note,
  error,
  children,
}: {
  id: string;
  label: ReactNode;
  note?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {note && (
        <p id={`${id}-note`} className="field-note">
          {note}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** The attributes that tie a control to its note and its error. */
export function describedBy(id: string, has: { note?: boolean; error?: string | undefined }) {
  const ids = [has.note ? `${id}-note` : '', has.error ? `${id}-error` : ''].filter((part) => part !== '');
  return {
    id,
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': has.error ? true : undefined,
  };
}
