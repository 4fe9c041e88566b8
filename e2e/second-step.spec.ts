import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { freePort, type StartedApp, startApp } from '../commands/started-app.ts';
import { dataDir } from './app.ts';
import { expectAccessible } from './axe.ts';
import { saved } from './desk-steps.ts';
import { expect, expectTrouble, test } from './people.ts';
import { runProgram } from './programs.ts';

const officer = {
  name: 'Rahmat Hidayat (contoh)',
  email: `rahmat-${Date.now().toString(36)}@contoh.example`,
  password: 'perahu kertas hanyut ke hilir',
};

// An instance of its own: passkeys need a name for an address, and the demo itself asks nobody for a second step.
let app: StartedApp;
test.beforeAll(async () => {
  await runProgram('./add-officer.ts', officer.name, officer.email, officer.password);
  const port = freePort();
  app = await startApp(dataDir, { port, publicUrl: `http://localhost:${port}`, settings: { SECOND_FACTOR: 'wajib' } });
});
test.afterAll(() => app.stop());

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

async function signInByPassword(page: Page): Promise<void> {
  await page.goto(`http://localhost:${app.port}/redaksi/masuk`);
  await page.getByLabel('Surel').fill(officer.email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(officer.password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** As in another browser: nothing of the session is left. */
async function forget(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
}

test('an editor sets up a second step on a phone, and gets in by code and by passkey only', async ({ stranger }) => {
  const page = await stranger();
  await page.setViewportSize({ width: 360, height: 740 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });

  await signInByPassword(page);
  await expect(heading(page, 'Langkah kedua saat masuk')).toBeVisible();
  await expect(page.getByText('Satu langkah lagi.')).toBeVisible();
  await page.goto(`http://localhost:${app.port}/redaksi/antrean`);
  await expect(page).toHaveURL(/\/akun\/keamanan$/);
  await expectAccessible(page, 'the set-up', { part: 'main' });
  await page.setViewportSize({ width: 360, height: 740 });

  const secret = (await page.locator('.factor-secret').textContent())?.replaceAll(' ', '') ?? '';
  await page.getByLabel('Kode enam angka di aplikasi').fill('000000');
  await page.getByRole('button', { name: 'Pasang aplikasi ini' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Kode tidak cocok' })).toBeVisible();
  await page.getByLabel('Kode enam angka di aplikasi').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Pasang aplikasi ini' }).click();
  await expect(page.getByText('Langkah kedua terpasang.')).toBeVisible();

  await page.getByRole('button', { name: 'Buat kode cadangan' }).click();
  const codes = page.getByRole('region', { name: 'Kode cadangan Anda' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recovery = (await codes.first().textContent()) ?? '';

  await page.getByLabel('Nama kunci sandi').fill('Ponsel kantor');
  await page.getByRole('button', { name: 'Buat kunci sandi' }).click();
  await expect(page.getByRole('rowheader', { name: 'Ponsel kantor' })).toBeVisible();
  await expectAccessible(page, 'second factors', { part: 'main' });
  await page.setViewportSize({ width: 360, height: 740 });

  await forget(page);
  await signInByPassword(page);
  await expect(heading(page, 'Langkah kedua')).toBeVisible();
  await expectAccessible(page, 'the second step', { part: 'main' });
  await page.getByLabel('Kode', { exact: true }).fill(recovery);
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await expect(heading(page, 'Meja saya')).toBeVisible();

  await forget(page);
  await page.goto(`http://localhost:${app.port}/redaksi/masuk`);
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
  await expect(heading(page, 'Meja saya')).toBeVisible();

  expectTrouble(page, /status of 401/);
  await page.getByRole('main').getByRole('button', { name: 'Naskah baru' }).click();
  const body = page.getByRole('textbox', { name: 'Isi naskah' });
  await expect(body).toBeVisible();
  await page.context().clearCookies();
  await body.click();
  await page.keyboard.type('Diketik sesudah sesi berakhir.');
  await page.getByRole('button', { name: 'Masuk lagi' }).click();
  const again = page.getByRole('dialog', { name: 'Sesi Anda sudah berakhir' });
  await again.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
  await saved(page);
  await expect(body).toContainText('Diketik sesudah sesi berakhir.');

  await runProgram('./age-confirmation.ts', officer.email);
  await page.goto(`http://localhost:${app.port}/redaksi/akun/keamanan`);
  await expect(page.getByRole('button', { name: 'Buat kunci sandi' })).toHaveCount(0);
  await page.getByRole('link', { name: 'konfirmasi dulu bahwa ini Anda' }).click();
  await expect(heading(page, 'Konfirmasi bahwa ini Anda')).toBeVisible();
  await page.getByLabel('Kata sandi', { exact: true }).fill(officer.password);
  await page.getByRole('button', { name: 'Konfirmasi', exact: true }).click();
  await page.getByRole('button', { name: 'Hapus Aplikasi autentikator' }).click();
  await expect(page.getByText('Langkah kedua dihapus.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Aplikasi autentikator' })).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: 'Ponsel kantor' })).toBeVisible();
});
