import { expectAccessible } from './axe.ts';
import { expect, test } from './people.ts';

test('an admin arranges the portal: hours, days off, targets, reasons and redirects, and takes a change back', async ({
  as,
}) => {
  const fajar = await as('fajar');
  await fajar.goto('/redaksi/admin/jam-layanan');
  await fajar.getByLabel('Buka hari Sabtu').fill('09:00');
  await fajar.getByRole('button', { name: 'Simpan jam layanan' }).click();
  await expect(fajar.getByText('Isi jam tutup hari Sabtu').first()).toBeVisible();
  await fajar.getByLabel('Tutup hari Sabtu').fill('12:00');
  await fajar.getByRole('button', { name: 'Simpan jam layanan' }).click();
  await expect(fajar.getByText('Tersimpan.')).toBeVisible();
  const history = fajar.getByRole('region', { name: 'Riwayat perubahan' });
  await expect(history.getByText('09.00–12.00')).toBeVisible();
  await history.getByRole('button', { name: 'Kembalikan ke nilai sebelumnya' }).first().click();
  await expect(history.getByRole('listitem').filter({ hasText: 'Ubah jam layanan' })).toHaveCount(2);
  await fajar.reload();
  await expect(fajar.getByLabel('Buka hari Sabtu')).toHaveValue('');
  await expectAccessible(fajar, 'jam layanan');

  const phone = await as('fajar', { viewport: { width: 360, height: 780 } });
  await phone.goto('/redaksi/admin/hari-libur?tahun=2026');
  await expect(phone.getByText('Cuti bersama Nyepi').first()).toBeVisible();
  await phone.goto('/redaksi/admin/hari-libur?tahun=2027');
  await phone.getByLabel('Berkas CSV').setInputFiles({
    name: 'libur.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('tanggal;jenis;nama;sumber\n1/1/2027;libur nasional;Tahun Baru 2027 Masehi;Surat edaran\n'),
  });
  await phone.getByRole('button', { name: 'Periksa berkas' }).click();
  await phone.getByRole('button', { name: 'Ambil 1 entri' }).click();
  await expect(phone.getByText('Jumat, 1 Januari 2027')).toBeVisible();
  await expectAccessible(phone, 'hari libur');

  await fajar.goto('/redaksi/admin/alasan');
  await fajar.getByLabel('Alasan', { exact: true }).last().fill('Belum disetujui pimpinan');
  await fajar.getByRole('button', { name: 'Tambahkan alasan' }).click();
  await expect(fajar.getByRole('rowheader', { name: 'Belum disetujui pimpinan' })).toBeVisible();

  await fajar.goto('/redaksi/admin/pengalihan');
  await fajar.getByLabel('Alamat', { exact: true }).fill('/2024/05/belum-ada');
  await fajar.getByRole('button', { name: 'Uji alamat' }).click();
  await expect(fajar.getByText('tidak sampai ke artikel mana pun')).toBeVisible();

  await fajar.goto('/redaksi/admin/target');
  await fajar.getByText('Ubah target Pidato').click();
  const speech = fajar.getByRole('form', { name: 'Target Pidato' });
  await speech.getByLabel('Verifikasi (menit)').fill('90');
  await speech.getByRole('button', { name: 'Simpan target' }).click();
  await expect(fajar.getByRole('region', { name: 'Riwayat perubahan' })).toContainText('verifikasi 90');
  await expectAccessible(fajar, 'target');
});
