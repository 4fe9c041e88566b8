'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { passwordLimits } from '#lib/accounts/password-rules.ts';
import type { FormAction } from '#lib/action-state.ts';

/** Changes one's own password. */
export function ChangePasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <ActionForm action={action} submit="Ganti kata sandi" className="stack narrow">
      {/* Lets password managers know whose password changes. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField name="currentPassword" label="Kata sandi sekarang" />
      <PasswordField
        name="newPassword"
        label="Kata sandi baru"
        note={`Paling sedikit ${passwordLimits.least} karakter. Semua perangkat lain akan dikeluarkan.`}
        isNew
      />
    </ActionForm>
  );
}

/** Ends one of one's own sessions. */
export function EndSessionForm({
  action,
  sessionId,
  device,
}: {
  action: FormAction;
  sessionId: string;
  device: string;
}) {
  return (
    <ActionForm
      action={action}
      tone="usual"
      hidden={{ sessionId }}
      className=""
      submit={
        <>
          Keluarkan<span className="visually-hidden"> {device}</span>
        </>
      }
    />
  );
}

/** Signs out everywhere. */
export function EndAllSessionsForm({ action }: { action: FormAction }) {
  return <ActionForm action={action} submit="Keluar dari semua perangkat" tone="danger" />;
}
