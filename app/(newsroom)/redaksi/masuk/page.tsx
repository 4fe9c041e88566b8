import { redirect } from 'next/navigation';
import { ShowPasskey } from '#components/newsroom/security/passkey-button.tsx';
import { ProviderEntry } from '#components/newsroom/security/provider-entry.tsx';
import { SignInForm } from '#components/newsroom/sign-in-form.tsx';
import { passkeysWork } from '#lib/accounts/passkeys.ts';
import { offeredProvider } from '#lib/accounts/sign-in-provider.ts';
import { redeemPath, securityPath } from '#lib/urls.ts';
import { ownPath } from '#lib/web/own-path.ts';
import { providerSentence, providerStart } from '#lib/web/provider-sign-in.ts';
import { mustSetUpFirst, optionalActor } from '#lib/web/session.ts';
import { signInAction, signInByPasskeyAction, signInOptionsAction } from './actions.ts';

export const metadata = { title: 'Masuk' };

type Props = { searchParams: Promise<{ tujuan?: string | string[]; pesan?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { tujuan, pesan } = await searchParams;
  const goTo = ownPath(typeof tujuan === 'string' ? tujuan : undefined);
  if ((await optionalActor()) !== null) redirect(goTo);
  if (await mustSetUpFirst()) redirect(securityPath);
  const provider = await offeredProvider();
  const refusal = provider === null ? undefined : providerSentence(pesan);
  return (
    <div className="door stack">
      <h1>Masuk ke ruang redaksi</h1>
      {pesan === 'sandi-tersimpan' && (
        <p className="notice notice-good" role="status">
          Kata sandi tersimpan. Silakan masuk.
        </p>
      )}
      {refusal !== undefined && (
        <p className="notice notice-danger" role="alert">
          {refusal}
        </p>
      )}
      {provider !== null && <ProviderEntry {...provider} start={providerStart(goTo)} />}
      <SignInForm action={signInAction} goTo={goTo} isMain={provider?.isThere !== true} />
      {passkeysWork() && (
        <ShowPasskey
          options={signInOptionsAction}
          finish={signInByPasskeyAction}
          hidden={{ goTo }}
          label="Masuk dengan kunci sandi"
        />
      )}
      <p className="small muted">
        Punya kode dari admin? <a href={redeemPath}>Tentukan kata sandi</a>. Lupa kata sandi? Minta kode atur ulang
        kepada admin.
      </p>
    </div>
  );
}
