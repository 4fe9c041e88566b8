const paragraph = (content: unknown) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const marked = (mark: unknown) => paragraph([{ type: 'text', text: 'kata', marks: [mark] }]);
const block = (node: unknown) => ({ type: 'doc', content: [node] });
const figure = (attrs: Record<string, unknown>) =>
  block({
    type: 'figure',
    attrs: { assetId: '01890a5d-ac96-774b-bcce-b302099a8057', assetHash: 'a'.repeat(64), ...attrs },
  });
const assetId = '01890a5d-ac96-774b-bcce-b302099a8057';
const row = (...cells: unknown[]) => ({ type: 'tableRow', content: cells });
const table = (...rows: unknown[]) => block({ type: 'table', content: rows });
const cell = (attrs: Record<string, unknown>) => table(row({ type: 'tableCell', attrs }));
const inside = {
  gallery: (node: unknown) => block({ type: 'gallery', content: [node] }),
  infoBox: (node: unknown) => block({ type: 'infoBox', content: [node] }),
  timeline: (node: unknown) => block({ type: 'timeline', content: [node] }),
  timelineItem: (node: unknown) => block({ type: 'timeline', content: [{ type: 'timelineItem', content: [node] }] }),
  keyNumbers: (node: unknown) => block({ type: 'keyNumbers', content: [node] }),
  cell: (node: unknown) => table(row({ type: 'tableCell', content: [node] })),
};
const card = (attrs: Record<string, unknown>) =>
  block({ type: 'documentCard', attrs: { assetId, assetHash: 'a'.repeat(64), ...attrs } });

const newerBlocks: readonly unknown[] = [
  ...['tableRow', 'tableCell', 'tableHeader', 'timelineItem', 'keyNumber'].map((type) => block({ type })),
  ...['table', 'infoBox', 'timeline', 'keyNumbers', 'documentCard'].map((type) => block({ type })),
  ...['table', 'infoBox', 'timeline', 'keyNumbers'].map((type) => block({ type, content: [] })),
  ...['style', 'class', 'onclick', 'src', 'href', 'align', 'bgcolor'].flatMap((name) => [
    ...['gallery', 'pullQuote'].map((type) => block({ type, attrs: { [name]: 'x' } })),
    block({ type: 'table', attrs: { [name]: 'x' }, content: [row({ type: 'tableCell' })] }),
    block({ type: 'infoBox', attrs: { [name]: 'x' }, content: [{ type: 'paragraph' }] }),
    inside.timeline({ type: 'timelineItem', attrs: { [name]: 'x' }, content: [{ type: 'paragraph' }] }),
    inside.keyNumbers({ type: 'keyNumber', attrs: { [name]: 'x' } }),
    block({ type: 'timeline', attrs: { [name]: 'x' }, content: [] }),
    block({ type: 'keyNumbers', attrs: { [name]: 'x' }, content: [] }),
    table({ type: 'tableRow', attrs: { [name]: 'x' }, content: [{ type: 'tableCell' }] }),
    cell({ [name]: 'x' }),
    card({ [name]: 'x' }),
  ]),
  ...[1, null, {}, ['x'], 'x'.repeat(2001)].flatMap((value) => [
    block({ type: 'gallery', attrs: { caption: value } }),
    block({ type: 'table', attrs: { caption: value }, content: [row({ type: 'tableCell' })] }),
    block({ type: 'pullQuote', attrs: { by: value } }),
    block({ type: 'infoBox', attrs: { title: value }, content: [{ type: 'paragraph' }] }),
    inside.timeline({ type: 'timelineItem', attrs: { when: value }, content: [{ type: 'paragraph' }] }),
    ...['value', 'label', 'source'].map((name) => inside.keyNumbers({ type: 'keyNumber', attrs: { [name]: value } })),
    ...['title', 'description'].map((name) => card({ [name]: value })),
  ]),
  ...[0, 2, -1, 1.5, '1', '2', null, 1e9, {}].flatMap((value) => [cell({ colspan: value }), cell({ rowspan: value })]),
  ...[[100], 100, '100', 'x', {}].map((value) => cell({ colwidth: value })),
  ...['', 'x', '../../etc/passwd', 'javascript:alert(1)', null, 1, {}].flatMap((value) => [
    card({ assetId: value }),
    card({ assetHash: value }),
  ]),
  ...[{ type: 'paragraph' }, { type: 'gallery' }, { type: 'documentCard' }, null, 'x'].map(inside.gallery),
  ...[{ type: 'heading', attrs: { level: 2 } }, { type: 'quote' }, { type: 'infoBox' }, { type: 'table' }, null].map(
    inside.infoBox,
  ),
  ...[{ type: 'paragraph' }, { type: 'listItem' }, { type: 'timelineItem' }, null].map(inside.timeline),
  ...[{ type: 'bulletList' }, { type: 'timeline' }, { type: 'figure' }, null].map(inside.timelineItem),
  ...[{ type: 'paragraph' }, { type: 'keyNumbers' }, { type: 'keyNumber', content: [] }, null].map(inside.keyNumbers),
  ...[{ type: 'paragraph' }, { type: 'table' }, { type: 'figure' }, null, 'x'].map(inside.cell),
  table(row()),
  table({ type: 'tableRow' }),
  table(row({ type: 'tableCell' }), row({ type: 'tableCell' }, { type: 'tableCell' })),
  table(row(...Array.from({ length: 13 }, () => ({ type: 'tableCell' })))),
  table(...Array.from({ length: 201 }, () => row({ type: 'tableCell' }))),
  block({ type: 'gallery', content: Array.from({ length: 61 }, () => figure({}).content[0]) }),
];

