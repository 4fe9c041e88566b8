import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTarget } from './request-target.ts';

test.each([
  '/_next/../berita/x',
  '/redaksi/%2e%2e/berita/x',
  '/redaksi/%2E%2E/berita/x',
  '/redaksi/.%2e/x',
  '/redaksi/..',
  '/redaksi/./x',
  '/a%2fb',
  '/a%5cb',
  '/a%00b',
  '/a%0d%0aset-cookie:x',
  '/a%252e%252e/b',
  '/a\\b',
  '/a?b\\c',
  '//evil.example/x',
  'http://evil.example/',
  '*',
  '',
  'x',
  '/a#b',
  '/a b',
  '/a%',
  '/a%zz',
  '/a%e0%a4',
  '/"x"',
  '/héllo',
  `/${'a'.repeat(9_000)}`,
])('refuses %s', (url) => {
  expect(readTarget(url)).toBeUndefined();
});

test.each([
  ['/', '/', ''],
  ['/berita/jalan-poros', '/berita/jalan-poros', ''],
  ['/opd/dinkes?halaman=2&utm_source=wa', '/opd/dinkes', 'halaman=2&utm_source=wa'],
  ['/a%20b', '/a%20b', ''],
  ['/x?', '/x', ''],
  ['/x?next=/../y&q=%2e', '/x', 'next=/../y&q=%2e'],
])('takes %s', (url, path, query) => {
  expect(readTarget(url)).toEqual({ path, query });
});

test('a path it takes means the same to every parser', () => {
  const piece = fc.constantFrom(
    '/',
    '.',
    '..',
    '%2e',
    '%2F',
    '\\',
    'a',
    'redaksi',
    '_next',
    '?',
    '%',
    '%41',
    ';',
    '@',
    ':',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const target = readTarget(`/${pieces.join('')}`);
      if (target === undefined) return;
      expect(new URL(target.path, 'http://a').pathname).toBe(target.path);
      expect(decodeURIComponent(target.path).split('/')).not.toContain('..');
    }),
  );
});
