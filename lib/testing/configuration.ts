import { afterAll, beforeAll } from 'vitest';
import { type Config, readConfig, useConfig } from '#lib/config.ts';

/** A production configuration whose secrets are known to the tests. */
export function aConfiguration(changes: Partial<Config> = {}): Config {
  return {
    ...readConfig({
      RUANG_WARTA_MODE: 'produksi',
      PUBLIC_URL: 'https://warta.example.go.id',
      AUTH_SECRET: 'rahasia-untuk-pengujian-saja-0123456789',
      SIGNING_KEYS: `uji:${Buffer.alloc(32, 7).toString('base64')}`,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      DATA_DIR: '.data-test/configuration',
    }),
    // Most tests are of what people do once they are in; those of the second step ask for it.
    secondFactor: 'voluntary',
    ...changes,
  };
}

/** Puts `aConfiguration` in place for a test file. Call it once, at the top. */
export function testConfiguration(changes: Partial<Config> = {}): void {
  let putBack: () => void = () => undefined;
  beforeAll(() => {
    putBack = useConfig(aConfiguration(changes));
  });
  afterAll(() => putBack());
}
