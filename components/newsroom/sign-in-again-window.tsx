'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { signInAgain } from './sign-in-again.ts';

const refusals = {
  refused: 'Surel atau kata sandi tidak cocok. Periksa lagi.',
  throttled: 'Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi.',
  failed: 'Peladen tidak menjawab. Coba lagi sebentar lagi.',
} as const;

/**
 * Signs in without leaving the text: the words stay on the screen and on this device meanwhile.
 * The window opens when it is asked for, since one that came by itself would catch the letters being typed.
 */
export function SignInAgain({ email, onSignedIn }: { email: string; onSignedIn: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [isTrying, startTrying] = useTransition();

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    startTrying(async () => {
      const outcome = await signInAgain(email, password);
      if (outcome === 'signed_in') onSignedIn();
      else setRefusal(refusals[outcome]);
    });
  };

  if (!isOpen) {
    return (
      <p className="notice notice-danger row" role="alert">
        Sesi Anda sudah berakhir. Ketikan Anda aman di perangkat ini dan terkirim sesudah Anda masuk lagi.
        <button type="button" onClick={() => setIsOpen(true)}>
          Masuk lagi
        </button>
      </p>
    );
  }
  return (
    <Dialog isOpen title="Sesi Anda sudah berakhir" onClose={() => setIsOpen(false)}>
      <p>Ketikan Anda aman di perangkat ini. Masuk lagi di sini untuk mengirimnya.</p>
      <form className="stack" noValidate onSubmit={send}>
        <Field id="masuk-lagi-surel" label="Surel">
          <input id="masuk-lagi-surel" type="email" autoComplete="username" value={email} readOnly />
        </Field>
        <Field id="masuk-lagi-sandi" label="Kata sandi" error={refusal}>
          <input
            {...describedBy('masuk-lagi-sandi', { error: refusal })}
            name="password"
            type="password"
            autoComplete="current-password"
            data-first
          />
        </Field>
        <div className="row">
          <button type="submit" className="button-main" aria-disabled={isTrying}>
            {isTrying ? 'Sebentar…' : 'Masuk'}
          </button>
          <button type="button" onClick={() => setIsOpen(false)}>
            Nanti saja
          </button>
        </div>
      </form>
    </Dialog>
  );
}
