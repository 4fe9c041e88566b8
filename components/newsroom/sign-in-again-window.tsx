'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { describedBy, Field } from '#components/ui/field.tsx';
import { signInPath } from '#lib/urls.ts';
import { PasskeyAgain } from './security/passkey-again.tsx';
import { signInAgain } from './sign-in-again.ts';

const refusals = {
  second_step: 'Kata sandi cocok. Tulis kode dari aplikasi autentikator, atau satu kode cadangan.',
  code_refused: 'Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya.',
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
  const [refusal, setRefusal] = useState<keyof typeof refusals>();
  const [wantsCode, setWantsCode] = useState(false);
  const [isTrying, startTrying] = useTransition();

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const sent = (name: string) => String(form.get(name) ?? '');
    startTrying(async () => {
      const outcome = await signInAgain(email, sent('password'), sent('code'));
      if (outcome === 'signed_in') return onSignedIn();
      setRefusal(outcome);
      if (outcome === 'second_step') setWantsCode(true);
    });
  };

  const isOfCode = refusal === 'second_step' || refusal === 'code_refused';
  const told = refusal === undefined ? undefined : refusals[refusal];
  const [ofPassword, ofCode] = isOfCode ? [undefined, told] : [told, undefined];

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
        <Field id="masuk-lagi-sandi" label="Kata sandi" error={ofPassword}>
          <input
            {...describedBy('masuk-lagi-sandi', { error: ofPassword })}
            name="password"
            type="password"
            autoComplete="current-password"
            data-first
          />
        </Field>
        {wantsCode && (
          <Field
            id="masuk-lagi-kode"
            label="Kode"
            note="Enam angka dari aplikasi, atau satu kode cadangan."
            error={ofCode}
          >
            <input
              {...describedBy('masuk-lagi-kode', { note: true, error: ofCode })}
              name="code"
              autoComplete="one-time-code"
              maxLength={60}
            />
          </Field>
        )}
        <p className="small muted">
          Masuk dengan cara lain?{' '}
          <a href={signInPath} target="_blank" rel="noopener">
            Masuk di tab baru
          </a>
          , lalu kembali ke sini.
        </p>
        <div className="row">
          <button type="submit" className="button-main" aria-disabled={isTrying}>
            {isTrying ? 'Sebentar…' : 'Masuk'}
          </button>
          <button type="button" onClick={() => setIsOpen(false)}>
            Nanti saja
          </button>
        </div>
      </form>
      <PasskeyAgain onSignedIn={onSignedIn} />
    </Dialog>
  );
}
