import { and, desc, eq } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import { revisions } from '#db/schema/index.ts';
import type { EditionId, RevisionId, UserId } from '#lib/ids.ts';
import type { Words } from './article-input.ts';

/** Minutes of one person's typing that share one revision. */
const coalesceMinutes = 10;

/** Keeps the words as they stand at a transition. */
export async function keepRevision(
  tx: Transaction,
  revision: { editionId: EditionId; words: Words; contentHash: string; by: UserId; verb: string; at: Date },
): Promise<void> {
  await tx.insert(revisions).values({ ...revision, reason: 'transition', startedAt: revision.at });
}

/**
 * Keeps what was typed: one revision for ten minutes of the same person's typing, a new one
 * when another person writes or a transition lies between.
 */
export async function keepTyping(
  tx: Transaction,
  revision: { editionId: EditionId; words: Words; contentHash: string; by: UserId; at: Date },
): Promise<void> {
  const [last] = await tx
    .select({ id: revisions.id, by: revisions.by, reason: revisions.reason, startedAt: revisions.startedAt })
    .from(revisions)
    .where(eq(revisions.editionId, revision.editionId))
    .orderBy(desc(revisions.id))
    .limit(1);
  const open =
    last !== undefined &&
    last.reason === 'typing' &&
    last.by === revision.by &&
    revision.at.getTime() - last.startedAt.getTime() < coalesceMinutes * 60_000;
  if (open) {
    const { words, contentHash, at } = revision;
    await tx.update(revisions).set({ words, contentHash, at }).where(eq(revisions.id, last.id));
    return;
  }
  await tx.insert(revisions).values({ ...revision, reason: 'typing', startedAt: revision.at });
}

/** Keeps words that were brought back from an earlier version. Typing that follows is a version of its own. */
export async function keepRestored(
  tx: Transaction,
  revision: { editionId: EditionId; words: Words; contentHash: string; by: UserId; at: Date; restoredFrom: RevisionId },
): Promise<void> {
  await tx.insert(revisions).values({ ...revision, reason: 'restored', startedAt: revision.at });
}

/** Keeps words that came too late as their writer's own, to be offered for copying. */
export async function keepStranded(
  tx: Transaction,
  revision: { editionId: EditionId; words: Words; contentHash: string; by: UserId; at: Date; baseVersion: number },
): Promise<RevisionId> {
  // A browser that got no answer sends the same words again: they are kept once.
  const [kept] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(
      and(
        eq(revisions.editionId, revision.editionId),
        eq(revisions.by, revision.by),
        eq(revisions.reason, 'stranded'),
        eq(revisions.contentHash, revision.contentHash),
        eq(revisions.baseVersion, revision.baseVersion),
      ),
    )
    .limit(1);
  if (kept !== undefined) return kept.id;
  const [row] = await tx
    .insert(revisions)
    .values({ ...revision, reason: 'stranded', startedAt: revision.at })
    .returning({ id: revisions.id });
  if (row === undefined) throw new Error('A revision was not kept.');
  return row.id;
}

/** The words as they stood when a hash was signed; undefined when no revision has that hash. */
export async function wordsAtHash(queryable: Queryable, edition: EditionId, hash: string): Promise<Words | undefined> {
  const [row] = await queryable
    .select({ words: revisions.words })
    .from(revisions)
    .where(and(eq(revisions.editionId, edition), eq(revisions.contentHash, hash), eq(revisions.reason, 'transition')))
    .orderBy(desc(revisions.id))
    .limit(1);
  return row?.words;
}
