import { isJoinedCompound } from './compound-forms.ts';
import { hastyAbbreviations, stoppedAbbreviations } from './lists/abbreviations.ts';
import { wordsAfterPer } from './lists/bound-forms.ts';
import { commonTypos } from './lists/common-typos.ts';
import { knownWords } from './lists/known-words.ts';
import { wordsAfterDi, wordsAfterKe } from './lists/place-words.ts';
import type { Piece } from './manuscript.ts';
import { isAcronym } from './next-word.ts';
import type { ReadPiece, ReadSentence, Word } from './reading.ts';
import type { Reference } from './reference.ts';
import { writtenRoles } from './rule.ts';
import { readPairs, standardForm } from './standard-form.ts';

/** Words often mistyped, and what was meant. */
export const typos: ReadonlyMap<string, string> = readPairs(commonTypos);

/** Names and words that are right whatever a dictionary says, in small letters, word by word. */
export function wordsOfTheHouse({ houseNames, people, agencies, places, regulations }: Reference): ReadonlySet<string> {
  const names = [
    ...houseNames,
    ...places,
    ...people.flatMap(({ name, posts }) => [name, ...posts.map(({ title }) => title)]),
    ...agencies.flatMap(({ name, shortName }) => [name, shortName]),
    ...regulations.map(({ subject }) => subject),
  ];
  return new Set(
    names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{M}'’-]+/u)).filter((word) => word.length > 1),
  );
}

/**
 * The forms of a word that make it right if a dictionary knows one of them: itself, small, without
 * clitics, and without a form that is joined to it (`pascabanjir`). Best first.
 */
export function readingsOf(word: string): readonly string[] {
  const readings = new Set([word, word.toLowerCase()]);
  for (const reading of [word, word.toLowerCase()]) {
    for (const stem of stemsOf(reading)) readings.add(stem);
  }
  return [...readings];
}

/** What a piece says of words that only a dictionary can judge, read once with it. */
export type DoubtfulWords = {
  /** Words of it that are no acronyms or numbers; names and what other rules know may be among them. */
  doubtful: readonly Word[];
  /** Words with a capital where a plain word has none, in small letters: wherever they stand they are names. */
  inner: readonly string[];
};

type Reading = Piece & { words: readonly Word[]; sentences: readonly ReadSentence[] };

export function doubtfulWords(piece: Reading): DoubtfulWords {
  const openings = openingsOf(piece);
  const isName = piece.role === 'speaker' || piece.role === 'byline' || piece.role === 'credit';
  const inner = piece.words.filter(
    ({ start, text }) => /^\p{Lu}/u.test(text) && (isName || (!openings.has(start) && piece.role !== 'title')),
  );
  return {
    inner: inner.map(({ lower }) => lower),
    doubtful: writtenRoles.includes(piece.role) ? doubtfulOf(piece, openings) : [],
  };
}

/** The names of the house, and words that begin with a capital within a sentence of the article: at the start of one they are names too. */
export function namesWithin(
  pieces: readonly ReadPiece[],
  { houseWords }: { houseWords: ReadonlySet<string> },
): ReadonlySet<string> {
  return new Set([...houseWords, ...pieces.flatMap(({ inner }) => inner)]);
}

/** The words of an article that only a dictionary can judge and that have not been looked up, each once. */
export function wordsToLookUp(
  pieces: readonly ReadPiece[],
  reference: Pick<Reference, 'dictionary'> & { houseWords: ReadonlySet<string> },
): string[] {
  const names = namesWithin(pieces, reference);
  const asked = new Set<string>();
  for (const { doubtful } of pieces) {
    for (const { text, lower } of doubtful) if (!names.has(lower) && !reference.dictionary.has(text)) asked.add(text);
  }
  return [...asked].filter((text) => !isJudgedWithout(text.toLowerCase()));
}

/** Whether no dictionary is needed for a word: it is on our own list, or another rule speaks of it. */
export const isJudgedWithout = (lower: string): boolean => isKnown(lower) || isOfOtherRules(lower);

function doubtfulOf(piece: Reading, openings: ReadonlySet<number>): Word[] {
  return piece.words.filter((word, index) => {
    const { text, lower } = word;
    if (text.length < 3 || /[^a-zà-ÿ'’-]/iu.test(text) || isAcronym(word) || /\p{L}\p{Lu}/u.test(text)) return false;
    if (/^\p{Lu}/u.test(text) && (!openings.has(word.start) || opensName(piece, index))) return false;
    return !/^(?:se|non|pasca|pra|anti|antar|ke|e|di|pro)-/u.test(lower);
  });
}

/** Where sentences and quotations within them begin. */
function openingsOf({ sentences, text, words }: Reading): ReadonlySet<number> {
  const openings = new Set(sentences.map((sentence) => sentence.words[0]?.start ?? -1));
  for (const { start } of words) if (/[“"(:]\s?$/u.test(text.slice(Math.max(0, start - 2), start))) openings.add(start);
  return openings;
}

/** Two words with capitals at the start of a sentence: “Rahmad Masud membuka …”. In a title they may be plain words. */
function opensName({ words, text, role }: Reading, index: number): boolean {
  const next = words[index + 1];
  return (
    role !== 'title' &&
    next !== undefined &&
    /^\p{Lu}/u.test(next.text) &&
    text.slice(words[index]?.end, next.start) === ' '
  );
}

/** What is found already is not said twice. */
function isOfOtherRules(lower: string): boolean {
  if (standardForm(lower) !== undefined || typos.has(lower) || isJoinedCompound(lower) || isShortened(lower))
    return true;
  const [, preposition, rest = ''] = /^(di|ke|per)(\p{L}+)$/u.exec(lower) ?? [];
  if (preposition === 'di') return wordsAfterDi.has(rest);
  if (preposition === 'ke') return wordsAfterKe.has(rest);
  return preposition === 'per' && wordsAfterPer.has(rest);
}

const isShortened = (lower: string) => hastyAbbreviations.has(lower) || stoppedAbbreviations.has(lower);

const isKnown = (lower: string) => readingsOf(lower).some((reading) => knownWords.has(reading));

const bound = /^(?:antar|pasca|non|pra|sub|multi|semi|anti|maha|swa|nir|tuna|purna|bio|agro|mikro|makro)(?=\p{L}{4})/u;
const clitic = /(?<=\p{L}{3})(?:nya|lah|kah|pun|ku|mu)$/u;
/** Prefixes and suffixes that the dictionary knows with few of its words only, though they go with nearly all. */
const loosePrefix = /^(?:di|ter|ber|se)(?=\p{L}{4})/u;
const looseSuffix = /(?<=\p{L}{4})kan$|(?<=\p{L}{3}[^i])i$/u;

/** The stems of a word with its clitic and without: “dihimpun” ends in no clitic. */
function stemsOf(word: string): string[] {
  const stems = new Set<string>();
  for (const bare of new Set([word, word.replace(clitic, '')])) {
    const unprefixed = bare.replace(loosePrefix, '');
    stems.add(bare).add(bare.replace(bound, '')).add(unprefixed).add(bare.replace(looseSuffix, ''));
    if (unprefixed !== bare) stems.add(unprefixed.replace(looseSuffix, ''));
    const [first, second, ...more] = bare.split('-');
    if (first !== undefined && first === second && more.length === 0) stems.add(first);
  }
  return [...stems];
}
