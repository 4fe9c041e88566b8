import { devices, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { askFor, beginArticle, carryOut, openReview, saved, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

const lead = 'Warga dapat mendaftar di loket mulai pekan depan tanpa biaya.';
const panel = (page: Page) => page.getByRole('region', { name: 'Pemeriksaan naskah' });
const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Isi naskah' });

test('what is wrong is said in plain words, leads to its place, and is mended with one tap', async ({ as }) => {
  const page = await as('dewi');
  await beginArticle(page, 'Dinas Perhubungan');
  await page.getByLabel('Judul', { exact: true }).fill(uniqueTitle('Loket baru di dermaga'));
  await bodyOf(page).click();
  await page.keyboard.type('Loket dibuka pada Senin (8/10/2025). Semua aktifitas pindah ke dermaga baru.');
  const wrongDay = panel(page).getByRole('button', { name: /8 Oktober 2025.*Rabu/ });
  await expect(wrongDay).toBeVisible();
  await wrongDay.click();
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toContain('Senin');

  await panel(page).getByRole('button', { name: 'Ganti jadi “aktivitas”' }).click();
  await expect(bodyOf(page)).toContainText('Semua aktivitas pindah');
  await expect(panel(page).getByText('aktifitas')).toHaveCount(0);
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(bodyOf(page)).toContainText('Semua aktifitas pindah');
  await expectAccessible(page, 'checks panel');
});

test('what touches a private person waits for an editor, who mends it or lets it pass with a reason', async ({
  as,
}) => {
  const title = uniqueTitle('Bantuan langsung untuk warga');
  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead, body: 'Penerima memakai NIK 6472015203900004 saat mendaftar.' });
  await expect(panel(writer).getByText('Perlu dinilai redaktur')).toBeVisible();
  await expect(panel(writer).getByRole('button', { name: 'Loloskan dengan alasan' })).toHaveCount(0);
  await carryOut(writer, 'Ajukan');

  const editor = await as('aditya');
  await openReview(editor, article);
  await carryOut(editor, 'Ambil untuk disunting');
  const dialog = await askFor(editor, 'Setujui');
  await dialog.getByRole('button', { name: 'Setujui', exact: true }).click();
  await expect(dialog.getByText(/loloskan dengan alasan/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Batal' }).click();

  await panel(editor).getByRole('button', { name: 'Loloskan dengan alasan' }).first().click();
  const window = editor.getByRole('dialog', { name: 'Loloskan dengan alasan' });
  await window.getByRole('button', { name: 'Loloskan', exact: true }).click();
  await expect(window.getByText(/paling sedikit 10 huruf/).first()).toBeVisible();
  await window.getByLabel('Alasan').fill('Nomor contoh dari formulir, bukan milik seseorang.');
  await window.getByRole('button', { name: 'Loloskan', exact: true }).click();
  await expect(window).toBeHidden();
  await expect(panel(editor).getByText('Perlu dinilai redaktur')).toHaveCount(0);
  await carryOut(editor, 'Setujui');
  await expect(editor.getByText('Disetujui').first()).toBeVisible();
  await expect(editor.getByText('Nomor contoh dari formulir')).toBeAttached();
});

test('on a phone the reason and the fix stand right above the tools', async ({ browser, as }) => {
  const known = await (await as('dewi')).context().storageState();
  const context = await browser.newContext({ ...devices['Pixel 7'], locale: 'id-ID', storageState: known });
  const page = await context.newPage();
  await page.goto('/redaksi');
  await page.getByRole('navigation').getByRole('button', { name: 'Naskah baru' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Dinas Perhubungan' }).tap();
  await bodyOf(page).tap();
  await page.keyboard.type('Semua aktifitas');
  const bar = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Ganti jadi “aktivitas”' }) });
  await bar.getByRole('button', { name: 'Ganti jadi “aktivitas”' }).tap();
  await expect(bodyOf(page)).toContainText('Semua aktivitas');
  // All of them are far below; the count in the head leads there.
  await page.getByRole('link', { name: /^Pemeriksaan naskah: [1-9]\d* harus dibereskan/ }).tap();
  await expect(page.getByRole('heading', { name: 'Pemeriksaan naskah' })).toBeInViewport();
  await context.close();
});
