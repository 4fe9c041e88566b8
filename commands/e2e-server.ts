import { lstat, readlink, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { startEmbedded } from '#db/embedded.ts';
import { errorCode } from '#lib/errors.ts';

/**
 * The built application for the browser tests: demo mode, on a data folder that is emptied first.
 * Only a folder named `.data-e2e…` is ever emptied.
 */
const folder = resolve(process.env.DATA_DIR ?? '');
if (!basename(folder).startsWith('.data-e2e')) throw new Error(`Not a folder of the browser tests: ${folder}`);

const cluster = join(folder, 'postgres');
const place = await placeOf(cluster);
if (place) {
  // A killed run may have left its PostgreSQL running.
  const leftover = await startEmbedded({ folder: cluster, forgetful: true });
  await leftover.stop();
  await rm(place, { recursive: true });
}
await rm(folder, { recursive: true, force: true });
await import('../server.ts');

/** The folder itself, or where it points to; undefined when there is none. */
async function placeOf(path: string): Promise<string | undefined> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : path;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
