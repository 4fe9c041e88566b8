import { getSchema, type JSONContent } from '@tiptap/core';
import { history, undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { SearchQuery, search, setSearchState } from 'prosemirror-search';
import { describe, expect, test } from 'vitest';
import { emptyWords, fieldLimits } from '#lib/newsroom/article-input.ts';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import type { DraftWords } from './draft-words.ts';
import { placesBesideText, replacement, type Sought } from './find-places.ts';

const sought: Sought = { words: 'loket', isExact: false };
const photo = { assetId: '01890a5d-ac96-774b-bcce-b302099a8057', assetHash: 'a'.repeat(64) };

const written: DraftWords = {
  ...emptyWords(),
  title: 'Loket pindah',
  lead: 'Loket pindah ke aula. Loket lama tutup.',
  cover: {
    ...photo,
    ...{ alt: 'Warga di loket.', caption: '', credit: 'Humas', decorative: false, focal: { x: 0.5, y: 0.5 } },
  },
};

const schema = getSchema(richTextExtensions());

/** A text in which words are looked for, as the bar does it. */
function looking(content: JSONContent[], { words, isExact }: Sought = sought, instead = 'gerai'): EditorState {
  const doc = schema.nodeFromJSON({ type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content });
  const state = EditorState.create({ doc, plugins: [search(), history()] });
  const query = new SearchQuery({ search: words, replace: instead, caseSensitive: isExact, literal: true });
  return state.apply(setSearchState(state.tr, query));
}

const body: JSONContent[] = [
  { type: 'paragraph', content: [{ type: 'text', text: 'Di loket ada dua loket.' }] },
  { type: 'figure', attrs: { ...photo, alt: 'Loket.', caption: 'Loket baru', credit: 'Humas' } },
  { type: 'quote', attrs: { speaker: 'Ani', speakerRole: 'petugas loket' }, content: [{ type: 'text', text: 'Ya.' }] },
];

describe('words looked for', () => {
  test('are counted in every place they stand in', () => {
    expect(placesBesideText(written, looking(body).doc, sought)).toEqual([
      { place: 'title', label: 'Judul', count: 1 },
      { place: 'lead', label: 'Teras', count: 2 },
      { place: 'cover', label: 'Teks alternatif foto utama', count: 1 },
      { place: 'body.1', label: 'Keterangan di dalam isi', count: 3 },
    ]);
    expect(placesBesideText(written, looking(body).doc, { words: 'Loket', isExact: true })).toHaveLength(3);
    expect(placesBesideText(written, looking(body).doc, { words: '', isExact: false })).toEqual([]);
  });

  test('are replaced everywhere; the text and what it carries come back by one undo', () => {
    const before = looking(body);
    const { count, changes, transaction, tooLong } = replacement(before, written, sought, 'gerai');
    expect({ count, tooLong }).toEqual({ count: 9, tooLong: [] });
    expect(changes).toMatchObject({
      title: 'gerai pindah',
      lead: 'gerai pindah ke aula. gerai lama tutup.',
      cover: { alt: 'Warga di gerai.', credit: 'Humas' },
    });
    let after = before.apply(transaction);
    expect(after.doc.textContent).toBe('Di gerai ada dua gerai.Ya.');
    expect(after.doc.children.map(({ attrs }) => attrs['caption'] ?? attrs['speakerRole'])).toEqual([
      undefined,
      'gerai baru',
      'petugas gerai',
    ]);
    undo(after, (step) => {
      after = after.apply(step);
    });
    expect(after.doc.eq(before.doc)).toBe(true);
  });

  test('stay where a field would become too long, and it is said which', () => {
    const long = 'x'.repeat(fieldLimits.title);
    const words = { ...written, lead: '', cover: null };
    const found = replacement(looking([], sought, long), words, sought, long);
    expect(found).toMatchObject({ count: 0, changes: {}, tooLong: ['Judul'] });
    expect(found.transaction.docChanged).toBe(false);
  });

  test('mean themselves, whatever signs they hold', () => {
    const signs = { words: '(a+b)?', isExact: false };
    const words = { ...emptyWords(), title: 'Biaya (a+b)? $1' };
    expect(replacement(looking([], signs, '$&'), words, signs, '$&').changes.title).toBe('Biaya $& $1');
  });
});
