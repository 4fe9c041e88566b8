import { withoutEntities } from '../richtext/entities.ts';
import { type HtmlToken, htmlTokens } from '../richtext/html-tokens.ts';

/** A page as somebody outside got it. */
export type SeenPage = {
  /** Everything a reader or a search engine may read: text, title, descriptions, texts of pictures. */
  words: string;
  /** The text of the article's own body; null on a page without. */
  body: string | null;
  /** Where links, forms and pictures lead, as written. */
  addresses: string[];
  /** What runs, or would: scripts, frames, handlers. Structured data does not. */
  running: string[];
  /** Whether it moves to another address by itself. */
  moves: boolean;
  /** Elements that are there and not shown. Our pages have none, nor any style of their own. */
  hidden: string[];
};

const addressAttributes = ['href', 'src', 'action', 'formaction', 'poster', 'data'];
const spokenAttributes = ['alt', 'title', 'content', 'aria-label', 'placeholder'];
const runningElements = new Set(['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'portal']);
/** Elements of a line: between others a reader sees a space. */
const inline = new Set(['a', 'b', 'strong', 'em', 'i', 'span', 'abbr', 'time', 'code', 'sup', 'sub', 'u', 's', 'wbr']);

/** Reads a page without trusting it; whatever its markup is, reading takes time in proportion to its length. */
export function seenPage(html: string): SeenPage {
  const page: SeenPage = { words: '', body: null, addresses: [], running: [], moves: false, hidden: [] };
  const words: string[] = [];
  const spoken: string[] = [];
  const body: string[] = [];
  let depth = 0;
  const concealed = watchHidden(page);
  for (const token of htmlTokens(html)) {
    concealed(token);
    if (token.type === 'text') {
      const text = withoutEntities(token.text);
      words.push(text);
      if (depth > 0) body.push(text);
      continue;
    }
    if (!inline.has(token.name)) {
      words.push(' ');
      body.push(' ');
    }
    if (token.name === 'div' && depth > 0) depth += token.type === 'open' ? 1 : -1;
    if (token.type === 'close') continue;
    const { name, attributes } = token;
    if (name === 'div' && depth === 0 && page.body === null && classes(attributes).includes('article-body')) {
      depth = 1;
      page.body = '';
    }
    lookAt(name, attributes, page);
    spoken.push(...spokenAttributes.map((one) => withoutEntities(attributes.get(one) ?? '')));
  }
  const [, title = ''] = /<title[^>]*>([^<]*)/i.exec(html) ?? [];
  // What elements say stands apart: within the text it would part a word that is half a link.
  page.words = [withoutEntities(title), words.join(''), ...spoken].join(' ').replace(/\s+/gu, ' ').trim();
  if (page.body !== null) page.body = body.join('').replace(/\s+/gu, ' ').trim();
  return page;
}

/**
 * Tells of what stands within an element that is not shown. The renderer leaves one behind that is empty, which
 * hides nothing.
 */
function watchHidden(page: SeenPage): (token: HtmlToken) => void {
  let within: { name: string; open: number } | undefined;
  return (token) => {
    if (within === undefined) {
      if (token.type !== 'open' || !token.attributes.has('hidden')) return;
      if (empty.has(token.name)) page.hidden.push(`${token.name} hidden`);
      else within = { name: token.name, open: 1 };
      return;
    }
    if (token.type === 'text' ? token.text.trim() !== '' : token.type === 'open' && token.name !== within.name) {
      page.hidden.push(`${within.name} hidden`);
    }
    if (token.type === 'text' || token.name !== within.name) return;
    within.open += token.type === 'open' ? 1 : -1;
    if (within.open === 0) within = undefined;
  };
}

/** Elements without an end: a hidden one is itself what is hidden. */
const empty = new Set(['img', 'input', 'link', 'meta', 'source', 'area', 'hr', 'br', 'wbr']);

const classes = (attributes: ReadonlyMap<string, string>) => (attributes.get('class') ?? '').split(/\s+/);

function lookAt(name: string, attributes: ReadonlyMap<string, string>, page: SeenPage): void {
  for (const attribute of addressAttributes) {
    const address = attributes.get(attribute);
    if (address !== undefined) page.addresses.push(withoutEntities(address).trim());
  }
  if (name === 'script' && attributes.get('type') !== 'application/ld+json') page.running.push('script');
  if (runningElements.has(name)) page.running.push(name);
  if ([...attributes.keys()].some((attribute) => attribute.startsWith('on'))) page.running.push(`${name} on…`);
  if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh') page.moves = true;
  if (attributes.has('style')) page.hidden.push(`${name} style`);
  if (name === 'style') page.hidden.push('style');
}
