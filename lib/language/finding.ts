import type { Span } from './manuscript.ts';

/** What a rule looks after; precision and recall are measured for each. */
export const families = [
  'dates',
  'numbers',
  'names',
  'acronyms',
  'posts',
  'places',
  'quotes',
  'leftovers',
  'typography',
  'sentences',
  'plain_words',
  'substance',
  'spelling',
  'word_forms',
  'word_division',
  'capitals',
  'notation',
  'photos',
  'children',
  'personal_data',
  'sponsorship',
  'gambling',
] as const;
export type Family = (typeof families)[number];

/**
 * `advisory` is advice. `judgement` (a child, personal data, gambling words) is for an editor to
 * decide: approval waits until one has mended it or overridden it with a reason. What blocks
 * outright is asked by readiness, never by a rule of language.
 */
export type Severity = 'advisory' | 'judgement';

/** Something a rule found, with everything needed to show it, to lead there and to mend it. */
export type Finding = {
  /** Name of the rule, `weekday_mismatch`. */
  rule: string;
  family: Family;
  severity: Severity;
  /** Of the piece it was found in; empty, like `part`, when it concerns the whole article. */
  place: string;
  part: string;
  /** Offsets into the text of that piece; both 0 when it concerns the whole piece or article. */
  start: number;
  end: number;
  /** The words it is about; empty when it is about what is not there. */
  text: string;
  /** Why, in one plain sentence to the writer. */
  reason: string;
  /** What to put in place of `text`, only where that is certain; empty to take it out. */
  fix?: string;
};

/** What a rule says of one place; the engine adds the rest. */
export type Found = Span & { reason: string; fix?: string };
