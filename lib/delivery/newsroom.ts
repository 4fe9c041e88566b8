import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { logBug } from '#lib/log.ts';
import { liveSignalsPath, newsroomFailedPage, newsroomNotFoundPage, resumableUploadPath } from '#lib/urls.ts';
import { answer, requestIdHeader } from './answer.ts';
import { capture, type NextListener } from './capture.ts';
import type { ConstantPages } from './constant-pages.ts';
import type { Finished } from './finished-page.ts';
import type { WatchedPortal } from './generation-watch.ts';
import { fileHeaders, newsroomHeaders, newsroomPolicy, type Surroundings } from './headers.ts';
import { cleanHeaders, clientAddress, hasBody, isFromOwnPage } from './incoming.ts';
import { replaceShell } from './newsroom-shells.ts';

export type NewsroomOptions = {
  next: NextListener;
  around: Surroundings;
  constant: ConstantPages;
  trustedProxies: ReadonlySet<string>;
  isDatabaseAway(): boolean;
};

/** Answers requests of the newsroom and its sign-in through Next, or returns what to refuse them with. */
export type Newsroom = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  portal: WatchedPortal | undefined,
) => { finished: Finished } | undefined;

const methods = new Set(['GET', 'HEAD', 'POST']);
/** Of uploads that go on after a break, and nowhere else. */
const methodsOfUploads = new Set(['PATCH', 'DELETE']);

/** Bytes that may be announced; each route has its own, lower limit. */
const largestBody = 32_000_000;

/** Files of the newsroom, beside which the library has its pages. */
const filePath = /^\/redaksi\/media\/[ordc]\//;

/** Whether a path belongs to the newsroom or its sign-in: exactly, not by its first letters. */
export function isNewsroomPath(path: string): boolean {
  return path === '/redaksi' || path.startsWith('/redaksi/') || path.startsWith('/api/auth/');
}

/**
 * Hands a request to Next under the newsroom's rules: own pages only may change anything, what
 * could steer Next from outside is gone, and the answer bears the strict policy and is never kept.
 */
export function newsroom({ next, around, constant, trustedProxies, isDatabaseAway }: NewsroomOptions): Newsroom {
  const usual = newsroomHeaders(around, false);
  const framed = newsroomHeaders(around, true);
  const file = fileHeaders(around, 'no-store');

  return (request, response, path, portal) => {
    const method = request.method ?? '';
    const refusal = refusalOf(request, method, path);
    if (refusal !== undefined) return { finished: refusal };
    const nonce = randomBytes(18).toString('base64');
    const isPreview = /^\/redaksi\/naskah\/[^/]+\/pratinjau$/.test(path);
    const policy = newsroomPolicy(nonce, isPreview, around.dev);
    const own = {
      // Next takes the nonce for its scripts from here.
      'content-security-policy': policy,
      'x-forwarded-host': request.headers.host ?? '',
      'x-forwarded-proto': around.https ? 'https' : 'http',
      'x-forwarded-for': clientAddress(request, trustedProxies),
      ...(portal === undefined ? {} : { 'x-portal': portal.id }),
    };
    // Compressed, a signal would wait until there are enough of them to be worth it.
    if (path === liveSignalsPath) delete request.headers['accept-encoding'];
    cleanHeaders(request, own, { fromPages: path.startsWith('/redaksi'), dev: around.dev });
    const id = requestIdHeader();
    if (filePath.test(path)) holdHeaders(response, [...file, ...id]);
    else holdHeaders(response, ['Content-Security-Policy', policy, ...(isPreview ? framed : usual), ...id]);
    // Next writes for as long as it likes; without a listener a broken connection would end the process.
    response.on('error', () => response.destroy());
    if (path.startsWith('/redaksi/')) replaceShell(request, response, (status) => shellPage(status, request, own));
    next(request, response).catch((error: unknown) => {
      logBug('newsroom', error);
      if (response.headersSent) response.destroy();
      else answer(request, response, constant.failed);
    });
    return undefined;
  };

  /** The newsroom's own page for a status, for the same person under the same policy. */
  async function shellPage(status: number, request: IncomingMessage, own: Readonly<Record<string, string>>) {
    const { host = '', cookie = '' } = request.headers;
    const path = status === 404 ? newsroomNotFoundPage : newsroomFailedPage;
    try {
      const page = await capture(next, path, { ...own, host, cookie, accept: 'text/html' });
      return page.status === 200 ? page.body : constant.failed.bodies.identity;
    } catch (error) {
      logBug('newsroom', error);
      return constant.failed.bodies.identity;
    }
  }

  function refusalOf(request: IncomingMessage, method: string, path: string) {
    const isOfUpload = methodsOfUploads.has(method) && path.startsWith(`${resumableUploadPath}/`);
    if (!methods.has(method) && !isOfUpload) return constant.methodNotAllowedInNewsroom;
    if (method === 'GET' || method === 'HEAD') return hasBody(request) ? constant.badRequest : away();
    if (!isFromOwnPage(request)) return constant.forbidden;
    if (Number(request.headers['content-length'] ?? 0) > largestBody) return constant.tooLarge;
    return away();
  }

  /** Said at once instead of after the database's patience; the editor keeps the words and tries again. */
  function away() {
    return isDatabaseAway() ? constant.unavailable : undefined;
  }
}

/** Sets headers that whoever answers can neither change nor take away. */
function holdHeaders(response: ServerResponse, list: readonly string[]): void {
  const held = new Set<string>();
  for (let at = 0; at < list.length; at += 2) {
    response.setHeader(list[at] ?? '', list[at + 1] ?? '');
    held.add((list[at] ?? '').toLowerCase());
  }
  const { setHeader, appendHeader, removeHeader } = response;
  response.setHeader = (name, value) =>
    held.has(name.toLowerCase()) ? response : setHeader.call(response, name, value);
  response.appendHeader = (name, value) =>
    held.has(name.toLowerCase()) ? response : appendHeader.call(response, name, value);
  response.removeHeader = (name) => {
    if (!held.has(name.toLowerCase())) removeHeader.call(response, name);
  };
}
