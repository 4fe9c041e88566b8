import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoAccounts, demoPassword } from '../db/demo/people.ts';
import { expect, test } from './people.ts';

const admin = demoAccounts.find((account) => account.key === 'fajar');
/** Names of one run, so that a second run meets no people of the first. */
const mark = Date.now().toString(36);
const newPassword = 'perahu kertas hanyut ke hilir';

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

/** The screen says what it should be, stays within its width and has no fault that axe knows. */
async function looksRight(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);
}

/** Adds a person on the administration's screen and returns the code and the link it shows. */
async function invite(page: Page, name: string, email: string): Promise<{ code: string; link: string }> {
  await page.goto('/redaksi/admin/orang/baru');
  await page.getByLabel('Nama lengkap').fill(name);
  await page.getByLabel('Surel').fill(email);
  await page.getByRole('button', { name: 'Tambahkan dan buat kode undangan' }).click();
  await expect(page.getByRole('heading', { name: `Kode undangan untuk ${name}` })).toBeVisible();
  const message = (await page.getByText(`Halo ${name}`).textContent()) ?? '';
  const link = /https?:\S+/.exec(message)?.[0] ?? '';
  return { link, code: link.split('#')[1] ?? '' };
}

test('a failed sign-in says one thing, whoever it was, and keeps the address', async ({ stranger }) => {
  const page = await stranger();
  await page.goto('/redaksi/masuk');
  const said: (string | null)[] = [];
  for (const email of [admin?.email ?? '', 'tidak-ada@contoh.example']) {
    await page.getByLabel('Surel').fill(email);
    await page.getByLabel('Kata sandi', { exact: true }).fill('bukan kata sandinya');
    await page.getByRole('button', { name: 'Masuk' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'tidak cocok' });
    await expect(alert).toBeVisible();
    await expect(page.getByLabel('Surel')).toHaveValue(email);
    said.push(await alert.textContent());
    await page.reload();
  }
  expect(said[0]).toBe(said[1]);
});

test('signing in leads back to where the person wanted to be, and nowhere else', async ({ stranger }) => {
  const page = await stranger();
  const signIn = async () => {
    await page.getByLabel('Surel').fill(admin?.email ?? '');
    await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Masuk' }).click();
  };
  await page.goto('/redaksi/admin/kanal');
  await signIn();
  await expect(heading(page, 'Kanal')).toBeVisible();
  // Left first: an open page would ask for news without its session, and be refused.
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto('/redaksi/masuk?tujuan=https://jahat.example/redaksi');
  await signIn();
  await expect(page).toHaveURL(/\/redaksi$/);
});

test('an invited person becomes an editor once a second admin accepts, and is out when suspended', async ({
  as,
  stranger,
}) => {
  const [fajar, kristina, rani] = [await as('fajar'), await as('kristina'), await stranger()];
  const name = `Rani Astuti ${mark}`;
  const email = `rani-${mark}@contoh.example`;
  const { link, code } = await invite(fajar, name, email);
  await looksRight(fajar);

  await rani.goto(link);
  await expect(rani.getByLabel('Kode')).toHaveValue(code);
  expect(rani.url()).not.toContain(code);
  await rani.getByLabel('Kata sandi baru').fill('RaniAstuti2026');
  await rani.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await expect(rani.getByRole('link', { name: /mudah ditebak/ })).toBeVisible();
  await looksRight(rani);
  await rani.getByLabel('Kata sandi baru').fill(newPassword);
  await rani.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await expect(rani.getByText('Kata sandi tersimpan.')).toBeVisible();

  await fajar.getByRole('link', { name: `Beri peran kepada ${name}` }).click();
  await fajar.getByRole('combobox', { name: 'Peran', exact: true }).selectOption({ label: 'Redaktur' });
  await fajar.getByRole('button', { name: 'Beri peran' }).click();
  await expect(fajar.getByText('Peran dicatat.')).toBeVisible();
  await looksRight(fajar);
  await fajar.goto('/redaksi/admin/peran');
  await expect(fajar.getByText('Anda yang memberi peran ini.')).toBeVisible();

  await kristina.goto('/redaksi/admin/peran');
  await kristina.getByRole('button', { name: `Terima peran Redaktur untuk ${name}` }).click();
  await expect(kristina.getByText(name)).toHaveCount(0);

  await rani.getByLabel('Surel').fill(email);
  await rani.getByLabel('Kata sandi', { exact: true }).fill(newPassword);
  await rani.getByRole('button', { name: 'Masuk' }).click();
  await expect(heading(rani, 'Meja saya')).toBeVisible();
  await rani.goto('/redaksi/akun');
  await expect(rani.getByText('Redaktur', { exact: true })).toBeVisible();
  await looksRight(rani);

  await fajar.goto(`/redaksi/admin/orang?cari=rani-${mark}`);
  await fajar.getByRole('link', { name }).click();
  await fajar.getByLabel('Alasan').fill('Akunnya dipakai orang lain.');
  await fajar.getByRole('button', { name: 'Bekukan akun' }).click();
  await expect(fajar.getByText('Dibekukan sejak')).toBeVisible();
  await rani.goto('/redaksi/akun');
  await expect(heading(rani, 'Masuk ke ruang redaksi')).toBeVisible();
});

