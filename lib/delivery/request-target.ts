/** Path and query of a request, taken apart once and found in their only form. */
export type Target = {
  /** As received: begins with one slash, percent-encoding untouched. */
  path: string;
  /** What follows `?`, without it; empty when there is none. */
  query: string;
};

/** Longer addresses are nobody's. Ours have under 200 characters; what people paste into the search has pages. */
const longestTarget = 8_192;

/**
 * Reads a request target, or returns undefined for one that could mean different things to
 * different readers. With plain prefix routing, `/_next/../berita/x`, `/redaksi/%2e%2e/berita/x`
 * and their kin reached server actions past the rules of the path they seemed to be.
 */
export function readTarget(url: string): Target | undefined {
  if (url.length > longestTarget || !isPlain(url)) return undefined;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  if (!path.startsWith('/') || path.startsWith('//') || hidden.test(path) || !decodes(path)) return undefined;
  // The base is a parser's formality; a path that changes under the parser has dots or odd letters in it.
  if (!URL.canParse(url, base) || new URL(url, base).pathname !== path) return undefined;
  return { path, query: mark < 0 ? '' : url.slice(mark + 1) };
}

const base = 'http://x';

/** Dots, slashes, backslashes, controls and percent signs that a later decoding would bring to light. */
const hidden = /%(?:2e|2f|5c|25|0|1|7f)/i;

/** Visible ASCII without `#` and `\`: browsers encode all else. */
function isPlain(url: string): boolean {
  return /^[!"$-[\]-~]*$/.test(url);
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
