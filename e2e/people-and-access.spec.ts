import { beginArticle } from './desk-steps.ts';
import { expect, test } from './people.ts';

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
