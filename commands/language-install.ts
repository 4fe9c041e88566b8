import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadEnvironmentFile } from '#lib/config.ts';
import { errorCode, invalid } from '#lib/errors.ts';
import { dictionaryFiles, ownDictionaryFolder } from '#lib/language/dictionary/dictionary-files.ts';
import { say, sayWhy } from './say.ts';

/**
 * `npm run language:install`: fetches Debian's Indonesian dictionary (`hunspell-id`, LGPL-3) with the
 * system's package tool and puts it into the data folder, without root. Does nothing when it is there.
 */
try {
  loadEnvironmentFile();
  await install();
} catch (error) {
  sayWhy(error, 'language_install');
  process.exitCode = 1;
}

async function install(): Promise<void> {
  const found = dictionaryFiles([ownDictionaryFolder()]);
  if (found !== undefined) return say(`✓ Kamus sudah ada: ${found.dic}`);
  const folder = await mkdtemp(join(tmpdir(), 'ruang-warta-kamus-'));
  try {
    await run('apt-get', ['download', 'hunspell-id'], folder);
    const names = await readdir(folder);
    const name = names.find((one) => one.endsWith('.deb'));
    if (name === undefined) throw refused('apt-get tidak memberikan berkas paket');
    await run('dpkg-deb', ['-x', name, 'isi'], folder);
    await keep(join(folder, 'isi', 'usr', 'share'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  say(`✓ Kamus bahasa Indonesia (hunspell-id, LGPL-3) dipasang di ${ownDictionaryFolder()}.`);
  say('Ruang Warta yang sedang berjalan langsung memakainya.');
}

async function keep(share: string): Promise<void> {
  const own = ownDictionaryFolder();
  await mkdir(own, { recursive: true });
  await cp(join(share, 'doc', 'hunspell-id', 'copyright'), join(own, 'hunspell-id-copyright'));
  await cp(join(share, 'hunspell', 'id_ID.aff'), join(own, 'id_ID.aff'));
  await cp(join(share, 'hunspell', 'id_ID.dic'), join(own, 'id_ID.dic'));
}

async function run(program: string, parts: readonly string[], folder: string): Promise<void> {
  try {
    await promisify(execFile)(program, [...parts], { cwd: folder, timeout: 120_000 });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw refused(`program ${program} tidak ada di sistem ini`);
    throw refused(`${program} tidak berhasil (tidak ada jaringan, atau daftar paketnya belum dimuat)`);
  }
}

function refused(why: string): Error {
  const text = `Kamus belum dapat dipasang: ${why}. Pasang paket hunspell-id dengan alat paket sistem Anda, atau salin id_ID.aff dan id_ID.dic ke ${ownDictionaryFolder()}. Pemeriksaan lain tetap berjalan tanpa kamus.`;
  return invalid([{ field: '', code: 'dictionary_unavailable', text }]);
}
