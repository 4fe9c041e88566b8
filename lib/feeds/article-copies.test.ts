import { describe, expect, test } from 'vitest';
import { hostileTexts } from '#lib/testing/hostile-texts.ts';
import { anAssetId, aReaderArticle, readerPortal, shownCover } from '#lib/testing/reader-articles.ts';
import { articleMarkdown } from './article-markdown.ts';
import { articleText } from './article-text.ts';

const place = { portal: readerPortal, origin: 'https://warta.example.go.id' };

const release = aReaderArticle({
  kind: 'press_release',
  details: { releaseNumber: '480/12/DISHUB', contactName: 'Ani', contactPhone: '0541 123456' },
  cover: shownCover,
  summary: 'Feri jalan lagi.',
  sources: [{ name: 'Kepala Dinas', detail: 'wawancara' }],
  attachments: [{ assetId: anAssetId, title: 'Jadwal [baru]' }],
  documents: { [anAssetId]: { bytes: 1_200_000, key: 'd/aa/jadwal.pdf', withdrawn: false } },
  publicNotes: [{ number: 2, changeType: 'correction', note: 'Jamnya 20.00.', at: new Date('2026-01-15T01:00:00Z') }],
});

describe('an article as Markdown', () => {
  test('reads as it is, with all that belongs to it', () => {
    expect(articleMarkdown(place, release)).toMatchInlineSnapshot(`
      "# Feri Kembali Beroperasi

      **Dua jalur dibuka lagi.**

      Dinas Perhubungan · Penulis: Ana\\
      Terbit Rabu, 14 Januari 2026, 10.30 WITA

      ![Kapal di dermaga](<https://warta.example.go.id/media/r/cc/besar.jpg>)

      Kapal merapat. Foto: Cahyo

      ## Versi Ringkas

      Feri jalan lagi.

      ## Isi

      **Samarinda –** Dua jalur dibuka.

      (ANE/Dishub)

      ## Keterangan

      - **Nomor siaran pers:** 480/12/DISHUB
      - **Narahubung:** Ani
      - **Telepon narahubung:** 0541 123456

      ## Dokumen

      - [Jadwal \\[baru\\]](<https://warta.example.go.id/media/d/aa/jadwal.pdf>) (PDF, 1,2 MB)

      ## Sumber

      - Kepala Dinas, wawancara

      ## Catatan perubahan

      - **Ralat:** Jamnya 20.00. (edisi 2, Kamis, 15 Januari 2026, 09.00 WITA)

      ---

      Isi artikel ini diperiksa dan ditandatangani sedikitnya dua orang. Edisi 1, sidik isi ab12 ab12 ab12 ab12.\\
      Cek keaslian: <https://warta.example.go.id/cek/ab12ab12ab12ab12>\\
      Alamat: <https://warta.example.go.id/berita/feri-kembali-beroperasi>
      "
    `);
  });

  test('opens no words with a dateline where there are none', () => {
    const body = { type: 'doc' as const, content: [{ type: 'paragraph' as const }] };
    expect(articleMarkdown(place, aReaderArticle({ body }))).toContain('**Samarinda –**\n');
  });

  test.each(hostileTexts.map((text) => [text]))('keeps %j in its line', (text) => {
    const written = articleMarkdown(place, aReaderArticle({ title: text, lead: text, summary: text }));
    expect(written.split('\n').filter((line) => /^#+ /.test(line)).length).toBe(3);
    expect(written).not.toMatch(/(^|[^\\])<(?!https:\/\/warta\.example\.go\.id\/)/);
    expect(written.isWellFormed()).toBe(true);
  });
});

describe('a press release as plain text', () => {
  test('gives number and contact first, and is wrapped nowhere', () => {
    expect(articleText(place, release)).toMatchInlineSnapshot(`
      "Feri Kembali Beroperasi

      Dua jalur dibuka lagi.

      Nomor siaran pers: 480/12/DISHUB
      Narahubung: Ani
      Telepon narahubung: 0541 123456

      Dinas Perhubungan · Penulis: Ana
      Terbit Rabu, 14 Januari 2026, 10.30 WITA

      Versi Ringkas
      Feri jalan lagi.

      Samarinda – Dua jalur dibuka.

      (ANE/Dishub)

      Sumber
      Kepala Dinas, wawancara

      Catatan perubahan
      Ralat: Jamnya 20.00. (edisi 2, Kamis, 15 Januari 2026, 09.00 WITA)

      Isi artikel ini diperiksa dan ditandatangani sedikitnya dua orang. Edisi 1, sidik isi ab12 ab12 ab12 ab12.
      Cek keaslian: https://warta.example.go.id/cek/ab12ab12ab12ab12
      Alamat: https://warta.example.go.id/berita/feri-kembali-beroperasi
      "
    `);
    const long = 'kata '.repeat(400).trim();
    const body = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: long }] }],
    };
    expect(articleText(place, { ...release, body }).split('\n')).toContain(`Samarinda – ${long}`);
  });

  test('of an example portal says first that it is none', () => {
    const demo = { ...place, portal: { ...readerPortal, isDemo: true } };
    expect(articleText(demo, release)).toMatch(/^Portal contoh/);
    expect(articleMarkdown(demo, release)).toContain('> Portal contoh');
  });
});

test('copies in words say of a picture what it is, where it is no photo', () => {
  const figure = (origin?: 'ai_made' | 'illustration', caption = 'Kapal merapat.') => ({
    type: 'figure' as const,
    attrs: { assetId: anAssetId, assetHash: 'a'.repeat(64), caption, ...(origin && { origin }) },
  });
  const article = aReaderArticle({
    cover: { ...shownCover, origin: 'ai_made' },
    body: {
      type: 'doc',
      content: [figure('ai_made'), { type: 'gallery', content: [figure('illustration', ''), figure()] }],
    },
  });
  const text = articleText(place, article);
  expect(text).toContain('Kapal merapat. (Gambar buatan AI)\n\n(Ilustrasi)\nKapal merapat.\n');
  expect(articleMarkdown(place, article)).toContain('Kapal merapat. Gambar buatan AI: Cahyo');
});
