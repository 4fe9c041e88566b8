import { defineConfig } from 'vitest/config';

const everyTest = ['{lib,db,components,commands,app}/**/*.test.{ts,tsx}', '*.test.ts'];
/** What takes minutes: `npm run test:long` works through it. */
const longTests = '**/*.long.test.ts';

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // One process works through many files: loading everything anew for each took half of the time. What a
    // file changes for all (clock, configuration, database) it puts back.
    isolate: false,
    maxWorkers: 2,
    globalSetup: ['./lib/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Tests read no .env and leave the demo's data alone.
    env: { RUANG_WARTA_MODE: 'contoh', DATA_DIR: '.data-test' },
    projects: [
      {
        extends: true,
        test: { name: 'short', include: everyTest, exclude: ['**/node_modules/**', longTests] },
      },
      { extends: true, test: { name: 'long', include: [longTests] } },
    ],
  },
});
