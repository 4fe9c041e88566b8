import type { Locator, Page } from '@playwright/test';
import type { PersonKey } from '../db/demo/people.ts';
import { expectAccessible } from './axe.ts';
import { beginArticle, chooseWords, saved, writeArticle } from './desk-steps.ts';
import { expect, expectTrouble, test } from './people.ts';
import { readerPages, told } from './reader-pages.ts';

// The pictures show what went wrong; a trace beside them takes its time and tells no more.
test.use({ trace: 'off' });

/** The screens as an officer or a reader meets them: no fault that axe knows, nothing wider than the page, a picture of each. */
async function looksRight(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name, {
    atEachWidth: (width) => page.screenshot({ path: `test-results/screens/${name}-${width}.png`, fullPage: true }),
  });
}

test('the front page', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/');
  await looksRight(page, 'depan');
});

/** The kinds of reader's pages, each worth a look of its own. */
const looked = [
  ...['depan', 'kanal', 'opd', 'opd-dokumen', 'direktori', 'halaman', 'topik-semua', 'topik-pengantar'],
  ...['artikel-berita', 'artikel-siaran-pers', 'artikel-pengumuman', 'artikel-klarifikasi', 'artikel-galeri'],
  ...['artikel-infografis', 'artikel-pidato', 'artikel-agenda', 'artikel-ralat', 'artikel-dokumen', 'artikel-tabel'],
  ...['daftar-siaran-pers', 'daftar-galeri', 'daftar-agenda', 'arsip', 'arsip-tahun', 'arsip-hari', 'ralat'],
  ...['cek', 'cek-berlaku', 'cek-tak-dikenal', 'cari-ada', 'cari-nihil', 'tidak-ada', 'ditarik'],
];
const alsoInDark = ['depan', 'artikel-ralat'];

/** The widest first: a browser that has a large picture does not fetch a smaller one. */
const widths = [1440, 768, 360];

/** Several tests side by side, each with its share of the pages. */
const shares = 4;

for (let share = 0; share < shares; share += 1) {
  test(`reader pages of every kind at each width (${share + 1} of ${shares})`, async ({ stranger, request }) => {
    const page = await stranger();
    expectTrouble(page, /status of 4(04|10)/);
    const pages = await readerPages(request);
    const others = new Map([
      ['tidak-ada', '/tidak-ada-di-sini'],
      ['ditarik', told.retracted],
    ]);
    for (const [index, name] of looked.entries()) {
      if (index % shares !== share) continue;
      await page.goto(pages.get(name) ?? others.get(name) ?? '');
      for (const width of widths) {
        await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
        await allPictures(page);
        await takePicture(page, `pembaca-${name}-${width}`);
        if (!alsoInDark.includes(name)) continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        await takePicture(page, `pembaca-${name}-gelap-${width}`);
        await page.emulateMedia({ colorScheme: 'light' });
      }
    }
  });
}

