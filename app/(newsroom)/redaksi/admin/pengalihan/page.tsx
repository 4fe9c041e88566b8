import { ChangeHistory } from '#components/newsroom/admin/change-history.tsx';
import { NewRedirectForm, RemoveRedirectForm } from '#components/newsroom/admin/redirect-forms.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { changesAbout } from '#lib/administration/changes.ts';
import { type AddressTrial, aboutRedirects, redirectsToAdminister, tryAddress } from '#lib/administration/redirects.ts';
import { formatShortDay } from '#lib/newsroom/labels.ts';
import { adminRedirectsPath } from '#lib/urls.ts';
import { arrangedPortal } from '../arranged-portal.ts';
import { PortalChoice } from '../portal-choice.tsx';
import { undoChangeAction } from '../undo-action.ts';
import { addRedirectAction, removeRedirectAction } from './actions.ts';

export const metadata = { title: 'Pengalihan' };

type Address = Promise<Partial<Record<'portal' | 'q' | 'uji', string | string[]>>>;

const oneText = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export default async function RedirectsPage({ searchParams }: { searchParams: Address }) {
  const { actor, portals, chosen, arranged } = await arrangedPortal(adminRedirectsPath, searchParams);
  const { portal } = arranged;
  const asked = await searchParams;
  const [search, written] = [oneText(asked.q), oneText(asked.uji)];
  const [{ entries, total }, trial] = await Promise.all([
    redirectsToAdminister(actor, portal.id, search),
    written.trim() === '' ? null : tryAddress(actor, portal.id, written),
  ]);
  return (
    <div className="stack">
      <PageHeading title="Pengalihan" />
      <PortalChoice portals={portals} chosen={chosen} path={adminRedirectsPath} />
      <p className="muted">
        Alamat lama yang membawa pembaca ke artikel sekarang: dari situs sebelum ini, dan dari artikel yang alamatnya
        pernah diubah. Daftar panjang diambil operator dengan <code>npm run addresses:import</code>.
      </p>
      <section className="card stack" aria-labelledby="uji-alamat">
        <h2 id="uji-alamat">Uji satu alamat</h2>
        <form className="field" action={adminRedirectsPath}>
          <input type="hidden" name="portal" value={portal.id} />
          <label htmlFor="uji">Alamat</label>
          <div className="with-button">
            <input id="uji" name="uji" defaultValue={written} maxLength={300} placeholder="/2024/05/judul-lama" />
            <button type="submit">Uji alamat</button>
          </div>
        </form>
        {trial && (
          <p role="status" className="notice">
            {trialWords(trial)}
          </p>
        )}
      </section>
      <form className="field narrow" action={adminRedirectsPath}>
        <input type="hidden" name="portal" value={portal.id} />
        <label htmlFor="cari">Cari alamat lama</label>
        <div className="with-button">
          <input id="cari" type="search" name="q" defaultValue={search} maxLength={100} />
          <button type="submit">Cari</button>
        </div>
      </form>
      {total === 0 ? (
        <p className="empty">
          {search === ''
            ? 'Belum ada pengalihan. Tambahkan alamat lama di bawah ini, supaya tautan yang sudah tersebar tetap sampai.'
            : 'Tidak ada alamat lama yang memuat kata itu.'}
        </p>
      ) : (
        <>
          {total > entries.length && (
            <p className="muted small">
              {entries.length} terbaru dari {total.toLocaleString('id-ID')}. Cari untuk melihat yang lain.
            </p>
          )}
          <DataTable
            caption={`Pengalihan di ${portal.name}, yang terbaru lebih dulu`}
            columns={['Alamat lama', 'Ke', 'Sejak', '']}
            rows={entries.map((entry) => ({
              key: entry.address,
              cells: [
                <span key="lama" className="wraps">
                  {entry.address}
                </span>,
                entry.target === null ? (
                  'Artikelnya belum pernah terbit'
                ) : (
                  <a key="ke" href={entry.target} className="wraps">
                    {entry.target}
                  </a>
                ),
                formatShortDay(entry.at, portal.timeZone),
                <RemoveRedirectForm
                  key="hapus"
                  action={removeRedirectAction}
                  portalId={portal.id}
                  address={entry.address}
                />,
              ],
            }))}
          />
        </>
      )}
      <section className="card stack" aria-labelledby="pengalihan-baru">
        <h2 id="pengalihan-baru">Tambah pengalihan</h2>
        <NewRedirectForm action={addRedirectAction} portalId={portal.id} />
      </section>
      <ChangeHistory
        changes={await changesAbout(actor, aboutRedirects(portal.id))}
        undo={undoChangeAction}
        timeZone={portal.timeZone}
      />
    </div>
  );
}

function trialWords(trial: AddressTrial): string {
  switch (trial.kind) {
    case 'unreadable':
      return 'Bentuk alamat ini tidak dikenal sebagai alamat artikel, sekarang maupun dulu.';
    case 'live':
      return `${trial.address} adalah artikel yang terbit.`;
    case 'moved':
      return `${trial.address} dialihkan ke ${trial.path}.`;
    case 'gone':
      return `${trial.address} adalah artikel yang ditarik; pembaca mendapat penjelasannya.`;
    case 'unknown':
      return `${trial.address} tidak sampai ke artikel mana pun. Tambahkan pengalihannya di bawah.`;
  }
}
