import type { Page } from '@playwright/test';
import { beginArticle, saved, uniqueTitle } from './desk-steps.ts';
import { expect, expectTrouble, signIn, test } from './people.ts';

const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Isi naskah' });
const isServed = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

test('a draft opens again without a network, goes on from the newest words, and is sent when it is back', async ({
  as,
}) => {
  const title = uniqueTitle('Ditulis di pedalaman');
  const page = await as('dewi');
  expectTrouble(page, /Failed to load resource|net::ERR_|Failed to fetch|importScripts/);
  const article = await beginArticle(page, 'Dinas Perhubungan');
  await isServed(page);
  // Opened once under the eyes of what keeps pages.
  await page.reload();
  await page.getByLabel('Judul', { exact: true }).fill(title);
  await bodyOf(page).click();
  await page.keyboard.type('Kalimat pertama.');
  await saved(page);

  await page.context().setOffline(true);
  await page.reload();
  await expect(bodyOf(page)).toContainText('Kalimat pertama.');
  await bodyOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Kalimat kedua, tanpa jaringan.');
  await expect(page.getByText('Luring: aman di perangkat ini').first()).toBeVisible();
  await page.goto('/redaksi/antrean');
  await expect(page.getByRole('heading', { name: 'Sedang luring' })).toBeVisible();
  await page.getByRole('link', { name: title }).click();
  await expect(bodyOf(page)).toContainText('Kalimat kedua, tanpa jaringan.');

  await page.context().setOffline(false);
  await saved(page);
  await page.goto(`/redaksi/naskah/${article}`);
  await expect(bodyOf(page)).toContainText('Kalimat pertama. Kalimat kedua, tanpa jaringan.');
});

test('signing out leaves nothing of it on the device', async ({ stranger }) => {
  const page = await stranger();
  expectTrouble(page, /Failed to load resource|net::ERR_|Failed to fetch|importScripts/);
  await signIn(page, 'dewi');
  await beginArticle(page, 'Dinas Perhubungan');
  await isServed(page);
  await page.reload();
  await page.goto('/redaksi');
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(page).toHaveURL(/masuk/);
  await expect
    .poll(() =>
      page.evaluate(async () =>
        (await (await caches.open('ruang-warta-halaman')).keys()).map(({ url }) => new URL(url).pathname),
      ),
    )
    .toEqual(['/redaksi/luring']);
});

test('the newsroom can be installed on a phone', async ({ as }) => {
  const page = await as('dewi');
  await page.goto('/redaksi');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await page.request.get(address ?? '')).json();
  expect(manifest).toMatchObject({ start_url: '/redaksi', scope: '/redaksi', display: 'standalone', lang: 'id' });
  for (const { src, sizes } of manifest.icons) {
    const icon = await page.request.get(src);
    expect([src, icon.status(), icon.headers()['content-type']]).toEqual([src, 200, 'image/png']);
    expect(sizes).toMatch(/^(192x192|512x512)$/);
  }
});
