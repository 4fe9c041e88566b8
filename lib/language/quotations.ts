import type { Span } from './manuscript.ts';

/** `mixed` is a pair of marks that do not belong together; the others are a single mark. */
export type QuoteFault = Span & { kind: 'mixed' | 'unclosed' | 'unopened' };

/** The quotations of a text, marks included. */
export type Quotations = {
  pairs: readonly Span[];
  faults: readonly QuoteFault[];
  /** Where a quotation begins that the text does not end. */
  unclosed: number | undefined;
};

type Opened = { at: number; mark: string };

/**
 * Reads double quotation marks, curly and straight. A straight one after a digit is an inch or
 * a second while nothing is open; a curly one that faces the wrong way is read by what stands beside it.
 *
 * @param goesOn the paragraph before ended within a quotation
 */
export function readQuotes(text: string, goesOn: boolean): Quotations {
  const pairs: Span[] = [];
  const faults: QuoteFault[] = [];
  let open: Opened | undefined;
  let mayClose = goesOn;
  for (const { 0: mark, index: at } of text.matchAll(/["“”„]/gu)) {
    const side = sideOf(text, at, mark, open);
    if (side === 'none') continue;
    if (side === 'open') {
      if (open !== undefined) faults.push({ kind: 'unclosed', start: open.at, end: open.at + 1 });
      open = { at, mark };
    } else if (open !== undefined) {
      const span = { start: open.at, end: at + 1 };
      pairs.push(span);
      if (!belong(open.mark, mark)) faults.push({ kind: 'mixed', ...span });
      open = undefined;
      mayClose = false;
    } else if (mayClose) {
      mayClose = false;
    } else {
      faults.push({ kind: 'unopened', start: at, end: at + 1 });
    }
  }
  return { pairs, faults, unclosed: open?.at };
}

const belong = (opening: string, closing: string) =>
  opening === '"' ? closing === '"' : opening !== '”' && closing === '”';

function sideOf(text: string, at: number, mark: string, open: Opened | undefined): 'open' | 'close' | 'none' {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const beginsWord = /[\s([/–—-]/u.test(before) && /\S/u.test(after);
  const endsWord = /\S/u.test(before) && /[\s.,;:!?)\]–—-]/u.test(after);
  if (mark === '“' || mark === '„') return open !== undefined && endsWord && !beginsWord ? 'close' : 'open';
  if (mark === '”') return open === undefined && beginsWord ? 'open' : 'close';
  if (open !== undefined) return beginsWord ? 'open' : 'close';
  if (/\d/u.test(before)) return 'none';
  return endsWord && !beginsWord ? 'close' : 'open';
}
