import { RegulationForm } from '#components/newsroom/register/fact-forms.tsx';
import { KeptRows } from '#components/newsroom/register/kept-rows.tsx';
import { RegisterHeading } from '#components/newsroom/register/register-frame.tsx';
import { RemoveForm } from '#components/newsroom/register/remove-form.tsx';
import { regulationList } from '#lib/register/register-reads.ts';
import { registerPaths } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { PortalChoice } from '../../admin/portal-choice.tsx';
import { addRegulationAction, editRegulationAction, removeRegulationAction } from '../actions.ts';
import { type ListAddress, listWish } from '../wish.ts';

export const metadata = { title: 'Peraturan · Daftar rujukan' };

export default async function RegulationsPage({ searchParams }: { searchParams: ListAddress }) {
  const actor = await requireActor(registerPaths.regulations);
  const { portals, portal, wish } = await listWish(actor, searchParams);
  const found = await regulationList(actor, wish);
  return (
    <div className="page page-list stack">
      <RegisterHeading list="regulations" portalId={portal.id} />
      <PortalChoice portals={portals} chosen={portal} path={registerPaths.regulations} />
      <p className="muted">
        Peraturan seperti harus dikutip. Yang belum terverifikasi jangan dikutip sebelum naskah resminya dilihat.
      </p>
      <KeptRows
        list="regulations"
        portal={portal}
        search={wish.search}
        found={found}
        empty="Belum ada peraturan. Redaktur dan admin dapat menambahkannya di bawah, atau mengambil daftar dari CSV."
        caption={`Peraturan di ${portal.name}, terbaru lebih dulu`}
        columns={['Peraturan', 'Tentang', 'Keadaan']}
        rows={found.rows.map((row) => ({
          key: row.id,
          name: `${row.kind} Nomor ${row.number}`,
          cells: [
            `${row.kind} Nomor ${row.number} Tahun ${row.year}`,
            row.subject,
            row.isVerified ? (
              <span key="keadaan" className="badge badge-good">
                ✓ Terverifikasi
              </span>
            ) : (
              <span key="keadaan" className="badge badge-warn">
                Belum terverifikasi
              </span>
            ),
          ],
          keeping: (
            <>
              <RegulationForm action={editRegulationAction} portalId={portal.id} regulation={row} />
              <RemoveForm
                action={removeRegulationAction}
                name={`${row.kind} Nomor ${row.number}`}
                note="Peraturan ini hilang dari daftar. Jejak audit tetap mencatatnya."
                hidden={{ regulationId: row.id, version: row.version }}
              />
            </>
          ),
        }))}
        addition={{
          title: 'Tambah peraturan',
          form: <RegulationForm action={addRegulationAction} portalId={portal.id} />,
        }}
      />
    </div>
  );
}
