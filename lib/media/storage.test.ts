import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '#db/embedded-cluster.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { ObjectStore } from '#lib/settings.ts';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { startTestStore, type TestStore } from '#lib/testing/object-store.ts';
import { diskStorage } from './disk-storage.ts';
import { bucketOf, isStorageAway } from './object-store.ts';
import { s3Storage } from './s3-storage.ts';
import {
  hashOfKey,
  isStorageKey,
  originalKey,
  renditionKey,
  type Storage,
  type StorageKey,
  storageKey,
} from './storage.ts';

let base = '';
let store: TestStore;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'ruang-warta-simpan-'));
  store = await startTestStore();
});
afterAll(async () => {
  await store.stop();
  await rm(base, { recursive: true, force: true });
});

async function aFile(text: string): Promise<{ path: string; key: StorageKey }> {
  const path = join(base, `berkas-${text.length}`);
  await writeFile(path, text);
  return { path, key: renditionKey(createHash('sha256').update(text).digest('hex'), 'image/avif') };
}

const storages: [string, () => Storage][] = [
  ['a folder', () => diskStorage(join(base, 'satu'))],
  ['a bucket', () => s3Storage(store.settings)],
];

describe.each(storages)('files in %s', (_, open) => {
  test('are read back, known, listed and deleted', async () => {
    const storage = open();
    const { path, key } = await aFile('isi foto');
    const before = Date.now() - 2_000;
    await storage.put(key, path);
    expect(await textOf(storage, key)).toBe('isi foto');
    const found = await storage.stat(key);
    expect(found?.bytes).toBe(8);
    expect(found?.storedAt.getTime()).toBeGreaterThan(before);
    expect(await listed(storage)).toEqual([key]);
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.stat(key)).toBeNull();
    expect(await storage.openRead(key)).toBeNull();
    expect(await listed(storage)).toEqual([]);
  });

  test('put twice are one, and a put that fails leaves nothing', async () => {
    const storage = open();
    const { path, key } = await aFile('isi foto yang lain');
    await expect(storage.put(key, join(base, 'tidak-ada'))).rejects.toThrow('ENOENT');
    expect(await listed(storage)).toEqual([]);
    await storage.put(key, path);
    await storage.put(key, path);
    expect(await listed(storage)).toEqual([key]);
    expect(await textOf(storage, key)).toBe('isi foto yang lain');
    await storage.delete(key);
  });

  test('of any size come whole, and a reader may leave early', async () => {
    const storage = open();
    const { path, key } = await aFile('x'.repeat(3_000_000));
    await storage.put(key, path);
    expect(await textOf(storage, key)).toHaveLength(3_000_000);
    const left = await storage.openRead(key);
    left?.destroy();
    expect(await textOf(storage, key)).toHaveLength(3_000_000);
    await storage.delete(key);
  });
});

test('in a folder, putting again heals what was altered, and halves do not stay', async () => {
  const root = join(base, 'dua');
  const storage = diskStorage(root);
  const { path, key } = await aFile('isi foto');
  await storage.put(key, path);
  await writeFile(join(root, key), 'diubah!!');
  await storage.put(key, path);
  expect(await readFile(join(root, key), 'utf8')).toBe('isi foto');
  await expect(storage.put(key, join(base, 'tidak-ada'))).rejects.toThrow('ENOENT');
  expect(await readdir(join(root, '.masuk'))).toEqual([]);
});

test('a bucket never gets bytes under the name of others', async () => {
  const storage = s3Storage(store.settings);
  const { key } = await aFile('isi foto');
  const { path } = await aFile('isi foto lain');
  await expect(storage.put(key, path)).rejects.toThrow('not those that the name says');
  expect(await storage.stat(key)).toBeNull();
});

test('a bucket with more files than one answer names is listed whole', async () => {
  // The store of these tests makes its marks with a cipher that OpenSSL no longer has: two pages by hand.
  const pages = [
    '<Contents><Key>h/1</Key><Size>3</Size></Contents><IsTruncated>true</IsTruncated><NextContinuationToken>lagi</NextContinuationToken>',
    '<Contents><Key>h/2</Key><Size>4</Size></Contents><IsTruncated>false</IsTruncated>',
  ];
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '', 'http://x').searchParams;
    response.setHeader('content-type', 'application/xml');
    const page = pages[asked.get('continuation-token') === 'lagi' ? 1 : 0];
    response.end(`<?xml version="1.0"?><ListBucketResult>${page}</ListBucketResult>`);
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const found: string[] = [];
  const bucket = bucketOf({ ...store.settings, endpoint: new URL(`http://127.0.0.1:${port}`) });
  for await (const { name, bytes } of bucket.list('h/')) found.push(`${name} ${bytes}`);
  expect(found).toEqual(['h/1 3', 'h/2 4']);
  server.closeAllConnections();
  server.close();
});

test('a store that is away, refuses us, or has no such bucket is told apart from a missing file, and once', async () => {
  const { key } = await aFile('isi foto');
  const gone = await startTestStore();
  await gone.stop();
  const strange: ObjectStore[] = [
    gone.settings,
    { ...store.settings, accessKeyId: 'SIAPA' },
    { ...store.settings, bucket: 'tidak-ada' },
  ];
  for (const settings of strange) {
    const { result, alarms } = await withAlarms(async () => {
      const storage = s3Storage(settings);
      const questions = [storage.openRead(key), storage.openRead(key)];
      return Promise.all(questions.map((question) => question.catch(isStorageAway)));
    });
    expect(result).toEqual([true, true]);
    expect(alarms).toMatchObject([{ event: 'storage_away' }]);
  }
});

async function textOf(storage: Storage, key: StorageKey): Promise<string> {
  const stream = await storage.openRead(key);
  return Buffer.concat((await stream?.toArray()) ?? []).toString();
}

async function listed(storage: Storage): Promise<StorageKey[]> {
  const keys: StorageKey[] = [];
  for await (const { key } of storage.list()) keys.push(key);
  return keys;
}

const hash = 'ab'.repeat(32);

test('a key names the kind, a shelf, the hash and the type', () => {
  expect(originalKey(hash, 'image/jpeg')).toBe(`o/ab/${hash}.jpg`);
  expect(renditionKey(hash, 'image/avif')).toBe(`r/ab/${hash}.avif`);
  expect(hashOfKey(renditionKey(hash, 'image/webp'))).toBe(hash);
});

const notKeys = [
  '',
  '/',
  '../etc/passwd',
  `r/ab/../../${hash}.avif`,
  `/r/ab/${hash}.avif`,
  `r//ab/${hash}.avif`,
  `r/cd/${hash}.avif`,
  `r/ab/${hash}.svg`,
  `r/ab/${hash}.avif/`,
  `r/ab/${hash}.avif\n`,
  `r/ab/${hash}.avif\0.jpg`,
  `r/ab/${hash.toUpperCase()}.avif`,
  `r\\ab\\${hash}.avif`,
  `r/ab/${hash.slice(1)}.avif`,
  `r/ab/%2e%2e${hash}.avif`,
  `x/ab/${hash}.avif`,
  `.masuk/${hash}`,
];

test.each(notKeys)('%j is no key', (text) => {
  expect(isStorageKey(text)).toBe(false);
  try {
    storageKey(text);
    expect.unreachable();
  } catch (error) {
    expect(domainErrorCode(error)).toBe('not_found');
  }
});