/**
 * Documents that must be refused, each as the JSON text that would arrive, so that
 * `__proto__` is a key like any other.
 */
export const hostileDocuments: readonly string[] = [
  ...[null, true, 0, '', '<p>kata</p>', [], {}, [[]], { type: 'doc', content: {} }, { type: 'doc', content: 'x' }],
  ...['script', 'html', 'rawHtml', 'image', 'iframe', 'embed', 'codeBlock', 'horizontalRule', 'mention', 'doc'].map(
    (type) => block({ type }),
  ),
  ...['constructor', 'toString', '__proto__', 'hasOwnProperty', 'prototype', '', ' paragraph', 'Paragraph', 'text'].map(
    (type) => block({ type }),
  ),
  ...['listItem', 'hardBreak', 'bold', 'link'].map((type) => block({ type })),
  ...[1, null, {}, ['paragraph'], { toString: 'paragraph' }].map((type) => block({ type })),
  ...[
    'underline',
    'textStyle',
    'highlight',
    'code',
    'strike',
    'script',
    'constructor',
    '__proto__',
    'paragraph',
    '',
  ].map((type) => marked({ type })),
  ...[null, 'bold', [], { type: ['bold'] }, { type: 'link' }, { type: 'link', attrs: null }].map(marked),
  ...['style', 'class', 'id', 'onclick', 'dangerouslySetInnerHTML', 'children', 'ref', 'key', 'srcdoc', 'is'].flatMap(
    (name) => [
      block({ type: 'paragraph', attrs: { [name]: 'x' } }),
      block({ type: 'quote', attrs: { [name]: 'x' } }),
      marked({ type: 'bold', attrs: { [name]: 'x' } }),
      marked({ type: 'italic', attrs: { [name]: 'x' } }),
      figure({ [name]: 'x' }),
    ],
  ),
  ...['target', 'rel', 'class', 'title', 'onclick', 'download', 'ping'].map((name) =>
    marked({ type: 'link', attrs: { href: 'https://a.example/', [name]: 'x' } }),
  ),
  ...[null, 1, true, [], {}, ['https://a.example/'], { href: 'https://a.example/' }].map((href) =>
    marked({ type: 'link', attrs: { href } }),
  ),
  ...[0, 1, 4, '2', 2.5, null, true, [2], '2"><script>'].map((level) => block({ type: 'heading', attrs: { level } })),
  block({ type: 'heading' }),
  ...[-1, 1.5, '1', 1e9, null, '1" onclick="x'].map((start) =>
    block({ type: 'orderedList', attrs: { start }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }),
  ),
  ...['xx', 'EN', 'en" onclick="x', 'id', 1, {}, ['en']].map((lang) => marked({ type: 'italic', attrs: { lang } })),
  ...[1, null, {}, ['x'], 'x'.repeat(2001)].flatMap((value) => [
    figure({ alt: value }),
    figure({ caption: value }),
    figure({ credit: value }),
    block({ type: 'quote', attrs: { speaker: value } }),
    block({ type: 'quote', attrs: { speakerRole: value } }),
  ]),
  ...['ya', 1, null].map((decorative) => figure({ decorative })),
  ...['', 'x', '../../etc/passwd', 'javascript:alert(1)', null, 1, {}].flatMap((value) => [
    figure({ assetId: value }),
    figure({ assetHash: value }),
  ]),
  figure({ assetHash: 'A'.repeat(64) }),
  figure({ src: 'https://jahat.example/lacak.gif' }),
  block({ type: 'figure' }),
  paragraph([{ type: 'text' }]),
  paragraph([{ type: 'text', text: 1 }]),
  paragraph([{ type: 'text', text: { toString: 'x' } }]),
  paragraph([{ type: 'text', text: 'kata', content: [] }]),
  paragraph([{ type: 'text', text: 'kata', html: '<b>' }]),
  paragraph([{ type: 'text', text: 'kata', marks: {} }]),
  paragraph([{ type: 'text', text: 'kata', marks: [{ type: 'bold' }, { type: 'bold' }] }]),
  paragraph([{ type: 'paragraph' }]),
  paragraph([null]),
  paragraph(['kata']),
  block({ type: 'bulletList' }),
  block({ type: 'bulletList', content: [{ type: 'paragraph' }] }),
  block({ type: 'bulletList', content: [{ type: 'listItem' }] }),
  block({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'heading', attrs: { level: 2 } }] }] }),
  block({ type: 'paragraph', marks: [{ type: 'bold' }] }),
  ...newerBlocks,
  { type: 'doc', content: [{ type: 'paragraph' }], version: 1 },
  { type: 'doc', content: [{ type: 'paragraph' }], attrs: { onload: 'x' } },
]
  .map((document) => JSON.stringify(document))
  .concat(
    '{"type":"doc","content":[],"__proto__":{"x":1}}',
    '{"type":"doc","__proto__":{"content":[{"type":"paragraph"}]}}',
    '{"type":"doc","content":[{"type":"paragraph","__proto__":{"content":[]}}]}',
    '{"type":"doc","content":[{"type":"paragraph","attrs":{"__proto__":{"style":"x"}}}]}',
    '{"type":"doc","content":[{"type":"quote","attrs":{"__proto__":{"speaker":"x"}}}]}',
    '{"type":"doc","content":[{"type":"paragraph","attrs":{"constructor":{"prototype":{"x":1}}}}]}',
  );
