import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { isProcessAlive } from '#lib/process-alive.ts';
import { asOwner } from './database.ts';

const starter = fileURLToPath(new URL('./embedded-starter.ts', import.meta.url));

/** What a starter said of itself. */
export type Said = { url: string; adopted: boolean; refused?: string; text?: string };

export type EmbeddedHome = {
  /** The folder around the server's own, with a space in its path. */
  home(): string;
  folder(): string;
  /** Starts the server there in a process of its own, as this user of the system. */
  start(uid?: number): Promise<Said & { process: ChildProcess }>;
  /** The process of PostgreSQL, as its lock file names it. */
  postmaster(): Promise<number | undefined>;
};

/** A new folder for each test of a file, in which servers are started; all that was begun there is ended. Call it once, at the top. */
export function embeddedHome(): EmbeddedHome {
  // Each test makes a cluster and starts processes; on a busy machine that takes its time.
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });
  let home = '';
  let children: ChildProcess[] = [];
  const folder = () => join(home, 'postgres');

  async function postmaster(): Promise<number | undefined> {
    try {
      return Number((await readFile(join(folder(), 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    } catch {
      return undefined;
    }
  }

  beforeEach(async () => {
    // Open to the user PostgreSQL runs as.
    home = await mkdtemp(join(tmpdir(), 'basis data '));
    await chmod(home, 0o755);
    children = [];
  });

  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    const pid = await postmaster();
    if (pid && isProcessAlive(pid)) process.kill(pid, 'SIGQUIT');
    if (pid) await vi.waitFor(() => expect(isProcessAlive(pid)).toBe(false), 10_000);
    await rm(home, { recursive: true, force: true });
  });

  return {
    home: () => home,
    folder,
    postmaster,
    async start(uid) {
      const child = spawn(process.execPath, [starter, folder(), ...(uid ? [String(uid)] : [])], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      const [line] = await once(createInterface(child.stdout), 'line');
      return { ...JSON.parse(String(line)), process: child };
    },
  };
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

export function remember(url: string): Promise<unknown> {
  return asOwner(url, async (sql) => {
    await sql`create table kept (word text)`;
    await sql`insert into kept values ('still here')`;
  });
}

export function remembered(url: string): Promise<unknown> {
  return asOwner(url, async (sql) => (await sql`select word from kept`).map((row) => row.word));
}
