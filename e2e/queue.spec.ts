import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { beginArticle, carryOut, openReview, slugOf, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

/** Gives what one holds to another editor, wherever the edition's place on the desk is shown. */
async function handOver(page: Page, to: string): Promise<void> {
  await page.getByRole('region', { name: 'Di meja redaksi' }).getByRole('button', { name: 'Serahkan' }).click();
  const window = page.getByRole('dialog', { name: 'Serahkan' });
  await window.getByLabel('Serahkan kepada').selectOption({ label: to });
  await window.getByRole('button', { name: 'Serahkan' }).click();
  await expect(page.getByText('Naskah sudah diserahkan.')).toBeVisible();
  await expect(page.getByText(`dipegang ${to}.`)).toBeVisible();
}

test('the desk works through its queue by keyboard and on a phone, and makes two stories one', async ({
  as,
  stranger,
}) => {
  const mark = uniqueTitle('Dermaga');
  const writer = await as('dewi');
  const [first, second, elsewhere] = [`${mark} pertama`, `${mark} kedua`, uniqueTitle('Kapal pagi')];
  const articles: string[] = [];
  for (const [title, agency] of [
    [first, 'Dinas Perhubungan'],
    [second, 'Dinas Perhubungan'],
    [elsewhere, 'Dinas Pekerjaan Umum'],
  ] as const) {
    articles.push(await beginArticle(writer, agency));
    await writeArticle(writer, {
      title,
      lead: 'Warga dapat datang lebih awal karena kapal pagi berangkat pukul 07.00 WITA.',
      body: 'Kapal pagi berangkat pukul 07.00 WITA mulai pekan depan.',
    });
    await carryOut(writer, 'Ajukan');
    await expect(writer.getByText('Naskah sudah diajukan')).toBeVisible();
  }

  const editor = await as('aditya');
  await test.step('by keyboard: search, choose, assign, claim', async () => {
    await editor.goto('/redaksi/antrean?semua=ya');
    await expect(editor.getByRole('button', { name: 'Semua pintasan' })).toBeVisible();
    await editor.keyboard.press('/');
    await expect(editor.getByLabel('Cari judul')).toBeFocused();
    await editor.keyboard.type(mark);
    await editor.keyboard.press('Enter');
    await expect(editor.getByRole('link', { name: mark })).toHaveCount(2);
    await expect(editor.getByRole('link', { name: first })).toHaveAttribute('tabindex', '0');
    await editor.keyboard.press('j');
    await expect(editor.getByRole('link', { name: first })).toBeFocused();
    await editor.keyboard.press('x');
    await editor.keyboard.press('j');
    await editor.keyboard.press('x');
    await expect(editor.getByRole('status').filter({ hasText: '2 naskah dipilih.' })).toBeAttached();
    const chosen = editor.getByRole('region', { name: 'Naskah yang dipilih' });
    expect(await chosen.getByRole('button').allInnerTexts()).toEqual([
      ...['Tugaskan', 'Prioritas', 'Kembalikan', 'Lepas pilihan'],
    ]);
    await editor.keyboard.press('a');
    const window = editor.getByRole('dialog', { name: 'Tugaskan' });
    await window.getByLabel('Penanggung jawab', { exact: true }).selectOption({ label: 'Maria Magdalena Usat' });
    await window.getByLabel('Prioritas').selectOption({ label: 'Tinggi' });
    await window.getByLabel(/^Catatan/).fill('Cocokkan jamnya dengan syahbandar.');
    await window.getByRole('button', { name: 'Tugaskan' }).click();
    await expect(editor.getByText('2 naskah diperbarui penugasannya.')).toBeVisible();
    await expect(editor.getByText('Penanggung jawab: Maria Magdalena Usat')).toHaveCount(2);
    await expect(editor.getByRole('link', { name: second })).toBeFocused();
    await editor.keyboard.press('k');
    await editor.keyboard.press('c');
    await expect(editor.getByText('1 naskah diambil; sekarang Anda pegang.')).toBeVisible();
    await expect(editor.getByText('Dipegang Aditya Ramadhani')).toBeVisible();
    await expect(editor.getByRole('link', { name: first })).toBeFocused();
    await editor.keyboard.press('?');
    await expect(editor.getByRole('dialog', { name: 'Pintasan papan tombol' })).toBeVisible();
    await editor.keyboard.press('Escape');
  });

  await test.step('keeps the view under a name', async () => {
    await editor.getByRole('button', { name: 'Simpan tampilan ini' }).click();
    const window = editor.getByRole('dialog', { name: 'Simpan tampilan' });
    await window.getByLabel('Nama tampilan').fill(mark);
    await window.getByRole('button', { name: 'Simpan' }).click();
    await expect(editor.getByRole('navigation', { name: 'Tampilan tersimpan' }).getByText(mark)).toBeVisible();
    await expectAccessible(editor, 'queue');
    await editor.getByRole('button', { name: 'Atur tampilan' }).click();
    await editor
      .getByRole('form', { name: `Hapus: ${mark}` })
      .getByRole('button')
      .click();
    await expect(editor.getByRole('navigation', { name: 'Tampilan tersimpan' }).getByText(mark)).toHaveCount(0);
  });

  const phone = await as('maria', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await test.step('on a phone: what was assigned to me, and several returned, each for itself', async () => {
    await phone.goto('/redaksi');
    const assigned = phone.getByRole('region', { name: /^Ditugaskan kepada saya/ });
    await expect(assigned.getByText(first)).toBeVisible();
    await expect(assigned.getByText('Cocokkan jamnya dengan syahbandar.').first()).toBeVisible();
    await phone.goto(`/redaksi/antrean?judul=${encodeURIComponent(mark)}`);
    await phone.getByLabel('Pilih semua di halaman ini').tap();
    await expect(phone.getByRole('region', { name: 'Naskah yang dipilih' })).toBeInViewport();
    await phone.getByRole('button', { name: 'Kembalikan', exact: true }).tap();
    const window = phone.getByRole('dialog', { name: 'Kembalikan' });
    await window.getByLabel('Alasan pengembalian').selectOption({ label: 'Fakta belum lengkap' });
    await window.getByLabel('Catatan untuk penulis').fill('Sebutkan sampai kapan jadwal lama berlaku.');
    await window.getByRole('button', { name: 'Kembalikan' }).tap();
    // Another holds one of them: it stays where it is, and the answer says why.
    await expect(phone.getByText('1 dari 2 naskah dikembalikan kepada penulisnya.')).toBeVisible();
    await expect(phone.getByText('Hanya redaktur yang sedang memegang naskah ini')).toBeVisible();
    await expect(phone.getByRole('link', { name: mark })).toHaveCount(1);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  const [kept = ''] = articles;
  await test.step('on its own page an item is given to another, and handed over', async () => {
    await openReview(editor, kept);
    const place = editor.getByRole('region', { name: 'Di meja redaksi' });
    await expect(place).toContainText('Penanggung jawab: Maria Magdalena Usat');
    await place.getByRole('button', { name: 'Tugaskan' }).click();
    const window = editor.getByRole('dialog', { name: 'Tugaskan' });
    await window.getByLabel('Tenggat', { exact: false }).fill('2031-01-15');
    await window.getByRole('button', { name: 'Tugaskan' }).click();
    await expect(place).toContainText('Tenggat Rabu, 15 Januari 2031, 16.00 WITA');
    await handOver(editor, 'Maria Magdalena Usat');
  });

  await test.step('from the editor on a phone, words not yet sent going first', async () => {
    await phone.goto(`/redaksi/naskah/${kept}`);
    const lead = phone.getByLabel('Teras', { exact: true });
    await expect(lead).toBeEditable();
    await lead.fill('Warga dapat datang lebih awal. Kapal pagi berangkat pukul 07.00 WITA dari dermaga lama.');
    await handOver(phone, 'Aditya Ramadhani');
    await openReview(editor, kept);
    await expect(editor.getByText('dari dermaga lama').first()).toBeVisible();
    await handOver(editor, 'Maria Magdalena Usat');
  });

  await test.step('on a phone: moved to another agency, and made one with what another agency wrote', async () => {
    await openReview(phone, kept);
    await phone.getByText('Pindahkan ke perangkat daerah lain').tap();
    const moving = phone.getByRole('form', { name: 'Pindahkan naskah' });
    await moving.getByLabel('Perangkat daerah').selectOption({ label: 'Dinas Lingkungan Hidup (contoh)' });
    await moving.getByRole('button', { name: 'Pindahkan' }).tap();
    await expect(phone.getByText('Naskah sudah dipindahkan.')).toBeVisible();
    const other = phone
      .getByRole('region', { name: /^Naskah serupa/ })
      .getByRole('listitem')
      .filter({ hasText: elsewhere });
    await other.getByRole('link', { name: 'Bandingkan berdampingan' }).tap();
    await expect(phone.getByRole('heading', { name: 'Bandingkan dua naskah' })).toBeVisible();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await phone.getByRole('button', { name: 'Gabungkan ke naskah ini' }).tap();
    await expect(phone.getByRole('region', { name: 'Digabungkan ke sini (1)' })).toContainText(elsewhere);
    await carryOut(phone, 'Setujui dan terbitkan');
    await openReview(writer, kept);
    await carryOut(writer, 'Setuju dengan suntingan');
  });

  const reader = await stranger();
  await reader.goto(`/berita/${slugOf(first)}`);
  const article = reader.getByRole('article');
  await expect(article.getByRole('link', { name: 'Dinas Lingkungan Hidup (contoh)' }).first()).toBeVisible();
  await expect(article.getByRole('definition').filter({ hasText: 'Dinas Pekerjaan Umum (contoh)' })).toBeVisible();
});
