import { and, asc, between, eq, inArray } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { daysOff } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { requireAdmin } from '#lib/accounts/administration.ts';
import { type Issue, invalid, notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { changeDetail } from '#lib/record/changed-fields.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { csvEntries, issueAt } from '#lib/register/csv-entries.ts';
import { csvRows, csvText } from '#lib/register/csv-text.ts';
import type { ImportCount, ImportPreview } from '#lib/register/import.ts';
import { type DayOffEntry, daysOffOfTheState } from '#lib/service-hours/days-off-of-the-state.ts';
import type { AdministrationInput } from './administration-input.ts';
import { portalToChange, recordArranged, recount } from './arrangement.ts';
import { dayOffColumns, dayOffRow } from './day-off-columns.ts';

/** The days off of a year, in their order. */
export async function daysOffIn(actor: Actor, portalId: PortalId, year: number): Promise<DayOffEntry[]> {
  requireAdmin(actor, portalId);
  const rows = await database()
    .select()
    .from(daysOff)
    .where(and(eq(daysOff.portalId, portalId), between(daysOff.day, `${year}-01-01`, `${year}-12-31`)))
    .orderBy(asc(daysOff.day));
  return rows.map(({ portalId: _portal, ...day }) => day);
}

/** How many days of a year a decree we know of names: what the button offers. */
export const decreedDays = (year: number) => daysOffOfTheState.filter(({ day }) => isIn(day, year)).length;

/** @throws invalid when the day is in the list already */
export function addDayOff(actor: Actor, input: AdministrationInput<'addDayOff'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, ...entry } = input;
    await portalToChange(tx, actor, portalId);
    const [there] = await daysAmong(tx, portalId, [entry.day]);
    if (there !== undefined) {
      const text = `Tanggal ini sudah ada di daftar: ${there.name}. Hapus dulu bila keliru.`;
      throw invalid([{ field: 'day', code: 'day_listed', text }]);
    }
    await keepDays(tx, actor, portalId, 'add_day_off', [], [entry]);
  });
}

/** Takes a day out of the list: the offices are open on it again. */
export function removeDayOff(actor: Actor, { portalId, day }: AdministrationInput<'removeDayOff'>): Promise<void> {
  return transaction(async (tx) => {
    await portalToChange(tx, actor, portalId);
    const [there] = await daysAmong(tx, portalId, [day]);
    if (there === undefined) throw notFound('day_off');
    await tx.delete(daysOff).where(and(eq(daysOff.portalId, portalId), eq(daysOff.day, day)));
    await recount(tx, portalId);
    const detail = changeDetail(aboutDays(portalId, day), { [day]: withoutDay(there) }, { [day]: null });
    await recordArranged(tx, actor, portalId, { verb: 'remove_day_off', detail });
  });
}

/** Fills a year with the days of the joint decree that comes with this version; what stands there stays. */
export function takeDecree(actor: Actor, input: AdministrationInput<'takeDecree'>): Promise<{ added: number }> {
  return transaction(async (tx) => {
    const { portalId, year } = input;
    await portalToChange(tx, actor, portalId);
    const decreed = daysOffOfTheState.filter(({ day }) => isIn(day, year));
    const there = await daysAmong(
      tx,
      portalId,
      decreed.map(({ day }) => day),
    );
    const fresh = decreed.filter(({ day }) => there.every((known) => known.day !== day));
    await keepDays(tx, actor, portalId, 'add_day_off', [], fresh);
    return { added: fresh.length };
  });
}

/**
 * Reads a CSV file of days and tells what taking it would do. Writes nothing.
 *
 * @throws invalid for what is no CSV file of days
 */
export async function previewDaysOff(
  actor: Actor,
  { portalId, file }: AdministrationInput<'previewDaysOff'>,
): Promise<ImportPreview> {
  requireAdmin(actor, portalId);
  const text = csvText(new Uint8Array(await file.arrayBuffer()));
  const { issues, before, after, same } = await transaction((tx) => compared(tx, portalId, text));
  const [head, ...rows] = csvRows(text);
  return {
    count: { added: after.length - before.length, changed: before.length, same },
    issues: issues.slice(0, 50),
    issueCount: issues.length,
    head: head?.cells ?? [],
    sample: rows.slice(0, 8).map((row) => row.cells),
    rowCount: rows.length,
    text,
  };
}

