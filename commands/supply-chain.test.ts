import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isAllowed, licensedPackages } from './licence-list.ts';

test('every package is used under a licence that we may', async () => {
  const packages = await licensedPackages();
  expect(packages.length).toBeGreaterThan(300);
  expect(packages.filter((one) => !isAllowed(one)).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
});

test.each([
  ['x', 'GPL-3.0-only', false],
  ['x', '', false],
  ['x', 'MPL-2.0', false],
  ['ical.js', 'MPL-2.0', true],
  ['x', 'LGPL-3.0-or-later', false],
  ['@img/sharp-wasm32', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT', true],
  ['x', '(MIT OR GPL-3.0-or-later)', true],
  ['x', 'MIT AND GPL-2.0-only', false],
  ['x', 'MIT AND (GPL-2.0-only OR ISC)', false],
])('%s under %j: %s', (name, licence, allowed) => {
  expect(isAllowed({ name, licence })).toBe(allowed);
});

const bom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
});

test('the list of components names every package of the lock file', async () => {
  const child = spawn(process.execPath, ['commands/sbom.ts'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [list] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const { components } = bom.parse(JSON.parse(list));
  const purls = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const missing = (await licensedPackages()).filter(({ name, version }) => !purls.has(`${name}@${version}`));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
