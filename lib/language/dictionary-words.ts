import { isJoinedCompound } from './compound-forms.ts';
import { hastyAbbreviations, stoppedAbbreviations } from './lists/abbreviations.ts';
import { wordsAfterPer } from './lists/bound-forms.ts';
import { commonTypos } from './lists/common-typos.ts';
import { knownWords } from './lists/known-words.ts';
import { wordsAfterDi, wordsAfterKe } from './lists/place-words.ts';
import type { Manuscript } from './manuscript.ts';
import { isAcronym } from './next-word.ts';
import { readPiece, type Word } from './reading.ts';
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
  for (const reading of [...readings]) {
    for (const stem of stemsOf(reading)) readings.add(stem);
  }
  return [...readings];
}

/** Whether rules of spelling look at a word at all: names, acronyms, numbers and what other rules know are left out. */
export function isForDictionary(word: Word, opensSentence: boolean, house: ReadonlySet<string>): boolean {
  const { text, lower } = word;
  if (text.length < 3 || /[\d\p{M}]/u.test(text) || isAcronym(word) || /\p{L}\p{Lu}/u.test(text)) return false;
  if (/^\p{Lu}/u.test(text) && !opensSentence) return false;
  if (/^(?:se|non|pasca|pra|anti|antar|ke|e|di|pro)-/u.test(lower)) return false;
  if (house.has(lower) || isKnown(lower) || isOfOtherRules(lower)) return false;
  return true;
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

/** The words of an article that only a dictionary can judge and that have not been looked up, each once. */
export function wordsToLookUp({ pieces }: Manuscript, reference: Reference): string[] {
  const house = wordsOfTheHouse(reference);
  const asked = new Set<string>();
  for (const piece of pieces) {
    if (!writtenRoles.includes(piece.role)) continue;
    const { words, sentences } = readPiece(piece);
    const openings = new Set(sentences.map((sentence) => sentence.words[0]?.start));
    for (const word of words) {
      if (!reference.dictionary.has(word.text) && isForDictionary(word, openings.has(word.start), house))
        asked.add(word.text);
    }
  }
  return [...asked];
}

const bound = /^(?:antar|pasca|non|pra|sub|multi|semi|anti|maha|swa|nir|tuna|purna|bio|agro|mikro|makro)(?=\p{L}{4})/u;

function stemsOf(word: string): string[] {
  const stems: string[] = [];
  const clitic = /^(.{3,}?)(?:nya|lah|kah|pun|ku|mu)$/u.exec(word)?.[1];
  if (clitic !== undefined) stems.push(clitic, ...stemsOf(clitic));
  const joined = word.replace(bound, '');
  if (joined !== word) stems.push(joined);
  const [first, second, ...more] = word.split('-');
  if (first !== undefined && first === second && more.length === 0) stems.push(first);
  return stems;
}
