import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { invalid } from '#lib/errors.ts';
import { say } from './say.ts';

/** Chromium without a sandbox (containers, root) and without calls home. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's packages, the one without windows first: it does the same work with a quarter less of the processor. */
const packages = ['chromium-headless-shell', 'chromium'];
const programNames = [...packages, 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const macPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A Chromium for the tests: the one named by CHROMIUM_PATH, an installed one, Playwright's own;
 * else one is installed, by Playwright or, as root on Debian, by its package.
 *
 * @throws invalid, saying exactly what to do
 */
export async function findBrowser(): Promise<string> {
  const installed = installedBrowser();
  if (installed) return installed;
  say('Tidak ada Chromium; memasangnya …');
  await runVisibly(process.execPath, [
    createRequire(import.meta.url).resolve('@playwright/test/cli'),
    'install',
    'chromium',
  ]);
  if (works(chromium.executablePath())) return chromium.executablePath();
  if (process.getuid?.() === 0 && inPath('apt-get')) {
    await runVisibly('apt-get', ['update', '-q']);
    for (const name of packages) {
      await runVisibly('apt-get', ['install', '-q', '-y', '--no-install-recommends', name]);
      const packaged = installedBrowser();
      if (packaged) return packaged;
    }
  }
  throw refused(
    'Chromium tidak ditemukan dan tidak dapat dipasang. Pasang dengan `sudo apt-get install chromium` (Debian, Ubuntu), atau tunjuk yang sudah ada: CHROMIUM_PATH=/jalur/ke/chromium npm test',
  );
}

/**
 * A Chromium that is already there, without installing anything.
 *
 * @throws invalid when CHROMIUM_PATH names something that does not run
 */
export function installedBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (works(named)) return named;
    throw refused(
      `CHROMIUM_PATH menunjuk ${named}, yang tidak dapat dijalankan. Contoh: CHROMIUM_PATH=/usr/bin/chromium`,
    );
  }
  const candidates = [...programNames.map(inPath), ...macPlaces, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && works(path));
}

function inPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder && isExecutable(path)) return path;
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent or not executable: either way not a candidate.
    return false;
  }
}

/** A downloaded browser may lack the system's libraries, so it is asked for its version. */
function works(path: string): boolean {
  return (
    existsSync(path) &&
    spawnSync(path, ['--no-sandbox', '--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  );
}

function runVisibly(program: string, parts: string[]): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  const child = spawn(program, parts, { stdio: 'inherit' });
  child.on('error', () => resolve(null));
  child.on('close', resolve);
  return promise;
}

function refused(text: string): Error {
  return invalid([{ field: 'CHROMIUM_PATH', code: 'browser_missing', text }]);
}
