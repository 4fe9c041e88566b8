import { sql } from 'drizzle-orm';
import { expect, vi } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { EditionId } from '#lib/ids.ts';
import { lockArticle } from '#lib/newsroom/edition-record.ts';

/** What came of an act: `none`, or the code of its refusal with the sentence its person reads. */
export type Answer = { code: string; text: string };

/**
 * Has people act upon one article at the same moment: each has begun and waits for the article before the
 * first of them gets it. A bug is thrown on.
 */
export async function atOnce(id: EditionId, ...acts: readonly (() => Promise<unknown>)[]): Promise<Answer[]> {
  const { begun } = await transaction(async (tx) => {
    await lockArticle(tx, id);
    const answers = acts.map(answerTo);
    await untilWaiting(acts.length);
    return { begun: answers };
  });
  return Promise.all(begun);
}

async function answerTo(act: () => Promise<unknown>): Promise<Answer> {
  try {
    await act();
    return { code: 'none', text: '' };
  } catch (error) {
    const code = domainErrorCode(error);
    if (code === undefined || !(error instanceof Error)) throw error;
    return { code, text: error.message };
  }
}

/** Returns once so many transactions wait for another one. */
export async function untilWaiting(count: number): Promise<void> {
  await vi.waitFor(async () => expect(await waiting()).toBe(count), 10_000);
}

/** Asked outside the transaction that holds the lock: what others do is read once in each. */
async function waiting(): Promise<number> {
  const [row] = await database().execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.waiting ?? 0;
}
