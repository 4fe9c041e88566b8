import type { Span } from './manuscript.ts';

/** A text without its marks, and where they stood: offsets into `text`. */
export type MarkedText = {
  text: string;
  links: readonly (Span & { href: string })[];
  italics: readonly Span[];
  /** What a check is to find. */
  faults: readonly Span[];
};

const link = /^\[([^[\]]+)\]\((https?:[^\s()]+)\)/u;
const besideLetter = /[\p{L}\p{N}_]/u;

/** Reads `[[fault]]`, `[words](https://…)` and `_italics_`; every other bracket stands for itself. */
export function readMarks(source: string): MarkedText {
  const marked = { text: '', links: [], italics: [], faults: [] };
  readInto(source, marked);
  return marked;
}

type Growing = { text: string; links: (Span & { href: string })[]; italics: Span[]; faults: Span[] };

function readInto(source: string, marked: Growing): void {
  let faultFrom: number | undefined;
  let italicsFrom: number | undefined;
  for (let at = 0; at < source.length; ) {
    const linked = source[at] === '[' ? link.exec(source.slice(at)) : null;
    if (source.startsWith('[[', at) && faultFrom === undefined) {
      faultFrom = marked.text.length;
      at += 2;
    } else if (source.startsWith(']]', at) && faultFrom !== undefined) {
      marked.faults.push({ start: faultFrom, end: marked.text.length });
      faultFrom = undefined;
      at += 2;
    } else if (linked !== null) {
      const [whole, words = '', href = ''] = linked;
      const start = marked.text.length;
      readInto(words, marked);
      marked.links.push({ start, end: marked.text.length, href });
      at += whole.length;
    } else if (opensItalics(source, at) && italicsFrom === undefined) {
      italicsFrom = marked.text.length;
      at += 1;
    } else if (italicsFrom !== undefined && source[at] === '_' && !besideLetter.test(source[at + 1] ?? '')) {
      marked.italics.push({ start: italicsFrom, end: marked.text.length });
      italicsFrom = undefined;
      at += 1;
    } else {
      marked.text += source[at];
      at += 1;
    }
  }
  if (faultFrom !== undefined) throw new Error(`A mark is never closed: ${source}`);
}

function opensItalics(source: string, at: number): boolean {
  if (source[at] !== '_' || besideLetter.test(source[at - 1] ?? '')) return false;
  return /^[^\s_][^_]*_(?![\p{L}\p{N}_])/u.test(source.slice(at + 1));
}
