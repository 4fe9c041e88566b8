import { wholeFigure } from './attributes.ts';
import { blockWords, fileNote } from './block-words.ts';
import { markdownInline, markdownLink, markdownStrong, markdownWords } from './markdown-text.ts';
import { creditLine } from './origin-words.ts';
import { repeatedQuotes } from './repeated-quotes.ts';
import type {
  RichAgendaEvent,
  RichBlock,
  RichDocument,
  RichDocumentCard,
  RichFigure,
  RichInline,
  RichListItem,
  RichRelatedArticle,
  RichTable,
} from './rich-nodes.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * A body as Markdown (CommonMark with GitHub's tables), with absolute addresses. Words stay words:
 * what in them would be a sign is escaped. Photos and documents that are no longer shown are left
 * out, and pull quotes whose words stand in the text.
 */
export function toMarkdown(document: RichDocument, surroundings: Surroundings): string {
  const repeated = repeatedQuotes(document);
  const text = blocksText(
    document.content.filter((block) => !repeated.has(block)),
    surroundings,
  );
  return text === '' ? '' : `${text}\n`;
}

/** What a list's items begin with. A list behind a list takes the other sign, or both would be one. */
const bullets = ['-', '*'] as const;
const points = ['.', ')'] as const;

function blocksText(blocks: readonly (RichBlock | RichListItem)[], around: Surroundings): string {
  const texts: string[] = [];
  let kindBefore: 'bullets' | 'numbers' | undefined;
  let turn = 0;
  for (const block of blocks) {
    const kind = listKind(block);
    turn = kind !== undefined && kind === kindBefore ? 1 - turn : 0;
    const text = blockText(block, around, turn);
    if (text === '') continue;
    texts.push(text);
    kindBefore = kind;
  }
  return texts.join('\n\n');
}

function listKind(block: RichBlock | RichListItem): 'bullets' | 'numbers' | undefined {
  if (block.type === 'orderedList') return 'numbers';
  return ['bulletList', 'timeline', 'keyNumbers'].includes(block.type) ? 'bullets' : undefined;
}

/** @param turn which of the two signs a list takes */
function blockText(block: RichBlock | RichListItem, around: Surroundings, turn: number): string {
  const words = (nodes: readonly RichInline[] | undefined) => markdownInline(nodes, around.address);
  const bullet = `${bullets[turn] ?? '-'} `;
  switch (block.type) {
    case 'paragraph':
      return words(block.content);
    case 'heading': {
      const text = markdownInline(block.content, around.address, ' ');
      return text && `${block.attrs.level === 2 ? '##' : '###'} ${text}`;
    }
    case 'quote': {
      const speaker = [block.attrs?.speaker, block.attrs?.speakerRole].filter(Boolean).join(', ');
      return saidBy(words(block.content), speaker);
    }
    case 'pullQuote':
      return saidBy(words(block.content), block.attrs?.by);
    case 'figure':
      return figureText(block, around);
    case 'gallery': {
      const photos = block.content.map((figure) => figureText(figure, around)).filter(Boolean);
      return photos.length === 0 ? '' : paragraphs(markdownStrong(block.attrs?.caption ?? ''), ...photos);
    }
    case 'bulletList':
      return listed(itemTexts(block.content, around), () => bullet);
    case 'orderedList': {
      const start = block.attrs?.start ?? 1;
      return listed(itemTexts(block.content, around), (index) => `${start + index}${points[turn] ?? '.'} `);
    }
    case 'listItem':
      return blocksText(block.content, around);
    case 'table':
      return tableText(block, around);
    case 'infoBox':
      return quoted(markdownStrong(block.attrs?.title ?? ''), blocksText(block.content, around));
    case 'timeline':
      return listed(
        block.content.map(({ attrs, content }) => paragraphs(markdownStrong(attrs.when), blocksText(content, around))),
        () => bullet,
      );
    case 'keyNumbers':
      return listed(
        block.content
          .filter(({ attrs }) => attrs.value && attrs.label)
          .map(({ attrs: { value, label, source } }) => {
            const name = source ? `${label} (sumber: ${source})` : label;
            return `${markdownStrong(value)} ${markdownWords(name)}`.trim();
          }),
        () => bullet,
      );
    case 'documentCard':
      return documentText(block, around);
    case 'relatedArticle':
    case 'agendaEvent':
      return linkedText(block, around);
    default:
      return '';
  }
}

function figureText(figure: RichFigure, { photo, address }: Surroundings): string {
  const { assetId, alt, decorative, caption, credit, origin } = wholeFigure(figure.attrs);
  const picture = photo(assetId);
  if (picture === null) return '';
  const image = `!${markdownLink(decorative ? '' : markdownWords(alt), address(picture.path))}`;
  const words = [caption, creditLine({ origin, credit })].filter(Boolean).join(' ');
  return paragraphs(image, markdownWords(words));
}

function tableText({ attrs, content }: RichTable, { address }: Surroundings): string {
  const [first, ...others] = content;
  const hasHead = first?.content.every((cell) => cell.type === 'tableHeader') ?? false;
  const columns = first?.content.length ?? 0;
  const rowText = (cells: readonly { content?: RichInline[] }[]) =>
    `| ${cells.map((cell) => markdownInline(cell.content, address, ' ')).join(' | ')} |`;
  const rows = [
    rowText(hasHead && first ? first.content : Array.from({ length: columns }, () => ({}))),
    `|${' --- |'.repeat(columns)}`,
    ...(hasHead ? others : content).map((row) => rowText(row.content)),
  ];
  return paragraphs(markdownStrong(attrs.caption), rows.join('\n'));
}

function documentText({ attrs }: RichDocumentCard, { document, address }: Surroundings): string {
  const file = document(attrs.assetId);
  if (file === null) return '';
  const link = markdownLink(markdownWords(attrs.title) || blockWords.document, address(file.path));
  return paragraphs(`${link} ${fileNote(markdownWords(file.size))}`, markdownWords(attrs.description ?? ''));
}

function linkedText({ type, attrs }: RichRelatedArticle | RichAgendaEvent, { article, address }: Surroundings): string {
  const found = article(attrs.articleId);
  if (found === null) return '';
  const isEvent = type === 'agendaEvent';
  const name = markdownStrong(`${isEvent ? blockWords.event : blockWords.readAlso}:`);
  const facts = isEvent ? [found.when, found.venue].filter(Boolean).join(', ') : '';
  return paragraphs(`${name} ${markdownLink(markdownWords(found.title), address(found.path))}`, markdownWords(facts));
}

function saidBy(words: string, speaker: string | undefined): string {
  return words && quoted(words, speaker && `— ${markdownWords(speaker)}`);
}

/** Paragraphs with a sign before each line. */
function quoted(...texts: (string | undefined)[]): string {
  const text = paragraphs(...texts);
  return text && prefixed(text, '> ', '> ');
}

/** Items with a sign each; empty ones would be read as rules, or as the next one's. */
function listed(items: readonly string[], signOf: (index: number) => string): string {
  return items
    .filter((text) => text !== '')
    .map((text, index) => prefixed(text, signOf(index), ' '.repeat(signOf(index).length)))
    .join('\n');
}

function itemTexts(items: readonly RichListItem[], around: Surroundings): string[] {
  return items.map((item) => blocksText(item.content, around));
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join('\n');
}

function paragraphs(...texts: (string | undefined)[]): string {
  return texts.filter(Boolean).join('\n\n');
}
