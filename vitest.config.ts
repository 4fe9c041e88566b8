import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // One process works through many files: loading everything anew for each took half of the time. What a
    // file changes for all (clock, configuration, database) it puts back.
    isolate: false,
    maxWorkers: 2,
    include: ['{lib,db,components,commands,app}/**/*.test.{ts,tsx}', '*.test.ts'],
    globalSetup: ['./lib/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Tests read no .env and leave the demo's data alone.
    env: { RUANG_WARTA_MODE: 'contoh', DATA_DIR: '.data-test' },
  },
});
