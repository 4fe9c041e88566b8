import { describe, expect, test } from 'vitest';
import { pastedTextBlocks } from '#lib/richtext/pasted-text.ts';
import { wordsOf } from '#lib/richtext/tidy-inline.ts';
import { datelineOf } from './dateline.ts';
import { namedDayOf } from './event-date.ts';
import type { ImportBlock } from './import-blocks.ts';
import { photoLineOf } from './photo-line.ts';
import { recogniseArticle } from './recognise-article.ts';
import { tailCodeOf } from './tail-code.ts';

const rest = 'Pemerintah menyiapkan tiga puskesmas baru tahun ini.';

describe('datelines', () => {
  test.each([
    ['Samarinda, Borneoupdate.com – ', 'Samarinda', 'Borneoupdate.com'],
    ['MMCBarsel-Buntok. ', 'Buntok', 'MMCBarsel'],
    ['NusaUtaraTV, Samarinda - ', 'Samarinda', 'NusaUtaraTV'],
    ['Samarinda — ', 'Samarinda', ''],
    ['BAIT.ID – ', '', 'BAIT.ID'],
    ['SAMARINDA - ', 'Samarinda', ''],
    ['Long Bagun – ', 'Long Bagun', ''],
    ['Kota Bangun (Humas) - ', 'Kota Bangun', 'Humas'],
    ['IKN — ', 'IKN', ''],
  ])('%s', (head, place, outlet) => {
    expect(datelineOf(head + rest)).toEqual({ place, outlet, length: head.length });
  });

  test.each([
    'Gubernur Kalimantan Timur – melalui Dinas Kesehatan – menyiapkan tiga puskesmas.',
    'Jalan Samarinda-Balikpapan ditutup dua malam karena perbaikan jembatan.',
    'Bupati - yang tiba pukul 10 - membuka acara itu dengan memukul gong.',
    'Warga Samarinda, Bontang, dan Berau – tiga daerah – menerima bantuan.',
    'Samarinda menjadi tuan rumah pekan olahraga tahun ini.',
    'Samarinda – singkat.',
  ])('none in %s', (text) => {
    expect(datelineOf(text)).toBeUndefined();
  });
});

test.each([
  ['Rabu (8/10/2025)', '2025-10-08'],
  ['Rabu 14 Januari 2026', '2026-01-14'],
  ["Jum'at, 16 Januari 2026", '2026-01-16'],
  ['Selasa (8/10/2025)', null],
  ['Rabu (31/2/2026)', null],
  ['Rabu (8/10/0205)', null],
])('%s', (text, date) => {
  expect(namedDayOf(`Acara itu digelar, ${text} di aula.`)).toMatchObject({ date, text });
});

describe('tail codes', () => {
  test.each([
    ['Selesai. (ANE/ADV/Diskominfo)', { initials: 'ANE', unit: 'Diskominfo', isSponsored: true }],
    [
      'Selesai. (//Pubdok//diskominfobarsel//R1//)',
      { initials: 'R1', unit: 'Pubdok/diskominfobarsel', isSponsored: false },
    ],
    ['(csv)', { initials: 'csv', unit: '', isSponsored: false }],
    ['katanya.” (csv)', { initials: 'csv' }],
    ['Selesai. (rina/adpim)', { initials: 'rina', unit: 'adpim' }],
  ])('%s', (text, code) => {
    expect(tailCodeOf(text)).toMatchObject(code);
  });

  test.each([
    'tentang kecerdasan buatan (AI).',
    'digelar Rabu (8/10/2025)',
    'di tiga daerah (Berau, Paser, dan Kutai Timur).',
    'kata dia (sambil tertawa)',
  ])('none in %s', (text) => {
    expect(tailCodeOf(text)).toBeUndefined();
  });
});

test.each([
  ['Foto: Budi/Adpim', { caption: '', credit: 'Budi/Adpim' }],
  ['(Foto: Humas Dinkes)', { caption: '', credit: 'Humas Dinkes' }],
  ['Keterangan foto: Bupati menanam pohon. (Foto: Rina)', { caption: 'Bupati menanam pohon.', credit: 'Rina' }],
  [
    'RAPAT KERJA - Sekda membuka rapat di Samarinda - Adpim Kaltim',
    { caption: 'Sekda membuka rapat di Samarinda', credit: 'Adpim Kaltim' },
  ],
])('%s', (text, line) => {
  expect(photoLineOf(text)).toMatchObject(line);
});

test.each([
  'Foto itu diambil pekan lalu oleh warga di hulu.',
  'DPRD - Pemkab - dan warga duduk bersama membahas anggaran tahun depan.',
])('no photo line: %s', (text) => {
  expect(photoLineOf(text)).toBeUndefined();
});

const said = (blocks: readonly ImportBlock[]) =>
  blocks.map((block) =>
    block.type === 'picture'
      ? `[${block.picture}|${block.caption ?? ''}|${block.credit ?? ''}]`
      : 'content' in block && (block.type === 'paragraph' || block.type === 'heading')
        ? wordsOf(block.content)
        : block.type,
  );

