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
  ['/rss.xml?hemat=1', '/sistem/umpan/rss?daftar=%2F'],
  ['/kanal/kesehatan/atom.xml', '/sistem/umpan/atom?daftar=%2Fkanal%2Fkesehatan'],
  ['/siaran-pers/feed.json', '/sistem/umpan/json?daftar=%2Fsiaran-pers'],
  ['/ralat/rss.xml', '/sistem/umpan/rss?daftar=%2Fralat'],
  ['/berita/x.md', '/sistem/salinan/x/md'],
  ['/berita/x.txt', '/sistem/salinan/x/txt'],
  ['/berita/x.ics', '/sistem/salinan/x/ics'],
  ['/agenda.ics', '/sistem/agenda'],
  ['/sitemap.xml', '/sistem/peta/indeks'],
  ['/sitemap-berita.xml', '/sistem/peta/berita'],
  ['/sitemap-2026-01-2.xml', '/sistem/peta/2026-01-2'],
  ['/robots.txt', '/sistem/teks/robots'],
  ['/.well-known/security.txt', '/sistem/teks/security'],
  ['/api/v1/artikel?jumlah=5&sejak=2026-01-01&x=1', '/api/v1/artikel?jumlah=5&sejak=2026-01-01'],
  ['/api/v1/artikel?sampai=besok&kursor=%00&jenis=', '/api/v1/artikel?sampai=besok'],
  ['/api/v1/artikel/x', '/api/v1/artikel/x'],
  ['/api/v1/openapi.json', '/api/v1/openapi.json'],
])('%s is rendered for machines from %s', (url, rendered) => {
  const target = readTarget(url);
  const found = target === undefined ? undefined : matchReaderPage(target);
  expect(found).toMatchObject({ kind: 'page', page: { rendered, isForMachines: true } });
});

test.each([
  ['/?p=123', '/?p=123'],
  ['/?page_id=9&utm_source=x', '/?p=9'],
  ['/?p=1%20or%201', undefined],
  ['/2020/11/25/Judul-Berita/', '/2020/11/25/judul-berita'],
  ['/category/berita/', '/category/berita'],
  ['/post/detail/judul', '/post/detail/judul'],
  ['/berita/detail/judul', '/berita/detail/judul'],
  ['/berita/judul.html', '/berita/judul.html'],
  ['/index.php/berita/judul', '/index.php/berita/judul'],
])('%s is looked up among addresses of earlier sites as %s', (url, oldAddress) => {
  const target = readTarget(url);
  const found = target === undefined ? undefined : matchReaderPage(target);
  expect(found?.kind === 'page' ? found.page.oldAddress : undefined).toBe(oldAddress);
});

test('endless pages are those of which strangers can think up any number', () => {
  const endless = ['/cari?q=a', '/cek?kode=a', '/cek/3f2a9c1b77d041ee', '/api/v1/artikel?kursor=a', '/?p=7'];
  for (const url of [...endless, '/', '/berita/x', '/kanal/x?halaman=2']) {
    const target = readTarget(url);
    const found = target === undefined ? undefined : matchReaderPage(target);
    expect(found?.kind === 'page' && found.page.isEndless === true, url).toBe(endless.includes(url));
  }
});

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
  ['/halaman/tentang-kami', '/halaman/tentang-kami'],
  ['/opd', '/opd'],
  ['/opd/dinkes/dokumen?halaman=3', '/opd/dinkes/dokumen?halaman=3'],
  ['/topik', '/topik'],
  ['/topik/banjir?halaman=2', '/topik/banjir?halaman=2'],
  ['/siaran-pers?halaman=2', '/siaran-pers?halaman=2'],
  ['/agenda?halaman=2', '/agenda'],
  ['/arsip', '/arsip'],
  ['/arsip/2026', '/arsip/2026'],
  ['/arsip/2026/01?halaman=2', '/arsip/2026/01?halaman=2'],
  ['/arsip/2026/01/14', '/arsip/2026/01/14'],
  ['/arsip/2026/1', 'unknown'],
  ['/arsip/2026/13', 'unknown'],
  ['/arsip/1026', 'unknown'],
  ['/ralat', '/ralat'],
  ['/integritas?halaman=2', '/integritas'],
  ['/cari?q=banjir+rob&utm_source=x&urut=terbaru&opd=dinkes', '/cari?q=banjir+rob&opd=dinkes&urut=terbaru'],
  ['/cari?urut=terbaru&q=banjir&hemat=1', '/cari?q=banjir&urut=terbaru&hemat=1'],
  ['/cari?q=%00%E2%80%8Bbanjir%0D%0A', '/cari?q=banjir'],
  ['/cari?q=%ff', '/cari?q=%EF%BF%BD'],
  ['/cari?opd=..%2Fx&jenis=%27', '/cari'],
  ['/cari?q=a&halaman=0', 'unknown'],
  [`/cari?q=${'a'.repeat(500)}`, `/cari?q=${'a'.repeat(200)}`],
  ['/cek', '/cek'],
  ['/cek?kode=3F2A+9c1b-77d0%2041ee', '301 /cek/3f2a9c1b77d041ee'],
  ['/cek?kode=apa', '/cek?kode=apa'],
  ['/cek/3f2a9c1b77d041ee', '/cek/3f2a9c1b77d041ee'],
  ['/cek/3F2A9C1B77D041EE', 'unknown'],
  ['/cek/3f2a', 'unknown'],
  ['/?hemat=1', '/?hemat=1'],
  ['/?hemat=0', '/'],
  ['/opd/dinkes?hemat=1&halaman=2', '/opd/dinkes?halaman=2&hemat=1'],
  ['/berita/x/?hemat=1', '301 /berita/x?hemat=1'],
])('%s is %s', (url, expected) => {
  expect(match(url)).toBe(expected);
});