test('agencies and sections are added and mended on a phone', async ({ as }) => {
  const page = await as('kristina');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/redaksi/admin/opd/baru');
  await page.getByLabel('Singkatan').fill(`Diskop ${mark}`);
  await page.getByRole('button', { name: 'Tambahkan' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Isi nama.' }).click();
  await expect(page.getByLabel('Nama', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Singkatan')).toHaveValue(`Diskop ${mark}`);
  await looksRight(page);
  await page.keyboard.type(`Dinas Koperasi ${mark} (contoh)`);
  await page.getByRole('button', { name: 'Tambahkan' }).click();
  await expect(page.getByRole('link', { name: `Dinas Koperasi ${mark} (contoh)` })).toBeVisible();
  await looksRight(page);

  await page.goto('/redaksi/admin/kanal');
  await page.getByLabel('Nama kanal').last().fill(`Koperasi ${mark}`);
  await page.getByRole('button', { name: 'Tambahkan kanal' }).click();
  await expect(page.getByText('Kanal ditambahkan.')).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: `Pindahkan Koperasi ${mark} ke atas` }).click();
  await expect(page.getByRole('button', { name: `Pindahkan Koperasi ${mark} ke bawah` })).toBeVisible();
});

test('one admin does not overwrite what another has just changed', async ({ as }) => {
  const [fajar, kristina] = [await as('fajar'), await as('kristina')];
  const name = `Tuti Alawiyah ${mark}`;
  await invite(fajar, name, `tuti-${mark}@contoh.example`);
  await fajar.getByRole('link', { name: /Beri peran kepada/ }).click();
  await expect(heading(fajar, name)).toBeVisible();
  await kristina.goto(fajar.url());
  await fajar.getByLabel('Nama lengkap').fill('Tuti Alawiyah, S.Sos.');
  await fajar.getByRole('button', { name: 'Simpan' }).click();
  await expect(fajar.getByText('Tersimpan.')).toBeVisible();
  for (let times = 0; times < 2; times += 1) {
    await kristina.getByLabel('Nama lengkap').fill('Tuti A.');
    await kristina.getByRole('button', { name: 'Simpan' }).click();
    await expect(kristina.getByText('sudah diubah orang lain')).toBeVisible();
    await expect(kristina.getByLabel('Nama lengkap')).toHaveValue('Tuti A.');
  }
});

test('the administration is not there for an editor', async ({ as }) => {
  const page = await as('aditya');
  for (const path of ['', '/orang', '/orang/baru', '/opd', '/opd/baru', '/kanal', '/peran']) {
    expect((await page.request.get(`/redaksi/admin${path}`)).status(), path).toBe(404);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('signing in, failing, and adding a section work', async ({ page }) => {
    await page.goto('/redaksi/masuk');
    await page.getByLabel('Surel').fill('kristina@contoh.example');
    await page.getByLabel('Kata sandi', { exact: true }).fill('bukan kata sandinya');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await expect(page.getByText('tidak cocok')).toBeVisible();
    await expect(page.getByLabel('Surel')).toHaveValue('kristina@contoh.example');
    await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await expect(heading(page, 'Meja saya')).toBeVisible();
    await page.goto('/redaksi/admin/kanal');
    await page.getByLabel('Nama kanal').last().fill(`Tanpa skrip ${mark}`);
    await page.getByRole('button', { name: 'Tambahkan kanal' }).click();
    await expect(page.getByRole('rowheader', { name: `Tanpa skrip ${mark}` })).toBeVisible();
  });
});
