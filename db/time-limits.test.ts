import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { database } from './client.ts';

testDatabase();

test('no statement, lock or forgotten transaction holds the database longer than it may', async () => {
  const rows = await database().execute(
    sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`,
  );
  expect([...rows]).toEqual([{ statement: '5s', lock: '2s', idle: '10s' }]);
});
