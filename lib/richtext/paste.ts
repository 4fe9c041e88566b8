import { cleanText } from './clean-text.ts';
import { type HtmlToken, htmlTokens } from './html-tokens.ts';
import { foreignLanguage } from './languages.ts';
import { checkLink } from './links.ts';
import { keptOfOwnBlock } from './paste-own-blocks.ts';

type OpenTag = Extract<HtmlToken, { type: 'open' }>;

/** What stands for a pasted tag: markup of our own making, in front of and behind its words. */
type Replacement = { before: string; after: string };

/** Lists within lists that are kept; the items of deeper ones join the last, well under the limit of a document. */
const LIST_LEVELS = 8;

const nothing: Replacement = { before: '', after: '' };

/** Elements that begin a line of their own wherever they stand; of a table, its cells. */
const blocks = new Set(
  `address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary td th ul`.split(/\s+/),
);

const subheads: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h3', h5: 'h3', h6: 'h3' };

/**
 * Reduces pasted HTML (Word, Google Docs, web pages, our own editor) to the few tags the editor
 * knows, for `transformPastedHTML`. Every tag of the result is written here, so no style, class, script,
 * handler or comment comes through, and under the page's policy nothing tries to apply a `style`.
 *
 * A string goes in and a string comes out, because parsing HTML is forbidden in the newsroom but to
 * ProseMirror itself (trusted types). Linear in the length of the input.
 */
export function cleanPastedHtml(html: string): string {
  const written: string[] = [];
  const open = new OpenTags();
  let quoted: 'no' | 'empty' | 'words' | 'break' = 'no';

  for (const token of htmlTokens(html)) {
    if (token.type === 'text') {
      const text = pastedText(token.text);
      if (quoted === 'break' && text.trim() !== '') written.push('<br>');
      if (quoted !== 'no' && text.trim() !== '') quoted = 'words';
      written.push(text);
      continue;
    }
    // A quote is one block with lines, not blocks within a block: what begins a line there becomes a break.
    const insideQuote = quoted !== 'no' && blocks.has(token.name);
    const leavesQuote = token.type === 'close' && token.name === 'blockquote' && open.isOutermost('blockquote');
    if (insideQuote && !leavesQuote) {
      if (quoted === 'words') quoted = 'break';
      if (token.type === 'open') open.push(token.name, nothing);
      else open.pop(token.name);
      continue;
    }
    if (token.type === 'close') {
      written.push(open.pop(token.name));
      if (leavesQuote) quoted = 'no';
      continue;
    }
    const replacement = open.lists() >= LIST_LEVELS && isList(token.name) ? nothing : replacementFor(token);
    written.push(replacement.before);
    open.push(token.name, replacement);
    if (token.name === 'blockquote') quoted = 'empty';
  }
  return written.join('');
}

/** What each open tag was replaced by, so that its closing tag closes the same. */
class OpenTags {
  readonly #afters = new Map<string, string[]>();

  push(name: string, replacement: Replacement): void {
    const afters = this.#afters.get(name);
    if (afters) afters.push(replacement.after);
    else this.#afters.set(name, [replacement.after]);
  }

  pop(name: string): string {
    return this.#afters.get(name)?.pop() ?? '';
  }

  lists(): number {
    return (this.#afters.get('ul')?.length ?? 0) + (this.#afters.get('ol')?.length ?? 0);
  }

  isOutermost(name: string): boolean {
    return this.#afters.get(name)?.length === 1;
  }
}

function isList(name: string): boolean {
  return name === 'ul' || name === 'ol';
}

function replacementFor({ name, attributes }: OpenTag): Replacement {
  const kept = keptOfOwnBlock(name, attributes);
  if (kept !== null) return element(name, attributes, carried(attributes, kept));
  switch (name) {
    case 'p':
    case 'ul':
    case 'li':
      return element(name, attributes);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return element(subheads[name] ?? 'p', attributes);
    case 'ol':
      return element('ol', attributes, { start: /^\d{1,4}$/.exec(attributes.get('start') ?? '')?.[0] });
    case 'br':
      return { before: attributes.get('class') === 'Apple-interchange-newline' ? '' : '<br>', after: '' };
    case 'a':
      return link(attributes);
    case 'b':
    case 'strong':
      // Google Docs wraps the whole text in a `b` that says it is not bold.
      return /font-weight\s*:\s*(?:normal|400)/i.test(attributes.get('style') ?? '')
        ? nothing
        : element('strong', attributes);
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
      return element('em', attributes, { lang: foreignLanguage(attributes.get('lang')) });
    case 'span':
    case 'font':
      return styled(attributes.get('style') ?? '');
    case 'blockquote':
      return element('blockquote', attributes, carried(attributes, ['data-speaker', 'data-speaker-role']));
    case 'figure':
      return attributes.has('data-asset-id') ? ourFigure(attributes) : element('div', attributes);
    default:
      return blocks.has(name) ? element('div', attributes) : nothing;
  }
}

function link(attributes: ReadonlyMap<string, string>): Replacement {
  const checked = checkLink(decoded(attributes.get('href') ?? ''));
  return checked.ok ? element('a', attributes, { href: checked.href }) : nothing;
}

function styled(style: string): Replacement {
  const isBold = /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style);
  const isItalic = /font-style\s*:\s*italic/i.test(style);
  return {
    before: `${isBold ? '<strong>' : ''}${isItalic ? '<em>' : ''}`,
    after: `${isItalic ? '</em>' : ''}${isBold ? '</strong>' : ''}`,
  };
}

/** A photo copied within our editor: it has no inside, only attributes. */
function ourFigure(attributes: ReadonlyMap<string, string>): Replacement {
  const names = ['data-asset-id', 'data-asset-hash', 'data-alt', 'data-decorative', 'data-caption', 'data-credit'];
  const { before, after } = element('figure', attributes, carried(attributes, names));
  return { before: before + after, after: '' };
}

function carried(attributes: ReadonlyMap<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.filter((name) => attributes.has(name)).map((name) => [name, cleanText(decoded(attributes.get(name) ?? ''))]),
  );
}

function element(
  name: string,
  attributes: ReadonlyMap<string, string>,
  kept: Record<string, string | undefined> = {},
): Replacement {
  const all = { ...kept, 'data-pm-slice': cutMark(decoded(attributes.get('data-pm-slice') ?? '')) };
  const text = Object.entries(all).map(([key, value]) => (value === undefined ? '' : ` ${key}="${encoded(value)}"`));
  return { before: `<${name}${text.join('')}>`, after: `</${name}>` };
}

/**
 * ProseMirror's own mark of where a copied slice was cut, and inside which nodes. A mark that names
 * attributes is dropped: strangers' pages can put one on the clipboard too, and ProseMirror builds
 * its nodes from it without asking our rules.
 */
function cutMark(mark: string): string | undefined {
  return /^\d{1,3} \d{1,3}(?: -\d{1,3})? \[(?:"[a-zA-Z]{1,20}",null,?){0,20}\]$/.exec(mark)?.[0];
}

/** Text stays as it was written, entities included, but no angle bracket in it can begin a tag. */
function pastedText(text: string): string {
  return text
    .replace(/&nbsp;|&#160;|&#xa0;|\u00A0/gi, ' ')
    .replaceAll('\0', '')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** An attribute's value with its entities read; unknown names stay as they are and are encoded again as text. */
function decoded(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));?/gi,
    (_all, decimal, hex, name) => {
      if (name) return entities[String(name).toLowerCase()] ?? '';
      const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}

function encoded(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
