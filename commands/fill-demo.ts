import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { closeDatabase, database, useDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import type { Config } from '#lib/config.ts';
import type { OpenDatabase } from './open-database.ts';
import { say, seconds } from './say.ts';

/**
 * Fills an empty demo database by playing the verbs. A filling that was interrupted must not
 * look finished, so it happens in a second database, which takes the place of the empty one when
 * it is whole. (On a database that was given by address it happens in place.)
 */
export async function fillDemoIfEmpty(settings: Config, opened: OpenDatabase): Promise<void> {
  if (settings.mode !== 'demo' || (await hasPortal())) return;
  const begun = performance.now();
  say('Menyiapkan akun dan artikel contoh (sekali saja) …');
  const { fillDemo } = await import('#db/demo/fill.ts');
  if (opened.embedded) await inSecondDatabase(opened.url, fillDemo);
  else await fillDemo();
  say(`Contoh siap dalam ${seconds(begun)}.`);
}

async function hasPortal(): Promise<boolean> {
  const [row] = await database().execute(sql`select exists (select from portals) as there`);
  return row?.there === true;
}

async function inSecondDatabase(url: string, fill: () => Promise<unknown>): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const second = `${name}_contoh`;
  await closeDatabase();
  await beside(url, [`drop database if exists "${second}" with (force)`, `create database "${second}"`]);
  const secondUrl = withName(url, second);
  await migrateDatabase(secondUrl);
  useDatabase(secondUrl);
  try {
    await fill();
  } finally {
    await closeDatabase();
    useDatabase(url);
  }
  await beside(url, [`drop database "${name}" with (force)`, `alter database "${second}" rename to "${name}"`]);
}

/** Statements about whole databases, sent while connected to neither. */
async function beside(url: string, statements: string[]): Promise<void> {
  const admin = postgres(withName(url, 'postgres'), { max: 1, onnotice: () => undefined });
  try {
    for (const statement of statements) await admin.unsafe(statement);
  } finally {
    await admin.end({ timeout: 5 });
  }
}

function withName(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
