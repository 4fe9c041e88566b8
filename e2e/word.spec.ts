import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { aWordFile } from '../lib/testing/word-files.ts';
import { aPhoto, beginArticle, saved, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, expectTrouble, test } from './people.ts';

const phone = { width: 360, height: 780 };
const fixture = (name: string) => readFile(`lib/richtext/fixtures/paste/${name}`, 'utf8');

test('what is pasted from Word and chats on a phone is clean, and pictures within it become photos', async ({ as }) => {
  const writer = await as('ratna');
  await writer.setViewportSize(phone);
  await beginArticle(writer);
  const text = writer.getByRole('textbox', { name: 'Isi naskah' });

  await paste(writer, { html: await fixture('word-windows.html') });
  await expect(text.getByRole('heading', { name: 'Yang perlu dibawa' })).toBeVisible();
  await expect(text.getByRole('listitem').filter({ hasText: 'surat pengantar' })).toBeVisible();
  await expect(text.getByRole('cell', { name: 'Long Bagun' })).toBeVisible();
  await expect(text.getByRole('link', { name: 'jadwal lengkap' })).toHaveAttribute('href', /\?tahun=2026$/);
  await expect(
    text.locator('[style]:not(.ProseMirror-separator, [data-node-view-wrapper], [data-node-view-content])'),
  ).toHaveCount(0);
  await expect(writer.getByRole('status').filter({ hasText: '1 gambar tidak ikut terbawa' })).toBeVisible();
  expect(await text.textContent()).not.toMatch(/[\uE000-\uF8FF\u00AD]/);

  const photo = await aPhoto('desa.jpg', '#386641');
  const source = 'file:///C:/Users/HUMAS~1/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg';
  await paste(writer, {
    line: true,
    html: `<p>Sebelum foto.</p><p><img src="${source}" width="640" height="426" alt="Warga antre di loket"></p><p>Sesudah foto.</p>`,
    // Word on Windows puts its pictures here alone.
    richText: `{\\rtf1\\ansi{\\*\\shppict{\\pict\\picwgoal9600\\pichgoal6390\\jpegblip ${photo.buffer.toString('hex')}}}}`,
  });
  await expect(text.locator('figure')).toHaveCount(1, { timeout: 30_000 });
  await expect(text.getByLabel('Teks alternatif')).toHaveValue('Warga antre di loket');
  const order = await text.evaluate((element) => [...element.children].map((child) => child.textContent?.trim() ?? ''));
  expect(order.indexOf('Sesudah foto.') - order.indexOf('Sebelum foto.')).toBe(2);

  await paste(writer, {
    line: true,
    text: '[10.02, 14/1/2026] Bu Rina: *Vaksin* gratis\n[10.03, 14/1/2026] Bu Rina: Bawa KTP',
  });
  await expect(text.locator('strong', { hasText: 'Vaksin' })).toBeVisible();
  await expect(writer.getByRole('status').filter({ hasText: 'Pesan itu dari Bu Rina.' })).toBeVisible();
  await saved(writer);
});

test('twenty thousand pasted words are taken, and writing goes on', async ({ as }) => {
  const writer = await as('ratna');
  await beginArticle(writer);
  const words = 'Kalimat yang cukup panjang untuk sebuah naskah pemerintah daerah. '.repeat(6);
  await paste(writer, {
    html: `<p class=MsoNormal style='margin:0cm'><span lang=IN>${words}<o:p></o:p></span></p>`.repeat(380),
  });
  const text = writer.getByRole('textbox', { name: 'Isi naskah' });
  await expect(text.getByRole('paragraph')).toHaveCount(380);
  await writer.keyboard.type('Akhir kata.');
  await expect(text.getByText('Akhir kata.')).toBeVisible();
  await saved(writer);
});

