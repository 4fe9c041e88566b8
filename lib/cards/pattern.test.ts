import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { articleId } from '#lib/ids.ts';
import { patternOf, patternPath } from './pattern.ts';

test('an article always has the same pattern, and all six are used', () => {
  const ids = Array.from({ length: 200 }, () => articleId.parse(randomUUID()));
  expect(ids.map(patternOf)).toEqual(ids.map(patternOf));
  expect([...new Set(ids.map(patternOf))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test.each([1, 2, 3, 4, 5, 6])('pattern %i is a small drawing that runs and loads nothing', async (pattern) => {
  const file = `public${patternPath(pattern)}`;
  expect((await stat(file)).size).toBeLessThan(2_048);
  const svg = await readFile(file, 'utf8');
  expect(svg).toContain('width="1200" height="630" viewBox="0 0 1200 630"');
  expect(svg).not.toMatch(/<script|<style|style=|on\w+=|href="[^#]|url\([^#]|<image|<text/);
});
