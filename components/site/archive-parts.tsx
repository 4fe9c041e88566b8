import { formatSpan, formatWithinYear } from '#lib/newsroom/labels.ts';
import type { ArchiveCount } from '#lib/newsroom/reader-shapes.ts';
import { archiveOfPath, archivePath } from '#lib/urls.ts';

/** The way up from a part of the archive, and into its months or days. */
export function ArchiveParts({ when, within }: { when: string; within: readonly ArchiveCount[] }) {
  const above = when.length === 4 ? null : when.slice(0, when.lastIndexOf('-'));
  return (
    <>
      <p>
        <a href={above === null ? archivePath : archiveOfPath(above)}>
          ‹ {above === null ? 'Semua tahun' : formatSpan(above)}
        </a>
      </p>
      {within.length > 0 && <ArchiveCounts counts={within.toReversed()} />}
    </>
  );
}

/** Months or days, each with how much it brought. They stand beneath their year, which they do not repeat. */
export function ArchiveCounts({ counts }: { counts: readonly ArchiveCount[] }) {
  return (
    <ul className="archive-parts">
      {counts.map(({ when, total }) => (
        <li key={when}>
          <a href={archiveOfPath(when)}>
            {formatWithinYear(when)} <span className="quiet">({total.toLocaleString('id-ID')})</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
