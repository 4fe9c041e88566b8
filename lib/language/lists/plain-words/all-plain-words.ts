import type { PlainWord } from '../../reference.ts';
import { foreignDigital } from './foreign-digital.ts';
import { foreignEvents } from './foreign-events.ts';
import { learnedWords } from './learned-words.ts';
import { nounVerbs } from './noun-verbs.ts';
import { officeLanguage } from './office-language.ts';
import { redundancies } from './redundancies.ts';

/** Where an expression counts, when not everywhere. */
export type PlainCondition = 'before_verb' | 'after_comma' | 'joins_clauses' | 'begins_sentence';

/** What is said in a roundabout way, and how to say it. */
export type PlainExpression = {
  expression: string;
  /** Alternatives apart by commas; empty where it is better left out. */
  plain: string;
  note: string;
  condition: PlainCondition | undefined;
  /** The plain words can stand in its place whatever surrounds it. */
  isSwap: boolean;
  /** Only with this word after it, which the plain words replace as well. */
  preposition: string;
  /** A word of another language: prefixes may be put before it. */
  isForeign: boolean;
};

const conditions: ReadonlyMap<string, PlainCondition> = new Map([
  ['kerja', 'before_verb'],
  ['koma', 'after_comma'],
  ['relatif', 'joins_clauses'],
  ['awal', 'begins_sentence'],
]);
const line =
  /^(?<expression>[^=([]+?)(?: \[(?<condition>\w+)\])?(?: \((?<preposition>\w+)\))? = (?<plain>[^#!]+?)(?<swap> !)?(?: # (?<note>.+))?$/u;

/** The list that comes along, before admins add to it. */
export const plainExpressions: readonly PlainExpression[] = [
  ...readList(officeLanguage, false),
  ...readList(nounVerbs, false),
  ...readList(redundancies, false),
  ...readList(learnedWords, false),
  ...readList(foreignEvents, true),
  ...readList(foreignDigital, true),
];

/** What admins added, in the same form; theirs is advice, never a fix. */
export function addedExpressions(plainWords: readonly PlainWord[]): PlainExpression[] {
  return plainWords.map(({ expression, plain, note }) => ({
    expression: expression.toLowerCase(),
    plain,
    note,
    condition: undefined,
    isSwap: false,
    preposition: '',
    isForeign: false,
  }));
}

function readList(list: string, isForeign: boolean): PlainExpression[] {
  return list
    .trim()
    .split('\n')
    .map((one) => readLine(one, isForeign));
}

function readLine(text: string, isForeign: boolean): PlainExpression {
  const { expression, condition, preposition, plain, swap, note } = line.exec(text)?.groups ?? {};
  if (expression === undefined || plain === undefined) throw new Error(`This is no line of plain words: ${text}`);
  return {
    expression,
    plain: plain === '–' ? '' : plain,
    note: note ?? '',
    condition: condition === undefined ? undefined : conditions.get(condition),
    isSwap: swap !== undefined,
    preposition: preposition ?? '',
    isForeign,
  };
}
