import { devices } from '@playwright/test';
import { aMailServer } from '../lib/testing/mail-server.ts';
import { mailPort } from './app.ts';
import { expectAccessible } from './axe.ts';
import { beginArticle, carryOut, openReview, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

const { defaultBrowserType: _browser, ...pixel } = devices['Pixel 5'];
const phone = { ...pixel, viewport: { width: 360, height: 640 } };

test('a verifier on a phone hears of an article at once, here and by mail; an admin sees that mail works', async ({
  as,
}) => {
  const refuses = ['kristina@contoh.example'];
  const server = await aMailServer({ port: mailPort, refuses });
  const arrivedFor = (address: string) => server.arrived.filter(({ to }) => to === address);
  try {
    const title = uniqueTitle('Imunisasi keliling');
    const hendra = await as('hendra', phone);
    // Nights are quiet unless somebody chooses otherwise, and this test runs at any hour.
    await hendra.goto('/redaksi/pemberitahuan/pengaturan');
    await hendra.getByLabel('Awal jam tenang').fill('');
    await hendra.getByLabel('Akhir jam tenang').fill('');
    await hendra.locator('summary', { hasText: 'Naskah Anda' }).tap();
    const returned = hendra.getByRole('radiogroup', { name: 'Naskah dikembalikan' });
    await returned.getByRole('radio', { name: 'Rangkuman harian' }).check();
    await hendra.getByRole('button', { name: 'Simpan pengaturan' }).tap();
    await expect(hendra.getByText('Pengaturan tersimpan.')).toBeVisible();
    await expect(returned.getByRole('radio', { name: 'Rangkuman harian' })).toBeChecked();
    await expectAccessible(hendra, 'notification settings on a phone');
    await hendra.goto('/redaksi/pemberitahuan');
    await expect(hendra.getByRole('heading', { name: 'Pemberitahuan' })).toBeVisible();

    const fajar = await as('fajar');
    await fajar.goto('/redaksi/admin/surel');
    await fajar.getByRole('button', { name: 'Kirim surel uji kepada saya' }).click();
    await expect(fajar.getByText('Surel uji sedang dikirim.')).toBeVisible();

    // A box that is not there: the admins see whose, and why, and send again when it is.
    const kristina = await as('kristina');
    await kristina.goto('/redaksi/admin/surel');
    await kristina.getByRole('button', { name: 'Kirim surel uji kepada saya' }).click();
    const refused = kristina
      .getByRole('table', { name: 'Surel yang tidak terkirim' })
      .getByRole('row')
      .filter({ hasText: 'kristina@contoh.example' })
      .filter({ hasText: 'Surel uji' });
    await expect(async () => {
      await kristina.reload();
      await expect(refused).toHaveCount(1);
    }).toPass();
    await expectAccessible(kristina, 'mail administration');
    refuses.length = 0;
    await refused.getByRole('button', { name: 'Kirim lagi kepada kristina@contoh.example' }).click();
    await expect(refused).toHaveCount(0);
    await expect.poll(() => arrivedFor('kristina@contoh.example').length).toBeGreaterThan(0);

    const ratna = await as('ratna');
    const article = await beginArticle(ratna);
    await writeArticle(ratna, { title, lead: 'Warga dapat datang tanpa janji.', body: 'Layanan dibuka Sabtu pagi.' });
    await openReview(ratna, article);
    await carryOut(ratna, 'Ajukan');

    // Nobody reloads: the open page hears of it.
    const news = hendra.getByRole('listitem').filter({ hasText: title });
    await expect(news).toContainText('Menunggu verifikasi Anda, diajukan oleh Ratna');
    await expect(hendra.getByRole('link', { name: /^Pemberitahuan.*belum dibaca$/ })).toBeVisible();
    await expectAccessible(hendra, 'notifications on a phone');

    await expect.poll(() => arrivedFor('fajar@contoh.example').length, { timeout: 15_000 }).toBeGreaterThan(0);
    // Hendra also hears of what other tests send him.
    const ofArticle = ({ text }: { text: string }) => text.includes(`/redaksi/naskah/${article}/tinjau`);
    await expect.poll(() => arrivedFor('hendra@contoh.example').some(ofArticle), { timeout: 30_000 }).toBe(true);
    expect(server.arrived.filter(({ raw }) => raw.includes('Imunisasi'))).toEqual([]);

    await news.getByRole('link', { name: title }).tap();
    await expect(hendra).toHaveURL(new RegExp(`/redaksi/naskah/${article}/tinjau$`));
    // On the open page of the article: somebody else's act is told without reloading.
    await openReview(ratna, article);
    await carryOut(ratna, 'Batalkan ajuan');
    await expect(hendra.getByText('Naskah ini sudah berubah sejak Anda membukanya.')).toBeVisible();
    await hendra.goto('/redaksi/pemberitahuan?lihat=belum');
    await expect(hendra.getByRole('listitem').filter({ hasText: title })).toHaveCount(0);
  } finally {
    await server.close();
  }
});
