import { statfs } from 'node:fs/promises';

/** Room on the disk of a folder, in bytes. */
export type DiskRoom = { free: number; total: number };

/** How much room is left where a folder lies; undefined when that cannot be found out. */
export async function diskRoom(folder: string): Promise<DiskRoom | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    // A folder that is not there or may not be looked at: whoever asks says so.
    return undefined;
  }
}
