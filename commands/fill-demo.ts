import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { closeDatabase, database, useDatabase } from '#db/client.ts';
import type { FillProgress } from '#db/demo/fill.ts';
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
  const { fillDemo } = await import('#db/demo/fill.ts');
  const fill = () => fillDemo({ onProgress: progressLines() });
  if (opened.embedded) await inSecondDatabase(opened.url, fill);
  else await fill();
  say(`Contoh siap dalam ${seconds(begun)}.`);
}

async function whatIsThere(): Promise<'nothing' | 'interrupted' | 'something'> {
  const [demo] = await database().select().from(installFacts).where(eq(installFacts.name, 'demo'));
  if (demo?.value === 'begun') return 'interrupted';
  const [portal] = await database().select({ id: portals.id }).from(portals).limit(1);
  return demo === undefined && portal === undefined ? 'nothing' : 'something';
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

const stageWords = { office: 'kantor dan akun', pictures: 'foto', articles: 'langkah redaksi' } as const;

/** A line at each quarter of a stage: enough to see that it goes on. */
function progressLines(): (progress: FillProgress) => void {
  let told = '';
  return ({ stage, done, of }) => {
    const quarter = Math.floor((done / of) * 4);
    const mark = `${stage} ${quarter}`;
    if (mark === told || quarter === 0) return;
    told = mark;
    say(`  ${stageWords[stage]}: ${done} dari ${of}`);
  };
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
