/**
 * The thread that holds the dictionary. A word is known in hundredths of a millisecond, but suggestions for one take
 * 20 to 90: so they are looked for here, where nobody else waits, and only as long as the question allows.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { loadModule } from 'hunspell-asm';
import { readingsOf } from '../dictionary-words.ts';
import { type SpellerAnswer, spellerFiles, spellerQuestion } from './speller-protocol.ts';

/** Suggestions kept for one word. */
const mostSuggestions = 5;

const { aff, dic } = spellerFiles.parse(workerData);
const factory = await loadModule();
const hunspell = factory.create(
  factory.mountBuffer(readFileSync(aff), 'id_ID.aff'),
  factory.mountBuffer(readFileSync(dic), 'id_ID.dic'),
);

parentPort?.on('message', (message: unknown) => {
  const { id, words, milliseconds } = spellerQuestion.parse(message);
  const until = performance.now() + milliseconds;
  const answers = words.flatMap((word): SpellerAnswer[] => {
    if (readingsOf(word).some((reading) => hunspell.spell(reading))) return [{ word, suggestions: null }];
    if (performance.now() > until) return [];
    return [{ word, suggestions: hunspell.suggest(word).slice(0, mostSuggestions) }];
  });
  parentPort?.postMessage({ id, answers });
});
