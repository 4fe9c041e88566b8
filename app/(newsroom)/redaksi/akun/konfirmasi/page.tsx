import { ConfirmForm } from '#components/newsroom/security/factor-forms.tsx';
import { ShowPasskey } from '#components/newsroom/security/passkey-button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { confirmedMinutes } from '#lib/accounts/assurance.ts';
import { factorsOf } from '#lib/accounts/factor-reads.ts';
import { hasPassword } from '#lib/accounts/own-account.ts';
import { offeredProvider } from '#lib/accounts/sign-in-provider.ts';
import { accountPath, confirmPath } from '#lib/urls.ts';
import { ownPath } from '#lib/web/own-path.ts';
import { providerSentence, providerStart } from '#lib/web/provider-sign-in.ts';
import { requireStanding } from '#lib/web/session.ts';
import { confirmAction, confirmByPasskeyAction, confirmOptionsAction } from './actions.ts';

export const metadata = { title: 'Konfirmasi' };

type Props = { searchParams: Promise<{ tujuan?: string | string[]; pesan?: string | string[] }> };

export default async function ConfirmPage({ searchParams }: Props) {
  const { tujuan, pesan } = await searchParams;
  const { actor } = await requireStanding(confirmPath);
  const goTo = typeof tujuan === 'string' ? ownPath(tujuan) : '';
  const hasPasskey = (await factorsOf(actor.userId)).some(({ kind }) => kind === 'passkey');
  const provider = await offeredProvider();
  const refusal = provider === null ? undefined : providerSentence(pesan);
  return (
    <div className="page stack">
      <PageHeading title="Konfirmasi bahwa ini Anda" back={{ href: accountPath, label: 'Akun' }} />
      <p>
        Langkah yang penting meminta konfirmasi, agar orang lain yang duduk di depan layar Anda tidak dapat
        melakukannya. Konfirmasi berlaku {confirmedMinutes} menit.
      </p>
      {pesan === 'terkonfirmasi' && (
        <p className="notice notice-good" role="status">
          Terkonfirmasi. Tutup tab ini, lalu kirim lagi formulir Anda.
        </p>
      )}
      {refusal !== undefined && (
        <p className="notice notice-danger" role="alert">
          {refusal}
        </p>
      )}
      {provider?.isThere && (
        <div>
          <a className="button" href={providerStart(goTo, 'confirm')}>
            Konfirmasi lewat penyedia identitas
          </a>
        </div>
      )}
      {hasPasskey && (
        <ShowPasskey
          options={confirmOptionsAction}
          finish={confirmByPasskeyAction}
          hidden={{ goTo }}
          label="Konfirmasi dengan kunci sandi"
        />
      )}
      {(await hasPassword(actor.userId)) ? (
        <ConfirmForm action={confirmAction} goTo={goTo} email={actor.email} />
      ) : (
        provider?.isThere !== true && (
          <p>
            Akun Anda tidak punya kata sandi di sini, dan penyedia identitas sedang tidak dapat dipakai. Coba lagi
            beberapa menit lagi, atau minta kode kepada admin.
          </p>
        )
      )}
    </div>
  );
}
