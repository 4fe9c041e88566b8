import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { domainErrorCode } from '#lib/errors.ts';
import { diskStorage } from './disk-storage.ts';
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
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'ruang-warta-simpan-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function aFile(text: string): Promise<{ path: string; key: StorageKey }> {
  const path = join(base, `berkas-${text.length}`);
  await writeFile(path, text);
  return { path, key: renditionKey(createHash('sha256').update(text).digest('hex'), 'image/avif') };
}

test('a file put is read back, known, listed and deleted', async () => {
  const storage = diskStorage(join(base, 'satu'));
  const { path, key } = await aFile('isi foto');
  await storage.put(key, path);
  const stream = await storage.openRead(key);
  expect(Buffer.concat((await stream?.toArray()) ?? []).toString()).toBe('isi foto');
  expect(await storage.stat(key)).toMatchObject({ bytes: 8 });
  expect(await listed(storage)).toEqual([key]);
  await storage.delete(key);
  await storage.delete(key);
  expect(await storage.stat(key)).toBeNull();
  expect(await storage.openRead(key)).toBeNull();
  expect(await listed(storage)).toEqual([]);
});

test('putting twice is putting once, and heals what was altered', async () => {
  const root = join(base, 'dua');
  const storage = diskStorage(root);
  const { path, key } = await aFile('isi foto');
  await storage.put(key, path);
  await writeFile(join(root, key), 'diubah!!');
  await storage.put(key, path);
  expect(await readFile(join(root, key), 'utf8')).toBe('isi foto');
});

test('a put that fails leaves nothing', async () => {
  const root = join(base, 'tiga');
  const storage = diskStorage(root);
  const { key } = await aFile('isi foto');
  await expect(storage.put(key, join(base, 'tidak-ada'))).rejects.toThrow('ENOENT');
  expect(await listed(storage)).toEqual([]);
  expect(await readdir(join(root, '.masuk'))).toEqual([]);
});

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
