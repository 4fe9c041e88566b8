import { and, asc, eq, gte, lte } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { daysOff, portals } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { dayIn } from '#lib/time-zone.ts';
import { namesById } from './desk-rows.ts';
import type { EditionRecord } from './edition-record.ts';
import { linksOfEdition } from './link-register.ts';
import type { PublicationPlan } from './schedule-time.ts';

const year = 366 * 24 * 60 * 60 * 1000;

/** When an edition goes out, and what whoever chooses that is to know: the zone, the clock, the days off. */
export async function publicationPlan({ edition, article, words }: EditionRecord): Promise<PublicationPlan> {
  const at = now();
  const [portal] = await database()
    .select({ timeZone: portals.timeZone })
    .from(portals)
    .where(eq(portals.id, article.portalId));
  const timeZone = portal?.timeZone ?? 'UTC';
  const [days, name, links] = await Promise.all([
    database()
      .select({ day: daysOff.day, name: daysOff.name })
      .from(daysOff)
      .where(
        and(
          eq(daysOff.portalId, article.portalId),
          gte(daysOff.day, dayIn(at, timeZone)),
          lte(daysOff.day, dayIn(new Date(at.getTime() + year), timeZone)),
        ),
      )
      .orderBy(asc(daysOff.day)),
    namesById([edition.scheduledBy ?? edition.approvedBy]),
    linksOfEdition({ article, words }),
  ]);
  const { scheduledFor, embargoUntil, scheduleFailedAt, scheduleFailure, scheduleAttempts } = edition;
  return {
    ...{ timeZone, at, embargoUntil, daysOff: days },
    newHosts: links.filter(({ standing }) => standing === 'new').map(({ host }) => host),
    scheduled:
      scheduledFor === null ? null : { for: scheduledFor, by: name(edition.scheduledBy ?? edition.approvedBy) },
    failure:
      scheduleFailedAt === null || scheduleFailure === null
        ? null
        : { text: scheduleFailure, since: scheduleFailedAt, attempts: scheduleAttempts },
  };
}
