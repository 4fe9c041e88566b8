import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { editions, revisions, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { ArticleId, RevisionId } from '#lib/ids.ts';
import type { Words } from './article-input.ts';
import { recordForActor } from './edition-view.ts';

/** One kept version of an article's words, and the one kept before it in the same edition. */
export type RevisionView = { words: Words; previous: Words | null; by: string; at: Date; editionNumber: number };

/**
 * A version of the words, for anybody who may see the article now. It is read through its article.
 *
 * @throws not_found when it is not a version of this article, or the actor may not see the article
 */
export async function revisionForActor(actor: Actor, article: ArticleId, id: RevisionId): Promise<RevisionView> {
  await recordForActor(actor, article);
  const [row] = await database()
    .select({ revision: revisions, number: editions.number, by: users.name })
    .from(revisions)
    .innerJoin(editions, eq(editions.id, revisions.editionId))
    .innerJoin(users, eq(users.id, revisions.by))
    .where(and(eq(revisions.id, id), eq(editions.articleId, article)));
  if (row === undefined) throw notFound('revision');
  const { revision, number, by } = row;
  const [former] = await database()
    .select({ words: revisions.words })
    .from(revisions)
    .where(
      and(
        eq(revisions.editionId, revision.editionId),
        inArray(revisions.reason, ['typing', 'transition', 'take_over']),
        lt(revisions.id, id),
      ),
    )
    .orderBy(desc(revisions.id))
    .limit(1);
  return { words: revision.words, previous: former?.words ?? null, by, at: revision.at, editionNumber: number };
}
