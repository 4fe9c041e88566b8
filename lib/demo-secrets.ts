import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { prepareDataFolder } from './data-folder.ts';
import { errorCode, invalid } from './errors.ts';

const secrets = z.strictObject({ authSecret: z.string().min(32), signingKey: z.base64() });

/**
 * The demo's own secrets: made once, kept in `secrets.json` that only its owner reads.
 * They live with the data they protect, and production never uses them.
 */
export function demoSecrets(dataDir: string): { authSecret: string; signingKey: Buffer } {
  const path = join(dataDir, 'secrets.json');
  const text = readOrUndefined(path) ?? make(dataDir, path);
  const { authSecret, signingKey } = secrets.parse(JSON.parse(text));
  return { authSecret, signingKey: Buffer.from(signingKey, 'base64') };
}

function make(dataDir: string, path: string): string {
  prepareDataFolder(dataDir);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const made = { authSecret: randomBytes(32).toString('base64'), signingKey: randomBytes(32).toString('base64') };
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
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
