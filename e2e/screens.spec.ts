import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { PersonKey } from '../db/demo/people.ts';
import { expect, test } from './people.ts';

/** The screens as an officer or a reader meets them: no fault that axe knows, nothing wider than the page, a picture of each. */
const widths = [360, 1280] as const;

async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      const { violations } = await new AxeBuilder({ page }).exclude('.preview-frame').analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
      expect(told, `${name} ${width} ${scheme}`).toEqual([]);
    }
    const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(isWithin, `${name} at ${width} px stays within its width`).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.screenshot({ path: `test-results/screens/${name}-${width}.png`, fullPage: true });
  }
}

test('reader pages', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/');
  const paths = await page.evaluate(() => {
    const first = (start: string) => document.querySelector<HTMLAnchorElement>(`a[href^="${start}"]`)?.pathname ?? '';
    return { article: first('/berita/'), agency: first('/opd/'), section: first('/kanal/') };
  });
  await looksRight(page, 'depan');
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(path);
    await looksRight(page, name);
  }
});

const newsroom: [name: string, person: PersonKey, path: string][] = [
  ['antrean', 'aditya', '/redaksi/antrean'],
  ['meja', 'petrus', '/redaksi'],
  ['terbit', 'maria', '/redaksi/terbit'],
  ['akun', 'dewi', '/redaksi/akun'],
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
  const page = await as('maria');
  await page.goto('/redaksi');
  const inHand = page
    .getByRole('region', { name: /Menunggu saya/ })
    .getByRole('listitem')
    .filter({ hasText: 'Disunting' });
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
