import { describe, expect, test } from 'vitest';
import { type AssetId, assetId, sectionId } from '#lib/ids.ts';
import type { RichFigure } from '#lib/richtext/rich-nodes.ts';
import { completeWords } from '#lib/testing/words.ts';
import type { Cover, Words } from './article-input.ts';
import { compareWords } from './compare.ts';
import { compareFigures, withoutFigures } from './compare-figures.ts';

const asset = (number: number): AssetId => assetId.parse(`0198a000-0000-7000-8000-00000000000${number}`);
const hash = (sign: string) => sign.repeat(64);
const section = sectionId.parse('0198a000-0000-7000-8000-000000000099');

const cover: Cover = {
  ...{ assetId: asset(1), assetHash: hash('a'), alt: 'Jembatan', decorative: false, caption: 'Jembatan kayu' },
  ...{ credit: 'Adpim', focal: { x: 0.5, y: 0.5 } },
};
const figure = (number: number, attrs: Partial<RichFigure['attrs']> = {}): RichFigure => ({
  type: 'figure',
  attrs: { assetId: asset(number), assetHash: hash('b'), alt: 'Sungai', ...attrs },
});
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });

function words(changes: Partial<Words>, ...blocks: Words['body']['content']): Words {
  return {
    ...completeWords(section),
    cover,
    body: { type: 'doc', content: [paragraph('Satu.'), ...blocks] },
    ...changes,
  };
}

describe('which pictures changed', () => {
  test('none, when only words or places did', () => {
    expect(compareFigures(words({}, figure(2)), words({ title: 'Lain' }, paragraph('Dua.'), figure(2)))).toEqual([]);
  });

  test('what came and what went, each with the place it has or had', () => {
    const changes = compareFigures(words({}, figure(2, { caption: 'Lama' })), words({ cover: null }, figure(3)));
    expect(changes.map(({ kind, place, words: said }) => [kind, place, said])).toEqual([
      ['added', 'body.1', 'Sungai'],
      ['removed', 'cover', 'Jembatan kayu'],
      ['removed', 'body.1', 'Lama'],
    ]);
  });

  test.each([
    [
      'caption',
      { caption: 'Jembatan baru' },
      [{ name: 'Keterangan', before: 'Jembatan kayu', after: 'Jembatan baru' }],
    ],
    [
      'alternative text',
      { alt: 'Jembatan gantung' },
      [{ name: 'Teks alternatif', before: 'Jembatan', after: 'Jembatan gantung' }],
    ],
    ['credit', { credit: 'Diskominfo' }, [{ name: 'Kredit', before: 'Adpim', after: 'Diskominfo' }]],
    ['file', { assetHash: hash('c') }, [{ name: 'Berkas', before: 'aaaaaaaa', after: 'cccccccc' }]],
    [
      'crop',
      { focal: { x: 0.25, y: 0.5 } },
      [
        {
          name: 'Titik fokus',
          before: '50 persen dari kiri, 50 persen dari atas',
          after: '25 persen dari kiri, 50 persen dari atas',
        },
      ],
    ],
    [
      'mark of a decoration',
      { decorative: true },
      [{ name: 'Teks alternatif', before: 'Jembatan', after: 'dekoratif' }],
    ],
  ])('a changed %s', (_what, change, differences) => {
    expect(compareFigures(words({}), words({ cover: { ...cover, ...change } }))).toEqual([
      expect.objectContaining({ kind: 'changed', place: 'cover', differences }),
    ]);
  });

  test('inside a gallery as anywhere, and twice the same photo as two', () => {
    const gallery = { type: 'gallery' as const, content: [figure(2), figure(2)] };
    const [change, ...more] = compareFigures(
      words({}, gallery),
      words({}, { ...gallery, content: [figure(2), figure(2, { caption: 'Kedua' })] }),
    );
    expect(more).toEqual([]);
    expect(change).toMatchObject({ kind: 'changed', place: 'body.1' });
  });

  test('are not told twice: lines of pictures leave the list of words', () => {
    const [before, after] = [words({}, figure(2)), words({ cover: null, title: 'Lain' }, figure(3))];
    const all = compareWords(before, after).map((change) => change.field);
    expect(all).toContain('cover');
    expect(withoutFigures(compareWords(before, after)).map((change) => change.field)).toEqual(['title']);
  });
});
