import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { type ArticleKind, workingStates } from '#db/schema/enums.ts';
import { editions, similarEditions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import { type EditionRecord, readEdition, readEditions } from '#lib/newsroom/edition-record.ts';
import { recordForActor } from '#lib/newsroom/edition-view.ts';
import { maySee } from '#lib/newsroom/policy.ts';
import { type Alike, findSimilar } from './find-similar.ts';
import { reasonText, type Story } from './likeness.ts';
import type { SimilarView } from './similar-shapes.ts';

/**
 * What else tells the story of an article this person may see.
 *
 * Of what they may not see, only that it is there: agency, kind and day, and only once it is on its way to
 * the desk. Confidential and embargoed editions and others' drafts are not told of at all. The
 * reason repeats the day and the place of the person's own text.
 *
 * @throws not_found like every read of an article
 */
export async function similarForActor(actor: Actor, article: ArticleId): Promise<SimilarView[]> {
  const record = await recordForActor(actor, article);
  const at = now();
  const alike = await findSimilar(record.article.portalId, article, storyOf(record), at);
  const others = await recordsOf(alike);
  return alike
    .flatMap((one) => {
      const other = others.get(one.editionId);
      return other === undefined ? [] : viewFor(actor, other, one, at);
    })
    .map((view, index) => ({ key: String(index), ...view }));
}

function viewFor(actor: Actor, record: EditionRecord, { reason }: Alike, at: Date): Omit<SimilarView, 'key'>[] {
  const { edition, article, agency, facts } = record;
  const view = {
    kind: edition.kind,
    agencyName: agency.shortName,
    at: (edition.publishedAt ?? edition.submittedAt)?.toISOString() ?? null,
    reason: reasonText(reason),
    isSameEvent: reason.kind === 'same_event',
  };
  const isLive = edition.state === 'published' || edition.state === 'archived';
  const live =
    isLive && article.slug !== null ? { kind: edition.kind, slug: article.slug, title: edition.title } : null;
  if (maySee(actor, facts)) {
    return [{ ...view, live, article: { id: article.id, title: edition.title, state: edition.state } }];
  }
  if (live !== null) return [{ ...view, live, article: null }];
  const isUnderWay = !['draft', 'returned'].includes(edition.state);
  const isEmbargoed = edition.embargoUntil !== null && edition.embargoUntil > at;
  return isUnderWay && !isEmbargoed && !article.isConfidential ? [{ ...view, live: null, article: null }] : [];
}

async function recordsOf(alike: readonly Alike[]): Promise<Map<EditionId, EditionRecord>> {
  const ids = alike.map((one) => one.editionId);
  if (ids.length === 0) return new Map();
  const records = await readEditions(database(), inArray(editions.id, ids), desc(editions.id), ids.length);
  return new Map(records.map((record) => [record.edition.id, record]));
}

function storyOf({ edition }: EditionRecord): Story & { kind: ArticleKind } {
  const { kind, title, lead, eventDate, datelinePlace, regencyCodes } = edition;
  return { kind, title, lead, eventDate, datelinePlace, regencyCodes };
}

/** The job after a submission: keeps what tells the same story, for the marks of the queue. */
export async function keepSimilar(id: EditionId): Promise<void> {
  const record = await readEdition(database(), id);
  if (record === undefined) return;
  const foundAt = now();
  const alike = await findSimilar(record.article.portalId, record.article.id, storyOf(record), foundAt);
  await transaction((tx) => keep(tx, id, alike, foundAt));
}

async function keep(tx: Transaction, id: EditionId, alike: readonly Alike[], foundAt: Date): Promise<void> {
  // Twice at once would find the other's rows: the second waits for the first.
  await tx.select({ id: editions.id }).from(editions).where(eq(editions.id, id)).for('no key update');
  await tx.delete(similarEditions).where(eq(similarEditions.editionId, id));
  if (alike.length === 0) return;
  await tx.insert(similarEditions).values(
    alike.map((one) => ({
      editionId: id,
      otherId: one.editionId,
      likeness: one.likeness,
      isSameEvent: one.reason.kind === 'same_event',
      foundAt,
    })),
  );
}

/**
 * How many editions under way or live tell the story of each of these, as found at submission, in both directions. For
 * the desk, which sees them all: what the reader of the mark may not see they are not led to.
 */
export async function similarCounts(ids: readonly EditionId[]): Promise<Map<EditionId, number>> {
  if (ids.length === 0) return new Map();
  const { editionId, otherId } = similarEditions;
  const pairs = await database()
    .select({ editionId, otherId })
    .from(similarEditions)
    .where(or(inArray(editionId, [...ids]), inArray(otherId, [...ids])));
  const named = [...new Set(pairs.flatMap((pair) => [pair.editionId, pair.otherId]))];
  const standing = await standingOf(named);
  const others = new Map(ids.map((id) => [id, new Set<EditionId>()]));
  for (const pair of pairs) {
    if (standing.has(pair.otherId)) others.get(pair.editionId)?.add(pair.otherId);
    if (standing.has(pair.editionId)) others.get(pair.otherId)?.add(pair.editionId);
  }
  return new Map([...others].map(([id, set]) => [id, set.size]));
}

/** Those that are still on their way or live. */
async function standingOf(ids: readonly EditionId[]): Promise<Set<EditionId>> {
  if (ids.length === 0) return new Set();
  const rows = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(
      and(
        inArray(editions.id, [...ids]),
        inArray(editions.state, [...workingStates.filter((state) => state !== 'draft'), 'published', 'archived']),
        sql`${editions.purgedAt} is null`,
      ),
    );
  return new Set(rows.map((row) => row.id));
}
