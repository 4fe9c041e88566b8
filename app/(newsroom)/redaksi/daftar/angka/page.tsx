import { FigureForm } from '#components/newsroom/register/fact-forms.tsx';
import { KeptRows } from '#components/newsroom/register/kept-rows.tsx';
import { dayText } from '#components/newsroom/register/post-line.tsx';
import { RegisterHeading } from '#components/newsroom/register/register-frame.tsx';
import { RemoveForm } from '#components/newsroom/register/remove-form.tsx';
import { figureList } from '#lib/register/register-reads.ts';
import { registerPaths } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { PortalChoice } from '../../admin/portal-choice.tsx';
import { addFigureAction, editFigureAction, removeFigureAction } from '../actions.ts';
import { type ListAddress, listWish } from '../wish.ts';

export const metadata = { title: 'Angka · Daftar rujukan' };

export default async function FiguresPage({ searchParams }: { searchParams: ListAddress }) {
  const actor = await requireActor(registerPaths.figures);
  const { portals, portal, wish } = await listWish(actor, searchParams);
  const found = await figureList(actor, wish);
  return (
    <div className="page page-list stack">
      <RegisterHeading list="figures" portalId={portal.id} />
      <PortalChoice portals={portals} chosen={portal} path={registerPaths.figures} />
      <p className="muted">Angka resmi beserta tanggal dan sumbernya, supaya semua artikel menyebut angka yang sama.</p>
      <KeptRows
        list="figures"
        portal={portal}
        search={wish.search}
        found={found}
        empty="Belum ada angka. Redaktur dan admin dapat menambahkannya di bawah, atau mengambil daftar dari CSV."
        caption={`Angka di ${portal.name}, menurut namanya`}
        columns={['Angka', 'Nilai', 'Per tanggal', 'Sumber']}
        rows={found.rows.map((row) => ({
          key: row.id,
          name: row.label,
          cells: [
            row.label,
            <strong key="nilai">{row.value}</strong>,
            row.asOf === null ? 'Tidak dicatat' : dayText(row.asOf),
            row.source,
          ],
          keeping: (
            <>
              <FigureForm action={editFigureAction} portalId={portal.id} figure={row} />
              <RemoveForm
                action={removeFigureAction}
                name={row.label}
                note="Angka ini hilang dari daftar. Untuk nilai baru, ubah saja."
                hidden={{ figureId: row.id, version: row.version }}
              />
            </>
          ),
        }))}
        addition={{ title: 'Tambah angka', form: <FigureForm action={addFigureAction} portalId={portal.id} /> }}
      />
    </div>
  );
}
