import { expect, test } from 'vitest';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { aReaderArticle, readerPortal, shownCover } from '#lib/testing/reader-articles.ts';
import { articleMetadata, pageMetadata, portalOrigin } from './site-metadata.ts';

testConfiguration();

test('an article has one absolute address, its times and the JPEG made for sharing', () => {
  const metadata = articleMetadata(readerPortal, aReaderArticle({ cover: shownCover }));
  expect(metadata).toMatchObject({
    title: 'Feri Kembali Beroperasi | Ruang Warta Kaltim',
    description: 'Dua jalur dibuka lagi.',
    alternates: { canonical: 'https://warta.example.go.id/berita/feri-kembali-beroperasi' },
    openGraph: {
      type: 'article',
      title: 'Feri Kembali Beroperasi',
      publishedTime: '2026-01-14T02:30:00.000Z',
      section: 'Perhubungan',
      images: [
        {
          url: 'https://warta.example.go.id/media/r/dd/kartu.jpg',
          width: 1200,
          height: 630,
          type: 'image/jpeg',
          alt: 'Kapal di dermaga',
        },
      ],
    },
    twitter: { card: 'summary_large_image' },
    robots: { index: true },
  });
});

test('the card drawn for an article goes before its photo', () => {
  const shareCard = { format: 'jpeg', width: 1200, height: 630, key: 'c/ab/kartu.jpg' } as const;
  const { openGraph, twitter } = articleMetadata(readerPortal, aReaderArticle({ cover: shownCover, shareCard }));
  const drawn = {
    url: 'https://warta.example.go.id/media/c/ab/kartu.jpg',
    width: 1200,
    height: 630,
    type: 'image/jpeg',
    alt: 'Feri Kembali Beroperasi',
  };
  expect([openGraph?.images, twitter?.images]).toEqual([[drawn], [drawn]]);
});

test.each([
  ['without a photo', null],
  ['with a withdrawn photo', { withdrawn: true } as const],
])('an article %s is shared with the emblem', (_name, cover) => {
  const { openGraph } = articleMetadata(readerPortal, aReaderArticle({ cover }));
  expect(openGraph?.images).toMatchObject([{ url: 'https://warta.example.go.id/ikon/bagikan-1.jpg', width: 1200 }]);
});

test('the demo says in every shared card that it is not news, and is not indexed', () => {
  const metadata = articleMetadata({ ...readerPortal, isDemo: true }, aReaderArticle());
  expect(metadata.robots).toEqual({ index: false, follow: false });
  for (const words of [
    metadata.title,
    metadata.description,
    metadata.openGraph?.title,
    metadata.openGraph?.description,
    metadata.twitter?.title,
  ]) {
    expect(words).toMatch(/^\[Portal contoh\] /);
  }
});

test('a page that is no place of its own is not indexed and has no address', () => {
  const metadata = pageMetadata(readerPortal, { title: 'Artikel ditarik', description: 'Ditarik.', path: null });
  expect(metadata.robots).toEqual({ index: false, follow: false });
  expect(metadata.alternates?.canonical).toBeUndefined();
});

test('a long description is cut at a word', () => {
  const description = pageMetadata(readerPortal, {
    title: 'x',
    description: 'kata '.repeat(80),
    path: '/',
  }).description;
  expect(description).toMatch(/kata…$/);
  expect(description?.length).toBeLessThanOrEqual(201);
});

test('another portal has its own origin under the same scheme', () => {
  expect(portalOrigin(readerPortal)).toBe('https://warta.example.go.id');
  const other = { ...readerPortal, isDefault: false, hosts: ['barsel.example.go.id'] };
  expect(portalOrigin(other)).toBe('https://barsel.example.go.id');
  expect(portalOrigin({ ...other, hosts: ['x.example.go.id', 'warta.example.go.id'] })).toBe(
    'https://warta.example.go.id',
  );
  expect(portalOrigin({ ...other, isDefault: true })).toBe('https://warta.example.go.id');
});
