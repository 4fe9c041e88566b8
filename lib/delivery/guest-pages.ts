import type { IncomingMessage } from 'node:http';
import { deviceName } from '#lib/device-name.ts';
import { guestPreviewPath, renderedEmbargoPage, renderedGuestPreview } from '#lib/urls.ts';
import type { ConstantPages } from './constant-pages.ts';
import type { Render } from './draw-page.ts';
import { finishHtml } from './finish.ts';
import { type Finished, finishedRedirect, finishedText } from './finished-page.ts';
import type { WatchedPortal } from './generation-watch.ts';
import { guestHeaders, type Surroundings } from './headers.ts';
import { isFromOwnPage } from './incoming.ts';
import { type StreamedFile, streamedFile, toSave } from './streamed-file.ts';

/** What secrets open, and where guests' words go (lib/newsroom/guest-preview.ts). */
export type GuestSource = {
  file(token: string, key: string): Promise<GuestFile | null>;
  /** Takes a form; answers which message the page shows then. */
  comment(token: string, form: URLSearchParams): Promise<'thanks' | GuestRefusal | 'unknown'>;
  /** A picture of an embargoed article (lib/press/embargo-reading.ts). */
  embargoFile(token: string, key: string): Promise<Omit<GuestFile, 'isDocument'> | null>;
};

/** A picture, or a document to keep. Large ones are never in memory. */
type GuestFile = {
  /** SHA-256 of its bytes. */
  hash: string;
  mediaType: string;
  isDocument: boolean;
  bytes: number;
  open: StreamedFile['open'];
};

/** Why a comment was not taken; the page says it, with the words still in the box. */
type GuestRefusal = 'refused' | 'too_often' | 'full';

export type GuestPages = (
  request: IncomingMessage,
  path: string,
  query: string,
  portal: WatchedPortal,
) => Promise<Finished | StreamedFile>;

type GuestOptions = { render: Render; source: GuestSource; constant: ConstantPages; around: Surroundings };

/** What it is, 256 random bits in base64url, then the page itself or one of its files. */
const address = /^\/(pratinjau|embargo)\/([A-Za-z0-9_-]{43})(?:\/media\/([a-z0-9/.-]{1,200}))?$/;

/** Bytes of a form: two thousand characters, percent-encoded, and its frame. */
const largestForm = 32_000;
/** Characters of a refused comment that come back in the box: as many as the box takes. */
const mostTyped = 2000;
const refusalStatus = { refused: 422, too_often: 429, full: 403 } as const satisfies Record<GuestRefusal, number>;

export function isGuestPath(path: string): boolean {
  return path.startsWith('/pratinjau/') || path.startsWith('/embargo/');
}

/**
 * Pages behind a secret address: finished like readers' pages, script-free, but never kept by anybody
 * and made anew each time. The one form on them is plain HTML that posts to its own address.
 */
export function guestPages({ render, source, constant, around }: GuestOptions): GuestPages {
  const headers = guestHeaders(around);

  return async (request, path, query, portal) => {
    const [, place, token, key] = address.exec(path) ?? [];
    if (token === undefined) return constant.notFound;
    if (place === 'embargo') return embargoed(request, { token, key, query }, portal);
    if (request.method === 'POST' && key === undefined) return takeForm(request, token, portal);
    if (request.method !== 'GET' && request.method !== 'HEAD') return constant.methodNotAllowed;
    if (key !== undefined) return file(await source.file(token, key));
    const thanked = query === 'terima=1' ? { told: 'thanks', typed: '' } : undefined;
    return page(portal, renderedGuestPreview(token, thanked), 200);
  };

  async function page(portal: WatchedPortal, path: string, status: number): Promise<Finished> {
    const rendered = await render({ portal, path });
    if (rendered.status !== 200) return constant.notFound;
    const { contentType } = rendered;
    const html = finishHtml(rendered.body.toString('utf8'));
    return finishedText(Buffer.from(html), { status, contentType, headers });
  }

  /** There is no form on these pages: they are only read. */
  async function embargoed(
    request: IncomingMessage,
    { token, key, query }: { token: string; key: string | undefined; query: string },
    portal: WatchedPortal,
  ): Promise<Finished | StreamedFile> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return constant.methodNotAllowed;
    if (key !== undefined) {
      const picture = await source.embargoFile(token, key);
      return file(picture === null ? null : { ...picture, isDocument: false });
    }
    // A HEAD brings nobody any words.
    const isReading = request.method === 'GET' && query === 'buka=1';
    const reading = isReading ? { device: deviceName(request.headers['user-agent'] ?? '') } : null;
    return page(portal, renderedEmbargoPage(token, reading), 200);
  }

  function file(found: GuestFile | null): Finished | StreamedFile {
    if (found === null) return constant.notFound;
    const { hash, bytes, mediaType, isDocument, open } = found;
    const ofKind = isDocument ? [...headers, ...toSave(hash)] : headers;
    return streamedFile({ hash, bytes, contentType: mediaType, headers: ofKind, open });
  }

  async function takeForm(request: IncomingMessage, token: string, portal: WatchedPortal): Promise<Finished> {
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
    if (!isForm || !isFromOwnPage(request)) return constant.forbidden;
    const body = await bodyOf(request);
    if (body === undefined) return constant.tooLarge;
    const form = new URLSearchParams(body);
    const told = await source.comment(token, form);
    if (told === 'unknown') return constant.notFound;
    if (told === 'thanks') return finishedRedirect(303, `${guestPreviewPath(token)}?terima=1`, headers);
    // No redirect: what the guest wrote lives in this one request and comes back in the box.
    const typed = (form.get('komentar') ?? '').slice(0, mostTyped);
    return page(portal, renderedGuestPreview(token, { told, typed }), refusalStatus[told]);
  }
}

/** The whole body as text; undefined when it is longer than a form may be. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A request brings bytes');
    bytes += chunk.length;
    if (bytes > largestForm) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
