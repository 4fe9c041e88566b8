import { plainExpressions } from '#lib/language/lists/plain-words/all-plain-words.ts';
import type { PlainWord } from '#lib/language/reference.ts';
import { registerLimits } from './register-limits.ts';

/** How many expressions come along before admins add to them. */
export const builtInPlainWordCount = plainExpressions.length;

/** The expressions that come along and hold each word of a search, by the alphabet; all of them for none. */
export function builtInPlainWords(search: string): PlainWord[] {
  const words = search.slice(0, registerLimits.search).toLowerCase().split(/\s+/u).filter(Boolean);
  return plainExpressions
    .map(({ expression, plain, note }) => ({ expression, plain, note }))
    .filter(({ expression, plain }) => words.every((word) => `${expression} ${plain}`.toLowerCase().includes(word)))
    .toSorted((a, b) => a.expression.localeCompare(b.expression, 'id'));
}
