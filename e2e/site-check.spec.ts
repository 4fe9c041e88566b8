import { expect, test } from './people.ts';
import { runProgram } from './programs.ts';

test('the check from outside holds nothing against the site as people made it', async () => {
  const seen = JSON.parse(await runProgram('./look-at-site.ts'));
  expect(seen.findings).toEqual([]);
  expect(seen.articles).toBeGreaterThan(50);
});
