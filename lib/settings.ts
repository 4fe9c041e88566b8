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

/** An S3-compatible store of photos and documents, which any number of machines share. */
export type ObjectStore = {
  /** Its address, without the bucket. */
  endpoint: URL;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Whether the bucket stands in the path of addresses, as most stores want it, or before the host name. */
  isPathStyle: boolean;
  /** Bytes of its files that this machine may keep beside, so that readers have them while the store is away. */
  keptBytes: number;
};

/** Where people may sign in besides here (OpenID Connect). */
export type SignInProvider = {
  /** As the provider names itself: its tokens say the same. */
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  label: string;
  /** Whether its word for several factors stands for a second factor of ours. */
  isTrustedForFactors: boolean;
};

/** What one process does: everything, or one of the two halves. */
export type Role = 'all' | 'web' | 'jobs';

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
  metricsPort: 'harus angka dari 1 sampai 65535. Contoh: METRICS_PORT=9464',
  metricsHost: 'harus alamat IP untuk didengarkan, atau localhost. Contoh: METRICS_HOST=127.0.0.1',
  metricsToken:
    'harus teks acak 24 sampai 200 huruf tanpa spasi. Buat dengan: openssl rand -base64 32. Contoh: METRICS_TOKEN=…',
  role: 'harus "web" (halaman pembaca dan ruang redaksi) atau "jobs" (pekerjaan latar); kosongkan untuk keduanya. Contoh: ROLE=web',
  drain: 'harus angka detik dari 0 sampai 60. Contoh: DRAIN_SECONDS=3',
  newsroomUrl:
    'harus alamat ruang redaksi yang dibuka orang, tanpa jalur: https, atau http hanya untuk komputer ini sendiri. Contoh: NEWSROOM_URL=https://redaksi.kaltimprov.go.id',
  newsroomPort: 'harus angka dari 1 sampai 65535. Contoh: NEWSROOM_PORT=3100',
  newsroomHost: 'harus alamat IP untuk didengarkan, atau localhost. Contoh: NEWSROOM_HOST=10.0.0.5',
  endpoint:
    'harus alamat penyimpanan S3, tanpa nama ember: https://, atau http:// dalam jaringan sendiri. Contoh: S3_ENDPOINT=https://s3.kaltimprov.go.id',
  region: 'harus nama wilayah penyimpanan. Contoh: S3_REGION=us-east-1',
  bucket: 'harus nama ember: huruf kecil, angka, titik, dan tanda hubung. Contoh: S3_BUCKET=ruang-warta',
  accessKeyId: 'harus nama kunci penyimpanan. Contoh: S3_ACCESS_KEY_ID=warta',
  secretAccessKey: 'harus kunci rahasia penyimpanan. Contoh: S3_SECRET_ACCESS_KEY=…',
  pathStyle:
    'harus "ya" (nama ember di dalam jalur, cocok untuk hampir semua penyimpanan) atau "tidak" (di depan nama host). Contoh: S3_PATH_STYLE=ya',
  keptMegabytes: 'harus angka MB dari 64 sampai 1048576. Contoh: S3_CACHE_MB=2048',
  backupDir: 'harus nama folder, sebaiknya di cakram lain. Contoh: BACKUP_DIR=/mnt/cadangan/ruang-warta',
  backupAt:
    'harus jam setempat dari 00.00 sampai 23.59, atau "tidak" bila cadangan tidak boleh dibuat sendiri. Contoh: BACKUP_AT=02.30',
  backupRecipient:
    'harus kunci publik age, yang berawal dengan age1. Buat pasangannya di komputer lain dengan `age-keygen`. Contoh: BACKUP_RECIPIENT=age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  oidcIssuer:
    'harus alamat penyedia identitas, persis seperti penyedia menyebut dirinya (issuer): https, atau http hanya untuk komputer ini sendiri. Contoh: OIDC_ISSUER=https://sso.kaltimprov.go.id/realms/pegawai',
  oidcClient: 'harus nama Ruang Warta pada penyedia identitas. Contoh: OIDC_CLIENT_ID=ruang-warta',
  oidcSecret: 'harus kunci rahasia dari penyedia identitas. Contoh: OIDC_CLIENT_SECRET=…',
  oidcLabel:
    'harus tulisan tombol di halaman masuk, paling banyak 40 huruf. Contoh: OIDC_LABEL=Masuk dengan SSO Pemprov',
  oidcTrust: 'harus "ya" atau "tidak". Contoh: OIDC_TRUST_MFA=tidak',
  scanner:
    'harus soket clamd di komputer ini, atau nama dan pintunya. Contoh: CLAMD_SOCKET=/run/clamav/clamd.ctl atau CLAMD_SOCKET=127.0.0.1:3310',
  uploadFiles: 'harus banyaknya berkas satu akun dalam 24 jam. Contoh: UPLOAD_FILES_PER_DAY=500',
  uploadMegabytes: 'harus banyaknya megabita satu akun dalam 24 jam. Contoh: UPLOAD_MB_PER_DAY=2000',
  uploadTotal: 'harus banyaknya megabita satu akun seluruhnya. Contoh: UPLOAD_MB_TOTAL=50000',
  proxies: 'harus daftar alamat IP, dipisah koma. Contoh: TRUSTED_PROXIES=127.0.0.1,10.0.0.5',
};

