import { AccountDataForm } from '#components/newsroom/account-data-form.tsx';
import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import {
  CodeForm,
  EndSessionsForm,
  EraseForm,
  PersonForm,
  RemoveSecondFactorForm,
  SuspendForm,
  UnsuspendForm,
} from '#components/newsroom/admin/person-forms.tsx';
import { UploadQuota } from '#components/newsroom/admin/upload-quota.tsx';
import { Moment } from '#components/newsroom/moment.tsx';
import { OutcomePlace } from '#components/ui/outcome-place.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { aboutPerson } from '#lib/accounts/people.ts';
import { type PersonDetail, personToAdminister, portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { changesAbout } from '#lib/administration/changes.ts';
import { newsroomOrigin } from '#lib/config.ts';
import { userId } from '#lib/ids.ts';
import { uploadUse } from '#lib/media/quota.ts';
import { isErased } from '#lib/privacy/erase-account.ts';
import { adminPeoplePath, historyPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { undoChangeAction } from '../../undo-action.ts';
import {
  editPersonAction,
  endSessionsAction,
  eraseAction,
  issueCodeAction,
  removeSecondFactorAction,
  suspendAction,
  unsuspendAction,
} from '../actions.ts';
import { PersonRoles } from './person-roles.tsx';

export const metadata = { title: 'Orang' };

export default async function PersonPage({ params }: { params: Promise<{ userId: string }> }) {
  const { userId: part } = await params;
  const actor = await requireActor(`${adminPeoplePath}/${part}`);
  const portals = await orNotFound(portalsToAdminister(actor));
  const person = await orNotFound(personToAdminister(actor, partOfPath(userId, part)));
  const isSelf = person.userId === actor.userId;
  const { timeZone } = portals[0];
  return (
    <div className="stack">
      <PageHeading title={person.name} back={{ href: adminPeoplePath, label: 'Orang' }} />
      {person.suspendedAt && (
        <p className="notice notice-danger">
          <strong>Dibekukan</strong> sejak <Moment at={person.suspendedAt} timeZone={timeZone} />
          {person.suspendedForAbuse ? ', karena penyalahgunaan.' : '.'}
        </p>
      )}
      <ToReview person={person} />
      <PersonRoles actor={actor} person={person} portals={portals} />
      <section className="card stack" aria-labelledby="data-diri">
        <h2 id="data-diri">Data diri</h2>
        <PersonForm action={editPersonAction} person={person} />
      </section>
      {!isSelf && !person.isSuspended && (
        <section className="card stack" aria-labelledby="masuk">
          <h2 id="masuk">Masuk ke akun</h2>
          <Access person={person} timeZone={timeZone} />
          <CodeForm
            action={issueCodeAction}
            userId={person.userId}
            isInvited={person.isInvited}
            to={{ name: person.name, phone: person.phone, origin: newsroomOrigin(), timeZone }}
          />
          {person.openSessions > 0 && <EndSessionsForm action={endSessionsAction} userId={person.userId} />}
        </section>
      )}
      {!isSelf && person.hasSecondFactor && (
        <section className="card stack" aria-labelledby="langkah-kedua">
          <h2 id="langkah-kedua">Langkah kedua hilang</h2>
          <p>
            Orang ini memakai langkah kedua saat masuk. Hapus hanya bila ponsel dan kode cadangannya hilang: semua
            sesinya berakhir, dan peran redaksi atau admin menunggu orang kedua lagi.
          </p>
          <RemoveSecondFactorForm action={removeSecondFactorAction} userId={person.userId} />
        </section>
      )}
      <section className="card stack" aria-labelledby="unggahan">
        <h2 id="unggahan">Unggahan</h2>
        <UploadQuota use={await uploadUse(person.userId)} />
      </section>
      {!isSelf && (
        <section className="card stack" aria-labelledby="pembekuan">
          <h2 id="pembekuan">Pembekuan</h2>
          <OutcomePlace>
            {person.isSuspended ? (
              <UnsuspendForm action={unsuspendAction} person={person} />
            ) : (
              <>
                <p>Membekukan akun mengakhiri semua sesinya seketika. Naskah dan jejaknya tetap ada.</p>
                <SuspendForm action={suspendAction} person={person} />
              </>
            )}
            {person.isSuspended && !person.suspendedForAbuse && (
              <details>
                <summary>Ternyata ada penyalahgunaan?</summary>
                <SuspendForm action={suspendAction} person={person} />
              </details>
            )}
          </OutcomePlace>
        </section>
      )}
      <section className="card stack" aria-labelledby="data-pribadi">
        <h2 id="data-pribadi">Data pribadi</h2>
        <AccountDataForm
          userId={person.userId}
          note="Berisi yang tersimpan tentang akun ini: siapa, kapan, dan tindakannya. Kata-kata komentar, catatan, dan keterangan foto hanya ada dalam unduhan pemiliknya sendiri di halaman Akun."
        />
        {person.isSuspended && !isErased(person) && !isSelf && (
          <>
            <h3>Menghapus data diri</h3>
            <p>
              Menghapus data diri mengosongkan surel, nomor, kata sandi, sesi, dan pemberitahuan. Nama tetap tercantum
              pada tanda tangan dan jejak audit. Peran redaktur dan admin menunggu diterima orang kedua bila akun ini
              dibuka lagi.
            </p>
            <EraseForm action={eraseAction} person={person} />
          </>
        )}
        {isErased(person) && <p>Data diri akun ini sudah dihapus.</p>}
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, aboutPerson(person.userId))}
        undo={undoChangeAction}
        timeZone={timeZone}
      />
    </div>
  );
}

function stateOf({ isInvited, openSessions }: PersonDetail): string {
  if (isInvited) return 'Orang ini belum memakai undangannya.';
  return openSessions === 0 ? 'Tidak ada perangkat yang sedang masuk.' : `${openSessions} perangkat sedang masuk.`;
}

function Access({ person, timeZone }: { person: PersonDetail; timeZone: string }) {
  return (
    <>
      <p>
        {stateOf(person)}{' '}
        {person.openCode && (
          <>
            Ada kode yang berlaku sampai <Moment at={person.openCode.expiresAt} timeZone={timeZone} />; membuat kode
            baru membatalkannya.
          </>
        )}
      </p>
      {!person.isInvited && (
        <p className="small muted">Membuat kode atur ulang mengakhiri semua sesi orang ini seketika.</p>
      )}
    </>
  );
}

function ToReview({ person }: { person: PersonDetail }) {
  if (person.toReview.length === 0) return null;
  return (
    <section className="notice notice-warn stack" aria-labelledby="perlu-ditinjau">
      <h2 id="perlu-ditinjau">Perlu ditinjau redaksi</h2>
      <p>Artikel terbit ini memuat tanda tangan orang ini. Sampaikan kepada redaktur untuk diperiksa.</p>
      <ul>
        {person.toReview.map((article) => (
          <li key={article.articleId}>
            <a href={historyPath(article.articleId)}>{article.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
