import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import type { z } from 'zod';
import { demoSecrets } from './demo-secrets.ts';
import { invalid } from './errors.ts';
import { processWide } from './process-wide.ts';
import {
  demoSettings,
  type MailSender,
  type MailServer,
  modeSetting,
  type ObjectStore,
  productionSettings,
  type Role,
  type Scanner,
  type SignInProvider,
  type SigningKey,
} from './settings.ts';

export type Config = {
  mode: 'demo' | 'production';
  /** What this process does; see commands/process-roles.ts. */
  role: Role;
  /** Origin under which people reach us; no path. */
  publicUrl: URL;
  /** Address to listen on; in demo mode always 127.0.0.1. */
  host: string;
  port: number;
  /** Seconds for which everything is still answered after we were asked to stop. */
  drainSeconds: number;
  /** Origin under which people reach the newsroom: `publicUrl` unless it has its own. */
  newsroomUrl: URL;
  /** The newsroom's own door; null when it shares the readers'. */
  newsroomDoor: { host: string; port: number } | null;
  /** Absolute. */
  dataDir: string;
  /** Absolute: photos and their renditions, unless they lie in `objectStore`. */
  mediaDir: string;
  /** Absolute: finished pages; may be lost at any time. */
  cacheDir: string;
  /** Null: PostgreSQL comes along and lives in `dataDir`. */
  databaseUrl: string | null;
  /** Makes what is new: cookies, marks, sealed texts. */
  authSecret: string;
  /** All that are recognised, the newest first: so a secret is changed without signing anybody out. */
  authSecrets: readonly string[];
  /** Whether whoever can approve, publish or administer must have a second factor. */
  secondFactor: 'required' | 'voluntary';
  /** Null: people sign in here only. */
  signInProvider: SignInProvider | null;
  /** Days without a sign-in after which an account is closed. */
  dormantDays: number;
  /** Domains of the addresses people may have; `*.go.id` stands for all below. Empty: any. */
  mailDomains: readonly string[];
  /** The first signs, all verify. Never empty. */
  signingKeys: readonly SigningKey[];
  /** Addresses of proxies whose X-Forwarded-* we believe. */
  trustedProxies: readonly string[];
  /** Null: files lie in `mediaDir`. */
  objectStore: ObjectStore | null;
  /** Null: no mails are sent. */
  mail: { server: MailServer; from: MailSender } | null;
  /** Where measurements are read: behind a port of their own, with a token, both, or (null, null) nowhere. */
  metrics: { door: { host: string; port: number } | null; token: string | null };
  backup: {
    /** Absolute. */
    dir: string;
    /** Minutes after midnight at which a backup is made every day, in the portal's zone; null when by hand only. */
    at: number | null;
    /** The age public key that backups are encrypted to; null: they are not encrypted. */
    recipient: string | null;
  };
  /** Null: files are not looked through by a virus scanner. */
  scanner: Scanner | null;
  /** What one account may upload: files and bytes within 24 hours, bytes in all. */
  uploads: { files: number; bytes: number; bytesInAll: number };
};

type Environment = Readonly<Record<string, string | undefined>>;

const held = processWide<{ config: Config | undefined }>('config', () => ({ config: undefined }));

/**
 * The configuration of this process, read at first use.
 *
 * @throws invalid, one issue per wrong or missing setting: its name, what it must be, an example
 */
export function config(): Config {
  held.value.config ??= readConfig(process.env);
  return held.value.config;
}

/**
 * Puts another configuration in place, for tests.
 *
 * @returns a function that puts the former one back
 */
export function useConfig(replacement: Config): () => void {
  const former = held.value.config;
  held.value.config = replacement;
  return () => {
    held.value.config = former;
  };
}

/** Where people reach the newsroom: what links into it, cookies, sign-in and passkeys go by. No path, no slash at the end. */
export function newsroomOrigin(): string {
  return config().newsroomUrl.origin;
}

/** Reads `.env` of the working folder, if there is one. What the environment already says wins. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) loadEnvFile('.env');
}

/** Parses an environment. An empty setting counts as absent, so that `.env` may list names without values. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const { RUANG_WARTA_MODE: mode } = parsed(modeSetting, given);
  return mode === 'produksi' ? production(given) : demo(given);
}

function production(given: Environment): Config {
  const settings = parsed(productionSettings, given);
  return {
    ...places(settings.DATA_DIR),
    mode: 'production',
    role: settings.ROLE ?? 'all',
    drainSeconds: settings.DRAIN_SECONDS ?? 3,
    publicUrl: settings.PUBLIC_URL,
    host: settings.HOST,
    port: settings.PORT,
    ...newsroomOf(settings, settings.PUBLIC_URL, settings.HOST),
    objectStore: storeOf(settings),
    databaseUrl: settings.DATABASE_URL,
    ...secretsOf(settings.AUTH_SECRET),
    ...accountRules(settings),
    signInProvider: providerOf(settings),
    signingKeys: settings.SIGNING_KEYS,
    trustedProxies: settings.TRUSTED_PROXIES,
    mail: mailOf(settings),
    metrics: metricsOf(settings),
    backup: backupOf(settings, usualBackupAt),
    scanner: settings.CLAMD_SOCKET ?? null,
    uploads: uploadsOf(settings),
  };
}

function demo(given: Environment): Config {
  const settings = parsed(demoSettings, given);
  const ownPlaces = places(settings.DATA_DIR);
  const own = () => demoSecrets(ownPlaces.dataDir);
  // Demo accounts have known passwords: nobody else's computer may reach them.
  const host = '127.0.0.1';
  const onPort = (port: number) => new URL(`http://${host}:${port}`);
  const publicUrl = settings.PUBLIC_URL ?? onPort(settings.PORT);
  const newsroomUrl = settings.NEWSROOM_PORT === undefined ? publicUrl : onPort(settings.NEWSROOM_PORT);
  return {
    ...ownPlaces,
    mode: 'demo',
    role: settings.ROLE ?? 'all',
    drainSeconds: settings.DRAIN_SECONDS ?? 0,
    publicUrl,
    host,
    port: settings.PORT,
    ...newsroomOf({ ...settings, NEWSROOM_HOST: undefined }, newsroomUrl, host),
    objectStore: storeOf(settings),
    databaseUrl: settings.DATABASE_URL ?? null,
    ...secretsOf(settings.AUTH_SECRET ?? [own().authSecret]),
    ...accountRules(settings),
    signInProvider: providerOf(settings),
    signingKeys: settings.SIGNING_KEYS ?? own().signingKeys,
    trustedProxies: settings.TRUSTED_PROXIES,
    mail: mailOf(settings),
    metrics: metricsOf(settings),
    scanner: settings.CLAMD_SOCKET ?? null,
    uploads: uploadsOf(settings),
    // What is tried out needs no backups of its own, unless somebody asks for them.
    backup: backupOf(settings, null),
  };
}

/** Half past two at night. */
const usualBackupAt = 150;

