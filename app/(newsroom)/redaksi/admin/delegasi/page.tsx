import { AbsenceForm, DelegateForm } from '#components/newsroom/admin/delegation-forms.tsx';
import { AbsenceList, DelegationList } from '#components/newsroom/admin/delegation-list.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { absencesToSee, delegationPlaces, delegationsToSee } from '#lib/accounts/delegation-reads.ts';
import { now } from '#lib/clock.ts';
import { adminDelegationsPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { delegateRoleAction, endAbsenceAction, endDelegationAction, recordAbsenceAction } from './actions.ts';

export const metadata = { title: 'Delegasi' };

export default async function DelegationsPage() {
  const actor = await requireActor(adminDelegationsPath);
  const [delegations, absences, places] = await orNotFound(
    Promise.all([delegationsToSee(actor), absencesToSee(actor), delegationPlaces(actor)]),
  );
  const timeZone = places[0]?.timeZone ?? 'Asia/Makassar';
  return (
    <div className="stack">
      <PageHeading title="Delegasi" />
      <p>
        Peran dapat diserahkan untuk sementara: sebagai pelaksana harian (Plh.) bagi yang cuti, atau pelaksana tugas
        (Plt.) di jabatan yang kosong. Delegasi berakhir sendiri pada waktunya; tanda tangan yang sudah dibubuhkan tetap
        berlaku.
      </p>
      <section className="stack" aria-labelledby="delegasi-berjalan">
        <h2 id="delegasi-berjalan">Berlaku dan akan datang</h2>
        {delegations.length === 0 ? (
          <p className="empty">Belum ada delegasi. Beri satu di bawah sebelum seseorang cuti.</p>
        ) : (
          <DelegationList delegations={delegations} endAction={endDelegationAction} timeZone={timeZone} at={now()} />
        )}
      </section>
      <section className="stack" aria-labelledby="cuti-berjalan">
        <h2 id="cuti-berjalan">Cuti</h2>
        {absences.length === 0 ? (
          <p className="empty">Tidak ada yang sedang atau akan cuti. Setiap orang dapat mencatat cutinya di Akun.</p>
        ) : (
          <AbsenceList absences={absences} endAction={endAbsenceAction} timeZone={timeZone} />
        )}
      </section>
      {places.map((place) => (
        <div key={place.id} className="stack">
          {places.length > 1 && <h2>{place.name}</h2>}
          <section className="card stack" aria-labelledby={`beri-${place.id}`}>
            <h3 id={`beri-${place.id}`}>Beri delegasi</h3>
            <DelegateForm
              action={delegateRoleAction}
              portalId={place.id}
              people={place.people}
              agencies={place.agencies}
            />
          </section>
          <details className="card">
            <summary>Catat cuti orang lain</summary>
            <div className="stack">
              <p className="small muted">Misalnya untuk yang mendadak sakit.</p>
              <AbsenceForm action={recordAbsenceAction} portalId={place.id} people={place.people} />
            </div>
          </details>
        </div>
      ))}
    </div>
  );
}
