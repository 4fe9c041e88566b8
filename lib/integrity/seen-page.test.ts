import { expect, test } from 'vitest';
import { differsFromSigned, pageFindings } from './page-findings.ts';
import { seenPage } from './seen-page.ts';

const expected = {
  origin: 'https://warta.example.go.id',
  register: { own: ['warta.example.go.id'], allowed: ['mitra.example'], refused: [] },
  signedWords: 'Polisi menutup situs slot gacor di Samarinda.',
};
const article = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><title>Feri</title>${head}</head><body><main><h1>Feri Kembali Beroperasi</h1><div class="article-body"><div>${body}</div></div><footer>Tentang</footer></main></body></html>`;
const faults = (html: string) => pageFindings('/berita/x', seenPage(html), expected).map(({ fault }) => fault);

test('a page of ours shows nothing wrong: links of the register, shares, telephones, structured data', () => {
  const html = article(
    '<div hidden=""><!--$--><!--/$--></div><p>Dua jalur <a href="https://mitra.example/a">dibuka</a>.</p><a href="https://wa.me/?text=x">WhatsApp</a><a href="tel:112">112</a><a href="/cari">Cari</a>',
    '<script type="application/ld+json">{}</script><link rel="stylesheet" href="/_next/static/a.css">',
  );
  expect(pageFindings('/berita/x', seenPage(html), expected)).toEqual([]);
});

test.each([
  ['a script', '<script>x()</script>', 'script'],
  ['a script that never ends', '<script src=//jahat.example/x.js>', 'script'],
  ['a handler', '<img src="/a.png" onerror="x()">', 'script'],
  ['a frame', '<iframe src="/x"></iframe>', 'script'],
  ['a base', '<base href="https://jahat.example/">', 'script'],
  ['a page that moves', '<META HTTP-EQUIV="Refresh" CONTENT="0;url=/x">', 'refresh'],
  ['something hidden', '<div hidden><p>Teks</p></div>', 'hidden'],
  ['a hidden picture', '<img hidden alt="" src="/a.png">', 'hidden'],
  ['something deep within', '<div hidden><div></div><div><a href="/x"></a></div></div>', 'hidden'],
  ['something out of sight', '<div style="position:absolute;left:-9999px">Teks</div>', 'hidden'],
  ['a style of its own', '<style>p{display:none}</style>', 'hidden'],
  ['a link elsewhere', '<a href="https://judi.example/">Selengkapnya</a>', 'foreign_link'],
  ['a link in entities', '<a href="&#104;ttps://judi.example/">Selengkapnya</a>', 'foreign_link'],
  ['a link without scheme', '<a href="//judi.example/">Selengkapnya</a>', 'foreign_link'],
  ['a form that leads elsewhere', '<form action="https://judi.example/"></form>', 'foreign_link'],
  ['a picture from elsewhere', '<img alt="" src="https://judi.example/a.png">', 'foreign_link'],
  ['a script in an address', '<a href="javascript:x()">Klik</a>', 'foreign_link'],
  ['words of gambling', '<p>Daftar situs slot maxwin sekarang</p>', 'gambling'],
  ['such words in other letters', '<p>ѕlоt gасоr hari ini, maxwin</p>', 'gambling'],
  ['such words beside a picture', '<img src="/a.png" alt="togel maxwin">', 'gambling'],
])('%s is found', (_, markup, fault) => {
  expect(faults(article(`<p>Dua jalur dibuka.</p>${markup}`))).toContain(fault);
});

test('words of gambling in the title and the description are found', () => {
  expect(faults('<html><head><title>Slot gacor maxwin</title></head><body></body></html>')).toContain('gambling');
  expect(faults('<html><head><meta name="description" content="togel maxwin"></head></html>')).toContain('gambling');
});

test('what was signed about gambling is no finding', () => {
  expect(faults(article('<p>Polisi menutup situs slot gacor di Samarinda.</p>'))).toEqual([]);
});

test('an article is compared word for word with what was signed', () => {
  const signed = {
    lines: ['Feri Kembali Beroperasi', 'Dua jalur “dibuka” lagi.'],
    texts: 'Feri Kembali Beroperasi Dua jalur “dibuka” lagi.',
  };
  const differs = (body: string) => differsFromSigned(seenPage(article(body)), signed);
  expect(differs('<p>Dua <strong>jalur</strong> &quot;dibuka&quot; lagi.</p>')).toBeUndefined();
  expect(differs('<p>Dua jalur ditutup lagi.</p>')).toBe('tidak ada: Dua jalur “dibuka” lagi.');
  expect(differs('<p>Dua jalur dibuka lagi.</p><p>Hubungi calo.</p>')).toBe('tidak ditandatangani: hubungi');
});
