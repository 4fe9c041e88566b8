import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { closeDatabase, database } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { installFacts, portals } from '#db/schema/index.ts';
import type { Config } from '#lib/config.ts';
import { invalid } from '#lib/errors.ts';
import type { OpenDatabase } from './open-database.ts';
import { say, seconds } from './say.ts';

/**
 * Fills an empty demo database by playing the verbs. A filling that was interrupted must not
 * look finished, so it happens in a second database, which takes the place of the empty one when
 * it is whole. (On a database that was given by address it happens in place.)
 *
 * @throws invalid when an earlier filling in place was interrupted
 */
export async function fillDemoIfEmpty(settings: Config, opened: OpenDatabase): Promise<void> {
  if (settings.mode !== 'demo') return;
  const found = await whatIsThere();
  if (found === 'interrupted') throw interrupted();
  if (found !== 'nothing') return;
  const begun = performance.now();
  say('Menyiapkan akun dan artikel contoh (sekali saja) …');
  if (opened.embedded) await inSecondDatabase(opened.url);
  else await fillApart(opened.url);
  say(`Contoh siap dalam ${seconds(begun)}.`);
}

async function whatIsThere(): Promise<'nothing' | 'interrupted' | 'something'> {
  const [demo] = await database().select().from(installFacts).where(eq(installFacts.name, 'demo'));
  if (demo?.value === 'begun') return 'interrupted';
  const [portal] = await database().select({ id: portals.id }).from(portals).limit(1);
  return demo === undefined && portal === undefined ? 'nothing' : 'something';
}

function notFilled(): Error {
  return invalid([
    {
      field: 'DATA_DIR',
      code: 'demo_not_filled',
      text: 'Contoh belum selesai disiapkan. Jalankan `npm start` sekali lagi.',
    },
  ]);
}

function interrupted(): Error {
  return invalid([
    {
      field: 'DATABASE_URL',
      code: 'demo_interrupted',
      text: 'Pengisian contoh yang lalu terputus di tengah. Kosongkan basis data itu, atau kosongkan DATABASE_URL untuk memakai basis data bawaan.',
    },
  ]);
}

/** Fills a database in a process of its own, which ends with this one. */
async function fillApart(url: string): Promise<void> {
  const filler = fork(fileURLToPath(new URL('./demo-filler.ts', import.meta.url)), {
    env: { ...process.env, DEMO_FILL_URL: url },
  });
  const [code] = await once(filler, 'exit');
  if (code !== 0) throw notFilled();
}

async function inSecondDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const second = `${name}_contoh`;
  await closeDatabase();
  await beside(url, [`drop database if exists "${second}" with (force)`, `create database "${second}"`]);
  const secondUrl = withName(url, second);
  await migrateDatabase(secondUrl);
  await fillApart(secondUrl);
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
