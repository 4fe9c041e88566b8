import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepBuild, staticFiles } from './static-files.ts';

const around = { https: true, demo: false, dev: false };
const secret = 'rahasia-untuk-pengujian-saja-0123456789';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'statis-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function foldersWith(files: Readonly<Record<string, string>>) {
  const plain = await mkdtemp(join(folder, 'public-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(plain, name), text);
  return { plain, earlier: { folder: '', names: new Set<string>(), hashes: new Map<string, string>() } };
}

test('a file in public that nobody built is not served, nor one whose bytes were replaced', async () => {
  const folders = await foldersWith({ 'a.svg': '<svg/>', 'b.svg': '<svg>b</svg>', 'slot.svg': '<svg>slot</svg>' });
  const built = new Map([
    ['/a.svg', sha256('<svg/>')],
    ['/b.svg', sha256('<svg>b</svg>')],
  ]);
  const files = await staticFiles({ ...folders, builtHash: (address) => built.get(address) }, around);
  expect(files.get('/slot.svg')).toBeUndefined();
  expect((await files.get('/a.svg'))?.status).toBe(200);

  await writeFile(join(folders.plain, 'b.svg'), '<svg>slot</svg>');
  await writeFile(join(folders.plain, 'new.svg'), '<svg>slot</svg>');
  expect(await files.get('/b.svg')).toBeUndefined();
  expect(files.get('/new.svg')).toBeUndefined();
});

test('of earlier builds only listed files are served, and a list that somebody changed counts for nothing', async () => {
  const keeping = join(folder, 'kept');
  const build = { name: 'satu', folder: join(folder, 'build', 'static') };
  await mkdir(join(build.folder, 'chunks'), { recursive: true });
  await writeFile(join(build.folder, 'chunks', 'a.js'), 'self.a=1');
  const first = await keepBuild(build, keeping, secret);
  expect([...first.hashes]).toEqual([['chunks/a.js', sha256('self.a=1')]]);

  await writeFile(join(keeping, 'files', 'slot.js'), 'slot()');
  await writeFile(
    join(keeping, 'builds', 'palsu'),
    JSON.stringify({ files: { 'slot.js': sha256('slot()') }, seal: 'x' }),
  );
  const second = await keepBuild(build, keeping, secret);
  expect([...second.names]).toEqual(['satu']);
  expect([...second.hashes.keys()]).toEqual(['chunks/a.js']);
});
