import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeDictionary, dictionaryAnswers, dictionaryState, offerSpeller, type Speller } from './dictionary.ts';
import { dictionaryFiles } from './dictionary-files.ts';
import { startSpeller } from './start-speller.ts';

// A dictionary of twelve words of our own, so that no test asks what is installed on a machine.
const files = dictionaryFiles([join(import.meta.dirname, 'fixture')]);

beforeAll(() => offerSpeller(startSpeller));
afterEach(closeDictionary);

describe('the dictionary', () => {
  it('knows words, also with clitics, joined forms and capitals, and suggests for the others', async () => {
    const answers = await dictionaryAnswers(
      ['humas', 'Humas', 'ujarnya', 'pascabanjir', 'anak-anak', 'menghadapii', 'xkcdq'],
      files,
    );
    expect(Object.fromEntries(answers)).toEqual({
      humas: null,
      Humas: null,
      ujarnya: null,
      pascabanjir: null,
      'anak-anak': null,
      menghadapii: ['menghadapi'],
      xkcdq: [],
    });
  });

  it('answers a second time from memory, and goes on after its thread has ended', async () => {
    const asked: (readonly string[])[] = [];
    offerSpeller((own) => watched(startSpeller(own), asked));
    await dictionaryAnswers(['masyarkat'], files);
    const again = await dictionaryAnswers(['masyarkat', 'warga'], files);
    expect(asked).toEqual([['masyarkat'], ['warga']]);
    expect(again.get('masyarkat')).toEqual(['masyarakat']);
    await closeDictionary();
    expect((await dictionaryAnswers(['masyarkat'], files)).get('masyarkat')).toEqual(['masyarakat']);
    offerSpeller(startSpeller);
  });

  it('starts no thread as long as nobody asks for a word', async () => {
    let started = 0;
    offerSpeller((own) => {
      started += 1;
      return startSpeller(own);
    });
    expect(await dictionaryAnswers([], files)).toEqual(new Map());
    expect(started).toBe(0);
    offerSpeller(startSpeller);
  });

  it('leaves out what a dying thread could not say, and starts another for the next question', async () => {
    offerSpeller(() => ({ ask: () => Promise.reject(new Error('gone')), close: async () => undefined }));
    expect(await dictionaryAnswers(['warga'], files)).toEqual(new Map());
    offerSpeller(startSpeller);
    expect((await dictionaryAnswers(['warga'], files)).get('warga')).toBeNull();
  });

  it('says that it is missing where there are no files', async () => {
    const none = dictionaryFiles([join(import.meta.dirname, 'tidak-ada')]);
    expect(none).toBeUndefined();
    expect(dictionaryState(files)).toBe('ready');
    expect(dictionaryFiles([join(import.meta.dirname, 'tidak-ada'), join(import.meta.dirname, 'fixture')])).toEqual(
      files,
    );
  });
});

function watched(speller: Speller, asked: (readonly string[])[]): Speller {
  return {
    ...speller,
    ask(words) {
      asked.push(words);
      return speller.ask(words);
    },
  };
}
