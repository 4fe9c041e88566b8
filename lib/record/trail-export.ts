import { transaction } from '#db/client.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { csvBeginning, csvLines } from '#lib/export/csv.ts';
import { formatMoment, roleLabels } from '#lib/newsroom/labels.ts';
import { articleMeant, entriesOf, type TrailReader, type TrailRow, told, trailReader } from './audit-trail.ts';
import { recordEvent } from './events.ts';
import { type TrailFilter, trailFields, trailFileName } from './trail-filter.ts';

/** Entries read at a time, so that a file of a hundred thousand is never in memory. */
const rowsPerPart = 1_000;
/** Entries in one file; a spreadsheet bears ten times as many, a person narrows the period. */
export const mostExported = 100_000;

const header = [
  ...['nomor', 'waktu', 'waktu_utc', 'oleh', 'peran', 'peristiwa', 'perubahan'],
  ...['perangkat_daerah', 'judul', 'edisi', 'naskah', 'sidik'],
];

export type TrailFile = { fileName: string; parts: AsyncIterable<string> };

/**
 * The audit log as far as the reader may read it and the filter narrows it, as a CSV file in parts. That
 * somebody took it along is itself an entry, written before the first part is read.
 *
 * @throws not_found for whoever may not read the log
 */
export async function exportTrail(actor: Actor, filter: TrailFilter): Promise<TrailFile> {
  const reader = await trailReader(actor, filter.portal);
  const article = await articleMeant(reader.portal.id, filter.article);
  const { person, verb, agency, from, until } = filter;
  const asked = {
    ...(person !== undefined && { [trailFields.person]: person }),
    ...(verb !== undefined && { [trailFields.verb]: verb }),
    ...(filter.article !== '' && { [trailFields.article]: filter.article }),
    ...(agency !== undefined && { [trailFields.agency]: agency }),
    ...(from !== undefined && { [trailFields.from]: from }),
    ...(until !== undefined && { [trailFields.until]: until }),
  };
  await transaction((tx) =>
    recordEvent(tx, {
      portalId: reader.portal.id,
      actorId: actor.userId,
      actorRole: reader.role,
      verb: 'export_audit_trail',
      detail: { filter: asked },
    }),
  );
  return { fileName: trailFileName(filter), parts: partsOf(reader, { ...filter, before: undefined }, article) };
}

async function* partsOf(
  reader: TrailReader,
  filter: TrailFilter,
  article: Awaited<ReturnType<typeof articleMeant>>,
): AsyncGenerator<string> {
  yield csvBeginning(header);
  let before: number | undefined;
  let written = 0;
  while (article !== undefined && written < mostExported) {
    const rows = await entriesOf(reader, { ...filter, before }, article, rowsPerPart);
    if (rows.length > 0) yield csvLines((await told(reader, rows)).map((row) => cellsOf(row, reader)));
    written += rows.length;
    before = rows.at(-1)?.seq;
    if (rows.length < rowsPerPart) return;
  }
  if (article === undefined) return;
  const text = `Berkas ini berhenti pada ${mostExported.toLocaleString('id-ID')} peristiwa. Persempit waktunya untuk yang lebih lama.`;
  yield csvLines([['', '', '', '', '', text, ...header.slice(6).map(() => '')]]);
}

function cellsOf(row: TrailRow, { portal }: TrailReader): string[] {
  return [
    String(row.seq),
    formatMoment(row.at, portal.timeZone),
    row.at.toISOString(),
    row.by,
    row.role === null ? '' : roleLabels[row.role],
    row.label,
    row.words.join('; '),
    row.agency,
    row.article?.title ?? '',
    row.article?.number === null || row.article === null ? '' : String(row.article.number),
    row.article?.id ?? '',
    row.hash,
  ];
}
