import { createHash } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { aPdf } from '../lib/testing/pdfs.ts';
import {
  aPhoto,
  beginArticle,
  carryOut,
  openReview,
  pickInText,
  saved,
  slugOf,
  uniqueTitle,
  writeArticle,
} from './desk-steps.ts';
import { expect, expectTrouble, test } from './people.ts';
import { told } from './reader-pages.ts';

test('an editor chooses the lead until a moment, and gives the place back to freshness', async ({ as, stranger }) => {
  const title = 'Perpustakaan Daerah Buka sampai Malam, Kartu Anggota Gratis';
  const editor = await as('nadia');
  await editor.goto('/redaksi/depan');
  await editor.getByLabel('Bagian dari judulnya').fill('Kartu Anggota Gratis');
  await editor.keyboard.press('Enter');
  await expect(editor).toHaveURL(/cari=/);
  await editor.getByText(`Taruh di halaman depan: ${title}`).click();
  const form = editor.getByRole('form', { name: `Taruh di halaman depan: ${title}` });
  await form.getByLabel('Tempat').selectOption({ label: 'Berita utama' });
  await form.getByLabel('Sampai').fill('2031-12-24T18:00');
  await form.getByRole('button', { name: 'Pilih' }).click();
  const lead = editor.getByRole('listitem').filter({ has: editor.getByRole('heading', { name: 'Berita utama' }) });
  await expect(lead).toContainText(title);
  await expect(lead).toContainText(/Dipilih Nadia Kartikasari, sampai Rabu, 24 Desember 2031/);

  const reader = await stranger();
  await reader.goto('/');
  const first = reader.getByRole('main').getByRole('article').first();
  await expect(first.getByRole('link', { name: title })).toBeVisible();
  // It stands there, and therefore not among the latest as well.
  await expect(reader.getByRole('main').getByRole('link', { name: title })).toHaveCount(1);

  await lead.getByRole('button', { name: 'Kosongkan berita utama' }).click();
  await expect(lead).toContainText('Terisi sendiri menurut kebaruan.');
  await reader.reload();
  await expect(first.getByRole('link', { name: title })).toHaveCount(0);
});

test('an urgent banner stands on every page, with its mark until somebody else reviewed it, until it is retracted', async ({
  as,
  stranger,
}) => {
  const text = uniqueTitle('Banjir: hindari jalan di tepi sungai');
  const editor = await as('aditya');
  await editor.goto('/redaksi');
  await editor.getByRole('button', { name: 'Spanduk mendesak' }).click();
  await editor.getByRole('dialog').getByLabel('Atas nama').selectOption({ index: 0 });
  await editor.getByRole('dialog').getByRole('button', { name: 'Mulai menulis' }).click();
  await expect(editor).toHaveURL(/\/redaksi\/naskah\/[0-9a-f-]{36}$/);
  const article = editor.url().split('/').at(-1) ?? '';
  await editor.getByLabel('Judul', { exact: true }).fill(text);
  await editor.getByLabel('Tautan').fill(told.corrected);
  await editor.getByLabel(/Tampil sampai/).fill('2031-01-01T00:00');
  await saved(editor);
  await carryOut(editor, 'Terbitkan segera', async (dialog) => {
    await dialog.getByRole('combobox').selectOption({ index: 1 });
    await dialog.getByRole('textbox').fill('Warga di tepi sungai perlu tahu sekarang.');
  });

  const reader = await stranger();
  expectTrouble(reader, /status of 404/);
  const banner = reader.getByRole('region', { name: 'Pemberitahuan mendesak' });
  const everywhere = async (look: () => Promise<void>) => {
    for (const path of ['/', told.withDocument, '/cari?q=warga', '/opd', '/tidak-ada']) {
      await reader.goto(path);
      await look();
    }
  };
  await everywhere(async () => {
    await expect(banner.getByRole('link', { name: text })).toHaveAttribute('href', told.corrected);
    await expect(banner).toContainText('Menunggu tinjauan kedua');
  });

  const second = await as('maria');
  await openReview(second, article);
  await carryOut(second, 'Selesaikan tinjauan kedua');
  await everywhere(async () => {
    await expect(banner).toContainText(text);
    await expect(banner).not.toContainText('Menunggu tinjauan kedua');
  });

  await openReview(second, article);
  await carryOut(second, 'Tarik', (dialog) => dialog.getByRole('textbox').fill('Air sudah surut.'));
  await everywhere(() => expect(banner).toHaveCount(0));
});

