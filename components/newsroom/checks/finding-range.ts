import type { Node } from '@tiptap/pm/model';
import type { Finding } from '#lib/language/finding.ts';
import { nodeAtPath } from '../editor/places.ts';

/** A stretch of the editor's document. */
export type Range = { from: number; to: number };

/**
 * Where the words of a finding stand in the editor now. The checks read the stored form a moment ago, so
 * the words themselves decide: at their offset, else where the same block has them once.
 *
 * @returns undefined for findings elsewhere, and when these words are not there any more
 */
export function rangeOf(doc: Node, finding: Finding): Range | undefined {
  const [field, ...path] = finding.place.split('.');
  if (field !== 'body' || path.length === 0 || finding.part !== '' || finding.text === '') return undefined;
  const found = nodeAtPath(doc, path.map(Number));
  if (found === undefined || !found.node.isTextblock) return undefined;
  const text = textOf(found.node);
  const offset = offsetOf(text, finding);
  if (offset === undefined) return undefined;
  const from = found.position + 1 + offset;
  return { from, to: from + finding.text.length };
}

/** The words of a block with one character for each place in it, as the manuscript counts. */
export function textOf(block: Node): string {
  return block.textBetween(0, block.content.size, '\n', '\n');
}

function offsetOf(text: string, { text: words, start }: Finding): number | undefined {
  if (text.startsWith(words, start)) return start;
  const first = text.indexOf(words);
  return first >= 0 && text.indexOf(words, first + 1) < 0 ? first : undefined;
}

/** The text of a field with the fix in place; undefined when the words are not there any more. */
export function fixedText(text: string, finding: Finding): string | undefined {
  if (finding.fix === undefined) return undefined;
  const offset = offsetOf(text, finding);
  if (offset === undefined) return undefined;
  return text.slice(0, offset) + finding.fix + text.slice(offset + finding.text.length);
}
