import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCorpus } from './corpus.ts';
import { families } from './finding.ts';
import { goal, scoreFamily } from './scoring.ts';

const folder = join(import.meta.dirname, 'corpus');
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

describe.each(families.filter((family) => files.includes(`${family}.txt`)))('samples of %s', (family) => {
  const score = scoreFamily(family, readCorpus(readFileSync(join(folder, `${family}.txt`), 'utf8')));

  test('are enough to judge by', () => {
    expect(score.faults).toBeGreaterThanOrEqual(40);
    expect(score.clean).toBeGreaterThanOrEqual(40);
  });

  test('are judged as people marked them', () => {
    expect(score.precision).toBeGreaterThanOrEqual(goal.precision);
    expect(score.recall).toBeGreaterThanOrEqual(goal.recall);
  });
});

test('every file of samples belongs to a family', () => {
  expect(files.filter((file) => !families.some((family) => `${family}.txt` === file))).toEqual([]);
});
