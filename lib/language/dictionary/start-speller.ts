import { Worker } from 'node:worker_threads';
import type { Speller } from './dictionary.ts';
import type { DictionaryFiles } from './dictionary-files.ts';
import { type SpellerAnswer, spellerAnswers } from './speller-protocol.ts';

/** How long one question may look for suggestions. */
const patience = 1_500;
/** Questions that may wait; more are left unanswered, to be asked again. */
const mostWaiting = 16;

type Waiting = { resolve: (answers: readonly SpellerAnswer[]) => void; reject: (error: Error) => void };

/** Starts the thread that holds the dictionary. It keeps no process alive, and has 200 MB at most. */
export function startSpeller(files: DictionaryFiles): Speller {
  const worker = new Worker(new URL('./speller.ts', import.meta.url), {
    workerData: files,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 200 },
  });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | undefined;
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    worker.unref();
  };
  worker.on('message', (message: unknown) => {
    const said = spellerAnswers.safeParse(message);
    if (!said.success) return end(said.error);
    waiting.get(said.data.id)?.resolve(said.data.answers);
    waiting.delete(said.data.id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error: unknown) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) => end(new Error(`The dictionary thread ended with ${code}.`)));
  return {
    ask(words) {
      if (ended !== undefined) return Promise.reject(ended);
      if (waiting.size >= mostWaiting) return Promise.resolve([]);
      const { promise, resolve, reject } = Promise.withResolvers<readonly SpellerAnswer[]>();
      asked += 1;
      waiting.set(asked, { resolve, reject });
      // Whoever waits for an answer is kept alive for it.
      worker.ref();
      worker.postMessage({ id: asked, words, milliseconds: patience });
      return promise;
    },
    async close() {
      await worker.terminate();
    },
  };
}
