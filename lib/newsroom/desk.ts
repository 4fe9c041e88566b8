import {
  and,
  arrayContains,
  arrayOverlaps,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencyRoles, type EditionState, type Role, workingStates } from '#db/schema/enums.ts';
import { articles, coWriters, editions, namedPeople, revisions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, PortalId } from '#lib/ids.ts';
import { confidedTo } from './confidence.ts';
import { rowViews } from './desk-rows.ts';
import type { EditionRowView, MyDesk } from './desk-shapes.ts';
import { strandedWords } from './drafting.ts';
import { agencyOfEdition, type EditionRecord, readEditions } from './edition-record.ts';
import { isWriter, maySee, verbWorks } from './policy.ts';

/** The most lines a desk list shows. */
const deskLength = 200;
const longestUnderWay = sql`coalesce(${editions.submittedAt}, ${editions.createdAt}) asc`;
const newestTouched = sql`coalesce(${editions.lastTypedAt}, ${editions.createdAt}) desc`;

const agenciesOf = (actor: Actor, roles: readonly Role[] = agencyRoles): AgencyId[] =>
  actor.roles.flatMap((held) => (held.agencyId !== null && roles.includes(held.role) ? [held.agencyId] : []));
const portalsWhere = (actor: Actor, roles: readonly string[]): PortalId[] =>
  actor.roles.flatMap((held) => (roles.includes(held.role) ? [held.portalId] : []));
const anyOf = <T>(column: Parameters<typeof inArray>[0] | SQL<T>, values: readonly T[]): SQL =>
  values.length === 0 ? sql`false` : inArray(column, [...values]);

const overlapsAny = <T>(column: Parameters<typeof arrayOverlaps>[0], values: readonly T[]): SQL =>
  values.length === 0 ? sql`false` : arrayOverlaps(column, [...values]);

/** What a person may see, as a condition: the rough cut; `maySee` decides on each row. */
function withinReach(actor: Actor): SQL | undefined {
  return or(
    anyOf(articles.agencyId, agenciesOf(actor)),
    anyOf(editions.agencyId, agenciesOf(actor)),
    anyOf(articles.portalId, portalsWhere(actor, ['editor', 'managing_editor', 'auditor'])),
    overlapsAny(editions.jointAgencyIds, agenciesOf(actor)),
    isCoWriter(actor),
    sql`exists (select 1 from ${namedPeople} where ${namedPeople.articleId} = ${editions.articleId} and ${namedPeople.userId} = ${actor.userId})`,
  );
}

const isCoWriter = (actor: Actor): SQL =>
  sql`exists (select 1 from ${coWriters} where ${coWriters.editionId} = ${editions.id} and ${coWriters.userId} = ${actor.userId})`;
const hasTyped = (actor: Actor): SQL =>
  sql`exists (select 1 from ${revisions} where ${revisions.editionId} = ${editions.id} and ${revisions.by} = ${actor.userId} and ${revisions.reason} in ('typing', 'restored'))`;

const wasCarriedTo = (actor: Actor): SQL => arrayContains(editions.escalatedTo, [actor.userId]);

async function seen(actor: Actor, where: SQL | undefined, order: SQL = newestTouched): Promise<EditionRecord[]> {
  const records = await readEditions(database(), and(withinReach(actor), confidedTo(actor), where), order, deskLength);
  return records.filter((record) => maySee(actor, record.facts));
}

