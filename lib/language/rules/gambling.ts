import type { Found } from '../finding.ts';
import { type FoldedWord, foldedWords, foldText, readingsOfDigits } from '../folding.ts';
import {
  advertises,
  againstGambling,
  besideGambling,
  gamblingBrand,
  gamblingCompounds,
  gamblingPhrases,
  gamblingStems,
  gamblingTopics,
  invitesToGamble,
} from '../lists/gambling-words.ts';
import { pieceRoles, type Span } from '../manuscript.ts';
import { type PhraseList, phraseList, phrasesIn } from '../phrases.ts';
import { countWords } from '../readability.ts';
import type { ReadPiece, Word } from '../reading.ts';
import type { PieceRule } from '../rule.ts';

/** `topic`: reports name it too; `beside`: an ordinary word. */
type Strength = 'alone' | 'topic' | 'beside';

const phrases: PhraseList<Strength> = phraseList<Strength>([
  ...gamblingPhrases.map((one) => [one, 'alone'] as const),
  ...gamblingTopics.map((one) => [one, 'topic'] as const),
  ...besideGambling.map((one) => [one, 'beside'] as const),
]);
const vocabulary: ReadonlySet<string> = new Set(
  [...gamblingPhrases, ...gamblingTopics, ...besideGambling].flatMap((phrase) => phrase.split(' ')),
);

/** Words that advertise online gambling: intruders and spammers put them into texts, names and links of this office. */
export const gamblingRules: readonly PieceRule[] = [
  {
    id: 'gambling_words',
    family: 'gambling',
    severity: 'judgement',
    title: 'Tidak ada kata-kata iklan judi daring',
    roles: pieceRoles,
    find: (piece) => findWords(piece),
  },
  {
    id: 'gambling_link',
    family: 'gambling',
    severity: 'judgement',
    title: 'Tautan tidak menuju judi daring',
    roles: pieceRoles,
    find: (piece) => findLinks(piece),
  },
];

/** Something that advertises gambling, as people read it. */
export type GamblingHit = Span & {
  words: string;
  isDisguised: boolean;
  /** Reports name it too: only what stands around tells whether it advertises. */
  isTopic: boolean;
};

/** The words of gambling in a text, however they are written, whatever stands around them. */
export function gamblingIn(text: string): GamblingHit[] {
  if (!mayHide(text)) return [];
  const words = foldedWords(text).map(asKnown);
  const found = hitsAmong(text, words);
  const isSure =
    found.some(({ strength }) => strength !== 'beside') || new Set(found.map(({ words }) => words)).size > 1;
  return isSure ? found.map(({ strength, ...hit }) => ({ ...hit, isTopic: strength === 'topic' })) : [];
}

/** Most texts hold nothing of it, in whatever signs. */
function mayHide(text: string): boolean {
  const { text: folded } = foldText(text);
  if (gamblingStems.test(folded)) return true;
  return (
    /[\d@$][a-z]|[a-z][\d@$]/.test(folded) && readingsOfDigits(folded).some((reading) => gamblingStems.test(reading))
  );
}

