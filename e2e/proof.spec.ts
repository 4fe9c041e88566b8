import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';
import { told } from './reader-pages.ts';

const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true } as const;

/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const isAsWideAsTheWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('the sheet of approval fits on one A4 however long the road was, and on a phone', async ({ as }) => {
  // Without script: the sheet is filled below, and React would find other words than it wrote.
  const auditor = await as('yohana', { javaScriptEnabled: false });
  await auditor.goto('/redaksi/terbit');
  await auditor
    .getByRole('link', { name: /^Lembar persetujuan/ })
    .first()
    .click();
  await expect(auditor.getByText('Lembar persetujuan', { exact: true })).toBeVisible();
  await expect(auditor.getByText(/✓ Cocok\. Isi ini ditandatangani/)).toBeVisible();
  await expect(auditor.getByRole('img', { name: 'Kode QR untuk memeriksa edisi ini' })).toBeVisible();
  expect(pagesOf(await auditor.pdf({ preferCSSPageSize: true }))).toBe(1);
  // As full as the sheet ever gets: see what it shows at most.
  await auditor.evaluate(() => {
    const fill = (rows: string, most: number) => {
      const found = [...document.querySelectorAll(rows)];
      const [first] = found;
      for (let at = found.length; first !== undefined && at < most; at += 1) first.after(first.cloneNode(true));
    };
    const text = (of: string, words: string) => {
      for (const element of document.querySelectorAll(of)) element.textContent = words;
    };
    fill('.sheet tbody tr', 8);
    fill('.sheet ol li', 13);
    text('.sheet h1', 'Pemerintah provinsi membuka layanan kesehatan keliling '.repeat(6));
    text(
      '.sheet-facts > div:first-child dd',
      'Dinas Kependudukan, Pemberdayaan Perempuan, dan Perlindungan Anak Provinsi',
    );
    const [notes, heading, list] = ['section', 'h2', 'ul'].map((name) => document.createElement(name));
    if (notes === undefined || heading === undefined || list === undefined) return;
    heading.textContent = 'Catatan keputusan';
    for (let at = 0; at < 5; at += 1) {
      list.append(
        Object.assign(document.createElement('li'), { textContent: 'Sumber kutipan belum lengkap. '.repeat(9) }),
      );
    }
    notes.append(heading, list);
    document.querySelector('.sheet-hash')?.after(notes);
  });
  await expect(auditor.locator('.sheet ol li')).toHaveCount(13);
  expect(pagesOf(await auditor.pdf({ preferCSSPageSize: true }))).toBe(1);
  const small = await as('yohana', phone);
  await small.goto(auditor.url());
  await expect(small.getByRole('heading', { name: 'Tanda tangan' })).toBeVisible();
  expect(await isAsWideAsTheWindow(small)).toBe(true);
});

test('a text is genuine word for word, and one changed figure is shown', async ({ stranger, browser }) => {
  const reader = await stranger();
  const copy = await (await reader.request.get(`${told.corrected}.md`)).text();
  const check = async (page: Page, text: string) => {
    await page.goto('/cek');
    await page.getByLabel('Tempel tulisannya').fill(text);
    await page.getByRole('button', { name: 'Periksa tulisan' }).click();
  };
  await check(reader, copy);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Asli dan terkini');
  const context = await browser.newContext({ ...phone });
  const small = await context.newPage();
  await check(small, copy.replaceAll('21.00', '23.00'));
  await expect(small.getByRole('heading', { level: 1 })).toHaveText('Berbeda dari yang kami terbitkan');
  await expect(small.locator('ins').filter({ hasText: '23.00' }).first()).toBeVisible();
  expect(await isAsWideAsTheWindow(small)).toBe(true);
  await check(small, 'Gubernur meminta setiap warga mengirim uang pendaftaran malam ini juga.');
  await expect(small.getByRole('heading', { level: 1 })).toHaveText('Tulisan ini tidak kami kenal');
  await context.close();
});

test('an auditor narrows the trail and takes it along; readers see the head of the chain', async ({ as, stranger }) => {
  const auditor = await as('yohana');
  await auditor.goto('/redaksi/jejak-audit');
  await auditor.getByText('Saringan: semua peristiwa').click();
  await auditor.getByLabel('Peristiwa', { exact: true }).selectOption('Terbitkan');
  await auditor.getByRole('button', { name: 'Terapkan saringan' }).click();
  await expect(auditor).toHaveURL(/peristiwa=publish/);
  await expect(auditor.getByText('Saringan: peristiwa Terbitkan')).toBeVisible();
  await expect(auditor.getByRole('row').nth(1)).toContainText('Terbitkan');
  const download = auditor.waitForEvent('download');
  await auditor.getByRole('button', { name: 'Unduh sebagai CSV' }).click();
  expect((await download).suggestedFilename()).toBe('jejak-audit-terbitkan.csv');
  const small = await as('yohana', phone);
  await small.goto('/redaksi/jejak-audit');
  expect(await isAsWideAsTheWindow(small)).toBe(true);
  const reader = await stranger();
  // The first head is published by a job soon after the start.
  await expect(async () => {
    await reader.goto('/integritas');
    expect(await reader.locator('.chain-heads code').allTextContents()).toContainEqual(
      expect.stringMatching(/^[0-9a-f]{64}$/),
    );
  }).toPass({ timeout: 60_000 });
  await expect(reader.getByText('Belum ada saksi luar.').first()).toBeVisible();
});
