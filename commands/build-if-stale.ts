import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readIfThere } from '#lib/data-folder.ts';
import { invalid } from '#lib/errors.ts';
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
 * Builds the pages when there is no finished build, or when it was made from other sources.
 * Contents are compared, not dates: a fresh checkout has new dates on old files.
 *
 * @param signal ends a build that is under way
 * @throws invalid when the build fails
 */
export async function buildIfStale(signal?: AbortSignal): Promise<void> {
  const wanted = await hashOfSources();
  if (existsSync(join(folder, 'BUILD_ID')) && (await readIfThere(stamp)) === wanted) return;
  const begun = performance.now();
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
  say(`Halaman tersusun dalam ${seconds(begun)}.`);
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
