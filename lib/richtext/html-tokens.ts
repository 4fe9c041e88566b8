export type HtmlToken =
  | { type: 'text'; text: string }
  | { type: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { type: 'close'; name: string };

/** What separates attributes in a tag. */
const spaces = ' \t\n\f\r';

/** Elements whose inside is no text for readers; Word wraps its own empty marks in `o:p`. */
const swallowed = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'template',
  'o:p',
]);

/**
 * Cuts pasted HTML into tags and text, left to right and once, so that its time grows with its
 * length and nothing else. It reads more strictly than a browser does: what is doubtful becomes text
 * or disappears, since the caller writes new tags of its own and never passes one on.
 *
 * Comments, declarations and the insides of scripts and styles are left out.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const closers = new Closers(html);
  let at = 0;
  while (at < html.length) {
    const angle = html.indexOf('<', at);
    if (angle !== at) yield { type: 'text', text: html.slice(at, angle < 0 ? html.length : angle) };
    if (angle < 0) return;
    const next = html[angle + 1] ?? '';
    if (next === '!' || next === '?') {
      at = endOfComment(html, angle);
    } else if (/[a-z]/i.test(next) || (next === '/' && /[a-z]/i.test(html[angle + 2] ?? ''))) {
      const tag = readTag(html, angle + 1);
      // A tag that never ends swallows the rest, as in a browser.
      if (!tag) return;
      yield tag.token;
      at = tag.end;
      if (tag.token.type === 'open' && swallowed.has(tag.token.name)) at = closers.after(tag.token.name, at) ?? at;
    } else {
      yield { type: 'text', text: '<' };
      at = angle + 1;
    }
  }
}

/** Finds closing tags; remembers which are absent, so that a thousand unclosed scripts cost one search. */
class Closers {
  readonly #html: string;
  readonly #absent = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  after(name: string, from: number): number | undefined {
    if (this.#absent.has(name)) return undefined;
    const closer = new RegExp(`</${name}[\\s/>]`, 'gi');
    closer.lastIndex = from;
    const found = closer.exec(this.#html);
    if (!found) this.#absent.add(name);
    return found?.index;
  }
}

function endOfComment(html: string, angle: number): number {
  const isComment = html.startsWith('<!--', angle);
  const end = html.indexOf(isComment ? '-->' : '>', angle + (isComment ? 4 : 2));
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

function readTag(html: string, start: number): { token: HtmlToken; end: number } | undefined {
  const isClose = html[start] === '/';
  const nameStart = isClose ? start + 1 : start;
  const nameEnd = skipTo(html, nameStart, `${spaces}/>`);
  const name = html.slice(nameStart, nameEnd).toLowerCase();
  const attributes = new Map<string, string>();
  let at = nameEnd;
  while (at < html.length) {
    at = skipOver(html, at, `${spaces}/`);
    if (html[at] === '>')
      return { token: isClose ? { type: 'close', name } : { type: 'open', name, attributes }, end: at + 1 };
    const attribute = readAttribute(html, at);
    if (!attribute) return undefined;
    if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value);
    at = attribute.end;
  }
  return undefined;
}

function readAttribute(html: string, start: number): { name: string; value: string; end: number } | undefined {
  // A name may begin with `=`; always at least one character, so that reading goes on.
  const nameEnd = skipTo(html, start + 1, `${spaces}/>=`);
  const name = html.slice(start, nameEnd).toLowerCase();
  const equals = skipOver(html, nameEnd, spaces);
  if (html[equals] !== '=') return { name, value: '', end: nameEnd };
  const valueStart = skipOver(html, equals + 1, spaces);
  const quote = html[valueStart];
  if (quote === '"' || quote === "'") {
    const valueEnd = html.indexOf(quote, valueStart + 1);
    return valueEnd < 0 ? undefined : { name, value: html.slice(valueStart + 1, valueEnd), end: valueEnd + 1 };
  }
  const valueEnd = skipTo(html, valueStart, `${spaces}>`);
  return { name, value: html.slice(valueStart, valueEnd), end: valueEnd };
}

function skipOver(html: string, from: number, characters: string): number {
  let at = from;
  while (at < html.length && characters.includes(html.charAt(at))) at += 1;
  return at;
}

function skipTo(html: string, from: number, characters: string): number {
  let at = from;
  while (at < html.length && !characters.includes(html.charAt(at))) at += 1;
  return at;
}
