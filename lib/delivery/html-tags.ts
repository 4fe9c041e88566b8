/** One piece of a page, with the place of its first character and of the one after its last. */
export type HtmlPiece =
  | { kind: 'text'; from: number; to: number }
  | { kind: 'comment'; from: number; to: number; text: string }
  | { kind: 'doctype'; from: number; to: number }
  | { kind: 'close'; from: number; to: number; name: string }
  | { kind: 'open'; from: number; to: number; name: string; attributes: readonly HtmlAttribute[] };

export type HtmlAttribute = { name: string; value: string };

/** A page that a browser and this reader might understand differently. It is a bug, and not delivered. */
export function doubtful(reason: string): Error {
  return new Error(`A rendered page cannot be finished: ${reason}`);
}

/** Elements whose inside is text until their own closing tag, whatever it looks like. */
const rawElements = new Set(['script', 'style', 'title', 'textarea']);

/** Elements with a life of their own in the tokenizer of browsers; a reader's page has no use for them. */
const refusedElements = new Set(['iframe', 'noembed', 'noframes', 'noscript', 'plaintext', 'xmp']);

/**
 * Cuts a page that our own renderer wrote into its pieces, left to right and once. Where a
 * browser would have to mend something (an unfinished tag, a comment closed in an odd way)
 * it refuses, since the two could disagree about where a script ends.
 *
 * @throws Error, a bug
 */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let at = 0;
  while (at < html.length) {
    const angle = html.indexOf('<', at);
    if (angle !== at) yield { kind: 'text', from: at, to: angle < 0 ? html.length : angle };
    if (angle < 0) return;
    const piece = readMarkup(html, angle);
    yield piece;
    at = piece.to;
    if (piece.kind === 'open' && rawElements.has(piece.name)) {
      const end = rawEnd(html, piece.name, at);
      if (end > at) yield { kind: 'text', from: at, to: end };
      at = end;
    }
  }
}

function readMarkup(html: string, angle: number): HtmlPiece {
  if (html.startsWith('<!--', angle)) return readComment(html, angle);
  if (/^<!doctype html>$/i.test(html.slice(angle, angle + 15))) return { kind: 'doctype', from: angle, to: angle + 15 };
  const closes = html[angle + 1] === '/';
  const start = angle + (closes ? 2 : 1);
  if (!/[a-z]/i.test(html[start] ?? '')) throw doubtful('a loose angle bracket');
  return closes ? readClosing(html, angle, start) : readOpening(html, angle, start);
}

function readComment(html: string, angle: number): HtmlPiece {
  const end = html.indexOf('-->', angle + 2);
  if (end < 0) throw doubtful('an unfinished comment');
  const text = html.slice(angle + 4, Math.max(angle + 4, end));
  if (text.includes('--!>') || text.includes('<!--')) throw doubtful('a comment within a comment');
  return { kind: 'comment', from: angle, to: end + 3, text };
}

function readClosing(html: string, angle: number, start: number): HtmlPiece {
  const end = html.indexOf('>', start);
  const name = end < 0 ? '' : html.slice(start, end).trimEnd().toLowerCase();
  if (!isElementName(name)) throw doubtful('an odd closing tag');
  return { kind: 'close', from: angle, to: end + 1, name };
}

function readOpening(html: string, angle: number, start: number): HtmlPiece {
  let at = start;
  while (at < html.length && !isSpace(html, at) && html[at] !== '>' && html[at] !== '/') at += 1;
  const name = html.slice(start, at).toLowerCase();
  if (!isElementName(name) || refusedElements.has(name)) throw doubtful(`the element ${name.slice(0, 20)}`);
  const attributes: HtmlAttribute[] = [];
  for (;;) {
    while (isSpace(html, at)) at += 1;
    if (html[at] === '>') return { kind: 'open', from: angle, to: at + 1, name, attributes };
    if (html.startsWith('/>', at)) return { kind: 'open', from: angle, to: at + 2, name, attributes };
    at = readAttribute(html, at, attributes);
  }
}

/** Takes `name` or `name="value"`, the only forms React writes; returns the place after it. */
function readAttribute(html: string, from: number, into: HtmlAttribute[]): number {
  let at = from;
  while (at < html.length && !isSpace(html, at) && !/[=>/"'<]/.test(html[at] ?? '')) at += 1;
  if (at === from) throw doubtful('an odd attribute');
  const name = html.slice(from, at).toLowerCase();
  if (html[at] !== '=') {
    into.push({ name, value: '' });
    return at;
  }
  const quote = html[at + 1];
  const end = quote === '"' || quote === "'" ? html.indexOf(quote, at + 2) : -1;
  if (end < 0) throw doubtful('an attribute without quotes');
  into.push({ name, value: html.slice(at + 2, end) });
  return end + 1;
}

/** Where the inside of a raw element ends: at its closing tag. */
function rawEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  const end = closing.exec(html)?.index;
  if (end === undefined) throw doubtful(`an unfinished ${name}`);
  const inside = html.slice(from, end);
  // Inside `<!-- <script>` a browser reads on past the next `</script>`.
  if (name === 'script' && inside.includes('<!--')) throw doubtful('a comment within a script');
  // Within an SVG these elements hold markup, not text.
  if (name !== 'script' && inside.includes('<')) throw doubtful(`markup within ${name}`);
  return end;
}

function isSpace(html: string, at: number): boolean {
  const letter = html[at];
  return letter === ' ' || letter === '\n' || letter === '\t' || letter === '\r' || letter === '\f';
}

function isElementName(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/i.test(name);
}