test('a whole text finds its fields, and the report says what became of the words', () => {
  const { blocks } = pastedTextBlocks(`TIGA PUSKESMAS BARU UNTUK HULU MAHAKAM
Long Bagun – Pemerintah Provinsi Kalimantan Timur membangun tiga puskesmas di hulu Mahakam, Rabu (14/1/2026).
Pembangunan dimulai bulan depan.
Baca juga: Layanan keliling sampai di Mahakam Ulu
“Warga tidak perlu lagi turun ke kota,” kata Kepala Dinas Kesehatan.
Penulis: Rina Wati
(rw/ADV/Diskominfo)
Discussion about this post`);
  const pictures: ImportBlock[] = [
    { type: 'picture', picture: 0 },
    { type: 'paragraph', content: [{ type: 'text', text: 'Foto: Budi/Adpim' }] },
  ];
  const article = recogniseArticle([...blocks.slice(0, 1), ...pictures, ...blocks.slice(1)]);
  expect(article).toMatchObject({
    title: 'TIGA PUSKESMAS BARU UNTUK HULU MAHAKAM',
    lead: 'Pemerintah Provinsi Kalimantan Timur membangun tiga puskesmas di hulu Mahakam, Rabu (14/1/2026).',
    datelinePlace: 'Long Bagun',
    eventDate: '2026-01-14',
    sponsored: true,
    credits: [
      { name: 'Rina Wati', role: 'writer' },
      { initials: 'rw', unit: 'Diskominfo' },
    ],
  });
  expect(said(article.blocks)).toEqual([
    '[0||Budi/Adpim]',
    'Pembangunan dimulai bulan depan.',
    '“Warga tidak perlu lagi turun ke kota,” kata Kepala Dinas Kesehatan.',
  ]);
  expect(article.report.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      'Tiga puskesmas baru untuk hulu mahakam',
      'Baca juga: Layanan keliling sampai di Mahakam Ulu',
      '(rw/ADV/Diskominfo)',
      'Discussion about this post',
      'Foto: Budi/Adpim',
    ]),
  );
});

test('the head of an office’s paper goes, and is told', () => {
  const { blocks } = pastedTextBlocks(`PEMERINTAH PROVINSI KALIMANTAN TIMUR
DINAS KESEHATAN
Jalan Abdul Wahab Sjahranie Nomor 16, Samarinda 75119
SIARAN PERS
Nomor: 12/RILIS/2026
Pemerintah provinsi bangun tiga puskesmas
Disiapkan bersama warga
Samarinda – Pemerintah membangun tiga puskesmas di hulu Mahakam untuk warga sepuluh desa.
Pembangunan dimulai bulan depan.`);
  const article = recogniseArticle(blocks);
  expect(article).toMatchObject({
    title: 'Pemerintah provinsi bangun tiga puskesmas',
    datelinePlace: 'Samarinda',
    lead: 'Pemerintah membangun tiga puskesmas di hulu Mahakam untuk warga sepuluh desa.',
  });
  expect(said(article.blocks)).toEqual(['Disiapkan bersama warga', 'Pembangunan dimulai bulan depan.']);
  expect(article.report.filter(({ what }) => what.startsWith('Kop'))).toHaveLength(5);
});

test('a text that has no such parts stays as it is', () => {
  const { blocks } = pastedTextBlocks('Satu kalimat saja, tanpa apa-apa.');
  const article = recogniseArticle(blocks);
  expect(article).toMatchObject({
    title: '',
    lead: '',
    datelinePlace: '',
    eventDate: null,
    credits: [],
    sponsored: false,
  });
  expect(said(article.blocks)).toEqual(['Satu kalimat saja, tanpa apa-apa.']);
});

test('no words are lost: what leaves the text stands in a field or in the report', () => {
  const text = `${rest}\nSamarinda – ${rest}\nBaca juga: lain\nFoto: X/Adpim\nRAPAT - ${rest} - Adpim\n${rest} (ab/cd)`;
  const article = recogniseArticle(pastedTextBlocks(text).blocks);
  const all = [article.title, article.lead, ...said(article.blocks), ...article.report.map((line) => line.text)].join(
    ' ',
  );
  for (const word of text.split(/\s+/).filter((one) => one.length > 2)) expect(all).toContain(word);
});

test('a short paragraph behind a dateline is the lead, without it', () => {
  const { blocks } = pastedTextBlocks(
    'Dermaga Baru Dibuka\n\nSamarinda – Pemerintah membangun dermaga baru bagi warga.\n\nKapal pertama merapat pagi ini.',
  );
  expect(recogniseArticle(blocks)).toMatchObject({
    title: 'Dermaga Baru Dibuka',
    lead: 'Pemerintah membangun dermaga baru bagi warga.',
    datelinePlace: 'Samarinda',
  });
});
