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
  productionSettings,
  type SigningKey,
} from './settings.ts';

export type Config = {
  mode: 'demo' | 'production';
  /** Origin under which people reach us; no path. */
  publicUrl: URL;
  /** Address to listen on; in demo mode always 127.0.0.1. */
  host: string;
  port: number;
  /** Absolute. */
  dataDir: string;
  /** Absolute: photos and their renditions. */
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
  /** Days without a sign-in after which an account is closed. */
  dormantDays: number;
  /** Domains of the addresses people may have; `*.go.id` stands for all below. Empty: any. */
  mailDomains: readonly string[];
  /** The first signs, all verify. Never empty. */
  signingKeys: readonly SigningKey[];
  /** Addresses of proxies whose X-Forwarded-* we believe. */
  trustedProxies: readonly string[];
  /** Null: no mails are sent. */
  mail: { server: MailServer; from: MailSender } | null;
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
    publicUrl: settings.PUBLIC_URL,
    host: settings.HOST,
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    ...secretsOf(settings.AUTH_SECRET),
    ...accountRules(settings),
    signingKeys: settings.SIGNING_KEYS,
    trustedProxies: settings.TRUSTED_PROXIES,
    mail: mailOf(settings),
  };
}

function demo(given: Environment): Config {
  const settings = parsed(demoSettings, given);
  const ownPlaces = places(settings.DATA_DIR);
  const own = () => demoSecrets(ownPlaces.dataDir);
  return {
    ...ownPlaces,
    mode: 'demo',
    publicUrl: settings.PUBLIC_URL ?? new URL(`http://127.0.0.1:${settings.PORT}`),
    // Demo accounts have known passwords: nobody else's computer may reach them.
    host: '127.0.0.1',
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL ?? null,
    ...secretsOf(settings.AUTH_SECRET ?? [own().authSecret]),
    ...accountRules(settings),
    signingKeys: settings.SIGNING_KEYS ?? own().signingKeys,
    trustedProxies: settings.TRUSTED_PROXIES,
    mail: mailOf(settings),
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

function mailOf(settings: { SMTP_URL?: MailServer | undefined; MAIL_FROM?: MailSender | undefined }): Config['mail'] {
  const { SMTP_URL: server, MAIL_FROM: from } = settings;
  return server === undefined || from === undefined ? null : { server, from };
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
