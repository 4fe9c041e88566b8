import { wholeFigure } from './attributes.ts';
import { blockWords, fileNote } from './block-words.ts';
import { cleanText } from './clean-text.ts';
import { type InlineTree, inlineTree } from './inline-tree.ts';
import { foreignLanguage } from './languages.ts';
import { checkLink, leavesTheSite } from './links.ts';
import { creditLine } from './origin-words.ts';
import { inlineText } from './plain-text.ts';
import { repeatedQuotes } from './repeated-quotes.ts';
import type {
  RichAgendaEvent,
  RichBlock,
  RichDocument,
  RichDocumentCard,
  RichFigure,
  RichInline,
  RichKeyNumbers,
  RichListItem,
  RichMark,
  RichQuote,
  RichRelatedArticle,
  RichTable,
  RichTableRow,
} from './rich-nodes.ts';
import type { Surroundings } from './surroundings.ts';

/** Markup of our own making: every word from outside in it is escaped. */
type Html = string;

/**
 * A body as plain HTML that stands on its own: semantic elements without classes, absolute
 * addresses. A closed list of elements and attributes: what is not named here is not written.
 * Photos and documents that are no longer shown are left out, and pull quotes whose words stand in the text.
 */
export function toHtml(document: RichDocument, surroundings: Surroundings): Html {
  const repeated = repeatedQuotes(document);
  return document.content
    .filter((block) => !repeated.has(block))
    .map((block) => blockHtml(block, surroundings))
    .join('');
}

function blockHtml(block: RichBlock | RichListItem, around: Surroundings): Html {
  const inside = (blocks: readonly (RichBlock | RichListItem)[]) =>
    blocks.map((one) => blockHtml(one, around)).join('');
  const words = (nodes: readonly RichInline[] | undefined) =>
    inlineText(nodes) === '' ? '' : inlineHtml(inlineTree(nodes), around);
  switch (block.type) {
    case 'paragraph':
      return paragraph(words(block.content));
    case 'heading': {
      const text = words(block.content);
      return text && element(block.attrs.level === 2 ? 'h2' : 'h3', {}, text);
    }
    case 'quote':
      return quoteHtml(block, words(block.content));
    case 'figure':
      return figureHtml(block, around);
    case 'bulletList':
      return element('ul', {}, inside(block.content));
    case 'orderedList':
      return element('ol', { start: block.attrs?.start }, inside(block.content));
    case 'listItem':
      return element('li', {}, inside(block.content));
    case 'gallery': {
      const photos = inside(block.content);
      const caption = block.attrs?.caption;
      return photos && element('figure', {}, (caption ? element('figcaption', {}, escaped(caption)) : '') + photos);
    }
    case 'table':
      return tableHtml(block, words);
    case 'pullQuote': {
      const text = paragraph(words(block.content));
      return text && element('aside', {}, text + line(block.attrs?.by));
    }
    case 'infoBox': {
      const title = block.attrs?.title;
      return element('aside', {}, (title ? element('h3', {}, escaped(title)) : '') + inside(block.content));
    }
    case 'timeline':
      return element(
        'ol',
        {},
        block.content
          .map(({ attrs, content }) =>
            element('li', {}, (attrs.when && element('p', {}, strong(escaped(attrs.when)))) + inside(content)),
          )
          .join(''),
      );
    case 'keyNumbers':
      return keyNumbersHtml(block);
    case 'documentCard':
      return documentHtml(block, around);
    case 'relatedArticle':
    case 'agendaEvent':
      return linkedHtml(block, around);
    default:
      return '';
  }
}

function quoteHtml({ attrs }: RichQuote, words: Html): Html {
  if (words === '') return '';
  const speaker = [attrs?.speaker, attrs?.speakerRole].filter(Boolean).join(', ');
  return element('blockquote', {}, paragraph(words) + (speaker && element('footer', {}, escaped(speaker))));
}

function figureHtml(figure: RichFigure, { photo, address }: Surroundings): Html {
  const { assetId, alt, decorative, caption, credit, origin } = wholeFigure(figure.attrs);
  const picture = photo(assetId);
  const src = picture && absolute(address(picture.path));
  if (!picture || !src) return '';
  const words = [caption, creditLine({ origin, credit })].filter(Boolean).join(' ');
  const { width, height } = picture;
  return element(
    'figure',
    {},
    element('img', { src, alt: decorative ? '' : alt, width, height }) +
      (words && element('figcaption', {}, escaped(words))),
  );
}

