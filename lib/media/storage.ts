import type { Readable } from 'node:stream';
import { notFound } from '#lib/errors.ts';

declare const checked: unique symbol;

/**
 * The name of a stored file, made by us from the SHA-256 of its bytes: `o/` for originals of
 * photos, `r/` for their renditions, `d/` for documents, `c/` for share cards. The same name is
 * always the same bytes.
 */
export type StorageKey = string & { readonly [checked]: true };

/** Where files lie. Names are content hashes, so writing twice is writing once. */
export interface Storage {
  /** Takes a copy of a local file; durable when this resolves. */
  put(key: StorageKey, file: string): Promise<void>;
  /** The file from its beginning, or null when there is none. The caller reads the stream to its end or destroys it. */
  openRead(key: StorageKey): Promise<Readable | null>;
  stat(key: StorageKey): Promise<{ bytes: number; storedAt: Date } | null>;
  /** Does nothing when there is no such file. */
  delete(key: StorageKey): Promise<void>;
  /** Every stored file, in no particular order. */
  list(): AsyncIterable<{ key: StorageKey; storedAt: Date }>;
}

/** The ending of a stored file's name for each type that is stored or served. */
export const extensionOf = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
} as const;
export type StoredMediaType = keyof typeof extensionOf;

/** What the names of stored files begin with. */
export const storageFolders = ['o', 'r', 'd', 'c'] as const;

const photoEndings = Object.values(extensionOf).join('|');
const keyPattern = new RegExp(
  `^(?=(?:[or]/.+\\.(?:${photoEndings})|d/.+\\.pdf|c/.+\\.jpg)$)[ordc]/([0-9a-f]{2})/(\\1[0-9a-f]{62})\\.[a-z]+$`,
);

/** Whether a text from outside is a key. Nothing else ever becomes part of a path. */
export function isStorageKey(text: string): text is StorageKey {
  return keyPattern.test(text);
}

/** @throws notFound for anything that is not a key */
export function storageKey(text: string): StorageKey {
  if (!isStorageKey(text)) throw notFound('stored file');
  return text;
}

/** @param hash SHA-256 of the bytes, hexadecimal */
export function originalKey(hash: string, mediaType: StoredMediaType): StorageKey {
  return storageKey(`o/${hash.slice(0, 2)}/${hash}.${extensionOf[mediaType]}`);
}

/** @param hash SHA-256 of the bytes, hexadecimal */
export function renditionKey(hash: string, mediaType: StoredMediaType): StorageKey {
  return storageKey(`r/${hash.slice(0, 2)}/${hash}.${extensionOf[mediaType]}`);
}

/** @param hash SHA-256 of the bytes, hexadecimal */
export function documentKey(hash: string): StorageKey {
  return storageKey(`d/${hash.slice(0, 2)}/${hash}.pdf`);
}

/** @param hash SHA-256 of the bytes, hexadecimal */
export function shareCardKey(hash: string): StorageKey {
  return storageKey(`c/${hash.slice(0, 2)}/${hash}.jpg`);
}

/** Whether a key names a document. */
export function isDocumentKey(key: string): boolean {
  return key.startsWith('d/') && isStorageKey(key);
}

/** The SHA-256 that the bytes under a key must have, hexadecimal. */
export function hashOfKey(key: StorageKey): string {
  return keyPattern.exec(key)?.[2] ?? '';
}
