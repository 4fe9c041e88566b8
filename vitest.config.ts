import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    include: ['{lib,db,components,commands,app}/**/*.test.{ts,tsx}', '*.test.ts'],
    globalSetup: ['./lib/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Tests read no .env and leave the demo's data alone.
    env: { RUANG_WARTA_MODE: 'contoh', DATA_DIR: '.data-test' },
  },
});
