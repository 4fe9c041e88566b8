import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { liveStates } from '#db/schema/enums.ts';
import { articles, editions, events } from '#db/schema/index.ts';
import type { EditionId } from '#lib/ids.ts';
import { hashOfRow, heldSignatures, type LiveRow } from './edition-record.ts';
import { fitsSeal } from './going-live.ts';
import { isSigned } from './signed-row.ts';

/**
 * What is wrong with an edition: its card is not what was sealed, its words are not those that
 * went live, its signatures do not suffice, or its state is not the one the audit log led to.
 */
export type Fault = 'card' | 'words' | 'signatures' | 'state';
export type LiveFinding = { editionId: EditionId; slug: string | null; number: number; faults: Fault[] };
export type LiveReport = {
  checked: number;
  /** The first thousand. */
  findings: LiveFinding[];
  /** All there are. */
  wrong: number;
};

/** Editions looked at together: their words are megabytes already. */
const partLength = 200;
/** More findings than this are one finding: somebody was at work. */
const keptFindings = 1_000;

/**
 * Checks every live edition as a reader's page would, and every edition's state against the
 * audit log: what was put in front of readers, or taken away from them, behind our back.
 */
export async function checkLive(): Promise<LiveReport> {
  const findings: LiveFinding[] = [];
  const report = { checked: 0, wrong: 0 };
  let last: EditionId | null = null;
  do {
    const part = await checkLivePart(last);
    findings.push(...part.findings.slice(0, keptFindings - findings.length));
    report.checked += part.checked;
    report.wrong += part.findings.length;
    last = part.last;
  } while (last !== null);
  return { ...report, findings };
}

/**
 * Checks the next two hundred editions in the order of their ids.
 *
 * @returns `checked`: how many of them are live; `last`: where to go on, null at the end
 */
export async function checkLivePart(
  after: EditionId | null,
): Promise<{ checked: number; findings: LiveFinding[]; last: EditionId | null }> {
  const ids = await nextIds(after);
  const last = ids.at(-1) ?? null;
  if (last === null) return { checked: 0, findings: [], last };
  const within = and(after === null ? undefined : gt(editions.id, after), lte(editions.id, last));
  const live = await rowsOf(and(within, inArray(editions.state, [...liveStates])));
  const held = await heldSignatures(
    database(),
    live.map((row) => row.edition.id),
  );
  const findings = new Map<EditionId, LiveFinding>();
  for (const row of live) {
    const faults = faultsOf(row, held);
    if (faults.length > 0) findings.set(row.edition.id, finding(row, faults));
  }
  for (const row of await rowsOf(and(within, sql`${stateOfTheLog} <> ${editions.state}::text`))) {
    const { faults = [] } = findings.get(row.edition.id) ?? {};
    findings.set(row.edition.id, finding(row, [...faults, 'state']));
  }
  return {
    checked: live.length,
    findings: [...findings.values()],
    last: ids.length < partLength ? null : last,
  };
}

async function nextIds(after: EditionId | null): Promise<EditionId[]> {
  const rows = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(after === null ? undefined : gt(editions.id, after))
    .orderBy(asc(editions.id))
    .limit(partLength);
  return rows.map(({ id }) => id);
}

/** Where an edition's last entry in the audit log led; one without an entry is a draft. */
const stateOfTheLog = sql`coalesce((
  select ${events.toState} from ${events}
  where ${events.editionId} = ${editions.id} and ${events.toState} is not null
  order by ${events.seq} desc limit 1), 'draft')`;

function rowsOf(where: ReturnType<typeof and>): Promise<LiveRow[]> {
  return database()
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(where)
    .orderBy(asc(editions.id));
}

function faultsOf(row: LiveRow, held: Awaited<ReturnType<typeof heldSignatures>>): Fault[] {
  const faults: Fault[] = [];
  if (!fitsSeal(row.edition, row.article)) faults.push('card');
  const isSame = hashOfRow(row.edition, row.article) === row.edition.contentHash;
  if (!isSame) faults.push('words');
  else if (!isSigned(row, held.get(row.edition.id) ?? [])) faults.push('signatures');
  return faults;
}

const finding = ({ edition, article }: LiveRow, faults: Fault[]): LiveFinding => ({
  editionId: edition.id,
  slug: article.slug,
  number: edition.number,
  faults,
});
