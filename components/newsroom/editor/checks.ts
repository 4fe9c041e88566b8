import type { Issue } from '#lib/errors.ts';
import type { AssetId } from '#lib/ids.ts';
import { wordsInput } from '#lib/newsroom/article-input.ts';
import type { EditionView } from '#lib/newsroom/desk-shapes.ts';
import { type PhotoState, type Readiness, readinessOf } from '#lib/newsroom/readiness.ts';

/**
 * The checks of the words as they stand in the editor: the server's own rules, asked on
 * every change. Words the server would not even take are blocking issues of their own.
 */
export function checksOf(
  words: unknown,
  photoState: (asset: AssetId) => PhotoState,
  changeType: EditionView['changeType'],
): Readiness {
  const parsed = wordsInput.safeParse(words);
  if (parsed.success) return readinessOf(parsed.data, photoState, changeType);
  const blocking = parsed.error.issues.map(
    (issue): Issue => ({ field: issue.path.map(String).join('.'), code: 'not_taken', text: issue.message }),
  );
  return { blocking, pending: [], advisory: [] };
}
