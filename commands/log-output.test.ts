import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { removeFolder } from '#lib/testing/remove-folder.ts';

const starter = fileURLToPath(new URL('../lib/testing/log-starter.ts', import.meta.url));
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await removeFolder(folder);
});

/** Runs the program whose log leads there, and answers how many lines it lost. */
async function linesLost(stderr: 'pipe' | number, then?: 'hang_up'): Promise<number> {
  const child = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', stderr] });
  if (then === 'hang_up') child.stderr?.destroy();
  const said = child.stdout === null ? '' : await text(child.stdout);
  child.stderr?.destroy();
  return Number(/^lost (\d+)$/m.exec(said)?.[1] ?? Number.NaN);
}

test('a log reader that sleeps holds nobody up: what is too much is lost and counted', async () => {
  expect(await linesLost('pipe')).toBeGreaterThan(10_000);
});

test.runIf(process.platform === 'linux')('a pipe whose reader sleeps holds nobody up either', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'log-'));
  folders.push(folder);
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDWR);
  expect(await linesLost(openSync(path, 'w'))).toBeGreaterThan(10_000);
  closeSync(reader);
});

test('a log reader that is gone ends nothing', async () => {
  expect(await linesLost('pipe', 'hang_up')).toBeGreaterThan(10_000);
});

test.runIf(existsSync('/dev/full'))('a full log disk ends nothing', async () => {
  expect(await linesLost(openSync('/dev/full', 'w'))).toBeGreaterThan(20_000);
});

test('into a file every line comes, those of libraries as well and without the words of a query', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'log-'));
  folders.push(folder);
  const file = join(folder, 'log');
  expect(await linesLost(openSync(file, 'a'))).toBe(0);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(20_002);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ event: 'console', message: '⨯', digest: '12345' });
  expect(lines.at(-1)).not.toContain('kalimat rahasia');
});
