import { z } from 'zod';
import {
  figureAttributes,
  headingAttributes,
  italicAttributes,
  linkAttributes,
  orderedListAttributes,
  quoteAttributes,
} from './attributes.ts';

// What Tiptap's JSON may look like, name by name. Which node may stand inside which is
// ProseMirror's to say (extensions.ts); here every key that is not named is refused.

const noAttributes = z.strictObject({}).optional();

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('link'), attrs: linkAttributes }),
  z.strictObject({ type: z.literal('bold'), attrs: noAttributes }),
  z.strictObject({ type: z.literal('italic'), attrs: italicAttributes.optional() }),
]);

const marks = z
  .array(mark)
  .superRefine((list, context) => {
    if (new Set(list.map((one) => one.type)).size < list.length) {
      context.addIssue({
        code: 'custom',
        message: 'Satu tanda dipasang dua kali pada kata yang sama. Lepas salah satunya.',
      });
    }
  })
  .optional();

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string(), marks }),
  z.strictObject({ type: z.literal('hardBreak'), attrs: noAttributes, marks }),
]);

const inlineContent = z.array(inline).optional();

const paragraph = z.strictObject({ type: z.literal('paragraph'), attrs: noAttributes, content: inlineContent });

const heading = z.strictObject({ type: z.literal('heading'), attrs: headingAttributes, content: inlineContent });

const quote = z.strictObject({ type: z.literal('quote'), attrs: quoteAttributes.optional(), content: inlineContent });

const figure = z.strictObject({ type: z.literal('figure'), attrs: figureAttributes });

const listItem = z.strictObject({
  type: z.literal('listItem'),
  attrs: noAttributes,
  get content() {
    return z.array(z.discriminatedUnion('type', [paragraph, bulletList, orderedList])).optional();
  },
});

const bulletList = z.strictObject({
  type: z.literal('bulletList'),
  attrs: noAttributes,
  get content() {
    return z.array(z.discriminatedUnion('type', [listItem])).optional();
  },
});

const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: orderedListAttributes.optional(),
  get content() {
    return z.array(z.discriminatedUnion('type', [listItem])).optional();
  },
});

/** Tiptap's JSON of a whole document, before it is brought into its one stored form. */
export const documentShape = z.strictObject({
  type: z.literal('doc'),
  attrs: noAttributes,
  content: z
    .array(z.discriminatedUnion('type', [paragraph, heading, quote, figure, bulletList, orderedList]))
    .optional(),
});

export type ShapedDocument = z.output<typeof documentShape>;
export type ShapedBlock = NonNullable<ShapedDocument['content']>[number];
export type ShapedListItem = z.output<typeof listItem>;
export type ShapedInline = z.output<typeof inline>;
export type ShapedMark = z.output<typeof mark>;
