import type { Span } from './manuscript.ts';

/** Longest quotation taken for one when its closing mark is looked for, in UTF-16 units. */
const quotation = /[“„"]([^“”„"]{0,1500})[”"]/gu;

/** Where other people's words stand in a text, quotation marks included: they are theirs, so style leaves them alone. */
export function quotedSpans(text: string): Span[] {
  if (!/[“„"]/u.test(text)) return [];
  return [...text.matchAll(quotation)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** Whether a place lies inside one of the spans. */
export function isInside(spans: readonly Span[], { start }: Pick<Span, 'start'>): boolean {
  return spans.some((span) => span.start <= start && start < span.end);
}
