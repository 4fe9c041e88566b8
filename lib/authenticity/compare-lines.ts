import { diffArrays } from 'diff';
import { keyOf, type NormalLine } from './normal-lines.ts';

/** What an edition says, in the order in which it is read. */
export type PublishedLines = {
  lines: readonly {
    words: NormalLine;
    /** May be missing in a copy that is whole: captions, the short version. */
    isAside: boolean;
  }[];
  /** Lines that our pages and copies have around the words: byline, times, sources, addresses. */
  frame: readonly NormalLine[];
  /** Stands before the first words on pages and copies. */
  dateline: NormalLine;
};

/** A run of words of the comparison: ours and theirs, only ours, or only theirs. */
export type Run = { kind: 'same' | 'ours' | 'theirs'; text: string };

export type Comparison =
  /** All our words and no others. */
  | { kind: 'same' }
  /** Only our words, in our order; whole lines of ours are missing. */
  | { kind: 'part'; missing: string[] }
  /** Words were changed, added, or cut out of the middle of a line. */
  | { kind: 'different'; runs: Run[]; alike: number }
  /** Too little in common. */
  | { kind: 'other' };

/** Changes beyond which a text counts as another one: comparing takes their square. */
const mostChanges = 800;
/** Share of the words, theirs or ours, that must be common to speak of the same text. */
const leastAlike = 0.4;

/** Compares pasted lines with an edition, word by word; how they are broken into lines does not count. */
export function compareLines(pasted: readonly NormalLine[], published: PublishedLines): Comparison {
  const { lines } = published;
  const theirs = withoutFrame(pasted, published).flat();
  if (theirs.length === 0) return { kind: 'other' };
  const missing = missingLines(theirs, lines);
  if (missing !== undefined) {
    const needed = missing.filter((index) => lines[index]?.isAside !== true);
    if (needed.length === 0) return { kind: 'same' };
    return { kind: 'part', missing: needed.map((index) => keyOf(lines[index]?.words ?? [])) };
  }
  const ours = withoutAbsentAsides(lines, theirs);
  const changes = diffArrays(ours, theirs, { maxEditLength: mostChanges });
  if (changes === undefined) return { kind: 'other' };
  const common = changes.filter(({ added, removed }) => !added && !removed).reduce((sum, { count }) => sum + count, 0);
  const alike = Math.max(common / theirs.length, common / Math.max(1, ours.length));
  return alike < leastAlike ? { kind: 'other' } : { kind: 'different', runs: runsOf(changes), alike };
}

/** What somebody copies along with the words: our own lines around them. */
function withoutFrame(pasted: readonly NormalLine[], { lines, frame, dateline }: PublishedLines): NormalLine[] {
  const own = new Set(lines.map(({ words }) => keyOf(words)));
  const around = new Set(frame.map(keyOf).filter((key) => !own.has(key)));
  return pasted.flatMap((line) => {
    const isAfter = dateline.length > 0 && dateline.every((word, index) => line[index] === word);
    const words = isAfter && !own.has(keyOf(line)) ? line.slice(dateline.length) : line;
    // Our own words first: a copy has them behind its dateline, where they are no frame.
    return !own.has(keyOf(words)) && around.has(keyOf(line)) ? [] : [words];
  });
}

/** Lines left out so far, the last one first. */
type Left = { index: number; before: Left; count: number } | undefined;

/**
 * Which whole lines of ours are missing, as few as can be; undefined when anything else was done to the words.
 * A comparison of words cannot tell: of two lines that begin alike it takes either.
 */
function missingLines(theirs: NormalLine, lines: PublishedLines['lines']): number[] | undefined {
  // How far their words are used up, and what was left out on the way there.
  let reached = new Map<number, Left>([[0, undefined]]);
  for (const [index, { words }] of lines.entries()) {
    const next = new Map<number, Left>();
    const reach = (at: number, left: Left) => {
      const known = next.get(at);
      if (!next.has(at) || (known?.count ?? 0) > (left?.count ?? 0)) next.set(at, left);
    };
    for (const [at, left] of reached) {
      if (words.every((word, offset) => theirs[at + offset] === word)) reach(at + words.length, left);
      reach(at, { index, before: left, count: (left?.count ?? 0) + 1 });
    }
    reached = next;
  }
  if (!reached.has(theirs.length)) return undefined;
  const missing: number[] = [];
  for (let left = reached.get(theirs.length); left !== undefined; left = left.before) missing.unshift(left.index);
  return missing;
}

/** Our words but for captions and the like that nobody copied: they are no change. */
function withoutAbsentAsides(lines: PublishedLines['lines'], theirs: NormalLine): string[] {
  const text = ` ${keyOf(theirs)} `;
  return lines.flatMap(({ words, isAside }) => (isAside && !text.includes(` ${keyOf(words)} `) ? [] : words));
}

type Changes = NonNullable<ReturnType<typeof diffArrays<string>>>;

const runsOf = (changes: Changes): Run[] =>
  changes.map(({ added, removed, value }) => ({
    kind: added ? 'theirs' : removed ? 'ours' : 'same',
    text: value.join(' '),
  }));
