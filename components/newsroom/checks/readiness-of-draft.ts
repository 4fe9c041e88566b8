import type { Issue } from '#lib/errors.ts';
import type { AssetId } from '#lib/ids.ts';
import { type Words, wordsInput } from '#lib/newsroom/article-input.ts';
import type { EditionView } from '#lib/newsroom/desk-shapes.ts';
import { type PhotoState, type Readiness, readinessOf } from '#lib/newsroom/readiness.ts';

/** The words of the editor as the server would take them, or why it would not. */
export type ReadDraft = { words: Words } | { words: null; issues: Issue[] };

export function readDraft(draft: unknown): ReadDraft {
  const parsed = wordsInput.safeParse(draft);
  if (parsed.success) return { words: parsed.data };
  const issues = parsed.error.issues.map(
    (issue): Issue => ({ field: issue.path.map(String).join('.'), code: 'not_taken', text: issue.message }),
  );
  return { words: null, issues };
}

/**
 * What submitting asks of the words as they stand in the editor: the server's own rules, asked on
 * every change. Words the server would not even take are blocking issues of their own.
 */
export function readinessOfDraft(
  draft: ReadDraft,
  photoState: (asset: AssetId) => PhotoState,
  { changeType, linkRegister }: Pick<EditionView, 'changeType' | 'linkRegister'>,
): Readiness {
  if (draft.words === null) return { blocking: draft.issues, pending: [], advisory: [] };
  return readinessOf(draft.words, photoState, changeType, undefined, linkRegister);
}
