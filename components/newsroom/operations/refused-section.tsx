import { DataTable } from '#components/ui/data-table.tsx';
import { formatMoment } from '#lib/newsroom/labels.ts';
import type { RefusedByBrowsers } from '#lib/operations/refused-by-browsers.ts';

/** What browsers of readers and of the newsroom refused to load and told us of. */
export function RefusedSection({ refused, timeZone }: { refused: RefusedByBrowsers; timeZone: string }) {
  const { since, reports, kinds, rest } = refused;
  const begun = formatMoment(since, timeZone);
  return (
    <section className="card stack" aria-labelledby="ditolak-peramban">
      <h2 id="ditolak-peramban">Yang ditolak peramban ({reports.toLocaleString('id-ID')})</h2>
      {reports === 0 ? (
        <p className="muted">
          Tidak ada. Sejak proses ini mulai, {begun}, tidak ada peramban yang melaporkan pelanggaran kebijakan keamanan
          halaman.
        </p>
      ) : (
        <>
          <p className="muted">
            Laporan peramban tentang hal yang dilarang kebijakan keamanan halaman, sejak proses ini mulai, {begun}.
            Kebanyakan berasal dari pengaya peramban pembaca. Periksa halamannya bila satu alamat asing sering muncul.
          </p>
          <DataTable
            caption="Yang ditolak peramban"
            columns={['Di mana', 'Yang ditolak', 'Asalnya', 'Kali']}
            rows={kinds.map(({ where, what, from, count }) => ({
              key: `${where} ${what} ${from}`,
              cells: [where, what, from, count.toLocaleString('id-ID')],
            }))}
          />
          {rest > 0 && <p className="small muted">{rest.toLocaleString('id-ID')} laporan lain tidak dirinci.</p>}
        </>
      )}
    </section>
  );
}
