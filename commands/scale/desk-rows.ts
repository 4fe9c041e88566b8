import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { installFacts } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { say, seconds } from '../say.ts';
import { patientClient } from './copies.ts';
import { fillDeskPast } from './desk-past.ts';
import { besideEditions, closedEditions, office, openEditions, putOff } from './desk-statements.ts';
import { frameOf } from './table-frame.ts';

/** How much a desk is filled with. */
export const deskSize = { open: 50_000, closed: 1_000_000 } as const;

const deskFact = z.strictObject({ open: z.int(), closed: z.int(), events: z.int(), notes: z.int() });
export type DeskFact = z.output<typeof deskFact>;

const factName = 'desk';
const portion = 100_000;

/** What was put into this database, when it is whole; undefined for any other. */
export async function deskFactOf(): Promise<DeskFact | undefined> {
  const [fact] = await database().select().from(installFacts).where(eq(installFacts.name, factName));
  return fact === undefined ? undefined : deskFact.parse(fact.value);
}

/**
 * Fills a desk with so much, and with the past it would have. A filling that was interrupted leaves no fact:
 * its folder is to be emptied.
 */
export async function fillWholeDesk(size: { open: number; closed: number }): Promise<DeskFact> {
  const begun = performance.now();
  await fillDesk(size);
  say(`  ${wholeNumber(size.closed)} naskah selesai dan ${wholeNumber(size.open)} berjalan dalam ${seconds(begun)}.`);
  const fact = { ...size, ...(await fillDeskPast()) };
  await database().insert(installFacts).values({ name: factName, value: fact, at: now() });
  say(`  ${wholeNumber(fact.events)} peristiwa; siap dalam ${seconds(begun)}.`);
  return fact;
}

/**
 * Puts so many editions under way, and so many that are over, beside what the demo has, with three hundred
 * writers and twenty editors. They are rows for measuring, written past the verbs: their signatures and seals
 * hold under no key, so readers would not be shown them. What is over has short words; what is under way has
 * the words of a demo article, three versions and two signatures each.
 */
export async function fillDesk({ open, closed }: { open: number; closed: number }): Promise<void> {
  const owner = patientClient();
  try {
    await owner.unsafe(`set maintenance_work_mem = '1GB'; set work_mem = '256MB'`);
    for (const statement of office) await owner.unsafe(statement);
    const frame = await frameOf(owner, filledTables, []);
    for (const statement of frame.drop) await owner.unsafe(statement);
    for (let from = 1; from <= closed; from += portion) {
      await owner.unsafe(closedEditions(from, Math.min(closed, from + portion - 1), closed));
    }
    await owner.unsafe(openEditions(open));
    // The statements after it look for editions without versions and signatures.
    await owner.unsafe('analyze articles, editions, queue_entries');
    for (const statement of besideEditions) await owner.unsafe(statement);
    for (const statement of frame.restore) await owner.unsafe(statement);
    await owner.unsafe('vacuum analyze');
  } finally {
    await owner.end({ timeout: 5 });
  }
}

/** Before a filled desk is measured on another day. */
export async function keepScheduledAhead(): Promise<void> {
  const owner = patientClient();
  try {
    await owner.unsafe(putOff);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

const filledTables = [
  ...['articles', 'editions', 'revisions', 'signatures'],
  ...['listed', 'search_entries', 'search_headings'],
];

const wholeNumber = (value: number) => value.toLocaleString('id-ID');
