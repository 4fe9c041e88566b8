import { and, desc, eq, inArray, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import { workingStates } from '#db/schema/enums.ts';
import {
  agencies,
  articles,
  coWriters,
  editions,
  memberships,
  namedPeople,
  revisions,
  signatures,
  signatureVoids,
  users,
} from '#db/schema/index.ts';
import { notAwayAt } from '#lib/accounts/absences.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { AgencyId, ArticleId, EditionId, UserId } from '#lib/ids.ts';
import type { Words } from './article-input.ts';
import type { EditionFacts } from './policy.ts';
import { editionHash, type HeldSignature, signatureHolds } from './signatures.ts';

export type EditionRow = typeof editions.$inferSelect;
export type ArticleRow = typeof articles.$inferSelect;
export type AgencyRow = typeof agencies.$inferSelect;

/** An edition with its article and agency, its current hash, and what the policy asks about it. */
export type EditionRecord = {
  edition: EditionRow;
  article: ArticleRow;
  /** Whose words these are: the article's agency, unless the edition moves it to another or came before it moved. */
  agency: AgencyRow;
  words: Words;
  facts: EditionFacts;
};

/** The agency whose words an edition has. */
export const agencyOfEdition = sql<AgencyId>`coalesce(${editions.agencyId}, ${articles.agencyId})`;

/** Newest publication first, as the indexes have it: without the nulls' place PostgreSQL sorts all editions. */
export const byPublication = sql`${editions.publishedAt} desc nulls last`;

/** A live edition with its article and all its words. */
export type LiveRow = Pick<EditionRecord, 'edition' | 'article'>;

/** What lists and cards read of an edition: what the seal covers, without the long words. */
export type CardEdition = Omit<EditionRow, 'body' | 'summary' | 'credits' | 'sources' | 'attachments'>;
export type CardRow = { edition: CardEdition; article: ArticleRow };

/** The words and placement of a row, in the shape the editor sends and the hash covers. */
export function wordsOf(row: EditionRow): Words {
  return {
    kind: row.kind,
    title: row.title,
    lead: row.lead,
    summary: row.summary,
    body: row.body,
    cover: row.cover,
    credits: row.credits,
    sources: row.sources,
    attachments: row.attachments,
    details: row.details,
    jointAgencyIds: row.jointAgencyIds,
    sponsored: row.sponsored,
    datelinePlace: row.datelinePlace,
    eventDate: row.eventDate,
    regencyCodes: row.regencyCodes,
    infoClass: row.infoClass,
    publicNote: row.publicNote,
    sectionId: row.sectionId,
    topicIds: row.topicIds,
    relatedIds: row.relatedIds,
  };
}

/** The content hash of a row as it stands, computed anew. */
export function hashOfRow(edition: EditionRow, article: ArticleRow): string {
  return editionHash(
    {
      articleId: article.id,
      number: edition.number,
      agencyId: edition.agencyId ?? article.agencyId,
      changeType: edition.changeType,
    },
    wordsOf(edition),
  );
}

/** The signatures of editions whose MAC holds under our keys and that are not void, by edition. */
export async function heldSignatures(
  queryable: Queryable,
  editionIds: readonly EditionId[],
): Promise<Map<EditionId, HeldSignature[]>> {
  const held = new Map<EditionId, HeldSignature[]>();
  if (editionIds.length === 0) return held;
  const rows = await queryable
    .select({ signature: signatures })
    .from(signatures)
    .leftJoin(signatureVoids, eq(signatureVoids.signatureId, signatures.id))
    .where(and(inArray(signatures.editionId, [...editionIds]), isNull(signatureVoids.signatureId)))
    .orderBy(signatures.id);
  const keys = config().signingKeys;
  for (const { signature } of rows) {
    if (!signatureHolds(keys, signature, signature)) continue;
    held.set(signature.editionId, [...(held.get(signature.editionId) ?? []), signature]);
  }
  return held;
}

/**
 * Reads an edition and everything its policy asks.
 *
 * @param lock locks the edition's row until the end of the transaction
 * @returns undefined when there is no such edition
 */
export async function readEdition(
  queryable: Queryable,
  id: EditionId,
  lock = false,
): Promise<EditionRecord | undefined> {
  const query = editionRows(queryable).where(eq(editions.id, id));
  const [record] = await withFacts(queryable, lock ? await query.for('no key update', { of: editions }) : await query);
  return record;
}

/** Editions by any condition on editions, articles and agencies, with their facts, in a handful of queries. */
export async function readEditions(
  queryable: Queryable,
  where: SQL | undefined,
  order: SQL,
  limit: number,
  offset = 0,
): Promise<EditionRecord[]> {
  return withFacts(queryable, await editionRows(queryable).where(where).orderBy(order).limit(limit).offset(offset));
}

/** These editions with their facts, in this order; what is not there is left out. */
export async function readEditionsInOrder(queryable: Queryable, ids: readonly EditionId[]): Promise<EditionRecord[]> {
  if (ids.length === 0) return [];
  const records = await readEditions(queryable, inArray(editions.id, [...ids]), sql`${editions.id}`, ids.length);
  const byId = new Map(records.map((record) => [record.edition.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function editionRows(queryable: Queryable) {
  return queryable
    .select({ edition: editions, article: articles, agency: agencies })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(agencies, eq(agencies.id, agencyOfEdition))
    .$dynamic();
}

type Rows = { edition: EditionRow; article: ArticleRow; agency: AgencyRow }[];

async function withFacts(queryable: Queryable, rows: Rows): Promise<EditionRecord[]> {
  if (rows.length === 0) return [];
  const editionIds = rows.map((row) => row.edition.id);
  const articleIds = [...new Set(rows.map((row) => row.article.id))];
  const agencyIds = [...new Set(rows.map((row) => row.agency.id))];
  const [coWriterRows, namedRows, authorRows, verifierRows, held, workingRows] = await Promise.all([
    queryable
      .select({ of: coWriters.editionId, userId: coWriters.userId })
      .from(coWriters)
      .where(inArray(coWriters.editionId, editionIds)),
    queryable
      .select({ of: namedPeople.articleId, userId: namedPeople.userId })
      .from(namedPeople)
      .where(inArray(namedPeople.articleId, articleIds)),
    queryable
      .selectDistinct({ of: editions.articleId, number: editions.number, userId: revisions.by })
      .from(revisions)
      .innerJoin(editions, eq(editions.id, revisions.editionId))
      .where(and(inArray(editions.articleId, articleIds), inArray(revisions.reason, ['typing', 'restored']))),
    verifiersOf(queryable, agencyIds),
    heldSignatures(queryable, editionIds),
    queryable
      .select({ of: editions.articleId })
      .from(editions)
      .where(and(inArray(editions.articleId, articleIds), inArray(editions.state, [...workingStates]))),
  ]);
  return rows.map(({ edition, article, agency }) => ({
    edition,
    article,
    agency,
    words: wordsOf(edition),
    facts: {
      ...edition,
      portalId: article.portalId,
      agencyId: agency.id,
      articleAgencyId: article.agencyId,
      isConfidential: article.isConfidential,
      namedIds: peopleOf(namedRows, article.id),
      coWriterIds: peopleOf(coWriterRows, edition.id),
      // A later edition begins with the words of those before it.
      authorIds: peopleOf(
        authorRows.filter((row) => row.number <= edition.number),
        article.id,
      ),
      hasVerification: agency.hasVerification,
      verifierIds: peopleOf(verifierRows, agency.id),
      currentHash: hashOfRow(edition, article),
      signatures: held.get(edition.id) ?? [],
      hasWorkingEdition: workingRows.some((row) => row.of === article.id),
    },
  }));
}

function peopleOf<Of>(rows: readonly { of: Of; userId: UserId }[], of: Of): UserId[] {
  return [...new Set(rows.filter((row) => row.of === of).map((row) => row.userId))];
}

/** Accounts that hold the verifier's role of an agency now and are there: nobody waits for somebody on leave. */
async function verifiersOf(
  queryable: Queryable,
  agencyIds: readonly AgencyId[],
): Promise<{ of: AgencyId; userId: UserId }[]> {
  const at = now();
  const rows = await queryable
    .selectDistinct({ of: memberships.agencyId, userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.agencyId, [...agencyIds]),
        eq(memberships.role, 'verifier'),
        inForceAt(at),
        isNull(users.suspendedAt),
        notAwayAt(at),
      ),
    );
  return rows.flatMap(({ of, userId }) => (of === null ? [] : [{ of, userId }]));
}

/**
 * The edition people mean when they open an article: the working one, else the live one,
 * else the newest.
 */
export async function currentEditionId(queryable: Queryable, article: ArticleId): Promise<EditionId | undefined> {
  const [row] = await queryable
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.articleId, article), notInArray(editions.state, ['superseded'])))
    .orderBy(
      sql`case when ${editions.state} in ('draft','submitted','verified','returned','in_editing','approved','scheduled') then 0 when ${editions.state} in ('published','archived','retracted') then 1 else 2 end`,
      desc(editions.number),
    )
    .limit(1);
  return row?.id;
}

/**
 * Locks the article first, so that two editions of it never change in opposite order. Rows that only name it
 * may still be written: whoever writes the log holds up everybody, and must not wait for who waits for the log.
 */
export async function lockArticle(tx: Transaction, id: EditionId): Promise<void> {
  await tx.execute(
    sql`select ${articles.id} from ${articles} where ${articles.id} = (select ${editions.articleId} from ${editions} where ${editions.id} = ${id}) for no key update`,
  );
}
