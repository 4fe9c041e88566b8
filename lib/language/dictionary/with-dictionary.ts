import { createChecker } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Manuscript } from '../manuscript.ts';
import type { Reference } from '../reference.ts';
import { dictionaryAnswers } from './dictionary.ts';

/** Checks an article once, with what the dictionary says of its words in its time; without where there is none. */
export async function checkWithDictionary(
  manuscript: Manuscript,
  reference: Reference,
  ask: typeof dictionaryAnswers = dictionaryAnswers,
): Promise<Finding[]> {
  const check = createChecker();
  const { findings, wanted } = check(manuscript, reference);
  const answers = await ask(wanted);
  return answers.size === 0 ? findings : check(manuscript, { ...reference, dictionary: answers }).findings;
}
