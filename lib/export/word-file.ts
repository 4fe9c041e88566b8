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
import { blocksOfWord, type PhotoForWord, photoOfWord } from './word-blocks.ts';

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
  const children = [
    new Paragraph({ children: [new TextRun({ text: kicker, allCaps: true, size: 18, color: '666666' })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title === '' ? 'Tanpa judul' : title)] }),
    ...(cover === null ? [] : photoOfWord(cover.photo, cover)),
    ...(lead === '' && dateline === '' ? [] : [leadOf(dateline, lead)]),
    ...(summary === ''
      ? []
      : [new Paragraph({ children: [new TextRun({ text: `Versi ringkas: ${summary}`, italics: true })] })]),
    ...blocksOfWord(edition.body, edition),
    ...edition.foot.map((text) => new Paragraph({ children: [new TextRun({ text, size: 20, color: '444444' })] })),
  ];
  const small = (runs: ParagraphChild[]) => new Paragraph({ alignment: AlignmentType.LEFT, children: runs });
  const document = new Document({
    title,
    creator: 'Ruang Warta',
    description: edition.header,
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 24 },
          paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    numbering: { config: numberings },
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
            children: [small([new TextRun({ text: edition.header, size: 16, color: '666666' })])],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              small([
                new TextRun({
                  size: 16,
                  color: '666666',
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

const indents = Array.from({ length: 9 }, (_all, level) => ({ left: 720 * (level + 1), hanging: 360 }));

const numberings = [
  {
    reference: 'butir',
    levels: indents.map((indent, level) => ({
      level,
      format: LevelFormat.BULLET,
      text: ['•', '–', '◦'][level % 3] ?? '•',
      style: { paragraph: { indent } },
    })),
  },
  {
    reference: 'nomor',
    levels: indents.map((indent, level) => ({
      level,
      format:
        [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3] ?? LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      style: { paragraph: { indent } },
    })),
  },
];

function leadOf(dateline: string, lead: string): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: dateline === '' ? '' : `${dateline} `, bold: true }),
      new TextRun({ text: lead, bold: true }),
    ],
  });
}
