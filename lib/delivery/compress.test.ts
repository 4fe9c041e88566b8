import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chooseEncoding, compress } from './compress.ts';

test('each encoding holds the same bytes', async () => {
  const plain = Buffer.from('Warta Kalimantan Timur. '.repeat(200));
  for (const patient of [false, true]) {
    const compressed = await compress(plain, patient);
    expect(brotliDecompressSync(compressed.br)).toEqual(plain);
    expect(gunzipSync(compressed.gzip)).toEqual(plain);
    expect(compressed.br.length).toBeLessThan(plain.length / 10);
  }
});

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['br;q=0.0, gzip;q=0.000', 'identity'],
  ['BR', 'br'],
  ['deflate', 'identity'],
  ['gzip;q=0.5', 'gzip'],
  ['x-gzip', 'gzip'],
  ['*', 'identity'],
  ['__proto__', 'identity'],
  ['toString', 'identity'],
] as const)('Accept-Encoding %s gets %s', (header, expected) => {
  expect(chooseEncoding(header)).toBe(expected);
});
