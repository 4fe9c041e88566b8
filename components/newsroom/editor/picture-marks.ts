import type { Transaction } from '@tiptap/pm/state';
import { pictureMarksIn } from '#lib/richtext/pasted-html.ts';

/**
 * Takes the signs of pictures out of a text that was just pasted.
 *
 * @returns where in the text each picture stood, by its number
 */
export function takeOutPictureMarks(transaction: Transaction): Map<number, number> {
  const marks: { index: number; from: number; to: number }[] = [];
  transaction.doc.descendants((node, at) => {
    for (const { index, from, to } of pictureMarksIn(node.text ?? ''))
      marks.push({ index, from: at + from, to: at + to });
  });
  const steps = transaction.steps.length;
  for (const { from, to } of marks.toReversed()) takeOut(transaction, from, to);
  return new Map(marks.map(({ index, from }) => [index, transaction.mapping.slice(steps).map(from)]));
}

/** A sign, and its paragraph with it when nothing else stands there; where one must stand, it stays empty. */
function takeOut(transaction: Transaction, from: number, to: number): void {
  const place = transaction.doc.resolve(from);
  const isAlone = place.parent.content.size === to - from && place.node(-1).childCount > 1;
  if (isAlone) transaction.delete(place.before(), place.after());
  else transaction.delete(from, to);
}
