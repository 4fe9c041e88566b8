import type { Node } from '@tiptap/pm/model';
import type { RemarkAnchor, RemarkPlace } from '#lib/newsroom/conversation-shapes.ts';
import { type Anchor, anchorOf, findAnchor } from '#lib/richtext/anchor.ts';
import { type Range, textOf } from '../checks/finding-range.ts';

/** A run of text in the document: where it begins in the whole text, and in the document. */
type Run = { start: number; length: number; position: number };

/** All text of a document, its blocks apart by line breaks, and where each of them stands. */
function textWithPlaces(doc: Node): { text: string; runs: Run[] } {
  const runs: Run[] = [];
  let text = '';
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    if (runs.length > 0) text += '\n';
    const words = textOf(node);
    runs.push({ start: text.length, length: words.length, position: position + 1 });
    text += words;
    return false;
  });
  return { text, runs };
}

/** The words of a stretch of the document, with what stands around them; spaces at both ends left out. */
export function anchorAt(doc: Node, { from, to }: Range): RemarkAnchor | undefined {
  const { text, runs } = textWithPlaces(doc);
  const [start, end] = [offsetOf(runs, from, 'after'), offsetOf(runs, to, 'before')];
  return start === undefined || end === undefined ? undefined : anchorIn('body', text, start, end);
}

/** The same in the text of a field. */
export function anchorIn(place: RemarkPlace, text: string, start: number, end: number): RemarkAnchor | undefined {
  const chosen = text.slice(start, end);
  const first = start + chosen.length - chosen.trimStart().length;
  const last = first + chosen.trim().length;
  return last > first ? { place, ...anchorOf(text, first, last) } : undefined;
}

/**
 * Finds words of the body again in the document as it is now; one reading serves any number of them.
 *
 * @returns a way to look for words, by default those very words
 */
export function findInBody(doc: Node): (anchor: Anchor, find?: typeof findAnchor) => Range | undefined {
  const { text, runs } = textWithPlaces(doc);
  return (anchor, find = findAnchor) => {
    const found = find(text, anchor);
    if (found === undefined) return undefined;
    const [from, to] = [positionOf(runs, found.start, 'after'), positionOf(runs, found.end, 'before')];
    return from === undefined || to === undefined || to <= from ? undefined : { from, to };
  };
}

/** An offset at the seam of two blocks belongs to the one the stretch lies in. */
type Side = 'before' | 'after';

function positionOf(runs: readonly Run[], offset: number, side: Side): number | undefined {
  const fits = ({ start, length }: Run) => offset >= start && offset <= start + length;
  const run = side === 'after' ? runs.findLast(fits) : runs.find(fits);
  return run && run.position + offset - run.start;
}

function offsetOf(runs: readonly Run[], position: number, side: Side): number | undefined {
  const inside = runs.find((run) => position >= run.position && position <= run.position + run.length);
  if (inside !== undefined) return inside.start + position - inside.position;
  // Between blocks, as when a photo was chosen together with text.
  const next = side === 'after' ? runs.find((run) => run.position > position) : undefined;
  if (next !== undefined) return next.start;
  const former = runs.findLast((run) => run.position <= position);
  return former && former.start + former.length;
}
