import type { Page } from '@playwright/test';
import { freePort, type StartedApp, startApp } from '../commands/started-app.ts';
import { startTestProvider, type TestProvider } from '../lib/testing/sign-in-provider.ts';
import { dataDir } from './app.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './people.ts';

// An instance of its own, with a real provider of sign-ins beside it.
let app: StartedApp;
let provider: TestProvider;
const port = freePort();
const here = (path: string) => `http://127.0.0.1:${port}${path}`;

test.beforeAll(async () => {
  provider = await startTestProvider(here(''));
  const { issuer, clientId, clientSecret, label } = provider.settings;
  const settings = {
    OIDC_ISSUER: issuer.href,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_LABEL: label,
  };
  app = await startApp(dataDir, { port, publicUrl: here(''), settings });
});
test.afterAll(async () => {
  await app.stop();
  await provider.stop();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });

async function showAtProvider(page: Page, email: string): Promise<void> {
  await expect(heading(page, 'SSO Uji')).toBeVisible();
  await page.getByLabel('Surel dinas').fill(email);
  await page.getByRole('button', { name: 'Masuk di SSO' }).click();
}

test('a contributor signs in with the provider on a phone, comes to where they wanted, and confirms there', async ({
  stranger,
}) => {
  const page = await stranger();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(here('/redaksi/akun'));
  await expect(heading(page, 'Masuk ke ruang redaksi')).toBeVisible();
  await expectAccessible(page, 'signing in with a provider', { part: 'main' });
  await page.setViewportSize({ width: 360, height: 740 });

  const enter = page.getByRole('link', { name: provider.settings.label });
  await enter.click();
  await showAtProvider(page, '');
  await expect(page.getByRole('alert').filter({ hasText: 'tidak mengizinkan masuk' })).toBeVisible();
  await enter.click();
  await showAtProvider(page, 'tidak-ada@contoh.example');
  await expect(page.getByRole('alert').filter({ hasText: 'Tidak ada akun aktif' })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(here('/redaksi/masuk?tujuan=/redaksi/akun'));
  await enter.click();
  await showAtProvider(page, 'Ratna@contoh.example');
  await expect(heading(page, 'Akun')).toBeVisible();
  await expect(page.getByText('ratna@contoh.example', { exact: true })).toBeVisible();
  expect(page.url()).toBe(here('/redaksi/akun'));

  await page.goto(here('/redaksi/akun/konfirmasi'));
  await page.getByRole('link', { name: 'Konfirmasi lewat' }).click();
  await showAtProvider(page, 'ratna@contoh.example');
  await expect(page.getByText('Terkonfirmasi.')).toBeVisible();
});

test('nobody comes in by an address that somebody sent, and nobody is sent elsewhere', async ({ stranger }) => {
  const page = await stranger();
  await page.goto(here('/redaksi/masuk/sso/kembali?code=kode-orang-lain&state=apa-saja'));
  await expect(page.getByRole('alert').filter({ hasText: 'sudah habis' })).toBeVisible();
  expect(page.url()).not.toContain('kode-orang-lain');
  const ask = (path: string, headers: Record<string, string> = {}) =>
    page.request.get(here(path), { maxRedirects: 0, headers });
  const fromElsewhere = await ask('/redaksi/masuk/sso', { 'sec-fetch-site': 'cross-site' });
  expect(fromElsewhere.headers()['location']).toMatch(/^\/redaksi\/masuk\?/);
  expect(await page.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: 'ruang-warta.penyedia', value: /./ }),
  );
  const toElsewhere = await ask('/redaksi/masuk/sso/kembali?error=access_denied&tujuan=https://jahat.example');
  expect(toElsewhere.headers()['location']).toBe('/redaksi/masuk?pesan=kedaluwarsa');
  const noSession = await ask('/redaksi/masuk/sso?untuk=konfirmasi');
  expect(noSession.headers()['location']).toMatch(/^\/redaksi\/masuk\?tujuan=/);
  expect(
    (await page.request.post(here('/redaksi/masuk/sso/kembali'), { headers: { origin: here('') } })).status(),
  ).toBe(405);
});
