import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { MoveReasonForm, NewReasonForm, ReasonForm } from '#components/newsroom/admin/reason-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { RowDetails } from '#components/ui/row-details.tsx';
import { changesAbout } from '#lib/administration/changes.ts';
import { aboutReasons, reasonsToAdminister } from '#lib/administration/reasons.ts';
import { adminReasonsPath } from '#lib/urls.ts';
import { arrangedPortal, type PortalAddress } from '../arranged-portal.ts';
import { PortalChoice } from '../portal-choice.tsx';
import { undoChangeAction } from '../undo-action.ts';
import { addReasonAction, editReasonAction, moveReasonAction } from './actions.ts';

export const metadata = { title: 'Alasan pengembalian' };

export default async function ReasonsPage({ searchParams }: { searchParams: PortalAddress }) {
  const { actor, portals, chosen, arranged } = await arrangedPortal(adminReasonsPath, searchParams);
  const { portal } = arranged;
  const reasons = await reasonsToAdminister(actor, portal.id);
  return (
    <div className="stack">
      <PageHeading title="Alasan pengembalian" />
      <PortalChoice portals={portals} chosen={chosen} path={adminReasonsPath} />
      <p className="muted">
        Redaktur dan verifikator memilih salah satu alasan ini ketika mengembalikan atau menolak naskah. Urutannya
        adalah urutan di formulir, dan laporan menghitung menurut alasan.
      </p>
      <DataTable
        caption={`Alasan pengembalian di ${portal.name}, menurut urutannya di formulir`}
        columns={['Alasan', 'Asal', 'Keadaan', 'Urutan', '']}
        rows={reasons.map((reason, index) => ({
          key: reason.code,
          cells: [
            reason.label,
            reason.isBuiltIn ? 'Bawaan' : 'Milik portal ini',
            reason.isActive ? 'Dipakai' : 'Tidak dipakai',
            <div key="urutan" className="row move">
              {index > 0 && (
                <MoveReasonForm action={moveReasonAction} portalId={portal.id} reason={reason} direction="up" />
              )}
              {index < reasons.length - 1 && (
                <MoveReasonForm action={moveReasonAction} portalId={portal.id} reason={reason} direction="down" />
              )}
            </div>,
            <RowDetails key="ubah" label="Ubah" about={reason.label}>
              <ReasonForm action={editReasonAction} portalId={portal.id} reason={reason} />
            </RowDetails>,
          ],
        }))}
      />
      <section className="card stack" aria-labelledby="alasan-baru">
        <h2 id="alasan-baru">Tambah alasan</h2>
        <NewReasonForm action={addReasonAction} portalId={portal.id} />
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, aboutReasons(portal.id))}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
      />
    </div>
  );
}
