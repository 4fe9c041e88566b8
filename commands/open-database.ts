import { join } from 'node:path';
import { closeDatabase, useDatabase } from '#db/client.ts';
import { startEmbedded } from '#db/embedded.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { type Config, config, loadEnvironmentFile } from '#lib/config.ts';
import { prepareDataFolder } from '#lib/data-folder.ts';
import { say, sayWhy } from './say.ts';

/** The database of this process, migrated. `embedded` says whether it came along. */
export type OpenDatabase = { url: string; embedded: boolean; close(): Promise<void> };

/**
 * Opens the configured database, or the one that comes along, and brings it to this version.
 *
 * @throws invalid, in words for the operator
 */
export async function openDatabaseOf(settings: Config): Promise<OpenDatabase> {
  prepareDataFolder(settings.dataDir);
  const embedded =
    settings.databaseUrl === null
      ? await startEmbedded({ folder: join(settings.dataDir, 'postgres'), report: say })
      : undefined;
  const url = settings.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrateDatabase(url);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  useDatabase(url);
  return {
    url,
    embedded: embedded !== undefined,
    close: async () => {
      await closeDatabase();
      await embedded?.stop();
    },
  };
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
