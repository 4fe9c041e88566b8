import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { endings } from './backup-folder.ts';

/**
 * Writes a file that appears under its name whole and durable, or not at all.
 *
 * @param drafts a folder of the same file system, where it lies until it is whole
 * @returns its length and the SHA-256 of its bytes
 */
export async function writeWhole(
  path: string,
  bytes: AsyncIterable<Buffer>,
  drafts: string,
): Promise<{ bytes: number; sha256: string }> {
  const draft = join(drafts, `${basename(path)}.${randomBytes(6).toString('hex')}${endings.partial}`);
  const hash = createHash('sha256');
  let length = 0;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      for await (const chunk of bytes) {
        hash.update(chunk);
        length += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  return { bytes: length, sha256: hash.digest('hex') };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
