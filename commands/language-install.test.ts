import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruang warta '));
  await mkdir(join(folder, 'alat'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A package tool of our own in the place of the system's: what it does stands in a script. */
async function tool(name: string, script: string): Promise<void> {
  const path = join(folder, 'alat', name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}

function install(path: string): Promise<{ code: number | null; told: string }> {
  const environment = { ...process.env, RUANG_WARTA_MODE: 'contoh', DATA_DIR: join(folder, 'data'), PATH: path };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join('commands', 'language-install.ts')],
      { env: environment },
      (_, out, words) => resolve({ code: child.exitCode, told: out + words }),
    );
  });
}

test('fetches and unpacks the package once, and keeps the dictionary with its copyright', async () => {
  await tool('apt-get', 'touch hunspell-id_1.deb');
  const files = 'hunspell/id_ID.aff hunspell/id_ID.dic doc/hunspell-id/copyright';
  await tool(
    'dpkg-deb',
    `mkdir -p isi/usr/share/hunspell isi/usr/share/doc/hunspell-id; for f in ${files}; do echo x > isi/usr/share/$f; done`,
  );
  const { code, told } = await install(`${join(folder, 'alat')}:/usr/bin:/bin`);
  expect(told).toContain('LGPL-3');
  expect(code).toBe(0);
  expect(await readdir(join(folder, 'data', 'bahasa'))).toEqual(['hunspell-id-copyright', 'id_ID.aff', 'id_ID.dic']);
  expect((await install(join(folder, 'alat'))).told).toContain('Kamus sudah ada');
});

test('says what to do where the system has no such package tool', async () => {
  const { code, told } = await install(join(folder, 'alat'));
  expect(told).toContain('program apt-get tidak ada di sistem ini');
  expect(told).toContain('Pasang paket hunspell-id');
  expect(code).toBe(1);
});

test('says what to do where the package cannot be fetched', async () => {
  await tool('apt-get', 'exit 100');
  const { code, told } = await install(`${join(folder, 'alat')}:/usr/bin:/bin`);
  expect(told).toContain('apt-get tidak berhasil');
  expect(code).toBe(1);
});
