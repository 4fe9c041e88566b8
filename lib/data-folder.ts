import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, invalid } from './errors.ts';

/**
 * Makes sure the data folder exists and takes files.
 *
 * Others may walk through it but not list it: as root, PostgreSQL runs as another user in a folder below.
 *
 * @throws invalid, in words for the operator
 */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.coba-${randomBytes(6).toString('hex')}`);
  try {
    const created = mkdirSync(folder, { recursive: true, mode: 0o755 });
    if (created) chmodSync(folder, 0o711);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw invalid([{ field: 'DATA_DIR', code: 'folder_unwritable', text: sentence(folder, error) }]);
  }
}

function sentence(folder: string, error: unknown): string {
  const reason = reasons[errorCode(error) ?? ''] ?? `sistem menjawab "${errorCode(error) ?? String(error)}"`;
  return `Folder data ${folder} tidak dapat ditulisi: ${reason}. Beri hak tulis kepada pengguna yang menjalankan Ruang Warta, atau tunjuk folder lain dengan DATA_DIR, misalnya DATA_DIR=/srv/ruang-warta.`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'Anda tidak punya hak tulis di sana',
  EPERM: 'Anda tidak punya hak tulis di sana',
  EROFS: 'penyimpanannya hanya bisa dibaca',
  ENOSPC: 'penyimpanannya penuh',
  ENOTDIR: 'ada berkas, bukan folder, pada jalur itu',
  EEXIST: 'ada berkas, bukan folder, pada jalur itu',
};

/** The text of a file, or undefined when there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
