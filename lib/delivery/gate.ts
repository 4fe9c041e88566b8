import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { logBug } from '#lib/log.ts';
import { traced } from '#lib/trace.ts';
import { countAnswer, requestKindOf } from '#lib/traffic.ts';
import { deskPath, isApiAddress } from '#lib/urls.ts';
import { answer } from './answer.ts';
import { boundedMap } from './bounded-map.ts';
import type { NextListener } from './capture.ts';
import { type CheckForms, isCheckForm } from './check-forms.ts';
import type { ConstantPages, Refusals } from './constant-pages.ts';
import type { Rendered } from './draw-page.ts';
import { type Finished, finishedBytes, finishedRedirect } from './finished-page.ts';
import type { WatchedPortal } from './generation-watch.ts';
import { type GuestPages, isGuestPath } from './guest-pages.ts';
import { machineHeaders, readerHeaders, refusalHeaders, type Surroundings, speculationRulesPath } from './headers.ts';
import type { Hosts } from './hosts.ts';
import { hasBody, isFramedOddly, requestIdOf } from './incoming.ts';
import type { MediaFiles } from './media-files.ts';
import { isNewsroomPath, type Newsroom } from './newsroom.ts';
import { isPolicyReport, type PolicyReports } from './policy-reports.ts';
import type { PageAnswer, ReaderPages } from './reader-pages.ts';
import { matchReaderPage, notFoundReaderPage, type ReaderMatch, type ReaderPage } from './reader-routes.ts';
import { readTarget } from './request-target.ts';
import type { StaticFiles } from './static-files.ts';
import { answerStreamed, type StreamedFile } from './streamed-file.ts';
import type { Surface, Surfaces } from './surfaces.ts';
import { isUnsubscribePath, type UnsubscribePage } from './unsubscribe-page.ts';

export type GateOptions = {
  around: Surroundings;
  constant: ConstantPages;
  hosts: () => Hosts;
  /** What this door shows to whoever asks for a host. */
  surfaceOf: (host: string | undefined) => Surface;
  isNewsroomHost: Surfaces['isNewsroomHost'];
  /** Where readers' pages are, for who asks the newsroom for one. */
  publicUrl: URL;
  pages: Pick<ReaderPages, 'get'>;
  /** The page of the site that says that it is out of order, as far as it was rendered ahead. */
  outage: (portal: WatchedPortal) => Finished | undefined;
  statics: StaticFiles;
  media: MediaFiles;
  newsroom: Newsroom;
  guests: GuestPages;
  checks: CheckForms;
  unsubscribe: UnsubscribePage;
  policyReports: PolicyReports;
  /** Renders `/api/health/…`, which names no portal. */
  health: (path: string) => Promise<Rendered>;
  speculationRules: Finished;
  /** Answers `/metrics` to whoever may read it. */
  metrics: MetricsAnswer | undefined;
  /** Proxies that may name a request. */
  trustedProxies: ReadonlySet<string>;
  /** Next itself, for its own paths in development. */
  development: NextListener | undefined;
};

/**
 * The measurements of this process for a program that shows what it may (`Authorization`); undefined for all others,
 * who learn nothing, not even that there is something.
 */
export type MetricsAnswer = (authorization: string | undefined) => Promise<Rendered> | undefined;

/** What is sent; `undefined` when Next sends the answer itself. */
type Reply = { finished: Finished; age?: number } | { streamed: StreamedFile } | undefined;

/**
 * The first thing every request meets. It decides by path, method and headers where a request
 * goes, and lets nothing reach Next that has not been decided about here.
 */
