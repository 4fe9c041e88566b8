import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { notFound } from '#lib/errors.ts';
import { processWide } from '#lib/process-wide.ts';
import type { ObjectStore } from '#lib/settings.ts';
import { slots } from '#lib/slots.ts';
import { bucketOf } from './object-store.ts';
import { hashOfKey, isStorageKey, type Storage, type StorageKey, storageFolders } from './storage.ts';
import { uploadLimits } from './table.ts';

/** Files on their way at the same time: each is whole in memory, so that it can be sent again. */
const mostOnTheirWay = 3;
const onTheirWay = processWide('media.sending', () => slots(mostOnTheirWay));

/**
 * Storage in a bucket of an S3-compatible store, under the same names as on disk. A file is there whole and
 * durable when the store says so, or not at all. What is stored is compared with its name before it leaves; the
 * store gets the hash to compare what arrives, and readers compare it once more.
 */
export function s3Storage(settings: ObjectStore): Storage {
  const bucket = bucketOf(settings);

  /** The type says it already; this holds should something untyped ever come by. */
  function checked(key: StorageKey): StorageKey {
    if (!isStorageKey(key)) throw notFound('stored file');
    return key;
  }

  return {
    put: (key, file) =>
      onTheirWay.value.run(async () => {
        const bytes = await readFile(file);
        if (bytes.length > uploadLimits.bytes * 2) throw new Error('The file is larger than any we make');
        const hash = createHash('sha256').update(bytes).digest('hex');
        if (hash !== hashOfKey(checked(key))) throw new Error('The bytes are not those that the name says');
        await bucket.put(key, bytes, hash);
      }),
    openRead: (key) => bucket.open(checked(key)),
    stat: (key) => bucket.stat(checked(key)),
    delete: (key) => bucket.delete(checked(key)),
    async *list() {
      for (const folder of storageFolders) {
        for await (const { name, storedAt } of bucket.list(`${folder}/`)) {
          if (isStorageKey(name)) yield { key: name, storedAt };
        }
      }
    },
  };
}
