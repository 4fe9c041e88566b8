import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { collectLog } from '#lib/testing/captured-log.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { log, logBug, lostLines, stackOf, useLogSink } from './log.ts';
import { noteUser, traced } from './trace.ts';

testDatabase();

let putBack: () => void = () => undefined;
afterEach(() => putBack());

function collected(work: () => void): string[] {
  const captured = collectLog();
  try {
    work();
  } finally {
    captured.stop();
  }
  return captured.text().split('\n').filter(Boolean);
}

test('the log of a failed query holds what failed and not the words it was about', async () => {
  const error = await database()
    .execute(sql`insert into nowhere values (${'kalimat yang belum terbit'})`)
    .catch((reason: unknown) => reason);
  let id = '';
  const [line = ''] = collected(() => {
    id = logBug('test', error);
  });
  expect(line).toContain(id);
  expect(line).toContain('nowhere');
  expect(line).not.toContain('kalimat yang belum terbit');
});

test('what a parser could not read is not repeated', () => {
  const thrown = (() => {
    try {
      return JSON.parse('kalimat rahasia');
    } catch (error) {
      return error;
    }
  })();
  expect(stackOf(thrown)).toMatch(/^SyntaxError\n {4}at /);
  expect(stackOf(thrown)).not.toContain('kalimat');
});

test.each([
  ['a line break', 'a\r\n{"level":"alarm"}'],
  ['a line separator', 'a\u2028b\u2029c\u0085d'],
  ['a command to the terminal', 'a\u001b[2Jb\u009b31mc'],
  ['another direction of writing', 'a\u202eb\u2066c\u200fd'],
])('%s stays text within one line', (_, text) => {
  const [line = '', ...more] = collected(() => log('info', 'uji', { text }));
  expect(more).toEqual([]);
  expect(line).toMatch(/^[\x20-\x7e]*$/);
  expect(JSON.parse(line)).toMatchObject({ level: 'info', event: 'uji', text });
});

test('a long value is cut, and none passes for the level or the time', () => {
  const [line = ''] = collected(() => log('info', 'uji', { text: 'a'.repeat(20_000), level: 'alarm', time: 'x' }));
  expect(line.length).toBeLessThan(9_000);
  expect(JSON.parse(line)).toMatchObject({ level: 'info', event: 'uji', time: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test('a line bears the request and the person it belongs to, also after waiting', async () => {
  const captured = collectLog();
  await traced({ request: 'satu-satu' }, async () => {
    log('info', 'before');
    await Promise.resolve();
    noteUser('orang-1');
    log('info', 'after');
  });
  log('info', 'outside');
  captured.stop();
  const lines = captured.text().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'before', request: 'satu-satu' },
    { event: 'after', request: 'satu-satu', user: 'orang-1' },
    { event: 'outside' },
  ]);
  expect(lines[2]).not.toContain('request');
});

test('lines that nobody takes are counted, and told when one gets through', () => {
  const taken: string[] = [];
  let isFull = true;
  putBack = useLogSink((line) => {
    if (!isFull) taken.push(line);
    return !isFull;
  });
  const before = lostLines();
  log('info', 'one');
  log('info', 'two');
  expect(lostLines() - before).toBe(2);
  isFull = false;
  log('info', 'three');
  log('info', 'four');
  expect(taken.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'three' },
    { event: 'log_lines_lost', lines: 2 },
    { event: 'four' },
  ]);
});
