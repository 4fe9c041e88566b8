import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';

const starter = fileURLToPath(new URL('../lib/testing/lifecycle-starter.ts', import.meta.url));

let running: ChildProcess | undefined;
afterEach(() => {
  running?.kill('SIGKILL');
});

function start(broken = '') {
  const child = spawn(process.execPath, [starter, broken], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines: string[] = [];
  child.stdout.on('data', (bytes: Buffer) => {
    lines.push(...bytes.toString('utf8').split('\n').filter(Boolean));
  });
  const said = (line: string) => vi.waitFor(() => expect(lines).toContain(line), 15_000);
  const code = once(child, 'close').then(([exit]) => Number(exit));
  running = child;
  return { child, lines, said, code };
}

const stopsOf = (lines: string[]) => lines.filter((line) => line.startsWith('stops '));

test('a signal stops the parts in the opposite order', async () => {
  const { child, lines, said, code } = start();
  await said('second waits');
  child.stdin.write('go\n');
  await said('third');
  child.kill('SIGTERM');
  expect(await code).toBe(0);
  expect(stopsOf(lines)).toEqual(['stops third', 'stops second', 'stops first']);
});

test('the same Ctrl-C from the terminal and from npm counts once', async () => {
  const { child, lines, said, code } = start();
  await said('second waits');
  child.stdin.write('go\n');
  await said('third');
  child.kill('SIGINT');
  child.kill('SIGINT');
  expect(await code).toBe(0);
  expect(stopsOf(lines)).toHaveLength(3);
});

test('a part that is just starting is stopped once it has started, and no further part begins', async () => {
  const { child, lines, said, code } = start();
  await said('second waits');
  child.kill('SIGTERM');
  await vi.waitFor(() => expect(lines.some((line) => line.startsWith('Berhenti'))).toBe(true), 15_000);
  child.stdin.write('go\n');
  expect(await code).toBe(0);
  expect(stopsOf(lines)).toEqual(['stops second', 'stops first']);
  expect(lines).not.toContain('third');
});

test('a part that does not stop keeps no other from stopping, and the end says so', async () => {
  const { child, lines, said, code } = start('third');
  await said('second waits');
  child.stdin.write('go\n');
  await said('third');
  child.kill('SIGTERM');
  expect(await code).toBe(1);
  expect(stopsOf(lines)).toEqual(['stops third', 'stops second', 'stops first']);
});
