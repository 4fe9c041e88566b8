import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { config } from '#lib/config.ts';
import { isOnInternet } from './reachable-address.ts';

/** Why nothing was fetched, or not to its end. */
export type FetchFailure =
  /** No http or https address, or one with a name and password in it. */
  | 'address'
  /** Neither 80 nor 443. */
  | 'port'
  /** The name leads nowhere. */
  | 'unresolved'
  /** Somewhere else than the public internet. */
  | 'private'
  | 'unreachable'
  | 'slow'
  | 'too_big'
  /** Compressed although we asked for plain bytes: a few kilobytes may unfold into gigabytes. */
  | 'compressed';

export type Fetched =
  | { kind: 'answer'; status: number; headers: Readonly<Record<string, string>>; body: Buffer }
  | { kind: 'failed'; why: FetchFailure };

export type FetchOptions = {
  /** An origin that the operator configured: it may lie on this computer and on any port. */
  own?: URL;
  /** In small letters; a cookie is never sent, and none is kept. */
  headers?: Readonly<
    Partial<Record<'accept' | 'user-agent' | 'referer' | 'accept-language' | 'authorization', string>>
  >;
  /** Sent as a form by POST, as a provider of sign-ins wants it; without it GET. */
  form?: URLSearchParams;
  /** For the whole answer. */
  milliseconds?: number;
  bytes?: number;
  /** All addresses of a name; the system's resolver when absent. */
  resolve?: (host: string) => Promise<readonly string[]>;
};

const limits = { milliseconds: 5_000, bytes: 2_000_000 };
/** Who asks, and where to complain. */
const userAgent = () => `RuangWarta/1 (+${config().publicUrl.origin})`;

/**
 * Fetches an address from outside: the only place where the server asks anybody for anything by http. The name is
 * resolved once, every address it has must lie on the internet, and the connection goes to one of those that were
 * looked at, whatever the name says a moment later. A redirect is an answer like others and is not followed.
 */
export async function fetchOutside(address: string, options: FetchOptions = {}): Promise<Fetched> {
  if (!URL.canParse(address)) return failed('address');
  const url = new URL(address);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb || url.username !== '' || url.password !== '') return failed('address');
  const isOwn = url.origin === options.own?.origin;
  // `URL` leaves out the port that the scheme has by itself.
  if (!isOwn && !['', '80', '443'].includes(url.port)) return failed('port');
  const ends = Date.now() + (options.milliseconds ?? limits.milliseconds);
  const addresses = await addressesOf(url, options.resolve ?? resolveBySystem, ends);
  const [first] = addresses;
  if (first === undefined) return failed('unresolved');
  if (!isOwn && !addresses.every(isOnInternet)) return failed('private');
  return ask(url, first, ends, options);
}

const failed = (why: FetchFailure): Fetched => ({ kind: 'failed', why });

/** All addresses of a name, as this machine knows them. */
export async function resolveBySystem(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

async function addressesOf(
  { hostname }: URL,
  resolve: NonNullable<FetchOptions['resolve']>,
  ends: number,
): Promise<readonly string[]> {
  // `URL` has written every notation of an IPv4 address (decimal, octal, hexadecimal) as four numbers.
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0) return [host];
  const late = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => late.resolve([]), Math.max(0, ends - Date.now()));
  try {
    return await Promise.race([resolve(host).catch(() => []), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function ask(url: URL, address: string, ends: number, options: FetchOptions): Promise<Fetched> {
  const { promise, resolve } = Promise.withResolvers<Fetched>();
  const pinned: LookupFunction = (_host, asked, answer) => {
    const family = isIP(address);
    if (asked.all === true) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const form = options.form?.toString();
  const asking = request(url, {
    agent: false,
    lookup: pinned,
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      ...{ 'user-agent': userAgent(), accept: '*/*', ...options.headers, 'accept-encoding': 'identity' },
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  });
  const end = (result: Fetched) => {
    clearTimeout(timer);
    resolve(result);
    asking.destroy();
  };
  const timer = setTimeout(() => end(failed('slow')), Math.max(0, ends - Date.now()));
  asking.on('error', () => end(failed('unreachable')));
  asking.on('response', (response) => readBody(response, options.bytes ?? limits.bytes, end));
  asking.end(form);
  return promise;
}

function readBody(response: IncomingMessage, most: number, end: (result: Fetched) => void): void {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  const declared = Number(response.headers['content-length'] ?? 0);
  if (encoding !== 'identity' || declared > most) {
    end(failed(encoding === 'identity' ? 'too_big' : 'compressed'));
    return;
  }
  const chunks: Buffer[] = [];
  let read = 0;
  response.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > most) end(failed('too_big'));
    else chunks.push(chunk);
  });
  response.on('error', () => end(failed('unreachable')));
  response.on('end', () => {
    const { complete, statusCode: status = 0 } = response;
    const whole = { status, headers: headersOf(response), body: Buffer.concat(chunks) };
    end(complete ? { kind: 'answer', ...whole } : failed('unreachable'));
  });
}

function headersOf(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
