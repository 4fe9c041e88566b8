import fc from 'fast-check';
import { foreignLanguages } from '../richtext/languages.ts';

// Documents as Tiptap's JSON may arrive: attributes present or absent, marks in any order, pieces of
// text cut anywhere. All are valid; none need be in stored form.

const words = fc.oneof(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), fc.lorem({ maxCount: 6 }));

const href = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    '/berita/banjir-surut',
    'mailto:humas@kaltimprov.go.id',
    'tel:+62 541 733-333',
    ' HTTPS://Kaltimprov.go.id ',
  ),
);

const language = fc.constantFrom(...foreignLanguages.map(({ code }) => code), null);

const marks = fc
  .tuple(
    fc.option(fc.record({ type: fc.constant('link'), attrs: fc.record({ href }) }), { nil: undefined }),
    fc.option(fc.constant({ type: 'bold' }), { nil: undefined }),
    fc.option(
      fc.record({ type: fc.constant('italic'), attrs: fc.record({ lang: language }) }, { requiredKeys: ['type'] }),
      {
        nil: undefined,
      },
    ),
  )
  .map((list) => list.filter((mark) => mark !== undefined))
  .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));

const inline = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('text'), text: words, marks }, { requiredKeys: ['type', 'text'] }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('hardBreak') }) },
);

const content = fc.array(inline, { maxLength: 6 });

const paragraph = fc.record({ type: fc.constant('paragraph'), content }, { requiredKeys: ['type'] });

const heading = fc.record(
  { type: fc.constant('heading'), attrs: fc.record({ level: fc.constantFrom(2, 3) }), content },
  { requiredKeys: ['type', 'attrs'] },
);

const attributeWords = fc.oneof(fc.constant(''), words);

const quote = fc.record(
  {
    type: fc.constant('quote'),
    attrs: fc.record({ speaker: attributeWords, speakerRole: attributeWords }, { requiredKeys: [] }),
    content,
  },
  { requiredKeys: ['type'] },
);

const assetHash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

const figure = fc.record({
  type: fc.constant('figure'),
  attrs: fc.record(
    {
      assetId: fc.uuid(),
      assetHash,
      alt: attributeWords,
      decorative: fc.boolean(),
      caption: attributeWords,
      credit: attributeWords,
    },
    { requiredKeys: ['assetId', 'assetHash'] },
  ),
});

/** Each list in a list is two levels of the twenty that a document may have. */
const listDepth = { depthSize: 'small', maxDepth: 7 } as const;

const { list } = fc.letrec<{ list: object; item: object }>((tie) => ({
  list: fc.oneof(
    fc.record({ type: fc.constant('bulletList'), content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }) }),
    fc.record(
      {
        type: fc.constant('orderedList'),
        attrs: fc.record({ start: fc.integer({ min: 0, max: 9999 }) }, { requiredKeys: [] }),
        content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['type', 'content'] },
    ),
  ),
  item: fc
    .tuple(paragraph, fc.array(fc.oneof(listDepth, paragraph, tie('list')), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
}));

/** A node without attributes, or with some of these words. */
function worded<Inside extends Record<string, fc.Arbitrary<unknown>>>(
  type: string,
  names: readonly string[],
  inside: Inside,
) {
  const attrs = fc.record(Object.fromEntries(names.map((name) => [name, attributeWords])), { requiredKeys: [] });
  const node = fc.record({ type: fc.constant(type), ...inside });
  return fc.tuple(node, fc.option(attrs)).map(([made, given]) => (given === null ? made : { ...made, attrs: given }));
}

const gallery = worded('gallery', ['caption'], { content: fc.array(figure, { maxLength: 4 }) });

const cell = fc.record(
  {
    type: fc.constantFrom('tableCell', 'tableHeader'),
    attrs: fc.record(
      { colspan: fc.constant(1), rowspan: fc.constant(1), colwidth: fc.constant(null) },
      { requiredKeys: [] },
    ),
    content,
  },
  { requiredKeys: ['type'] },
);

const table = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  worded('table', ['caption'], {
    content: fc.array(
      fc.record({
        type: fc.constant('tableRow'),
        content: fc.array(cell, { minLength: columns, maxLength: columns }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const pullQuote = worded('pullQuote', ['by'], { content });

const infoBox = worded('infoBox', ['title'], {
  content: fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 }),
});

const timeline = fc.record({
  type: fc.constant('timeline'),
  content: fc.array(
    worded('timelineItem', ['when'], { content: fc.array(paragraph, { minLength: 1, maxLength: 2 }) }),
    { minLength: 1, maxLength: 3 },
  ),
});

const keyNumbers = fc.record({
  type: fc.constant('keyNumbers'),
  content: fc.array(worded('keyNumber', ['value', 'label', 'source'], {}), { minLength: 1, maxLength: 4 }),
});

const documentCard = fc.record({
  type: fc.constant('documentCard'),
  attrs: fc.record(
    { assetId: fc.uuid(), assetHash, title: attributeWords, description: attributeWords },
    { requiredKeys: ['assetId', 'assetHash'] },
  ),
});

const relatedArticle = fc.record({
  type: fc.constant('relatedArticle'),
  attrs: fc.record({ articleId: fc.uuid(), title: attributeWords }, { requiredKeys: ['articleId'] }),
});

const agendaEvent = fc.record({
  type: fc.constant('agendaEvent'),
  attrs: fc.record(
    { articleId: fc.uuid(), title: attributeWords, when: attributeWords, venue: attributeWords },
    { requiredKeys: ['articleId'] },
  ),
});

/** Any valid document, as an editor might send it. */
export const anyDocument = fc.record({
  type: fc.constant('doc'),
  content: fc.array(
    fc.oneof(
      paragraph,
      heading,
      quote,
      figure,
      list,
      gallery,
      table,
      pullQuote,
      infoBox,
      timeline,
      keyNumbers,
      documentCard,
      relatedArticle,
      agendaEvent,
    ),
    { minLength: 1, maxLength: 8 },
  ),
});

/** The same JSON with the keys of every object in another order. */
export function keysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysReversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, child]) => [key, keysReversed(child)]),
  );
}
