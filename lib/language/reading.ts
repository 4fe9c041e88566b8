import type { Piece, Span } from './manuscript.ts';
import { sentencesIn } from './sentences.ts';

/** A word as it stands: letters and digits, with hyphens and apostrophes inside. */
export type Word = Span & { text: string; lower: string };

/** A piece read once for all rules: its words and sentences with their places. */
export type ReadPiece = Piece & { words: readonly Word[]; sentences: readonly ReadSentence[] };

export type ReadSentence = Span & { text: string; words: readonly Word[] };

const wordShape = /[\p{L}\p{N}\p{M}]+(?:[-'’‑][\p{L}\p{N}\p{M}]+)*/gu;

export function readPiece(piece: Piece): ReadPiece {
  const words = wordsIn(piece.text);
  let next = 0;
  const sentences = sentencesIn(piece.text).map(({ start, end }): ReadSentence => {
    const own: Word[] = [];
    for (let word = words[next]; word !== undefined && word.start < end; word = words[next]) {
      own.push(word);
      next += 1;
    }
    return { start, end, text: piece.text.slice(start, end), words: own };
  });
  return { ...piece, words, sentences };
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
