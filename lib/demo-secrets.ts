import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { prepareDataFolder } from './data-folder.ts';
import { errorCode, invalid } from './errors.ts';
import type { SigningKey } from './settings.ts';

const secrets = z.strictObject({
  authSecret: z.string().min(32),
  /** The first key there was, named `contoh`. */
  signingKey: z.base64(),
  /** Added by rotation, newest first. */
  laterKeys: z.array(z.strictObject({ id: z.string(), secret: z.base64() })).default([]),
});

export type Secrets = z.infer<typeof secrets>;

/**
 * The demo's own secrets: made once, kept in `secrets.json` that only its owner reads.
 * They live with the data they protect, and production never uses them.
 *
 * @throws invalid when the file is there and cannot be read
 */
export function demoSecrets(dataDir: string): { authSecret: string; signingKeys: SigningKey[] } {
  const { authSecret, signingKey, laterKeys } = readSecrets(dataDir);
  const keys = [...laterKeys, { id: 'contoh', secret: signingKey }];
  return { authSecret, signingKeys: keys.map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64') })) };
}

/** The file's contents; it is made when it is missing. */
export function readSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  return secrets.parse(JSON.parse(readOrUndefined(path) ?? make(dataDir, path)));
}

function make(dataDir: string, path: string): string {
  prepareDataFolder(dataDir);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const made: Secrets = { authSecret: randomSecret(), signingKey: randomSecret(), laterKeys: [] };
  writeFileSync(draft, written(made), { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link never replaces: of two processes that start together, both use what the first one made.
    linkSync(draft, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}

function written(value: Secrets): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** 32 random bytes as base64. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64');
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw invalid([
      {
        field: 'DATA_DIR',
        code: 'secrets_closed',
        text: `Berkas ${path} tidak dapat dibaca oleh pengguna ini (${code}). Jalankan Ruang Warta sebagai pengguna yang dulu membuatnya, atau tunjuk folder lain dengan DATA_DIR.`,
      },
    ]);
  }
}
