import { expect, test } from 'vitest';
import { matchReaderPage } from './reader-routes.ts';
import { readTarget } from './request-target.ts';

function match(url: string) {
  const target = readTarget(url);
  if (target === undefined) throw new Error(`no target: ${url}`);
  const found = matchReaderPage(target);
  if (found.kind === 'page') return found.page.address;
  return found.kind === 'moved' ? `301 ${found.to}` : found.kind;
}

test.each([
  ['/', '/'],
  ['/?utm_source=wa&fbclid=x&_rsc=1', '/'],
  ['/berita/jalan-poros', '/berita/jalan-poros'],
  ['/berita/jalan-poros?halaman=2', '/berita/jalan-poros'],
  ['/opd/dinkes', '/opd/dinkes'],
  ['/opd/dinkes?halaman=1', '/opd/dinkes'],
  ['/opd/dinkes?halaman=', '/opd/dinkes'],
  ['/opd/dinkes?halaman=2', '/opd/dinkes?halaman=2'],
  ['/opd/dinkes?x=1&halaman=2&halaman=3', '/opd/dinkes?halaman=2'],
  ['/opd/dinkes?h%61laman=2', '/opd/dinkes?halaman=2'],
  ['/kanal/kesehatan?halaman=12', '/kanal/kesehatan?halaman=12'],
  ['/opd/dinkes?halaman=abc', 'unknown'],
  ['/opd/dinkes?halaman=0', 'unknown'],
  ['/opd/dinkes?halaman=02', 'unknown'],
  ['/opd/dinkes?halaman=-1', 'unknown'],
  ['/opd/dinkes?halaman=1e3', 'unknown'],
  ['/opd/dinkes?halaman=99999', 'unknown'],
  ['/berita/jalan-poros/', '301 /berita/jalan-poros'],
  ['/opd/dinkes/?halaman=2&utm_source=x', '301 /opd/dinkes?halaman=2'],
  ['/sistem/tidak-ditemukan', 'unknown'],
  ['/sistem/ditarik/x', 'unknown'],
  ['/berita', 'unknown'],
  ['/berita//x', 'unknown'],
  ['/Berita/x', 'unknown'],
  ['/berita/X', 'unknown'],
  ['/berita/%78', 'unknown'],
  ['/berita/-x', 'unknown'],
  ['/redaksi-lain', 'unknown'],
  ['/apa-saja/', 'unknown'],
])('%s is %s', (url, expected) => {
  expect(match(url)).toBe(expected);
});
