import { spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { errorCode } from '#lib/errors.ts';
import { log, logBug } from '#lib/log.ts';
import { isProcessAlive } from '#lib/process-alive.ts';
import { type Cluster, lastLine, moveToFreePort, openCluster, readLock, refused } from './embedded-cluster.ts';
import { isUnavailable } from './guarded-client.ts';
import { plainEnvironment } from './postgres-program.ts';

/** A running PostgreSQL of our own, on the loopback address. */
export type EmbeddedServer = {
  /** For the application: a role that owns its database and is no administrator. */
  url: string;
  /** Whether it was already running: another process of ours shares it, or its starter was killed. */
  adopted: boolean;
  /** Stops it, unless another process of ours still uses it. Close all connections before. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Its own folder, for instance `.data/postgres`. */
  folder: string;
  /** Receives sentences for the operator. */
  report?: (sentence: string) => void;
  /** Loses data when the machine stops; for tests. */
  forgetful?: boolean;
};

const role = 'ruang_warta';
/** Every process that uses the server keeps one connection of this name: the last one out stops it. */
const presenceName = 'ruang-warta-hadir';
/** Milliseconds to wait for a start (recovery after a crash included), for a lock held by a stranger, and between two revivals. */
const patience = { start: 120_000, stranger: 15_000, stop: 30_000, revival: 3_000 };

/**
 * Starts PostgreSQL in `folder`, or adopts the one that already runs there: after a `kill -9`
 * of its starter it lives on. PostgreSQL alone decides about its lock file.
 * While we run it is started again when it dies.
 *
 * @throws invalid, in words for the operator
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const report = options.report ?? (() => undefined);
  const cluster = await openCluster(options.folder, report);
  const forgetful = options.forgetful ?? false;
  let stopping = false;
  const first = await enter(cluster, forgetful, revive);
  let present = first.present;
  let reviving: Promise<void> | undefined;

  function revive(): void {
    if (stopping) return;
    log('alarm', 'postgres_died');
    reviving ??= (async () => {
      // A full disk may keep it from starting for as long as it is full: try until it does.
      while (!stopping) {
        try {
          // The same port, since every open pool knows it.
          const again = await enter(cluster, forgetful, revive, first.port);
          present = again.present;
          log('info', 'postgres_revived');
          break;
        } catch (error) {
          logBug('postgres_revival', error);
          await pause(patience.revival);
        }
      }
      reviving = undefined;
    })();
  }

  return {
    url: `postgres://${role}:${cluster.settings.password}@127.0.0.1:${first.port}/${role}`,
    adopted: first.adopted,
    stop: async () => {
      stopping = true;
      await reviving;
      await present.end({ timeout: 1 });
      if (await nobodyIsHere(cluster, first.port)) await stopServer(cluster);
    },
  };
}

type Raised = { port: number; adopted: boolean };

/** Raises the server and signs in. The last of its former users may just be stopping it: then once more. */
async function enter(
  cluster: Cluster,
  forgetful: boolean,
  died: () => void,
  fixedPort?: number,
): Promise<Raised & { present: Sql }> {
  for (let attempt = 1; ; attempt += 1) {
    const raised = await raise(cluster, forgetful, fixedPort);
    try {
      await prepare(cluster, raised.port);
      return { ...raised, present: await beHere(cluster, raised.port, died) };
    } catch (error) {
      if (!isUnavailable(error) || attempt === 5) throw error;
      await pause(200);
    }
  }
}

/** Brings the server to `ready`, whoever started it. */
async function raise(cluster: Cluster, forgetful: boolean, fixedPort?: number): Promise<Raised> {
  const begun = Date.now();
  let strangerSince: number | undefined;
  while (Date.now() - begun < patience.start) {
    const lock = await readLock(cluster);
    const living = lock !== undefined && isProcessAlive(lock.pid);
    if (living && lock.status === 'ready' && (await isOurs(cluster, lock.port))) {
      return { port: lock.port, adopted: true };
    }
    const started = await launch(cluster, forgetful, fixedPort ?? cluster.settings.port);
    if (started === 'ready') return { port: fixedPort ?? cluster.settings.port, adopted: false };
    if (started === 'port_taken') {
      if (fixedPort === undefined) await moveToFreePort(cluster);
    } else if (started === 'locked' && lock?.status === 'ready') {
      strangerSince ??= Date.now();
      if (Date.now() - strangerSince > patience.stranger) throw lockedByStranger(cluster, lock.pid);
    }
    await pause(200);
  }
  throw refused(
    'postgres_slow',
    `PostgreSQL tidak siap dalam ${patience.start / 1000} detik. Catatannya ada di ${cluster.log}.`,
  );
}

function lockedByStranger(cluster: Cluster, pid: number): Error {
  return refused(
    'postgres_locked',
    `Berkas ${join(cluster.data, 'postmaster.pid')} menyebut proses ${pid}, yang masih hidup tetapi tidak menjawab sebagai basis data ini. Bila proses itu bukan PostgreSQL, hentikan proses itu lalu jalankan lagi.`,
  );
}

/** Whether the server on that port answers to our password and serves our data directory. */
async function isOurs(cluster: Cluster, port: number): Promise<boolean> {
  const sql = admin(cluster, port, 'postgres');
  try {
    const [row] = await sql`select current_setting('data_directory') as folder`;
    return row?.folder === cluster.data;
  } catch (error) {
    log('info', 'postgres_not_adopted', { port, reason: errorCode(error) });
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

type Launched = 'ready' | 'locked' | 'port_taken' | 'memory_in_use';

async function launch(cluster: Cluster, forgetful: boolean, port: number): Promise<Launched> {
  const file = await open(cluster.log, (await isLarge(cluster.log)) ? 'w' : 'a', 0o600);
  const from = (await file.stat()).size;
  const child = spawn(
    join(cluster.program.bin, 'postgres'),
    [
      ...['-D', cluster.data, '-p', String(port)],
      ...Object.entries({ ...always, ...(forgetful ? fastAndForgetful : {}) }).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    {
      ...cluster.program.owner,
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', file.fd, file.fd],
      // Its own process group: Ctrl-C reaches us only, and we let requests finish first.
      detached: true,
    },
  );
  // Before anything is waited for: where another server holds the lock it ends within a millisecond, and would end unheard.
  let over: string | undefined;
  child.on('error', (error) => {
    over = error.message;
  });
  child.on('exit', () => {
    over ??= '';
  });
  await file.close();
  while (over === undefined) {
    const lock = await readLock(cluster);
    if (lock?.pid === child.pid && lock?.status === 'ready') {
      child.unref();
      return 'ready';
    }
    await pause(25);
  }
  const said = over || (await readFile(cluster.log)).subarray(from).toString('utf8');
  if (/lock file "postmaster\.pid" already exists/.test(said)) return 'locked';
  if (/Address already in use|could not create any TCP\/IP sockets/.test(said)) return 'port_taken';
  if (/pre-existing shared memory block/.test(said)) return 'memory_in_use';
  throw refused(
    'postgres_refused',
    `PostgreSQL tidak mau berjalan: ${lastLine(said)}. Catatan lengkap: ${cluster.log}.`,
  );
}

/** A twenty-fourth of the machine's memory: what search visits for a common word should fit, and the rest of the machine not suffer. */
const sharedMegabytes = Math.round(Math.min(1_024, Math.max(128, totalmem() / 2 ** 20 / 24)));

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: `${sharedMegabytes}MB`,
  log_min_messages: 'warning',
  // A text with a person's name does not belong into a log file.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

const fastAndForgetful = {
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // A test's database is dropped by force, and only a superuser may end the vacuum that would just be in it.
  autovacuum: 'off',
};

async function isLarge(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > 10_000_000;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function admin(cluster: Cluster, port: number, name: string, onclose: () => void = () => undefined): Sql {
  return postgres({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: cluster.settings.adminPassword,
    database: 'postgres',
    max: 1,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => undefined,
    onclose,
    connection: { application_name: name },
  });
}

/** Makes the application's role and database where they are missing. */
async function prepare(cluster: Cluster, port: number): Promise<void> {
  const sql = admin(cluster, port, 'postgres');
  try {
    // Two first starts may come here at once.
    await sql`select pg_advisory_lock(7279)`;
    const [found] = await sql`
      select exists (select from pg_roles where rolname = ${role}) as role,
             exists (select from pg_database where datname = ${role}) as database`;
    // Utility statements take no parameters; the password is base64url of our own making.
    if (!found?.role) await sql.unsafe(`create role ${role} login createdb password '${cluster.settings.password}'`);
    if (!found?.database) await sql.unsafe(`create database ${role} owner ${role}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function beHere(cluster: Cluster, port: number, died: () => void): Promise<Sql> {
  let signedIn = false;
  const sql = admin(cluster, port, presenceName, () => {
    if (signedIn) died();
  });
  try {
    await sql`select 1`;
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  signedIn = true;
  return sql;
}

/** Whether no process of ours is signed in. Two that leave together may both say yes, which does no harm. */
async function nobodyIsHere(cluster: Cluster, port: number): Promise<boolean> {
  const sql = admin(cluster, port, 'postgres');
  try {
    // A session that just ended is still listed for a moment.
    for (const wait of [0, 50, 400]) {
      await pause(wait);
      const [row] = await sql`
        select count(*)::int as present from pg_stat_activity where application_name = ${presenceName}`;
      if (row?.present === 0) return true;
    }
    return false;
  } catch (error) {
    log('warn', 'postgres_presence', { reason: errorCode(error) });
    return true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function stopServer(cluster: Cluster): Promise<void> {
  // INT ends sessions and writes a checkpoint; QUIT leaves the rest to recovery.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const lock = await readLock(cluster);
    if (!lock || !isProcessAlive(lock.pid)) return;
    process.kill(lock.pid, signal);
    const until = Date.now() + patience.stop;
    while (Date.now() < until) {
      if ((await readLock(cluster))?.pid !== lock.pid || !isProcessAlive(lock.pid)) return;
      await pause(50);
    }
  }
  throw refused('postgres_stuck', `PostgreSQL tidak mau berhenti. Catatannya ada di ${cluster.log}.`);
}
