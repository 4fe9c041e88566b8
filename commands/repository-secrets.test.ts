import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What is made or installed here, and not part of the repository. */
const elsewhere = /^(?:node_modules|\.git|\.env|\.next.*|\.data.*|test-results|playwright-report|bench-results)$/;

/** Forms by which secrets are known whatever they open. Written so that this file is none of them. */
const secretForms: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /\bAGE-SECRET-KEY-1[0-9A-Z]{50,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  /\bAIza[0-9A-Za-z_-]{35}\b/,
  // A password in an address of another machine than this one and those of the documentation.
  /\b(?:postgres|postgresql|smtps?|https?):\/\/[^\s:/@'"`${}<]+:(?!sandi|rahasia|salah|benar|s%40ndi|x@)[^\s/@'"`${}<]{8,}@(?!127\.0\.0\.1|localhost|\[::1\]|evil|[^\s/]*(?:example|contoh))/,
];

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => !elsewhere.test(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return Promise.resolve(entry.isFile() ? [path] : []);
    });
  return (await Promise.all(lists)).flat();
}

test('the repository holds no secret', async () => {
  const files = await filesIn('.');
  expect(files.length).toBeGreaterThan(1_000);
  const found: string[] = [];
  for (const file of files) {
    // Larger ones are dictionaries, pictures and lists of fingerprints.
    if ((await stat(file)).size > 1_000_000) continue;
    const text = await readFile(file, 'latin1');
    for (const form of secretForms) if (form.test(text)) found.push(`${file}: ${form.source.slice(0, 30)}`);
  }
  expect(found).toEqual([]);
});

test.each([
  ['-----BEGIN ', 'RSA PRIVATE KEY-----'],
  ['AGE-SECRET-', `KEY-1${'Q'.repeat(58)}`],
  ['gh', `p_${'a'.repeat(36)}`],
  ['postgres://warta', ':k4t4-s4nd1-asl1@basisdata.kaltimprov.go.id/warta'],
])('a secret that begins with %s would be found', (start, rest) => {
  expect(secretForms.some((form) => form.test(start + rest))).toBe(true);
});
