'use client';

import { useEffect, useRef } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { useField } from '#components/ui/form-context.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { passwordLimits } from '#lib/accounts/password-rules.ts';
import type { FormAction } from '#lib/action-state.ts';

/** The form where a code becomes a password. */
export function RedeemForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} submit="Simpan kata sandi">
      <CodeField />
      <PasswordField
        name="password"
        label="Kata sandi baru"
        note={`Paling sedikit ${passwordLimits.least} karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.`}
        isNew
      />
    </ActionForm>
  );
}

/** Takes the code out of the link, where it stands after `#`, and the link out of the history. */
function CodeField() {
  const { id, sent, error } = useField('code');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const code = decodeURIComponent(window.location.hash.slice(1));
    if (code === '' || input.current === null) return;
    input.current.value = code;
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return (
    <Field id={id} label="Kode" note="Dari admin; huruf besar dan kecil sama saja." error={error}>
      <input
        ref={input}
        {...describedBy(id, { note: true, error })}
        name="code"
        required
        defaultValue={sent}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={200}
      />
    </Field>
  );
}
