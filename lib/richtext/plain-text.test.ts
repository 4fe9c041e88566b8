import { expect, test } from 'vitest';
import { parseDocument } from './document.ts';
import { plainText, wordCount } from './plain-text.ts';

const words = (text: string) => [{ type: 'text', text }];
const paragraph = (text: string) => ({ type: 'paragraph', content: words(text) });

test('plain text follows the reading order and leaves form behind', () => {
  const parsed = parseDocument({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: words('Jadwal layanan') },
      {
        type: 'paragraph',
        content: [
          ...words('Loket dibuka '),
          { type: 'text', text: 'pukul 08.00', marks: [{ type: 'bold' }] },
          { type: 'hardBreak' },
          { type: 'text', text: 'setiap hari.', marks: [{ type: 'link', attrs: { href: 'https://contoh.id/' } }] },
        ],
      },
      { type: 'paragraph' },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('KTP'),
              { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('asli')] }] },
            ],
          },
          { type: 'listItem', content: [paragraph('KK')] },
        ],
      },
      { type: 'quote', attrs: { speaker: 'Siti', speakerRole: 'Kepala Dinas' }, content: words('Silakan datang.') },
      {
        type: 'figure',
        attrs: {
          assetId: '01890a5d-ac96-774b-bcce-b302099a8057',
          assetHash: 'a'.repeat(64),
          alt: 'tidak ikut',
          caption: 'Antrean di loket.',
          credit: 'tidak ikut',
        },
      },
    ],
  });
  expect(parsed.ok && plainText(parsed.document)).toBe(
    'Jadwal layanan\n\nLoket dibuka pukul 08.00\nsetiap hari.\n\nKTP\nasli\nKK\n\nSilakan datang.\nSiti, Kepala Dinas\n\nAntrean di loket.',
  );
});

test('newer blocks give their words too', () => {
  const [assetId, assetHash] = ['01890a5d-ac96-774b-bcce-b302099a8057', 'a'.repeat(64)];
  const figure = (caption: string) => ({
    type: 'figure',
    attrs: { assetId, assetHash, caption },
  });
  const cell = (type: string, text: string) => ({ type, content: words(text) });
  const parsed = parseDocument({
    type: 'doc',
    content: [
      { type: 'gallery', attrs: { caption: 'Pembukaan.' }, content: [figure('Tarian.'), figure('')] },
      {
        type: 'table',
        attrs: { caption: 'Harga beras' },
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Pasar'), cell('tableHeader', 'Harga')] },
          { type: 'tableRow', content: [cell('tableCell', 'Segiri'), cell('tableCell', 'Rp15.000')] },
        ],
      },
      { type: 'pullQuote', attrs: { by: 'Siti' }, content: words('Silakan datang.') },
      { type: 'infoBox', attrs: { title: 'Syarat' }, content: [paragraph('KTP dan KK.')] },
      {
        type: 'timeline',
        content: [{ type: 'timelineItem', attrs: { when: '1957' }, content: [paragraph('Berdiri.')] }],
      },
      {
        type: 'keyNumbers',
        content: [{ type: 'keyNumber', attrs: { value: '10', label: 'kabupaten', source: 'BPS' } }],
      },
      {
        type: 'documentCard',
        attrs: { assetId, assetHash, title: 'Surat edaran', description: 'Tiga halaman.' },
      },
    ],
  });
  expect(parsed.ok && plainText(parsed.document)).toBe(
    [
      'Pembukaan.\nTarian.',
      'Harga beras\nPasar | Harga\nSegiri | Rp15.000',
      'Silakan datang.\nSiti',
      'Syarat\nKTP dan KK.',
      '1957\nBerdiri.',
      '10 · kabupaten · BPS',
      'Surat edaran\nTiga halaman.',
    ].join('\n\n'),
  );
});

test.each([
  ['', 0],
  ['   \n ', 0],
  ['Anak-anak belajar membaca', 3],
  ['Pukul 08.00 — selesai', 3],
  ['Rp1.500.000', 1],
  ['“Siap,” katanya…', 2],
])('%j has %i words', (text, count) => {
  expect(wordCount(text)).toBe(count);
});
