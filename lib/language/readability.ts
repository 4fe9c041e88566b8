import type { PieceRole } from './manuscript.ts';
import type { ReadPiece } from './reading.ts';

/** How hard a text is to read, in figures and in words. */
export type Readability = {
  words: number;
  sentences: number;
  /** Mean words of a sentence, to one decimal. */
  wordsPerSentence: number;
  /** Share of words of more than six letters, in whole percent. */
  longWords: number;
  /** LIX (läsbarhetsindex): mean words of a sentence plus the share of long words; null for a text without sentences. */
  lix: number | null;
  /** What that value means, in a plain sentence. */
  meaning: string;
  /** At 200 words a minute, at least one. */
  readingMinutes: number;
};

/** What readers read as running text, so that a name under a quote does not count as a sentence. */
const runningRoles: readonly PieceRole[] = ['lead', 'paragraph', 'list_item', 'quote'];

/** Counts words as people do: `anak-anak` and `Rp1.500` are one, a lone dash none. */
export function countWords(text: string): number {
  return countedWords(text).length;
}

/**
 * Indonesian words are longer than the Swedish ones LIX was made for: an easy text comes out ten to fifteen points
 * higher, so the words for its values are set for Indonesian.
 */
export function readabilityOf(pieces: readonly ReadPiece[]): Readability {
  const running = pieces.filter(({ role }) => runningRoles.includes(role));
  const words = running.flatMap(({ text }) => countedWords(text));
  const sentences = running.reduce((sum, piece) => sum + piece.sentences.length, 0);
  const long = words.filter((word) => word.replaceAll(/[^\p{L}]/gu, '').length > 6).length;
  const share = words.length === 0 ? 0 : (100 * long) / words.length;
  const mean = sentences === 0 ? 0 : words.length / sentences;
  const lix = sentences === 0 ? null : Math.round(mean + share);
  return {
    words: words.length,
    sentences,
    wordsPerSentence: Math.round(mean * 10) / 10,
    longWords: Math.round(share),
    lix,
    meaning: meaningOf(lix),
    readingMinutes: Math.max(1, Math.ceil(words.length / 200)),
  };
}

function meaningOf(lix: number | null): string {
  if (lix === null) return 'Belum ada kalimat untuk dinilai.';
  if (lix < 45) return 'Mudah: dapat dibaca siapa saja dengan cepat.';
  if (lix < 55) return 'Sedang: seperti berita surat kabar.';
  if (lix < 65) return 'Sulit: seperti laporan dinas. Pendekkan kalimat dan pakai kata yang lebih pendek.';
  return 'Sangat sulit: seperti naskah peraturan. Pecah kalimat panjang dan ganti kata birokrasi.';
}

function countedWords(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