/** My desk: what waits for me, what came back and why, my drafts, what is under way, my stranded words. */
export async function myDesk(actor: Actor): Promise<MyDesk> {
  const at = now();
  // Two questions, so that a portal's many editions under way never push out what waits for this person.
  const [couldWait, carried, mine] = await Promise.all([
    seen(
      actor,
      or(
        and(eq(editions.state, 'submitted'), anyOf(agencyOfEdition, agenciesOf(actor, ['verifier']))),
        eq(editions.state, 'approved'),
        and(eq(editions.state, 'in_editing'), eq(editions.claimedBy, actor.userId)),
        and(
          inArray(editions.state, ['published', 'archived']),
          isNotNull(editions.secondReviewDueAt),
          isNull(editions.secondReviewedAt),
        ),
        and(isNotNull(editions.retractReviewDueAt), isNull(editions.retractReviewedAt)),
      ),
      longestUnderWay,
    ),
    seen(
      actor,
      and(inArray(editions.state, [...workingStates]), gt(editions.escalation, 0), wasCarriedTo(actor)),
      longestUnderWay,
    ),
    seen(
      actor,
      and(
        inArray(editions.state, [...workingStates]),
        or(
          eq(editions.createdBy, actor.userId),
          eq(editions.submittedBy, actor.userId),
          isCoWriter(actor),
          hasTyped(actor),
        ),
      ),
    ),
  ]);
  const waits = ({ facts, edition }: EditionRecord) =>
    verbWorks(actor, 'verify', facts, at) ||
    verbWorks(actor, 'confirm', facts, at) ||
    // What was withdrawn waits for nobody's second signature, though somebody may still give it.
    (edition.state !== 'retracted' && verbWorks(actor, 'second_review', facts, at)) ||
    verbWorks(actor, 'review_retraction', facts, at) ||
    (edition.state === 'in_editing' && edition.claimedBy === actor.userId);
  // An editor who sent words back has typed in them too, but they wait for their writers.
  const mineToWrite = (state: EditionState) =>
    mine.filter(({ edition, facts }) => edition.state === state && isWriter(actor, facts));
  const isSentOn = ({ edition }: EditionRecord) => edition.state !== 'draft' && edition.state !== 'returned';
  const stranded = await strandedWords(actor);
  const [waitingForMe, escalated, returned, drafts, underWay] = await Promise.all([
    rowViews(actor, couldWait.filter(waits)),
    rowViews(actor, carried),
    rowViews(actor, mineToWrite('returned')),
    rowViews(actor, mineToWrite('draft')),
    rowViews(
      actor,
      mine.filter((record) => isSentOn(record) && !waits(record)),
    ),
  ]);
  return {
    waitingForMe,
    escalated,
    returned,
    drafts,
    underWay,
    stranded: stranded.map(({ revisionId, articleId, title, at: since }) => ({
      revisionId,
      articleId,
      title,
      at: since,
    })),
  };
}

/** Live and retracted articles that still owe a second review come first, then by publication. */
export async function publishedList(
  actor: Actor,
  page: number,
): Promise<{ rows: EditionRowView[]; page: number; hasMore: boolean }> {
  const perPage = 30;
  const order = sql`(${editions.secondReviewDueAt} is not null and ${editions.secondReviewedAt} is null) desc, ${editions.publishedAt} desc`;
  const records = await readEditions(
    database(),
    and(withinReach(actor), confidedTo(actor), inArray(editions.state, ['published', 'archived', 'retracted'])),
    order,
    perPage + 1,
    (Math.max(1, page) - 1) * perPage,
  );
  const shown = records.slice(0, perPage).filter((record) => maySee(actor, record.facts));
  return { rows: await rowViews(actor, shown), page, hasMore: records.length > perPage };
}

/** What ended without publication and may be looked up or brought back: rejected and discarded. */
export async function putAside(actor: Actor): Promise<EditionRowView[]> {
  const kept = and(inArray(editions.state, ['rejected', 'discarded']), isNull(editions.purgedAt));
  return rowViews(actor, await seen(actor, kept, sql`${desc(editions.id)}`));
}

/** Live articles of the actor's portal whose title holds the text, for the editor's related picks. */
export async function findLiveArticles(
  actor: Actor,
  portal: PortalId,
  text: string,
): Promise<{ id: string; title: string }[]> {
  if (!actor.roles.some((held) => held.portalId === portal)) return [];
  const needle = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return database()
    .select({ id: articles.id, title: editions.title })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(
      and(
        eq(articles.portalId, portal),
        inArray(editions.state, ['published', 'archived']),
        sql`${editions.title} ilike ${needle}`,
      ),
    )
    .orderBy(desc(articles.firstPublishedAt))
    .limit(20);
}
