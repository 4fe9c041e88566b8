import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asOwner } from '#lib/testing/database.ts';
import { embeddedHome, end, remember, remembered } from '#lib/testing/embedded-home.ts';

const isRoot = process.getuid?.() === 0;
/** `nobody`: somebody who owns nothing. */
const stranger = 65_534;

const { home, folder, start, postmaster } = embeddedHome();

describe('the embedded server', () => {
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

  test('is made once when two processes start it for the first time together', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.url).toBe(first.url);
    expect([first.adopted, second.adopted].sort()).toEqual([false, true]);
    expect((await readdir(home())).sort()).toEqual(['postgres']);
    await Promise.all([end(first.process, 'SIGTERM'), end(second.process, 'SIGTERM')]);
    expect(await postmaster()).toBeUndefined();
  });
});

describe('a folder that is not ours to use', () => {
  test('is refused and left as it was when it holds something else', async () => {
    await mkdir(folder());
    await writeFile(join(folder(), 'surat.txt'), 'penting');
    expect(await start()).toMatchObject({ refused: 'folder_foreign' });
    expect(await readdir(folder())).toEqual(['surat.txt']);
  });

  test('is refused by name when it cannot be written', async () => {
    await chmod(home(), 0o555);
    const refusal = await start(isRoot ? stranger : undefined);
    expect(refusal.refused).toBe('folder_unwritable');
    expect(refusal.text).toContain('DATA_DIR=');
  });
});
