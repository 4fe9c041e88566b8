import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

/** An installed package and the licence it names. */
export type LicensedPackage = { name: string; version: string; licence: string; isShipped: boolean };

/** Licences that ask for nothing but a notice. */
const permissive = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['BlueOak-1.0.0', 'Unlicense', 'Zlib', 'Python-2.0'],
];

/** Licences that ask for more, and the packages for which we looked at it (docs/dependencies.md). */
const looked: readonly { licence: string; packages: RegExp }[] = [
  // libvips, linked dynamically; its source is public and unchanged.
  { licence: 'LGPL-3.0-or-later', packages: /^@img\/sharp-/ },
  // Tools of the tests and the build, not shipped.
  { licence: 'MPL-2.0', packages: /^(?:@axe-core\/playwright|axe-core|ical\.js|lightningcss(?:-.*)?)$/ },
  { licence: 'OFL-1.1', packages: /^@fontsource-variable\/plus-jakarta-sans$/ },
  // A table of browsers, read while building.
  { licence: 'CC-BY-4.0', packages: /^caniuse-lite$/ },
];

/** Packages whose own description names none: what stands in their source, or in the package they are a build of. */
const named: readonly { packages: RegExp; licence: string }[] = [
  { packages: /^@biomejs\/cli-/, licence: 'MIT OR Apache-2.0' },
  { packages: /^@next\/swc-/, licence: 'MIT' },
  { packages: /^(?:busboy|combine-errors|humanize-number|streamsearch)$/, licence: 'MIT' },
];

/** Every package of the lock file, by name. */
export async function licensedPackages(lockPath = 'package-lock.json'): Promise<LicensedPackage[]> {
  const { packages } = lockFile.parse(JSON.parse(await readFile(lockPath, 'utf8')));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license, dev = false }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const licence = license ?? named.find((one) => one.packages.test(name))?.licence ?? '';
      return { name, version, licence, isShipped: !dev };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Whether a package may be used under the licence it names: an SPDX expression of one kind of joint. */
export function isAllowed({ name, licence }: Pick<LicensedPackage, 'name' | 'licence'>): boolean {
  const expression = licence.replace(/^\((.*)\)$/, '$1');
  const isOne = (id: string) =>
    permissive.includes(id) || looked.some((one) => one.licence === id && one.packages.test(name));
  // What mixes both joints is not worked out but refused, and looked at by a person.
  if (expression.includes('(') || (expression.includes(' OR ') && expression.includes(' AND '))) return false;
  if (expression.includes(' OR ')) return expression.split(' OR ').some(isOne);
  return expression.split(' AND ').every(isOne);
}
