import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readdir, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { prepareDataFolder, readIfThere } from '#lib/data-folder.ts';
import { errorCode, invalid } from '#lib/errors.ts';
import { writePrivately } from '#lib/private-file.ts';
import {
  canReach,
  exists,
  findPostgres,
  type Owner,
  openPlace,
  ownerOf,
  type PostgresProgram,
  run,
} from './postgres-program.ts';

/** The major version whose files we can read. */
const ourVersion = 18;

const settings = z.strictObject({
  port: z.int().min(1024).max(65_535),
  /** Of PostgreSQL's own administrator; the application never connects with it. */
  adminPassword: z.string().min(20),
  password: z.string().min(20),
});

export type ClusterSettings = z.infer<typeof settings>;

/** An initialised PostgreSQL data directory. `data` is its real path. */
export type Cluster = {
  data: string;
  log: string;
  settingsFile: string;
  settings: ClusterSettings;
  program: PostgresProgram;
};

/**
 * Opens the cluster in `folder`, or makes one there when the folder is missing or empty.
 * A folder that holds anything else is never touched.
 *
 * @param report receives a sentence for the operator when something took a place he would not expect
 * @throws invalid, in words for the operator
 */
export async function openCluster(folder: string, report: (sentence: string) => void): Promise<Cluster> {
  prepareDataFolder(dirname(folder));
  if (!(await holdsSomething(folder))) await makeCluster(folder, report);
  return readCluster(folder);
}

async function holdsSomething(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw refused(
      'folder_closed',
      `Folder ${folder} tidak dapat dibaca oleh pengguna ini (${errorCode(error)}). Jalankan Ruang Warta sebagai pengguna yang dulu membuatnya.`,
    );
  }
}

async function readCluster(folder: string): Promise<Cluster> {
  const root = await realpath(folder);
  const data = join(root, 'data');
  const settingsFile = join(root, 'server.json');
  const [version, text] = await Promise.all([readHere(join(data, 'PG_VERSION')), readHere(settingsFile)]);
  if (version === undefined || text === undefined) {
    throw refused(
      'folder_foreign',
      `Folder ${folder} berisi sesuatu, tetapi bukan basis data Ruang Warta yang utuh. Pindahkan isinya atau pulihkan dari cadangan; kami tidak menimpanya.`,
    );
  }
  if (Number(version) !== ourVersion) {
    const age = Number(version) > ourVersion ? 'lebih baru' : 'lebih lama';
    throw refused(
      'cluster_version',
      `Basis data di ${folder} dibuat oleh PostgreSQL ${version.trim()}, ${age} daripada PostgreSQL ${ourVersion} yang dibawa versi Ruang Warta ini. Pakai versi Ruang Warta yang membuatnya, atau pulihkan cadangan ke folder baru.`,
    );
  }
  const owner = await ownerOf(data);
  if (owner && !(await canReach(owner, data))) {
    throw refused(
      'folder_closed',
      `Pengguna yang menjalankan PostgreSQL tidak dapat masuk ke ${data}. Kembalikan folder itu ke tempat semula, atau buka jalan ke sana (hak "x" pada setiap folder di atasnya).`,
    );
  }
  const program = await findPostgres(owner);
  return { data, log: join(root, 'postgresql.log'), settingsFile, settings: settings.parse(JSON.parse(text)), program };
}

async function readHere(path: string): Promise<string | undefined> {
  try {
    return await readIfThere(path);
  } catch (error) {
    throw refused(
      'folder_closed',
      `Berkas ${path} tidak dapat dibaca oleh pengguna ini (${errorCode(error)}). Jalankan Ruang Warta sebagai pengguna yang dulu membuatnya.`,
    );
  }
}

/**
 * Makes the whole cluster beside its place and moves it there in one step, so that a start
 * that was killed leaves nothing half-made, and of two first starts one wins.
 */
async function makeCluster(folder: string, report: (sentence: string) => void): Promise<void> {
  const owner = await ownerOf(join(folder, 'data'));
  const program = await findPostgres(owner);
  const elsewhere = owner !== undefined && !(await canReach(owner, dirname(folder)));
  if (elsewhere) await mkdir(openPlace, { recursive: true, mode: 0o755 });
  const root = await mkdtemp(elsewhere ? join(openPlace, 'basis-data-') : `${folder}.baru-`);
  try {
    await fill(root, program);
    if (elsewhere) await symlink(root, folder);
    else await rename(root, folder);
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    if (errorCode(error) === 'EEXIST' || errorCode(error) === 'ENOTEMPTY') return;
    throw error;
  }
  if (elsewhere) {
    report(
      `Basis data disimpan di ${root}: PostgreSQL tidak berjalan sebagai root, dan pengguna "postgres" tidak boleh masuk ke ${dirname(folder)}.`,
    );
  }
}

async function fill(root: string, program: PostgresProgram): Promise<void> {
  const made: ClusterSettings = {
    port: await freePort(),
    adminPassword: randomBytes(24).toString('base64url'),
    password: randomBytes(24).toString('base64url'),
  };
  const data = join(root, 'data');
  const passwordFile = join(root, 'sandi');
  await chmod(root, 0o711);
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, made.adminPassword, { mode: 0o600 });
  if (program.owner) await give([data, passwordFile], program.owner);
  const { code, output } = await run(
    join(program.bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ],
    program.owner,
  );
  await rm(passwordFile);
  if (output.includes('could not look up effective user ID')) {
    throw refused(
      'user_nameless',
      `Pengguna bernomor ${process.getuid?.()} tidak punya nama pada sistem ini, dan PostgreSQL membutuhkannya. Jalankan sebagai pengguna yang terdaftar (/etc/passwd), atau isi DATABASE_URL.`,
    );
  }
  if (code !== 0)
    throw refused('initdb', `PostgreSQL tidak dapat menyiapkan basis data di ${root}: ${lastLine(output)}`);
  await writePrivately(join(root, 'server.json'), `${JSON.stringify(made, null, 2)}\n`);
}

async function give(paths: string[], owner: Owner): Promise<void> {
  for (const path of paths) await chown(path, owner.uid, owner.gid);
}

/** Remembers another port, when the former one is taken by a stranger. */
export async function moveToFreePort(cluster: Cluster): Promise<void> {
  cluster.settings = { ...cluster.settings, port: await freePort() };
  await writePrivately(cluster.settingsFile, `${JSON.stringify(cluster.settings, null, 2)}\n`);
}

/** A port on the loopback address that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  probe.on('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => {
      if (address && typeof address === 'object') resolve(address.port);
      else reject(new Error('no free port'));
    });
  });
  return promise;
}

/** What PostgreSQL wrote into its lock file; `status` is `starting`, `ready`, `standby` or `stopping`. */
export type Lock = { pid: number; port: number; status: string };

/** Reads the lock of the cluster. It is PostgreSQL's file: we never write or delete it. */
export async function readLock(cluster: Cluster): Promise<Lock | undefined> {
  const text = await readIfThere(join(cluster.data, 'postmaster.pid'));
  const [pid, , , port, , , , status] = (text ?? '').split('\n');
  if (!pid) return undefined;
  return { pid: Number(pid), port: Number(port ?? 0), status: (status ?? '').trim() || 'starting' };
}

export async function wasMade(folder: string): Promise<boolean> {
  return exists(join(folder, 'data', 'PG_VERSION'));
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

export function refused(code: string, text: string): Error {
  return invalid([{ field: 'DATA_DIR', code, text }]);
}
