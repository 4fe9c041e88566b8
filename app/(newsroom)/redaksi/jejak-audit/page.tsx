import type { Metadata } from 'next';
import { TrailExport, TrailFilters } from '#components/newsroom/audit/trail-filters.tsx';
import { TrailTable } from '#components/newsroom/audit/trail-table.tsx';
import { auditTrail } from '#lib/record/audit-trail.ts';
import { isNarrowed, trailFilterOf, trailQuery } from '#lib/record/trail-filter.ts';
import { auditTrailOf, integrityPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Jejak audit' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditTrailPage({ searchParams }: Props) {
  const filter = trailFilterOf(await searchParams);
  const actor = await requireActor(auditTrailOf(trailQuery(filter)));
  const page = await orNotFound(auditTrail(actor, filter));
  const { rows, olderThan, portal } = page;
  return (
    <div className="page page-wide stack">
      <header className="stack-tight">
        <h1>Jejak audit</h1>
        <p className="muted">
          Setiap langkah di {portal.name} tercatat di sini dan tidak dapat diubah. Sidik hariannya diumumkan di{' '}
          <a href={integrityPath} target="_blank" rel="noopener">
            halaman integritas
          </a>
          .
        </p>
      </header>
      <TrailFilters filter={filter} page={page} />
      {rows.length === 0 ? (
        <p className="empty">{emptyWords(page.isArticleUnknown, isNarrowed(filter))}</p>
      ) : (
        <>
          <TrailExport filter={filter} />
          <TrailTable rows={rows} timeZone={portal.timeZone} />
        </>
      )}
      {(filter.before !== undefined || olderThan !== null) && (
        <nav className="row" aria-label="Halaman jejak audit">
          {filter.before !== undefined && (
            <a className="button" href={auditTrailOf(trailQuery({ ...filter, before: undefined }))}>
              Terbaru
            </a>
          )}
          {olderThan !== null && (
            <a className="button" href={auditTrailOf(trailQuery({ ...filter, before: olderThan }))}>
              Lebih lama
            </a>
          )}
        </nav>
      )}
    </div>
  );
}

function emptyWords(isArticleUnknown: boolean, isFiltered: boolean): string {
  if (isArticleUnknown) {
    return 'Naskah itu tidak ada di portal ini. Tempel alamat artikelnya, atau alamat naskahnya di ruang redaksi.';
  }
  return isFiltered
    ? 'Tidak ada peristiwa yang cocok. Longgarkan saringannya.'
    : 'Belum ada peristiwa. Begitu seseorang bekerja, langkahnya tampil di sini.';
}
