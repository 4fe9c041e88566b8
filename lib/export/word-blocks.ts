import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { wholeFigure } from '#lib/richtext/attributes.ts';
import { blockWords } from '#lib/richtext/block-words.ts';
import { type InlineTree, inlineTree } from '#lib/richtext/inline-tree.ts';
import { checkLink } from '#lib/richtext/links.ts';
import type { RichBlock, RichDocument, RichFigure, RichInline, RichList, RichTable } from '#lib/richtext/rich-nodes.ts';
import { inks } from './word-inks.ts';

/** A JPEG and its size in pixels. */
export type PhotoForWord = { bytes: Buffer; width: number; height: number };

type Surroundings = { photoOf: (assetId: string) => PhotoForWord | null; address: (path: string) => string };
type Around = Surroundings & { lists: NumberedLists };

/** Widest and highest picture on a page, and in a gallery, in pixels of a screen. */
const largest = { width: 600, height: 560 } as const;
const inGallery = { width: 400, height: 300 } as const;

export const bulletReference = 'butir';
export const numberReference = (start: number) => `nomor-${start}`;

/** Every numbered list begins anew, with its own number. */
class NumberedLists {
  readonly starts = new Set<number>();
  #instance = 0;

  begin(start: number): { reference: string; instance: number } {
    this.starts.add(start);
    this.#instance += 1;
    return { reference: numberReference(start), instance: this.#instance };
  }
}

/** The body as paragraphs and tables of Word, and the numbers its lists begin with. */
export function blocksOfWord(
  body: RichDocument,
  surroundings: Surroundings,
): { blocks: FileChild[]; starts: ReadonlySet<number> } {
  const lists = new NumberedLists();
  const blocks = body.content.flatMap((block) => blockOfWord(block, { ...surroundings, lists }));
  return { blocks, starts: lists.starts };
}

/** A photo with its caption and credit; the words alone where the picture is no longer shown. */
export function photoOfWord(
  photo: PhotoForWord | null,
  { alt, caption, credit }: { alt: string; caption: string; credit: string },
  bounds: { width: number; height: number } = largest,
): Paragraph[] {
  const small = { size: 19, color: inks.quiet };
  const words = [
    ...(caption === '' ? [] : [new TextRun({ text: `Keterangan foto: ${caption}`, ...small })]),
    ...(credit === '' ? [] : [new TextRun({ text: `${caption === '' ? '' : ' – '}Foto: ${credit}`, ...small })]),
  ];
  const below = words.length === 0 ? [] : [new Paragraph({ spacing: { after: 240 }, children: words })];
  if (photo === null)
    return [
      new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: '[Foto tidak disertakan]', ...small })] }),
      ...below,
    ];
  const scale = Math.min(1, bounds.width / photo.width, bounds.height / photo.height);
  const picture = new ImageRun({
    type: 'jpg',
    data: photo.bytes,
    transformation: { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) },
    altText: { name: 'Foto', title: caption || 'Foto', description: alt },
  });
  return [new Paragraph({ keepNext: words.length > 0, spacing: { after: 60 }, children: [picture] }), ...below];
}

function blockOfWord(block: RichBlock, around: Around): FileChild[] {
  switch (block.type) {
    case 'paragraph':
      return [new Paragraph({ children: runs(block.content, around) })];
    case 'heading':
      return [
        new Paragraph({
          heading: block.attrs.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: runs(block.content, around),
        }),
      ];
    case 'quote':
      return aside(runs(block.content, around), [block.attrs?.speaker, block.attrs?.speakerRole]);
    case 'pullQuote':
      return pulled(
        runs(block.content, around, { italics: true, size: 28, color: inks.accent }),
        block.attrs?.by ?? '',
      );
    case 'bulletList':
    case 'orderedList':
      return listOfWord(block, around, 0);
    case 'figure':
      return figureOfWord(block, around);
    case 'gallery':
      return [
        ...(block.attrs?.caption ? [labelled(block.attrs.caption)] : []),
        ...block.content.flatMap((figure) => figureOfWord(figure, around, inGallery)),
      ];
    case 'table':
      return tableOfWord(block, around);
    case 'infoBox':
      return boxed([
        ...(block.attrs?.title ? [labelled(block.attrs.title)] : []),
        ...block.content.flatMap((one) => blockOfWord(one, around)),
      ]);
    case 'timeline':
      return block.content.flatMap(({ attrs, content }) => [
        labelled(attrs.when),
        ...content.flatMap((one) => blockOfWord(one, around)),
      ]);
    case 'keyNumbers':
      return block.content.map(
        ({ attrs: { value, label, source } }) =>
          new Paragraph({
            children: [
              new TextRun({ text: value, bold: true, size: 30, color: inks.accent }),
              new TextRun(` ${label}${source ? ` (sumber: ${source})` : ''}`),
            ],
          }),
      );
    case 'documentCard':
      return [card(blockWords.document, block.attrs.title)];
    case 'relatedArticle':
      return [card(blockWords.readAlso, block.attrs.title)];
    case 'agendaEvent': {
      const { title, when, venue } = block.attrs;
      const words = [title, when, venue].filter(Boolean).join(', ');
      return [card(blockWords.event, words)];
    }
  }
}

/** A line that names what follows, and stays with it. */
function labelled(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 120, after: 60 },
    children: [new TextRun({ text, bold: true, color: inks.heading })],
  });
}

function card(label: string, words: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: `${label}: `, bold: true, color: inks.accent }), new TextRun(words)],
  });
}