export function gate(options: GateOptions): RequestListener {
  const { around, constant, hosts, pages, statics, media, newsroom, guests, development } = options;
  /** What addresses of readers' pages mean; strangers' endless variations push each other out. */
  const matches = boundedMap<ReaderMatch>(5_000);
  const asked = new Map<string, Promise<Rendered>>();

  return (request, response) =>
    traced({ request: requestIdOf(request, options.trustedProxies) }, () => answerTo(request, response));

  function answerTo(request: IncomingMessage, response: ServerResponse): void {
    try {
      const reply = decide(request, response);
      if (reply instanceof Promise)
        reply.then((known) => send(request, response, known)).catch((error) => fail(request, response, error));
      else send(request, response, reply)?.catch((error) => fail(request, response, error));
    } catch (error) {
      fail(request, response, error);
    }
  }

  function decide(request: IncomingMessage, response: ServerResponse): Reply | Promise<Reply> {
    const url = request.url ?? '';
    if (isFramedOddly(request) || request.headers.upgrade !== undefined)
      return { finished: refusalsAt(url).badRequest };
    const { host } = request.headers;
    const surface = options.surfaceOf(host);
    const known = request.method === 'POST' || surface === 'newsroom' ? undefined : matches.get(url);
    if (known !== undefined) return forReader(request, known);
    const target = readTarget(url);
    if (target === undefined) return { finished: refusalsAt(url).badRequest };
    const { path } = target;
    if (path.startsWith('/api/health/')) return refusalToRead(request) ?? health(path);
    if (path === '/metrics') {
      // Asked by the address of this machine, under no host name of ours.
      const measured = refusalToRead(request) === undefined && options.metrics?.(request.headers.authorization);
      if (measured) return measured.then(asRefusal);
    }
    if (surface === 'newsroom') return forNewsroom(request, response, path);
    if (!hosts().isKnown(host)) return { finished: refusalsAt(url).unknownHost };
    // As if it were not there: the same answer as to any other address that means nothing.
    if (isNewsroomPath(path) && surface === 'site') return forReader(request, { kind: 'unknown' });
    if (isNewsroomPath(path)) return newsroom(request, response, path, hosts().portalOf(host));
    if (isGuestPath(path)) return forGuest(request, path, target.query);
    if (isCheckForm(request, path)) return forCheck(request);
    if (isPolicyReport(request, path)) {
      options.policyReports(request, response);
      return undefined;
    }
    if (isUnsubscribePath(path)) return toUnsubscribe(request, path);
    if (development !== undefined && isOfDevelopment(path)) return development(request, response).then(() => undefined);
    const refusal = refusalToRead(request);
    if (refusal !== undefined) return refusal;
    const file = fileAt(path);
    if (file !== undefined) return file;
    if (path === speculationRulesPath) return { finished: options.speculationRules };
    if (path.startsWith('/_next/') || isInnerApi(path)) return { finished: constant.notFound };
    const match = matchReaderPage(target);
    if (match.kind === 'page' && url.length <= 200) matches.set(url, match);
    return forReader(request, match);
  }

  /** A public picture or document, or a file that comes with the program. */
  function fileAt(path: string): Promise<Reply> | undefined {
    if (path.startsWith('/media/')) return picture(path.slice('/media/'.length));
    return statics.get(path)?.then((finished) => ({ finished: finished ?? constant.notFound }));
  }

  /** The newsroom under an address or a door of its own: nothing but itself and what its pages load. */
  function forNewsroom(request: IncomingMessage, response: ServerResponse, path: string): Reply | Promise<Reply> {
    const { host } = request.headers;
    if (!options.isNewsroomHost(host)) return { finished: constant.unknownHost };
    const portal = hosts().portalOf(host) ?? hosts().portalOf(options.publicUrl.host);
    if (isNewsroomPath(path)) return newsroom(request, response, path, portal);
    if (development !== undefined && isOfDevelopment(path)) return development(request, response).then(() => undefined);
    const refusal = refusalToRead(request);
    if (refusal !== undefined) return refusal;
    const file = fileAt(path);
    if (file !== undefined) return file;
    if (path.startsWith('/_next/') || isInnerApi(path)) return { finished: constant.notFound };
    // Links of the newsroom to what readers see name no host.
    const to = path === '/' ? deskPath : new URL(request.url ?? '/', options.publicUrl).href;
    return { finished: finishedRedirect(302, to, refusalHeaders(around)) };
  }

  /** Refusals in the form in which they are read at an address, whether or not it means anything. */
  function refusalsAt(url: string): Refusals {
    return isApiAddress(url) ? constant.ofApi : constant;
  }

  /** Readers read: no other method, no server action, no body. */
  function refusalToRead(request: IncomingMessage): Reply {
    const { method, headers, url = '' } = request;
    const isReading = (method === 'GET' || method === 'HEAD') && headers['next-action'] === undefined;
    if (!isReading) return { finished: refusalsAt(url).methodNotAllowed };
    return hasBody(request) ? { finished: refusalsAt(url).badRequest } : undefined;
  }

  async function toUnsubscribe(request: IncomingMessage, path: string): Promise<Reply> {
    const portal = hosts().portalOf(request.headers.host);
    if (portal === undefined) return { finished: constant.unavailable };
    const isForm = request.method === 'POST' && request.headers['next-action'] === undefined;
    const refusal = isForm ? undefined : refusalToRead(request);
    return refusal ?? { finished: await options.unsubscribe(request, path, portal) };
  }

  async function forGuest(request: IncomingMessage, path: string, query: string): Promise<Reply> {
    const portal = hosts().portalOf(request.headers.host);
    if (portal === undefined) return { finished: constant.unavailable };
    const isForm = request.method === 'POST' && request.headers['next-action'] === undefined;
    const refusal = isForm ? undefined : refusalToRead(request);
    if (refusal !== undefined) return refusal;
    const answer = await guests(request, path, query, portal);
    return 'open' in answer ? { streamed: answer } : { finished: answer };
  }

  async function forCheck(request: IncomingMessage): Promise<Reply> {
    const portal = hosts().portalOf(request.headers.host);
    return { finished: portal === undefined ? constant.unavailable : await options.checks(request, portal) };
  }

  function forReader(request: IncomingMessage, match: ReaderMatch): Reply | Promise<Reply> {
    const { url = '/' } = request;
    const { host } = request.headers;
    const portal = hosts().portalOf(host);
    if (portal === undefined) {
      const refusals = refusalsAt(url);
      return { finished: hosts().isKnown(host) ? refusals.unavailable : refusals.unknownHost };
    }
    const refusal = refusalToRead(request);
    if (refusal !== undefined) return refusal;
    const canonical = hosts().canonicalOf(host);
    if (canonical !== undefined) return moved(url, new URL(url, canonical).href);
    if (match.kind === 'moved') return moved(url, match.to);
    if (match.kind === 'unknown') return isApiAddress(url) ? { finished: constant.ofApi.notFound } : notFound(portal);
    const { page } = match;
    const found = pages.get(portal, page);
    return found instanceof Promise
      ? found.then((known) => replyWith(portal, page, known))
      : replyWith(portal, page, found);
  }

  /** A browser follows a script of another origin only past answers that it may read. */
  function moved(url: string, to: string): Reply {
    const headers = isApiAddress(url) ? machineHeaders(around, []) : readerHeaders(around, []);
    return { finished: finishedRedirect(301, to, headers) };
  }

  function replyWith(portal: WatchedPortal, page: ReaderPage, found: PageAnswer): Reply | Promise<Reply> {
    if (found.kind === 'page') return found;
    if (page.isForMachines) {
      const { notFound, unavailable } = isApiAddress(page.address) ? constant.ofApi : constant.forPrograms;
      return { finished: found.kind === 'unknown' ? notFound : unavailable };
    }
    return found.kind === 'unknown' ? notFound(portal) : { finished: options.outage(portal) ?? constant.unavailable };
  }

  function notFound(portal: WatchedPortal): Reply | Promise<Reply> {
    const orPlain = (found: PageAnswer): Reply => (found.kind === 'page' ? found : { finished: constant.notFound });
    const found = pages.get(portal, notFoundReaderPage);
    return found instanceof Promise ? found.then(orPlain) : orPlain(found);
  }

  async function picture(key: string): Promise<Reply> {
    const found = await media.get(key);
    if (found === 'unknown') return { finished: constant.notFound };
    if (found === 'unavailable') return { finished: constant.unavailable };
    return 'open' in found ? { streamed: found } : { finished: found };
  }

  /** Asked by machines under any host name; says nothing that a stranger could use. */
  async function health(path: string): Promise<Reply> {
    if (path !== '/api/health/live' && path !== '/api/health/ready') return { finished: constant.notFound };
    // Strangers may ask as often as they like: one question at a time is passed on.
    const asking = asked.get(path) ?? options.health(path).finally(() => asked.delete(path));
    asked.set(path, asking);
    return asRefusal(await asking);
  }

  /** For machines alone: nobody keeps it. */
  function asRefusal({ status, contentType, body }: Rendered): Reply {
    return { finished: finishedBytes(body, { status, contentType, headers: refusalHeaders(around) }) };
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    logBug('delivery', error);
    if (response.headersSent) response.destroy();
    else {
      answer(request, response, refusalsAt(request.url ?? '').unavailable);
      count(request, response);
    }
  }
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> | undefined {
  if (reply === undefined || 'streamed' in reply) {
    response.once('close', () => count(request, response));
    return reply === undefined ? undefined : answerStreamed(request, response, reply.streamed);
  }
  answer(request, response, reply.finished, reply.age === undefined ? [] : ['X-Page-Age', String(reply.age)]);
  count(request, response);
  return undefined;
}

function count(request: IncomingMessage, response: ServerResponse): void {
  countAnswer(requestKindOf(request.url ?? ''), response.statusCode);
}

/** Paths of Next's own tools. */
function isOfDevelopment(path: string): boolean {
  return path.startsWith('/_next/') || path.startsWith('/__nextjs');
}

/** Of the routes under `/api` readers reach the public one only, and there what the table of reader pages names. */
function isInnerApi(path: string): boolean {
  return path.startsWith('/api/') && !isApiAddress(path);
}
