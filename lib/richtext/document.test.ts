import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hostileMarkup } from '../testing/attack-corpus.ts';
import { hostileDocuments } from '../testing/hostile-documents.ts';
import { anyDocument } from '../testing/rich-documents.ts';
import { cleanText } from './clean-text.ts';
import { emptyDocument, figuresOf, parseDocument, richDocument } from './document.ts';
import { documentLimits } from './measure.ts';
import type { RichDocument } from './rich-nodes.ts';
import { richTextSchema } from './schema.ts';

const assetId = '01890a5d-ac96-774b-bcce-b302099a8057';
const assetHash = 'a'.repeat(64);

function parsed(input: unknown): RichDocument {
  const result = parseDocument(input);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.document;
}

function firstIssue(input: unknown) {
  const result = parseDocument(input);
  if (result.ok) throw new Error('The document was taken');
  return result.issues[0];
}

const paragraphs = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});

describe('what is taken', () => {
  test('every valid document, which ProseMirror takes as well, and which parses to itself', () => {
    fc.assert(
      fc.property(anyDocument, (sent) => {
        const document = parsed(sent);
        expect(() => richTextSchema.nodeFromJSON(document).check()).not.toThrow();
        expect(parsed(document)).toEqual(document);
        expect(parsed(richTextSchema.nodeFromJSON(document).toJSON())).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  test('hostile words are only words', () => {
    for (const words of hostileMarkup) {
      const document = parsed({
        type: 'doc',
        content: [
          { type: 'paragraph', content: [text(words)] },
          { type: 'quote', attrs: { speaker: words, speakerRole: words } },
          { type: 'figure', attrs: { assetId, assetHash, alt: words, caption: words, credit: words } },
          ...newerBlocks(words),
        ],
      });
      const clean = cleanText(words);
      expect(document.content).toEqual([
        { type: 'paragraph', content: [{ type: 'text', text: clean }] },
        { type: 'quote', attrs: { speaker: clean, speakerRole: clean } },
        { type: 'figure', attrs: { assetId, assetHash, alt: clean, caption: clean, credit: clean } },
        ...newerBlocks(clean),
      ]);
    }
  });

  test('a photo without alt text, caption or credit: readiness asks for them, not the form', () => {
    const [figure] = figuresOf(
      parsed({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'figure', attrs: { assetId, assetHash } }] }),
    );
    expect(figure).toEqual({
      place: '1',
      assetId,
      assetHash,
      alt: '',
      decorative: false,
      caption: '',
      credit: '',
      origin: 'photo',
    });
  });

  test('the same photo twice', () => {
    const figure = { type: 'figure', attrs: { assetId, assetHash } };
    expect(figuresOf(parsed({ type: 'doc', content: [figure, figure] }))).toHaveLength(2);
  });

  test('a document without blocks, as an empty one', () => {
    expect(parsed({ type: 'doc' })).toEqual(emptyDocument());
    expect(parsed({ type: 'doc', content: [] })).toEqual(emptyDocument());
  });
});

describe('the one stored form', () => {
  test.each([
    [
      'a caption, a title or a name nobody wrote is left out',
      [
        { type: 'gallery', attrs: { caption: '' }, content: [] },
        { type: 'pullQuote', attrs: { by: '\u200b' }, content: [] },
        { type: 'infoBox', attrs: { title: '' }, content: [{ type: 'paragraph' }] },
        { type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: '12', label: 'desa', source: '' } }] },
        { type: 'documentCard', attrs: { assetId, assetHash, title: 'Surat', description: '' } },
      ],
      [
        { type: 'gallery', content: [] },
        { type: 'pullQuote' },
        { type: 'infoBox', content: [{ type: 'paragraph' }] },
        { type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: '12', label: 'desa' } }] },
        { type: 'documentCard', attrs: { assetId, assetHash, title: 'Surat' } },
      ],
    ],
    [
      'what a block is about always stands there, and what only the editor needs of a cell never',
      [
        { type: 'table', content: [row({ type: 'tableHeader', attrs: { colspan: 1, rowspan: 1, colwidth: null } })] },
        { type: 'timeline', content: [{ type: 'timelineItem', content: [{ type: 'paragraph' }] }] },
        { type: 'keyNumbers', content: [{ type: 'keyNumber' }] },
      ],
      [
        { type: 'table', attrs: { caption: '' }, content: [row({ type: 'tableHeader' })] },
        {
          type: 'timeline',
          content: [{ type: 'timelineItem', attrs: { when: '' }, content: [{ type: 'paragraph' }] }],
        },
        { type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: '', label: '' } }] },
      ],
    ],
  ])('%s', (_name, sent, stored) => {
    expect(parsed({ type: 'doc', content: sent }).content).toEqual(stored);
  });

  test.each([
    [
      'attributes at their default are left out',
      { type: 'quote', attrs: { speaker: '', speakerRole: '' } },
      { type: 'quote' },
    ],
    ['empty lists are left out', { type: 'paragraph', attrs: {}, content: [] }, { type: 'paragraph' }],
    [
      'a list from one is an ordinary list',
      { type: 'orderedList', attrs: { start: 1 }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    ],
    [
      'an id is in small letters',
      { type: 'figure', attrs: { assetId: assetId.toUpperCase(), assetHash, decorative: false } },
      { type: 'figure', attrs: { assetId, assetHash } },
    ],
  ])('%s', (_name, sent, stored) => {
    expect(parsed({ type: 'doc', content: [sent] }).content).toEqual([stored]);
  });

  test.each([
    ['joins equal neighbours', [text('ban'), text('jir')], [text('banjir')]],
    ['joins a letter cut between two pieces', [text('\ud83d'), text('\ude00e'), text('\u0301')], [text('😀é')]],
    ['composes letters', [text('e\u0301')], [text('é')]],
    ['drops invisible characters', [text('a\u0000b\u200bc\u202ed\ufeffe\u00adf')], [text('abcdef')]],
    [
      'keeps joiners and direction marks',
      [text('👨\u200d👩\u200d👧 \u200fسلام')],
      [text('👨\u200d👩\u200d👧 \u200fسلام')],
    ],
    ['turns line breaks and tabs into spaces', [text('a\nb\tc\u2028d\u00a0e')], [text('a b c d e')]],
    [
      'drops pieces of nothing and joins around them',
      [text('a'), text('\u0000', { type: 'bold' }), text('b')],
      [text('ab')],
    ],
    ['replaces lone surrogates', [text('a\ud800b')], [text('a\ufffdb')]],
    [
      'puts marks in order',
      [text('a', { type: 'italic' }, { type: 'bold' })],
      [text('a', { type: 'bold' }, { type: 'italic' })],
    ],
    [
      'tidies links',
      [text('a', { type: 'link', attrs: { href: ' HTTPS://Kaltimprov.go.id' } })],
      [text('a', { type: 'link', attrs: { href: 'https://kaltimprov.go.id/' } })],
    ],
    ['drops marks of line breaks', [{ type: 'hardBreak', marks: [{ type: 'bold' }] }], [{ type: 'hardBreak' }]],
  ])('%s', (_name, sent, stored) => {
    expect(parsed(paragraphs(...sent)).content).toEqual([{ type: 'paragraph', content: stored }]);
  });
});