function aside(words: ParagraphChild[], by: readonly (string | undefined)[]): Paragraph[] {
  const border = { left: { style: BorderStyle.SINGLE, size: 18, space: 12, color: inks.accent } };
  const name = by.filter((part) => part !== undefined && part !== '').join(', ');
  const last = { indent: { left: 360 }, border };
  return [
    new Paragraph({ ...last, keepNext: name !== '', ...(name !== '' && { spacing: { after: 40 } }), children: words }),
    ...(name === ''
      ? []
      : [new Paragraph({ ...last, children: [new TextRun({ text: `— ${name}`, color: inks.quiet })] })]),
  ];
}

function pulled(words: ParagraphChild[], by: string): Paragraph[] {
  const alignment = AlignmentType.CENTER;
  const above = { before: 240, after: by === '' ? 240 : 40 };
  return [
    new Paragraph({ alignment, keepNext: by !== '', spacing: above, children: words }),
    ...(by === ''
      ? []
      : [
          new Paragraph({
            alignment,
            spacing: { after: 240 },
            children: [new TextRun({ text: `— ${by}`, color: inks.quiet })],
          }),
        ]),
  ];
}

/** A box is a table of one cell, which whoever reads the document back takes for the frame it is. */
function boxed(children: FileChild[]): FileChild[] {
  const side = { style: BorderStyle.SINGLE, size: 6, color: inks.line };
  const cell = new TableCell({
    margins: { top: 120, bottom: 60, left: 200, right: 200 },
    shading: { type: ShadingType.CLEAR, fill: inks.shade, color: 'auto' },
    borders: { top: side, bottom: side, right: side, left: { ...side, size: 24, color: inks.accent } },
    children: children.filter((child) => child instanceof Paragraph || child instanceof Table),
  });
  return [
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [new TableRow({ children: [cell] })] }),
    gap(),
  ];
}

/** Word joins tables that touch. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 0, line: 200 }, children: [] });
}

function listOfWord(list: RichList, around: Around, level: number): Paragraph[] {
  const numbering =
    list.type === 'bulletList' ? { reference: bulletReference } : around.lists.begin(list.attrs?.start ?? 1);
  return list.content.flatMap(({ content }) => {
    // Further paragraphs are lines of the item: one without a sign would end the list for whoever reads it back.
    const nested = content.findIndex(({ type }) => type !== 'paragraph');
    const own = nested < 0 ? content : content.slice(0, nested);
    const words = own.flatMap((child, index): ParagraphChild[] => {
      if (child.type !== 'paragraph') return [];
      return [...(index === 0 ? [] : [new TextRun({ break: 1 })]), ...runs(child.content, around)];
    });
    return [
      new Paragraph({ numbering: { ...numbering, level }, children: words }),
      ...content
        .slice(own.length)
        .flatMap((child): Paragraph[] =>
          child.type === 'paragraph'
            ? [new Paragraph({ indent: { left: 425 * (level + 1) }, children: runs(child.content, around) })]
            : listOfWord(child, around, Math.min(level + 1, 8)),
        ),
    ];
  });
}

function figureOfWord({ attrs }: RichFigure, { photoOf }: Around, bounds?: typeof inGallery): Paragraph[] {
  const { assetId, alt, caption, credit } = wholeFigure(attrs);
  return photoOfWord(photoOf(assetId), { alt, caption, credit }, bounds);
}

function tableOfWord({ attrs, content }: RichTable, around: Around): FileChild[] {
  const rows = content.map(
    (row) =>
      new TableRow({
        tableHeader: row.content.every((cell) => cell.type === 'tableHeader'),
        children: row.content.map(
          (cell) =>
            new TableCell({
              margins: { top: 70, bottom: 70, left: 110, right: 110 },
              ...(cell.type === 'tableHeader' && {
                shading: { type: ShadingType.CLEAR, fill: inks.shade, color: 'auto' },
              }),
              children: [
                new Paragraph({
                  spacing: { after: 0 },
                  children: runs(cell.content, around, cell.type === 'tableHeader' ? { bold: true } : {}),
                }),
              ],
            }),
        ),
      }),
  );
  const thin = { style: BorderStyle.SINGLE, size: 4, color: inks.line };
  const borders = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin };
  return [
    ...(attrs.caption === '' ? [] : [labelled(attrs.caption)]),
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders, rows }),
    gap(),
  ];
}

type Style = { bold?: boolean; italics?: boolean; style?: string; size?: number; color?: string };

function runs(inlines: readonly RichInline[] | undefined, around: Around, style: Style = {}): ParagraphChild[] {
  return treeRuns(inlineTree(inlines), around, style);
}

function treeRuns(trees: readonly InlineTree[], around: Around, style: Style): ParagraphChild[] {
  return trees.flatMap((tree): ParagraphChild[] => {
    if ('text' in tree) return [new TextRun({ ...style, text: tree.text })];
    if (!('mark' in tree)) return [new TextRun({ ...style, break: 1 })];
    switch (tree.mark.type) {
      case 'bold':
        return treeRuns(tree.within, around, { ...style, bold: true });
      case 'italic':
        return treeRuns(tree.within, around, { ...style, italics: true });
      case 'link': {
        // Asked again here, as wherever words leave the house.
        const link = checkLink(tree.mark.attrs.href);
        if (!link.ok) return treeRuns(tree.within, around, style);
        const address = link.href.startsWith('/') ? around.address(link.href) : link.href;
        return [
          new ExternalHyperlink({
            link: address,
            children: treeRuns(tree.within, around, { ...style, style: 'Hyperlink' }),
          }),
        ];
      }
      default:
        return treeRuns(tree.within, around, style);
    }
  });
}
