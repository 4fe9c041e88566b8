import { isIP } from 'node:net';
import { z } from 'zod';

/** The server that takes our mails, and how the connection to it is protected. */
export type MailServer = {
  host: string;
  port: number;
  /** `from_the_start` (smtps), `required` (smtp: STARTTLS or nothing), `none` (said so, or this computer). */
  tls: 'from_the_start' | 'required' | 'none';
  login: { user: string; password: string } | null;
};

/** Who our mails come from. */
export type MailSender = { name: string; address: string };

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
    'harus teks acak paling sedikit 32 huruf tanpa koma; beberapa dipisah koma, yang pertama dipakai dan semua dibaca. Buat dengan `openssl rand -base64 32`. Contoh: AUTH_SECRET=3q2yqXzB7cPz1m0Yw9bT5tE0r8Kf2nQxL6sVhJd4uGo=',
  secondFactor: 'harus "wajib" atau "sukarela"; dalam mode produksi hanya "wajib". Contoh: SECOND_FACTOR=wajib',
  dormantDays: 'harus jumlah hari dari 30 sampai 730. Contoh: DORMANT_DAYS=90',
  mailDomains:
    'harus daftar domain surel, dipisah koma; *. di depan berarti semua di bawahnya. Contoh: MAIL_DOMAINS=kaltimprov.go.id,*.go.id',
  signingKeys:
    'harus daftar kunci "nama:base64", dipisah koma, yang pertama dipakai menandatangani; setiap kunci paling sedikit 32 bita. Buat dengan `openssl rand -base64 32`. Contoh: SIGNING_KEYS=k2:8Jm…=,k1:Zx0…=',
  databaseUrl: 'harus alamat PostgreSQL. Contoh: DATABASE_URL=postgres://ruang_warta:sandi@127.0.0.1:5432/ruang_warta',
  smtpUrl:
    'harus alamat peladen surel: smtps:// (TLS sejak awal), smtp:// (STARTTLS), atau smtp://…?tls=tidak (tanpa TLS, hanya untuk jaringan sendiri). Contoh: SMTP_URL=smtps://warta:sandi@surel.kaltimprov.go.id:465',
  mailFrom:
    'harus alamat pengirim, boleh dengan nama di depannya. Contoh: MAIL_FROM=Warta Kaltim <redaksi@kaltimprov.go.id>',
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

const smtpUrl = text(words.smtpUrl).transform((value, context): MailServer => {
  const server = URL.canParse(value) ? mailServerOf(new URL(value)) : undefined;
  if (server !== undefined) return server;
  context.addIssue({ code: 'custom', message: words.smtpUrl });
  return z.NEVER;
});

/** Passwords with a sign of their own arrive percent-encoded, as in every address. */
function mailServerOf(url: URL): MailServer | undefined {
  const isSecure = url.protocol === 'smtps:';
  const isPlain = url.search === '?tls=tidak';
  const isKnown = isSecure || url.protocol === 'smtp:';
  const isWhole = url.hostname !== '' && ['', '/'].includes(url.pathname) && (url.search === '' || isPlain);
  if (!isKnown || !isWhole || (isSecure && isPlain)) return undefined;
  const login = loginOf(url);
  if (login === undefined) return undefined;
  const mayBePlain = isPlain || isLoopback(url.hostname);
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    tls: isSecure ? 'from_the_start' : mayBePlain ? 'none' : 'required',
    login,
  };
}

/** Null for a server that asks nobody's name; undefined when the encoding is wrong. */
function loginOf({ username, password }: URL): MailServer['login'] | undefined {
  if (username === '') return null;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const mailFrom = text(words.mailFrom).transform((value, context): MailSender => {
  const [, name = '', address = value] = /^([^<>]*)<([^<>]+)>$/.exec(value) ?? [];
  const sender = { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
  if (z.email().safeParse(sender.address).success && !/[\p{Cc}"]/u.test(sender.name)) return sender;
  context.addIssue({ code: 'custom', message: words.mailFrom });
  return z.NEVER;
});

/** Long random texts, of which the first is used and all are recognised. */
const authSecrets = text(words.authSecret)
  .transform((value) => value.split(',').map((secret) => secret.trim()))
  .refine((list) => list.every((secret) => secret.length >= 32), words.authSecret);

const dormantDays = text(words.dormantDays)
  .regex(/^\d{2,3}$/, words.dormantDays)
  .transform(Number)
  .refine((days) => days >= 30 && days <= 730, words.dormantDays);

const mailDomains = text(words.mailDomains)
  .transform((value) => value.split(',').map((domain) => domain.trim().toLowerCase()))
  .refine(
    (list) =>
      list.every((domain) => /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(domain)),
    words.mailDomains,
  );

const always = {
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  DATA_DIR: text('harus nama folder. Contoh: DATA_DIR=/srv/ruang-warta').default('.data'),
  TRUSTED_PROXIES: proxies.default([]),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  DORMANT_DAYS: dormantDays.default(90),
  MAIL_DOMAINS: mailDomains.default([]),
};

type MailPair = { SMTP_URL?: MailServer | undefined; MAIL_FROM?: MailSender | undefined };

/** One without the other sends nothing, and nobody would know why. */
function requireBoth({ SMTP_URL, MAIL_FROM }: MailPair, context: z.RefinementCtx): void {
  if ((SMTP_URL === undefined) === (MAIL_FROM === undefined)) return;
  const [given, absent] = SMTP_URL === undefined ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM'];
  const message = `hanya berguna bersama ${absent}: isi keduanya, atau kosongkan keduanya`;
  context.addIssue({ code: 'custom', path: [given], message });
}

/** Settings of the demo: all may be left out. */
export const demoSettings = z
  .object({
    ...always,
    PUBLIC_URL: publicUrl.optional(),
    AUTH_SECRET: authSecrets.optional(),
    SECOND_FACTOR: z.enum(['wajib', 'sukarela'], { error: words.secondFactor }).default('sukarela'),
    SIGNING_KEYS: signingKeys.optional(),
    DATABASE_URL: databaseUrl.optional(),
  })
  .superRefine(requireBoth);

/** Settings of a real newsroom: nothing is guessed that protects it. */
export const productionSettings = z
  .object({
    ...always,
    PUBLIC_URL: publicUrl,
    AUTH_SECRET: authSecrets,
    SECOND_FACTOR: z.enum(['wajib'], { error: words.secondFactor }).default('wajib'),
    SIGNING_KEYS: signingKeys,
    DATABASE_URL: databaseUrl,
  })
  .superRefine(requireBoth);

export const modeSetting = z.object({
  RUANG_WARTA_MODE: z.enum(['contoh', 'produksi'], { error: words.mode }).default('contoh'),
});
