import { desc, eq, gte, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { siteChecks } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';

/** Hours after which a whole round is overdue, and the page says so. */
export const overdueAfterHours = 2;
const hourMs = 3_600_000;

/** How the site stands as seen from outside. `overdue`: no whole round for hours. */
export type SiteStanding = 'not_yet' | 'sound' | 'wrong' | 'overdue';

/** What readers are told of the rounds. No finding is named: that would help whoever caused it. */
export type SiteReport = {
  standing: SiteStanding;
  /** The newest whole round; null before the first. */
  last: { at: Date; addresses: number; answers: number; articles: number } | null;
  /** The newest round, whole or not. */
  lastLookAt: Date | null;
  /** In the last 24 hours. */
  day: { rounds: number; answers: number; wrongRounds: number };
  /** When something was wrong last, within the days that are kept; null when nothing was. */
  lastWrongAt: Date | null;
};

/** What the rounds of looking at the site found, for the public page and the operator. */
export async function siteReport(): Promise<SiteReport> {
  const since = new Date(now().getTime() - 24 * hourMs);
  const newest = database().select().from(siteChecks).orderBy(desc(siteChecks.id)).limit(1);
  const [[last], [whole], [wrong], [day]] = await Promise.all([
    newest,
    database().select().from(siteChecks).where(eq(siteChecks.isWhole, true)).orderBy(desc(siteChecks.id)).limit(1),
    database()
      .select({ at: siteChecks.endedAt })
      .from(siteChecks)
      .where(sql`${siteChecks.wrong} > 0`)
      .orderBy(desc(siteChecks.id))
      .limit(1),
    database()
      .select({
        rounds: sql<number>`count(*)::int`,
        answers: sql<number>`coalesce(sum(${siteChecks.answers}), 0)::int`,
        wrongRounds: sql<number>`count(*) filter (where ${siteChecks.wrong} > 0)::int`,
      })
      .from(siteChecks)
      .where(gte(siteChecks.endedAt, since)),
  ]);
  return {
    standing: standingOf(whole, last),
    last:
      whole === undefined
        ? null
        : { at: whole.endedAt, addresses: whole.addresses, answers: whole.answers, articles: whole.articles },
    lastLookAt: last?.endedAt ?? null,
    day: day ?? { rounds: 0, answers: 0, wrongRounds: 0 },
    lastWrongAt: wrong?.at ?? null,
  };
}

type Round = { endedAt: Date; wrong: number };

function standingOf(whole: Round | undefined, last: Round | undefined): SiteStanding {
  if (whole === undefined) return 'not_yet';
  // A glance that finds nothing does not take back what a whole round found.
  if (whole.wrong > 0 || (last?.wrong ?? 0) > 0) return 'wrong';
  return now().getTime() - whole.endedAt.getTime() > overdueAfterHours * hourMs ? 'overdue' : 'sound';
}
