import { expectAccessible } from './axe.ts';
import { beginArticle, carryOut, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, expectTrouble, test } from './people.ts';

const text = { lead: 'Warga dapat mendaftar di loket mulai pekan depan.', body: 'Loket buka pukul 08.00 WITA.' };

test('a draft is seen as readers will: on a phone and a desk, light and dark, shared and found', async ({ as }) => {
  const title = uniqueTitle('Loket baru di dermaga');
  const page = await as('dewi');
  const article = await beginArticle(page, 'Dinas Perhubungan');
  await writeArticle(page, { title, ...text });
  await page.goto(`/redaksi/naskah/${article}/tampilan`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const width = () => page.locator('iframe').evaluate((element) => element.clientWidth);
  await expect.poll(width).toBe(360);
  await page.getByText('Layar lebar').click();
  await expect.poll(width).toBe(1280);

  const ground = () => frame.locator('html').evaluate((page) => getComputedStyle(page).backgroundColor);
  const light = await ground();
  await page.getByText('Gelap').click();
  await expect.poll(ground).not.toBe(light);
  await page.getByText('Terang').click();
  await expect.poll(ground).toBe(light);

  await page.getByText('WhatsApp', { exact: true }).click();
  const card = page.getByRole('img', { name: 'Kartu bagikan artikel ini' });
  await expect.poll(() => card.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await page.getByText('Hasil pencarian').click();
  await expect(page.getByText(text.lead)).toBeVisible();
  await expectAccessible(page, 'appearance');
});

test('a source without an account reads a draft by a secret address, answers, and is shut out when it is revoked', async ({
  as,
  stranger,
}) => {
  const title = uniqueTitle('Loket baru di dermaga');
  const page = await as('dewi');
  const article = await beginArticle(page, 'Dinas Perhubungan');
  await writeArticle(page, { title, ...text });
  await page.goto(`/redaksi/naskah/${article}/tampilan`);
  await page.getByRole('button', { name: 'Buat tautan' }).click();
  await expect(page.getByText('Tulis untuk siapa tautan ini.').first()).toBeVisible();
  await page.getByLabel('Untuk siapa').fill('Ibu Marlina, pedagang');
  await page.getByLabel('Beri kotak komentar').check();
  await page.getByRole('button', { name: 'Buat tautan' }).click();
  const address = await page.locator('code').filter({ hasText: '/pratinjau/' }).textContent();

  const guest = await stranger();
  const answer = await guest.goto(address ?? '');
  expect(answer?.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
  await expect(guest.getByText('Pratinjau untuk Ibu Marlina, pedagang.')).toBeVisible();
  await expect(guest.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectAccessible(guest, 'guest preview');
  await guest.getByLabel('Tulis komentar Anda.').fill('Nama pasar saya keliru.');
  await guest.getByRole('button', { name: 'Kirim komentar' }).click();
  await expect(guest.getByText('Komentar Anda sudah sampai')).toBeVisible();

  await page.goto(`/redaksi/naskah/${article}`);
  await expect(page.getByText('Nama pasar saya keliru.')).toBeAttached();
  await page.goto(`/redaksi/naskah/${article}/tampilan`);
  await expect(page.getByText(/Dibuka \d+ kali, 1 komentar/)).toBeVisible();
  await page.getByRole('button', { name: 'Cabut' }).click();
  await expect(page.getByText('(tidak berlaku lagi)')).toBeVisible();
  // In another page: nothing on the guest's own may be missing, lazy pictures included.
  const late = await stranger();
  expectTrouble(late, /status of 404/);
  expect((await late.goto(address ?? ''))?.status()).toBe(404);
});

test('a preview link closes once the edition will not come to readers any more', async ({ as, stranger }) => {
  const page = await as('dewi');
  const article = await beginArticle(page, 'Dinas Perhubungan');
  await writeArticle(page, { title: uniqueTitle('Naskah yang dibuang'), ...text });
  await page.goto(`/redaksi/naskah/${article}/tampilan`);
  await page.getByLabel('Untuk siapa').fill('Pak Anang');
  await page.getByRole('button', { name: 'Buat tautan' }).click();
  const address = await page.locator('code').filter({ hasText: '/pratinjau/' }).textContent();
  await page.goto(`/redaksi/naskah/${article}`);
  await carryOut(page, 'Buang');
  const guest = await stranger();
  expectTrouble(guest, /status of 404/);
  expect((await guest.goto(address ?? ''))?.status()).toBe(404);
});
