import type { PortalId } from '#lib/ids.ts';
import { articlePath, tombstonePage } from '#lib/urls.ts';
import { finishHtml } from './finish.ts';
import { type Finished, finishedRedirect, finishedText } from './finished-page.ts';
import type { WatchedPortal } from './generation-watch.ts';
import { type HeaderList, outageHeaders, readerHeaders, type Surroundings } from './headers.ts';
import type { ReaderPage } from './reader-routes.ts';

/** What the renderer is asked for: nothing of a reader's request but the address in its only form. */
export type RenderRequest = { portal: WatchedPortal; path: string };

/** All that is taken over from the renderer's answer. */
export type Rendered = { status: number; contentType: string; location: string | undefined; body: Buffer };

export type Render = (request: RenderRequest) => Promise<Rendered>;

/** What stands at an article's address (lib/newsroom/public.ts). */
export type AddressOf = (
  portal: PortalId,
  slug: string,
) => Promise<{ kind: 'live' } | { kind: 'moved'; slug: string } | { kind: 'gone' } | { kind: 'unknown' }>;

export type Drawn =
  | { kind: 'page'; finished: Finished; contentType: string; names: readonly string[] }
  | { kind: 'unknown' };

export type Draw = (portal: WatchedPortal, page: ReaderPage) => Promise<Drawn>;

/**
 * Makes a page from the database: finds what stands at the address, has it rendered, takes
 * its scripts out and compresses it.
 *
 * Rejects when it cannot be rendered: the database is away, the words do not fit their
 * signatures, or there is a bug.
 */
export function drawing(render: Render, addressOf: AddressOf, around: Surroundings): Draw {
  return async (portal, page) => {
    if (page.articleSlug === undefined) {
      return drawAt(portal, page.address, page.status ?? 200, page.names);
    }
    const address = await addressOf(portal.id, page.articleSlug);
    switch (address.kind) {
      case 'live':
        return drawAt(portal, page.address, 200, page.names);
      case 'gone':
        return drawAt(portal, tombstonePage(page.articleSlug), 410, page.names);
      case 'moved':
        // Also when the article moves on, or is retracted, the redirect is looked at again.
        return redirect(portal, 301, articlePath(address.slug), [...page.names, `article:${address.slug}`]);
      case 'unknown':
        return { kind: 'unknown' };
    }
  };

  async function drawAt(portal: WatchedPortal, path: string, status: number, names: readonly string[]): Promise<Drawn> {
    const rendered = await render({ portal, path });
    if (rendered.status === 404) return { kind: 'unknown' };
    if (isRedirect(rendered.status) && rendered.location !== undefined) {
      return redirect(portal, rendered.status, ownPath(rendered.location), names);
    }
    if (rendered.status !== 200) throw new Error(`The renderer answered ${rendered.status}`);
    const { contentType } = rendered;
    const isHtml = contentType.startsWith('text/html');
    const body = isHtml ? Buffer.from(finishHtml(rendered.body.toString('utf8'))) : rendered.body;
    const headers = pageHeaders(around, status, portal, names);
    return { kind: 'page', names, contentType, finished: await finishedText(body, { status, contentType, headers }) };
  }

  function redirect(portal: WatchedPortal, status: number, to: string, names: readonly string[]): Drawn {
    const finished = finishedRedirect(status, to, pageHeaders(around, status, portal, names));
    return { kind: 'page', names, contentType: 'text/plain; charset=utf-8', finished };
  }
}

/** The headers of a rendered page; its names let a cache in front drop it. */
export function pageHeaders(
  around: Surroundings,
  status: number,
  portal: WatchedPortal,
  names: readonly string[],
): HeaderList {
  return status === 503 ? outageHeaders(around) : readerHeaders(around, [`portal:${portal.id}`, ...names]);
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/** A reader's page leads to our own pages only. */
function ownPath(location: string): string {
  const url = new URL(location, 'http://x');
  if (url.origin !== 'http://x') throw new Error('A page leads away from this site');
  return url.pathname + url.search;
}
