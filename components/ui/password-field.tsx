'use client';

import { useEffect, useState } from 'react';
import { describedBy, Field } from './field.tsx';
import { useField } from './form-context.tsx';

/** A password field of an `ActionForm`. Its owner may look at what was typed; pasting and managers work. */
export function PasswordField({
  name,
  label,
  note,
  isNew = false,
}: {
  name: string;
  label: string;
  note?: string;
  /** Lets password managers propose one. */
  isNew?: boolean;
}) {
  const { id, error } = useField(name);
  const [isShown, setShown] = useState(false);
  // Without script there is nothing that could show it, so no button either.
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  return (
    <Field id={id} label={label} note={note} error={error}>
      <div className="with-button">
        <input
          {...describedBy(id, { note: note !== undefined, error })}
          type={isShown ? 'text' : 'password'}
          name={name}
          required
          autoComplete={isNew ? 'new-password' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
        />
        {hasScript && (
          <button type="button" aria-pressed={isShown} aria-controls={id} onClick={() => setShown(!isShown)}>
            {isShown ? 'Sembunyikan' : 'Tampilkan'}
          </button>
        )}
      </div>
    </Field>
  );
}
