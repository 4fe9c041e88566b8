import { diffArrays } from 'diff';
import type { RichDocument } from '../richtext/rich-nodes.ts';
import { blockTexts, type Piece, wordPieces } from './compare.ts';

/** A line of a block: its words, a row of a table, a photo of a gallery. */
export type LineChange = { kind: 'same' | 'changed' | 'added' | 'removed'; pieces: Piece[] };

/** A block of either body, in the order of the newer one; blocks that went stand where they were. */
export type BlockChange = {
  /** `moved` stands at the new place, its `moved_away` at the old one. */
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'moved_away';
  /** Number of the block in the older and in the newer body, from 0; null where it is not there. */
  before: number | null;
  after: number | null;
  lines: LineChange[];
};

type Block = { at: number; lines: string[]; words: ReadonlySet<string> };
type Pair = { was: Block; is: Block };
type Gap = { gone: Block[]; come: Block[] };

/** From this share of common words on, two blocks at the same place are one that was changed. */
const alike = 0.4;
/** A block that also moved must be more clearly the same. */
const clearlyAlike = 0.6;
/** Past so many pairs to look at only blocks that are equal are found again. */
const mostPairs = 40_000;
/** Past so many blocks that went or came the order is not searched any further: that would take seconds. */
const mostEdits = 2_000;

/**
 * Two bodies block by block: what stayed, what was changed word by word and row by row, what came, what
 * went, and what only moved.
 */
export function compareBodies(before: RichDocument, after: RichDocument): BlockChange[] {
  const [was, is] = [blocksOf(before), blocksOf(after)];
  const parts = gapsOf(was, is);
  const gaps = parts.flatMap((part) => ('gone' in part ? [part] : []));
  const changed = new Map<Block, Pair>();
  for (const gap of gaps)
    for (const pair of pairsInPlace(gap)) for (const block of [pair.was, pair.is]) changed.set(block, pair);
  const open = (blocks: Block[]) => blocks.filter((block) => !changed.has(block));
  const moved = new Map<Block, Pair>();
  for (const pair of movedPairs(open(gaps.flatMap((gap) => gap.gone)), open(gaps.flatMap((gap) => gap.come)))) {
    for (const block of [pair.was, pair.is]) moved.set(block, pair);
  }
  return parts.flatMap((part) =>
    'gone' in part
      ? gapChanges(part, changed, moved)
      : [{ kind: 'same' as const, before: part.was.at, after: part.is.at, lines: linesAs('same', part.is) }],
  );
}

function blocksOf({ content }: RichDocument): Block[] {
  return content.map((block, at) => {
    const lines = blockTexts(block);
    return {
      at,
      lines,
      words: new Set(
        lines
          .join(' ')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
      ),
    };
  });
}

/** The bodies as runs: blocks that are equal on both sides, and gaps between them. */
function gapsOf(was: Block[], is: Block[]): (Pair | Gap)[] {
  const keys = (blocks: Block[]) => blocks.map((block) => block.lines.join('\n'));
  const parts: (Pair | Gap)[] = [];
  let gap: Gap | undefined;
  let [from, to] = [0, 0];
  const found = diffArrays(keys(was), keys(is), { maxEditLength: mostEdits });
  // All of it went, all of it came; what is equal is then found again as moved.
  if (found === undefined) return [{ gone: was, come: is }];
  for (const part of found) {
    const { length } = part.value;
    if (part.added || part.removed) {
      if (gap === undefined) {
        gap = { gone: [], come: [] };
        parts.push(gap);
      }
      if (part.removed) gap.gone.push(...was.slice(from, from + length));
      else gap.come.push(...is.slice(to, to + length));
    } else {
      gap = undefined;
      const [left, right] = [was.slice(from, from + length), is.slice(to, to + length)];
      parts.push(...left.flatMap((block, at) => (right[at] === undefined ? [] : [{ was: block, is: right[at] }])));
    }
    if (!part.added) from += length;
    if (!part.removed) to += length;
  }
  return parts;
}