type BackupSettings = {
  DATA_DIR: string;
  BACKUP_DIR?: string | undefined;
  BACKUP_AT?: number | null | undefined;
  BACKUP_RECIPIENT?: string | undefined;
};

function backupOf(settings: BackupSettings, usual: number | null): Config['backup'] {
  const { DATA_DIR, BACKUP_DIR, BACKUP_AT, BACKUP_RECIPIENT } = settings;
  return {
    dir: BACKUP_DIR === undefined ? join(resolve(DATA_DIR), 'backups') : resolve(BACKUP_DIR),
    at: BACKUP_AT === undefined ? usual : BACKUP_AT,
    recipient: BACKUP_RECIPIENT ?? null,
  };
}

/** @param usual the newsroom's address when none is set */
function newsroomOf(
  settings: Pick<z.output<typeof demoSettings>, 'NEWSROOM_URL' | 'NEWSROOM_PORT' | 'NEWSROOM_HOST'>,
  usual: URL,
  host: string,
): Pick<Config, 'newsroomUrl' | 'newsroomDoor'> {
  const { NEWSROOM_URL, NEWSROOM_PORT: port, NEWSROOM_HOST } = settings;
  return {
    newsroomUrl: NEWSROOM_URL ?? usual,
    newsroomDoor: port === undefined ? null : { host: NEWSROOM_HOST ?? host, port },
  };
}

function storeOf(settings: z.output<typeof demoSettings>): ObjectStore | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket } = settings;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null;
  return {
    ...{ endpoint, bucket, accessKeyId, secretAccessKey },
    region: settings.S3_REGION,
    isPathStyle: settings.S3_PATH_STYLE === 'ya',
    keptBytes: settings.S3_CACHE_MB * 1_000_000,
  };
}

function secretsOf(all: readonly string[]): Pick<Config, 'authSecret' | 'authSecrets'> {
  const [authSecret = ''] = all;
  return { authSecret, authSecrets: all };
}

type AccountSettings = { SECOND_FACTOR: 'wajib' | 'sukarela'; DORMANT_DAYS: number; MAIL_DOMAINS: string[] };

function accountRules(settings: AccountSettings): Pick<Config, 'secondFactor' | 'dormantDays' | 'mailDomains'> {
  return {
    secondFactor: settings.SECOND_FACTOR === 'wajib' ? 'required' : 'voluntary',
    dormantDays: settings.DORMANT_DAYS,
    mailDomains: settings.MAIL_DOMAINS,
  };
}

function providerOf(settings: z.output<typeof demoSettings>): SignInProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  const { OIDC_LABEL: label, OIDC_TRUST_MFA: trust } = settings;
  if (!issuer || !clientId || !clientSecret || !label) return null;
  return { issuer, clientId, clientSecret, label, isTrustedForFactors: trust === 'ya' };
}

function mailOf(settings: { SMTP_URL?: MailServer | undefined; MAIL_FROM?: MailSender | undefined }): Config['mail'] {
  const { SMTP_URL: server, MAIL_FROM: from } = settings;
  return server === undefined || from === undefined ? null : { server, from };
}

function metricsOf(settings: {
  METRICS_PORT?: number | undefined;
  METRICS_HOST: string;
  METRICS_TOKEN?: string | undefined;
}): Config['metrics'] {
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = settings;
  return { door: port === undefined ? null : { host, port }, token: token ?? null };
}

function uploadsOf(settings: {
  UPLOAD_FILES_PER_DAY: number;
  UPLOAD_MB_PER_DAY: number;
  UPLOAD_MB_TOTAL: number;
}): Config['uploads'] {
  const megabyte = 1_000_000;
  return {
    files: settings.UPLOAD_FILES_PER_DAY,
    bytes: settings.UPLOAD_MB_PER_DAY * megabyte,
    bytesInAll: settings.UPLOAD_MB_TOTAL * megabyte,
  };
}

function places(folder: string): Pick<Config, 'dataDir' | 'mediaDir' | 'cacheDir'> {
  const dataDir = resolve(folder);
  return { dataDir, mediaDir: join(dataDir, 'media'), cacheDir: join(dataDir, 'cache') };
}

function parsed<T extends z.ZodType>(schema: T, given: Environment): z.output<T> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map((issue) => {
      const name = issue.path.map(String).join('.');
      const lead = given[name] === undefined ? `${name} belum diisi; nilainya` : name;
      return { field: name, code: 'setting', text: `${lead} ${issue.message}` };
    }),
  );
}
