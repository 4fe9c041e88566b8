import { z } from 'zod';
import '#lib/zod-in-browser.ts';
import type { Reference } from '#lib/language/reference.ts';
import { referenceSchema } from '#lib/language/reference-schema.ts';
import { referencePath, spellingPath } from '#lib/urls.ts';
import type { DictionaryAnswer } from './checking.ts';

/** Longest wait for an answer, in milliseconds. */
const patience = 15_000;

const dictionaryAnswer = z.object({
  state: z.enum(['ready', 'missing']),
  answers: z.record(z.string(), z.array(z.string()).nullable()),
});

/**
 * Asks the dictionary on the server.
 *
 * @throws when no answer came
 */
export async function lookUp(words: readonly string[]): Promise<DictionaryAnswer> {
  const response = await fetch(spellingPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ words }),
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`The dictionary answered ${response.status}.`);
  const { state, answers } = dictionaryAnswer.parse(await response.json());
  return { state, answers: new Map(Object.entries(answers)) };
}

/**
 * Fetches what texts of this article are compared with.
 *
 * @throws when no answer came
 */
export async function fetchReference(articleId: string, signal: AbortSignal): Promise<Reference> {
  const response = await fetch(referencePath(articleId), { signal });
  if (!response.ok) throw new Error(`The register answered ${response.status}.`);
  return { ...referenceSchema.parse(await response.json()), dictionary: new Map() };
}
