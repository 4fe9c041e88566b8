'use client';

import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { useEffect, useState, useTransition } from 'react';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { passkeyChallenge, signInAgainByPasskey } from '../sign-in-again.ts';

const refusals = {
  declined: 'Kunci sandi tidak jadi dipakai. Coba lagi, atau pakai cara lain.',
  refused: 'Kunci sandi ini tidak dikenal di sini. Pakai cara lain.',
  throttled: 'Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi.',
  failed: 'Peladen tidak menjawab. Coba lagi sebentar lagi.',
} as const;

/** Signs in by passkey without leaving the page; nothing where browser or address know none. */
export function PasskeyAgain({ onSignedIn }: { onSignedIn: () => void }) {
  const [isOffered, setOffered] = useState(false);
  const [told, setTold] = useState<keyof typeof refusals>();
  const [isAsking, startAsking] = useTransition();
  useEffect(() => {
    if (!browserSupportsWebAuthn()) return;
    passkeyChallenge().then(
      (challenge) => setOffered(challenge !== null),
      () => setOffered(false),
    );
  }, []);
  if (!isOffered) return null;

  const show = () => {
    if (isAsking) return;
    setTold(undefined);
    startAsking(async () => {
      const outcome = await askDevice();
      if (outcome === 'signed_in') onSignedIn();
      else setTold(outcome);
    });
  };

  return (
    <div className="stack">
      {told !== undefined && <ErrorSummary title={refusals[told]} issues={[]} />}
      <div>
        <button type="button" aria-disabled={isAsking} onClick={show}>
          {isAsking ? 'Menunggu perangkat…' : 'Masuk dengan kunci sandi'}
        </button>
      </div>
    </div>
  );
}

async function askDevice(): Promise<'signed_in' | keyof typeof refusals> {
  const optionsJSON = await passkeyChallenge().catch(() => null);
  if (optionsJSON === null) return 'failed';
  // The browser does not say whether its owner declined, waited too long or has none.
  const answer = await startAuthentication({ optionsJSON }).catch(() => undefined);
  if (answer === undefined) return 'declined';
  const outcome = await signInAgainByPasskey(answer).catch(() => 'failed' as const);
  return outcome === 'signed_in' || outcome === 'refused' || outcome === 'throttled' ? outcome : 'failed';
}
