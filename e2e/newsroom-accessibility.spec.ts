import type { Page } from '@playwright/test';
import { z } from 'zod';
import { aPdf } from '../lib/testing/pdfs.ts';
import { expectAccessible } from './axe.ts';
import { aPhoto, beginArticle, pickInText, uniqueTitle } from './desk-steps.ts';
import { expect, test } from './people.ts';
import { runProgram } from './programs.ts';
import { told } from './reader-pages.ts';

/** What these screens fold away until somebody asks for it is unfolded, so that it is looked at as well. */
async function unfold(page: Page, name: string | RegExp): Promise<void> {
  const summary = page.locator('summary', { hasText: name }).first();
  if (await summary.evaluate(({ parentElement }) => parentElement?.hasAttribute('open') === false)) {
    await summary.click();
  }
}

test('the front desk and the placement of a live article are accessible', async ({ as }) => {
  const page = await as('nadia');
  await page.goto('/redaksi/depan?cari=kartu');
  await unfold(page, 'Taruh di halaman depan');
  await expect(page.getByRole('button', { name: 'Pilih' })).toBeVisible();
  await expectAccessible(page, 'front desk');

  const title = 'Perpustakaan Daerah Buka sampai Malam, Kartu Anggota Gratis';
  const slug = told.corrected.split('/').at(-1);
  const { id } = z.object({ id: z.uuid() }).parse(await (await page.request.get(`/api/v1/artikel/${slug}`)).json());
  await page.goto(`/redaksi/naskah/${id}/tinjau`);
  await unfold(page, 'Atur penempatan');
  const titles = page.getByLabel('Cari judul artikel terbit');
  await titles.fill('kartu');
  await titles.press('Enter');
  await expect(page.getByText('Tidak ada judul yang cocok.')).toBeVisible();
  // The article itself is the only one of that title, and nothing is related to itself.
  await expect(page.getByRole('button', { name: `Tambah ${title}` })).toHaveCount(0);
  await titles.fill('kapal');
  await titles.press('Enter');
  const offers = page.getByRole('button', { name: /^Tambah / });
  await offers.first().click();
  await expect(page.getByRole('button', { name: /^Lepas / }).first()).toBeVisible();
  await expectAccessible(page, 'placement', { part: '.review-side' });
});

test('the library of media is accessible: its list, an upload, a photo and the window that chooses one', async ({
  as,
}) => {
  const page = await as('nadia');
  await page.goto('/redaksi/media');
  await unfold(page, 'Saringan');
  await expectAccessible(page, 'library');
  await page.goto('/redaksi/media/unggah');
  await page.getByLabel('Untuk perangkat daerah').selectOption({ index: 1 });
  await expectAccessible(page, 'library upload');
  // A photo of the demo: the newest ones are those that other tests turn, replace and withdraw.
  await page.goto('/redaksi/media?kind=photo&use=used&text=immunisation');
  await page.locator('.library-item:has(img)').first().click();
  await unfold(page, 'Titik fokus dan potongan');
  await unfold(page, 'Tarik dari pembaca sekarang juga');
  await page.getByRole('button', { name: 'Tarik sekarang' }).click();
  await expect(page.getByText('Tulis alasannya, paling sedikit 10 huruf.').first()).toBeVisible();
  await unfold(page, 'Ganti di artikel yang sudah terbit');
  await expectAccessible(page, 'library photo');
  await page.getByRole('button', { name: 'Pilih foto pengganti' }).click();
  await expect(page.getByText(/foto, terbaru dulu\.$/)).toBeVisible();
  await expectAccessible(page, 'library window');
});

test('the topics of the administration are accessible, also when one is refused', async ({ as }) => {
  const page = await as('fajar');
  await page.goto('/redaksi/admin/topik');
  await unfold(page, 'Ubah');
  await page.getByRole('button', { name: 'Tambahkan topik' }).click();
  await expect(page.getByRole('link', { name: 'Isi nama topik.' })).toBeVisible();
  await expectAccessible(page, 'topics');
});

