import { defineConfig } from '@playwright/test';
import { browserFlags, installedBrowser } from './commands/browser.ts';
import { dataDir, mailPort, origin, port } from './e2e/app.ts';

const browser = installedBrowser();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: true,
  fullyParallel: true,
  // One more than the processors of CI: tests wait for saves, signs of life and pictures more than they reckon.
  workers: 3,
  retries: 0,
  // Some look at forty pages; a machine that does other work too is no reason to fail.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: origin,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    // Every test pays for it and nearly none needs it: without a film of the screen it is cheap.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { args: browserFlags, ...(browser ? { executablePath: browser } : {}) },
  },
  projects: [
    // On a demo of its own, as it was filled: the guides show these pictures (`npm run test:long`).
    { name: 'screens', testMatch: 'screens.spec.ts' },
    { name: 'flows', testIgnore: 'screens.spec.ts' },
  ],
  webServer: {
    command: 'node commands/e2e-server.ts',
    url: `${origin}/`,
    // The first start draws the demo's pictures and encodes them.
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: {
      ...{ PORT: port, DATA_DIR: dataDir, RUANG_WARTA_MODE: 'contoh', DATABASE_URL: '', PUBLIC_URL: origin },
      // Only the test of mail listens there; to all others the mail server is away, and nothing waits for it.
      ...{ SMTP_URL: `smtp://127.0.0.1:${mailPort}`, MAIL_FROM: 'Warta Contoh <redaksi@contoh.example>' },
    },
  },
});
