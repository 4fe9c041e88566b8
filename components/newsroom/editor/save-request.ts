import { z } from 'zod';
import '#lib/zod-in-browser.ts';
import { wordsInput } from '#lib/newsroom/article-input.ts';
import { savePath } from '#lib/urls.ts';
import type { Answer, Attempt } from './autosave.ts';
import { type DraftWords, sameWords } from './draft-words.ts';

/** Longest wait for an answer, in milliseconds. */
const patience = 15_000;
/** Browsers let a request outlive its page only up to 64 KiB of body. */
const outlivesPage = 60_000;

const issue = z.object({ field: z.string(), code: z.string(), text: z.string() });

const outcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), version: z.int(), savedAt: z.string() }),
  z.object({ outcome: z.literal('conflict'), version: z.int(), words: wordsInput, by: z.string(), at: z.string() }),
  z.object({ outcome: z.literal('stranded'), text: z.string() }),
]);

const refusal = z.object({ code: z.string(), text: z.string(), issues: z.array(issue).default([]) });

/**
 * Sends one save to the server.
 *
 * @param accepted the suggestions whose words this save brings
 * @param writer the account whose words these are; another account signed in here does not save them
 * @throws when no answer came, or one that says nothing about these words (5xx, a proxy's page)
 */
export async function sendWords(
  editionId: string,
  writer: string,
  attempt: Attempt<DraftWords>,
  accepted: readonly string[] = [],
): Promise<Answer<DraftWords>> {
  const { saveId, baseVersion, words } = attempt;
  const body = JSON.stringify({ saveId, baseVersion, writer, words, ...(accepted.length > 0 && { accepted }) });
  const response = await fetch(savePath(editionId), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    keepalive: new TextEncoder().encode(body).length < outlivesPage,
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (response.status === 401) return { kind: 'signed_out' };
  const told: unknown = await response.json();
  return response.ok || response.status === 409 ? taken(told, words) : refused(response.status, told);
}

function taken(told: unknown, words: DraftWords): Answer<DraftWords> {
  const answer = outcome.parse(told);
  switch (answer.outcome) {
    case 'saved':
      return { kind: 'saved', version: answer.version, at: answer.savedAt };
    case 'stranded':
      return { kind: 'stranded', text: answer.text };
    case 'conflict': {
      const { version, by, at } = answer;
      // Two tabs that came to the same words need no person to choose between them.
      return sameWords(words, answer.words)
        ? { kind: 'saved', version, at }
        : { kind: 'conflict', theirs: { version, words: answer.words, by, at } };
    }
  }
}

function refused(status: number, told: unknown): Answer<DraftWords> {
  if (status >= 500 || status === 429) throw new Error(`The server answered ${status}.`);
  const { code, text, issues } = refusal.parse(told);
  return code === 'other_account' ? { kind: 'other_account' } : { kind: 'refused', text, issues };
}
