import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportBlock } from '#lib/import/import-blocks.ts';
import { openPackage } from '#lib/import/package.ts';
import { readWord } from '#lib/import/read-word.ts';
import { type RecognisedArticle, recogniseArticle } from '#lib/import/recognise-article.ts';
import { parseDocument } from '#lib/richtext/document.ts';
import { pastedBlocks } from '#lib/richtext/pasted-blocks.ts';
import type { RichDocument } from '#lib/richtext/rich-nodes.ts';
import { anyDocument } from '#lib/testing/rich-documents.ts';
import { type WordEdition, wordFileOf } from './word-file.ts';

const photo = { bytes: Buffer.from('ffd8ffe000104a46', 'hex'), width: 1280, height: 853 };

const edition: WordEdition = {
  title: 'Layanan keliling sampai di Mahakam Ulu',
  kicker: 'Berita · Dinas Kependudukan',
  dateline: 'Samarinda –',
  lead: 'Warga tiga desa di hulu Mahakam kini dapat merekam KTP elektronik tanpa turun ke kota setiap pekan.',
  summary: 'Perekaman KTP kini bisa di desa.',
  body: { type: 'doc', content: [] },
  cover: { photo, alt: 'Perahu petugas merapat', caption: 'Perahu petugas di Long Bagun', credit: 'Budi/Adpim' },
  foot: [
    'Penulis: Rina Wati, Bram',
    'Tanggal peristiwa: Jumat, 6 Februari 2026',
    'Sumber: BPS (2025)',
    '(rw/ADV/Disdukcapil)',
  ],
  header: 'Warta Kaltim · Terbit, edisi 1',
  photoOf: () => photo,
  address: (path) => `https://warta.example.go.id${path}`,
};

/** The draft that the document of an article becomes. */
async function returned(body: RichDocument): Promise<RecognisedArticle> {
  const { parts } = openPackage(new Uint8Array(await wordFileOf({ ...edition, body })));
  const { html } = await readWord(parts);
  const blocks = pastedBlocks(html).blocks.map(
    (block, index): ImportBlock =>
      block.type === 'picture' ? { type: 'picture', picture: index, alt: block.alt } : block,
  );
  return recogniseArticle(blocks);
}

function documentOf(content: readonly unknown[]): RichDocument {
  const parsed = parseDocument({ type: 'doc', content });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.document;
}

const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? (value.normalize('NFC').match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inside]) => (unread.has(key) ? [] : wordsIn(inside)))
      : [];
/** What is no word of the article: names of nodes, files, addresses, languages. */
const unread = new Set(['type', 'assetId', 'assetHash', 'articleId', 'lang', 'href', 'origin', 'description']);

test('an article that went out as a document and comes back finds its fields again', async () => {
  const article = await returned(documentOf([{ type: 'paragraph', content: [{ type: 'text', text: 'Isi naskah.' }] }]));
  expect(article).toMatchObject({
    title: edition.title,
    lead: edition.lead,
    summary: edition.summary,
    datelinePlace: 'Samarinda',
    eventDate: '2026-02-06',
    sponsored: true,
    sources: [{ name: 'BPS (2025)' }],
  });
  expect(article.credits).toMatchObject([
    { name: 'Rina Wati', role: 'writer' },
    { name: 'Bram', role: 'writer' },
    { initials: 'rw', unit: 'Disdukcapil' },
  ]);
  expect(article.blocks).toMatchObject([
    { type: 'picture', alt: 'Perahu petugas merapat', caption: 'Perahu petugas di Long Bagun', credit: 'Budi/Adpim' },
    { type: 'paragraph', content: [{ text: 'Isi naskah.' }] },
  ]);
});

test('no article loses a word on the way out and back', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (sent) => {
      const body = documentOf(sent.content);
      const article = await returned(body);
      // Neighbours that differ in language alone become one.
      const kept = wordsIn(article).join(' ');
      expect(wordsIn(body.content).filter((word) => !kept.includes(word))).toEqual([]);
    }),
    { numRuns: 30, endOnFailure: true },
  );
});

const words = fc.lorem({ maxCount: 5 }).map((text) => `Kata ${text} di sini`);
const text = fc.record({ type: fc.constant('text'), text: words });
const marked = fc.constantFrom(
  { type: 'text', text: 'tebal', marks: [{ type: 'bold' }] },
  { type: 'text', text: 'miring', marks: [{ type: 'italic' }] },
  { type: 'text', text: 'tautan', marks: [{ type: 'link', attrs: { href: 'https://x.example.go.id/a?b=1' } }] },
);
const paragraph = fc
  .tuple(text, marked)
  .map(([one, other]) => ({ type: 'paragraph', content: [{ ...one, text: `${one.text} ` }, other] }));
const item = paragraph.map((one) => ({ type: 'listItem', content: [one] }));
const inner = fc.record({
  type: fc.constantFrom('bulletList', 'orderedList'),
  content: fc.array(item, { minLength: 1, maxLength: 2 }),
});
const list = fc
  .tuple(fc.constantFrom('bulletList', 'orderedList'), paragraph, inner, item)
  .map(([type, first, within, last]) => ({
    type,
    content: [{ type: 'listItem', content: [first, within] }, last],
  }));
const heading = fc
  .tuple(fc.constantFrom(2, 3), text)
  .map(([level, one]) => ({ type: 'heading', attrs: { level }, content: [one] }));
const row = (type: string) =>
  fc.array(text, { minLength: 3, maxLength: 3 }).map((cells) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type, content: [cell] })),
  }));
const table = fc
  .tuple(row('tableHeader'), fc.array(row('tableCell'), { minLength: 1, maxLength: 3 }))
  .map(([head, rows]) => ({ type: 'table', attrs: { caption: '' }, content: [head, ...rows] }));
/** Two lists that touch are one to Word. */
const parted = fc.tuple(fc.oneof(list, table, heading), paragraph);

test('paragraphs, subheads, lists, tables, links and marks come back as they went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(parted, { minLength: 1, maxLength: 4 }), async (pairs) => {
      const body = documentOf(pairs.flat());
      const [, ...blocks] = (await returned(body)).blocks;
      expect(documentOf(blocks)).toEqual(body);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
