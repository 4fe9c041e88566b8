import { type DateMention, datesIn } from './dates-in-text.ts';
import { type DoubtfulWords, doubtfulWords } from './dictionary-words.ts';
import type { Piece, Span } from './manuscript.ts';
import { capitalRunsIn, type NameRun } from './names-in-text.ts';
import { type NumberMention, numbersIn } from './numbers-in-text.ts';
import { sentencesIn } from './sentences.ts';

/** A word as it stands: letters and digits, with hyphens and apostrophes inside. */
export type Word = Span & { text: string; lower: string };

/** A piece read once for all rules: its words and sentences, and what several rules ask for, with their places. */
export type ReadPiece = Piece &
  DoubtfulWords & {
    words: readonly Word[];
    sentences: readonly ReadSentence[];
    dates: readonly DateMention[];
    numbers: readonly NumberMention[];
    /** Words in a row that begin with capitals. */
    capitalRuns: readonly NameRun[];
  };

export type ReadSentence = Span & { text: string; words: readonly Word[] };

const wordShape = /[\p{L}\p{N}\p{M}]+(?:[-'’‑][\p{L}\p{N}\p{M}]+)*/gu;

export function readPiece(piece: Piece): ReadPiece {
  const { text } = piece;
  const words = wordsIn(text);
  let next = 0;
  const sentences = sentencesIn(text).map(({ start, end }): ReadSentence => {
    const own: Word[] = [];
    for (let word = words[next]; word !== undefined && word.start < end; word = words[next]) {
      own.push(word);
      next += 1;
    }
    return { start, end, text: text.slice(start, end), words: own };
  });
  const dates = datesIn(text);
  const numbers = numbersIn(text, words, dates);
  return {
    ...piece,
    ...{ words, sentences, dates, numbers },
    ...doubtfulWords({ ...piece, words, sentences }),
    capitalRuns: capitalRunsIn(text, words),
  };
}

/** `anak-anak` is one word, `Rp1.500` are two: numbers are read by the rules that know them. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(wordShape)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    text: word,
    lower: word.toLowerCase(),
  }));
}
