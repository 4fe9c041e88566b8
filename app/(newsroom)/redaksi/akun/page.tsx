import { AccountDataForm } from '#components/newsroom/account-data-form.tsx';
import { ChangePasswordForm, EndAllSessionsForm, EndSessionForm } from '#components/newsroom/account-forms.tsx';
import { RoleList } from '#components/newsroom/admin/role-list.tsx';
import { Moment } from '#components/newsroom/moment.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { factorsOf } from '#lib/accounts/factor-reads.ts';
import { hasPassword, ownPlace, ownSessions } from '#lib/accounts/own-account.ts';
import { sessionHours } from '#lib/accounts/sessions.ts';
import { config } from '#lib/config.ts';
import { accountPath, securityPath } from '#lib/urls.ts';
import { currentSession, requireActor } from '#lib/web/session.ts';
import { changePasswordAction, endAllSessionsAction, endSessionAction } from './actions.ts';
import { OwnLeave } from './own-leave.tsx';

export const metadata = { title: 'Akun' };

export default async function AccountPage() {
  const actor = await requireActor(accountPath);
  const [session, sessions, { roles, timeZone }, factors, hasOwnPassword] = await Promise.all([
    currentSession(),
    ownSessions(actor),
    ownPlace(actor),
    factorsOf(actor.userId),
    hasPassword(actor.userId),
  ]);
  return (
    <div className="page stack">
      <PageHeading title="Akun" />
      <section className="card stack" aria-labelledby="anda">
        <h2 id="anda">Anda</h2>
        <p>
          {actor.name}
          <br />
          <span className="muted">{actor.email}</span>
        </p>
        <RoleList roles={roles} timeZone={timeZone} />
        <p className="small muted">Nama, surel, nomor, dan peran diubah oleh admin.</p>
      </section>
      <OwnLeave actor={actor} timeZone={timeZone} />
      <section className="card stack" aria-labelledby="kata-sandi">
        <h2 id="kata-sandi">Kata sandi</h2>
        {hasOwnPassword ? (
          <ChangePasswordForm action={changePasswordAction} email={actor.email} />
        ) : (
          <p>
            Akun Anda tidak punya kata sandi di sini: Anda masuk lewat penyedia identitas. Bila memerlukannya, minta
            kode kepada admin.
          </p>
        )}
      </section>
      <section className="card stack" aria-labelledby="langkah-kedua">
        <h2 id="langkah-kedua">Langkah kedua saat masuk</h2>
        <p>
          {factors.length > 0
            ? `Terpasang: ${factors.map(({ name }) => name).join(', ')}.`
            : 'Belum terpasang: siapa pun yang mengetahui kata sandi Anda dapat masuk.'}
        </p>
        {config().secondFactor === 'voluntary' && (
          <p className="small muted">
            Di portal contoh ini langkah kedua sukarela, karena kata sandi akun contoh diketahui umum. Pada pemasangan
            sungguhan, redaktur, redaktur pelaksana, dan admin wajib memasangnya.
          </p>
        )}
        <p>
          <a href={securityPath}>{factors.length > 0 ? 'Atur langkah kedua' : 'Pasang langkah kedua'}</a>
        </p>
      </section>
      <section className="card stack" aria-labelledby="perangkat">
        <h2 id="perangkat">Perangkat yang sedang masuk</h2>
        <DataTable
          caption="Perangkat yang sedang masuk dengan akun Anda"
          columns={['Perangkat', 'Masuk', 'Terakhir dipakai', '']}
          rows={sessions.map((entry) => ({
            key: entry.sessionId,
            cells: [
              entry.device || 'Perangkat lain',
              <Moment key="masuk" at={entry.createdAt} timeZone={timeZone} />,
              <Moment key="terakhir" at={entry.lastSeenAt} timeZone={timeZone} />,
              entry.sessionId === session?.sessionId ? (
                'Perangkat ini'
              ) : (
                <EndSessionForm
                  key="akhiri"
                  action={endSessionAction}
                  sessionId={entry.sessionId}
                  device={entry.device}
                />
              ),
            ],
          }))}
        />
        <p className="small muted">
          Perangkat keluar sendiri setelah {sessionHours.idle} jam tidak dipakai ({sessionHours.idleContributor} jam
          bagi kontributor), dan paling lama {sessionHours.absolute / 24} hari sesudah masuk.
        </p>
        <EndAllSessionsForm action={endAllSessionsAction} />
      </section>
      <section className="card stack" aria-labelledby="data-anda">
        <h2 id="data-anda">Data Anda</h2>
        <AccountDataForm note="Berisi semua yang tersimpan tentang akun Anda: peran, sesi, pemberitahuan, dan pekerjaan Anda. Untuk menghapus data diri, hubungi admin." />
      </section>
    </div>
  );
}
