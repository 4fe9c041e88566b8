import { parseArgs } from 'node:util';
import { now } from '#lib/clock.ts';
import { config, loadEnvironmentFile } from '#lib/config.ts';
import { addDemoKey } from '#lib/demo-key.ts';
import { randomSecret } from '#lib/demo-secrets.ts';
import { invalid } from '#lib/errors.ts';
import { say, sayWhy } from './say.ts';

/**
 * `npm run keys:rotate`: adds a signing key. The newest signs, all verify, so nothing has to be
 * signed anew. The demo's key goes into its own file; a real site's belongs to the operator, who
 * gets the whole setting to keep.
 *
 * `npm run keys:rotate -- --segel-ulang`: seals the cards of all live articles anew under the
 * newest key, once every machine knows it.
 *
 * `npm run keys:rotate -- --langkah-kedua`: seals the secrets of authenticator apps anew under the first
 * text of AUTH_SECRET.
 */
try {
  loadEnvironmentFile();
  const asked = whatIsAsked();
  if (asked === 'cards') await seal();
  else if (asked === 'factors') await sealFactors();
  else await addKey();
} catch (error) {
  sayWhy(error, 'keys_rotate');
  process.exitCode = 1;
}

function whatIsAsked(): 'key' | 'cards' | 'factors' {
  try {
    const flag = { type: 'boolean' } as const;
    const { values } = parseArgs({ options: { 'segel-ulang': flag, reseal: flag, 'langkah-kedua': flag } });
    if (values['langkah-kedua'] === true) return 'factors';
    return values['segel-ulang'] === true || values.reseal === true ? 'cards' : 'key';
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refused(
      'Argumen tidak dikenali. Contoh: `npm run keys:rotate` untuk kunci baru, `npm run keys:rotate -- --segel-ulang` untuk menyegel ulang.',
    );
  }
}

async function addKey(): Promise<void> {
  const { mode, dataDir, signingKeys } = config();
  const id = newName(signingKeys.map((key) => key.id));
  if (mode === 'demo' && !process.env.SIGNING_KEYS?.trim()) {
    await addDemoKey(dataDir, id);
    say(`Kunci "${id}" ditambahkan. Mulai ulang Ruang Warta; tanda tangan berikutnya memakai kunci ini.`);
  } else {
    const former = signingKeys.map((key) => `${key.id}:${key.secret.toString('base64')}`);
    say('Ganti isi SIGNING_KEYS dengan baris ini, lalu mulai ulang Ruang Warta pada semua mesin:\n');
    say(`SIGNING_KEYS=${[`${id}:${randomSecret()}`, ...former].join(',')}\n`);
    say(
      'Pada beberapa mesin: letakkan kunci baru di BELAKANG dahulu pada semua mesin, mulai ulang, baru pindahkan ke depan.',
    );
  }
  say('Jangan buang kunci lama: artikel yang ditandatangani dengannya tidak lagi ditampilkan tanpa kunci itu.');
  say('Setelah semua mesin dimulai ulang, kartu artikel dapat disegel ulang: npm run keys:rotate -- --segel-ulang');
}

async function seal(): Promise<void> {
  // Adding a key needs no database: these are loaded only here.
  const [{ withDatabase }, { newestKeyIsInUse, resealCards }] = await Promise.all([
    import('./open-database.ts'),
    import('#lib/newsroom/reseal.ts'),
  ]);
  await withDatabase('keys_rotate', async () => {
    if (!(await newestKeyIsInUse())) {
      throw refused(
        `Ruang Warta sedang berjalan dan belum pernah menandatangani dengan kunci "${config().signingKeys[0]?.id}"; bila ia belum mengenalnya, artikel akan tampak rusak. Mulai ulang semua mesin dengan kunci itu, terbitkan atau ajukan satu naskah, lalu ulangi; atau hentikan Ruang Warta dahulu.`,
      );
    }
    const { keyId, resealed, broken } = await resealCards();
    say(`${resealed.toLocaleString('id-ID')} kartu disegel ulang dengan kunci "${keyId}".`);
    if (broken.length === 0) return;
    say(`✗ ${broken.length.toLocaleString('id-ID')} kartu tidak cocok dengan segel lamanya dan dibiarkan:`);
    for (const slug of broken.slice(0, 50)) say(`  ${slug}`);
    say('Periksa dengan `npm run audit:verify`.');
    process.exitCode = 1;
  });
}

async function sealFactors(): Promise<void> {
  const [{ withDatabase }, { resealTotp }] = await Promise.all([
    import('./open-database.ts'),
    import('#lib/accounts/totp.ts'),
  ]);
  await withDatabase('keys_rotate', async () => {
    const { resealed, closed } = await resealTotp();
    say(`${resealed.toLocaleString('id-ID')} rahasia aplikasi autentikator disegel ulang.`);
    if (closed === 0) return;
    say(`✗ ${closed.toLocaleString('id-ID')} tidak terbuka dengan AUTH_SECRET yang ada: tambahkan teks lamanya.`);
    process.exitCode = 1;
  });
}

/** `k2026`, or `k2026b` and so on when that name is taken. */
function newName(taken: readonly string[]): string {
  const year = `k${now().getFullYear()}`;
  const names = ['', ...'bcdefghijklmnopqrstuvwxyz'].map((letter) => `${year}${letter}`);
  return names.find((name) => !taken.includes(name)) ?? `${year}-${now().getTime()}`;
}

function refused(text: string): Error {
  return invalid([{ field: '', code: 'refused', text }]);
}
