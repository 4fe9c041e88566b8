/** Words somebody pointed at, with what stood before and after them. */
export type Anchor = { quote: string; prefix: string; suffix: string };

/** Characters kept of the words themselves, and of each side. */
export const anchorLimits = { quote: 400, context: 48 } as const;

/** The anchor of a stretch of text. A long stretch is known by its beginning. */
export function anchorOf(text: string, start: number, end: number): Anchor {
  const quoteEnd = Math.min(end, start + anchorLimits.quote);
  return {
    quote: text.slice(start, quoteEnd),
    prefix: text.slice(Math.max(0, start - anchorLimits.context), start),
    suffix: text.slice(quoteEnd, quoteEnd + anchorLimits.context),
  };
}

/**
 * Where the words stand in the text as it is now. Words that occur once are found wherever they have
 * moved; of several occurrences the one whose surroundings are most alike. Short words count only
 * where something of their surroundings is left, since they occur by chance.
 *
 * @returns undefined when the words have changed or gone
 */
export function findAnchor(
  text: string,
  { quote, prefix, suffix }: Anchor,
): { start: number; end: number } | undefined {
  if (quote === '') return undefined;
  let best: { start: number; likeness: number } | undefined;
  let count = 0;
  for (let start = text.indexOf(quote); start >= 0 && count < mostOccurrences; start = text.indexOf(quote, start + 1)) {
    const likeness = likenessAt(text, start, start + quote.length, prefix, suffix);
    if (best === undefined || likeness > best.likeness) best = { start, likeness };
    count += 1;
  }
  if (best === undefined) return undefined;
  const stood = prefix !== '' || suffix !== '';
  const isTelling = quote.length >= tellingLength && count === 1;
  if (stood && !isTelling && best.likeness < enoughLikeness(prefix, suffix)) return undefined;
  return { start: best.start, end: best.start + quote.length };
}

/**
 * Where other words stand now in the place of those that were pointed at: between the same surroundings.
 *
 * @returns undefined when the surroundings have changed as well, or nothing stands between them
 */
export function findChanged(
  text: string,
  { quote, prefix, suffix }: Anchor,
): { start: number; end: number } | undefined {
  const [before, after] = [prefix.slice(-nearby), suffix.slice(0, nearby)];
  if (quote === '' || before.length + after.length < enoughNearby) return undefined;
  const longest = quote.length * 2 + 80;
  let at = text.indexOf(before);
  for (let count = 0; at >= 0 && count < mostOccurrences; count += 1) {
    const start = at + before.length;
    const end = after === '' ? text.length : text.indexOf(after, start);
    const stretch = end < 0 || end - start > longest ? '' : text.slice(start, end);
    if (stretch.trim() !== '' && (quote.includes('\n') || !stretch.includes('\n'))) return { start, end };
    // Words that nothing stood before began the text.
    at = before === '' ? -1 : text.indexOf(before, at + 1);
  }
  return undefined;
}

/** Characters beside the words by which their place is known, and the fewest of both sides together. */
const nearby = 16;
const enoughNearby = 10;
/** Words of this length are hardly the same by chance. */
const tellingLength = 16;
/** Occurrences looked at; a text full of one letter must not take for ever. */
const mostOccurrences = 200;

function enoughLikeness(prefix: string, suffix: string): number {
  return Math.min(6, (prefix.length + suffix.length) / 4);
}

/** Characters that agree right beside the words count full, words that still stand near them count half. */
function likenessAt(text: string, start: number, end: number, prefix: string, suffix: string): number {
  const reach = anchorLimits.context * 2;
  const [before, after] = [text.slice(Math.max(0, start - reach), start), text.slice(end, end + reach)];
  return sameEnding(before, prefix) + sameBeginning(after, suffix) + (near(before, prefix) + near(after, suffix)) / 2;
}

function sameBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function sameEnding(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

/** Characters of the words of `side` that also stand in `stretch`. */
function near(stretch: string, side: string): number {
  const standing = new Set(wordsIn(stretch));
  return wordsIn(side).reduce((sum, word) => (standing.has(word) ? sum + word.length : sum), 0);
}

function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3);
}
