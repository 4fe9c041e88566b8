import { config, loadEnvironmentFile } from '#lib/config.ts';
import { addDemoKey } from '#lib/demo-key.ts';
import { randomSecret } from '#lib/demo-secrets.ts';
import { say, sayWhy } from './say.ts';

/**
 * `npm run keys:rotate`: adds a signing key. The newest signs, all verify, so nothing is signed anew.
 * The demo's key goes into its own file; a real site's belongs to the operator, who gets it to keep.
 */
try {
  loadEnvironmentFile();
  const { mode, dataDir, signingKeys } = config();
  const id = newName(signingKeys.map((key) => key.id));
  if (mode === 'demo' && !process.env.SIGNING_KEYS?.trim()) {
    await addDemoKey(dataDir, id);
    say(`Kunci "${id}" ditambahkan. Mulai ulang Ruang Warta; tanda tangan berikutnya memakai kunci ini.`);
  } else {
    say('Letakkan kunci ini di depan isi SIGNING_KEYS, diikuti koma, lalu mulai ulang Ruang Warta pada semua mesin:\n');
    say(`${id}:${randomSecret()}\n`);
    say('Pada beberapa mesin: tambahkan dahulu di BELAKANG pada semua mesin, mulai ulang, baru pindahkan ke depan.');
  }
  say('Jangan buang kunci lama: artikel yang ditandatangani dengannya tidak lagi ditampilkan tanpa kunci itu.');
} catch (error) {
  sayWhy(error, 'keys_rotate');
  process.exitCode = 1;
}

/** `k2026`, or `k2026b` and so on when that name is taken. */
function newName(taken: readonly string[]): string {
  const year = `k${new Date().getFullYear()}`;
  const names = ['', ...'bcdefghijklmnopqrstuvwxyz'].map((letter) => `${year}${letter}`);
  return names.find((name) => !taken.includes(name)) ?? `${year}-${Date.now()}`;
}
