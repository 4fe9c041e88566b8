import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Transaction, transaction } from '#db/client.ts';
import { agencies, users } from '#db/schema/index.ts';
import { domainErrorCode, invalid, issuesOf } from '#lib/errors.ts';
import { csvOf } from '#lib/export/csv.ts';
import { type AgencyId, type PortalId, portalId, type UserId } from '#lib/ids.ts';
import { type EventEntry, recordEvents } from '#lib/record/events.ts';
import { csvText } from '#lib/register/csv-text.ts';
import { importLimits } from '#lib/register/register-limits.ts';
import { type Actor, actorNow } from './actor.ts';
import { openRoles, personToChange, requireAdmin, unlessTaken } from './administration.ts';
import { requireAllowedAddress } from './mail-domains.ts';
import { pastEntries } from './past-roles.ts';
import { type PeopleRow, peopleColumns, peopleRows } from './people-file.ts';
import { addRole, roleEntry } from './roles.ts';

export const peopleImportInputs = {
  preview: z.strictObject({
    portalId,
    file: z
      .instanceof(File, { error: 'Pilih berkas CSV.' })
      .refine((file) => file.size > 0, 'Pilih berkas CSV.')
      .refine((file) => file.size <= importLimits.bytes, 'Berkas ini terlalu besar. Bagi menjadi beberapa berkas.'),
  }),
  take: z.strictObject({ portalId, text: z.string().max(importLimits.bytes * 2) }),
} as const;

/** What became, or would become, of one line. */
export type ImportLine = {
  line: number;
  name: string;
  email: string;
  outcome: 'new' | 'known' | 'same' | 'wrong';
  /** What happens with it, or what is wrong, in words. */
  text: string;
};

/** What a file would bring. Taken whole or not at all. */
export type PeopleImport = {
  lines: ImportLine[];
  people: number;
  roles: number;
  waiting: number;
  wrong: number;
  /** The wrong lines with their reasons, to be put right and sent again; empty when all are well. */
  errorsCsv: string;
  /** To be sent again when the person agrees. */
  text: string;
};

/**
 * Reads a file of people and tells, line by line, what taking it would do. Writes nothing: all is
 * tried in a transaction that is taken back.
 */
