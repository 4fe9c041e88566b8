import { expectAccessible } from './axe.ts';
import { beginArticle, carryOut, uniqueTitle, writeArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

test('the desk works through its queue by keyboard, and on a phone', async ({ as }) => {
  const mark = uniqueTitle('Dermaga');
  const writer = await as('dewi');
  for (const number of ['pertama', 'kedua']) {
    await beginArticle(writer, 'Dinas Perhubungan');
    await writeArticle(writer, {
      title: `${mark} ${number}`,
      lead: 'Warga dapat datang lebih awal karena kapal pagi berangkat pukul 07.00 WITA.',
      body: 'Kapal pagi berangkat pukul 07.00 WITA mulai pekan depan.',
    });
    await carryOut(writer, 'Ajukan');
    await expect(writer.getByText('Naskah sudah diajukan')).toBeVisible();
  }

  const editor = await as('aditya');
  const [first, second] = [`${mark} pertama`, `${mark} kedua`];
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
});
