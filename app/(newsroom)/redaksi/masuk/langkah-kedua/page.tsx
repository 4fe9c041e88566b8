import { redirect } from 'next/navigation';
import { SecondStepForm } from '#components/newsroom/security/factor-forms.tsx';
import { ShowPasskey } from '#components/newsroom/security/passkey-button.tsx';
import { signInPath } from '#lib/urls.ts';
import { ownPath, signInPathFrom } from '#lib/web/own-path.ts';
import { secondStepHere } from '#lib/web/second-step.ts';
import { secondStepOptionsAction, takeSecondStepAction, takeSecondStepByPasskeyAction } from './actions.ts';

export const metadata = { title: 'Langkah kedua' };

type Props = { searchParams: Promise<{ tujuan?: string | string[] }> };

export default async function SecondStepPage({ searchParams }: Props) {
  const { tujuan } = await searchParams;
  const goTo = ownPath(typeof tujuan === 'string' ? tujuan : undefined);
  const owed = await secondStepHere();
  if (owed === null) redirect(signInPathFrom(goTo));
  return (
    <div className="door stack">
      <h1>Langkah kedua</h1>
      <p>Hampir selesai. Tunjukkan sekali lagi bahwa ini Anda.</p>
      {owed.hasPasskey && (
        <ShowPasskey
          options={secondStepOptionsAction}
          finish={takeSecondStepByPasskeyAction}
          hidden={{ goTo }}
          label="Pakai kunci sandi"
        />
      )}
      <SecondStepForm action={takeSecondStepAction} goTo={goTo} label={owed.hasApp ? 'Kode' : 'Kode cadangan'} />
      <p className="small muted">
        Ponsel hilang dan kode cadangan tidak ada? Minta admin menghapus langkah kedua Anda.{' '}
        <a href={signInPath}>Mulai dari awal</a>
      </p>
    </div>
  );
}
