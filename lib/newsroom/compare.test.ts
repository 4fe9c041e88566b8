import { expect, test } from 'vitest';
import { assetId, sectionId } from '../ids.ts';
import type { RichDocument, RichFigure, RichTableRow } from '../richtext/rich-nodes.ts';
import { readyWords } from '../testing/newsroom.ts';
import { compareWords } from './compare.ts';

const office = { sectionId: sectionId.parse('018f0000-0000-7000-8000-000000000001') };
const paragraphs = (...texts: string[]): RichDocument => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

test('equal words have no changes', () => {
  expect(compareWords(readyWords(office), readyWords(office))).toEqual([]);
});

test('a changed word is shown among the words that stayed', () => {
  const [change] = compareWords(
    readyWords(office, { title: 'Jalan poros dibuka' }),
    readyWords(office, { title: 'Jalan poros ditutup' }),
  );
  expect(change).toMatchObject({ field: 'title', name: 'Judul' });
  expect(change?.pieces.filter((piece) => piece.kind !== 'same')).toEqual([
    { kind: 'removed', text: 'dibuka' },
    { kind: 'added', text: 'ditutup' },
  ]);
});

test('body changes name their place: changed, added and removed paragraphs', () => {
  const before = readyWords(office, { body: paragraphs('Satu.', 'Dua lama.', 'Tiga.', 'Empat.') });
  const after = readyWords(office, { body: paragraphs('Satu.', 'Dua baru.', 'Tiga.', 'Lima.', 'Enam.') });
  const changes = compareWords(before, after);
  expect(changes.map((change) => change.field)).toEqual(['body.1', 'body.3', 'body.4']);
  expect(changes[0]?.pieces.map((piece) => piece.kind)).toEqual(['same', 'removed', 'added', 'same']);
});

test('a link that leads elsewhere is a change though the words are the same', () => {
  const linked = (href: string): RichDocument => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'Baca di sini', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  });
  const changes = compareWords(
    readyWords(office, { body: linked('https://satu.contoh.example') }),
    readyWords(office, { body: linked('https://dua.contoh.example') }),
  );
  expect(changes).toHaveLength(1);
  expect(changes[0]?.pieces.some((piece) => piece.kind === 'added' && piece.text.includes('dua'))).toBe(true);
});

test('a new row of a table, a new photo of a gallery and a replaced document are one change each', () => {
  const uploaded = assetId.parse('01890a5d-ac96-774b-bcce-b302099a8057');
  const figure = (caption: string): RichFigure => ({
    type: 'figure',
    attrs: { assetId: uploaded, assetHash: 'a'.repeat(64), caption },
  });
  const row = (type: 'tableHeader' | 'tableCell', ...texts: string[]): RichTableRow => ({
    type: 'tableRow',
    content: texts.map((text) => ({ type, content: [{ type: 'text', text }] })),
  });
  const head = row('tableHeader', 'Pasar', 'Harga');
  const segiri = row('tableCell', 'Segiri', 'Rp15.000');
  const body = (photos: RichFigure[], rows: RichTableRow[], assetHash: string): RichDocument => ({
    type: 'doc',
    content: [
      { type: 'gallery', content: photos },
      { type: 'table', attrs: { caption: 'Harga beras' }, content: rows },
      { type: 'documentCard', attrs: { assetId: uploaded, assetHash, title: 'Surat edaran' } },
      { type: 'paragraph', content: [{ type: 'text', text: 'Sekian.' }] },
    ],
  });
  const changes = compareWords(
    readyWords(office, { body: body([figure('Satu'), figure('Dua')], [head, segiri], '1'.repeat(64)) }),
    readyWords(office, {
      body: body(
        [figure('Satu'), figure('Dua'), figure('Tiga')],
        [head, row('tableCell', 'Rahmat', 'Rp14.500'), segiri],
        '2'.repeat(64),
      ),
    }),
  );
  expect(changes.map(({ field, pieces }) => [field, pieces.filter((piece) => piece.kind !== 'same')])).toEqual([
    ['body.0', [{ kind: 'added', text: '[Foto] Tiga · berkas aaaaaaaa' }]],
    ['body.1', [{ kind: 'added', text: '[Baris tabel] Rahmat | Rp14.500' }]],
    [
      'body.2',
      [
        { kind: 'removed', text: '11111111' },
        { kind: 'added', text: '22222222' },
      ],
    ],
  ]);
});
