import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { errorCode } from '#lib/errors.ts';
import { damagedBackup, refused } from './refusals.ts';

/** The ending of files that are encrypted (age-encryption.org/v1). */
export const sealedEnding = '.age';

type Step = (bytes: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

/** Encrypts what flows through to a public key; without one lets it pass. */
export function sealing(recipient: string | null): Step {
  if (recipient === null) return (bytes) => bytes;
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw refused('recipient', 'BACKUP_RECIPIENT bukan kunci publik age yang sah. Salin lagi baris yang berawal age1.');
  }
  return async function* (bytes) {
    yield* buffers(await encrypter.encrypt(webStream(bytes)));
  };
}

/** The secret keys of an age identity file, as `age-keygen` writes it. */
export type Identity = readonly string[];

/** @throws invalid when there is no key in the file */
export async function readIdentity(file: string): Promise<Identity> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') throw refused('identity', `Berkas kunci ${file} tidak ada.`);
    throw error;
  });
  const keys = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => /^AGE-SECRET-KEY-/i.test(line));
  if (keys.length > 0) return keys;
  throw refused('identity', `Di berkas ${file} tidak ada kunci rahasia age (baris yang berawal AGE-SECRET-KEY-).`);
}

/**
 * Decrypts what flows through.
 *
 * @throws invalid when there is no identity or it is not the one the bytes were encrypted to, and when they were changed
 */
export function opening(identity: Identity | null): Step {
  if (identity === null || identity.length === 0)
    throw refused(
      'identity_missing',
      'Cadangan ini disandikan. Sebut berkas kunci rahasianya: npm run restore -- <berkas> --identitas kunci-cadangan.txt',
    );
  const decrypter = new Decrypter();
  for (const key of identity) {
    try {
      decrypter.addIdentity(key);
    } catch {
      throw refused('identity', 'Kunci rahasia age itu tidak sah. Salin lagi berkas kuncinya.');
    }
  }
  return async function* (bytes) {
    let plain: ReadableStream<Uint8Array>;
    try {
      plain = await decrypter.decrypt(webStream(bytes));
    } catch (error) {
      if (error instanceof Error && /no identity matched/i.test(error.message))
        throw refused('identity_wrong', 'Kunci rahasia itu bukan pasangan kunci yang menyandikan cadangan ini.');
      throw damagedBackup();
    }
    try {
      yield* buffers(plain);
    } catch {
      throw damagedBackup();
    }
  };
}

function webStream(bytes: AsyncIterable<Buffer>): globalThis.ReadableStream<Uint8Array> {
  return Readable.toWeb(Readable.from(bytes, { objectMode: false })) as globalThis.ReadableStream<Uint8Array>;
}

async function* buffers(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
