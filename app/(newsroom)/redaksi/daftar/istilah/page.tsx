import { KeptRows } from '#components/newsroom/register/kept-rows.tsx';
import { RegisterHeading } from '#components/newsroom/register/register-frame.tsx';
import { RemoveForm } from '#components/newsroom/register/remove-form.tsx';
import { PlainWordForm } from '#components/newsroom/register/word-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { builtInPlainWordCount, builtInPlainWords } from '#lib/register/built-in-plain-words.ts';
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
  const builtIn = builtInPlainWords(wish.search);
  return (
    <div className="page page-list stack">
      <RegisterHeading list="plain_words" portalId={portal.id} />
      <PortalChoice portals={portals} chosen={portal} path={registerPaths.plain_words} />
      <p className="muted">
        Ungkapan birokrasi dan padanannya yang lugas. Daftar ini menambah{' '}
        {builtInPlainWordCount.toLocaleString('id-ID')} ungkapan bawaan Pemeriksaan naskah.
      </p>
      <KeptRows
        list="plain_words"
        portal={portal}
        search={wish.search}
        found={found}
        empty="Belum ada tambahan. Pemeriksaan naskah memakai daftar bawaannya."
        caption={`Ungkapan di ${portal.name}, menurut abjad`}
        columns={['Ungkapan', 'Padanan', 'Catatan']}
        rows={found.rows.map((row) => ({
          key: row.id,
          name: row.expression,
          cells: [row.expression, row.plain, row.note],
          keeping: (
            <>
              <PlainWordForm action={editPlainWordAction} portalId={portal.id} word={row} />
              <RemoveForm
                action={removePlainWordAction}
                name={row.expression}
                note="Ungkapan ini tidak disarankan lagi, kecuali ada di daftar bawaan."
                hidden={{ plainWordId: row.id, version: row.version }}
              />
            </>
          ),
        }))}
        addition={{
          title: 'Tambah ungkapan',
          form: <PlainWordForm action={addPlainWordAction} portalId={portal.id} />,
        }}
      >
        <details className="card" open={wish.search !== '' && builtIn.length > 0}>
          <summary>
            {wish.search === '' ? 'Ungkapan bawaan' : `Ungkapan bawaan yang cocok dengan “${wish.search}”`} (
            {builtIn.length.toLocaleString('id-ID')})
          </summary>
          {builtIn.length > 0 && (
            <DataTable
              caption="Ungkapan bawaan, menurut abjad"
              columns={['Ungkapan', 'Padanan', 'Catatan']}
              rows={builtIn.map(({ expression, plain, note }) => ({
                key: `${expression} ${plain}`,
                cells: [expression, plain === '' ? 'hapus saja' : plain, note],
              }))}
            />
          )}
        </details>
      </KeptRows>
    </div>
  );
}
