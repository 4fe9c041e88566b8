import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from '#lib/richtext/document.ts';
import { toHtml } from '#lib/richtext/html.ts';
import { hostileLinks, hostileMarkup } from '#lib/testing/attack-corpus.ts';
import { foreignMarkup, textOf } from '#lib/testing/markup-oracle.ts';
import { anOpenDocument, aWordFile } from '#lib/testing/word-files.ts';
import { withReadDocument } from './read-document.ts';

const allowed = { p: [], h2: [], h3: [], strong: [], em: [], br: [], ul: [], li: [], a: ['href', 'rel'] };

/** What XML can hold of a text; a document with anything else is refused whole. */
const inXml = (text: string) =>
  [...text.toWellFormed()].filter((sign) => sign >= ' ' && !['\ufffe', '\uffff'].includes(sign)).join('');
const markup = hostileMarkup.map(inXml);
const links = hostileLinks.map(inXml);

/** The document as readers would get it. */
async function htmlOf(file: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'uji-jahat-'));
  try {
    await writeFile(join(folder, 'naskah'), file);
    return await withReadDocument(join(folder, 'naskah'), async ({ blocks }) => {
      const parsed = parseDocument({ type: 'doc', content: blocks });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      return toHtml(parsed.document, {
        photo: () => null,
        document: () => null,
        article: () => null,
        address: (path) => `https://warta.example${path}`,
      });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

test('the whole corpus as words and links of a document of Word becomes words', async () => {
  const html = await htmlOf(
    aWordFile([...markup.map((text) => ({ text })), ...links.map((link, at) => ({ text: `tautan ${at}`, link }))]),
  );
  expect(foreignMarkup(html, allowed)).toEqual([]);
  expect(textOf(html)).toContain(`tautan ${links.length - 1}`);
  expect(textOf(html)).toContain('alert(1)');
});

test('the whole corpus as words and links of a document of LibreOffice becomes words', async () => {
  const words = markup.map((text) => `<text:p>${escaped(text)}</text:p>`);
  const leads = links.map((to, at) => `<text:p><text:a xlink:href="${escaped(to)}">tautan ${at}</text:a></text:p>`);
  const html = await htmlOf(anOpenDocument([...words, ...leads].join('')));
  expect(foreignMarkup(html, allowed)).toEqual([]);
  expect(textOf(html)).toContain(`tautan ${links.length - 1}`);
  expect(textOf(html)).toContain('alert(1)');
});
