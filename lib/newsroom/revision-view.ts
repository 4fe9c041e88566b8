import { and, desc, eq, lt, ne } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { RevisionReason } from '#db/schema/enums.ts';
import { editions, revisions, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { ArticleId, EditionId, RevisionId } from '#lib/ids.ts';
import type { Words } from './article-input.ts';
import type { EditionRecord } from './edition-record.ts';
import { recordForHistory } from './edition-view.ts';
import { refusalFor } from './policy.ts';
import { canFollow } from './workflow.ts';

/** One kept version of an article's words: who, when, why. Without an id it is the words as they stand. */
export type Version = {
  id: RevisionId | null;
  words: Words;
  by: string;
  at: Date;
  reason: RevisionReason | 'current';
  verb: string | null;
  editionNumber: number;
};

/** A version, the one kept before it in the same edition, and where it could be brought back. */
export type RevisionView = Version & { previous: RevisionId | null; restorable: Restorable | null };

/** The edition that would take the words, for somebody who may write it now. */
export type Restorable = { editionId: EditionId; version: number };

/**
 * A version of the words, for anybody who may see the article now. It is read through its article.
 *
 * @throws not_found when it is not a version of this article, or the actor may not see the article
 */
export async function revisionForActor(actor: Actor, article: ArticleId, id: RevisionId): Promise<RevisionView> {
  const record = await recordForHistory(actor, article);
  const { version, editionId } = await versionOf(article, id);
  const [former] = await database()
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.editionId, editionId), ne(revisions.reason, 'stranded'), lt(revisions.id, id)))
    .orderBy(desc(revisions.id))
    .limit(1);
  return {
    ...version,
    previous: former?.id ?? null,
    restorable: version.reason === 'stranded' ? null : restorableBy(actor, record),
  };
}

/**
 * Two versions to be compared, the older one first; `now` is the words as they stand.
 *
 * @throws not_found as `revisionForActor`
 */
export async function versionsToCompare(
  actor: Actor,
  article: ArticleId,
  one: RevisionId,
  other: RevisionId | 'now',
): Promise<[older: Version, newer: Version]> {
  const record = await recordForHistory(actor, article);
  const first = (await versionOf(article, one)).version;
  if (other === 'now') return [first, await currentVersion(record)];
  const second = (await versionOf(article, other)).version;
  // Ids sort by the time they were made.
  return one <= other ? [first, second] : [second, first];
}

async function versionOf(article: ArticleId, id: RevisionId): Promise<{ version: Version; editionId: EditionId }> {
  const [row] = await database()
    .select({ revision: revisions, number: editions.number, by: users.name })
    .from(revisions)
    .innerJoin(editions, eq(editions.id, revisions.editionId))
    .innerJoin(users, eq(users.id, revisions.by))
    .where(and(eq(revisions.id, id), eq(editions.articleId, article)));
  if (row === undefined) throw notFound('revision');
  const { words, at, reason, verb, editionId } = row.revision;
  return { version: { id, words, by: row.by, at, reason, verb, editionNumber: row.number }, editionId };
}

async function currentVersion({ edition, words }: EditionRecord): Promise<Version> {
  const by = edition.lastTypedBy ?? edition.createdBy;
  const [writer] = await database().select({ name: users.name }).from(users).where(eq(users.id, by));
  return {
    id: null,
    words,
    by: writer?.name ?? '',
    at: edition.lastTypedAt ?? edition.createdAt,
    reason: 'current',
    verb: null,
    editionNumber: edition.number,
  };
}

function restorableBy(actor: Actor, { edition, facts }: EditionRecord): Restorable | null {
  const isOpen = canFollow('edit', facts.state) && refusalFor(actor, 'edit', facts, now()) === undefined;
  return isOpen ? { editionId: edition.id, version: edition.version } : null;
}
