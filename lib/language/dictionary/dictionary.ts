import { log, reasonOf } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import { type DictionaryFiles, dictionaryFiles } from './dictionary-files.ts';
import type { SpellerAnswer } from './speller-protocol.ts';

/** Asks a speller about words. It answers those it came to in its time; rejects when it has died. */
export type Speller = { ask(words: readonly string[]): Promise<readonly SpellerAnswer[]>; close(): Promise<void> };

type Held = {
  start: ((files: DictionaryFiles) => Speller) | undefined;
  running: { speller: Speller; dic: string } | undefined;
  known: Map<string, readonly string[] | null>;
};

// A thread, and what it said: one for the whole process, whichever copy of this module asks.
const held = processWide<Held>('language.dictionary', () => ({
  start: undefined,
  running: undefined,
  known: new Map(),
}));

/** Words remembered at most; beyond that the oldest are forgotten. */
const remembered = 20_000;

/** Says how a speller is started. Only a plain Node process can: a bundle does not find the thread's file. */
export function offerSpeller(start: (files: DictionaryFiles) => Speller): void {
  held.value.start = start;
}

/** Whether words can be looked up here. */
export function dictionaryState(files = dictionaryFiles()): 'ready' | 'missing' {
  return files === undefined || held.value.start === undefined ? 'missing' : 'ready';
}

/**
 * What the dictionary says of words: `null` for one it knows, suggestions for one it does not, best first. A word that
 * is not in the answer has not been reached in time (suggestions are slow): ask again. Empty without a dictionary.
 */
export async function dictionaryAnswers(
  words: readonly string[],
  files = dictionaryFiles(),
): Promise<Map<string, readonly string[] | null>> {
  // No thread for no question: a process that ends while its thread begins is kept from ending.
  const { known } = held.value;
  const speller = files === undefined || words.length === 0 ? undefined : spellerFor(files);
  if (speller === undefined) return new Map();
  const asked = new Set(words);
  const unknown = [...asked].filter((word) => !known.has(word));
  if (unknown.length > 0)
    for (const { word, suggestions } of await answersOf(speller, unknown)) remember(word, suggestions);
  const answers = new Map<string, readonly string[] | null>();
  for (const word of asked) {
    const answer = known.get(word);
    if (answer !== undefined) answers.set(word, answer);
  }
  return answers;
}

/** Ends the thread; the next question starts another. */
export async function closeDictionary(): Promise<void> {
  const { running } = held.value;
  held.value.running = undefined;
  held.value.known.clear();
  await running?.speller.close();
}

function spellerFor(files: DictionaryFiles): Speller | undefined {
  const { running, start } = held.value;
  if (running?.dic === files.dic) return running.speller;
  if (start === undefined) return undefined;
  if (running !== undefined) void running.speller.close();
  held.value.known.clear();
  held.value.running = { speller: start(files), dic: files.dic };
  return held.value.running.speller;
}

async function answersOf(speller: Speller, words: readonly string[]): Promise<readonly SpellerAnswer[]> {
  try {
    return await speller.ask(words);
  } catch (error) {
    // The panel goes on without these words; the next question starts a new thread.
    log('error', 'dictionary_speller', { reason: reasonOf(error) });
    if (held.value.running?.speller === speller) held.value.running = undefined;
    return [];
  }
}

function remember(word: string, suggestions: readonly string[] | null): void {
  const { known } = held.value;
  known.set(word, suggestions);
  for (const oldest of known.keys()) {
    if (known.size <= remembered) break;
    known.delete(oldest);
  }
}
