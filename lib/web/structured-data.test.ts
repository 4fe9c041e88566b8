import { expect, test } from 'vitest';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { aReaderArticle, readerPortal, shownCover } from '#lib/testing/reader-articles.ts';
import { articleData } from './structured-data.ts';

testConfiguration();

test('an article is told in the words of schema.org', () => {
  expect(articleData(readerPortal, aReaderArticle({ cover: shownCover }))).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Feri Kembali Beroperasi',
    mainEntityOfPage: 'https://warta.example.go.id/berita/feri-kembali-beroperasi',
    datePublished: '2026-01-14T02:30:00.000Z',
    dateModified: '2026-01-14T02:30:00.000Z',
    inLanguage: 'id',
    author: [{ name: 'Dinas Perhubungan' }, { '@type': 'Person', name: 'Ana' }],
    image: ['https://warta.example.go.id/media/r/dd/kartu.jpg', 'https://warta.example.go.id/media/r/cc/besar.jpg'],
  });
});

test('a sponsored article is of a type of its own', () => {
  expect(articleData(readerPortal, aReaderArticle({ sponsored: true }))['@type']).toBe('AdvertiserContentArticle');
});

test('corrections are named, other changes are not', () => {
  const at = new Date('2026-01-14T05:05:00Z');
  const data = articleData(
    readerPortal,
    aReaderArticle({
      publicNotes: [
        { number: 2, changeType: 'update', note: 'Ditambah jadwal.', at },
        { number: 3, changeType: 'correction', note: 'Jamnya pukul 20.00.', at },
      ],
    }),
  );
  expect(data.correction).toEqual([
    { '@type': 'CorrectionComment', text: 'Jamnya pukul 20.00.', datePublished: '2026-01-14T05:05:00.000Z' },
  ]);
});

test('a withdrawn photo is named nowhere', () => {
  expect(articleData(readerPortal, aReaderArticle({ cover: { withdrawn: true } })).image).toEqual([]);
});
