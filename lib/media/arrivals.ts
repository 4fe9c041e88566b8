import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '#lib/config.ts';
import { refusedFile } from './refusals.ts';
import { uploadLimits } from './table.ts';

/** A file that has arrived whole. It belongs to whoever received it, who removes it. */
export type Arrival = { path: string; bytes: number /** SHA-256, hexadecimal. */; hash: string };

/** Where uploads lie while they arrive. */
export function uploadsFolder(): string {
  return join(config().dataDir, 'unggahan');
}

/**
 * Writes a body to a file as it comes, never holding more than a piece of it in memory,
 * and syncs it. Whatever goes wrong leaves no file behind.
 *
 * @param declaredLength bytes that the sender announced; a body cut on its way is shorter
 * @throws invalid when it is empty, too large, or not as long as announced
 */
export async function receiveFile(body: AsyncIterable<Uint8Array>, declaredLength: number): Promise<Arrival> {
  if (declaredLength > uploadLimits.bytes) throw refusedFile('photo_too_large');
  if (declaredLength === 0) throw refusedFile('photo_empty');
  await mkdir(uploadsFolder(), { recursive: true });
  const path = join(uploadsFolder(), randomBytes(12).toString('hex'));
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of arriving(body)) {
        bytes += piece.length;
        if (bytes > Math.min(declaredLength, uploadLimits.bytes)) break;
        hash.update(piece);
        await writeAll(file, piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    if (bytes !== declaredLength) throw refusedFile('photo_incomplete');
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, bytes, hash: hash.digest('hex') };
}

/** A sender who hangs up is told apart from a disk that is full. */
async function* arriving(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    throw refusedFile('photo_incomplete');
  }
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, piece: Uint8Array): Promise<void> {
  let written = 0;
  while (written < piece.length) written += (await file.write(piece, written)).bytesWritten;
}
