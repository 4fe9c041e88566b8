import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, prepareTrial, publish } from '#lib/delivery/trial.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { hasNginx, type StartedNginx, startNginxInFront } from './bench/nginx.ts';

// Delivery alone, by the recipe of deploy/nginx.conf: `npm run test:machines` does it with the whole application.

const database = testDatabase();
const program = fileURLToPath(new URL('../lib/delivery/trial-process.ts', import.meta.url));
const processes: { child: ChildProcess; port: number; ended: Promise<void> }[] = [];
let folder: string;
let front: StartedNginx;

beforeAll(async () => {
  expect(hasNginx(), 'tidak dijalankan: nginx tidak ada').toBe(true);
  folder = await mkdtemp(join(tmpdir(), 'mesin-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/', 'terbitan 0', ['front']);
  for (let page = 0; page < 20; page += 1) await publish(database.url(), `/berita/${page}`, `Isi ${page}`, ['front']);
  for (const name of ['a', 'b', 'c']) processes.push(await launch(join(folder, name)));
  front = await startNginxInFront(...processes.map(({ port }) => port));
});

afterAll(async () => {
  await front?.stop();
  for (const { child, ended } of processes) {
    child.stdin?.end();
    await ended;
  }
  await removeFolder(folder);
});

async function launch(ownFolder: string) {
  const child = spawn(process.execPath, [program, database.url(), ownFolder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const first = Promise.withResolvers<number>();
  child.stdout.once('data', (text: Buffer) => first.resolve(Number(text.toString())));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { child, ended, port: await first.promise };
}

test('killing two of three processes one after another costs no reader a page, and what is published is seen', async () => {
  const over = new AbortController();
  const wrong: string[] = [];
  let reads = 0;
  const read = async () => {
    while (!over.signal.aborted) {
      reads += 1;
      // New to nginx, and a page that each process knows.
      const path = `/berita/${reads % 20}?utm_source=${reads}`;
      const answer = await ask(front.port, path).catch((error: unknown) => ({ status: 0, text: String(error) }));
      if (answer.status !== 200 || !answer.text.includes('</html>')) wrong.push(`${path} ${answer.status}`);
    }
  };
  const reading = Promise.all([read(), read(), read(), read()]);
  for (const [number, { child, ended }] of processes.slice(0, 2).entries()) {
    const before = reads;
    await expect.poll(() => reads - before, { timeout: 20_000 }).toBeGreaterThan(200);
    child.kill('SIGKILL');
    await ended;
    await publish(database.url(), '/', `terbitan ${number + 1}`, ['front']);
    await expect
      .poll(async () => (await ask(front.port, '/')).text, { timeout: 10_000 })
      .toContain(`terbitan ${number + 1}`);
  }
  over.abort();
  await reading;
  expect(wrong).toEqual([]);
}, 60_000);
