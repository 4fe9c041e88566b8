import { institutionWords, placeBeginnings, smallWords } from './lists/name-words.ts';
import type { Span } from './manuscript.ts';
import type { ReadPiece, Word } from './reading.ts';

/** Words in a row that begin with capitals: “Sri Wahyuni”, “Dinas Kesehatan”. */
export type NameRun = Span & { words: readonly Word[] };

const startsBig = /^\p{Lu}/u;
const isInitial = /^(?:\p{Lu}|Muh|Moh|Abd|St)$/u;

/** Runs of capitalised words, in reading order. */
export function capitalRunsIn(text: string, words: readonly Word[]): NameRun[] {
  const runs: NameRun[] = [];
  let run: Word[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first !== undefined && last !== undefined) runs.push({ start: first.start, end: last.end, words: run });
    run = [];
  };
  for (const word of words) {
    const before = run.at(-1);
    if (before !== undefined && !areJoined(before, word, text)) close();
    if (startsBig.test(word.text)) run.push(word);
    else if (run.length > 0 && (word.lower === 'bin' || word.lower === 'binti')) run.push(word);
    else close();
  }
  close();
  return runs;
}

/** Between the words of one name stands a space, or a full stop after an initial. */
function areJoined(before: Word, word: Word, text: string): boolean {
  const between = text.slice(before.end, word.start);
  return between === ' ' || (between === '. ' && isInitial.test(before.text));
}

/** Runs of two to five capitalised words that may be the name of a person. */
export function personRuns({ capitalRuns }: ReadPiece): NameRun[] {
  return capitalRuns
    .map(trimmed)
    .filter(
      ({ words }) =>
        words.length >= 2 &&
        words.length <= 5 &&
        words.every(({ text, lower }) => /\p{Ll}/u.test(text) && !/\d/u.test(text) && !institutionWords.has(lower)),
    );
}

/** A run without the posts and institutions before it: “Bupati Kutai Timur Ardiansyah Sulaiman” is “Ardiansyah Sulaiman”. */
export function properName(run: NameRun): NameRun {
  const { words } = trimmed(run);
  const from = words.findIndex(
    ({ text, lower }) =>
      (!institutionWords.has(lower) || placeBeginnings.has(lower)) && /\p{Ll}/u.test(text) && !/\d/u.test(text),
  );
  return runOf(from < 0 ? [] : words.slice(from));
}

/** Without the words before a name that only stand in capitals because a sentence begins. */
function trimmed({ words }: NameRun): NameRun {
  const from = words.findIndex(({ lower }) => !smallWords.has(lower));
  return runOf(from < 0 ? [] : words.slice(from));
}

export function runOf(words: readonly Word[]): NameRun {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, words };
}
