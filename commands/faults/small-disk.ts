import { execFile, execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system of a few megabytes, mounted over a folder. */
export type SmallDisk = {
  /** Makes it this large: what is in it stays. */
  resize(megabytes: number): Promise<void>;
  unmount(): Promise<void>;
};

/** Mounts a small file system on a folder; null where this machine does not let us: then the fault is not run. */
export async function smallDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  await mkdir(folder, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
  } catch {
    // No right to mount, or no such program: whatever the reason, there is no small disk.
    return null;
  }
  return {
    resize: async (size) => {
      await run('mount', ['-o', `remount,size=${size}m`, folder]);
    },
    unmount: async () => {
      await run('umount', ['--lazy', folder]);
    },
  };
}

/** Megabytes that a folder holds. */
export function megabytesIn(folder: string): number {
  return Number(execFileSync('du', ['-sm', folder]).toString().split('\t')[0]);
}
