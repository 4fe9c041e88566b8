import { isIPv6 } from 'node:net';

type HeaderReader = { get(name: string): string | null };

/**
 * Whether a request that changes something comes from our own pages: its Origin names the
 * host it was sent to. A missing Origin is refused; browsers send one with every POST.
 */
export function isFromHere(headers: HeaderReader): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/**
 * The network a request came from, to count tries: an IPv4 address, or the /64 of an IPv6
 * one, since that is what a single household gets. Only the last hop's word counts: what
 * stands before it was written by strangers.
 */
export function networkOf(headers: HeaderReader): string {
  const last = (headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '';
  const address = last.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(address) ? firstHalf(address) : address || 'unknown';
}

function firstHalf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [front, back] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const all = [...front, ...Array<string>(Math.max(0, zeros)).fill('0'), ...back];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

const browsers: readonly [RegExp, string][] = [
  [/\bEdg/, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS|Chromium/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone atau iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** A coarse name of the device by which its owner knows it again, such as `Chrome di Android`. */
export function deviceOf(headers: HeaderReader): string {
  const agent = (headers.get('user-agent') ?? '').slice(0, 400);
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(agent))?.[1];
  const [browser, system] = [named(browsers), named(systems)];
  if (browser === undefined) return system ?? 'Peramban lain';
  return system === undefined ? browser : `${browser} di ${system}`;
}
