import { access, constants, lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#lib/config.ts';
import { errorCode } from '#lib/errors.ts';
import type { Check } from '#lib/operations/system-checks.ts';

/** Whether others may read the secrets, and whether the data folder is ours alone to write. */
export async function fileChecks({ dataDir }: Pick<Config, 'dataDir'>, envFile = '.env'): Promise<Check[]> {
  return [
    await secretFile('env_file', 'Berkas setelan (.env)', envFile),
    await secretFile('secrets_file', 'Berkas rahasia mode contoh', join(dataDir, 'secrets.json')),
    await dataFolder(dataDir),
  ].filter((check) => check !== undefined);
}

async function secretFile(name: string, title: string, path: string): Promise<Check | undefined> {
  const mode = await modeOf(path);
  if (mode === undefined) return undefined;
  if ((mode & 0o077) === 0) return { name, title, standing: 'well', text: 'Hanya pemiliknya yang dapat membaca.' };
  return {
    ...{ name, title, standing: 'wrong', text: 'Pengguna lain di peladen ini dapat membacanya.' },
    todo: `Jalankan: chmod 600 ${path}.`,
  };
}

async function dataFolder(path: string): Promise<Check> {
  const about = { name: 'data_folder', title: 'Folder data' };
  const mode = await modeOf(path);
  if (mode === undefined) {
    const todo = 'Periksa DATA_DIR. Folder dibuat saat Ruang Warta pertama kali dijalankan.';
    return { ...about, standing: 'wrong', text: `Folder ${path} tidak ada.`, todo };
  }
  if (!(await mayWrite(path))) {
    const todo = 'Jalankan pemeriksaan ini sebagai pengguna yang menjalankan Ruang Warta, atau beri ia hak tulis.';
    return { ...about, standing: 'wrong', text: `Folder ${path} tidak dapat ditulisi.`, todo };
  }
  if ((mode & 0o022) !== 0) {
    const text = 'Pengguna lain di peladen ini dapat mengubah isinya.';
    return { ...about, standing: 'wrong', text, todo: `Jalankan: chmod go-w ${path}.` };
  }
  return { ...about, standing: 'well', text: 'Dapat ditulisi, dan hanya oleh pemiliknya.' };
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await lstat(path)).mode;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function mayWrite(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    // Whatever the reason: the one who checks may not write there.
    return false;
  }
}
