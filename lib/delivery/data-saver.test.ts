import { expect, test } from 'vitest';
import { linkToSaver, saveData } from './data-saver.ts';

const photo = (kind: string, alt: string) =>
  `<picture class="photo ${kind}"><source type="image/avif" srcSet="/media/r/a.avif 320w"/><img src="/media/r/a.jpg" alt="${alt}" width="3"/></picture>`;

test('a photo becomes a link to itself, with its own words', () => {
  expect(saveData(`<p>a</p>${photo('', 'Sawah &quot;hijau&quot;')}<p>b</p>`, '/berita/x')).toBe(
    '<p>a</p><a class="photo-link" href="/media/r/a.jpg">Lihat foto: Sawah &quot;hijau&quot;</a><p>b</p>',
  );
  expect(saveData(photo('', ''), '/')).toBe('<a class="photo-link" href="/media/r/a.jpg">Lihat foto</a>');
});

test('the small photos of lists go without a trace', () => {
  expect(saveData(`<article>${photo('photo-cropped', 'x')}</article>`, '/')).toBe('<article></article>');
});

test.each([
  ['/berita/a', '/berita/a?hemat=1'],
  ['/kanal/a?halaman=2', '/kanal/a?halaman=2&amp;hemat=1'],
  ['/berita/a#perubahan-2', '/berita/a?hemat=1#perubahan-2'],
  ['#isi', '#isi'],
  ['/media/d/a.pdf', '/media/d/a.pdf'],
  ['/rss.xml', '/rss.xml'],
  ['//evil.example/x', '//evil.example/x'],
  ['https://wa.me/?text=a', 'https://wa.me/?text=a'],
])('a link to %s leads to %s', (href, kept) => {
  expect(saveData(`<a class="x" href="${href}">y</a>`, '/kanal/x?halaman=2')).toBe(`<a class="x" href="${kept}">y</a>`);
});

test('a form keeps the choice', () => {
  expect(saveData('<form action="/cari"><input name="q"/></form>', '/')).toBe(
    '<form action="/cari"><input type="hidden" name="hemat" value="1"/><input name="q"/></form>',
  );
});

test('the link to the page without pictures leads back from there, whatever else has its words', () => {
  const words = 'Hemat data: tanpa gambar';
  const form = (saver: string) =>
    `<form action="/cari">${saver}<input name="q" value="${words}"/></form><p>${words}</p>`;
  const link = (href: string, text: string) => `<a href="${href}" rel="nofollow">${text}</a>`;
  expect(saveData(form('') + link('?hemat=1', words) + link('/opd', words), '/cari?q=a&opd=dishub')).toBe(
    form('<input type="hidden" name="hemat" value="1"/>') +
      link('/cari?q=a&amp;opd=dishub', 'Tampilkan gambar') +
      link('/opd?hemat=1', words),
  );
});

test('the link to the page without pictures is completed with its own address', () => {
  expect(linkToSaver('<a href="?hemat=1">x</a>', '/kanal/x')).toBe('<a href="/kanal/x?hemat=1">x</a>');
  expect(linkToSaver('<a href="?hemat=1">x</a>', '/cari?q=a')).toBe('<a href="/cari?q=a&amp;hemat=1">x</a>');
});