export async function previewPeople(
  actor: Actor,
  input: z.output<typeof peopleImportInputs.preview>,
): Promise<PeopleImport> {
  const text = csvText(new Uint8Array(await input.file.arrayBuffer()));
  const rows = readRows(text);
  const tried: { report?: PeopleImport } = {};
  try {
    await transaction(async (tx) => {
      tried.report = (await work(tx, actor, input.portalId, rows, text)).report;
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
  if (tried.report === undefined) throw new Error('A file of people was not read.');
  return tried.report;
}

const takenBack = new Error('A trial is taken back.');

/**
 * Takes a file of people: all of its lines, or none when one of them is wrong. Guarded roles wait
 * for a second person, as always. People who are there already are recognised by their address.
 *
 * @throws invalid while a line is wrong
 */
export function takePeople(actor: Actor, input: z.output<typeof peopleImportInputs.take>): Promise<PeopleImport> {
  const rows = readRows(input.text);
  return transaction(async (tx) => {
    const { report, events } = await work(tx, actor, input.portalId, rows, input.text);
    if (report.wrong > 0) {
      throw invalid([
        { field: 'file', code: 'lines_wrong', text: `${report.wrong} baris belum benar. Periksa berkasnya lagi.` },
      ]);
    }
    // The lock of the log comes last.
    await recordEvents(tx, events);
    return report;
  });
}

function readRows(text: string): PeopleRow[] {
  const { rows, fault } = peopleRows(text);
  if (fault !== null) throw invalid([{ field: 'file', code: 'file_wrong', text: fault }]);
  return rows;
}

type Work = { report: PeopleImport; events: EventEntry[] };

async function work(tx: Transaction, actor: Actor, portal: PortalId, rows: PeopleRow[], text: string): Promise<Work> {
  const asked = await actorNow(tx, actor);
  requireAdmin(asked, portal);
  const houses = await agenciesByName(tx, portal);
  const emails = rows.flatMap((row) => (row.person === null ? [] : [row.person.email]));
  const known = new Map(
    emails.length === 0
      ? []
      : (await tx.select({ id: users.id, email: users.email }).from(users).where(inArray(users.email, emails))).map(
          (row): [string, UserId] => [row.email, row.id],
        ),
  );
  const events: EventEntry[] = [];
  const lines: ImportLine[] = [];
  const counted = { people: 0, roles: 0, waiting: 0 };
  for (const row of rows) {
    lines.push(await takeRow({ tx, actor: asked, portal, houses, known, events, counted }, row));
  }
  const wrong = lines.filter((line) => line.outcome === 'wrong');
  return { report: { lines, ...counted, wrong: wrong.length, errorsCsv: errorsOf(rows, wrong), text }, events };
}

type Taking = {
  tx: Transaction;
  actor: Actor;
  portal: PortalId;
  houses: ReadonlyMap<string, AgencyId>;
  known: Map<string, UserId>;
  events: EventEntry[];
  counted: { people: number; roles: number; waiting: number };
};

async function takeRow(taking: Taking, row: PeopleRow): Promise<ImportLine> {
  const [name = '', email = ''] = row.cells;
  const said = { line: row.line, name, email };
  const house = row.agencyName === '' ? null : taking.houses.get(row.agencyName.toLowerCase());
  const issues =
    house === undefined ? [...row.issues, `Perangkat daerah “${row.agencyName}” tidak dikenal.`] : row.issues;
  if (issues.length > 0 || row.person === null || house === undefined) {
    return { ...said, outcome: 'wrong', text: issues.join(' ') };
  }
  try {
    // A refusal of one line must not end the trial of the others.
    return { ...said, ...(await taking.tx.transaction((inner) => takePerson({ ...taking, tx: inner }, row, house))) };
  } catch (error) {
    if (domainErrorCode(error) === undefined) throw error;
    const [issue] = issuesOf(error);
    return { ...said, outcome: 'wrong', text: issue?.text ?? (error instanceof Error ? error.message : '') };
  }
}

async function takePerson(
  taking: Taking,
  { person, role }: PeopleRow,
  agencyId: AgencyId | null,
): Promise<Pick<ImportLine, 'outcome' | 'text'>> {
  const { tx, actor, portal, known, events, counted } = taking;
  if (person === null) throw new Error('A line without a person was taken.');
  const before = known.get(person.email);
  if (before !== undefined) await personToChange(tx, actor, before);
  const id = before ?? (await addPerson(tx, person));
  const isHeld =
    role !== null &&
    (await openRoles(tx, id)).some(
      (held) => held.role === role && held.portalId === portal && held.agencyId === agencyId,
    );
  const given =
    role === null || isHeld ? null : await addRole(tx, actor, { userId: id, portalId: portal, role, agencyId });
  // Only what was not taken back counts.
  known.set(person.email, id);
  if (before === undefined) {
    counted.people += 1;
    const event = { portalId: null, actorId: actor.userId, actorRole: 'admin', verb: 'create_person' } as const;
    events.push({ ...event, subjectId: id, detail: { from: 'file' } });
  }
  if (given !== null) {
    counted.roles += 1;
    if (given.row.effectiveAt === null) counted.waiting += 1;
    events.push(...pastEntries(given.past), roleEntry('grant_role', 'admin', actor, given.row));
  }
  const who = before === undefined ? 'Orang baru' : 'Sudah ada';
  if (given === null && before !== undefined) return { outcome: 'same', text: 'Sudah ada, tidak berubah.' };
  const what =
    given === null ? 'tanpa peran' : given.row.effectiveAt === null ? 'peran menunggu diterima' : 'peran berlaku';
  return { outcome: before === undefined ? 'new' : 'known', text: `${who}, ${what}.` };
}

async function addPerson(tx: Transaction, person: { name: string; email: string; phone: string }): Promise<UserId> {
  requireAllowedAddress(person.email);
  const [row] = await unlessTaken(tx.insert(users).values(person).returning({ id: users.id }), () =>
    invalid([
      { field: 'file', code: 'email_taken', text: 'Surel ini baru saja dipakai akun lain. Periksa berkasnya lagi.' },
    ]),
  );
  if (row === undefined) throw new Error('The new person was not returned.');
  return row.id;
}

/** The agencies of a portal by name, short name and address, in small letters. */
async function agenciesByName(tx: Transaction, portal: PortalId): Promise<Map<string, AgencyId>> {
  const rows = await tx
    .select({ id: agencies.id, name: agencies.name, shortName: agencies.shortName, slug: agencies.slug })
    .from(agencies)
    .where(eq(agencies.portalId, portal));
  return new Map(
    rows.flatMap(({ id, ...names }) =>
      Object.values(names).map((name): [string, AgencyId] => [name.toLowerCase(), id]),
    ),
  );
}

function errorsOf(rows: readonly PeopleRow[], wrong: readonly ImportLine[]): string {
  if (wrong.length === 0) return '';
  return csvOf(
    [...peopleColumns, 'yang perlu diperbaiki'],
    wrong.map((line) => [...(rows.find((row) => row.line === line.line)?.cells ?? []), line.text]),
  );
}
