import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { listed } from '#db/schema/index.ts';
import { lists } from './listing.ts';
import { listPage } from './public-lists.ts';
import type { ArchiveCount, ArchivePage, PublicPortal } from './reader-shapes.ts';
import { type Span, spanOf } from './time-span.ts';

type Where = Pick<PublicPortal, 'id' | 'timeZone'>;

/** Years and months in which something was published, newest first. */
export async function archiveMonths(portal: Where): Promise<ArchiveCount[]> {
  return countsBy(portal, 'YYYY-MM');
}

/**
 * What was published in a year, a month or a day.
 *
 * @param when `2026`, `2026-01` or `2026-01-14`, in the portal's zone
 * @returns null when nothing was, or for a page that is not there
 */
export async function archivePage(portal: Where, when: string, page: number): Promise<ArchivePage | null> {
  const span = spanOf(when, portal.timeZone);
  if (span === null) return null;
  const list = await listPage(portal.id, lists.all, page, span);
  if (list === null || list.total === 0) return null;
  const parts = when.length === 4 ? 'YYYY-MM' : when.length === 7 ? 'YYYY-MM-DD' : null;
  return { ...list, when, within: parts === null ? [] : await countsBy(portal, parts, span) };
}

/** The formats are literals of ours, never text from outside. */
async function countsBy(
  { id, timeZone }: Where,
  format: 'YYYY-MM' | 'YYYY-MM-DD',
  span?: Span,
): Promise<ArchiveCount[]> {
  const when = sql<string>`to_char(${listed.at} at time zone ${timeZone}, ${format})`;
  const rows = await database()
    .select({ when, total: sql<number>`count(*)::int` })
    .from(listed)
    .where(
      and(
        eq(listed.portalId, id),
        eq(listed.list, lists.all),
        ...(span === undefined ? [] : [gte(listed.at, span.from), lt(listed.at, span.to)]),
      ),
    )
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`);
  return rows;
}
