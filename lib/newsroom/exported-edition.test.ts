import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { withReadDocument } from '#lib/import/read-document.ts';
import { parseDocument } from '#lib/richtext/document.ts';
import type { RichDocument } from '#lib/richtext/rich-nodes.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, editionRow, readyWords, type } from '#lib/testing/newsroom.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { editionAsWordFile } from './exported-edition.ts';

testDatabase();
testMediaFolders();

const origin = 'https://warta.example.go.id';

function body(...content: unknown[]): RichDocument {
  const parsed = parseDocument({ type: 'doc', content });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.document;
}

const words = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length > 0 && { marks }) });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

test('an edition leaves as a document of Word that reads back as it was', async () => {
  const office = await anOffice();
  const draft = await aDraft(office);
  const blocks = [
    paragraph(words('Kata '), words('tebal', { type: 'bold' }), words(' & <tanda>.')),
    { type: 'heading', attrs: { level: 2 }, content: [words('Antara')] },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph(words('satu'))] },
        { type: 'listItem', content: [paragraph(words('dua'))] },
      ],
    },
    paragraph(words('tautan', { type: 'link', attrs: { href: '/berita/lain' } })),
    {
      type: 'table',
      attrs: { caption: '' },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [words('Desa')] },
            { type: 'tableHeader', content: [words('Warga')] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [words('Muara')] },
            { type: 'tableCell', content: [words('742')] },
          ],
        },
      ],
    },
  ];
  await type(office.contributor, draft.editionId, {
    ...readyWords(office),
    title: 'Judul “ekspor”',
    lead: 'Terasnya.',
    body: body(...blocks),
    cover: null,
  });
  const { fileName, bytes } = await editionAsWordFile(office.contributor, draft.articleId, origin);
  expect(fileName).toBe('judul-ekspor.docx');

  const parts = unzipSync(bytes);
  const header = Object.entries(parts)
    .filter(([name]) => /header\d\.xml$/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('');
  expect(header).toMatch(/Draf, edisi 1 · sidik isi [0-9a-f]{4}/);
  // A line of a fixed height would cut every photo.
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:lineRule="auto"');
  const folder = await mkdtemp(join(tmpdir(), 'uji-ekspor-'));
  try {
    await writeFile(join(folder, 'naskah.docx'), bytes);
    const read = await withReadDocument(join(folder, 'naskah.docx'), async (document) => document.blocks);
    expect(read).toEqual(
      expect.arrayContaining([
        { type: 'heading', attrs: { level: 2 }, content: [words('Judul “ekspor”')] },
        ...body(
          ...blocks.slice(0, 3),
          paragraph(words('tautan', { type: 'link', attrs: { href: `${origin}/berita/lain` } })),
          ...blocks.slice(4),
        ).content,
      ]),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('only who may see the edition gets it', async () => {
  const [office, other] = await Promise.all([anOffice(), anOffice()]);
  const draft = await aDraft(office);
  expect((await editionRow(draft.editionId)).state).toBe('draft');
  expect(await refusal(editionAsWordFile(other.contributor, draft.articleId, origin))).toBe('not_found');
  expect(await refusal(editionAsWordFile(office.admin, draft.articleId, origin))).toBe('not_found');
  expect(await refusal(editionAsWordFile(office.contributor, draft.articleId, origin, 2))).toBe('not_found');
});
