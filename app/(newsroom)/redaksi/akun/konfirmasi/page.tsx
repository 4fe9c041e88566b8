import { ConfirmForm } from '#components/newsroom/security/factor-forms.tsx';
import { ShowPasskey } from '#components/newsroom/security/passkey-button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { confirmedMinutes } from '#lib/accounts/assurance.ts';
import { factorsOf } from '#lib/accounts/factor-reads.ts';
import { accountPath, confirmPath } from '#lib/urls.ts';
import { ownPath } from '#lib/web/own-path.ts';
import { requireStanding } from '#lib/web/session.ts';
import { confirmAction, confirmByPasskeyAction, confirmOptionsAction } from './actions.ts';

export const metadata = { title: 'Konfirmasi' };

type Props = { searchParams: Promise<{ tujuan?: string | string[] }> };

export default async function ConfirmPage({ searchParams }: Props) {
  const { tujuan } = await searchParams;
  const { actor } = await requireStanding(confirmPath);
  const goTo = typeof tujuan === 'string' ? ownPath(tujuan) : '';
  const hasPasskey = (await factorsOf(actor.userId)).some(({ kind }) => kind === 'passkey');
  return (
    <div className="page stack">
      <PageHeading title="Konfirmasi bahwa ini Anda" back={{ href: accountPath, label: 'Akun' }} />
      <p>
        Langkah yang penting meminta konfirmasi, agar orang lain yang duduk di depan layar Anda tidak dapat
        melakukannya. Konfirmasi berlaku {confirmedMinutes} menit.
      </p>
      {hasPasskey && (
        <ShowPasskey
          options={confirmOptionsAction}
          finish={confirmByPasskeyAction}
          hidden={{ goTo }}
          label="Konfirmasi dengan kunci sandi"
        />
      )}
      <ConfirmForm action={confirmAction} goTo={goTo} email={actor.email} />
    </div>
  );
}
