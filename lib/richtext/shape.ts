import { z } from 'zod';
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
import { blockLimits } from './measure.ts';

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

const gallery = z.strictObject({
  type: z.literal('gallery'),
  attrs: galleryAttributes.optional(),
  content: z
    .array(z.discriminatedUnion('type', [figure]))
    .max(
      blockLimits.galleryPhotos,
      `Galeri memuat paling banyak ${blockLimits.galleryPhotos} foto. Bagi menjadi beberapa galeri.`,
    )
    .optional(),
});

const tableSize = `Tabel memuat paling banyak ${blockLimits.tableRows} baris dan ${blockLimits.tableColumns} kolom. Bagi tabelnya, atau lampirkan sebagai dokumen.`;
const emptyTable = 'Tabel ini tidak berisi sel. Hapus tabelnya.';

const cell = { attrs: cellAttributes.optional(), content: inlineContent };

const tableRow = z.strictObject({
  type: z.literal('tableRow'),
  attrs: noAttributes,
  content: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('tableHeader'), ...cell }),
        z.strictObject({ type: z.literal('tableCell'), ...cell }),
      ]),
    )
    .min(1, emptyTable)
    .max(blockLimits.tableColumns, tableSize),
});

const table = z
  .strictObject({
    type: z.literal('table'),
    attrs: tableAttributes.optional(),
    content: z
      .array(z.discriminatedUnion('type', [tableRow]))
      .min(1, emptyTable)
      .max(blockLimits.tableRows, tableSize),
  })
  .superRefine(({ content }, context) => {
    const ragged = content.findIndex((row) => row.content.length !== content[0]?.content.length);
    if (ragged >= 0) {
      context.addIssue({
        code: 'custom',
        path: ['content', ragged],
        message: `Baris ke-${ragged + 1} tabel tidak punya sel sebanyak baris pertama. Tambah atau hapus sel pada baris itu.`,
      });
    }
  });

const pullQuote = z.strictObject({
  type: z.literal('pullQuote'),
  attrs: pullQuoteAttributes.optional(),
  content: inlineContent,
});

const infoBox = z.strictObject({
  type: z.literal('infoBox'),
  attrs: infoBoxAttributes.optional(),
  content: z.array(z.discriminatedUnion('type', [paragraph, bulletList, orderedList])).optional(),
});

const timelineItem = z.strictObject({
  type: z.literal('timelineItem'),
  attrs: timelineItemAttributes.optional(),
  content: z.array(z.discriminatedUnion('type', [paragraph])).optional(),
});

const timeline = z.strictObject({
  type: z.literal('timeline'),
  attrs: noAttributes,
  content: z.array(z.discriminatedUnion('type', [timelineItem])).optional(),
});

const keyNumber = z.strictObject({ type: z.literal('keyNumber'), attrs: keyNumberAttributes.optional() });

const keyNumbers = z.strictObject({
  type: z.literal('keyNumbers'),
  attrs: noAttributes,
  content: z.array(z.discriminatedUnion('type', [keyNumber])).optional(),
});

const documentCard = z.strictObject({ type: z.literal('documentCard'), attrs: documentCardAttributes });

const relatedArticle = z.strictObject({ type: z.literal('relatedArticle'), attrs: relatedArticleAttributes });

const agendaEvent = z.strictObject({ type: z.literal('agendaEvent'), attrs: agendaEventAttributes });

/** Tiptap's JSON of a whole document, before it is brought into its one stored form. */
export const documentShape = z.strictObject({
  type: z.literal('doc'),
  attrs: noAttributes,
  content: z
    .array(
      z.discriminatedUnion('type', [
        paragraph,
        heading,
        quote,
        figure,
        bulletList,
        orderedList,
        gallery,
        table,
        pullQuote,
        infoBox,
        timeline,
        keyNumbers,
        documentCard,
        relatedArticle,
        agendaEvent,
      ]),
    )
    .optional(),
});

export type ShapedDocument = z.output<typeof documentShape>;
export type ShapedBlock = NonNullable<ShapedDocument['content']>[number];
export type ShapedListItem = z.output<typeof listItem>;
export type ShapedTableRow = z.output<typeof tableRow>;
export type ShapedInline = z.output<typeof inline>;
export type ShapedMark = z.output<typeof mark>;
