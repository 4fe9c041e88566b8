import type { Locator } from '@playwright/test';
import { dayIn } from '../lib/time-zone.ts';
import { expectAccessible } from './axe.ts';
import { beginArticle, uniqueTitle } from './desk-steps.ts';
import { expect, signIn, test } from './people.ts';

/** Chooses somebody from a list that also says where they work. */
async function choosePerson(list: Locator, name: string): Promise<void> {
  await list.selectOption(await list.locator('option', { hasText: name }).getAttribute('value'));
}

const phone = { viewport: { width: 360, height: 780 } };

test('a confidential draft is found by its named people alone', async ({ as }) => {
  const writer = await as('ratna', phone);
  const articleId = await beginArticle(writer);
  await writer.goto(`/redaksi/naskah/${articleId}/akses`);
  await writer.getByRole('button', { name: 'Jadikan rahasia' }).click();
  await expect(writer.getByText('Belum ada redaktur yang dinamai.')).toBeVisible();
  const editor = await as('aditya');
  expect((await editor.request.get(`/redaksi/naskah/${articleId}/tinjau`)).status()).toBe(404);
  await writer.getByLabel('Redaktur', { exact: true }).selectOption({ label: 'Aditya Ramadhani (Redaktur)' });
  await writer.getByRole('button', { name: 'Namai redaktur ini' }).click();
  await expect(writer.getByRole('button', { name: 'Keluarkan Aditya Ramadhani' })).toBeVisible();
  expect((await editor.goto(`/redaksi/naskah/${articleId}/tinjau`))?.status()).toBe(200);
  await expect(editor.getByRole('main').getByText('Rahasia').first()).toBeVisible();
});

test('people come from a file, and their codes on slips', async ({ as }) => {
  const admin = await as('fajar');
  const mark = Date.now().toString(36);
  const file = (role: string) =>
    Buffer.from(
      `nama;surel;whatsapp;peran;perangkat daerah\nMelati Kusuma;melati-${mark}@contoh.example;;${role};Dinkes\n`,
    );
  await admin.goto('/redaksi/admin/orang/impor');
  for (const role of ['Raja', 'Kontributor']) {
    const picked = { name: 'orang.csv', mimeType: 'text/csv', buffer: file(role) };
    await admin.getByLabel('Berkas CSV').setInputFiles(picked);
    await admin.getByRole('button', { name: 'Periksa berkas' }).click();
    const told = role === 'Raja' ? '1 baris perlu diperbaiki.' : '1 orang baru, 1 peran';
    await expect(admin.getByText(told)).toBeVisible();
  }
  await admin.getByRole('button', { name: 'Ambil semuanya' }).click();
  await expect(admin.getByText('1 orang dan 1 peran ditambahkan.')).toBeVisible();
  await admin.goto('/redaksi/admin/orang/undang');
  const form = admin.getByRole('form', { name: 'Cetak undangan' });
  await form.getByRole('checkbox', { name: `melati-${mark}` }).check();
  await form.getByRole('button', { name: 'Buat lembar undangan' }).click();
  await expect(admin.getByRole('img', { name: 'Kode QR undangan Melati Kusuma' })).toBeVisible();
});

