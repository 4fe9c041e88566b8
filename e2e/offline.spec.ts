import type { Page } from '@playwright/test';
import { beginArticle } from './desk-steps.ts';
import { expect, expectTrouble, signIn, test } from './people.ts';

const isServed = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

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
