import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { events, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { requireAnyAdmin } from '#lib/accounts/administration.ts';
import { personToAdminister } from '#lib/accounts/people-reads.ts';
import { notFound } from '#lib/errors.ts';
import { userId } from '#lib/ids.ts';
import { eventLabel } from '#lib/record/event-labels.ts';
import { type ChangedLine, changeLines } from './change-words.ts';

/** One change of the administration: who changed what, from what to what, and whether it can be taken back. */
export type ChangeView = {
  seq: number;
  /** The thing it is about, as the verbs name it. */
  about: string;
  at: Date;
  by: string;
  what: string;
  lines: ChangedLine[];
  mayUndo: boolean;
};

/** A change as the audit log has it. */
export type RecordedChange = {
  seq: number;
  verb: string;
  about: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** Fields whose values the log does not keep. */
  changed: string[];
};

const shown = 30;
const values = z.record(z.string(), z.unknown());
const detail = z.looseObject({
  about: z.string(),
  before: values,
  after: values,
  changed: z.array(z.string()).default([]),
});

/**
 * The newest changes of one thing or several, newest first.
 *
 * @param about the names under which the verbs record them, e.g. `section:<id>`
 * @throws notFound for whoever administers nothing, or not this person
 */
export async function changesAbout(actor: Actor, ...about: string[]): Promise<ChangeView[]> {
  const reach = await reachOf(actor, about);
  if (about.length === 0) return [];
  const rows = await database()
    .select({ event: events, by: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(and(inArray(sql`${events.detail} ->> 'about'`, about), sql`${events.detail} ? 'about'`, reach))
    .orderBy(desc(events.seq))
    .limit(shown);
  return rows.flatMap(({ event, by }) => {
    const read = recorded(event);
    if (read === undefined) return [];
    return [
      {
        seq: event.seq,
        about: read.about,
        at: event.at,
        by: by ?? 'sistem',
        what: eventLabel(event.verb),
        lines: changeLines(read),
        mayUndo: mayUndo(read),
      },
    ];
  });
}

/**
 * A change by its number in the log, for somebody who may see it.
 *
 * @throws notFound
 */
export async function changeToUndo(actor: Actor, seq: number): Promise<RecordedChange> {
  const [event] = await database().select().from(events).where(eq(events.seq, seq));
  const read = event === undefined ? undefined : recorded(event);
  if (event === undefined || read === undefined || !mayUndo(read)) throw notFound('change');
  const administered = requireAnyAdmin(actor);
  if (event.portalId !== null && !administered.includes(event.portalId)) throw notFound('change');
  return read;
}

async function reachOf(actor: Actor, about: readonly string[]) {
  const administered = requireAnyAdmin(actor);
  const people = about.filter((one) => one.startsWith('person:'));
  if (people.length === 0) return inArray(events.portalId, administered);
  for (const person of people) await personToAdminister(actor, userId.parse(person.slice('person:'.length)));
  return or(isNull(events.portalId), inArray(events.portalId, administered));
}

function recorded(event: typeof events.$inferSelect): RecordedChange | undefined {
  const read = detail.safeParse(event.detail);
  if (!read.success) return undefined;
  const { about, before, after, changed } = read.data;
  return { seq: event.seq, verb: event.verb, about, before, after, changed };
}

/** What was made new is not unmade here, what was kept without its value cannot be, and a section is moved by its arrows. */
function mayUndo({ about, before }: RecordedChange): boolean {
  const [subject] = about.split(':');
  const fields = Object.entries(before).filter(([name]) => subject !== 'section' || name !== 'position');
  if (fields.length === 0) return false;
  const mayBeNothing = subject === 'days_off' || subject === 'redirects' || subject === 'settings';
  return mayBeNothing || fields.every(([, value]) => value !== null);
}
