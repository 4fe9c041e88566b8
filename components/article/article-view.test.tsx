import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { type AssetId, assetId } from '#lib/ids.ts';
import type { PublicArticle } from '#lib/newsroom/reader-shapes.ts';
import { hostileMarkup } from '#lib/testing/attack-corpus.ts';
import { elementsOf, textOf } from '#lib/testing/markup-oracle.ts';
import { aCard, anAssetId, aReaderArticle, readerPortal, shownCover } from '#lib/testing/reader-articles.ts';
import { mediaPath } from '#lib/urls.ts';
import { ArticleView } from './article-view.tsx';

const address = 'https://warta.example.go.id/berita/feri-kembali-beroperasi';

function html(changes: Partial<PublicArticle> = {}, at: string | null = address): string {
  return renderToStaticMarkup(
    <ArticleView article={aReaderArticle(changes)} portal={readerPortal} mediaPath={mediaPath} address={at} />,
  );
}

const words = (changes: Partial<PublicArticle> = {}, at: string | null = address) =>
  textOf(html(changes, at)).replaceAll('\u00a0', ' ');

const attributesOf = (markup: string, tagName: string) =>
  elementsOf(markup)
    .filter((element) => element.tagName === tagName)
    .map((element) => Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])));

test('the article opens with its dateline and ends with its tail code', () => {
  expect(html()).toContain('<p><b class="dateline">Samarinda – </b>Dua jalur dibuka.</p>');
  expect(words({ sponsored: true })).toContain('(ANE/ADV/Dishub)');
});

test('times bear their zone, and an update is named only when the words changed', () => {
  expect(words()).toContain('Rabu, 14 Januari 2026, 10.30 WITA');
  expect(words()).not.toContain('Diperbarui');
  expect(words({ updatedAt: new Date('2026-01-14T05:05:00Z') })).toContain(
    'Diperbarui Rabu, 14 Januari 2026, 13.05 WITA',
  );
});

describe('what a reader must know', () => {
  test('a sponsored article is labelled', () => {
    expect(words({ sponsored: true })).toContain('Advertorial');
    expect(words()).not.toContain('Advertorial');
  });

  test('the fast lane is marked until the second review, and told of afterwards', () => {
    const fastLane = { reason: 'disaster', dueAt: new Date('2026-01-14T04:30:00Z'), reviewedAt: null } as const;
    const waiting = words({ awaitsSecondReview: true, fastLane });
    expect(waiting).toContain('menunggu tinjauan kedua (alasan: bencana)');
    expect(waiting).toContain('paling lambat Rabu, 14 Januari 2026, 12.30 WITA');
    expect(waiting).not.toContain('sedikitnya dua orang');
    const reviewed = words({ fastLane: { ...fastLane, reviewedAt: new Date('2026-01-14T03:30:00Z') } });
    expect(reviewed).toContain('orang kedua meninjaunya Rabu, 14 Januari 2026, 11.30 WITA');
    expect(reviewed).toContain('sedikitnya dua orang');
  });

  test('a correction is announced at the top and told with its time below', () => {
    const at = new Date('2026-01-14T05:05:00Z');
    const told = words({ publicNotes: [{ number: 2, changeType: 'correction', note: 'Jamnya pukul 20.00.', at }] });
    expect(told).toContain('Artikel ini memuat ralat.');
    expect(told).toContain('Ralat. Jamnya pukul 20.00.Edisi 2, Rabu, 14 Januari 2026, 13.05 WITA');
  });

  test('a withdrawn photo leaves a box with words and no address', () => {
    const drawn = html({
      cover: { withdrawn: true },
      body: {
        type: 'doc',
        content: [{ type: 'figure', attrs: { assetId: anAssetId, assetHash: 'a'.repeat(64), alt: 'x' } }],
      },
      photos: { [anAssetId]: { withdrawn: true } },
    });
    expect(drawn.match(/Foto ini tidak lagi ditampilkan\./g)).toHaveLength(2);
    expect(drawn).not.toContain('<img');
  });

  test('a document of the body is fetched with its size, and a withdrawn one is not', () => {
    const offered = (withdrawn: boolean): Partial<PublicArticle> => ({
      body: {
        type: 'doc',
        content: [
          { type: 'documentCard', attrs: { assetId: anAssetId, assetHash: 'a'.repeat(64), title: 'Surat edaran' } },
        ],
      },
      documents: { [anAssetId]: { bytes: 1_234_567, key: `d/aa/${'a'.repeat(64)}.pdf`, withdrawn } },
    });
    expect(attributesOf(html(offered(false)), 'a').map(({ href }) => href)).toContain(
      `/media/d/aa/${'a'.repeat(64)}.pdf`,
    );
    expect(words(offered(false))).toContain('Surat edaran (PDF, 1,2 MB)');
    expect(html(offered(true))).not.toContain('.pdf');
    expect(words(offered(true))).toContain('Dokumen ini tidak lagi ditampilkan.');
  });

  test('a gallery shows each of its photos, and a neutral box for one that was withdrawn', () => {
    const other = assetId.parse('01890a5d-ac96-774b-bcce-b302099a8058');
    const figure = (id: AssetId, alt: string) =>
      ({ type: 'figure', attrs: { assetId: id, assetHash: 'a'.repeat(64), alt } }) as const;
    const drawn = html({
      body: { type: 'doc', content: [{ type: 'gallery', content: [figure(anAssetId, 'Kapal'), figure(other, 'x')] }] },
      photos: { [anAssetId]: shownCover, [other]: { withdrawn: true } },
    });
    expect(attributesOf(drawn, 'img')).toMatchObject([{ alt: 'Kapal', loading: 'lazy' }]);
    expect(attributesOf(drawn, 'source')[0]?.sizes).toBe('(min-width: 42rem) 30rem, 75vw');
    expect(drawn).toContain('Foto ini tidak lagi ditampilkan.');
  });

  test('who signed is said, and the hash in a form that can be read aloud', () => {
    expect(words()).toContain('Kontributor mengajukan');
    expect(words()).toContain('Redaktur menyetujui');
    expect(words()).toContain('ab12 ab12 ab12 ab12');
  });
});

