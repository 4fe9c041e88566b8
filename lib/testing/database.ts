import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase, useDatabase } from '#db/client.ts';

/**
 * Gives a test file its own database: a copy of the migrated template, taken before the
 * file's first test and dropped after its last. Call it once, at the top of the file.
 *
 * @returns the address, for tests that open connections of their own
 */
export function testDatabase(): { url(): string } {
  // The time in the name lets a later run sweep what a killed run left behind.
  const name = `uji_${Math.floor(Date.now() / 1000)}_${randomBytes(5).toString('hex')}`;
  const server = inject('testServer');
  const url = addressOf(server.url, name);

  beforeAll(async () => {
    await asOwner(server.url, (sql) => sql.unsafe(`create database ${name} template ${server.template}`));
    useDatabase(url);
  });

  afterAll(async () => {
    await closeDatabase();
    await asOwner(server.url, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  });

  return { url: () => url };
}

/** The same server, another database. */
export function addressOf(serverUrl: string, databaseName: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

/** One short connection to the server's main database, for statements about whole databases. */
export async function asOwner<T>(serverUrl: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(serverUrl, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: { url: string; template: string };
  }
}
