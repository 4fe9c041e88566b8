import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
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
export type LiveReport = { checked: number; findings: LiveFinding[] };

const page = 200;

/**
 * Checks every live edition as a reader's page would, and every edition's state against the
 * audit log: what was put in front of readers, or taken away from them, behind our back.
 */
export async function checkLive(): Promise<LiveReport> {
  const findings = new Map<EditionId, LiveFinding>();
  let checked = 0;
  let last: EditionId | undefined;
  for (;;) {
    const rows = await livePage(last);
    const held = await heldSignatures(
      database(),
      rows.map((row) => row.edition.id),
    );
    for (const row of rows) {
      const faults = faultsOf(row, held);
      if (faults.length > 0) findings.set(row.edition.id, finding(row, faults));
      last = row.edition.id;
      checked += 1;
    }
    if (rows.length < page) break;
  }
  for (const row of await strayedFromTheLog()) {
    const { faults = [] } = findings.get(row.edition.id) ?? {};
    findings.set(row.edition.id, finding(row, [...faults, 'state']));
  }
  return { checked, findings: [...findings.values()] };
}

function livePage(after: EditionId | undefined): Promise<LiveRow[]> {
  return database()
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(inArray(editions.state, [...liveStates]), after === undefined ? undefined : gt(editions.id, after)))
    .orderBy(asc(editions.id))
    .limit(page);
}

function faultsOf(row: LiveRow, held: Awaited<ReturnType<typeof heldSignatures>>): Fault[] {
  const faults: Fault[] = [];
  if (!fitsSeal(row.edition, row.article)) faults.push('card');
  const isSame = hashOfRow(row.edition, row.article) === row.edition.contentHash;
  if (!isSame) faults.push('words');
  else if (!isSigned(row, held.get(row.edition.id) ?? [])) faults.push('signatures');
  return faults;
}

/** Editions whose state is not where their last entry in the audit log led; one without an entry is a draft. */
function strayedFromTheLog(): Promise<LiveRow[]> {
  const ledTo = sql`coalesce((
    select ${events.toState} from ${events}
    where ${events.editionId} = ${editions.id} and ${events.toState} is not null
    order by ${events.seq} desc limit 1), 'draft')`;
  return database()
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(sql`${ledTo} <> ${editions.state}::text`)
    .orderBy(asc(editions.id))
    .limit(1_000);
}

const finding = ({ edition, article }: LiveRow, faults: Fault[]): LiveFinding => ({
  editionId: edition.id,
  slug: article.slug,
  number: edition.number,
  faults,
});
