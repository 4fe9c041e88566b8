import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import {
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
  tableAttributes,
  timelineItemAttributes,
} from './attributes.ts';
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
  italic: italicAttributes,
  link: linkAttributes,
};

const types = [...Object.values(richTextSchema.nodes), ...Object.values(richTextSchema.marks)];

test('holds these nodes and marks and no others', () => {
  expect(Object.keys(richTextSchema.nodes).toSorted()).toEqual([
    ...['bulletList', 'doc', 'documentCard', 'figure', 'gallery', 'hardBreak', 'heading', 'infoBox', 'keyNumber'],
    ...['keyNumbers', 'listItem', 'orderedList', 'paragraph', 'pullQuote', 'quote', 'table', 'tableCell'],
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
