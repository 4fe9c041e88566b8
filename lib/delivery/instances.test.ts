import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { ask, prepareTrial, publish } from './trial.ts';

const database = testDatabase();
const program = fileURLToPath(new URL('./trial-process.ts', import.meta.url));
let folder: string;
let processes: { child: ChildProcess; port: number }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dua-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/', 'terbitan 0', ['front']);
  processes = await Promise.all(['a', 'b'].map((name) => launch(join(folder, name))));
});

afterAll(async () => {
  for (const { child } of processes) {
    child.stdin?.end();
    await new Promise((resolve) => child.once('exit', resolve));
  }
  await removeFolder(folder);
});

async function launch(ownFolder: string): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [program, database.url(), ownFolder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const first = Promise.withResolvers<number>();
  child.stdout.once('data', (text: Buffer) => first.resolve(Number(text.toString())));
  child.once('exit', (code) => first.reject(new Error(`The instance ended with ${code}`)));
  return { child, port: await first.promise };
}

test('two processes on one database both show a publication within a second, time after time', async () => {
  for (let number = 1; number <= 5; number += 1) {
    await publish(database.url(), '/', `terbitan ${number}`, ['front']);
    const seen = processes.map(({ port }) =>
      expect
        .poll(async () => (await ask(port, '/')).text, { timeout: 1_000, interval: 10 })
        .toContain(`terbitan ${number}`),
    );
    await Promise.all(seen);
  }
});

test('a retraction is gone from both within a second', async () => {
  await publish(database.url(), '/berita/x', 'Isi', ['article:x', 'front']);
  for (const { port } of processes) expect((await ask(port, '/berita/x')).status).toBe(200);
  await publish(database.url(), '/berita/x', '', ['article:x', 'front'], 'gone');
  await Promise.all(
    processes.map(({ port }) =>
      expect.poll(async () => (await ask(port, '/berita/x')).status, { timeout: 1_000, interval: 10 }).toBe(410),
    ),
  );
});