/** Blocks of a gap that were changed where they stand, in order. */
function pairsInPlace({ gone, come }: Gap): Pair[] {
  if (gone.length * come.length > mostPairs) return [];
  const pairs: Pair[] = [];
  let next = 0;
  for (const was of gone) {
    const found = come.findIndex((is, at) => at >= next && likeness(was, is) >= alike);
    const is = come[found];
    if (is === undefined) continue;
    pairs.push({ was, is });
    next = found + 1;
  }
  return pairs;
}

/** Blocks that went at one place and came at another: the equal ones first, then those clearly alike. */
function movedPairs(gone: Block[], come: Block[]): Pair[] {
  const left = new Set(come);
  const pairs: Pair[] = [];
  const take = (was: Block, is: Block | undefined) => {
    if (is === undefined || was.words.size === 0) return false;
    left.delete(is);
    pairs.push({ was, is });
    return true;
  };
  const byText = Map.groupBy(come, (block) => block.lines.join('\n'));
  const others = gone.filter(
    (was) =>
      !take(
        was,
        byText.get(was.lines.join('\n'))?.find((is) => left.has(is)),
      ),
  );
  if (others.length * left.size > mostPairs) return pairs;
  for (const was of others) {
    take(
      was,
      [...left].find((is) => likeness(was, is) >= clearlyAlike),
    );
  }
  return pairs;
}

/** The share of words two blocks have in common, from 0 to 1. */
function likeness(one: Block, other: Block): number {
  const all = one.words.size + other.words.size;
  if (all === 0) return 0;
  let common = 0;
  for (const word of one.words) if (other.words.has(word)) common += 1;
  return (2 * common) / all;
}

function gapChanges(
  { gone, come }: Gap,
  changed: ReadonlyMap<Block, Pair>,
  moved: ReadonlyMap<Block, Pair>,
): BlockChange[] {
  const changes: BlockChange[] = [];
  let next = 0;
  const came = (until: number) => {
    for (const block of come.slice(next, until)) changes.push(arrival(block, moved.get(block)));
    next = Math.max(next, until);
  };
  for (const block of gone) {
    const pair = changed.get(block);
    if (pair === undefined) {
      changes.push(departure(block, moved.get(block)));
      continue;
    }
    came(come.indexOf(pair.is));
    changes.push({ kind: 'changed', before: pair.was.at, after: pair.is.at, lines: compareLines(pair) });
    next += 1;
  }
  came(come.length);
  return changes;
}

function arrival(block: Block, pair: Pair | undefined): BlockChange {
  if (pair === undefined) return { kind: 'added', before: null, after: block.at, lines: linesAs('added', block) };
  return { kind: 'moved', before: pair.was.at, after: block.at, lines: compareLines(pair) };
}

function departure(block: Block, pair: Pair | undefined): BlockChange {
  if (pair === undefined) return { kind: 'removed', before: block.at, after: null, lines: linesAs('removed', block) };
  return { kind: 'moved_away', before: block.at, after: pair.is.at, lines: linesAs('same', block) };
}

function linesAs(kind: 'same' | 'added' | 'removed', { lines }: Block): LineChange[] {
  return lines.map((text) => ({ kind, pieces: [{ kind, text }] }));
}

/** The lines of a block that stands on both sides: a row that is new is not a new table. */
function compareLines({ was, is }: Pair): LineChange[] {
  const lines: LineChange[] = [];
  let gone: string[] = [];
  const flush = () => {
    for (const text of gone) lines.push({ kind: 'removed', pieces: [{ kind: 'removed', text }] });
    gone = [];
  };
  for (const part of diffArrays(was.lines, is.lines)) {
    if (part.removed) {
      gone.push(...part.value);
      continue;
    }
    for (const text of part.value) {
      const former = part.added ? gone.shift() : undefined;
      if (former !== undefined) lines.push({ kind: 'changed', pieces: wordPieces(former, text) });
      else if (part.added) lines.push({ kind: 'added', pieces: [{ kind: 'added', text }] });
      else {
        flush();
        lines.push({ kind: 'same', pieces: [{ kind: 'same', text }] });
      }
    }
  }
  flush();
  return lines;
}
