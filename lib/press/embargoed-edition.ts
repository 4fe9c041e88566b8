import { database, type Queryable } from '#db/client.ts';
import { now } from '#lib/clock.ts';
import type { ArticleId } from '#lib/ids.ts';
import { currentEditionId, type EditionRecord, readEdition } from '#lib/newsroom/edition-record.ts';
import { twoSignaturesHold } from '#lib/newsroom/signatures.ts';
import { isBeforeReaders } from '#lib/newsroom/workflow.ts';

/**
 * What somebody who was let in meets: the words (`open`, only as two people have signed them), an article that
 * is not theirs to read yet (`waiting`), one that everybody may read (`published`), or nothing.
 */
export type EmbargoStanding =
  | { kind: 'open'; record: EditionRecord; until: Date }
  | { kind: 'waiting'; until: Date | null }
  | { kind: 'published'; record: EditionRecord }
  | { kind: 'closed' };

/** How an article stands for those who were let in, at this moment. */
export async function embargoStanding(
  articleId: ArticleId,
  queryable: Queryable = database(),
): Promise<EmbargoStanding> {
  const id = await currentEditionId(queryable, articleId);
  const record = id === undefined ? undefined : await readEdition(queryable, id);
  if (record === undefined) return { kind: 'closed' };
  const { state, embargoUntil, signatures, currentHash } = record.facts;
  if (state === 'published' || state === 'archived') return { kind: 'published', record };
  if (!isBeforeReaders(state)) return { kind: 'closed' };
  const isUnderEmbargo = embargoUntil !== null && embargoUntil > now();
  const isSigned = (state === 'approved' || state === 'scheduled') && twoSignaturesHold(signatures, currentHash);
  return isUnderEmbargo && isSigned
    ? { kind: 'open', record, until: embargoUntil }
    : { kind: 'waiting', until: embargoUntil };
}

/** Whether people may be let in: there is an embargo that has not ended, upon something that may come to readers. */
export function canLetIn({ facts: { state, embargoUntil } }: EditionRecord, at: Date): boolean {
  return isBeforeReaders(state) && embargoUntil !== null && embargoUntil > at;
}
