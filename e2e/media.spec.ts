import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { aPhoto, beginArticle, carryOut, openReview, saved, slugOf, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, expectTrouble, test } from './people.ts';

const alt = 'Kapal putih merapat di dermaga kayu.';
const credit = 'Wulan/Dinas Perhubungan';

test('photos come into the library together, one over a broken connection, and bring their words into an article', async ({
  as,
  stranger,
}) => {
  const writer = await as('dewi');
  await writer.goto('/redaksi/media');
  await writer.getByRole('link', { name: 'Unggah ke pustaka' }).click();
  await chooseAgency(writer);
  await writer.getByLabel('Kredit (boleh kosong)').fill(credit);
  const mark = uniqueTitle('Dermaga');
  await writer.getByLabel('Keterangan (boleh kosong)').fill(mark);
  await writer.getByLabel('Asal gambar').selectOption('Gambar buatan AI');
  // Of the large one a piece gets lost on its way, and later the network goes for a while.
  expectTrouble(writer, /ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  let pieces = 0;
  await writer.route(/\/redaksi\/unggah\/berkas\/[0-9a-f-]+$/, async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    pieces += 1;
    if (pieces === 1) return route.abort();
    if (pieces === 3) {
      await expect(writer.getByRole('group', { name: 'kecil.jpg' })).toBeVisible();
      await writer.context().setOffline(true);
    }
    return route.continue();
  });
  await pick(writer, [await aPhoto('kecil.jpg', '#806040'), await aLargePhoto('besar.jpg')]);
  await expect(writer.getByText(/^Sambungan terputus\. Dilanjutkan begitu tersambung lagi/)).toBeVisible({
    timeout: 30_000,
  });
  await writer.context().setOffline(false);
  const large = writer.getByRole('group', { name: 'besar.jpg' });
  await expect(large).toBeVisible({ timeout: 30_000 });
  expect(pieces).toBeGreaterThan(3);
  await large.getByLabel('Teks alternatif').fill(alt);
  await expect(large.getByLabel('Kredit')).toHaveValue(credit);
  await expect(writer.getByRole('group')).toHaveCount(2);
  await writer.getByRole('button', { name: 'Simpan keterangan 2 berkas' }).click();
  await expect(writer.getByText('2 berkas tersimpan di pustaka.')).toBeVisible();

  const title = uniqueTitle('Dermaga baru dibuka');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead: 'Dermaga baru dibuka pagi ini.', body: 'Kapal pertama merapat.' });
  await writer.getByRole('button', { name: 'Pilih dari pustaka' }).click();
  await fromLibrary(writer, mark, 1);
  await expect(writer.getByRole('complementary').getByLabel('Kredit foto')).toHaveValue(credit);
  await expect(writer.getByText('Pembaca melihat label “Gambar buatan AI”.')).toBeVisible();
  await writer.getByRole('complementary').getByLabel('Teks alternatif').fill(alt);
  await writer.getByRole('toolbar').getByRole('button', { name: 'Sisipkan', exact: true }).click();
  await writer.getByRole('option', { name: 'Foto dari pustaka' }).click();
  const window = writer.getByRole('dialog', { name: 'Pilih foto dari pustaka' });
  await search(window, mark);
  await window.getByRole('button', { name: mark }).nth(1).click();
  await window.getByRole('button', { name: 'Pakai 1 foto' }).click();
  const figure = writer.getByRole('textbox', { name: 'Isi naskah' }).getByRole('figure');
  await expect(figure.getByLabel('Kredit foto')).toHaveValue(credit);
  await figure.getByLabel('Teks alternatif').fill('Bidang warna.');
  await saved(writer);
  await carryOut(writer, 'Ajukan');

  const editor = await as('aditya');
  await openReview(editor, article);
  await carryOut(editor, 'Ambil untuk disunting');
  await carryOut(editor, 'Setujui dan terbitkan');

  const reader = await stranger();
  const address = `/berita/${slugOf(title)}`;
  await reader.goto(address);
  await expect(reader.getByText(`Gambar buatan AI: ${credit}`).first()).toBeVisible();
  await expect(reader.locator('main article').first().locator('picture')).toHaveCount(2);

  // Taken back at once, and only by the desk.
  await editor.goto(`/redaksi/media?text=${encodeURIComponent(mark)}&use=used`);
  await editor.locator('.library-item').first().click();
  await expect(editor.getByRole('link', { name: title })).toBeVisible();
  await editor.getByText('Tarik dari pembaca sekarang juga').click();
  await editor.getByLabel('Alasan, dicatat di jejak audit').fill('Orang di foto ini tidak memberi izin.');
  await editor.getByRole('button', { name: 'Tarik sekarang' }).click();
  await expect(editor.getByText('Pembaca melihat kotak kosong di tempatnya.', { exact: false })).toBeVisible();
  await reader.goto(address);
  await expect(reader.getByText('Foto ini tidak lagi ditampilkan.')).toBeVisible();
  await expect(reader.locator('main article').first().locator('picture')).toHaveCount(1);
});

test('the focal point follows a tap and the arrow keys, and every shape shows it', async ({ as }) => {
  const writer = await as('dewi');
  await writer.setViewportSize({ width: 360, height: 780 });
  await writer.goto('/redaksi/media?kind=photo');
  await writer.locator('.library-item:has(img)').first().click();
  await writer.getByText('Titik fokus dan potongan').click();
  const photo = writer.getByRole('button', { name: /Titik fokus\. Ketuk/ });
  await photo.click({ position: { x: 10, y: 10 } });
  const before = await writer.getByText(/Titik fokus: \d+ % dari kiri/).textContent();
  await photo.press('ArrowRight');
  await expect(writer.getByText(/Titik fokus: \d+ % dari kiri/)).not.toHaveText(before ?? '');
  for (const shape of ['Kartu tautan', 'Daftar artikel', 'Berita utama']) {
    await expect(writer.getByText(shape, { exact: true })).toBeVisible();
  }
  expect(await writer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

async function chooseAgency(page: Page): Promise<void> {
  const agency = page.getByLabel('Untuk perangkat daerah');
  await expect(agency.or(page.getByRole('button', { name: 'Pilih foto atau dokumen' })).first()).toBeVisible();
  if ((await agency.count()) > 0) await agency.selectOption({ label: 'Dishub' });
}

async function pick(page: Page, files: Awaited<ReturnType<typeof aPhoto>>[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Pilih foto atau dokumen' }).click();
  await (await asked).setFiles(files);
}

/** Chooses the photo of this place in the list, the newest first, once it can be seen. */
async function fromLibrary(page: Page, text: string, place: number): Promise<void> {
  const window = page.getByRole('dialog', { name: /dari pustaka/ });
  await search(window, text);
  await window
    .getByRole('button', { name: text })
    .nth(place - 1)
    .click();
  await expect(window).toBeHidden();
}

async function search(window: Locator, text: string): Promise<void> {
  await window.getByLabel(/^Kata dari nama/).fill(text);
  await window.getByRole('button', { name: 'Cari' }).click();
  await expect(window.getByText('2 foto, terbaru dulu.')).toBeVisible();
}

/** A photo of several megabytes, so that it goes in pieces. */
async function aLargePhoto(name: string) {
  const noise = { type: 'gaussian', mean: 128, sigma: 70 } as const;
  const buffer = await sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#335577', noise } })
    .jpeg({ quality: 92 })
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}
