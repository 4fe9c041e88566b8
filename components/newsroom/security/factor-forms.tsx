'use client';

import { useId } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Field } from '#components/ui/field.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { MakePasskey } from './passkey-button.tsx';

/** The second step of signing in, with a code. */
export function SecondStepForm({ action, goTo, label }: { action: FormAction; goTo: string; label: string }) {
  return (
    <ActionForm action={action} submit="Lanjutkan" hidden={{ goTo }}>
      <TextField
        name="code"
        label={label}
        note="Enam angka dari aplikasi, atau satu kode cadangan."
        autoComplete="one-time-code"
        maxLength={60}
      />
    </ActionForm>
  );
}

/** Shows again that it is you. */
export function ConfirmForm({ action, goTo, email }: { action: FormAction; goTo: string; email: string }) {
  return (
    <ActionForm action={action} submit="Konfirmasi" hidden={{ goTo }} className="stack narrow">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField name="password" label="Kata sandi" />
    </ActionForm>
  );
}

/** The first code of an authenticator app. */
export function AddTotpForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} submit="Pasang aplikasi ini" className="stack narrow">
      <TextField name="code" label="Kode enam angka di aplikasi" autoComplete="one-time-code" maxLength={10} />
    </ActionForm>
  );
}

/** A new passkey with a name. */
export function AddPasskeyForm({
  options,
  finish,
  device,
}: {
  options: Parameters<typeof MakePasskey>[0]['options'];
  finish: FormAction;
  device: string;
}) {
  const id = useId();
  return (
    <div className="stack narrow">
      <Field id={id} label="Nama kunci sandi" note="Agar Anda mengenalinya nanti.">
        <input id={id} defaultValue={device} maxLength={60} autoComplete="off" aria-describedby={`${id}-note`} />
      </Field>
      <MakePasskey options={options} finish={finish} label="Buat kunci sandi" nameField={id} />
    </div>
  );
}

/** The way out for somebody who cannot set up a second factor just now. Unsent words stay on the device. */
export function LeaveForm({ action }: { action: FormAction }) {
  return <ActionForm action={action} submit="Keluar dulu" tone="usual" />;
}

/** Removes a second factor. */
export function RemoveFactorForm({ action, factorId, name }: { action: FormAction; factorId: string; name: string }) {
  return (
    <ActionForm
      action={action}
      tone="usual"
      hidden={{ factorId }}
      className=""
      submit={
        <>
          Hapus<span className="visually-hidden"> {name}</span>
        </>
      }
    />
  );
}

/** Makes recovery codes and shows them this once. */
export function RecoveryCodesForm({ action, hasSome }: { action: FormAction<string[]>; hasSome: boolean }) {
  return (
    <ActionForm
      action={action}
      submit={hasSome ? 'Buat kode cadangan baru' : 'Buat kode cadangan'}
      tone={hasSome ? 'usual' : 'main'}
      outcome={(codes) => (
        <section className="notice stack recovery-codes" aria-label="Kode cadangan Anda">
          <p>
            <strong>Simpan sekarang: kode ini hanya tampil sekali.</strong> Cetak atau salin ke tempat yang aman, bukan
            di ponsel yang sama.
          </p>
          <ol>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
          <div className="row">
            <CopyButton text={codes.join('\n')} label="Salin semua" />
            <button type="button" onClick={() => window.print()}>
              Cetak
            </button>
          </div>
        </section>
      )}
    />
  );
}
