import { apiRetracted } from '#lib/feeds/api-shapes.ts';
import type { PortalId } from '#lib/ids.ts';
import { articlePath, isApiAddress, tombstonePage } from '#lib/urls.ts';
import { linkToSaver, saveData } from './data-saver.ts';
import { finishHtml } from './finish.ts';
import { type Finished, finishedRedirect, finishedText } from './finished-page.ts';
import type { WatchedPortal } from './generation-watch.ts';
import { type HeaderList, machineHeaders, outageHeaders, readerHeaders, type Surroundings } from './headers.ts';
import type { ReaderPage } from './reader-routes.ts';

/** What the renderer is asked for: nothing of a reader's request but the address in its only form. */
export type RenderRequest = { portal: WatchedPortal; path: string };

/** All that is taken over from the renderer's answer. */
export type Rendered = { status: number; contentType: string; location: string | undefined; body: Buffer };

export type Render = (request: RenderRequest) => Promise<Rendered>;

/** What stands where readers ask (lib/newsroom/public.ts). */
export type Addresses = {
  /**
   * At the address of an article. `path`: the one address it has.
   *
   * @param asked the path that is rendered next if the article stands there
   */
  ofArticle(
    portal: PortalId,
    slug: string,
    asked?: string,
  ): Promise<
    | { kind: 'live'; path: string }
    | { kind: 'moved'; path: string; slug: string }
    | { kind: 'gone' }
    | { kind: 'unknown' }
  >;
  /** The path of what stood at an address of an earlier site; null when nothing did. */
  ofOld(portal: PortalId, address: string): Promise<string | null>;
};

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
export function drawing(render: Render, addresses: Addresses, around: Surroundings): Draw {
  return async (portal, page) => {
    if (page.oldAddress !== undefined) {
      const path = await addresses.ofOld(portal.id, page.oldAddress);
      return path === null ? { kind: 'unknown' } : redirect(portal, 301, path, page);
    }
    if (page.articleSlug === undefined) return drawAt(portal, page);
    const asked = page.isForMachines ? undefined : pathOf(page);
    const found = await addresses.ofArticle(portal.id, page.articleSlug, asked);
    switch (found.kind) {
      case 'live':
        return isAtHome(page, found.path) ? drawAt(portal, page) : redirect(portal, 301, found.path, page);
      case 'gone':
        return page.isForMachines
          ? gone(portal, page, page.articleSlug)
          : drawAt(portal, { ...page, rendered: tombstonePage(page.articleSlug) }, 410);
      case 'moved':
        // Also when the article moves on, or is retracted, the redirect is looked at again.
        return redirect(portal, 301, movedTo(page, found), {
          ...page,
          names: [...page.names, `article:${found.slug}`],
        });
      case 'unknown':
        return { kind: 'unknown' };
    }
  };

  async function drawAt(portal: WatchedPortal, page: ReaderPage, wanted: number = page.status ?? 200): Promise<Drawn> {
    const rendered = await render({ portal, path: page.rendered });
    if (rendered.status === 404) return { kind: 'unknown' };
    if (isRedirect(rendered.status) && rendered.location !== undefined) {
      return redirect(portal, rendered.status, ownPath(rendered.location), page);
    }
    // A program is told what is wrong with what it asked for.
    const isRefused = rendered.status === 400 && page.isForMachines === true;
    if (rendered.status !== 200 && !isRefused) throw new Error(`The renderer answered ${rendered.status}`);
    const { contentType } = rendered;
    const status = isRefused ? rendered.status : wanted;
    const isHtml = contentType.startsWith('text/html');
    const body = isHtml ? Buffer.from(finished(page, rendered.body.toString('utf8'))) : rendered.body;
    const headers = pageHeaders(around, status, portal, page);
    return {
      kind: 'page',
      names: page.names,
      contentType,
      finished: await finishedText(body, { status, contentType, headers }),
    };
  }

  function finished(page: ReaderPage, html: string): string {
    const whole = finishHtml(html);
    const plain = page.address.replace(/[?&]hemat=1$/, '');
    return page.savesData ? saveData(whole, plain) : linkToSaver(whole, plain);
  }

  /** A retracted article's copies for programs are gone without its words: the reason stands at its address. */
  async function gone(portal: WatchedPortal, page: ReaderPage, slug: string): Promise<Drawn> {
    const isOfApi = isApiAddress(page.address);
    const contentType = isOfApi ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8';
    const headers = pageHeaders(around, 410, portal, page);
    const text = Buffer.from(
      isOfApi ? JSON.stringify(apiRetracted(articlePath(slug))) : 'Artikel ini telah ditarik.\n',
    );
    return {
      kind: 'page',
      names: page.names,
      contentType,
      finished: await finishedText(text, { status: 410, contentType, headers }),
    };
  }

  function redirect(
    portal: WatchedPortal,
    status: number,
    to: string,
    page: Pick<ReaderPage, 'names' | 'isForMachines'>,
  ): Drawn {
    const answer = finishedRedirect(status, to, pageHeaders(around, status, portal, page));
    return { kind: 'page', names: page.names, contentType: 'text/plain; charset=utf-8', finished: answer };
  }
}

/** Whether a page is asked for where its article stands: an article under `/berita`, a lasting page under `/halaman`. */
function isAtHome(page: ReaderPage, path: string): boolean {
  return page.isForMachines === true || pathOf(page) === path;
}

const pathOf = ({ address }: ReaderPage) => address.split('?', 1)[0] ?? address;

/** The same page of the article under its present address, and the same copy: a program expects what it asked for. */
function movedTo(page: ReaderPage, { path, slug }: { path: string; slug: string }): string {
  if (page.isForMachines === true && page.articleSlug !== undefined) {
    const at = page.address.lastIndexOf('/') + 1;
    return page.address.slice(0, at) + slug + page.address.slice(at + page.articleSlug.length);
  }
  return page.savesData ? `${path}?hemat=1` : path;
}

/** The headers of a rendered page; its names let a cache in front drop it. */
export function pageHeaders(
  around: Surroundings,
  status: number,
  portal: WatchedPortal,
  page: Pick<ReaderPage, 'names' | 'isForMachines'>,
): HeaderList {
  if (status === 503) return outageHeaders(around);
  const tags = [`portal:${portal.id}`, ...page.names];
  return page.isForMachines ? machineHeaders(around, tags) : readerHeaders(around, tags);
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
