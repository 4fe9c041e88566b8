import type { Piece, Span } from './manuscript.ts';
import { readQuotes } from './quotations.ts';

/** Addresses of pages and mail, handles, tags, file names and tail codes (“adv/diskominfo kaltim”): no language rule reads them. */
const addressShape =
  /https?:\/\/\S+|[@#][\p{L}\p{N}_]+|[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}.-]{1,80}|(?:[\p{L}\p{N}-]{1,63}\.){1,6}(?:id|com|net|org|io|co|info|pdf|docx?|xlsx?|jpe?g|png)(?![\p{L}\p{N}])(?:\/\S*)?|\([\p{L}\p{N}]{0,12}\/[^()]{1,60}\)/gu;

/** Where web and mail addresses, handles and tags stand. */
export function addressesIn(text: string): Span[] {
  if (!/[.@#/]/u.test(text)) return [];
  return [...text.matchAll(addressShape)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** Where somebody's own words stand: a piece that is a quote as a whole, or what is between quotation marks. */
export function spokenIn({ role, text }: Piece): readonly Span[] {
  if (role === 'quote' || role === 'pull_quote') return [{ start: 0, end: text.length }];
  return /["“”„]/u.test(text) ? readQuotes(text, false).pairs : [];
}

/** Whether a stretch lies within one of others. */
export function liesWithin(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

/** Whether a stretch and one of others share anything. */
export function touchesOne(spans: readonly Span[], { start, end }: Span): boolean {
  return spans.some((span) => span.start < end && start < span.end);
}

/** Whether a stretch is part of a name of the house, whatever its case there. */
export function isOfHouseName(text: string, { start, end }: Span, houseNames: readonly string[]): boolean {
  const word = text.slice(start, end).toLowerCase();
  return houseNames.some((name) => {
    const lower = name.toLowerCase();
    const at = lower.indexOf(word);
    if (at < 0) return false;
    const from = start - at;
    return from >= 0 && text.slice(from, from + lower.length).toLowerCase() === lower;
  });
}
