import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileLinks, hostileMarkup } from '../testing/attack-corpus.ts';
import { foreignMarkup } from '../testing/markup-oracle.ts';
import { checkLink, directLink, leavesTheSite, withoutDetours } from './links.ts';

describe('addresses that are taken', () => {
  test.each([
    ['https://www.kaltimprov.go.id/berita?id=1#atas', 'https://www.kaltimprov.go.id/berita?id=1#atas'],
    ['  HTTP://Kaltimprov.go.id ', 'http://kaltimprov.go.id/'],
    ['kaltimprov.go.id', 'https://kaltimprov.go.id/'],
    ['www.kaltimprov.go.id:8443/layanan?x=1', 'https://www.kaltimprov.go.id:8443/layanan?x=1'],
    ['https://wa.me/62811?text=Halo%0ANama:', 'https://wa.me/62811?text=Halo%0ANama:'],
    ['https://contoh.id/a"b<c>', 'https://contoh.id/a%22b%3Cc%3E'],
    ['https://contoh.id/@humas', 'https://contoh.id/@humas'],
    ['https://id.wikipedia.org/wiki/Tenggarong_(kota)', 'https://id.wikipedia.org/wiki/Tenggarong_(kota)'],
    ['https://pemkab.id/sidang-ke-10/é', 'https://pemkab.id/sidang-ke-10/%C3%A9'],
    ['mailto:Humas@Kaltimprov.go.id', 'mailto:Humas@kaltimprov.go.id'],
    ['humas@kaltimprov.go.id', 'mailto:humas@kaltimprov.go.id'],
    [
      'mailto:humas@kaltimprov.go.id?subject=Permohonan%20data',
      'mailto:humas@kaltimprov.go.id?subject=Permohonan%20data',
    ],
    ['tel:+62 541 733-333', 'tel:+62541733333'],
    ['tel:(0541) 733.333', 'tel:0541733333'],
    ['tel:112', 'tel:112'],
    ['/berita/banjir-surut?x=1#bawah', '/berita/banjir-surut?x=1#bawah'],
    ['/', '/'],
  ])('%s', (text, href) => {
    expect(checkLink(text)).toEqual({ ok: true, href });
  });
});

test.each(hostileLinks.map((address) => [address.slice(0, 60), address]))(
  'refuses %j with a reason',
  (_name, address) => {
    const link = checkLink(address);
    expect(link.ok).toBe(false);
    expect(link.ok || link.reason).toMatch(/^[A-Z].+\.$/);
  },
);

test('names the scheme it refuses', () => {
  expect(checkLink('javascript:alert(1)')).toEqual({
    ok: false,
    reason: 'Tautan dengan awalan “javascript:” tidak diterima. Pakai alamat http, https, mailto, atau tel.',
  });
});

test('whatever is taken is harmless, and is taken again unchanged', () => {
  const pieces = fc.constantFrom(
    ...hostileLinks,
    ...hostileMarkup,
    'https://',
    '/',
    '\\',
    ':',
    '@',
    'a.id',
    '\t',
    'tel:',
    'mailto:',
    '?',
    '%0a',
  );
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(address, (text) => {
      const link = checkLink(text);
      if (!link.ok) return;
      expect(checkLink(link.href)).toEqual(link);
      const html = `<a href="${link.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">x</a>`;
      expect(foreignMarkup(html, { a: ['href'] })).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('tells links to other sites from our own', () => {
  expect(leavesTheSite('https://a.example/')).toBe(true);
  expect(leavesTheSite('/berita/x')).toBe(false);
  expect(leavesTheSite('mailto:a@b.example')).toBe(false);
});

test('answers on very long input', () => {
  for (const piece of ['a', '/', '.', '@', 'a.', ':', ' ', '%', 'tel:1 ', 'mailto:']) {
    expect(checkLink(piece.repeat(100_000)).ok).toBe(false);
  }
});

describe('where an address really leads', () => {
  test.each([
    ['https://a.example.id/x?utm_source=wa&id=3&fbclid=Iw', 'https://a.example.id/x?id=3'],
    ['https://a.example.id/x?gclid=1&igshid=2&mc_cid=3&mc_eid=4&utm_medium=5', 'https://a.example.id/x'],
    ['https://a.example.id/cari?q=utm_source', 'https://a.example.id/cari?q=utm_source'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example.id%2Fy%3Ffbclid%3D1&h=AT', 'https://a.example.id/y'],
    ['https://www.google.com/url?q=https://a.example.id/z&sa=D&usg=AO', 'https://a.example.id/z'],
    ['https://www.google.co.id/url?url=https://a.example.id/z', 'https://a.example.id/z'],
    ['https://www.youtube.com/redirect?q=https%3A%2F%2Fa.example.id', 'https://a.example.id/'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example.id%2F&data=05',
      'https://a.example.id/',
    ],
    [
      'https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fa.example.id%252F',
      'https://a.example.id/',
    ],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['https://www.google.com/search?q=https://a.example.id', 'https://www.google.com/search?q=https://a.example.id'],
    ['https://a.example.id/l.php?u=https://b.example.id', 'https://a.example.id/l.php?u=https://b.example.id'],
    ['mailto:humas@example.go.id', 'mailto:humas@example.go.id'],
    ['/berita/x', '/berita/x'],
  ])('%s', (href, expected) => {
    expect(withoutDetours(href)).toBe(expected);
  });
});

test('what was left out of an address is told by name', () => {
  const shared =
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example.id%2Fy%3Ffbclid%3D1%26id%3D2%26utm_source%3Dfb';
  expect(directLink(shared)).toEqual({
    href: 'https://a.example.id/y?id=2',
    through: ['l.facebook.com'],
    trackers: ['fbclid', 'utm_source'],
  });
  expect(directLink('https://a.example.id/y?id=2')).toMatchObject({ through: [], trackers: [] });
});
