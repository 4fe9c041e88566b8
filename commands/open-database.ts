import { join } from 'node:path';
import { closeDatabase, isDatabaseAway, sqlState, useDatabase } from '#db/client.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { type Config, config, loadEnvironmentFile } from '#lib/config.ts';
import { prepareDataFolder } from '#lib/data-folder.ts';
import { invalid } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { say, sayWhy } from './say.ts';

export type OpenDatabase = {
  url: string;
  /** Whether it came along. */
  embedded: boolean;
  /** It does not answer, and so it is not migrated yet. */
  away: boolean;
  close(): Promise<void>;
};

/**
 * Opens the configured database, or the one that comes along, and brings it to this version.
 *
 * @param migrated false leaves it as it is: a backup before an upgrade is one of the older version
 * @param mayBeAway a real site starts without its database too: readers get the last good pages
 * @param report where it is told what happens
 * @throws invalid, in words for the operator
 */
export async function openDatabaseOf(
  settings: Config,
  {
    mayBeAway = false,
    migrated = true,
    report = say,
  }: { mayBeAway?: boolean; migrated?: boolean; report?: (line: string) => void } = {},
): Promise<OpenDatabase> {
  prepareDataFolder(settings.dataDir);
  const embedded =
    settings.databaseUrl === null
      ? await startEmbedded({ folder: join(settings.dataDir, 'postgres'), report })
      : undefined;
  const url = settings.databaseUrl ?? embedded?.url ?? '';
  let away = false;
  try {
    if (migrated) await migrateDatabase(url);
  } catch (error) {
    away = mayBeAway && !embedded && isDatabaseAway(error);
    if (away) log('alarm', 'database_away', { reason: sqlState(error) });
    else {
      await embedded?.stop();
      throw explained(error, url);
    }
  }
  useDatabase(url);
  return {
    url,
    embedded: embedded !== undefined,
    away,
    close: async () => {
      await closeDatabase();
      await embedded?.stop();
    },
  };
}

/** The usual reasons why an address does not work, in words; anything else as it is. */
function explained(error: unknown, url: string): unknown {
  const { host, pathname, username } = new URL(url);
  const text = isDatabaseAway(error)
    ? `Tidak ada basis data yang menjawab di ${host}. Nyalakan PostgreSQL itu`
    : {
        '28P01': `Basis data di ${host} menolak kata sandi pengguna ${username}. Periksa kata sandinya`,
        '28000': `Basis data di ${host} tidak mengizinkan pengguna ${username} masuk dari mesin ini. Periksa haknya`,
        '3D000': `Di ${host} tidak ada basis data bernama ${pathname.slice(1)}. Buat dahulu`,
        '42501': `Pengguna ${username} tidak berhak menyusun tabel di basis data ${pathname.slice(1)}. Jadikan ia pemiliknya`,
      }[sqlState(error) ?? ''];
  if (text === undefined) return error;
  return invalid([{ field: 'DATABASE_URL', code: 'database_unusable', text: `${text}, atau perbaiki DATABASE_URL.` }]);
}

/**
 * The frame of a command that works on the database and ends: opens it, does the work, closes it,
 * and turns a refusal into a sentence and exit code 1. A running Ruang Warta is not disturbed.
 */
export async function withDatabase(name: string, work: () => Promise<void>): Promise<void> {
  try {
    loadEnvironmentFile();
    const opened = await openDatabaseOf(config());
    try {
      await work();
    } finally {
      await opened.close();
    }
  } catch (error) {
    sayWhy(error, name);
    process.exitCode = 1;
  }
}
