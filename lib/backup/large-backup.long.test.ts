import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { diskStorage } from '#lib/media/disk-storage.ts';
import { originalKey } from '#lib/media/storage.ts';
import { anAssetRow } from '#lib/testing/asset-rows.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { asOwner, testDatabase } from '#lib/testing/database.ts';
import { emptyDatabases } from '#lib/testing/empty-databases.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { makeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 600_000 });

const db = testDatabase();
testConfiguration();
const anEmptyDatabase = emptyDatabases();

const rows = 1_000_000;
const photos = 2_000;
/** Megabytes that half a gigabyte of rows may cost the process on their way through. */
const mostMemory = 300;

let base = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'cadangan besar '));
  const office = await anOffice();
  const storage = diskStorage(join(base, 'sumber'));
  for (let number = 0; number < photos; number += 1) {
    const file = join(base, 'foto');
    await writeFile(file, `foto ${number}`);
    const hash = createHash('sha256').update(`foto ${number}`).digest('hex');
    await anAssetRow(office, office.contributor, { hash });
    await storage.put(originalKey(hash, 'image/jpeg'), file);
  }
  await asOwner(
    db.url(),
    (sql) => sql`
      insert into generation_changes (portal_id, generation, names)
      select ${office.portalId}, number + 1000, array[repeat(md5(number::text), 16)]
      from generate_series(1, ${rows}) as number`,
  );
});
afterAll(() => rm(base, { recursive: true, force: true }));

test('half a gigabyte of rows and thousands of photos go through in streams, and come back the same', async () => {
  const storage = diskStorage(join(base, 'sumber'));
  const folder = join(base, 'cadangan');
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  try {
    const { name, facts } = await makeBackup({ url: db.url(), storage, folder, recipient: null });
    expect(facts).toMatchObject({ isWhole: true, mediaFiles: photos });
    const url = await anEmptyDatabase();
    const target = diskStorage(join(base, 'tujuan'));
    const restored = await restoreBackup({
      ...{ archive: join(folder, name), identity: null, url, workFolder: base, storage: target },
    });
    expect(restored.media.whole).toBe(photos);
    const [there] = await asOwner(url, (sql) => sql`select count(*)::int as rows from generation_changes`);
    expect(Number(there?.rows)).toBeGreaterThanOrEqual(rows);
  } finally {
    clearInterval(watch);
  }
  expect((most - before) / 2 ** 20).toBeLessThan(mostMemory);
});
