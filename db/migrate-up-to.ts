import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { invalid } from '#lib/errors.ts';
import { knownMigrations, migrateDatabase, migrationsFolder } from './migrate.ts';

const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

/**
 * Brings an empty database to an earlier version: the one that had exactly these migrations.
 *
 * @param hashes of the migrations, oldest first
 * @throws invalid when this version does not know them: they belong to a newer one
 */
export async function migrateUpTo(url: string, hashes: readonly string[], folder = migrationsFolder): Promise<void> {
  const known = knownMigrations(folder);
  if (hashes.some((hash, at) => known[at]?.hash !== hash))
    throw invalid([
      {
        field: '',
        code: 'backup_newer',
        text: 'Cadangan ini dibuat oleh versi Ruang Warta yang lebih baru atau lain. Pasang versi itu, lalu ulangi.',
      },
    ]);
  if (hashes.length === known.length) return migrateDatabase(url, folder);
  const earlier = await mkdtemp(join(tmpdir(), 'ruang-warta-migrasi-'));
  try {
    await cp(folder, earlier, { recursive: true });
    const path = join(earlier, 'meta', '_journal.json');
    const whole = journal.parse(JSON.parse(await readFile(path, 'utf8')));
    await writeFile(path, JSON.stringify({ ...whole, entries: whole.entries.slice(0, hashes.length) }));
    await migrateDatabase(url, earlier);
  } finally {
    await rm(earlier, { recursive: true, force: true });
  }
}
