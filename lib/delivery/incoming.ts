import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { isRequestId, newRequestId } from '#lib/trace.ts';

/** Headers by which a stranger could steer Next, or pretend to be a proxy or a page of ours. */
const steering =
  /^(?:rsc|next-.*|x-nextjs-.*|x-middleware-.*|x-forwarded-.*|x-invoke-.*|x-matched-path|x-nonce|x-portal|x-real-ip|x-request-id|x-client-ip|x-now-.*|x-vercel-.*|x-original-.*|x-rewrite-.*|x-prerender-.*|x-http-method.*|forwarded|content-security-policy.*)$/;

/** What the newsroom's own pages send to Next. */
const ofNewsroomPages: ReadonlySet<string> = new Set([
  'rsc',
  'next-action',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
]);

/** What hot reload adds in development. */
const ofDevelopment: ReadonlySet<string> = new Set([
  'next-hmr-refresh',
  'x-nextjs-request-id',
  'x-nextjs-html-request-id',
]);

/**
 * Takes the steering headers out of a request and puts our own in their place.
 *
 * @param fromPages whether those of the newsroom's own pages stay
 */
export function cleanHeaders(
  request: IncomingMessage,
  own: Readonly<Record<string, string>>,
  { fromPages, dev }: { fromPages: boolean; dev: boolean },
): void {
  const stays = (name: string) =>
    !steering.test(name) || (fromPages && (ofNewsroomPages.has(name) || (dev && ofDevelopment.has(name))));
  const raw: string[] = [];
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at] ?? '';
    if (stays(name.toLowerCase()) && !(name.toLowerCase() in own)) raw.push(name, request.rawHeaders[at + 1] ?? '');
  }
  for (const name of Object.keys(request.headers)) if (!stays(name)) delete request.headers[name];
  Object.assign(request.headers, own);
  request.rawHeaders = [...raw, ...Object.entries(own).flat()];
}

/**
 * Whether the request's length is told in a way that two parsers could read differently. Node
 * refuses most of these itself; this does not depend on it.
 */
export function isFramedOddly(request: IncomingMessage): boolean {
  let lengths = 0;
  let codings = 0;
  let hosts = 0;
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at] ?? '';
    // Every request comes by here: only names as long as one of the three are lowered.
    if (name.length === 4) hosts += Number(name.toLowerCase() === 'host');
    else if (name.length === 14) lengths += Number(name.toLowerCase() === 'content-length');
    else if (name.length === 17) codings += Number(name.toLowerCase() === 'transfer-encoding');
  }
  if (hosts !== 1 || lengths > 1 || codings > 1 || lengths + codings > 1) return true;
  if (codings === 1) return request.headers['transfer-encoding']?.toLowerCase() !== 'chunked';
  return lengths === 1 && !/^\d{1,15}$/.test(request.headers['content-length'] ?? '');
}

export function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/**
 * Whether an unsafe request comes from a page of this very host. One without an Origin is
 * refused: Next lets a server action without it through.
 */
export function isFromOwnPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.host === host.toLowerCase();
}

/**
 * The address a request came from. What X-Forwarded-For says counts only as far as trusted
 * proxies wrote it: read from the right, the first address that is not one of them.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: ReadonlySet<string>): string {
  let address = plainAddress(request.socket.remoteAddress ?? '');
  const header = request.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim());
  while (trustedProxies.has(address)) {
    const former = plainAddress(forwarded.pop() ?? '');
    if (isIP(former) === 0) break;
    address = former;
  }
  return address;
}

/**
 * The name of a request in the log and in its answer: the one that a trusted proxy gave it, so that both logs
 * fit together, else a new one. A stranger's is not taken.
 */
export function requestIdOf(request: IncomingMessage, trustedProxies: ReadonlySet<string>): string {
  const given = request.headers['x-request-id'];
  const isBelieved =
    given !== undefined && trustedProxies.has(plainAddress(request.socket.remoteAddress ?? '')) && isRequestId(given);
  return isBelieved ? given : newRequestId();
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
