import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, tableEditing } from '@tiptap/pm/tables';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { anyDocument } from '../testing/rich-documents.ts';
import {
  agendaEventAttributes,
  cellAttributes,
  documentCardAttributes,
  figureAttributes,
  galleryAttributes,
  headingAttributes,
  infoBoxAttributes,
  italicAttributes,
  keyNumberAttributes,
  linkAttributes,
  orderedListAttributes,
  pullQuoteAttributes,
  quoteAttributes,
  relatedArticleAttributes,
  tableAttributes,
  timelineItemAttributes,
} from './attributes.ts';
import { parseDocument } from './document.ts';
import { richTextExtensions } from './extensions.ts';
import { Figure } from './figure.ts';
import { Quote } from './quote.ts';
import { richTextSchema } from './schema.ts';
import { markOrder } from './stored-form.ts';

const rules: Record<string, z.ZodObject> = {
  heading: headingAttributes,
  orderedList: orderedListAttributes,
  quote: quoteAttributes,
  figure: figureAttributes,
  gallery: galleryAttributes,
  table: tableAttributes,
  tableHeader: cellAttributes,
  tableCell: cellAttributes,
  pullQuote: pullQuoteAttributes,
  infoBox: infoBoxAttributes,
  timelineItem: timelineItemAttributes,
  keyNumber: keyNumberAttributes,
  documentCard: documentCardAttributes,
  relatedArticle: relatedArticleAttributes,
  agendaEvent: agendaEventAttributes,
  italic: italicAttributes,
  link: linkAttributes,
};

const asset = { assetId: '01890a5d-ac96-774b-bcce-b302099a8057', assetHash: 'a'.repeat(64) };
const article = { articleId: asset.assetId };
/** Without which a node is not made. */
const required: Readonly<Record<string, object>> = {
  ...{ heading: { level: 2 }, figure: asset, documentCard: asset },
  ...{ relatedArticle: article, agendaEvent: article },
};

const types = [...Object.values(richTextSchema.nodes), ...Object.values(richTextSchema.marks)];

test('holds these nodes and marks and no others', () => {
  expect(Object.keys(richTextSchema.nodes).toSorted()).toEqual([
    ...['agendaEvent', 'bulletList', 'doc', 'documentCard', 'figure', 'gallery', 'hardBreak', 'heading', 'infoBox'],
    ...['keyNumber', 'keyNumbers', 'listItem', 'orderedList', 'paragraph', 'pullQuote', 'quote', 'relatedArticle'],
    ...['table', 'tableCell'],
    ...['tableHeader', 'tableRow', 'text', 'timeline', 'timelineItem'],
  ]);
  expect(Object.keys(richTextSchema.marks)).toEqual(markOrder);
});

test.each(types.map((type) => [type.name, type]))(
  '%s has the attributes its rule names, with the same defaults',
  (name, type) => {
    const attributes = type.spec.attrs ?? {};
    const shape = rules[name]?.shape ?? {};
    expect(Object.keys(attributes)).toEqual(Object.keys(shape));
    for (const [attribute, spec] of Object.entries(attributes)) {
      const ordinary = shape[attribute].safeParse(undefined);
      expect(spec.default).toBe(ordinary.success ? ordinary.data : undefined);
      expect(spec.validate).toBeTypeOf('function');
    }
  },
);

test('ProseMirror itself refuses to make what the rules refuse, in their words', () => {
  expect(() => richTextSchema.nodes['heading']?.create({ level: 1 })).toThrow(
    'Subjudul hanya mengenal tingkat 2 dan 3.',
  );
  expect(() => richTextSchema.marks['link']?.create({ href: 'javascript:alert(1)' })).toThrow(
    '“javascript:” tidak diterima',
  );
});

test('an editor that draws quotes and figures itself has the same schema', () => {
  const drawn = getSchema(
    richTextExtensions({
      quote: Quote.extend({ addNodeView: () => () => ({ dom: document.createElement('div') }) }),
      figure: Figure.extend({ addNodeView: () => () => ({ dom: document.createElement('div') }) }),
    }),
  );
  expect(Object.keys(drawn.nodes)).toEqual(Object.keys(richTextSchema.nodes));
  expect(drawn.nodes['figure']?.spec.attrs).toMatchObject({ alt: { default: '' }, decorative: { default: false } });
});

test('typing elsewhere leaves every block of any document as it was, with the repairs of tables at work', () => {
  fc.assert(
    fc.property(anyDocument, (sent) => {
      const parsed = parseDocument({ ...sent, content: [{ type: 'paragraph' }, ...sent.content] });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      const doc = richTextSchema.nodeFromJSON(parsed.document);
      const state = EditorState.create({ doc, plugins: [tableEditing()] });
      const typed = state.applyTransaction(state.tr.insertText('Pembuka.', 1)).state.doc;
      const after = parseDocument(typed.toJSON());
      expect(after.ok && after.document.content.slice(1)).toEqual(parsed.document.content.slice(1));
    }),
    { numRuns: 100 },
  );
});

test('rows and columns added by the table commands fit our cells', () => {
  const cell = (text: string) => ({ type: 'tableHeader', content: [{ type: 'text', text }] });
  const doc = richTextSchema.nodeFromJSON({
    type: 'doc',
    content: [{ type: 'table', content: [{ type: 'tableRow', content: [cell('a'), cell('b')] }] }],
  });
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 4), plugins: [tableEditing()] });
  for (const command of [addRowAfter, addColumnAfter]) {
    command(state, (made) => {
      state = state.apply(made);
    });
  }
  const parsed = parseDocument(state.doc.toJSON());
  const table = parsed.ok ? parsed.document.content[0] : undefined;
  expect(table?.type === 'table' && table.content.map((row) => row.content.length)).toEqual([3, 3]);
});

test('nothing is drawn with a style of its own, which the page would refuse', () => {
  for (const type of Object.values(richTextSchema.nodes).filter((node) => !node.isText)) {
    const drawn = type.spec.toDOM?.(type.create(required[type.name] ?? null)) ?? '';
    expect(JSON.stringify(drawn)).not.toContain('style');
  }
});
