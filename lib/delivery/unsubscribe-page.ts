import type { IncomingMessage } from 'node:http';
import { renderedUnsubscribe } from '#lib/urls.ts';
import type { ConstantPages } from './constant-pages.ts';
import type { Render } from './draw-page.ts';
import { finishHtml } from './finish.ts';
import { type Finished, finishedText } from './finished-page.ts';
import type { WatchedPortal } from './generation-watch.ts';
import { guestHeaders, type Surroundings } from './headers.ts';

/** Ends digests (lib/notifications/unsubscribe.ts); false for a link that is none. */
export type Unsubscribe = (token: string) => Promise<boolean>;

export type UnsubscribePage = (request: IncomingMessage, path: string, portal: WatchedPortal) => Promise<Finished>;

/** 256 bits in base64url. */
const address = /^\/berhenti-surel\/([A-Za-z0-9_-]{43})$/;

/** Bytes of the one form: `List-Unsubscribe=One-Click`, or nothing. */
const longestForm = 1_000;

export function isUnsubscribePath(path: string): boolean {
  return path.startsWith('/berhenti-surel/');
}

/**
 * Where the link of a digest leads: a script-free page with one button, never kept. The same address takes
 * the click of mail programs (RFC 8058), which comes without cookies and from no page of ours: the secret
 * in the address is all it needs, and all it can do.
 */
export function unsubscribePage(options: {
  render: Render;
  unsubscribe: Unsubscribe;
  constant: ConstantPages;
  around: Surroundings;
}): UnsubscribePage {
  const { render, unsubscribe, constant, around } = options;
  const headers = guestHeaders(around);

  return async (request, path, portal) => {
    const [, token] = address.exec(path) ?? [];
    if (token === undefined) return constant.notFound;
    const isForm = request.method === 'POST';
    if (isForm && Number(request.headers['content-length'] ?? 0) > longestForm) return constant.tooLarge;
    if (isForm && !(await unsubscribe(token))) return constant.notFound;
    const rendered = await render({ portal, path: renderedUnsubscribe(token, isForm) });
    if (rendered.status !== 200) return constant.notFound;
    const html = finishHtml(rendered.body.toString('utf8'));
    return finishedText(Buffer.from(html), { status: 200, contentType: rendered.contentType, headers });
  };
}
