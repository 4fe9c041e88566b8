import type { IncomingMessage } from 'node:http';
import type { TextCheck } from '#lib/authenticity/text-check.ts';
import type { PortalId } from '#lib/ids.ts';
import { slots } from '#lib/slots.ts';
import { checkPath, renderedPaths } from '#lib/urls.ts';
import type { ConstantPages } from './constant-pages.ts';
import type { Render } from './draw-page.ts';
import { finishHtml } from './finish.ts';
import { type Finished, finishedText } from './finished-page.ts';
import type { WatchedPortal } from './generation-watch.ts';
import { guestHeaders, type Surroundings } from './headers.ts';
import { clientAddress, isFromOwnPage } from './incoming.ts';

/** Checks a text and keeps the answer for its page (lib/authenticity/take-text.ts). */
export type TextSource = (sent: {
  portal: PortalId;
  network: string;
  typed: string;
  file: Uint8Array | null;
}) => Promise<{ id: string; kind: TextCheck['kind'] }>;

export type CheckForms = (request: IncomingMessage, portal: WatchedPortal) => Promise<Finished>;

type CheckOptions = {
  render: Render;
  source: TextSource;
  constant: ConstantPages;
  around: Surroundings;
  trustedProxies: ReadonlySet<string>;
};

/** Bytes of a form: the longest text, a file, and the frame around them. */
const largestForm = 900_000;
/** Forms that wait while others are compared; further ones are asked to come back. */
const mostWaiting = 20;

const statuses: Partial<Record<TextCheck['kind'], number>> = {
  too_often: 429,
  too_long: 413,
  unreadable: 422,
  empty: 422,
};

/** Whether a request is the one form that readers may send to the site itself. */
export function isCheckForm(request: IncomingMessage, path: string): boolean {
  return path === checkPath && request.method === 'POST' && request.headers['next-action'] === undefined;
}

/**
 * The form of the check page: plain HTML, taken from our own page only, answered by a finished page without
 * script that nobody keeps. What was sent is written nowhere.
 */
export function checkForms({ render, source, constant, around, trustedProxies }: CheckOptions): CheckForms {
  const headers = guestHeaders(around);
  const turns = slots(1);

  return async (request, portal) => {
    if (!isFromOwnPage(request)) return constant.forbidden;
    if (turns.waiting() >= mostWaiting) return constant.unavailable;
    const body = await bodyOf(request);
    if (body === undefined) return constant.tooLarge;
    const form = await formOf(request.headers['content-type'] ?? '', body);
    if (form === undefined) return constant.badRequest;
    const network = clientAddress(request, trustedProxies);
    const { id, kind } = await turns.run(() => source({ portal: portal.id, network, ...form }));
    const rendered = await render({ portal, path: renderedPaths.checked(id) });
    if (rendered.status !== 200) return constant.unavailable;
    const html = finishHtml(rendered.body.toString('utf8'));
    return finishedText(Buffer.from(html), {
      ...{ status: statuses[kind] ?? 200, contentType: rendered.contentType, headers },
    });
  };
}

/** The whole body; undefined when it is longer than a form may be. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > largestForm) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A request brings bytes');
    bytes += chunk.length;
    if (bytes > largestForm) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The two fields of the form; undefined for what is no such form. */
async function formOf(
  contentType: string,
  body: Buffer,
): Promise<{ typed: string; file: Uint8Array | null } | undefined> {
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(contentType)) return undefined;
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch (error) {
    // What its parser says of a broken form.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  const [typed, file] = [form.get('teks'), form.get('berkas')];
  const hasFile = file !== null && typeof file !== 'string' && file.size > 0;
  return {
    typed: typeof typed === 'string' ? typed : '',
    file: hasFile ? new Uint8Array(await file.arrayBuffer()) : null,
  };
}