describe('what is refused', () => {
  test.each(hostileDocuments.map((json) => [json.slice(0, 100), json]))('%s', (_name, json) => {
    const issue = firstIssue(JSON.parse(json));
    expect(issue?.text).toMatch(/^.+[.]$/s);
  });

  test.each([
    ['a node', { type: 'doc', content: [{ type: 'paragraph' }, { type: 'iframe' }] }, '1', 'unknown_node', '“iframe”'],
    ['a mark', paragraphs(text('a'), text('b', { type: 'underline' })), '0.1', 'unknown_mark', '“underline”'],
    [
      'an attribute',
      { type: 'doc', content: [{ type: 'paragraph', attrs: { style: 'x' } }] },
      '0',
      'unknown_attribute',
      '“style”',
    ],
    [
      'an attribute of a mark',
      paragraphs(text('a', { type: 'bold', attrs: { class: 'x' } })),
      '0.0',
      'unknown_attribute',
      '“class”',
    ],
    ['a key', { type: 'doc', content: [{ type: 'paragraph', html: 'x' }] }, '0', 'unknown_key', '“html”'],
    ['a key of the whole', { type: 'doc', content: [], versi: 1 }, '', 'unknown_key', '“versi”'],
    ['a node in the wrong place', { type: 'doc', content: [{ type: 'hardBreak' }] }, '0', 'misplaced', 'ganti baris'],
    [
      'an item that does not begin with a paragraph',
      list([bullets([{ type: 'paragraph' }])]),
      '0.0',
      'misplaced',
      'butir daftar',
    ],
  ])('%s, by name and place', (_name, document, field, code, name) => {
    const issue = firstIssue(document);
    expect(issue).toMatchObject({ field, code });
    expect(issue?.text).toContain(name);
  });

  test('a link, with its reason', () => {
    expect(firstIssue(paragraphs(text('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))).toEqual({
      field: '0.0',
      code: 'attribute',
      text: 'Tautan dengan awalan “javascript:” tidak diterima. Pakai alamat http, https, mailto, atau tel.',
    });
  });

  test('foreign names are shown short and visible', () => {
    const issue = firstIssue({ type: 'doc', content: [{ type: `x\u202e\n<b>${'y'.repeat(500)}` }] });
    expect(issue?.text).toBe(
      `Bagian “x<b>${'y'.repeat(36)}” tidak dikenal. Hapus bagian ini atau tempelkan sebagai teks biasa.`,
    );
  });

  test('many faults, of which twenty are told', () => {
    const result = parseDocument({ type: 'doc', content: Array.from({ length: 4000 }, () => ({ type: 'x' })) });
    expect(!result.ok && result.issues).toHaveLength(20);
  });
});

describe('limits', () => {
  const bytesOf = (document: unknown) => Buffer.byteLength(JSON.stringify(document));
  const frame = bytesOf(paragraphs(text('')));

  test('1 MB of JSON, counted in bytes', () => {
    const room = documentLimits.bytes - frame;
    expect(parseDocument(paragraphs(text('a'.repeat(room)))).ok).toBe(true);
    expect(firstIssue(paragraphs(text('a'.repeat(room + 1))))?.code).toBe('too_large');
    expect(firstIssue(paragraphs(text('é'.repeat(room / 2 + 1))))?.code).toBe('too_large');
    expect(firstIssue(paragraphs(text('"'.repeat(room / 2 + 1))))?.code).toBe('too_large');
  });

  test('15,000 nodes, the document and pieces of text counted', () => {
    const breaks = (count: number) => paragraphs(...Array.from({ length: count }, () => ({ type: 'hardBreak' })));
    expect(parseDocument(breaks(14_998)).ok).toBe(true);
    expect(firstIssue(breaks(14_999))).toMatchObject({ field: '', code: 'too_many_nodes' });
  });

  test('a table of 200 rows and 12 columns is taken, with room for the rest of an article', () => {
    const cells = Array.from({ length: 12 }, () => ({
      type: 'tableCell',
      content: [text('isi '), text('sel', { type: 'bold' })],
    }));
    const table = { type: 'table', content: Array.from({ length: 200 }, () => row(...cells)) };
    expect(parseDocument({ type: 'doc', content: [{ type: 'paragraph' }, table] }).ok).toBe(true);
  });

  test('20 levels', () => {
    // The document, then a list and an item for each list, then the paragraph: 1 + 2 × 9 + 1.
    expect(parseDocument({ type: 'doc', content: [nestedLists(9)] }).ok).toBe(true);
    expect(firstIssue({ type: 'doc', content: [nestedLists(10)] })?.code).toBe('too_deep');
  });

  test.each([
    ['blocks', '{"type":"doc","content":[', ']}', 'too_deep'],
    ['lists', '[', ']', 'shape'],
    ['attributes', '{"type":"doc","attrs":', '}', 'unknown_attribute'],
    ['marks', '{"type":"doc","marks":[', ']}', 'unknown_key'],
  ])('ten thousand levels of %s end in an answer', (_name, before, after, code) => {
    const deep = JSON.parse(`${before.repeat(10_000)}${before.endsWith(':') ? '{}' : ''}${after.repeat(10_000)}`);
    expect(firstIssue(deep)?.code).toBe(code);
  });

  test('a document that contains itself ends in an answer', () => {
    const loop: { type: string; attrs: unknown; content: unknown[] } = { type: 'doc', attrs: {}, content: [] };
    loop.content.push(loop);
    expect(firstIssue(loop)?.code).toBe('too_deep');
    loop.content = [];
    loop.attrs = loop;
    expect(firstIssue(loop)?.code).toBe('too_large');
  });

  test('each limit is said with its number', () => {
    expect(firstIssue(paragraphs(text('a'.repeat(2_000_000))))?.text).toContain('1 MB');
    expect(firstIssue({ type: 'doc', content: new Array(15_001).fill({ type: 'paragraph' }) })?.text).toContain(
      '15.000',
    );
  });

  test('a megabyte in five thousand pieces is taken', () => {
    const pieces = Array.from({ length: 4990 }, (_, index) =>
      text('é'.repeat(60), ...(index % 2 ? [] : [{ type: 'bold', attrs: {} }])),
    );
    expect(parsed(paragraphs(...pieces)).content).toHaveLength(1);
    expect(parsed(paragraphs(...pieces.map(({ text: words }) => text(words)))).content).toEqual([
      { type: 'paragraph', content: [text('é'.repeat(60 * 4990))] },
    ]);
  });
});

test('as a zod rule, its paths continue the field’s own', () => {
  const words = z.strictObject({ body: richDocument });
  expect(words.parse({ body: { type: 'doc' } })).toEqual({ body: emptyDocument() });
  const refused = words.safeParse({ body: { type: 'doc', content: [{ type: 'paragraph' }, { type: 'iframe' }] } });
  expect(refused.error?.issues).toMatchObject([{ path: ['body', 1], message: expect.stringContaining('“iframe”') }]);
  expect(words.safeParse({}).success).toBe(false);
});

/** Each of the newer blocks in stored form, with these words everywhere. */
function newerBlocks(words: string) {
  const figure = { type: 'figure', attrs: { assetId, assetHash, alt: words, caption: words, credit: words } };
  const content = [{ type: 'text', text: words }];
  return [
    { type: 'gallery', attrs: { caption: words }, content: [figure, figure] },
    {
      type: 'table',
      attrs: { caption: words },
      content: [row({ type: 'tableHeader', content }), row({ type: 'tableCell', content })],
    },
    { type: 'pullQuote', attrs: { by: words }, content },
    { type: 'infoBox', attrs: { title: words }, content: [{ type: 'paragraph', content }] },
    {
      type: 'timeline',
      content: [{ type: 'timelineItem', attrs: { when: words }, content: [{ type: 'paragraph', content }] }],
    },
    { type: 'keyNumbers', content: [{ type: 'keyNumber', attrs: { value: words, label: words, source: words } }] },
    { type: 'documentCard', attrs: { assetId, assetHash, title: words, description: words } },
  ];
}

function row(...cells: unknown[]) {
  return { type: 'tableRow', content: cells };
}

function list(item: unknown[]) {
  return { type: 'doc', content: [bullets(item)] };
}

function bullets(item: unknown[]) {
  return { type: 'bulletList', content: [{ type: 'listItem', content: item }] };
}

function nestedLists(levels: number): unknown {
  return bullets([{ type: 'paragraph' }, ...(levels > 1 ? [nestedLists(levels - 1)] : [])]);
}
