import { demoPassword } from '../db/demo/people.ts';
import { beginArticle, carryOut, openReview, saved, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, expectTrouble, signIn, test } from './people.ts';

const words = { lead: 'Teras yang cukup untuk diajukan.', body: 'Isi naskah.' };
const bodyOf = (page: import('@playwright/test').Page) => page.getByRole('textbox', { name: 'Isi naskah' });

test('closing the tab at once after typing loses nothing', async ({ as }) => {
  const page = await as('dewi');
  const article = await beginArticle(page, 'Dinas Perhubungan');
  await bodyOf(page).click();
  await page.keyboard.type('Kata-kata terakhir sebelum tab ditutup.');
  const again = await page.context().newPage();
  await page.close();
  await again.goto(`/redaksi/naskah/${article}`);
  await expect(bodyOf(again)).toContainText('Kata-kata terakhir sebelum tab ditutup.');
});

test('replies that fail, come late or twice never cost a word', async ({ as }) => {
  const page = await as('dewi');
  expectTrouble(page, /Failed to load resource|net::ERR_/);
  const article = await beginArticle(page, 'Dinas Perhubungan');
  let number = 0;
  await page.route('**/redaksi/simpan/**', async (route) => {
    number += 1;
    if (number % 3 === 1) return route.abort('connectionreset');
    if (number % 3 === 2) {
      // The server takes it, the answer is lost: the same save comes again.
      await route.fetch();
      return route.abort('connectionreset');
    }
    return route.continue();
  });
  await bodyOf(page).click();
  for (const word of ['satu ', 'dua ', 'tiga ', 'empat ', 'lima ']) await page.keyboard.type(word, { delay: 60 });
  await expect(page.getByText(/Tersimpan \d\d\.\d\d WITA/)).toBeVisible({ timeout: 40_000 });
  await page.unroute('**/redaksi/simpan/**');
  await page.goto(`/redaksi/naskah/${article}`);
  await expect(bodyOf(page)).toContainText('satu dua tiga empat lima');
});

test('a second person who saved first: both texts stand side by side and a person chooses', async ({ as }) => {
  const title = uniqueTitle('Dua orang menulis');
  const mine = await as('dewi');
  expectTrouble(mine, /status of 409/);
  const article = await beginArticle(mine, 'Dinas Perhubungan');
  await writeArticle(mine, { title, ...words });
  const other = await mine.context().newPage();
  await other.goto(`/redaksi/naskah/${article}`);
  // Words typed first and saved last: an open page without unsent words would only take over the newer ones.
  const secondSaved = Promise.withResolvers<void>();
  await mine.route('**/redaksi/simpan/**', async (route) => {
    await secondSaved.promise;
    await route.continue();
  });
  await mine.getByLabel('Teras', { exact: true }).fill('Teras dari tab pertama.');
  await other.getByLabel('Teras', { exact: true }).fill('Teras dari tab kedua.');
  await saved(other);
  secondSaved.resolve();
  const window = mine.getByRole('dialog');
  await expect(window).toContainText('Teras dari tab pertama.');
  await expect(window).toContainText('Teras dari tab kedua.');
  // It comes while somebody types, and their next letters choose nothing.
  await mine.keyboard.press('Space');
  await mine.keyboard.press('Enter');
  await expect(window).toContainText('Pilih yang dipakai');
});

test('a session that ended keeps the words for the next sign-in of the same account', async ({ stranger }) => {
  const page = await stranger();
  expectTrouble(page, /status of 401/);
  await signIn(page, 'siti');
  const article = await beginArticle(page, 'Dinas Perpustakaan');
  await page.context().clearCookies();
  await bodyOf(page).click();
  await page.keyboard.type('Diketik sesudah sesi berakhir.');
  await expect(page.getByText(/Sesi berakhir: aman di perangkat ini/).first()).toBeVisible();
  await signIn(page, 'siti');
  await page.goto(`/redaksi/naskah/${article}`);
  await expect(bodyOf(page)).toContainText('Diketik sesudah sesi berakhir.');
});

test('a session that ended does not interrupt the typing, and is taken up again without leaving the text', async ({
  stranger,
}) => {
  const page = await stranger();
  expectTrouble(page, /status of 401/);
  await signIn(page, 'siti');
  const article = await beginArticle(page, 'Dinas Perpustakaan');
  await page.context().clearCookies();
  await bodyOf(page).click();
  await page.keyboard.type('Sebelum, ');
  const ended = page.getByRole('link', { name: /Sesi berakhir/ });
  await expect(ended).toBeVisible();
  await page.keyboard.type('dan sesudahnya.');
  await expect(bodyOf(page)).toContainText('Sebelum, dan sesudahnya.');
  await page.getByRole('button', { name: 'Masuk lagi' }).click();
  const window = page.getByRole('dialog', { name: 'Sesi Anda sudah berakhir' });
  await window.getByLabel('Kata sandi', { exact: true }).fill('bukan-ini');
  await window.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(window.getByText('tidak cocok')).toBeVisible();
  await window.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await window.getByRole('button', { name: 'Masuk', exact: true }).click();
  await saved(page);
  await page.goto(`/redaksi/naskah/${article}`);
  await expect(bodyOf(page)).toContainText('Sebelum, dan sesudahnya.');
});

test('words that come after the submission are kept apart and offered for copying', async ({ as }) => {
  const title = uniqueTitle('Ketikan yang tertinggal');
  const page = await as('dewi');
  expectTrouble(page, /Failed to load resource/);
  const article = await beginArticle(page, 'Dinas Perhubungan');
  await writeArticle(page, { title, ...words });
  const other = await page.context().newPage();
  await openReview(other, article);
  await carryOut(other, 'Ajukan');
  await page.getByLabel('Teras', { exact: true }).fill('Datang sesudah diajukan.');
  await expect(page.getByText('Ketikan Anda disimpan terpisah').first()).toBeVisible();
  await page.goto('/redaksi');
  await expect(page.getByRole('region', { name: /Ketikan yang tertinggal/ })).toBeVisible();
});
