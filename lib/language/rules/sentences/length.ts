import type { Found } from '../../finding.ts';
import type { PieceRole } from '../../manuscript.ts';
import { countWords } from '../../readability.ts';
import type { ReadPiece } from '../../reading.ts';
import type { PieceRule } from '../../rule.ts';

const limits = { sentenceWords: 30, quoteWords: 45, paragraphSentences: 5, paragraphWords: 100, leadSentences: 3 };
const ownProse: readonly PieceRole[] = ['lead', 'summary', 'paragraph', 'list_item', 'note'];

/** Sentences and paragraphs that readers lose their way in. */
export const lengthRules: readonly PieceRule[] = [
  {
    id: 'sentence_long',
    family: 'sentences',
    title: `Kalimat paling banyak ${limits.sentenceWords} kata`,
    roles: ownProse,
    find: (piece) =>
      longSentences(
        piece,
        limits.sentenceWords,
        (words) => `Kalimat ini ${words} kata. Pecah menjadi dua: paling banyak ${limits.sentenceWords} kata.`,
      ),
  },
  {
    id: 'quote_long',
    family: 'sentences',
    title: `Kalimat kutipan paling banyak ${limits.quoteWords} kata`,
    roles: ['quote'],
    find: (piece) =>
      longSentences(
        piece,
        limits.quoteWords,
        (words) =>
          `Kalimat kutipan ini ${words} kata. Ambil bagian terpentingnya, sisanya ceritakan dengan kata sendiri.`,
      ),
  },
  {
    id: 'paragraph_long',
    family: 'sentences',
    title: `Paragraf paling banyak ${limits.paragraphSentences} kalimat atau ${limits.paragraphWords} kata`,
    roles: ['paragraph'],
    *find(piece) {
      const words = countWords(piece.text);
      const { length } = piece.sentences;
      if (length <= limits.paragraphSentences && words <= limits.paragraphWords) return;
      const middle = piece.sentences[Math.ceil(length / 2)] ?? piece.sentences[0];
      if (middle === undefined || length < 2) return;
      const { start, end } = middle;
      const size = length > limits.paragraphSentences ? `${length} kalimat` : `${words} kata`;
      yield {
        start,
        end,
        reason: `Paragraf ini ${size}, terlalu panjang di layar ponsel. Mulai paragraf baru di sini.`,
      };
    },
  },
  {
    id: 'lead_sentences',
    family: 'sentences',
    title: `Teras paling banyak ${limits.leadSentences} kalimat`,
    roles: ['lead'],
    *find({ sentences, text }) {
      const next = sentences[limits.leadSentences];
      if (next === undefined) return;
      yield {
        start: next.start,
        end: text.trimEnd().length,
        reason: `Teras ${sentences.length} kalimat. Sisakan ${limits.leadSentences}, selebihnya pindahkan ke isi.`,
      };
    },
  },
];

function* longSentences(piece: ReadPiece, most: number, reason: (words: number) => string): Iterable<Found> {
  for (const { start, end, text } of piece.sentences) {
    const words = countWords(text);
    if (words > most) yield { start, end, reason: reason(words) };
  }
}