test('the operator page is accessible, refuses the brake without a reason, and says what became of a failed job', async ({
  as,
}) => {
  await runProgram('./add-failed-job.ts');
  const page = await as('fajar');
  await page.goto('/redaksi/admin/operasi');
  await unfold(page, 'Mulai mode baca saja');
  await page.getByRole('button', { name: 'Mulai mode baca saja' }).click();
  await expect(page.getByText('Tulis alasannya, paling sedikit 10 huruf.').first()).toBeVisible();
  await expectAccessible(page, 'operations');
  await page.getByRole('button', { name: 'Buang Kartu bagikan' }).click();
  await expect(page.getByText('1 pekerjaan dibuang.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Pekerjaan yang gagal' })).toHaveCount(0);
  await expect(page.getByText('1 pekerjaan dibuang.')).toBeVisible();
});

/** Screens that no other test looks at as a whole. */
const screens = [
  ['petrus', '/redaksi'],
  ['maria', '/redaksi/terbit'],
  ['dewi', '/redaksi/akun'],
  ['dewi', '/redaksi/bantuan'],
  ['dewi', '/redaksi/bantuan/foto'],
  ['fajar', '/redaksi/admin/orang'],
  ['fajar', '/redaksi/admin/portal'],
  ['fajar', '/redaksi/admin/orang/undang'],
  ['fajar', '/redaksi/admin/orang/impor'],
  ['fajar', '/redaksi/admin/pengalihan'],
  ['fajar', '/redaksi/admin/alasan'],
  ['fajar', '/redaksi/admin/serah-terima'],
  ['nadia', '/redaksi/admin/peran'],
  ['aditya', '/redaksi/antrean/disisihkan'],
] as const;

test('screens, forms and lists as they stand are accessible', async ({ as }) => {
  for (const [person, path] of screens) {
    const page = await as(person);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
    await page.close();
  }
});

/** The kinds beside news, as the editor's list names them, each with a field that only it has. */
const kinds = [
  ['Siaran Pers', 'Nomor siaran pers'],
  ['Pengumuman', 'Berlaku sampai'],
  ['Agenda', 'Tempat acara'],
  ['Galeri Foto', 'Kanal'],
  ['Infografis', 'Alternatif teks'],
  ['Pidato', 'Pembicara'],
  ['Halaman', 'Kegunaan halaman'],
  ['Spanduk mendesak', 'Tautan'],
] as const;

test('the editor is accessible with a gallery and documents in it, and with the fields of every kind', async ({
  as,
}) => {
  const page = await as('dewi');
  const name = uniqueTitle('tarif');
  await beginArticle(page, 'Dinas Perhubungan');
  await pickInText(page, 'Galeri', [await aPhoto('pagi.jpg', '#6699aa'), await aPhoto('petang.jpg', '#443355')]);
  const gallery = page.getByRole('region', { name: 'Galeri' });
  await expect(gallery.getByRole('figure')).toHaveCount(2);
  await expect(page.getByText('2 foto siap dipakai.')).toBeAttached({ timeout: 30_000 });
  await unfold(page, 'Lampiran');
  for (const part of [1, 2]) {
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Unggah dokumen PDF' }).click();
    const buffer = aPdf({ stream: Buffer.from(`BT /F1 24 Tf 72 700 Td (${name} ${part}) Tj ET`, 'latin1') });
    await (await asked).setFiles([{ name: `${name}-${part}.pdf`, mimeType: 'application/pdf', buffer }]);
    await expect(page.getByText(new RegExp(`^${name}-${part}\\.pdf, PDF`))).toBeVisible();
  }
  await unfold(page, 'Sumber');
  await page.getByRole('button', { name: 'Tambah sumber' }).click();
  await unfold(page, 'Kredit');
  await page.getByRole('button', { name: 'Tambah nama' }).click();
  await expectAccessible(page, 'editor', { isLong: true });

  for (const [kind, field] of kinds) {
    await page.getByLabel('Jenis', { exact: true }).selectOption({ label: kind });
    await expect(page.getByLabel(field, { exact: true })).toBeVisible();
    await expectAccessible(page, `fields of ${kind}`, { part: '.editor-side > details:first-of-type' });
  }
});
