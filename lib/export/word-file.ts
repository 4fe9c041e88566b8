import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { RichDocument } from '#lib/richtext/rich-nodes.ts';
import { blocksOfWord, bulletReference, numberReference, type PhotoForWord, photoOfWord } from './word-blocks.ts';
import { inks } from './word-inks.ts';

/** An edition as it is to stand in a document of Word. */
export type WordEdition = {
  title: string;
  /** Above the title: kind, section. */
  kicker: string;
  dateline: string;
  lead: string;
  summary: string;
  body: RichDocument;
  cover: { photo: PhotoForWord | null; alt: string; caption: string; credit: string } | null;
  /** Beneath the text: names, code, sources. */
  foot: string[];
  /** On every page: what state these words are in, and their fingerprint. */
  header: string;
  photoOf: (assetId: string) => PhotoForWord | null;
  address: (path: string) => string;
};

/** A .docx of an edition, its photos as JPEG within. */
export function wordFileOf(edition: WordEdition): Promise<Buffer> {
  const { title, kicker, dateline, lead, summary, cover } = edition;
  const { blocks, starts } = blocksOfWord(edition.body, edition);
  const children = [
    new Paragraph({
      spacing: { after: 60 },
      children: [
        new TextRun({ text: kicker, allCaps: true, bold: true, size: 17, color: inks.accent, characterSpacing: 12 }),
      ],
    }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title === '' ? 'Tanpa judul' : title)] }),
    ...(cover === null ? [] : photoOfWord(cover.photo, cover)),
    ...(lead === '' && dateline === '' ? [] : [leadOf(dateline, lead)]),
    ...(summary === ''
      ? []
      : [
          new Paragraph({
            children: [
              new TextRun({ text: 'Versi ringkas: ', bold: true }),
              new TextRun({ text: summary, italics: true }),
            ],
          }),
        ]),
    ...blocks,
    ...edition.foot.map(
      (text, index) =>
        new Paragraph({
          spacing: { before: index === 0 ? 240 : 0, after: 40 },
          children: [new TextRun({ text, size: 20, color: inks.quiet })],
        }),
    ),
  ];
  const small = (runs: ParagraphChild[]) => new Paragraph({ alignment: AlignmentType.LEFT, children: runs });
  const document = new Document({
    title,
    creator: 'Ruang Warta',
    description: edition.header,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 23, color: inks.text },
          paragraph: { spacing: { after: 150, line: 288, lineRule: LineRuleType.AUTO } },
        },
        title: headed(44, { before: 0, after: 160 }),
        heading2: headed(30, { before: 280, after: 90 }),
        heading3: headed(25, { before: 220, after: 70 }),
      },
    },
    numbering: { config: numberings(starts) },
    sections: [
      {
        properties: {
          page: {
            size: { width: '210mm', height: '297mm' },
            margin: { top: '20mm', bottom: '20mm', left: '22mm', right: '22mm' },
          },
        },
        headers: {
          default: new Header({
            children: [small([new TextRun({ text: edition.header, size: 16, color: inks.quiet })])],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              small([
                new TextRun({
                  size: 16,
                  color: inks.quiet,
                  children: ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
                }),
              ]),
            ],
          }),
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** A heading of its own size, never parted from what it heads. */
function headed(size: number, { before, after }: { before: number; after: number }) {
  return {
    run: { size, bold: true, color: inks.heading },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO } },
  };
}

const indents = Array.from({ length: 9 }, (_all, level) => ({ left: 425 * (level + 1), hanging: 340 }));

/** The signs of lists; numbered ones, one for each number that a list of the text begins with. */
function numberings(starts: ReadonlySet<number>) {
  const spacing = { after: 70 };
  const bullets = {
    reference: bulletReference,
    levels: indents.map((indent, level) => ({
      level,
      format: LevelFormat.BULLET,
      text: ['•', '–', '◦'][level % 3] ?? '•',
      style: { paragraph: { indent, spacing } },
    })),
  };
  const numbers = [...starts].map((start) => ({
    reference: numberReference(start),
    levels: indents.map((indent, level) => ({
      level,
      start,
      format:
        [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3] ?? LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      style: { paragraph: { indent, spacing } },
    })),
  }));
  return [bullets, ...numbers];
}

function leadOf(dateline: string, lead: string): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: dateline === '' ? '' : `${dateline} `, bold: true, size: 25, color: inks.accent }),
      new TextRun({ text: lead, bold: true, size: 25 }),
    ],
  });
}
