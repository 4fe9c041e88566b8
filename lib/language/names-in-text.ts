import { institutionWords, smallWords } from './lists/name-words.ts';
import type { Span } from './manuscript.ts';
import type { ReadPiece, Word } from './reading.ts';

/** Words in a row that begin with capitals: “Sri Wahyuni”, “Dinas Kesehatan”. */
export type NameRun = Span & { words: readonly Word[] };

const startsBig = /^\p{Lu}/u;
/** Between the words of one name stands a space, or a full stop after an initial. */
const joins = /^(?:\s|\. )$/u;

/** Runs of capitalised words, longest first to last; a single word at the start of a sentence is none. */
export function capitalRuns(piece: ReadPiece): NameRun[] {
  const runs: NameRun[] = [];
  let words: Word[] = [];
  const close = () => {
    const [first] = words;
    const last = words.at(-1);
    if (first !== undefined && last !== undefined) runs.push({ start: first.start, end: last.end, words });
    words = [];
  };
  for (const word of piece.words) {
    const before = words.at(-1);
    if (before !== undefined && !joins.test(piece.text.slice(before.end, word.start))) close();
    if (startsBig.test(word.text)) words.push(word);
    else if (words.length > 0 && (word.lower === 'bin' || word.lower === 'binti')) words.push(word);
    else close();
  }
  close();
  return runs;
}

/** Runs of two to five capitalised words that may be the name of a person. */
export function personRuns(piece: ReadPiece): NameRun[] {
  return capitalRuns(piece)
    .map(trimmed)
    .filter(
      ({ words }) =>
        words.length >= 2 &&
        words.length <= 5 &&
        words.every(({ text, lower }) => /\p{Ll}/u.test(text) && !/\d/u.test(text) && !institutionWords.has(lower)),
    );
}

/** Without the words before a name that only stand in capitals because a sentence begins. */
function trimmed({ words }: NameRun): NameRun {
  const from = words.findIndex(({ lower }) => !smallWords.has(lower));
  const kept = from < 0 ? [] : words.slice(from);
  return { start: kept[0]?.start ?? 0, end: kept.at(-1)?.end ?? 0, words: kept };
}
