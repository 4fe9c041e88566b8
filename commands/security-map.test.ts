import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const numbers = (prefix: string, most: number) => Array.from({ length: most }, (_, at) => `${prefix}${at + 1}`);

/** Every class of hole, every line of ASVS 5 we hold to, every standing rule, every group of BSSN 4/2021. */
const promised: readonly string[] = [
  ...numbers('L', 24),
  ...['1.2.1', '1.2.2', '1.2.4', '1.3.1', '1.3.4', '1.3.6', '1.3.11', '1.5.1', '2.2.2', '2.3.1', '2.3.3', '2.3.4'],
  ...['2.4.1', '3.2.1', '3.3.1', '3.3.3', '3.3.4', ...numbers('3.4.', 6), ...numbers('3.5.', 3), '3.7.2', '4.1.1'],
  ...['4.1.3', '4.2.1', '4.4.1', '4.4.2', '5.1.1', ...numbers('5.2.', 3), '5.3.1', '5.3.2', ...numbers('5.4.', 3)],
  ...[...numbers('6.2.', 12), ...numbers('6.3.', 4), '6.4.1', '6.4.3', '6.5.1', '6.5.5', '7.1.1', '7.2.4', '7.4.1'],
  ...['7.4.2', '7.4.3', '7.4.5', '7.5.1', '7.5.2', '8.1.1', '8.1.2', ...numbers('8.2.', 3), '8.3.1', '8.4.1'],
  ...['9.1.1', '9.1.2', '9.2.1', '9.2.2', '11.4.2', '11.5.1', '13.2.4', '13.2.5', '13.3.1', ...numbers('13.4.', 5)],
  ...['14.2.1', '14.2.2', '14.3.1', '14.3.2', '15.1.2', '15.2.3', ...numbers('15.3.', 4), '15.3.6', '16.2.1', '16.2.2'],
  ...['16.2.5', '16.3.1', '16.3.2', ...numbers('16.4.', 3), ...numbers('16.5.', 3)],
  ...numbers('A', 4),
  ...numbers('B', 13),
];

type Line = { number: string; promise: string; code: string; tests: string; standing: string };

async function linesOfMap(): Promise<Line[]> {
  const text = await readFile('docs/keamanan-asvs.md', 'utf8');
  return text
    .split('\n')
    .filter((line) => /^\| [LAB]?\d/.test(line))
    .map((line) => {
      const [, first = '', promise = '', code = '', tests = '', standing = ''] = line
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim());
      return { number: first.split(' ')[0] ?? '', promise, code, tests, standing };
    });
}

/** What stands in code marks and is the path of a file: with a folder, or a name that ends as our files do. */
const filesIn = (text: string) =>
  [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => /^(?:[\w@()[\].-]+\/)+[\w@.-]*$/.test(name) || /^[\w.-]+\.(?:ts|tsx|md|json|sql)$/.test(name));

test('every number has its line, once, in order', async () => {
  expect((await linesOfMap()).map(({ number }) => number)).toEqual(promised);
});

test('every line says what is promised, where, which test would fail, and how it stands', async () => {
  for (const line of await linesOfMap()) {
    for (const cell of Object.values(line)) expect(cell, line.number).not.toBe('');
    expect(line.standing, line.number).toMatch(/^(?:ditepati|(?:ditepati sebagian|belum): .{10,})$/);
    expect(filesIn(line.tests).length, line.number).toBeGreaterThan(0);
  }
});

test('every file that the pages on security name is there', async () => {
  const folders = ['app', 'commands', 'components', 'db', 'e2e', 'lib'];
  const below = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true })));
  const names = new Set(below.flat().map((path) => path.split('/').at(-1)));
  for (const page of ['keamanan.md', 'keamanan-asvs.md']) {
    const text = await readFile(join('docs', page), 'utf8');
    const missing = filesIn(text).filter((name) => !existsSync(name) && (name.includes('/') || !names.has(name)));
    expect(missing, page).toEqual([]);
  }
});