const text = (message: string) => z.string({ error: message }).trim().min(1, message);

const numberWithin = (message: string, least: number, most: number) =>
  text(message)
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);

const port = (message: string) => numberWithin(message, 1, 65_535);

const host = (message: string) => text(message).refine((value) => value === 'localhost' || isIP(value) !== 0, message);

/** An address people open, without a path: https, or http on this very computer. */
const origin = (message: string) =>
  text(message).transform((value, context) => {
    const url = originOf(value);
    if (url?.protocol === 'https:' || (url !== undefined && isLoopback(url.hostname))) return url;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

function originOf(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isOrigin = url !== undefined && url.pathname === '/' && !url.search && !url.hash && !url.username;
  return isOrigin && /^https?:$/.test(url.protocol) ? url : undefined;
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** As `origin`, and with the path that many providers have in their name. */
const issuer = text(words.oidcIssuer).transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain = url !== undefined && !url.search && !url.hash && !url.username && !url.password;
  const isProtected = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (isPlain && isProtected) return url;
  context.addIssue({ code: 'custom', message: words.oidcIssuer });
  return z.NEVER;
});

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

/** Minutes after midnight; null for `tidak`. */
const backupAt = text(words.backupAt).transform((value, context): number | null => {
  if (value === 'tidak') return null;
  const [, hours = '24', minutes = ''] = /^(\d{1,2})[.:](\d{2})$/.exec(value) ?? [];
  if (Number(hours) < 24 && Number(minutes) < 60) return Number(hours) * 60 + Number(minutes);
  context.addIssue({ code: 'custom', message: words.backupAt });
  return z.NEVER;
});

const backupRecipient = text(words.backupRecipient).regex(/^age1[0-9a-z]{50,4000}$/, words.backupRecipient);

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

const endpoint = text(words.endpoint).transform((value, context) => {
  const url = originOf(value);
  if (url !== undefined) return url;
  context.addIssue({ code: 'custom', message: words.endpoint });
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
/** Where clamd listens: a socket of this computer, or a port. */
export type Scanner = { path: string } | { host: string; port: number };

const scanner = text(words.scanner).transform((value, context): Scanner => {
  if (/^\/[^\0]{1,100}$/.test(value)) return { path: value };
  const [, name = '', number = ''] = /^([A-Za-z0-9.-]{1,253}):(\d{1,5})$/.exec(value) ?? [];
  if (name !== '' && Number(number) >= 1 && Number(number) <= 65_535) return { host: name, port: Number(number) };
  context.addIssue({ code: 'custom', message: words.scanner });
  return z.NEVER;
});

const amount = (message: string, usual: number) =>
  text(message)
    .regex(/^[1-9]\d{0,6}$/, message)
    .transform(Number)
    .default(usual);

const always = {
  ROLE: z.enum(['web', 'jobs'], { error: words.role }).optional(),
  PORT: port(words.port).default(3000),
  HOST: host(words.host).default('127.0.0.1'),
  DRAIN_SECONDS: numberWithin(words.drain, 0, 60).optional(),
  NEWSROOM_URL: origin(words.newsroomUrl).optional(),
  NEWSROOM_PORT: port(words.newsroomPort).optional(),
  NEWSROOM_HOST: host(words.newsroomHost).optional(),
  S3_ENDPOINT: endpoint.optional(),
  S3_REGION: text(words.region)
    .regex(/^[a-z0-9-]{1,64}$/, words.region)
    .default('us-east-1'),
  S3_BUCKET: text(words.bucket)
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, words.bucket)
    .optional(),
  S3_ACCESS_KEY_ID: text(words.accessKeyId).optional(),
  S3_SECRET_ACCESS_KEY: text(words.secretAccessKey).optional(),
  S3_PATH_STYLE: z.enum(['ya', 'tidak'], { error: words.pathStyle }).default('ya'),
  S3_CACHE_MB: numberWithin(words.keptMegabytes, 64, 1_048_576).default(2_048),
  DATA_DIR: text('harus nama folder. Contoh: DATA_DIR=/srv/ruang-warta').default('.data'),
  TRUSTED_PROXIES: proxies.default([]),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  METRICS_PORT: port(words.metricsPort).optional(),
  METRICS_HOST: host(words.metricsHost).default('127.0.0.1'),
  METRICS_TOKEN: text(words.metricsToken)
    .regex(/^[\x21-\x7e]{24,200}$/, words.metricsToken)
    .optional(),
  BACKUP_DIR: text(words.backupDir).optional(),
  BACKUP_AT: backupAt.optional(),
  BACKUP_RECIPIENT: backupRecipient.optional(),
  DORMANT_DAYS: dormantDays.default(90),
  MAIL_DOMAINS: mailDomains.default([]),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: text(words.oidcClient).max(255, words.oidcClient).optional(),
  OIDC_CLIENT_SECRET: text(words.oidcSecret).max(512, words.oidcSecret).optional(),
  OIDC_LABEL: text(words.oidcLabel).max(40, words.oidcLabel).optional(),
  OIDC_TRUST_MFA: z.enum(['ya', 'tidak'], { error: words.oidcTrust }).default('tidak'),
  CLAMD_SOCKET: scanner.optional(),
  UPLOAD_FILES_PER_DAY: amount(words.uploadFiles, 500),
  UPLOAD_MB_PER_DAY: amount(words.uploadMegabytes, 2_000),
  UPLOAD_MB_TOTAL: amount(words.uploadTotal, 50_000),
};

type Together = Partial<z.output<z.ZodObject<typeof always>>> & {
  PUBLIC_URL?: URL | undefined;
  DATABASE_URL?: string | undefined;
};

/** Settings that mean nothing without one another, or contradict each other. */
function requireWhole(given: Together, context: z.RefinementCtx): void {
  const refuse = (name: keyof Together, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const isThere = (name: keyof Together) => given[name] !== undefined;
  /** Some without the others do nothing, and nobody would know why. */
  for (const group of [['SMTP_URL', 'MAIL_FROM'], storeSettings, providerSettings] as const) {
    const absent = group.filter((name) => !isThere(name));
    const present = group.find(isThere);
    if (absent.length === 0 || present === undefined) continue;
    const all = group.length === 2 ? 'keduanya' : 'semuanya';
    refuse(present, `hanya berguna bersama ${absent.join(', ')}: isi ${all}, atau kosongkan ${all}`);
  }
  if (isThere('ROLE') && !isThere('DATABASE_URL')) {
    refuse(
      'ROLE',
      'membagi pekerjaan di antara beberapa proses, jadi perlu basis data yang dicapai semuanya: isi DATABASE_URL, atau kosongkan ROLE agar satu proses mengerjakan semua',
    );
  }
  if (isThere('NEWSROOM_HOST') && !isThere('NEWSROOM_PORT'))
    refuse('NEWSROOM_HOST', 'hanya berguna bersama NEWSROOM_PORT: isi keduanya, atau kosongkan keduanya');
  if (isThere('NEWSROOM_PORT') && given.NEWSROOM_PORT === given.PORT)
    refuse('NEWSROOM_PORT', 'harus berbeda dari PORT: pembaca dan ruang redaksi masing-masing punya pintu sendiri');
  const isOneDoor = isThere('NEWSROOM_URL') && !isThere('NEWSROOM_PORT');
  // Proxies tell the name a visitor asked for, often without the port.
  if (isOneDoor && given.NEWSROOM_URL?.hostname === given.PUBLIC_URL?.hostname)
    refuse('NEWSROOM_URL', 'harus memakai nama host lain daripada PUBLIC_URL, atau isi juga NEWSROOM_PORT');
}

const storeSettings = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const providerSettings = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_LABEL'] as const;

/** Settings of the demo: all may be left out. */
export const demoSettings = z
  .object({
    ...always,
    PUBLIC_URL: origin(words.publicUrl).optional(),
    AUTH_SECRET: authSecrets.optional(),
    SECOND_FACTOR: z.enum(['wajib', 'sukarela'], { error: words.secondFactor }).default('sukarela'),
    SIGNING_KEYS: signingKeys.optional(),
    DATABASE_URL: databaseUrl.optional(),
  })
  .superRefine(requireWhole);

/** Settings of a real newsroom: nothing is guessed that protects it. */
export const productionSettings = z
  .object({
    ...always,
    PUBLIC_URL: origin(words.publicUrl),
    AUTH_SECRET: authSecrets,
    SECOND_FACTOR: z.enum(['wajib'], { error: words.secondFactor }).default('wajib'),
    SIGNING_KEYS: signingKeys,
    DATABASE_URL: databaseUrl,
  })
  .superRefine(requireWhole);

export const modeSetting = z.object({
  RUANG_WARTA_MODE: z.enum(['contoh', 'produksi'], { error: words.mode }).default('contoh'),
});
