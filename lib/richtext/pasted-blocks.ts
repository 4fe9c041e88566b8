import { foreignLanguage } from './languages.ts';
import { checkLink, withoutDetours } from './links.ts';
import { pairedQuotes } from './paired-quotes.ts';
import { isOnlineList, isWordListItem, onlineList, wordList } from './pasted-lists.ts';
import { notesInPlace } from './pasted-notes.ts';
import { hasNoSize, isHeadingByLooks, isHidden } from './pasted-sight.ts';
import { tableOf } from './pasted-table.ts';
import { attributeOf, type PastedElement, type PastedNode, pastedTree, textWithin } from './pasted-tree.ts';
import type { RichBlock, RichInline, RichList, RichListItem, RichMark, RichParagraph } from './rich-nodes.ts';
import { tidyInline, withoutMark, wordsOf } from './tidy-inline.ts';

/** A picture where it stood in a foreign text. */
export type PastedPicture = { type: 'picture'; source: string; alt: string; width: number; height: number };
export type PastedBlock = RichBlock | PastedPicture;

/** What could not come along, for the person to be told. */
export type PasteLosses = {
  tables: { rows: number; columns: number }[];
  /** Words that nobody sees in the source: hidden by a style, or without size. */
  hidden: string;
};

/** Most characters of hidden words that are kept to be told. */
const longestHidden = 200;

/** Lists within lists that are kept; items of deeper ones join the last. */
const LIST_LEVELS = 8;

/** Elements that begin a line of their own. */
const blockNames = new Set(
  `address article aside body center dd details dialog div dl dt fieldset figcaption figure footer form header hr html
  main nav p pre section summary caption li tr td th tbody thead tfoot`.split(/\s+/),
);
const subheads: Readonly<Record<string, 2 | 3>> = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 };
/** What people do not read: deleted words of a tracked change, drawings, forms. */
const unread = new Set([
  ...['del', 'svg', 'math', 'object', 'select', 'button', 'video', 'audio', 'canvas', 'meta', 'link'],
  // Remarks on cells, as Calc writes them.
  'comment',
]);

/**
 * Blocks of foreign HTML (Word, Google Docs, LibreOffice, spreadsheets, web pages) as a writer would have made
 * them here: no colours, fonts, empty paragraphs or runs of spaces; links without trackers; headings, lists and
 * tables as such, also those that Word writes as mere paragraphs. What it gives is still to be validated.
 */
export function pastedBlocks(html: string): { blocks: PastedBlock[]; losses: PasteLosses } {
  const losses: PasteLosses = { tables: [], hidden: '' };
  const writer = new BlockWriter({ losses, boldClasses: boldClassesOf(html) }, 0);
  writer.walk(notesInPlace(pastedTree(html)).children, {});
  return { blocks: writer.finished(), losses };
}

/** What is known of the whole text while its parts are read. */
type Source = { losses: PasteLosses; boldClasses: ReadonlySet<string> };

type Marks = { bold?: boolean; italic?: boolean; lang?: string; href?: string; isUnseen?: boolean };

class BlockWriter {
  readonly #blocks: PastedBlock[] = [];
  readonly #source: Source;
  readonly #listDepth: number;
  #inlines: RichInline[] = [];
  #heading: 2 | 3 | undefined;

  constructor(source: Source, listDepth: number) {
    this.#source = source;
    this.#listDepth = listDepth;
  }

  finished(): PastedBlock[] {
    this.#endLine();
    return this.#blocks;
  }

  walk(nodes: readonly PastedNode[], marks: Marks): void {
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at];
      if (node === undefined) continue;
      if (typeof node === 'string') {
        this.#text(node, marks);
        continue;
      }
      if (isWordListItem(node)) {
        this.#endLine();
        const { list, next } = wordList(nodes, at, (children) => this.#lines(children));
        if (list.content.length > 0) this.#blocks.push(list);
        at = next - 1;
        continue;
      }
      if (isOnlineList(node)) {
        this.#endLine();
        const { list, next } = onlineList(nodes, at, (children) => this.#lines(children));
        if (list.content.length > 0) this.#blocks.push(list);
        at = next - 1;
        continue;
      }
      this.#element(node, marks);
    }
  }

