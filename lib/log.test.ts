import { sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { database } from '#db/client.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { logBug } from './log.ts';

testDatabase();

afterEach(() => {
  vi.restoreAllMocks();
});

test('the log of a failed query holds what failed and not the words it was about', async () => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  const error = await database()
    .execute(sql`insert into nowhere values (${'kalimat yang belum terbit'})`)
    .catch((reason: unknown) => reason);
  const id = logBug('test', error);
  expect(lines.join('')).toContain(id);
  expect(lines.join('')).toContain('nowhere');
  expect(lines.join('')).not.toContain('kalimat yang belum terbit');
});
