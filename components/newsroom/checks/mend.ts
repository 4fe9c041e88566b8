import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { Finding } from '#lib/language/finding.ts';
import type { DraftWords } from '../editor/draft-words.ts';
import { goToPlace, nodeAtPath } from '../editor/places.ts';
import { fixedText, rangeOf } from './finding-range.ts';

/** Leads the writer to the very words of a finding, in the text or in a field. */
export function goToFinding(finding: Finding, editor: Editor | null): void {
  const range = editor === null ? undefined : rangeOf(editor.state.doc, finding);
  if (editor !== null && range !== undefined) {
    const { doc, tr } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.create(doc, range.from, range.to)).scrollIntoView());
    editor.view.focus();
    return;
  }
  if (finding.place === '') return;
  goToPlace(finding.place, editor, finding.part);
  const field = document.activeElement;
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (isText && finding.text !== '' && field.value.startsWith(finding.text, finding.start))
    field.setSelectionRange(finding.start, finding.end);
}

/**
 * Puts the fix of a finding in place: in the text as one step of undo, in a field as if typed.
 *
 * @param change takes the fields that changed
 * @returns whether the words were still there
 */
export function mendFinding(
  finding: Finding,
  editor: Editor | null,
  words: DraftWords,
  change: (part: Partial<DraftWords>) => void,
): boolean {
  if (finding.fix === undefined) return false;
  if (finding.place.startsWith('body.')) return editor !== null && mendBody(finding, editor);
  const part = withFix(words, finding);
  if (part === undefined) return false;
  change(part);
  return true;
}

function mendBody(finding: Finding, editor: Editor): boolean {
  const { doc, tr } = editor.state;
  const range = rangeOf(doc, finding);
  if (range !== undefined) {
    // Written as text of the same place, so that bold words stay bold.
    editor.view.dispatch(tr.insertText(finding.fix ?? '', range.from, range.to));
    return true;
  }
  const found = nodeAtPath(doc, finding.place.split('.').slice(1).map(Number));
  const value: unknown = found?.node.attrs[finding.part];
  const fixed = typeof value === 'string' ? fixedText(value, finding) : undefined;
  if (found === undefined || fixed === undefined) return false;
  editor.view.dispatch(tr.setNodeAttribute(found.position, finding.part, fixed));
  return true;
}

/** The field of the words that the fix changes, changed; undefined when the words are not there any more. */
export function withFix(words: DraftWords, finding: Finding): Partial<DraftWords> | undefined {
  const path = [...finding.place.split('.'), ...(finding.part === '' ? [] : [finding.part])];
  const [field = '', ...rest] = path;
  const before: unknown = Object.entries(words).find(([name]) => name === field)?.[1];
  const after = fixedInside(before, rest, finding);
  return after === undefined ? undefined : { [field]: after };
}

function fixedInside(value: unknown, path: readonly string[], finding: Finding): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? fixedText(value, finding) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const inner = fixedInside(Object.entries(value).find(([name]) => name === key)?.[1], rest, finding);
  if (inner === undefined) return undefined;
  return Array.isArray(value)
    ? value.map((item, at) => (String(at) === key ? inner : item))
    : { ...value, [key]: inner };
}