/** As JPEG, which a browser writes three times as fast as PNG: there are a hundred. */
async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${name}.jpg`, type: 'jpeg', quality: 85, fullPage: true });
}

/**
 * Waits for the pictures further down as well, which come only when somebody nears them. Asks again
 * when a decoding was broken off, which a browser does to a picture it then fetches in another size;
 * fails in the end for a broken one.
 */
async function allPictures(page: Page): Promise<void> {
  await expect(async () => {
    await page.evaluate(async () => {
      for (const image of document.images) image.loading = 'eager';
      await Promise.all([...document.images].map((image) => image.decode()));
    });
  }).toPass({ timeout: 15_000 });
}

const newsroom: [name: string, person: PersonKey, path: string][] = [
  ['antrean', 'aditya', '/redaksi/antrean'],
  ['meja', 'petrus', '/redaksi'],
  ['terbit', 'maria', '/redaksi/terbit'],
  ['kalender', 'aditya', '/redaksi/kalender'],
  ['laporan', 'nadia', '/redaksi/laporan'],
  ['akun', 'dewi', '/redaksi/akun'],
  ['bantuan', 'dewi', '/redaksi/bantuan'],
  ['panduan', 'dewi', '/redaksi/bantuan/foto'],
  ['admin-orang', 'fajar', '/redaksi/admin/orang'],
];

for (const [name, person, path] of newsroom) {
  test(`newsroom: ${name}`, async ({ as }) => {
    const page = await as(person);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await looksRight(page, name);
  });
}

test('newsroom: the editor and the review of an article', async ({ as }) => {
  const page = await editorWithArticle(as);
  const inHand = inHandOf(page);
  await inHand.getByRole('link').first().click();
  await expect(page.getByRole('textbox', { name: 'Isi naskah' })).toBeVisible();
  const article = page.url();
  await looksRight(page, 'penyunting');
  await page.goto(`${article}/tinjau`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await looksRight(page, 'tinjau');
  await page.goto(`${article}/pratinjau`);
  await looksRight(page, 'pratinjau');
  await page.goto(`${article}/riwayat`);
  await looksRight(page, 'riwayat');
});

/** A phone as sharp as most are: what the guides show is read on one. */
const phone = { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2 };

/** The pictures of the guides: what one article meets on a phone, from the desk to its history. */
test('newsroom: what the guides show', async ({ as }) => {
  const page = await as('ratna', phone);
  const take = (name: string) => page.screenshot({ path: `test-results/screens/panduan-${name}.png` });
  await page.goto('/redaksi/media');
  await expect(page.getByRole('heading', { name: 'Pustaka media' })).toBeVisible();
  await allPictures(page);
  await take('pustaka');
  const article = await beginArticle(page);
  await writeArticle(page, {
    title: 'Posyandu Remaja Dibuka di Sepuluh Kelurahan',
    lead: 'Remaja dapat memeriksakan kesehatan tanpa biaya mulai pekan depan.',
    body: 'Posyandu dibuka pada Senin (8/10/2025). Semua aktifitas didampingi bidan.',
  });
  await page.evaluate(() => window.scrollTo(0, 0));
  await take('penyunting');
  const text = page.getByRole('textbox', { name: 'Isi naskah' });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await expect(page.getByRole('option', { name: /^Tabel/ })).toBeVisible();
  await take('sisipkan');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await saved(page);
  const checks = page.getByRole('region', { name: 'Pemeriksaan naskah' });
  await expect(checks.getByRole('button', { name: 'Ganti jadi “aktivitas”' })).toBeVisible();
  await takePart(page, checks, 'pemeriksaan');

  const leader = await as('sutejo', phone);
  await leader.goto(`/redaksi/naskah/${article}/percakapan`);
  await chooseWords(leader, 'didampingi bidan');
  await leader.getByRole('button', { name: 'Usulkan perubahan' }).click();
  await leader.getByLabel('Diganti menjadi').fill('didampingi bidan dan kader');
  await leader.getByRole('button', { name: 'Kirim usulan' }).click();
  await expect(leader.getByRole('dialog')).toBeHidden();
  await page.reload();
  const decision = page.getByRole('button', { name: 'Terima', exact: true });
  await takePart(page, page.getByRole('listitem').filter({ has: decision }), 'usulan');

  await page.goto('/redaksi/luring');
  await expect(page.getByRole('link', { name: /^Posyandu Remaja/ })).toBeVisible();
  await take('luring');
  await page.goto(`/redaksi/naskah/${article}/riwayat`);
  await takePart(page, page.getByRole('region', { name: 'Versi', exact: true }), 'riwayat');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/redaksi/naskah/${article}/tampilan`);
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
  await take('tampilan');
});

/** A part of a page with a little air around it, on a screen so tall that nothing lies over it. */
async function takePart(page: Page, part: Locator, name: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 4000 });
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  if (box === null) throw new Error(`There is nothing to see of ${name}.`);
  const clip = { x: 0, y: box.y - 16, width: 360, height: box.height + 32 };
  await page.screenshot({ path: `test-results/screens/panduan-${name}.png`, clip });
  await page.setViewportSize(phone.viewport);
}

const inHandOf = (page: Page) =>
  page
    .getByRole('region', { name: /Menunggu saya/ })
    .getByRole('listitem')
    .filter({ hasText: 'Disunting' });

/** The editor who has an article in hand: the demo's editors take turns, so which one changes with its stories. */
async function editorWithArticle(as: (person: PersonKey) => Promise<Page>): Promise<Page> {
  for (const person of ['maria', 'aditya'] as const) {
    const page = await as(person);
    await page.goto('/redaksi');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if ((await inHandOf(page).count()) > 0) return page;
  }
  throw new Error('No editor of the demo has an article in hand.');
}
