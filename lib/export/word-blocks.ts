import {
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { wholeFigure } from '#lib/richtext/attributes.ts';
import { type InlineTree, inlineTree } from '#lib/richtext/inline-tree.ts';
import { checkLink } from '#lib/richtext/links.ts';
import type { RichBlock, RichDocument, RichFigure, RichInline, RichList, RichTable } from '#lib/richtext/rich-nodes.ts';

/** A JPEG and its size in pixels. */
export type PhotoForWord = { bytes: Buffer; width: number; height: number };

type Around = { photoOf: (assetId: string) => PhotoForWord | null; address: (path: string) => string };

/** Widest and highest picture on a page, in pixels of a screen. */
const largest = { width: 600, height: 780 } as const;

/** The body as paragraphs and tables of Word. */
export function blocksOfWord(body: RichDocument, around: Around): FileChild[] {
  // Every numbered list begins anew.
  let list = 0;
  return body.content.flatMap((block) => {
    if (block.type === 'orderedList') list += 1;
    return blockOfWord(block, around, list);
  });
}

/** A photo with its caption and credit; the words alone where the picture is no longer shown. */
export function photoOfWord(
  photo: PhotoForWord | null,
  { alt, caption, credit }: { alt: string; caption: string; credit: string },
): Paragraph[] {
  const words = [caption, credit === '' ? '' : `Foto: ${credit}`].filter((part) => part !== '').join(' ');
  const below =
    words === '' ? [] : [new Paragraph({ children: [new TextRun({ text: words, italics: true, size: 20 })] })];
  if (photo === null)
    return [new Paragraph({ children: [new TextRun({ text: '[Foto tidak disertakan]', color: '666666' })] }), ...below];
  const scale = Math.min(1, largest.width / photo.width, largest.height / photo.height);
  const picture = new ImageRun({
    type: 'jpg',
    data: photo.bytes,
    transformation: { width: Math.round(photo.width * scale), height: Math.round(photo.height * scale) },
    altText: { name: 'Foto', title: caption || 'Foto', description: alt },
  });
  return [new Paragraph({ keepNext: words !== '', children: [picture] }), ...below];
}

function blockOfWord(block: RichBlock, around: Around, list: number): FileChild[] {
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
      return aside(runs(block.content, around), [block.attrs?.by]);
    case 'bulletList':
    case 'orderedList':
      return listOfWord(block, around, 0, list);
    case 'figure':
      return figureOfWord(block, around);
    case 'gallery':
      return [
        ...(block.attrs?.caption
          ? [new Paragraph({ children: [new TextRun({ text: block.attrs.caption, bold: true })] })]
          : []),
        ...block.content.flatMap((figure) => figureOfWord(figure, around)),
      ];
    case 'table':
      return tableOfWord(block, around);
    case 'infoBox':
      return [
        ...(block.attrs?.title
          ? [new Paragraph({ children: [new TextRun({ text: block.attrs.title, bold: true })] })]
          : []),
        ...block.content.flatMap((one) => blockOfWord(one, around, list)),
      ];
    case 'timeline':
      return block.content.flatMap(({ attrs, content }) => [
        new Paragraph({ keepNext: true, children: [new TextRun({ text: attrs.when, bold: true })] }),
        ...content.flatMap((one) => blockOfWord(one, around, list)),
      ]);
    case 'keyNumbers':
      return block.content.map(
        ({ attrs: { value, label, source } }) =>
          new Paragraph({
            children: [
              new TextRun({ text: value, bold: true }),
              new TextRun(` ${label}${source ? ` (sumber: ${source})` : ''}`),
            ],
          }),
      );
    case 'documentCard':
      return [new Paragraph({ children: [new TextRun({ text: `Dokumen: ${block.attrs.title}`, italics: true })] })];
    case 'relatedArticle':
      return [new Paragraph({ children: [new TextRun({ text: `Baca juga: ${block.attrs.title}`, italics: true })] })];
    case 'agendaEvent': {
      const { title, when, venue } = block.attrs;
      const words = [title, when, venue].filter(Boolean).join(', ');
      return [new Paragraph({ children: [new TextRun({ text: `Agenda: ${words}`, italics: true })] })];
    }
  }
}

function aside(words: ParagraphChild[], by: readonly (string | undefined)[]): Paragraph[] {
  const border = { left: { style: BorderStyle.SINGLE, size: 12, space: 12, color: '888888' } };
  const name = by.filter((part) => part !== undefined && part !== '').join(', ');
  return [
    new Paragraph({ indent: { left: 360 }, border, keepNext: name !== '', children: words }),
    ...(name === '' ? [] : [new Paragraph({ indent: { left: 360 }, border, children: [new TextRun(`— ${name}`)] })]),
  ];
}

function listOfWord(list: RichList, around: Around, level: number, instance: number): Paragraph[] {
  const reference = list.type === 'bulletList' ? 'butir' : 'nomor';
  return list.content.flatMap((item) =>
    item.content.flatMap((child, index): Paragraph[] => {
      if (child.type !== 'paragraph') return listOfWord(child, around, Math.min(level + 1, 8), instance);
      // A further paragraph of an item stands beneath it, without a sign of its own.
      if (index > 0)
        return [new Paragraph({ indent: { left: 720 * (level + 1) }, children: runs(child.content, around) })];
      return [new Paragraph({ numbering: { reference, level, instance }, children: runs(child.content, around) })];
    }),
  );
}

function figureOfWord({ attrs }: RichFigure, { photoOf }: Around): Paragraph[] {
  const { assetId, alt, caption, credit } = wholeFigure(attrs);
  return photoOfWord(photoOf(assetId), { alt, caption, credit });
}

function tableOfWord({ attrs, content }: RichTable, around: Around): FileChild[] {
  const rows = content.map(
    (row) =>
      new TableRow({
        tableHeader: row.content.every((cell) => cell.type === 'tableHeader'),
        children: row.content.map(
          (cell) =>
            new TableCell({
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              children: [
                new Paragraph({
                  spacing: { after: 0 },
                  children: runs(cell.content, around, cell.type === 'tableHeader'),
                }),
              ],
            }),
        ),
      }),
  );
  const caption =
    attrs.caption === ''
      ? []
      : [new Paragraph({ keepNext: true, children: [new TextRun({ text: attrs.caption, bold: true })] })];
  return [
    ...caption,
    new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows }),
    new Paragraph({ children: [] }),
  ];
}

type Style = { bold?: boolean; italics?: boolean; style?: string };

function runs(inlines: readonly RichInline[] | undefined, around: Around, bold = false): ParagraphChild[] {
  return treeRuns(inlineTree(inlines), around, bold ? { bold } : {});
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