test('the cover is asked for first, in three formats, with its size and a tone', () => {
  const drawn = html({ cover: shownCover, related: [aCard({ cover: shownCover, slug: 'lain' })] });
  const [first, second] = attributesOf(drawn, 'img');
  expect(first).toMatchObject({
    src: '/media/r/cc/besar.jpg',
    alt: 'Kapal di dermaga',
    width: '960',
    height: '640',
    fetchpriority: 'high',
    decoding: 'async',
  });
  expect(first).not.toHaveProperty('loading');
  expect(second).toMatchObject({ loading: 'lazy', alt: '' });
  expect(attributesOf(drawn, 'source')[0]).toMatchObject({
    type: 'image/avif',
    srcset: '/media/r/aa/besar.avif 736w, /media/r/aa/kecil.avif 320w',
  });
  expect(attributesOf(drawn, 'picture')[0]?.class).toMatch(/^photo tone-\d+$/);
});

test('sharing and reporting are plain links, WhatsApp first', () => {
  const links = attributesOf(html(), 'a').map(({ href }) => href ?? '');
  const shared = links.filter((href) => href.includes(encodeURIComponent(address)));
  expect(shared.map((href) => new URL(href).host)).toEqual(['wa.me', 't.me', 'x.com', 'www.facebook.com', '', '']);
  expect(links).toContainEqual(expect.stringMatching(/^mailto:redaksi@example\.go\.id\?subject=Laporan%20kekeliruan/));
  expect(links).toContain('tel:0541123456');
});

test('a preview shares nothing and says that it is not published', () => {
  const preview = words({}, null);
  expect(preview).not.toContain('Bagikan');
  expect(preview).toContain('Naskah ini belum terbit.');
  expect(html({}, null)).not.toContain('https://');
});

test('headings go down one level at a time', () => {
  const drawn = html({
    summary: 'Ringkas.',
    related: [aCard({ slug: 'lain' })],
    publicNotes: [{ number: 2, changeType: 'update', note: 'Ditambah jadwal.', at: new Date(0) }],
  });
  const levels = elementsOf(drawn).flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
  expect(levels[0]).toBe(1);
  expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
});

test('nothing carries a style or runs, whatever the words', () => {
  for (const hostile of hostileMarkup) {
    const drawn = html({
      title: hostile,
      lead: hostile,
      summary: hostile,
      datelinePlace: hostile,
      credits: [{ name: hostile, initials: hostile, role: 'writer', unit: hostile }],
      sources: [{ name: hostile, detail: hostile }],
      topics: [{ slug: 'x', name: hostile }],
      publicNotes: [{ number: 2, changeType: 'correction', note: hostile, at: new Date(0) }],
      related: [aCard({ title: hostile, lead: hostile, slug: hostile })],
    });
    const elements = elementsOf(drawn);
    expect(elements.filter(({ tagName }) => ['script', 'style', 'iframe', 'object', 'base'].includes(tagName))).toEqual(
      [],
    );
    // The printed code of the address is the one drawing of a page.
    expect(elements.filter(({ tagName }) => ['svg', 'path', 'foreignobject'].includes(tagName))).toHaveLength(2);
    const attributes = elements.flatMap((element) => element.attrs);
    expect(attributes.filter(({ name }) => name === 'style' || name.startsWith('on'))).toEqual([]);
    expect(attributes.filter(({ name, value }) => name === 'href' && /^\s*(?:javascript|data):/i.test(value))).toEqual(
      [],
    );
  }
});
