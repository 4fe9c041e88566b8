import { doubtful, type HtmlAttribute, htmlPieces } from './html-tags.ts';

const dataScript = 'application/ld+json';

/** Elements that load or run something else, or change what addresses mean. */
const forbiddenElements = new Set(['applet', 'base', 'embed', 'frame', 'frameset', 'object', 'portal']);

const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite', 'xlink:href', 'data']);

/**
 * Makes a rendered page a finished document: takes out its scripts, what would load scripts,
 * and comments. Structured data (`application/ld+json`) stays, since no browser runs it.
 *
 * Reads the page once, in time proportional to its length.
 *
 * @throws Error, a bug, when the page still waits for a script to complete it, when something
 *   in it could run, or when a browser might read it differently
 */
export function finishHtml(html: string): string {
  const kept: string[] = [];
  let from = 0;
  let keptScripts = 0;
  let dropping: string | undefined;

  const drop = (start: number, end: number) => {
    kept.push(html.slice(from, start));
    from = end;
  };

  for (const piece of htmlPieces(html)) {
    if (dropping !== undefined) {
      drop(piece.from, piece.to);
      if (piece.kind === 'close' && piece.name === dropping) dropping = undefined;
      continue;
    }
    if (piece.kind === 'comment') {
      refuseUnfinished(piece.text);
      drop(piece.from, piece.to);
    } else if (piece.kind === 'open') {
      refuseDangerous(piece.name, piece.attributes);
      if (piece.name === 'script' && attribute(piece.attributes, 'type') !== dataScript) {
        drop(piece.from, piece.to);
        dropping = 'script';
      } else if (piece.name === 'script') {
        keptScripts += 1;
      } else if (piece.name === 'link' && isForScripts(piece.attributes)) {
        drop(piece.from, piece.to);
      } else if (piece.name === 'template' && attribute(piece.attributes, 'id') === '_R_') {
        drop(piece.from, piece.to);
        dropping = 'template';
      }
    }
  }
  kept.push(html.slice(from));
  const finished = kept.join('');
  refuseOtherScripts(finished, keptScripts);
  return finished;
}

/** `$?` and `$~` wait for content that a script would bring, `$!` for a rendering in the browser. */
function refuseUnfinished(comment: string): void {
  if (/^\$[?!~]/.test(comment)) throw doubtful('content that waits for a script');
}

function refuseDangerous(element: string, attributes: readonly HtmlAttribute[]): void {
  if (forbiddenElements.has(element)) throw doubtful(`the element ${element}`);
  for (const { name, value } of attributes) {
    if (name.startsWith('on')) throw doubtful('an event attribute');
    if (name === 'srcdoc') throw doubtful('a document in an attribute');
    if (addressAttributes.has(name) && runs(value)) throw doubtful('an address that runs');
    if (element === 'meta' && name === 'http-equiv' && value.toLowerCase() === 'refresh') {
      throw doubtful('a page that moves by itself');
    }
  }
  if (element === 'template' && /^[BP]:/.test(attribute(attributes, 'id') ?? '')) {
    throw doubtful('content that waits for a script');
  }
}

/** Browsers ignore spaces and controls in a scheme, and read character references in it. */
function runs(address: string): boolean {
  const start = decodeReferences(address.slice(0, 200))
    .replace(/[\u0000-\u0020]/g, '')
    .toLowerCase();
  return /^(?:javascript|vbscript|data):/.test(start);
}

function decodeReferences(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (_, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10ffff ? '' : String.fromCodePoint(code);
    })
    .replace(/&(colon|tab|newline);/gi, (_, name: string) => (name.toLowerCase() === 'colon' ? ':' : ''));
}

function isForScripts(attributes: readonly HtmlAttribute[]): boolean {
  const rel = attribute(attributes, 'rel')?.toLowerCase();
  if (rel === 'modulepreload' || rel === 'expect') return true;
  return (rel === 'preload' || rel === 'prefetch') && attribute(attributes, 'as')?.toLowerCase() === 'script';
}

function attribute(attributes: readonly HtmlAttribute[], name: string): string | undefined {
  return attributes.find((candidate) => candidate.name === name)?.value;
}

/** A second look that knows nothing of tags: as many `<script` as data scripts were kept. */
function refuseOtherScripts(finished: string, kept: number): void {
  const openings = finished.match(/<\s*script/gi)?.length ?? 0;
  if (openings !== kept) throw doubtful('a script that was overlooked');
}