  #element(element: PastedElement, marks: Marks): void {
    const { name } = element;
    if (unread.has(name) || isRemark(element)) return;
    if (isHidden(element)) {
      this.#hide(textWithin(element));
      return;
    }
    const level = subheads[name] ?? headingOfWord(element);
    if (level !== undefined) this.#headingOf(element, level);
    else if (name === 'br') this.#break(element);
    else if (name === 'img') this.#picture(element, marks);
    else if (name === 'ul' || name === 'ol') this.#list(element);
    else if (name === 'table') this.#table(element, marks);
    else if (name === 'blockquote') this.#quote(element);
    else if (blockNames.has(name)) {
      this.#endLine();
      this.walk(element.children, this.#styled(marks, element));
      this.#endLine();
    } else this.walk(element.children, this.#styled(inlineMarks(element, marks), element));
  }

  /** Google Docs says bold and italic by style alone, and wraps the whole in a `b` that says it is not. */
  #styled(marks: Marks, element: PastedElement): Marks {
    const { attributes } = element;
    const style = attributes.get('style') ?? '';
    const isBold = boldStyle.test(style) || this.#source.boldClasses.has(attributes.get('class') ?? '');
    const italic = /(?<![\w-])font-style\s*:\s*(italic|normal)/i.exec(style)?.[1]?.toLowerCase();
    return {
      ...marks,
      ...((isBold || plainStyle.test(style)) && { bold: isBold }),
      ...(italic !== undefined && { italic: italic === 'italic' }),
      isUnseen: hasNoSize(element) ?? marks.isUnseen ?? false,
    };
  }

  #hide(words: string): void {
    const { losses } = this.#source;
    const told = `${losses.hidden} ${words}`
      .replace(/[\uE000-\uF8FF\0]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    losses.hidden = told.slice(0, longestHidden);
  }

