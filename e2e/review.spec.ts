import { devices, type Locator } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { beginArticle, carryOut, openReview, saved, slugOf, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

const { defaultBrowserType: _browser, ...pixel } = devices['Pixel 5'];
const phone = { ...pixel, viewport: { width: 360, height: 640 } };

const lead = 'Warga dapat mengambil air bersih di tiga tangki mulai pukul 06.00 WITA.';
const body = 'Tangki diisi ulang setiap dua jam.';

test('on a phone each decision takes two taps, and shows first what changed', async ({ as, stranger }) => {
  const title = uniqueTitle('Air bersih dibagikan di tiga tangki');
  let taps = 0;
  const tap = async (target: Locator) => {
    taps += 1;
    await target.tap();
  };
  const decides = async (decide: () => Promise<void>) => {
    taps = 0;
    await decide();
    expect(taps).toBe(2);
  };

  const writer = await as('dewi');
  const article = await beginArticle(writer, 'Dinas Perhubungan');
  await writeArticle(writer, { title, lead, body });
  await carryOut(writer, 'Ajukan');

  const editor = await as('maria', phone);
  const bar = editor.getByRole('region', { name: 'Keputusan' });
  const sheet = (name: string) => editor.getByRole('dialog', { name });
  const edits = async (words: string) => {
    await openReview(editor, article);
    await decides(async () => {
      await tap(bar.getByRole('button', { name: 'Ambil untuk disunting' }));
      await tap(sheet('Ambil untuk disunting').getByRole('button', { name: 'Ambil untuk disunting' }));
    });
    await editor.getByLabel('Teras', { exact: true }).fill(`${lead} ${words}`);
    await saved(editor);
    await openReview(editor, article);
  };

  await test.step('the editor returns it because of one place', async () => {
    await edits('Bawa jeriken sendiri.');
    const changed = editor.getByRole('group').filter({ hasText: 'Berubah sejak tanda tangan Dewi' });
    await expect(changed.locator('ins')).toContainText('Bawa jeriken');
    await decides(async () => {
      await tap(changed.getByRole('button', { name: /^Kembalikan karena ini ?: teras$/ }));
      await tap(sheet('Kembalikan').getByRole('button', { name: 'Fakta belum lengkap' }));
    });
    await expect(editor.getByText('Naskah sudah dikembalikan').first()).toBeVisible();
  });

  await test.step('the writer reads why and where, and sends it again', async () => {
    await openReview(writer, article);
    await expect(writer.getByText('Fakta belum lengkap').first()).toBeVisible();
    await expect(writer.getByText('Tempat: teras').first()).toBeVisible();
    await carryOut(writer, 'Ajukan');
  });

  await test.step('the editor approves other words', async () => {
    await edits('Bawa jeriken dan kartu keluarga.');
    await decides(async () => {
      await tap(bar.getByRole('button', { name: 'Setujui dan terbitkan' }));
      await tap(sheet('Setujui dan terbitkan').getByRole('button', { name: 'Setujui dan terbitkan' }));
    });
    await expect(editor.getByText('Menunggu tanda tangan kedua').first()).toBeVisible();
  });

  await test.step('the writer sees only what the editor changed, and agrees', async () => {
    const page = await as('dewi', phone);
    await openReview(page, article);
    await expect(page.locator('.review-changes ins')).toHaveText(/kartu keluarga/);
    await expectAccessible(page, 'the review on a phone', { part: '.review-page' });
    await page.setViewportSize(phone.viewport);
    await decides(async () => {
      await tap(page.getByRole('region', { name: 'Keputusan' }).getByRole('button'));
      await tap(page.getByRole('dialog').getByRole('button', { name: 'Setuju dengan suntingan' }));
    });
    await expect(page.getByText('Tanda tangan Anda sudah tercatat.')).toBeVisible();
  });
  expect((await (await stranger()).request.get(`/berita/${slugOf(title)}`)).status()).toBe(200);
});
