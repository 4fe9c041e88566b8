import { describe, expect, test } from 'vitest';
import {
  documentsOf,
  emptyDocument,
  figuresOf,
  isEmptyDocument,
  linkedArticlesOf,
  parseDocument,
  withAssetFacts,
  withoutAssets,
} from './document.ts';
import type { RichDocument } from './rich-nodes.ts';

const assetId = '01890a5d-ac96-774b-bcce-b302099a8057';
const assetHash = 'a'.repeat(64);

const text = (words: string) => ({ type: 'text', text: words });
const paragraphs = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const list = (item: unknown[]) => ({
  type: 'doc',
  content: [{ type: 'bulletList', content: [{ type: 'listItem', content: item }] }],
});
const row = (...cells: unknown[]) => ({ type: 'tableRow', content: cells });

function parsed(input: unknown): RichDocument {
  const result = parseDocument(input);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.document;
}

describe('emptiness', () => {
  test.each([
    [emptyDocument(), true],
    [paragraphs(text('  ')), true],
    [paragraphs({ type: 'hardBreak' }), true],
    [{ type: 'doc', content: [{ type: 'quote', attrs: { speaker: 'Camat' } }] }, true],
    [list([{ type: 'paragraph' }]), true],
    [list([{ type: 'paragraph', content: [text('a')] }]), false],
    [{ type: 'doc', content: [{ type: 'figure', attrs: { assetId, assetHash } }] }, false],
    [paragraphs(text('a')), false],
    [{ type: 'doc', content: [{ type: 'gallery', attrs: { caption: 'a' } }] }, true],
    [
      { type: 'doc', content: [{ type: 'gallery', content: [{ type: 'figure', attrs: { assetId, assetHash } }] }] },
      false,
    ],
    [
      { type: 'doc', content: [{ type: 'table', attrs: { caption: 'a' }, content: [row({ type: 'tableCell' })] }] },
      true,
    ],
    [{ type: 'doc', content: [{ type: 'table', content: [row({ type: 'tableCell', content: [text('a')] })] }] }, false],
    [{ type: 'doc', content: [{ type: 'infoBox', attrs: { title: 'a' }, content: [{ type: 'paragraph' }] }] }, true],
    [{ type: 'doc', content: [{ type: 'pullQuote', content: [text('a')] }] }, false],
    [{ type: 'doc', content: [{ type: 'keyNumbers', content: [{ type: 'keyNumber' }] }] }, true],
    [
      { type: 'doc', content: [{ type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: '1' } }] }] },
      false,
    ],
    [
      {
        type: 'doc',
        content: [{ type: 'timeline', content: [{ type: 'timelineItem', content: [{ type: 'paragraph' }] }] }],
      },
      true,
    ],
    [{ type: 'doc', content: [{ type: 'documentCard', attrs: { assetId, assetHash } }] }, false],
    [{ type: 'doc', content: [{ type: 'relatedArticle', attrs: { articleId: assetId, title: 'a' } }] }, true],
  ])('%j is empty: %s', (document, empty) => {
    expect(isEmptyDocument(parsed(document))).toBe(empty);
  });
});

test('articles and events a body names are found once each', () => {
  const [one, other] = [assetId, '01890a5d-ac96-774b-bcce-b302099a8058'];
  const named = parsed({
    type: 'doc',
    content: [
      { type: 'relatedArticle', attrs: { articleId: one, title: 'a' } },
      { type: 'agendaEvent', attrs: { articleId: other, title: 'b', when: 'Rabu', venue: 'Aula' } },
      { type: 'relatedArticle', attrs: { articleId: one.toUpperCase(), title: 'a' } },
    ],
  });
  expect(linkedArticlesOf(named)).toEqual([one, other]);
});

test.each([{ articleId: 'x' }, {}, { articleId: assetId, href: '/x' }])('%j names no article', (attrs) => {
  expect(parseDocument({ type: 'doc', content: [{ type: 'relatedArticle', attrs }] }).ok).toBe(false);
});

describe('photos and documents', () => {
  const other = '01890a5d-ac96-774b-bcce-b302099a8058';
  const document = parsed({
    type: 'doc',
    content: [
      { type: 'figure', attrs: { assetId, assetHash } },
      { type: 'paragraph' },
      { type: 'documentCard', attrs: { assetId: other, assetHash, title: 'Surat edaran' } },
      {
        type: 'gallery',
        content: [assetId, other].map((id) => ({ type: 'figure', attrs: { assetId: id, assetHash, alt: 'Loket' } })),
      },
    ],
  });

  test('photos are found in galleries too, each with its place', () => {
    expect(figuresOf(document).map((figure) => [figure.place, figure.assetId, figure.alt])).toEqual([
      ['0', assetId, ''],
      ['3.0', assetId, 'Loket'],
      ['3.1', other, 'Loket'],
    ]);
  });

  test('documents are found with their place', () => {
    expect(documentsOf(document)).toEqual([
      { place: '2', assetId: other, assetHash, title: 'Surat edaran', description: '' },
    ]);
  });

  test('true hashes reach each of them and change nothing else', () => {
    const hash = 'b'.repeat(64);
    const hashed = withAssetFacts(document, { hashOf: (id) => (id === other ? hash : undefined) });
    expect(figuresOf(hashed).map((figure) => figure.assetHash)).toEqual([assetHash, assetHash, hash]);
    expect(documentsOf(hashed).map((card) => card.assetHash)).toEqual([hash]);
    expect(JSON.stringify(hashed).replaceAll(hash, assetHash)).toBe(JSON.stringify(document));
  });
});

test('files that are gone leave figures, galleries and document cards; what they leave empty goes with them', () => {
  const other = '01890a5d-ac96-774b-bcce-b302099a8058';
  const figure = (id: string) => ({ type: 'figure', attrs: { assetId: id, assetHash } });
  const card = (id: string) => ({ type: 'documentCard', attrs: { assetId: id, assetHash, title: 'Jadwal' } });
  const gallery = (...ids: string[]) => ({ type: 'gallery', content: ids.map(figure) });
  const isGone = (id: string) => id === other;
  const before = parsed({
    type: 'doc',
    content: [figure(assetId), figure(other), gallery(assetId, other), gallery(other), card(other), card(assetId)],
  });
  const after = parsed({ type: 'doc', content: [figure(assetId), gallery(assetId), card(assetId)] });
  expect(withoutAssets(before, isGone)).toEqual(after);
  expect(withoutAssets(parsed({ type: 'doc', content: [gallery(other)] }), isGone)).toEqual(emptyDocument());
});
