import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asOwner } from '#lib/testing/database.ts';
import { openDatabase } from './client.ts';

const starter = fileURLToPath(new URL('../lib/testing/embedded-starter.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** `nobody`: somebody who owns nothing. */
const stranger = 65_534;

// Each test makes a cluster and starts processes; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let home: string;
let folder: string;
let children: ChildProcess[];

beforeEach(async () => {
  // A space in the path, and open to the user PostgreSQL runs as.
  home = await mkdtemp(join(tmpdir(), 'basis data '));
  await chmod(home, 0o755);
  folder = join(home, 'postgres');
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  const pid = await postmaster();
  if (pid && isAlive(pid)) process.kill(pid, 'SIGQUIT');
  if (pid) await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
  await rm(home, { recursive: true, force: true });
});

type Said = { url: string; adopted: boolean; refused?: string; text?: string };

async function start(uid?: number): Promise<Said & { process: ChildProcess }> {
  const child = spawn(process.execPath, [starter, folder, ...(uid ? [String(uid)] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  return { ...JSON.parse(String(line)), process: child };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

async function postmaster(): Promise<number | undefined> {
  try {
    return Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  } catch {
    return undefined;
  }
}

/** Zombies count as gone: in a container nobody may collect them. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function remember(url: string): Promise<unknown> {
  return asOwner(url, async (sql) => {
    await sql`create table kept (word text)`;
    await sql`insert into kept values ('still here')`;
  });
}

function remembered(url: string): Promise<unknown> {
  return asOwner(url, async (sql) => (await sql`select word from kept`).map((row) => row.word));
}

describe('the embedded server', () => {
  test('keeps its data over a stop and a start, in a path with spaces', async () => {
    const first = await start();
    await remember(first.url);
    const pid = await postmaster();
    await end(first.process, 'SIGTERM');
    expect(await postmaster()).toBeUndefined();
    expect(pid).toBeDefined();

    const second = await start();
    expect(second).toMatchObject({ adopted: false, url: first.url });
    expect(await remembered(second.url)).toEqual(['still here']);
    await end(second.process, 'SIGTERM');
  });

  test('gives the application a role that is no administrator, and checks its pages', async () => {
    const { url, process: child } = await start();
    const [row] = await asOwner(
      url,
      (sql) => sql`
        select (select rolsuper from pg_roles where rolname = current_user) as admin,
               current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listens`,
    );
    expect(row).toEqual({ admin: false, checksums: 'on', listens: '127.0.0.1' });
    await end(child, 'SIGTERM');
  });

  test('lives on when its starter is killed, and the next start adopts it', async () => {
    const first = await start();
    await remember(first.url);
    const pid = await postmaster();
    await end(first.process, 'SIGKILL');

    const second = await start();
    expect(second.adopted).toBe(true);
    expect(await postmaster()).toBe(pid);
    expect(await remembered(second.url)).toEqual(['still here']);
    await end(second.process, 'SIGTERM');
    expect(await postmaster()).toBeUndefined();
  });

  test('recovers when it was killed together with its starter', async () => {
    const first = await start();
    await remember(first.url);
    const pid = await postmaster();
    first.process.kill('SIGSTOP');
    process.kill(pid ?? 0, 'SIGKILL');
    await end(first.process, 'SIGKILL');
    expect(await postmaster()).toBe(pid);

    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await remembered(second.url)).toEqual(['still here']);
    await end(second.process, 'SIGTERM');
  });

  test('is started again at the same address when it dies under us', async () => {
    const { url, process: child } = await start();
    await remember(url);
    const client = openDatabase(url, { connections: 2 });
    await client.database.execute('select 1');
    const pid = await postmaster();
    process.kill(pid ?? 0, 'SIGKILL');
    await vi.waitFor(async () => {
      expect(await postmaster()).not.toBe(pid);
      const rows = await client.database.execute('select word from kept');
      expect(rows[0]?.word).toBe('still here');
    }, 15_000);
    await client.client.end(100);
    await end(child, 'SIGTERM');
    expect(await postmaster()).toBeUndefined();
  });

  test('is shared by two processes, and the last one out stops it', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, url: first.url });
    await end(first.process, 'SIGTERM');
    await remember(second.url);
    expect(await remembered(second.url)).toEqual(['still here']);
    await end(second.process, 'SIGTERM');
    expect(await postmaster()).toBeUndefined();
  });

  test('is made once when two processes start it for the first time together', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.url).toBe(first.url);
    expect([first.adopted, second.adopted].sort()).toEqual([false, true]);
    expect((await readdir(home)).sort()).toEqual(['postgres']);
    await Promise.all([end(first.process, 'SIGTERM'), end(second.process, 'SIGTERM')]);
    expect(await postmaster()).toBeUndefined();
  });

  test('moves to another port when a stranger took its own', async () => {
    const first = await start();
    await remember(first.url);
    await end(first.process, 'SIGTERM');
    const port = Number(new URL(first.url).port);
    const thief = createServer().listen(port, '127.0.0.1');
    await once(thief, 'listening');

    const second = await start();
    expect(new URL(second.url).port).not.toBe(String(port));
    expect(await remembered(second.url)).toEqual(['still here']);
    await end(second.process, 'SIGTERM');
    thief.close();
  });
});

describe('a folder that is not ours to use', () => {
  test('is refused and left as it was when it holds something else', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'surat.txt'), 'penting');
    expect(await start()).toMatchObject({ refused: 'folder_foreign' });
    expect(await readdir(folder)).toEqual(['surat.txt']);
  });

  test('is refused when a newer PostgreSQL made it', async () => {
    const first = await start();
    await end(first.process, 'SIGTERM');
    await writeFile(join(folder, 'data', 'PG_VERSION'), '99\n');
    const refusal = await start();
    expect(refusal.refused).toBe('cluster_version');
    expect(refusal.text).toContain('PostgreSQL 99');
  });

  test('is refused by name when it cannot be written', async () => {
    await chmod(home, 0o555);
    const refusal = await start(isRoot ? stranger : undefined);
    expect(refusal.refused).toBe('folder_unwritable');
    expect(refusal.text).toContain('DATA_DIR=');
  });
});

// Root alone can make a folder that PostgreSQL's user must not enter.
if (isRoot) {
  test('as root, below a folder closed to others, the data goes where PostgreSQL may live', async () => {
    await chmod(home, 0o700);
    const first = await start();
    expect(first.adopted).toBe(false);
    await remember(first.url);
    await end(first.process, 'SIGTERM');
    expect((await lstat(folder)).isSymbolicLink()).toBe(true);
    const place = await readlink(folder);

    const second = await start();
    expect(await remembered(second.url)).toEqual(['still here']);
    await end(second.process, 'SIGTERM');
    await rm(place, { recursive: true });
  });
}
