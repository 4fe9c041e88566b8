import { wordsToLookUp } from '../dictionary-words.ts';
import type { Manuscript } from '../manuscript.ts';
import type { Reference } from '../reference.ts';
import { dictionaryAnswers } from './dictionary.ts';

/** The reference with what the dictionary says of the words of an article; unchanged where there is no dictionary. */
export async function withDictionary(manuscript: Manuscript, reference: Reference): Promise<Reference> {
  const answers = await dictionaryAnswers(wordsToLookUp(manuscript, reference));
  return answers.size === 0 ? reference : { ...reference, dictionary: new Map([...reference.dictionary, ...answers]) };
}
