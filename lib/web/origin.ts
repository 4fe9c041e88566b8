import { isIPv6 } from 'node:net';
import { deviceName } from '#lib/device-name.ts';

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

/** The device of a request, see `deviceName`. */
export function deviceOf(headers: HeaderReader): string {
  return deviceName(headers.get('user-agent') ?? '');
}
