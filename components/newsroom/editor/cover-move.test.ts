import { history, redo, undo } from '@tiptap/pm/history';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { assetId } from '#lib/ids.ts';
import { richTextSchema } from '#lib/richtext/schema.ts';
import { coverChangeIn, moveToCover } from './cover-move.ts';
import { coverOf, type DraftWords } from './draft-words.ts';

const aPhoto = (number: number, words: Partial<{ alt: string; caption: string; credit: string }> = {}) => ({
  ...coverOf({
    assetId: assetId.parse(`0198a000-0000-7000-8000-00000000000${number}`),
    assetHash: `${number}`.repeat(64),
  }),
  ...words,
});

const described = aPhoto(1, { alt: 'Kapal merapat.', caption: 'Dermaga pagi ini.', credit: 'Dishub' });

describe('a photo of the text made the cover', () => {
  it('leaves the text and takes its words along', () => {
    const desk = aDesk(['Pembuka.', described, 'Penutup.']);
    desk.move(1);
    expect(desk.text()).toEqual(['Pembuka.', 'Penutup.']);
    expect(desk.cover).toEqual(described);
  });

  it('gives its place to the former cover, words and all', () => {
    const former = aPhoto(2, { alt: 'Loket.', credit: 'Humas' });
    const desk = aDesk(['Pembuka.', described], former);
    desk.move(1);
    expect(desk.text()).toEqual(['Pembuka.', former.assetId]);
    expect(desk.state.doc.child(1).attrs).toMatchObject({ alt: 'Loket.', credit: 'Humas' });
    expect(desk.cover?.assetId).toBe(described.assetId);
  });

  it('does not bring a former cover into the text a second time', () => {
    const former = aPhoto(2);
    const desk = aDesk([former, described], former);
    desk.move(1);
    expect(desk.text()).toEqual([former.assetId]);
  });

  it('may be all there is: an empty paragraph stays to be written in', () => {
    const desk = aDesk([described]);
    desk.move(0);
    expect(desk.text()).toEqual(['']);
  });

  it('goes back with one undo, the former cover as well, and forth again with one redo', () => {
    const former = { ...aPhoto(2), focal: { x: 0.2, y: 0.9 } };
    const desk = aDesk(['Pembuka.', described], former);
    desk.move(1);
    undo(desk.state, desk.apply);
    expect(desk.text()).toEqual(['Pembuka.', described.assetId]);
    expect(desk.state.doc.child(1).attrs).toMatchObject({ caption: 'Dermaga pagi ini.' });
    expect(desk.cover).toEqual(former);
    expect(desk.told).toEqual([true, false]);
    redo(desk.state, desk.apply);
    expect(desk.text()).toEqual(['Pembuka.', former.assetId]);
    expect(desk.cover).toEqual(described);
  });

  it('is undone apart from what was typed before and after', () => {
    const desk = aDesk(['Pembuka.', described]);
    desk.apply(desk.state.tr.insertText('Baru. ', 1));
    desk.move(1);
    desk.apply(desk.state.tr.insertText('!', 2));
    undo(desk.state, desk.apply);
    expect(desk.cover).toEqual(described);
    undo(desk.state, desk.apply);
    expect(desk.cover).toBeNull();
    expect(desk.text()).toEqual(['Baru. Pembuka.', described.assetId]);
  });
});

type Photo = ReturnType<typeof aPhoto>;

/** A text with its history, and the cover beside it, as the editor keeps them. */
function aDesk(blocks: (string | Photo)[], cover: Photo | null = null): Desk {
  const { nodes } = richTextSchema;
  const content = blocks.map((block) => {
    if (typeof block === 'string') return nodes['paragraph']?.create(null, richTextSchema.text(block));
    const { focal: _focal, ...figure } = block;
    return nodes['figure']?.create(figure);
  });
  const doc = nodes['doc']?.create(
    null,
    content.filter((node) => node !== undefined),
  );
  const told: boolean[] = [];
  const desk: Desk = {
    state: EditorState.create({ schema: richTextSchema, ...(doc && { doc }), plugins: [history()] }),
    cover,
    told,
    apply(transaction) {
      desk.state = desk.state.apply(transaction);
      const change = coverChangeIn(transaction);
      if (change === undefined) return;
      desk.cover = change.cover;
      told.push(change.isMove);
    },
    move(index) {
      const at = desk.state.doc.children.slice(0, index).reduce((sum, block) => sum + block.nodeSize, 0);
      desk.apply(moveToCover(desk.state, at, desk.cover));
    },
    text: () => desk.state.doc.children.map((block) => block.attrs['assetId'] ?? block.textContent),
  };
  return desk;
}

type Desk = {
  state: EditorState;
  cover: DraftWords['cover'];
  /** Of each change of the cover, whether it was told as a move. */
  told: readonly boolean[];
  apply: (transaction: Transaction) => void;
  /** Makes the n-th block the cover. */
  move: (index: number) => void;
  text: () => string[];
};
