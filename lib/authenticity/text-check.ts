import type { Authenticity } from '../newsroom/reader-shapes.ts';
import type { Run } from './compare-lines.ts';

/** What may be pasted: more than the longest article, and little enough to be compared while somebody waits. */
export const textCheckLimits = { letters: 60_000, words: 5, bytes: 400_000 };

/** What a text comes from, as far as anything may be said of it. */
export type KnownSource = Exclude<Authenticity, { kind: 'unknown' }>;

/** What is said of a pasted text. */
export type TextCheck =
  | { kind: 'unknown' }
  /** Too few words to say anything. */
  | { kind: 'empty' }
  | { kind: 'too_long' }
  /** A file that is no text. */
  | { kind: 'unreadable' }
  | { kind: 'too_often' }
  /** Word for word an edition of ours. */
  | { kind: 'same'; source: KnownSource; hasHidden: boolean }
  /** Only words of ours, but not all; `missing` is empty where they may not be shown any more. */
  | { kind: 'part'; source: KnownSource; missing: string[]; hasHidden: boolean }
  /** Nearly ours; `runs` is empty where our words may not be shown any more. */
  | { kind: 'different'; source: KnownSource; runs: Run[]; isTurned: boolean };
