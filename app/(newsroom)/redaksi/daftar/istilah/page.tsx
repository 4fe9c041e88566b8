import { ListFrame, RegisterHeading } from '#components/newsroom/register/register-frame.tsx';
import { RemoveForm } from '#components/newsroom/register/remove-form.tsx';
import { PlainWordForm } from '#components/newsroom/register/word-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { plainWordList } from '#lib/register/register-reads.ts';
import { registerPaths } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { PortalChoice } from '../../admin/portal-choice.tsx';
import { addPlainWordAction, editPlainWordAction, removePlainWordAction } from '../actions.ts';
import { type ListAddress, listWish } from '../wish.ts';

export const metadata = { title: 'Kata lugas · Daftar rujukan' };

export default async function PlainWordsPage({ searchParams }: { searchParams: ListAddress }) {
  const actor = await requireActor(registerPaths.plain_words);
  const { portals, portal, wish } = await listWish(actor, searchParams);
  const found = await plainWordList(actor, wish);
  return (
    <div className="page page-list stack">
      <RegisterHeading list="plain_words" portalId={portal.id} />
      <PortalChoice portals={portals} chosen={portal} path={registerPaths.plain_words} />
      <p className="muted">
        Ungkapan birokrasi dan padanannya yang lugas. Daftar ini menambah daftar bawaan Pemeriksaan naskah.
      </p>
      <ListFrame
        list="plain_words"
        portalId={portal.id}
        search={wish.search}
        found={found}
        mayImport={portal.mayKeep}
        empty="Belum ada tambahan. Pemeriksaan naskah memakai daftar bawaannya."
      >
        <DataTable
          caption={`Ungkapan di ${portal.name}, menurut abjad`}
          columns={['Ungkapan', 'Padanan', 'Catatan', ...(portal.mayKeep ? [''] : [])]}
          rows={found.rows.map((row) => ({
            key: row.id,
            cells: [
              row.expression,
              row.plain,
              row.note,
              ...(portal.mayKeep
                ? [
                    <details key="ubah">
                      <summary>
                        Ubah<span className="visually-hidden"> {row.expression}</span>
                      </summary>
                      <PlainWordForm action={editPlainWordAction} portalId={portal.id} word={row} />
                      <RemoveForm
                        action={removePlainWordAction}
                        name={row.expression}
                        note="Ungkapan ini tidak disarankan lagi, kecuali ada di daftar bawaan."
                        hidden={{ plainWordId: row.id, version: row.version }}
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
          <h2 id="baru">Tambah ungkapan</h2>
          <PlainWordForm action={addPlainWordAction} portalId={portal.id} />
        </section>
      )}
    </div>
  );
}