/** Whether an address of a link leads to gambling by its words; what reports about it is let through. */
export function isGamblingAddress(href: string): boolean {
  const address = decoded(href).replace(/^[a-z]+:\/\//iu, '');
  const words = address.split(/[^\p{L}\p{N}@$]+/u).join(' ');
  return gamblingIn(words).length > 0 && !againstGambling.test(words.toLowerCase());
}

function* findWords(piece: ReadPiece): Iterable<Found> {
  const hits = gamblingIn(piece.text);
  const isAdvertised = hits.some(({ isTopic, isDisguised }) => isDisguised || !isTopic);
  for (const { start, end, words, isDisguised, isTopic } of hits) {
    if (!isDisguised && (isReported(piece, start) || (isTopic && !isAdvertised && !invites(piece, start)))) continue;
    yield {
      start,
      end,
      reason: isDisguised
        ? `Tulisan ini dibuat dengan huruf tiruan dan terbaca “${words}”, kata iklan judi daring. Hapus, lalu periksa siapa yang menyisipkannya.`
        : `“${words}” biasa dipakai dalam iklan judi daring. Hapus bila bukan bagian berita; bila beritanya tentang pemberantasan judi, katakan itu dalam kalimat yang sama.`,
    };
  }
}

function* findLinks({ links }: ReadPiece): Iterable<Found> {
  for (const { start, end, href } of links) {
    if (!isGamblingAddress(href)) continue;
    yield { start, end, reason: 'Alamat tautan ini memuat kata-kata judi daring. Hapus tautannya.' };
  }
}

/** A sentence about fighting gambling names it; one that invites to it does not become a report by naming the police. */
function isReported(piece: ReadPiece, at: number): boolean {
  const sentence = sentenceAt(piece, at).toLowerCase();
  return againstGambling.test(sentence) && !invitesToGamble.test(sentence);
}

/** A sentence that advertises, or a few words that are no sentence: names, credits, labels. */
function invites(piece: ReadPiece, at: number): boolean {
  const sentence = sentenceAt(piece, at).toLowerCase();
  return advertises.test(sentence) || (piece.role !== 'title' && !/[.!?]/u.test(sentence) && countWords(sentence) <= 5);
}

function sentenceAt({ sentences, text }: ReadPiece, at: number): string {
  return sentences.find(({ start, end }) => start <= at && at < end)?.text ?? text;
}

type Hit = Omit<GamblingHit, 'isTopic'> & { strength: Strength };

function hitsAmong(text: string, words: readonly FoldedWord[]): Hit[] {
  const read: Word[] = words.map(({ start, end, text: word }) => ({ start, end, text: word, lower: word }));
  const hits: Hit[] = [...phrasesIn({ text: blankBetween(text, words), words: read }, phrases)].map(
    ({ start, end, first, last, value }) => {
      const own = words.slice(first, last + 1);
      const isDisguised = own.some((word) => word.isDisguised);
      return { start, end, words: own.map((word) => word.text).join(' '), isDisguised, strength: value };
    },
  );
  for (const word of words) {
    if (hits.some(({ start, end }) => start < word.end && word.start < end && start <= word.start)) continue;
    if (!isCompound(word.text)) continue;
    hits.push({ start: word.start, end: word.end, words: word.text, isDisguised: word.isDisguised, strength: 'alone' });
  }
  return hits.sort((a, b) => a.start - b.start);
}

/** Whatever stands between disguised words counts as a space, a full stop or a dash does not. */
function blankBetween(text: string, words: readonly FoldedWord[]): string {
  return words.some((word) => word.isDisguised)
    ? text.replaceAll(/[\p{M}\p{Cf}_*|·•~+]/gu, (sign) => ' '.repeat(sign.length))
    : text;
}

function isCompound(word: string): boolean {
  if (word.length < 5) return false;
  if (gamblingBrand.test(word)) return true;
  return [word, ...readingsOfDigits(word)].some((reading) =>
    gamblingCompounds.some((compound) => reading.includes(compound)),
  );
}

/** A word with digits for letters becomes the one it hides, if that is one we look for. */
function asKnown(word: FoldedWord): FoldedWord {
  if (vocabulary.has(word.text)) return word;
  const reading = readingsOfDigits(word.text).find((one) => vocabulary.has(one));
  return reading === undefined ? word : { ...word, text: reading, isDisguised: true };
}

function decoded(href: string): string {
  let address = href;
  // Open redirects carry the true address encoded, sometimes twice.
  for (let round = 0; round < 2; round += 1) {
    address = address.replaceAll(/(?:%[0-9a-f]{2})+/giu, (escaped) => {
      const bytes = escaped.slice(1).split('%');
      return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
    });
  }
  return address;
}
