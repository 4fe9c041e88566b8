'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';

/** The form of the sign-in page. @param isMain whether it is the first way in, or stands after another */
export function SignInForm({ action, goTo, isMain }: { action: FormAction; goTo: string; isMain: boolean }) {
  return (
    <ActionForm action={action} submit="Masuk" tone={isMain ? 'main' : 'usual'} hidden={{ goTo }}>
      <TextField name="email" label="Surel" type="email" autoComplete="username" />
      <PasswordField name="password" label="Kata sandi" />
    </ActionForm>
  );
}
