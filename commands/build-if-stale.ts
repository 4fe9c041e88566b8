import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, glob, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Config } from '#lib/config.ts';
import { readIfThere } from '#lib/data-folder.ts';
import { invalid } from '#lib/errors.ts';
import {
  type BuildDifference,
  differencesFrom,
  differencesInWords,
  hashProgram,
  manifestFile,
  type ProgramHashes,
  type ReadManifest,
  readManifest,
  writeManifest,
} from '#lib/integrity/build-manifest.ts';
import { hashPackages } from '#lib/integrity/package-hashes.ts';
import { log } from '#lib/log.ts';
import type { SigningKey } from '#lib/settings.ts';
import { say, seconds } from './say.ts';

/** What the built pages are made of. Tests, the demo's fill and migrations are not in them. */
const sources = [
  '{app,components,lib}/**/*.{ts,tsx,css,json,svg,woff2,ico,png}',
  'db/*.ts',
  'db/schema/**/*.ts',
  '{next.config.ts,tsconfig.json,package.json,package-lock.json,postcss.config.mjs}',
];

const leftOut = /\.test\.tsx?$|^lib\/testing\//;

/** Where Next puts the build; a test run may use its own. */
const folder = '.next';
const stamp = join(folder, 'sources.sha256');

/**
 * Makes sure that what runs is what was built, before it runs: every file of the program is compared with the
 * list made right after the build (decision 0053). When Node itself was changed, it builds. Without a list, or with
 * files that differ, the demo builds, for somebody is at work there; a newsroom does not start, since nobody knows
 * who changed or removed them.
 *
 * @param signal ends a build that is under way
 * @returns the list of the program's files, for those who look again later
 * @throws invalid when files differ or are not listed in production, or the build fails
 */
export async function requireBuild(settings: Config, signal?: AbortSignal): Promise<ProgramHashes> {
  const isReal = settings.mode === 'production';
  const keys = isReal ? settings.signingKeys : [];
  const manifest = await readManifest('.', keys);
  const differences = manifest.kind === 'list' ? differencesFrom(manifest.files, await hashProgram('.')) : [];
  const isFresh = existsSync(join(folder, 'BUILD_ID')) && (await readIfThere(stamp)) === (await hashOfSources());
  if (differences.length > 0 && !isReal) {
    say(`Berkas berubah sejak susunan terakhir: ${differencesInWords(differences)}.`);
  }
  const mayBeWritten = await isWritable(manifestFile);
  switch (stepBeforeStart({ isReal, isFresh, manifest, mayBeWritten, differences })) {
    case 'refuse':
      if (manifest.kind === 'none') throw unlisted();
      throw changed(
        manifest.kind === 'forged'
          ? `${manifestFile} tidak bersegel kunci kita`
          : differencesInWords(differences) || `${manifestFile} tidak bersegel, dan proses ini dapat menulisinya`,
      );
    case 'build':
      return build(keys, isReal, signal);
    case 'list':
      return writeManifest('.', keys);
    case 'serve':
      if (isReal && manifest.kind === 'list' && !manifest.isSealed) log('warn', 'build_list_unsealed');
      return manifest.kind === 'list' ? manifest : { files: await hashProgram('.'), packages: {} };
  }
}

/**
 * What a start does about the program's files as they are.
 *
 * @param isFresh there is a build, made from these sources with this Node
 * @param mayBeWritten this process could write the list itself, so that a list without seal proves nothing
 */
export function stepBeforeStart({
  isReal,
  isFresh,
  manifest,
  mayBeWritten,
  differences,
}: {
  isReal: boolean;
  isFresh: boolean;
  manifest: ReadManifest;
  mayBeWritten: boolean;
  differences: readonly BuildDifference[];
}): 'serve' | 'list' | 'build' | 'refuse' {
  if (isReal && (manifest.kind !== 'list' || differences.length > 0)) return 'refuse';
  if (isReal && manifest.kind === 'list' && !manifest.isSealed && mayBeWritten) return 'refuse';
  if (manifest.kind === 'list' && differences.length === 0) return isFresh ? 'serve' : 'build';
  // Of what the pages are not made of (a guide, a command) the demo needs no other build.
  const isBuildTouched = differences.some(({ path }) => path.startsWith(`${folder}/`));
  return isFresh && !isReal && !isBuildTouched ? 'list' : 'build';
}

/**
 * Builds the pages when there is no finished build, or when it was made from other sources.
 * Contents are compared, not dates: a fresh checkout has new dates on old files.
 *
 * @throws invalid when the build fails
 */
export async function buildIfStale(): Promise<void> {
  if (existsSync(join(folder, 'BUILD_ID')) && (await readIfThere(stamp)) === (await hashOfSources())) return;
  await build([], false);
}

/**
 * Builds the pages, and lists every file of the program as it now is.
 *
 * @param keys seal the list
 * @param withPackages whether the installed packages are listed too: for what will run as a newsroom
 * @throws invalid when the build fails
 */
export async function build(
  keys: readonly SigningKey[],
  withPackages: boolean,
  signal?: AbortSignal,
): Promise<ProgramHashes> {
  const begun = performance.now();
  const wanted = await hashOfSources();
  say('Menyusun halaman (sekali saja setelah program berubah, satu sampai dua menit) …');
  await rm(stamp, { force: true });
  const code = await nextBuild(signal);
  if (code !== 0) {
    throw invalid([
      {
        field: 'build',
        code: 'build_failed',
        text: `Halaman tidak dapat disusun (kode ${code}); sebabnya tertulis di atas. Jalankan \`npm ci\`, lalu coba lagi.`,
      },
    ]);
  }
  // Turbopack writes a map of a worker's chunk whatever it was told: sources are nobody's business.
  for await (const map of glob(join(folder, 'static', '**', '*.map'))) await rm(map);
  await writeFile(stamp, wanted);
  const listed = await writeManifest('.', keys, withPackages ? await hashPackages('.') : {});
  say(`Halaman tersusun dalam ${seconds(begun)}.`);
  return listed;
}

function changed(what: string): Error {
  return invalid([
    {
      field: 'build',
      code: 'build_changed',
      text: `Berkas program tidak sama dengan saat disusun: ${what}. Bila Anda baru memperbarui, jalankan \`npm run build\`. Bila tidak, jangan jalankan apa pun: ikuti “Saat terjadi insiden” di docs/operasi.md.`,
    },
  ]);
}

function unlisted(): Error {
  return invalid([
    {
      field: 'build',
      code: 'build_unlisted',
      text: `Daftar berkas program (${manifestFile}) tidak ada, jadi tidak dapat diketahui apakah berkasnya masih asli. Bila program ini baru dipasang, jalankan \`npm run build\` dengan setelan produksi. Bila daftarnya pernah ada, jangan jalankan apa pun: ikuti “Saat terjadi insiden” di docs/operasi.md.`,
    },
  ]);
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return true;
  } catch {
    // Not there, of a read-only file system, or somebody else's.
    return false;
  }
}

async function hashOfSources(): Promise<string> {
  const paths: string[] = [];
  for await (const path of glob(sources)) {
    // A folder may be called like a file: that of a route is (`app/api/v1/openapi.json`).
    if (!leftOut.test(path) && (await stat(path)).isFile()) paths.push(path);
  }
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.sort()) hash.update(`\n${path}\n`).update(await readFile(path));
  return hash.digest('hex');
}

function nextBuild(signal: AbortSignal | undefined): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    ...(signal ? { signal } : {}),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  child.on('error', () => resolve(null));
  child.on('close', (code) => resolve(code));
  return promise;
}
