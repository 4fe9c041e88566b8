import type { IncomingMessage, ServerResponse } from 'node:http';
import { currentTrace } from '#lib/trace.ts';
import { chooseEncoding } from './compress.ts';
import type { Finished } from './finished-page.ts';
import type { HeaderList } from './headers.ts';

/**
 * Sends finished bytes: in the best encoding the client takes, 304 when it has them, and
 * without a body for HEAD.
 *
 * @param extra further headers of this one answer
 */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  finished: Finished,
  extra: readonly string[] = [],
): void {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const list = finished.headers[encoding];
  const headers = [...list, ...extra, ...requestIdHeader()];
  if (finished.status === 200 && isKnownTo(request, finished.hash)) {
    response.writeHead(304, withoutBody(headers));
    response.end();
    return;
  }
  response.writeHead(finished.status, headers);
  response.end(request.method === 'HEAD' ? undefined : finished.bodies[encoding]);
}

/** The name under which the log tells of the request that is answered now, so that whoever reports a fault can say it. */
export function requestIdHeader(): HeaderList {
  const id = currentTrace()?.request;
  return id === undefined ? [] : ['X-Request-Id', id];
}

/** Whether the client says that it has these bytes. */
export function isKnownTo(request: IncomingMessage, hash: string): boolean {
  const known = request.headers['if-none-match'];
  return known !== undefined && has(known, hash);
}

/**
 * Whether a list of entity tags names these bytes, in whichever encoding they were sent: for
 * If-None-Match the comparison is weak (RFC 9110, 13.1.2), and a proxy may have added `W/`.
 */
function has(list: string, hash: string): boolean {
  const text = list.slice(0, 1_000);
  if (text.trim() === '*') return true;
  return text.split(',').some((tag) => {
    const plain = tag.trim().replace(/^W\//, '');
    return plain === `"${hash}"` || plain === `"${hash}-br"` || plain === `"${hash}-gz"`;
  });
}

/** The headers of an answer that says: what you have still holds. */
export function withoutBody(headers: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? '';
    if (!describesBody.has(name)) kept.push(name, headers[at + 1] ?? '');
  }
  return kept;
}

const describesBody = new Set(['Content-Type', 'Content-Length', 'Content-Encoding']);
