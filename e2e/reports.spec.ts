import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, expectTrouble, test } from './people.ts';

test('an editor reads the figures, opens a table and takes it away; a leader sees their own line', async ({ as }) => {
  const editor = await as('aditya');
  await editor.goto('/redaksi');
  await editor.getByRole('navigation', { name: 'Ruang redaksi' }).getByRole('link', { name: 'Laporan' }).click();
  await editor.getByRole('link', { name: 'Tahun ini' }).click();
  await expect(editor.getByRole('link', { name: 'Tahun ini' })).toHaveAttribute('aria-current', 'page');
  // What a chart shows is said in its sentence, which is its name as well.
  await expect(editor.getByRole('img', { name: /^Terbit \d+ edisi dari \d+ pengajuan/ })).toBeVisible();
  await expect(editor.getByRole('img', { name: /^Separuh dari \d+ edisi terbit dalam/ })).toBeVisible();

  const flow = editor.getByRole('region', { name: 'Arus naskah', exact: true });
  await flow.getByText('Tabel').click();
  await expect(flow.getByRole('columnheader', { name: 'Dikembalikan' })).toBeVisible();
  expect(await fileOf(editor, () => flow.getByRole('link', { name: /^Unduh CSV/ }).click())).toMatch(
    /^\uFEFF"Mulai";"Sampai";"Diajukan";"Dikembalikan";"Ditolak";"Terbit"\r\n"\d{4}-01-01";/,
  );
  await expectAccessible(editor, 'laporan');

  const leader = await as('sutejo', { viewport: { width: 360, height: 780 } });
  await leader.goto('/redaksi');
  await expect(leader.getByRole('heading', { name: /^Naskah Dinkes/ })).toBeVisible();
  await expect(leader.getByText('Terlambat', { exact: true })).toBeVisible();
  await leader.getByRole('link', { name: 'Laporan', exact: true }).last().click();
  await expect(leader.getByText('Dinas Kesehatan', { exact: false }).first()).toBeVisible();
  await expect(leader.getByRole('heading', { name: 'Menurut perangkat daerah' })).toHaveCount(0);
  expectTrouble(leader, /status of 404/);
  expect((await leader.goto('/redaksi/laporan?opd=dishub'))?.status()).toBe(404);

  await editor.goto('/redaksi/laporan');
  await editor.getByRole('link', { name: 'Laporan bulanan untuk dicetak' }).click();
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(/^Laporan bulanan redaksi, /);
  await expect(editor.getByRole('region', { name: 'Pokok bulan ini' }).getByRole('listitem')).toHaveCount(3);
  expect(pagesOf(await editor.pdf({ preferCSSPageSize: true }))).toBe(1);
  await expectAccessible(editor, 'laporan-bulanan');
});

async function fileOf(page: Page, click: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent('download');
  await click();
  return readFile(await (await coming).path(), 'utf8');
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