test('who stands in for an editor does the work of one once it is accepted, and no longer after the end', async ({
  as,
  stranger,
}) => {
  const today = dayIn(new Date(), 'Asia/Makassar');
  const manager = await as('nadia', phone);
  await manager.goto('/redaksi/admin/delegasi');
  const form = manager.getByRole('region', { name: 'Beri delegasi' });
  await choosePerson(form.getByLabel('Diberikan kepada'), 'Petrus Lawing');
  await form.getByLabel('Peran', { exact: true }).selectOption({ label: 'Redaktur' });
  await choosePerson(form.getByLabel('Menggantikan'), 'Aditya Ramadhani');
  await form.getByLabel('Hari pertama').fill(today);
  for (const [until, told] of [
    ['2026-01-02', 'Hari terakhir tidak boleh sebelum hari pertama.'],
    [today, 'Delegasi dicatat.'],
  ] as const) {
    await form.getByLabel('Hari terakhir').fill(until);
    await form.getByRole('button', { name: 'Beri delegasi' }).click();
    await expect(form.getByText(told).first()).toBeVisible();
  }

  const admin = await as('kristina');
  await admin.goto('/redaksi/admin/peran');
  await admin.getByRole('button', { name: 'Terima peran Plh. Redaktur untuk Petrus Lawing' }).click();
  await expect(admin.getByText('Petrus Lawing')).toHaveCount(0);

  const deputy = await stranger();
  await signIn(deputy, 'petrus');
  await deputy.goto('/redaksi/pers');
  const name = uniqueTitle('Wartawan');
  const contact = deputy.getByRole('form', { name: 'Tambah wartawan' });
  await contact.getByLabel('Nama').fill(name);
  await contact.getByLabel('Media').fill('Harian Contoh');
  await contact.getByRole('button', { name: 'Tambah wartawan' }).click();
  await expect(deputy.getByText(name).first()).toBeVisible();

  const end = manager.getByRole('button', { name: 'Akhiri sekarang delegasi Plh. Redaktur untuk Petrus Lawing' });
  await manager.reload();
  await end.click();
  await expect(end).toHaveCount(0);
  await expectAccessible(manager, 'delegations');
  await signIn(deputy, 'petrus');
  expect((await deputy.request.get('/redaksi/pers')).status()).toBe(404);
});

test('whoever leaves passes their work on, and the account is closed', async ({ as }) => {
  const leaver = await as('nurul');
  const articleId = await beginArticle(leaver, 'Dinas Kependudukan');
  await leaver.goto(`/redaksi/naskah/${articleId}/akses`);
  await leaver.getByRole('button', { name: 'Jadikan rahasia' }).click();
  await expect(leaver.getByText('Belum ada redaktur yang dinamai.')).toBeVisible();

  const manager = await as('nadia');
  await manager.goto('/redaksi/admin/serah-terima');
  await choosePerson(manager.getByLabel('Akun yang diserahterimakan'), 'Nurul Fadhilah');
  await choosePerson(manager.getByLabel('Penerus'), 'Bayu Pranoto');
  await manager.getByLabel('Alasan').fill('Pindah tugas ke Bappeda.');
  await manager.getByRole('button', { name: 'Mulai serah terima' }).click();
  await expect(manager.getByRole('heading', { name: 'Serah terima Nurul Fadhilah' })).toBeVisible();
  const passOn = manager.getByRole('button', { name: 'Namai penerus' });
  await passOn.click();
  await expect(passOn).toHaveCount(0);
  await expectAccessible(manager, 'a handover');

  const admin = await as('fajar', phone);
  await admin.goto('/redaksi/admin/peran');
  await admin.getByText('Administrasi: Peran menunggu').click();
  await admin.getByRole('link', { name: 'Serah terima' }).click();
  await admin.getByRole('link', { name: 'Nurul Fadhilah' }).click();
  await expect(admin.getByRole('heading', { name: 'Serah terima Nurul Fadhilah' })).toBeVisible();
  const ends = admin.getByRole('button', { name: /^Akhiri (peran|delegasi)/ });
  for (let left = await ends.count(); left > 0; left -= 1) {
    await ends.first().click();
    await expect(ends).toHaveCount(left - 1);
  }
  for (const tick of await admin.getByRole('checkbox').all()) await tick.check();
  await admin.getByRole('button', { name: 'Simpan centang' }).click();
  await expect(admin.getByText('Tersimpan.')).toBeVisible();
  const reason = admin.getByLabel('Mengapa ditutup meski belum selesai');
  if ((await reason.count()) > 0) await reason.fill('Drafnya dilanjutkan penulis perangkat daerahnya.');
  await admin.getByRole('button', { name: 'Tutup serah terima' }).click();
  await expect(admin.getByText('Selesai. Ditutup Fajar Nugroho')).toBeVisible();

  await leaver.goto('/redaksi');
  await expect(leaver.getByRole('heading', { name: 'Masuk ke ruang redaksi' })).toBeVisible();
  const successor = await as('bayu');
  expect((await successor.request.get(`/redaksi/naskah/${articleId}/tinjau`)).status()).toBe(200);
});
