import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { listed } from '#db/schema/index.ts';
import { type Span, spanOf } from '#lib/time-span.ts';
import { lists } from './listing.ts';
import { listPage } from './public-lists.ts';
import type { ArchiveCount, ArchivePage, PublicPortal } from './reader-shapes.ts';

type Where = Pick<PublicPortal, 'id' | 'timeZone'>;

/** Years and months in which something was published, newest first. */
export async function archiveMonths(portal: Where): Promise<ArchiveCount[]> {
  return countsBy(portal, 'month');
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
  const within = when.length === 4 ? 'month' : when.length === 7 ? 'day' : null;
  const [list, counts] = await Promise.all([
    listPage(portal.id, lists.all, page, span),
    within === null ? [] : countsBy(portal, within, span),
  ]);
  return list === null || list.total === 0 ? null : { ...list, when, within: counts };
}

const formats = { month: 'YYYY-MM', day: 'YYYY-MM-DD' } as const;

/** Written out only when counted: a million dates take a second to write. */
async function countsBy({ id, timeZone }: Where, part: 'month' | 'day', span?: Span): Promise<ArchiveCount[]> {
  const counted = database()
    .select({
      begin: sql`date_trunc(${part}, ${listed.at} at time zone ${timeZone})`.as('begin'),
      total: sql<number>`count(*)::int`.as('total'),
    })
    .from(listed)
    .where(
      and(
        eq(listed.portalId, id),
        eq(listed.list, lists.all),
        ...(span === undefined ? [] : [gte(listed.at, span.from), lt(listed.at, span.to)]),
      ),
    )
    .groupBy(sql`1`)
    .as('counted');
  return database()
    .select({ when: sql<string>`to_char(${counted.begin}, ${formats[part]})`, total: counted.total })
    .from(counted)
    .orderBy(desc(counted.begin));
}
