import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useConfig } from '#lib/config.ts';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { aConfiguration } from '#lib/testing/configuration.ts';
import { startTestStore, type TestStore } from '#lib/testing/object-store.ts';
import { keptBeside } from './kept-beside.ts';
import { isStorageAway } from './object-store.ts';
import { s3Storage } from './s3-storage.ts';
import { documentKey, originalKey, renditionKey, type StorageKey } from './storage.ts';
import { mediaStorage, readStored, storedBytes, storedFile } from './stored-files.ts';

let store: TestStore;
let directory = '';
let folder = '';
let number = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ruang-warta-jauh-'));
  store = await startTestStore({ directory: join(directory, 'ember') });
});
beforeEach(() => {
  number += 1;
  folder = join(directory, `dekat-${number}`);
});
afterAll(async () => {
  await store.stop();
  await rm(directory, { recursive: true, force: true });
});

async function put(text: string, keyOf: (hash: string) => StorageKey): Promise<StorageKey> {
  const path = join(directory, 'berkas');
  await writeFile(path, text);
  const key = keyOf(createHash('sha256').update(text).digest('hex'));
  await s3Storage(store.settings).put(key, path);
  return key;
}

const asRendition = (hash: string) => renditionKey(hash, 'image/avif');

/** Restarts the store after the work, as one that was away for its time. */
async function withoutStore<T>(work: () => Promise<T>): Promise<T> {
  await store.stop();
  try {
    return await work();
  } finally {
    const port = Number(store.settings.endpoint.port);
    store = await startTestStore({ directory: join(directory, 'ember'), port });
  }
}

test('what was read once is there while the store is away; what was not is told as such', async () => {
  const putBack = useConfig(aConfiguration({ objectStore: store.settings, cacheDir: folder }));
  try {
    const seen = await put('foto yang sudah dibuka', asRendition);
    const document = await put('dokumen', documentKey);
    const unseen = await put('foto yang belum dibuka', asRendition);
    expect((await readStored(seen))?.toString()).toBe('foto yang sudah dibuka');
    expect((await storedFile(document))?.bytes).toBe(7);
    const { alarms } = await withAlarms(() =>
      withoutStore(async () => {
        expect((await readStored(seen))?.toString()).toBe('foto yang sudah dibuka');
        expect(await storedBytes(seen)).toBe(22);
        const file = await storedFile(document);
        expect(Buffer.concat((await (await file?.open())?.toArray()) ?? []).toString()).toBe('dokumen');
        expect(await readStored(unseen).catch(isStorageAway)).toBe(true);
        expect(await storedBytes(unseen).catch(isStorageAway)).toBe(true);
      }),
    );
    expect(alarms).toMatchObject([{ event: 'storage_away' }]);
    // A store that came back is asked again within two seconds.
    await expect.poll(async () => (await readStored(unseen).catch(() => null))?.length, { timeout: 6_000 }).toBe(22);
  } finally {
    putBack();
  }
});

test('a copy that was altered is not handed out, and is fetched anew by the next question', async () => {
  const putBack = useConfig(aConfiguration({ objectStore: store.settings, cacheDir: folder }));
  try {
    const key = await put('foto yang utuh', asRendition);
    await readStored(key);
    await writeFile(join(folder, 'media', key.replaceAll('/', '-')), 'foto yang lain');
    const { result, alarms } = await withAlarms(() => readStored(key));
    expect([result, alarms.map(({ event }) => event)]).toEqual([null, ['stored_file_altered']]);
    expect((await readStored(key))?.toString()).toBe('foto yang utuh');
    expect(await mediaStorage().stat(key)).not.toBeNull();
  } finally {
    putBack();
  }
});

test('copies take no more room than they were given, the longest unread go first, and originals are not kept', async () => {
  const near = () => keptBeside(s3Storage(store.settings), folder, 2_500);
  const read = async (key: StorageKey) => (await (await near().openRead(key))?.toArray())?.length;
  const [one, two, three] = [
    await put('1'.repeat(1_000), asRendition),
    await put('2'.repeat(1_000), asRendition),
    await put('3'.repeat(1_000), asRendition),
  ] as const;
  const original = await put('4'.repeat(100), (hash) => originalKey(hash, 'image/jpeg'));
  for (const key of [one, two, one, three, original]) expect(await read(key)).toBeGreaterThan(0);
  const names = (await readdir(folder)).toSorted();
  expect(names).toEqual([one, three].map((key) => key.replaceAll('/', '-')).toSorted());
});

test('many who want the same file at once cost the store one question', async () => {
  const key = await put('foto yang ramai dibuka', asRendition);
  let asked = 0;
  const storage = s3Storage(store.settings);
  const near = keptBeside(
    {
      ...storage,
      openRead: (each) => {
        asked += 1;
        return storage.openRead(each);
      },
    },
    folder,
    1_000_000,
  );
  const read = async () => Buffer.concat((await (await near.openRead(key))?.toArray()) ?? []).toString();
  const all = await Promise.all(Array.from({ length: 30 }, read));
  expect(new Set(all)).toEqual(new Set(['foto yang ramai dibuka']));
  expect(asked).toBe(1);
});