/** Takes all days of a CSV text, or none when one is wrong. A day that stands there is changed; none is taken out. */
export function takeDaysOff(actor: Actor, input: AdministrationInput<'takeDaysOff'>): Promise<ImportCount> {
  return transaction(async (tx) => {
    const { portalId, text } = input;
    await portalToChange(tx, actor, portalId);
    const { issues, before, after, same } = await compared(tx, portalId, text);
    if (issues.length > 0) throw invalid(issues.slice(0, 50));
    await keepDays(tx, actor, portalId, 'import_days_off', before, after);
    return { added: after.length - before.length, changed: before.length, same };
  });
}

/** What a CSV text would change: the days as they stand, and as they would. */
async function compared(tx: Transaction, portalId: PortalId, text: string) {
  const { entries, issues } = csvEntries(dayOffRow, dayOffColumns, text);
  const lines = new Map<string, number>();
  const twice: Issue[] = entries.flatMap(({ line, entry }) => {
    const first = lines.get(entry.day);
    lines.set(entry.day, first ?? line);
    return first === undefined ? [] : [issueAt(line, `tanggal ini sudah ada di baris ${first}.`)];
  });
  const wanted = entries.map(({ entry }) => entry);
  const there = await daysAmong(tx, portalId, [...lines.keys()]);
  const former = (day: string) => there.find((known) => known.day === day);
  const after = wanted.filter((entry) => !isSame(former(entry.day), entry));
  const before = after.flatMap(({ day }) => former(day) ?? []);
  return { issues: [...issues, ...twice], before, after, same: wanted.length - after.length };
}

/** Puts days back as they were: days that were none are taken out. */
export function restoreDaysOff(
  actor: Actor,
  portalId: PortalId,
  wanted: ReadonlyMap<string, DayOffEntry | null>,
): Promise<void> {
  return transaction(async (tx) => {
    await portalToChange(tx, actor, portalId);
    const there = await daysAmong(tx, portalId, [...wanted.keys()]);
    for (const [day, entry] of wanted) {
      if (entry === null) await tx.delete(daysOff).where(and(eq(daysOff.portalId, portalId), eq(daysOff.day, day)));
      else await putDay(tx, portalId, entry);
    }
    await recount(tx, portalId);
    const before = Object.fromEntries(there.map((entry) => [entry.day, withoutDay(entry)]));
    const after = Object.fromEntries([...wanted].map(([day, entry]) => [day, entry && withoutDay(entry)]));
    for (const day of wanted.keys()) {
      const detail = changeDetail(aboutDays(portalId, day), before, { [day]: after[day] });
      await recordArranged(tx, actor, portalId, { verb: 'restore_days_off', detail });
    }
  });
}

/** Writes days over what stands there, one entry of the log for each year. */
async function keepDays(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  verb: EventVerb,
  before: readonly DayOffEntry[],
  after: readonly DayOffEntry[],
): Promise<void> {
  if (after.length === 0) return;
  for (const entry of after) await putDay(tx, portalId, entry);
  await recount(tx, portalId);
  for (const year of new Set(after.map(({ day }) => day.slice(0, 4)))) {
    const ofYear = (days: readonly DayOffEntry[]) =>
      Object.fromEntries(days.flatMap((entry) => (entry.day.startsWith(year) ? [[entry.day, withoutDay(entry)]] : [])));
    const detail = changeDetail(aboutDays(portalId, year), ofYear(before), ofYear(after));
    await recordArranged(tx, actor, portalId, { verb, detail });
  }
}

async function putDay(tx: Transaction, portalId: PortalId, entry: DayOffEntry): Promise<void> {
  await tx
    .insert(daysOff)
    .values({ ...entry, portalId })
    .onConflictDoUpdate({ target: [daysOff.portalId, daysOff.day], set: withoutDay(entry) });
}

/** The days of one year have one history. */
export const aboutDays = (portalId: PortalId, day: string) => `days_off:${portalId}:${day.slice(0, 4)}`;

const isIn = (day: string, year: number) => day.startsWith(`${year}-`);
const withoutDay = ({ kind, name, source }: DayOffEntry) => ({ kind, name, source });
const isSame = (one: DayOffEntry | undefined, other: DayOffEntry) =>
  one?.kind === other.kind && one.name === other.name && one.source === other.source;

function daysAmong(tx: Transaction, portalId: PortalId, days: readonly string[]): Promise<DayOffEntry[]> {
  return tx
    .select({ day: daysOff.day, kind: daysOff.kind, name: daysOff.name, source: daysOff.source })
    .from(daysOff)
    .where(and(eq(daysOff.portalId, portalId), inArray(daysOff.day, [...days])));
}