function tableHtml({ attrs, content }: RichTable, words: (nodes: readonly RichInline[] | undefined) => Html): Html {
  const [first, ...others] = content;
  const hasHead = first?.content.every((cell) => cell.type === 'tableHeader') ?? false;
  const rowHtml = (row: RichTableRow, scope: 'col' | 'row') =>
    element(
      'tr',
      {},
      row.content
        .map((cell) =>
          cell.type === 'tableHeader' && cell.content
            ? element('th', { scope }, words(cell.content))
            : element('td', {}, words(cell.content)),
        )
        .join(''),
    );
  const caption = attrs.caption && element('caption', {}, escaped(attrs.caption));
  const head = hasHead && first ? element('thead', {}, rowHtml(first, 'col')) : '';
  const rows = (hasHead ? others : content).map((row) => rowHtml(row, 'row')).join('');
  return element('table', {}, caption + head + element('tbody', {}, rows));
}

function keyNumbersHtml({ content }: RichKeyNumbers): Html {
  const numbers = content
    .filter(({ attrs }) => attrs.value && attrs.label)
    .map(({ attrs: { value, label, source } }) => {
      const name = source ? `${label} (sumber: ${source})` : label;
      return element('dt', {}, escaped(name)) + element('dd', {}, escaped(value));
    });
  return numbers.length === 0 ? '' : element('dl', {}, numbers.join(''));
}

function documentHtml({ attrs }: RichDocumentCard, { document, address }: Surroundings): Html {
  const file = document(attrs.assetId);
  const href = file && absolute(address(file.path));
  if (!file || !href) return '';
  const link = element('a', { href }, escaped(attrs.title || blockWords.document));
  return element('p', {}, `${link} ${escaped(fileNote(file.size))}`) + line(attrs.description);
}

function linkedHtml({ type, attrs }: RichRelatedArticle | RichAgendaEvent, { article, address }: Surroundings): Html {
  const found = article(attrs.articleId);
  const href = found && absolute(address(found.path));
  if (!found || !href) return '';
  const isEvent = type === 'agendaEvent';
  const name = isEvent ? blockWords.event : blockWords.readAlso;
  const facts = isEvent ? [found.when, found.venue].filter(Boolean).join(', ') : '';
  return element('p', {}, `${strong(`${name}:`)} ${element('a', { href }, escaped(found.title))}`) + line(facts);
}

function inlineHtml(trees: readonly InlineTree[], around: Surroundings): Html {
  return trees
    .map((tree) => {
      if ('mark' in tree) return markedHtml(tree.mark, inlineHtml(tree.within, around), around);
      return 'text' in tree ? escaped(tree.text) : '<br>';
    })
    .join('');
}

function markedHtml(mark: RichMark, words: Html, { address }: Surroundings): Html {
  switch (mark.type) {
    case 'bold':
      return strong(words);
    case 'italic':
      return element('em', { lang: foreignLanguage(mark.attrs?.lang) }, words);
    case 'link': {
      // Asked again here: this is the last door before a reader, whatever way the words came.
      const link = checkLink(mark.attrs.href);
      if (!link.ok) return words;
      const leaves = leavesTheSite(link.href);
      const href = link.href.startsWith('/') ? absolute(address(link.href)) : link.href;
      return href ? element('a', { href, rel: leaves ? 'nofollow noopener' : undefined }, words) : words;
    }
    default:
      return words;
  }
}

function strong(words: Html): Html {
  return element('strong', {}, words);
}

function paragraph(words: Html): Html {
  return words && element('p', {}, words);
}

function line(words: string | undefined): Html {
  return paragraph(escaped(words ?? '').trim());
}

/** The address if it is one of the web. */
function absolute(address: string): string | undefined {
  return /^https?:\/\/[^/]/i.test(address) ? address : undefined;
}

/** One element; attributes without a value are left out, and `img` has no inside. */
function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, inside?: Html): Html {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escaped(String(value))}"`,
  );
  return `<${name}${written.join('')}>${inside === undefined ? '' : `${inside}</${name}>`}`;
}

/** Words as text of HTML, of XML and of a quoted attribute alike. */
function escaped(words: string): Html {
  return cleanText(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
