import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Step, StepResult } from '@tiptap/pm/transform';
import { figureAttributes } from '#lib/richtext/attributes.ts';
import { coverOf, type DraftWords } from './draft-words.ts';

type Cover = DraftWords['cover'];

/**
 * Makes a photo of the text the cover. It leaves the text, since readers would see it twice; the
 * former cover takes its place there with its words, so that nothing written is lost.
 *
 * @param at position of the photo in the text
 * @returns one step of the history: undoing it brings back both the text and the cover
 */
export function moveToCover(state: EditorState, at: number, former: Cover): Transaction {
  const { doc, schema, tr } = state;
  const node = doc.nodeAt(at);
  if (node === null) return tr;
  const { alt, decorative, caption, credit, origin, ...photo } = figureAttributes.parse(node.attrs);
  const end = at + node.nodeSize;
  if (former === null || isInText(doc, former)) tr.delete(at, end);
  else {
    const { focal: _focal, ...figure } = former;
    tr.replaceWith(at, end, schema.node('figure', figure));
  }
  tr.step(
    new CoverStep(former, {
      ...coverOf(photo),
      ...{ alt, decorative, caption, credit },
      ...(origin !== 'photo' && { origin }),
    }),
  );
  return closeHistory(tr);
}

/**
 * What a change of the text does to the cover; undefined for nothing.
 *
 * @returns `isMove` when somebody moved a photo just now, false when that was undone or done again
 */
export function coverChangeIn(transaction: Transaction): { cover: Cover; isMove: boolean } | undefined {
  const step = transaction.steps.findLast((candidate) => candidate instanceof CoverStep);
  return step && { cover: step.to, isMove: !isHistoryTransaction(transaction) };
}

function isInText(doc: Transaction['doc'], { assetId }: NonNullable<Cover>): boolean {
  let isThere = false;
  doc.descendants((node) => {
    isThere ||= node.attrs.assetId === assetId;
    return !isThere;
  });
  return isThere;
}

/** A change of the cover in the history of the text: the cover stands outside it, and is undone together with it. */
class CoverStep extends Step {
  readonly from: Cover;
  readonly to: Cover;

  constructor(from: Cover, to: Cover) {
    super();
    this.from = from;
    this.to = to;
  }

  apply(doc: Transaction['doc']): StepResult {
    return StepResult.ok(doc);
  }

  invert(): CoverStep {
    return new CoverStep(this.to, this.from);
  }

  map(): CoverStep {
    return this;
  }

  toJSON(): { stepType: 'cover'; from: Cover; to: Cover } {
    return { stepType: 'cover', from: this.from, to: this.to };
  }
}
