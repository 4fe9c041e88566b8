import { once } from 'node:events';
import { chmod, lstat, readlink, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { embeddedHome, end, remember, remembered } from '#lib/testing/embedded-home.ts';
import { openDatabase } from './client.ts';

const isRoot = process.getuid?.() === 0;

const { home, folder, start, postmaster } = embeddedHome();

describe('the embedded server', () => {
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

  test('is refused when a newer PostgreSQL made it', async () => {
    const first = await start();
    await end(first.process, 'SIGTERM');
    await writeFile(join(folder(), 'data', 'PG_VERSION'), '99\n');
    const refusal = await start();
    expect(refusal.refused).toBe('cluster_version');
    expect(refusal.text).toContain('PostgreSQL 99');
  });

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
});

// Root alone can make a folder that PostgreSQL's user must not enter.
if (isRoot) {
  test('as root, below a folder closed to others, the data goes where PostgreSQL may live', async () => {
    await chmod(home(), 0o700);
    const first = await start();
    expect(first.adopted).toBe(false);
    await remember(first.url);
    await end(first.process, 'SIGTERM');
    expect((await lstat(folder())).isSymbolicLink()).toBe(true);
    const place = await readlink(folder());

    const second = await start();
    expect(await remembered(second.url)).toEqual(['still here']);
    await end(second.process, 'SIGTERM');
    await rm(place, { recursive: true });
  });
}