  #text(text: string, marks: Marks): void {
    if (marks.isUnseen) {
      this.#hide(text);
      return;
    }
    const all: RichMark[] = [];
    if (marks.href !== undefined) all.push({ type: 'link', attrs: { href: marks.href } });
    if (marks.bold) all.push({ type: 'bold' });
    const lang = foreignLanguage(marks.lang);
    if (marks.italic) all.push(lang === undefined ? { type: 'italic' } : { type: 'italic', attrs: { lang } });
    // Private letters are ours: they mark where a picture stood.
    const words = text.replace(/[\uE000-\uF8FF\0]/g, '');
    if (words !== '') this.#inlines.push({ type: 'text', text: words, ...(all.length > 0 && { marks: all }) });
  }

  #break(element: PastedElement): void {
    if (element.attributes.get('class') === 'Apple-interchange-newline') return;
    // Two breaks in a row are how web pages and chats part paragraphs.
    if (this.#heading === undefined && isAfterBreak(this.#inlines)) this.#endLine();
    else this.#inlines.push({ type: 'hardBreak' });
  }

  #picture(element: PastedElement, marks: Marks): void {
    const alt = attributeOf(element, 'alt').trim();
    // Chats draw their emoji as pictures.
    if (alt.length <= 16 && /\p{Extended_Pictographic}/u.test(alt)) {
      this.#text(alt, marks);
      return;
    }
    const [width, height] = [pixelsOf(element, 'width'), pixelsOf(element, 'height')];
    if ((width > 0 && width <= 2) || (height > 0 && height <= 2)) return;
    // Google Docs draws the boxes of a list to tick.
    if (element.attributes.get('aria-roledescription') === 'checkbox') return;
    const source = attributeOf(element, 'src').trim();
    if (source === '') return;
    this.#endLine();
    this.#blocks.push({ type: 'picture', source, alt: writtenAlt(alt), width, height });
  }

  #headingOf(element: PastedElement, level: 2 | 3): void {
    this.#endLine();
    this.#heading = level;
    this.walk(element.children, {});
    this.#endLine();
    this.#heading = undefined;
  }

  #quote(element: PastedElement): void {
    this.#endLine();
    const content = this.#joined(element.children);
    if (content.length > 0) this.#blocks.push({ type: 'quote', content });
  }

  #list(element: PastedElement): void {
    this.#endLine();
    const isFlat = this.#listDepth >= LIST_LEVELS;
    const content: RichListItem[] = [];
    const after: PastedBlock[] = [];
    const items = element.children.map((child) => {
      const inner = new BlockWriter(this.#source, this.#listDepth + 1);
      inner.walk(typeof child !== 'string' && child.name === 'li' ? [{ ...child, name: 'div' }] : [child], {});
      return inner.finished();
    });
    // Writer copies numbered headings of a Word file as lists of their own.
    if (items.flat().length > 0 && items.flat().every((block) => block.type === 'heading')) {
      this.#blocks.push(...items.flat());
      return;
    }
    for (const item of items) {
      const { blocks, pictures } = itemBlocks(item);
      after.push(...pictures);
      const last = content.at(-1);
      const [first] = blocks;
      if (first === undefined) continue;
      // Docs and LibreOffice put a list within a list beside the item it belongs to.
      if (first.type !== 'paragraph' && last !== undefined) last.content.push(...blocks);
      else
        content.push({
          type: 'listItem',
          content: first.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks],
        });
    }
    if (isFlat) this.#blocks.push(...content.flatMap((item) => item.content));
    else if (content.length > 0) this.#blocks.push(listNode(element, content));
    this.#blocks.push(...after);
  }

  #table(element: PastedElement, marks: Marks): void {
    this.#endLine();
    const read = tableOf(element, (cell) => this.#joined(cell.children, this.#styled({}, cell)));
    if (read.kind === 'table') this.#blocks.push(read.table);
    else if (read.kind === 'too_large') this.#source.losses.tables.push({ rows: read.rows, columns: read.columns });
    // A table of one column is a frame around a text.
    else for (const cell of read.cells) this.walk(cell.children, marks);
    this.#endLine();
  }

  /** What stands within, as lines of one block. */
  #joined(children: readonly PastedNode[], marks: Marks = {}): RichInline[] {
    return this.#lines(children, marks).flatMap((line, index): RichInline[] =>
      index === 0 ? line : [{ type: 'hardBreak' }, ...line],
    );
  }

  #lines(children: readonly PastedNode[], marks: Marks = {}): RichInline[][] {
    const inner = new BlockWriter(this.#source, LIST_LEVELS);
    inner.walk(children, marks);
    const { blocks, pictures } = itemBlocks(inner.finished());
    this.#blocks.push(...pictures);
    return blocks.flatMap((block) => (block.type === 'paragraph' && block.content ? [block.content] : []));
  }

  #endLine(): void {
    const content = pairedQuotes(tidyInline(this.#inlines));
    this.#inlines = [];
    if (wordsOf(content).trim() === '') return;
    if (this.#heading === undefined) this.#blocks.push({ type: 'paragraph', content });
    else this.#blocks.push({ type: 'heading', attrs: { level: this.#heading }, content: withoutMark(content, 'bold') });
  }
}

/** What may stand in an item of a list: anything else as paragraphs; pictures come behind the list. */
function itemBlocks(blocks: readonly PastedBlock[]): {
  blocks: (RichParagraph | RichList)[];
  pictures: PastedPicture[];
} {
  const kept: (RichParagraph | RichList)[] = [];
  const pictures: PastedPicture[] = [];
  for (const block of blocks) {
    if (block.type === 'picture') pictures.push(block);
    else if (block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList')
      kept.push(block);
    else if (block.type === 'heading' || block.type === 'quote')
      kept.push({ type: 'paragraph', content: block.content ?? [] });
    else if (block.type === 'table') {
      for (const row of block.content) {
        const content = row.content.flatMap((cell, index): RichInline[] =>
          index === 0 ? (cell.content ?? []) : [{ type: 'text', text: ' | ' }, ...(cell.content ?? [])],
        );
        kept.push({ type: 'paragraph', content });
      }
    }
  }
  return { blocks: kept, pictures };
}

function listNode(element: PastedElement, content: RichListItem[]): RichList {
  if (element.name === 'ul') return { type: 'bulletList', content };
  const start = Number(/^\d{1,4}$/.exec(element.attributes.get('start') ?? '')?.[0] ?? 1);
  return { type: 'orderedList', ...(start !== 1 && { attrs: { start } }), content };
}

/** Word's title and subtitle are paragraphs by their tags. */
function headingOfWord(element: PastedElement): 2 | 3 | undefined {
  const { name, attributes } = element;
  if (name !== 'p') return undefined;
  const style = attributes.get('class') ?? '';
  // Word in a browser names the level in so many words.
  if (attributes.get('role') === 'heading') return Number(attributes.get('aria-level') ?? 1) > 2 ? 3 : 2;
  if (isHeadingByLooks(element)) return 2;
  if (/^MsoTitle/i.test(style)) return 2;
  return /^(?:MsoSubtitle|MsoHeading[7-9])/i.test(style) ? 3 : undefined;
}

/** What Word keeps beside the text: deleted words, remarks and their signs, numbers of headings and items. */
function isRemark({ attributes }: PastedElement): boolean {
  return (
    /^(?:Mso(?:Comment|Footnote|Endnote)Reference|msocomanchor|msocomtxt|msocomoff|msoDel)$/i.test(
      attributes.get('class') ?? '',
    ) || /mso-element\s*:\s*comment|mso-list\s*:\s*Ignore/i.test(attributes.get('style') ?? '')
  );
}

function inlineMarks(element: PastedElement, marks: Marks): Marks {
  switch (element.name) {
    case 'b':
    case 'strong':
      return { ...marks, bold: true };
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
      return { ...marks, italic: true, lang: element.attributes.get('lang') ?? '' };
    case 'a': {
      const link = checkLink(attributeOf(element, 'href'));
      return link.ok ? { ...marks, href: withoutDetours(link.href) } : marks;
    }
    default:
      return marks;
  }
}

/** Cells of Excel and LibreOffice are bold by a class of the style sheet that comes along. */
function boldClassesOf(html: string): Set<string> {
  const rules = html.slice(0, 200_000).matchAll(/\.([a-z]{1,4}\d{1,5})\s{0,10}\{([^{}]{0,2000})\}/gi);
  return new Set([...rules].flatMap(([, name = '', rule = '']) => (boldStyle.test(rule) ? [name] : [])));
}

const boldStyle = /(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)/i;
const plainStyle = /(?<![\w-])font-weight\s*:\s*(?:normal|[1-5]00)/i;

function isAfterBreak(inlines: readonly RichInline[]): boolean {
  for (const inline of inlines.toReversed()) {
    if (inline.type === 'hardBreak') return true;
    if (inline.text.trim() !== '') return false;
  }
  return false;
}

function pixelsOf(element: PastedElement, name: string): number {
  return Number.parseInt(/^\s*(\d{1,5})/.exec(element.attributes.get(name) ?? '')?.[1] ?? '0', 10);
}

/** What a person wrote about a picture: programs write the name of a file, or guess what is on it. */
export function writtenAlt(alt: string): string {
  const isGuess = /description automatically generated|deskripsi (?:di)?(?:buat|hasilkan) (?:secara )?otomatis/i.test(
    alt,
  );
  return isGuess ||
    /^(?:image|img|picture|gambar|foto)?[\s_-]*\d*$|\.(?:jpe?g|png|gif|webp|bmp|tiff?)$/i.test(alt.trim())
    ? ''
    : alt.replace(/\s+/g, ' ').trim().slice(0, 400);
}
