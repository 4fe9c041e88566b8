import { QrCode } from '#components/article/qr-code.tsx';
import { Moment } from '#components/newsroom/moment.tsx';
import {
  AddPasskeyForm,
  AddTotpForm,
  LeaveForm,
  RecoveryCodesForm,
  RemoveFactorForm,
} from '#components/newsroom/security/factor-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { confirmedMinutes, isConfirmed, needsSecondFactor } from '#lib/accounts/assurance.ts';
import { factorsOf, type OwnFactor } from '#lib/accounts/factor-reads.ts';
import { zoneOf } from '#lib/accounts/own-account.ts';
import { passkeysWork } from '#lib/accounts/passkeys.ts';
import { openRecoveryCodes } from '#lib/accounts/recovery-codes.ts';
import { newTotp } from '#lib/accounts/totp.ts';
import { accountPath, confirmPath, deskPath, securityPath } from '#lib/urls.ts';
import { requestOrigin, requireStanding } from '#lib/web/session.ts';
import { signOut } from '../../actions.ts';
import {
  addPasskeyAction,
  addTotpAction,
  makeRecoveryCodesAction,
  newPasskeyOptionsAction,
  removeFactorAction,
} from './actions.ts';

export const metadata = { title: 'Langkah kedua saat masuk' };

type Props = { searchParams: Promise<{ pesan?: string | string[] }> };

export default async function SecurityPage({ searchParams }: Props) {
  const { pesan } = await searchParams;
  const held = await requireStanding(securityPath);
  const { userId, roles } = held.actor;
  const [factors, openCodes, timeZone] = await Promise.all([
    factorsOf(userId),
    openRecoveryCodes(userId),
    zoneOf(userId),
  ]);
  const mayChange = isConfirmed(held);
  const mustSetUp = held.standing === 'must_set_up';
  return (
    <div className="page stack">
      <PageHeading
        title="Langkah kedua saat masuk"
        {...(mustSetUp ? {} : { back: { href: accountPath, label: 'Akun' } })}
      />
      {(pesan === 'terpasang' || pesan === 'dihapus') && (
        <p className="notice notice-good" role="status">
          Langkah kedua {pesan}. Semua perangkat lain sudah dikeluarkan.
        </p>
      )}
      {mustSetUp ? (
        <p className="notice notice-warn">
          <strong>Satu langkah lagi.</strong> Peran Anda dapat menerbitkan atau mengatur akun, jadi kata sandi saja
          tidak cukup. Pasang kunci sandi atau aplikasi autentikator untuk mulai bekerja.
        </p>
      ) : (
        <p>
          Dengan langkah kedua, orang yang mengetahui kata sandi Anda tetap tidak bisa masuk.{' '}
          {needsSecondFactor(roles) ? 'Peran Anda mewajibkannya.' : 'Bagi peran Anda ini sukarela, dan dianjurkan.'}
        </p>
      )}
      {factors.length > 0 && <OwnFactors factors={factors} timeZone={timeZone} mayChange={mayChange} />}
      {!mayChange && (
        <p className="notice">
          Untuk mengubahnya, <a href={`${confirmPath}?tujuan=${securityPath}`}>konfirmasi dulu bahwa ini Anda</a>.
          Konfirmasi berlaku {confirmedMinutes} menit.
        </p>
      )}
      {factors.length > 0 && (
        <section className="card stack" aria-labelledby="cadangan">
          <h2 id="cadangan">Kode cadangan</h2>
          <p>
            {openCodes === 0
              ? 'Anda belum punya kode cadangan. Buat sekarang: dengannya Anda tetap bisa masuk bila ponsel hilang.'
              : `${openCodes} kode cadangan masih berlaku. Membuat yang baru membatalkan semua yang lama.`}
          </p>
          {mayChange && <RecoveryCodesForm action={makeRecoveryCodesAction} hasSome={openCodes > 0} />}
          {openCodes > 0 && pesan === 'terpasang' && <a href={deskPath}>Mulai bekerja</a>}
        </section>
      )}
      {mayChange && (
        <>
          <section className="card stack" aria-labelledby="kunci">
            <h2 id="kunci">Kunci sandi</h2>
            <NewPasskey />
          </section>
          {!factors.some(({ kind }) => kind === 'totp') && (
            <section className="card stack" aria-labelledby="aplikasi">
              <h2 id="aplikasi">Aplikasi autentikator</h2>
              <NewApp {...newTotp(held)} />
            </section>
          )}
        </>
      )}
      {mustSetUp && <LeaveForm action={signOut} />}
    </div>
  );
}

function OwnFactors({
  factors,
  timeZone,
  mayChange,
}: {
  factors: readonly OwnFactor[];
  timeZone: string;
  mayChange: boolean;
}) {
  return (
    <section className="card stack" aria-labelledby="terpasang">
      <h2 id="terpasang">Terpasang</h2>
      <DataTable
        caption="Langkah kedua yang terpasang"
        columns={['Nama', 'Jenis', 'Dipasang', 'Terakhir dipakai', ...(mayChange ? [''] : [])]}
        rows={factors.map((factor) => ({
          key: factor.factorId,
          cells: [
            factor.name,
            factor.kind === 'totp' ? 'Aplikasi' : `Kunci sandi${factor.isSynced ? ', di beberapa perangkat' : ''}`,
            <Moment key="dipasang" at={factor.createdAt} timeZone={timeZone} isShort />,
            factor.lastUsedAt === null ? (
              'Belum'
            ) : (
              <Moment key="pakai" at={factor.lastUsedAt} timeZone={timeZone} isShort />
            ),
            ...(mayChange
              ? [
                  <RemoveFactorForm
                    key="hapus"
                    action={removeFactorAction}
                    factorId={factor.factorId}
                    name={factor.name}
                  />,
                ]
              : []),
          ],
        }))}
      />
    </section>
  );
}

async function NewPasskey() {
  if (!passkeysWork()) {
    return (
      <p>
        Kunci sandi memerlukan alamat berupa nama. Pemasangan ini dibuka dengan alamat angka, jadi peramban tidak
        menawarkannya.
      </p>
    );
  }
  const { device } = await requestOrigin();
  return (
    <>
      <p>
        Paling mudah dan paling aman: buka kunci ponsel atau laptop dengan sidik jari, wajah, atau PIN. Kunci sandi
        tidak dapat dipakai di situs tiruan.
      </p>
      <AddPasskeyForm options={newPasskeyOptionsAction} finish={addPasskeyAction} device={device} />
    </>
  );
}

function NewApp({ secret, uri }: { secret: string; uri: string }) {
  return (
    <>
      <p>Pindai kode ini dengan aplikasi autentikator di ponsel Anda, lalu tulis enam angka yang muncul.</p>
      <div className="factor-qr">
        <QrCode text={uri} label="Kode QR untuk aplikasi autentikator" />
      </div>
      <p className="small">
        Tidak bisa memindai? Ketik kunci ini di aplikasi:{' '}
        <code className="factor-secret">{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
      </p>
      <AddTotpForm action={addTotpAction} />
    </>
  );
}
