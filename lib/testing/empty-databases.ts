import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { addressOf, asOwner } from './database.ts';

/**
 * Makes empty databases on the test server, dropped after the file's last test. Call it once, at the top of the file.
 *
 * @returns makes one and tells its address
 */
export function emptyDatabases(): () => Promise<string> {
  const server = inject('testServer').url;
  const made: string[] = [];
  afterAll(async () => {
    for (const name of made) await asOwner(server, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
  });
  return async () => {
    const name = `uji_${Math.floor(Date.now() / 1000)}_${randomBytes(5).toString('hex')}`;
    await asOwner(server, (sql) => sql.unsafe(`create database ${name}`));
    made.push(name);
    return addressOf(server, name);
  };
}
