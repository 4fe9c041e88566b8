import { expect, test } from 'vitest';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { aReaderArticle, readerPortal, shownCover } from '#lib/testing/reader-articles.ts';
import { agencyData, articleData, breadcrumbData, siteData } from './structured-data.ts';

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
    image: [
      { url: 'https://warta.example.go.id/media/r/dd/kartu.jpg' },
      { url: 'https://warta.example.go.id/media/r/cc/besar.jpg' },
    ],
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
  expect(data).toHaveProperty('correction', [
    { '@type': 'CorrectionComment', text: 'Jamnya pukul 20.00.', datePublished: '2026-01-14T05:05:00.000Z' },
  ]);
});

test('a withdrawn photo is named nowhere', () => {
  expect(articleData(readerPortal, aReaderArticle({ cover: { withdrawn: true } }))).toHaveProperty('image', []);
});

test('photos bear their credit, and their terms of use where a page says them', () => {
  const policy = 'https://warta.example.go.id/halaman/kebijakan';
  expect(articleData(readerPortal, aReaderArticle({ cover: shownCover }), policy)).toHaveProperty(
    'image.0',
    expect.objectContaining({
      '@type': 'ImageObject',
      creditText: 'Cahyo',
      caption: 'Kapal merapat.',
      license: policy,
    }),
  );
  expect(articleData(readerPortal, aReaderArticle({ cover: shownCover }))).not.toHaveProperty('image.0.license');
});

test('an event says when and where', () => {
  const details = { startsAt: '2026-02-01T09:00:00+08:00', endsAt: '2026-02-01T11:00:00+08:00', venue: 'Lamin Etam' };
  expect(articleData(readerPortal, aReaderArticle({ kind: 'agenda_event', details }))).toMatchObject({
    '@type': 'Event',
    startDate: '2026-02-01T09:00:00+08:00',
    endDate: '2026-02-01T11:00:00+08:00',
    location: { '@type': 'Place', name: 'Lamin Etam' },
    organizer: { '@type': 'GovernmentOrganization', name: 'Dinas Perhubungan' },
  });
});

test('a lasting page is a page, at its own address', () => {
  expect(
    articleData(readerPortal, aReaderArticle({ kind: 'page', slug: 'tentang', details: { pageRole: 'about' } })),
  ).toMatchObject({ '@type': 'AboutPage', url: 'https://warta.example.go.id/halaman/tentang' });
});

test('the site says how to search it', () => {
  expect(siteData(readerPortal)).toMatchObject({
    '@type': 'WebSite',
    url: 'https://warta.example.go.id/',
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: 'https://warta.example.go.id/cari?q={search_term_string}' },
      'query-input': 'required name=search_term_string',
    },
  });
});

test('the way to a page begins at the front page', () => {
  const data = breadcrumbData(readerPortal, [{ name: 'Kesehatan', path: '/kanal/kesehatan' }]);
  expect(data.itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Ruang Warta Kaltim', item: 'https://warta.example.go.id/' },
    { '@type': 'ListItem', position: 2, name: 'Kesehatan', item: 'https://warta.example.go.id/kanal/kesehatan' },
  ]);
});

test('an agency says who leads it and how to reach it; what is empty is not said', () => {
  const agency = {
    ...{ slug: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub', headName: 'Budi', headTitle: 'Kepala Dinas' },
    ...{ address: 'Samarinda', phone: '', email: '' },
  };
  const data = agencyData(readerPortal, agency);
  expect(data).toMatchObject({
    '@type': 'GovernmentOrganization',
    alternateName: 'Dishub',
    employee: { '@type': 'Person', name: 'Budi', jobTitle: 'Kepala Dinas' },
  });
  expect(data).not.toHaveProperty('telephone');
});