test('a document of Word becomes a draft with its photo, and says what became of its words', async ({ as }) => {
  const writer = await as('ratna');
  await writer.setViewportSize(phone);
  const title = uniqueTitle('Tiga puskesmas baru');
  const { buffer } = await aPhoto('puskesmas.png', '#1d3557');
  await writer.goto('/redaksi');
  await writer.getByRole('button', { name: 'Dari Word (.docx)' }).click();
  const dialog = writer.getByRole('dialog', { name: 'Naskah dari dokumen' });
  expectTrouble(writer, /status of 422/);

  await dialog.getByLabel('Dokumen').setInputFiles({
    name: 'lama.doc',
    mimeType: 'application/msword',
    buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  });
  await dialog.getByRole('button', { name: 'Buat naskah' }).click();
  await expect(dialog.getByText('Berkas ini berformat Word lama (.doc)')).toBeVisible();

  const file = aWordFile([
    { text: title, style: 'Title' },
    { picture: buffer },
    { text: 'Foto: Budi/Adpim' },
    {
      text: 'Long Bagun – Pemerintah membangun tiga puskesmas di hulu Mahakam, Rabu (14/1/2026), untuk warga sepuluh desa.',
    },
    { text: 'Pembangunan dimulai bulan depan.' },
    { text: 'Baca juga: Layanan keliling' },
    { text: 'Selesai akhir tahun. (rw/ADV/Diskominfo)' },
  ]);
  await dialog.getByLabel('Dokumen').setInputFiles({ name: 'rilis.docx', mimeType: '', buffer: Buffer.from(file) });
  await dialog.getByRole('button', { name: 'Buat naskah' }).click();
  await expect(writer).toHaveURL(/\/impor$/, { timeout: 40_000 });
  await expect(writer.getByText('Baca juga: Layanan keliling')).toBeVisible();
  await writer.getByRole('link', { name: 'Buka naskah' }).click();

  await expect(writer.getByLabel('Judul', { exact: true })).toHaveValue(title);
  await expect(writer.getByLabel('Teras', { exact: true })).toHaveValue(/^Pemerintah membangun tiga puskesmas/);
  const text = writer.getByRole('textbox', { name: 'Isi naskah' });
  await expect(text).toContainText('Selesai akhir tahun.');
  await expect(text).not.toContainText('Diskominfo');
  await expect(writer.getByLabel('Kredit foto')).toHaveValue('Budi/Adpim');
  await writer.getByRole('link', { name: 'Hasil impor' }).click();
  await expect(writer.getByRole('heading', { name: 'Hasil impor' })).toBeVisible();
});

test('an edition leaves as a document of Word and on paper', async ({ as }) => {
  const writer = await as('ratna');
  const title = uniqueTitle('Naskah yang dibawa pulang');
  const article = await beginArticle(writer);
  await writeArticle(writer, { title, lead: 'Teras naskah ini.', body: 'Isi naskah ini.' });
  const download = writer.waitForEvent('download');
  await writer.getByRole('link', { name: 'Unduh .docx' }).click();
  const parts = unzipSync(await readFile(await (await download).path()));
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain(title);

  await writer.goto(`/redaksi/naskah/${article}/cetak`);
  await expect(writer.getByRole('heading', { name: title })).toBeVisible();
  await expect(writer.getByText('Draf, edisi 1')).toBeVisible();
  await writer.emulateMedia({ media: 'print' });
  await expect(writer.getByRole('complementary', { name: 'Mencetak' })).toBeHidden();
});

/** Pastes into the text of the article what another program put on the clipboard. */
async function paste(
  page: Page,
  {
    html = '',
    text = '',
    richText = '',
    line = false,
  }: { html?: string; text?: string; richText?: string /** On a line of its own. */; line?: boolean },
): Promise<void> {
  const body = page.getByRole('textbox', { name: 'Isi naskah' });
  await body.focus();
  await page.keyboard.press('ControlOrMeta+End');
  if (line) await page.keyboard.press('Enter');
  await body.evaluate(
    (element, given) => {
      const clipboardData = new DataTransfer();
      if (given.html !== '') clipboardData.setData('text/html', given.html);
      if (given.richText !== '') clipboardData.setData('text/rtf', given.richText);
      clipboardData.setData('text/plain', given.text);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, text, richText },
  );
}
