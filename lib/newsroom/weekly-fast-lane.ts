import { and, eq, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { events, portals } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { reviewStanding } from './fast-lane-shapes.ts';
import { usesIn } from './fast-lane-uses.ts';

const day = 24 * 60 * 60_000;

/**
 * Once a week, for each portal: how often the fast lane was used in the seven days before this one and
 * how its second reviews went. Told through the log; a week without any use is told too, so that silence never stands
 * for "none".
 */
export async function weeklyFastLane(): Promise<void> {
  const until = startOfDay(now());
  for (const { id } of await database().select({ id: portals.id }).from(portals)) {
    await transaction((tx) => tellWeek(tx, id, new Date(until.getTime() - 7 * day), until));
  }
}

async function tellWeek(tx: Transaction, portal: PortalId, from: Date, until: Date): Promise<void> {
  // Two machines on the same round wait for each other here.
  await tx.select({ id: portals.id }).from(portals).where(eq(portals.id, portal)).for('no key update');
  const week = { from: from.toISOString(), until: until.toISOString() };
  const [told] = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.portalId, portal),
        eq(events.verb, 'weekly_fast_lane'),
        sql`${events.detail} ->> 'until' = ${week.until}`,
      ),
    )
    .limit(1);
  if (told !== undefined) return;
  const uses = await usesIn(tx, [portal], from, until);
  const standings = uses.map((use) => reviewStanding(use, now()));
  const count = (standing: (typeof standings)[number]) => standings.filter((one) => one === standing).length;
  await recordEvent(tx, {
    portalId: portal,
    actorId: null,
    actorRole: null,
    verb: 'weekly_fast_lane',
    detail: { ...week, uses: uses.length, late: count('late'), open: count('open') },
  });
}

/** Midnight in UTC: a round that comes a little late tells of the same week. */
function startOfDay(at: Date): Date {
  return new Date(Math.floor(at.getTime() / day) * day);
}
