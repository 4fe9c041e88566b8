import { expect, test } from 'vitest';
import { checkManuscript } from './check.ts';
import { readCorpus } from './corpus.ts';
import { warmUpChecks } from './warm-up.ts';

test('warming up leaves nothing behind', () => {
  const [sample] = readCorpus('Loket tutup, Kamis (8/10/2025).');
  if (sample === undefined) throw new Error('There is no sample.');
  const before = checkManuscript(sample.manuscript, sample.reference);
  warmUpChecks();
  expect(checkManuscript(sample.manuscript, sample.reference)).toEqual(before);
});
