import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { uniqueTitle } from './desk-steps.ts';
import { expect, test } from './people.ts';

/** A name nobody else uses, whatever runs beside this test. */
const uniqueName = () => uniqueTitle('Rahmat').replace(' ', ' Abadi ');

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('an editor keeps a person with an acting post and ends it; a writer reads it', async ({ as }) => {
  const name = uniqueName();
  const editor = await as('maria');
  await editor.goto('/redaksi/daftar');
  await editor.getByLabel('Nama', { exact: true }).fill(name);
  await editor.getByRole('button', { name: 'Tambahkan orang' }).click();
  await expect(editor.getByRole('heading', { name })).toBeVisible();
  const form = editor.getByRole('form', { name: 'Jabatan baru' });
  await form.getByLabel('Jabatan').fill('Kepala Dinas Contoh');
  await form.getByLabel('Pelaksana tugas (Plt.)').check();
  await form.getByLabel('Mulai').fill('2026-01-02');
  await form.getByRole('button', { name: 'Tambahkan jabatan' }).click();
  await expect(editor.getByText('Isi tanggal akhir Plt.')).toBeVisible();
  await expectAccessible(editor, 'a person of the register');

  await editor.locator('summary', { hasText: 'Akhiri' }).click();
  const ending = editor.getByRole('form', { name: 'Akhiri jabatan Kepala Dinas Contoh' });
  await ending.getByLabel('Hari terakhir').fill('2026-02-28');
  await ending.getByRole('button', { name: 'Akhiri jabatan' }).click();
  await expect(editor.getByText('Sudah berakhir')).toBeVisible();

  const writer = await as('dewi');
  await writer.goto('/redaksi/daftar');
  await writer.getByLabel('Cari di daftar ini').fill(name.slice(0, 12));
  await writer.keyboard.press('Enter');
  await expect(row(writer, name)).toContainText('Plt. Kepala Dinas Contoh');
  await expect(writer.getByRole('button', { name: 'Tambahkan orang' })).toHaveCount(0);
  await expectAccessible(writer, 'the people of the register');
});

test('a CSV file is shown with its faults, mended, taken, and comes out again', async ({ as }) => {
  const label = uniqueTitle('jumlah contoh');
  const editor = await as('maria');
  await editor.goto('/redaksi/daftar/angka');
  await editor.getByRole('link', { name: 'Ambil dari CSV' }).click();
  const file = (text: string) => ({ name: 'angka.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const head = 'angka;nilai;per_tanggal;sumber\r\n';
  await editor.getByLabel('Berkas CSV').setInputFiles(file(`${head}${label};7;31/02/2026;BPS\r\n`));
  await editor.getByRole('button', { name: 'Periksa berkas' }).click();
  await expect(editor.getByText('Baris 2: Per tanggal tidak dikenali')).toBeVisible();
  await expectAccessible(editor, 'a file with faults');

  await editor.getByLabel('Berkas CSV').setInputFiles(file(`${head}${label};7;28/02/2026;=BPS\r\n`));
  await editor.getByRole('button', { name: 'Periksa berkas' }).click();
  await editor.getByRole('button', { name: 'Ambil 1 entri' }).click();
  await expect(editor.getByText('Selesai: 1 entri baru, 0 diubah.')).toBeVisible();

  await editor.goto(`/redaksi/daftar/angka?cari=${encodeURIComponent(label)}`);
  await expect(row(editor, label)).toContainText('28 Februari 2026');
  const address = await editor.getByRole('link', { name: 'Unduh CSV' }).getAttribute('href');
  const answer = await editor.request.get(address ?? '');
  expect(answer.headers()['content-disposition']).toContain('daftar-angka.csv');
  expect(await answer.text()).toContain(`"${label}";"7";"28/02/2026";"'=BPS"`);
});

test('a writer proposes a name, an editor approves it', async ({ as }) => {
  const word = uniqueTitle('Loa').replace(' ', '');
  const writer = await as('dewi');
  await writer.goto('/redaksi/daftar/nama');
  await writer.getByLabel('Nama atau kata', { exact: true }).fill(word);
  await writer.getByRole('button', { name: 'Usulkan' }).click();
  await expect(writer.getByText('Kata ini berlaku setelah disetujui redaktur.')).toBeVisible();

  const editor = await as('maria');
  await editor.goto('/redaksi/daftar/nama');
  await expectAccessible(editor, 'the names of the house');
  await editor.getByRole('button', { name: `Setujui ${word}` }).click();
  await expect(editor.getByRole('button', { name: `Setujui ${word}` })).toHaveCount(0);
  await editor.goto(`/redaksi/daftar/nama?cari=${word}`);
  await expect(row(editor, word)).toContainText('Dewi Anggraini');
});

test('regulations, plain words and the page of coaching are accessible', async ({ as }) => {
  const editor = await as('maria');
  for (const [path, name] of [
    ['/redaksi/daftar/peraturan', 'regulations'],
    ['/redaksi/daftar/istilah', 'plain words'],
  ] as const) {
    await editor.goto(path);
    await expectAccessible(editor, name);
  }
  const writer = await as('dewi');
  await writer.goto('/redaksi/saya/catatan');
  await expect(writer.getByRole('heading', { name: 'Catatan belajar' })).toBeVisible();
  await expectAccessible(writer, 'coaching');
});