test('on a phone a contributor writes a press release with a gallery; readers get number, contact and photos', async ({
  as,
  stranger,
}) => {
  const title = uniqueTitle('Dermaga baru melayani kapal malam');
  const writer = await as('dewi');
  await writer.setViewportSize({ width: 360, height: 780 });
  await writer.goto('/redaksi');
  await writer.getByRole('button', { name: 'Jenis lain' }).click();
  const dialog = writer.getByRole('dialog');
  await dialog.getByLabel('Jenis').selectOption({ label: 'Siaran Pers' });
  await dialog.getByLabel('Atas nama').selectOption({ label: 'Dinas Perhubungan (contoh)' });
  await dialog.getByRole('button', { name: 'Mulai menulis' }).click();
  await expect(writer).toHaveURL(/\/redaksi\/naskah\/[0-9a-f-]{36}$/);
  const article = writer.url().split('/').at(-1) ?? '';
  await writeArticle(writer, { title, lead: 'Kapal malam bersandar di dermaga baru.', body: 'Dermaga baru dibuka.' });
  await writer.getByLabel('Nomor siaran pers').fill('021/SP/DISHUB/2026');
  await writer.getByLabel('Narahubung', { exact: true }).fill('Rina Contoh');
  await writer.getByLabel('Telepon narahubung').fill('0541 555 0123');

  await pickInText(writer, 'Galeri', [await aPhoto('siang.jpg', '#88aacc'), await aPhoto('malam.jpg', '#223355')]);
  const gallery = writer.getByRole('region', { name: 'Galeri' });
  await expect(gallery.getByRole('figure')).toHaveCount(2);
  await expect(writer.getByText('2 foto siap dipakai.')).toBeAttached({ timeout: 30_000 });
  for (const [index, words] of ['Dermaga pada siang hari.', 'Dermaga pada malam hari.'].entries()) {
    await tellOf(gallery.getByRole('figure').nth(index), words);
  }
  await gallery.getByLabel('Keterangan galeri').fill('Dua suasana dermaga');
  const isWithin = () => writer.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(await isWithin(), 'the editor stays within a phone').toBe(true);
  await saved(writer);
  await carryOut(writer, 'Ajukan');
  await publish(await as('aditya'), article);

  const reader = await stranger();
  await reader.setViewportSize({ width: 360, height: 780 });
  await reader.goto(`/berita/${slugOf(title)}`);
  await expect(reader.getByText('021/SP/DISHUB/2026')).toBeVisible();
  await expect(reader.getByText('Rina Contoh')).toBeVisible();
  await expect(reader.getByRole('link', { name: '0541 555 0123' })).toHaveAttribute('href', /^tel:\+?[0-9]+$/);
  const shown = reader.getByRole('region', { name: 'Galeri foto: Dua suasana dermaga' });
  await expect(shown.getByRole('img')).toHaveCount(2);
  await expect(shown.getByText('Dermaga pada malam hari.').first()).toBeAttached();
  await expect(reader.getByRole('link', { name: /^Unduh foto/ })).toHaveCount(2);
  await reader.goto('/siaran-pers');
  await expect(reader.getByRole('link', { name: title })).toBeVisible();
});

test('a document can be fetched once its article is published, not before, and not after its retraction', async ({
  as,
  stranger,
}) => {
  const title = uniqueTitle('Tarif penyeberangan dapat diunduh');
  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead: 'Daftar tarif ada di bawah.', body: 'Unduhlah daftar tarifnya.' });
  await writer.locator('summary', { hasText: 'Lampiran' }).click();
  const asked = writer.waitForEvent('filechooser');
  await writer.getByRole('button', { name: 'Unggah dokumen PDF' }).click();
  // Its own bytes, or it would be the document of an earlier run.
  const buffer = aPdf({ stream: Buffer.from(`BT /F1 24 Tf 72 700 Td (${title}) Tj ET`, 'latin1') });
  await (await asked).setFiles([{ name: 'tarif.pdf', mimeType: 'application/pdf', buffer }]);
  await expect(writer.getByText(/^tarif\.pdf, PDF/)).toBeVisible();
  await writer.getByLabel('Judul lampiran').fill('Daftar tarif penyeberangan');
  await saved(writer);
  await carryOut(writer, 'Ajukan');

  const reader = await stranger();
  const hash = createHash('sha256').update(buffer).digest('hex');
  const address = `/media/d/${hash.slice(0, 2)}/${hash}.pdf`;
  const fetched = async () => (await reader.request.get(address)).status();
  expect(await fetched()).toBe(404);
  const editor = await as('maria');
  await publish(editor, article);

  await reader.goto(`/berita/${slugOf(title)}`);
  const link = reader.getByRole('link', { name: /Daftar tarif penyeberangan/ });
  await expect(link).toHaveAttribute('href', address);
  const coming = reader.waitForEvent('download');
  await link.click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  const bytes = await (await reader.request.get(address)).body();
  expect(bytes.equals(buffer)).toBe(true);

  await openReview(editor, article);
  await carryOut(editor, 'Tarik', (dialog) => dialog.getByRole('textbox').fill('Tarifnya belum ditetapkan.'));
  await expect.poll(fetched).toBe(404);
});

async function publish(editor: Page, article: string): Promise<void> {
  await openReview(editor, article);
  await carryOut(editor, 'Ambil untuk disunting');
  await carryOut(editor, 'Setujui dan terbitkan');
}

async function tellOf(figure: Locator, words: string): Promise<void> {
  await figure.getByLabel('Teks alternatif').fill(words);
  await figure.getByLabel('Keterangan foto').fill(words);
  await figure.getByLabel('Kredit foto').fill('Dinas Perhubungan');
}
