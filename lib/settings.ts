import { isIP } from 'node:net';
import { z } from 'zod';

/** A key of the ring that signs what readers see. The secret has at least 32 bytes. */
export type SigningKey = { id: string; secret: Buffer };

// Each message completes the sentence that begins with the setting's name.
const words = {
  mode: 'harus "contoh" (mode contoh) atau "produksi". Contoh: RUANG_WARTA_MODE=produksi',
  port: 'harus angka dari 1 sampai 65535. Contoh: PORT=3000',
  host: 'harus alamat IP untuk didengarkan, atau localhost. Contoh: HOST=127.0.0.1',
  publicUrl:
    'harus alamat yang dibuka orang, tanpa jalur: https, atau http hanya untuk komputer ini sendiri. Contoh: PUBLIC_URL=https://warta.kaltimprov.go.id',
  authSecret:
    'harus teks acak paling sedikit 32 huruf. Buat dengan `openssl rand -base64 32`. Contoh: AUTH_SECRET=3q2yqXzB7cPz1m0Yw9bT5tE0r8Kf2nQxL6sVhJd4uGo=',
  signingKeys:
    'harus daftar kunci "nama:base64", dipisah koma, yang pertama dipakai menandatangani; setiap kunci paling sedikit 32 bita. Buat dengan `openssl rand -base64 32`. Contoh: SIGNING_KEYS=k2:8Jm…=,k1:Zx0…=',
  databaseUrl: 'harus alamat PostgreSQL. Contoh: DATABASE_URL=postgres://ruang_warta:sandi@127.0.0.1:5432/ruang_warta',
  proxies: 'harus daftar alamat IP, dipisah koma. Contoh: TRUSTED_PROXIES=127.0.0.1,10.0.0.5',
};

const text = (message: string) => z.string({ error: message }).trim().min(1, message);

const port = text(words.port)
  .regex(/^\d{1,5}$/, words.port)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, words.port);

const host = text(words.host).refine((value) => value === 'localhost' || isIP(value) !== 0, words.host);

const publicUrl = text(words.publicUrl).transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isOrigin = url !== undefined && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (isOrigin && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) return url;
  context.addIssue({ code: 'custom', message: words.publicUrl });
  return z.NEVER;
});

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

const databaseUrl = text(words.databaseUrl).refine(
  (value) =>
    URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol) && new URL(value).pathname.length > 1,
  words.databaseUrl,
);

const signingKeys = text(words.signingKeys).transform((value, context): SigningKey[] => {
  const keys = value.split(',').map((entry) => {
    const [id = '', secret = ''] = entry.trim().split(':');
    return { id, secret: Buffer.from(secret, 'base64') };
  });
  const ids = new Set(keys.map((key) => key.id));
  if (
    ids.size === keys.length &&
    keys.every((key) => /^[A-Za-z0-9_-]{1,32}$/.test(key.id) && key.secret.length >= 32)
  ) {
    return keys;
  }
  context.addIssue({ code: 'custom', message: words.signingKeys });
  return z.NEVER;
});

const proxies = text(words.proxies)
  .transform((value) => value.split(',').map((address) => address.trim()))
  .refine((list) => list.every((address) => isIP(address) !== 0), words.proxies);

const always = {
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  DATA_DIR: text('harus nama folder. Contoh: DATA_DIR=/srv/ruang-warta').default('.data'),
  TRUSTED_PROXIES: proxies.default([]),
};

/** Settings of the demo: all may be left out. */
export const demoSettings = z.object({
  ...always,
  PUBLIC_URL: publicUrl.optional(),
  AUTH_SECRET: text(words.authSecret).min(32, words.authSecret).optional(),
  SIGNING_KEYS: signingKeys.optional(),
  DATABASE_URL: databaseUrl.optional(),
});

/** Settings of a real newsroom: nothing is guessed that protects it. */
export const productionSettings = z.object({
  ...always,
  PUBLIC_URL: publicUrl,
  AUTH_SECRET: text(words.authSecret).min(32, words.authSecret),
  SIGNING_KEYS: signingKeys,
  DATABASE_URL: databaseUrl,
});

export const modeSetting = z.object({
  RUANG_WARTA_MODE: z.enum(['contoh', 'produksi'], { error: words.mode }).default('contoh'),
});
