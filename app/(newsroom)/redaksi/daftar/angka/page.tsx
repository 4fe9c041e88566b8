import { FigureForm } from '#components/newsroom/register/fact-forms.tsx';
import { dayText } from '#components/newsroom/register/post-line.tsx';
import { ListFrame, RegisterHeading } from '#components/newsroom/register/register-frame.tsx';
import { RemoveForm } from '#components/newsroom/register/remove-form.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
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
      <ListFrame
        list="figures"
        portalId={portal.id}
        search={wish.search}
        found={found}
        mayImport={portal.mayKeep}
        empty="Belum ada angka. Redaktur dan admin dapat menambahkannya di bawah, atau mengambil daftar dari CSV."
      >
        <DataTable
          caption={`Angka di ${portal.name}, menurut namanya`}
          columns={['Angka', 'Nilai', 'Per tanggal', 'Sumber', ...(portal.mayKeep ? [''] : [])]}
          rows={found.rows.map((row) => ({
            key: row.id,
            cells: [
              row.label,
              <strong key="nilai">{row.value}</strong>,
              row.asOf === null ? 'Tidak dicatat' : dayText(row.asOf),
              row.source,
              ...(portal.mayKeep
                ? [
                    <details key="ubah">
                      <summary>
                        Ubah<span className="visually-hidden"> {row.label}</span>
                      </summary>
                      <FigureForm action={editFigureAction} portalId={portal.id} figure={row} />
                      <RemoveForm
                        action={removeFigureAction}
                        name={row.label}
                        note="Angka ini hilang dari daftar. Untuk nilai baru, ubah saja."
                        hidden={{ figureId: row.id, version: row.version }}
                      />
                    </details>,
                  ]
                : []),
            ],
          }))}
        />
      </ListFrame>
      {portal.mayKeep && (
        <section className="card stack" aria-labelledby="baru">
          <h2 id="baru">Tambah angka</h2>
          <FigureForm action={addFigureAction} portalId={portal.id} />
        </section>
      )}
    </div>
  );
}
