import { setTimeout as rest } from 'node:timers/promises';
import { isDatabaseAway } from '#db/client.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { log, reasonOf } from '#lib/log.ts';
import { slots } from '#lib/slots.ts';
import type { CacheMeasures } from '#lib/traffic.ts';
import { boundedMap } from './bounded-map.ts';
import { compress } from './compress.ts';
import { type Draw, type Drawn, pageHeaders } from './draw-page.ts';
import { failures } from './failures.ts';
import { type Finished, finishedFrom } from './finished-page.ts';
import type { GenerationWatch, WatchedPortal } from './generation-watch.ts';
import type { Surroundings } from './headers.ts';
import type { KeptPages } from './kept-pages.ts';
import { unpack } from './page-file.ts';
import { type Dated, isBehind, isFromElsewhere, isOutdated, mayStandIn, type PortalChanges } from './portal-changes.ts';
import type { ReaderPage } from './reader-routes.ts';

/** What a reader gets. `age`, in seconds, is there when the page stands in for one that cannot be made now. */
export type PageAnswer =
  | { kind: 'page'; finished: Finished; age?: number }
  | { kind: 'unknown' }
  | { kind: 'unavailable' };

export type ReaderPages = {
  /** At once when the page is at hand, else a promise. */
  get(portal: WatchedPortal, page: ReaderPage): PageAnswer | Promise<PageAnswer>;
  /** Names have changed: popular pages that show them are made anew before somebody asks. */
  changed(portal: PortalId, changes: PortalChanges): void;
  /** Forgets a portal's pages. */
  reset(portal: PortalId): void;
  /** The database is back: what failed is tried again at once. */
  returned(): void;
  /** Begins no further rendering: from now on readers get what is at hand. */
  stop(): void;
  /** How the cache is just now; looks through all pages. */
  measure(): CacheMeasures;
};

export type ReaderPagesOptions = {
  draw: Draw;
  watch: () => Pick<GenerationWatch, 'changesOf' | 'isAway'>;
  kept: KeptPages;
  build: string;
  around: Surroundings;
  limits?: Partial<typeof defaultLimits>;
};

const defaultLimits = {
  /** Bytes of finished pages in memory. */
  bytes: 64_000_000,
  /** Bytes of pages of which strangers can ask for endlessly many. */
  endlessBytes: 4_000_000,
  /** Milliseconds after which a page is looked at again though nothing was announced: pins end,
   * and a row changed behind the application's back is noticed. */
  holds: 30_000,
  /** Milliseconds a reader waits for a new page when an older one could stand in. */
  patience: 2_000,
  /** Milliseconds a reader waits for a page while the database seems to be away. */
  patienceWhenAway: 3_000,
  /**
   * After a page that nobody waits for, no other such page is rendered for so many times as long as it
   * took: after a publication all pages are behind, and readers of finished ones shall not feel it.
   */
  restAfterRefresh: 3,
};

/** Readers after whom a page counts as popular. */
const popularFrom = 3;
/** Pages rendered at once; of these, behind. Endless ones (a search) have their own, so that no flood of them holds up the others. */
const atOnce = { all: 6, behind: 2, endless: 2 };
/** Milliseconds. */
const longestRest = 60_000;
/** Pages that may wait to be rendered; readers of more are asked to come back. */
const mostWaiting = { others: 1_500, endless: 60 };

type Held = Dated & {
  portal: WatchedPortal;
  page: ReaderPage;
  finished: Finished;
  contentType: string;
  /** Milliseconds since 1970. */
  renderedAt: number;
  holdsUntil: number;
  hits: number;
  /** The last attempt to make it anew failed. */
  standsIn: boolean;
};

/** A page being made; undefined when that failed, or was not begun. */
type Flight = Promise<({ drawn: Drawn } & Dated) | undefined>;

/**
 * The finished pages of readers: each is rendered once per change, however many ask for it.
 *
 * A page that shows a changed name is rendered anew before it is served; one that only belongs
 * to an older generation is served, and refreshed behind. When that fails, the last good page
 * stays, unless it may show something that was taken from readers.
 */
export function readerPages(options: ReaderPagesOptions): ReaderPages {
  const { draw, kept } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const lasting = boundedMap<Held>(limits.bytes, (held) => held.finished.weight);
  const endless = boundedMap<Held>(limits.endlessBytes, (held) => held.finished.weight);
  const memoryOf = (page: ReaderPage) => (page.isEndless ? endless : lasting);
  const everyHeld = () => [...lasting.entries(), ...endless.entries()];
  const flights = new Map<string, Flight>();
  const queued = new Set<string>();
  /** Generation in which nothing stood at an address. Strangers can ask for anything, so few are remembered. */
  const unknown = boundedMap<number>(5_000);
  const failed = failures();
  const rendering = slots(atOnce.all);
  const searching = slots(atOnce.endless);
  const slotsOf = (page: ReaderPage) => (page.isEndless ? searching : rendering);
  const behind = slots(atOnce.behind);
  const counted = { hits: 0, misses: 0, standIns: 0 };
  let stopped = false;

  function get(portal: WatchedPortal, page: ReaderPage): PageAnswer | Promise<PageAnswer> {
    const watch = options.watch();
    const changes = watch.changesOf(portal.id);
    if (changes === undefined) return { kind: 'unavailable' };
    const key = keyOf(portal.id, page);
    const held = memoryOf(page).get(key);
    if (held !== undefined) {
      held.hits += 1;
      if (held.hits === popularFrom) keep(held, changes);
      if (watch.isAway()) return mayStandIn(held, changes) ? standIn(held) : { kind: 'unavailable' };
      if (!isOutdated(held, changes)) {
        if (isDue(held, changes)) refresh(held);
        counted.hits += 1;
        return held.standsIn ? standIn(held) : { kind: 'page', finished: held.finished };
      }
    } else if (!watch.isAway() && unknown.get(key) === changes.generation) {
      return { kind: 'unknown' };
    }
    counted.misses += 1;
    return wait(key, portal, page, changes);
  }

  async function wait(key: string, portal: WatchedPortal, page: ReaderPage, known: PortalChanges): Promise<PageAnswer> {
    const since = known.generation;
    const tooMany =
      flights.get(key) === undefined && slotsOf(page).waiting() >= mostWaiting[page.isEndless ? 'endless' : 'others'];
    if (options.watch().isAway() || tooMany || failed.isResting(key, known)) {
      const older = await olderPage(key, portal, page);
      if (older.kind === 'page' || tooMany || failed.isResting(key, known)) return older;
    }
    // A flight that began before the reader asked may lack what had changed by then; the one after it does not.
    for (;;) {
      const landed = await withPatience(flights.get(key) ?? start(key, portal, page), key, portal.id, page);
      if (landed === undefined) return olderPage(key, portal, page);
      if (landed.generation >= since || !isOutdated(landed, known)) {
        return landed.drawn.kind === 'unknown'
          ? { kind: 'unknown' }
          : { kind: 'page', finished: landed.drawn.finished };
      }
    }
  }

  /** Undefined when it failed, or took too long while there is a better answer. */
  async function withPatience(flight: Flight, key: string, portal: PortalId, page: ReaderPage): Flight {
    const changes = options.watch().changesOf(portal);
    const held = memoryOf(page).get(key);
    const hasOlder = held !== undefined && changes !== undefined && mayStandIn(held, changes);
    if (!hasOlder && !options.watch().isAway()) return flight;
    const late = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => late.resolve(undefined), hasOlder ? limits.patience : limits.patienceWhenAway);
    try {
      return await Promise.race([flight, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  function start(key: string, portal: WatchedPortal, page: ReaderPage): Flight {
    let generation = -1;
    const making = slotsOf(page).run(async () => {
      if (stopped) return undefined;
      // Whatever was committed up to this generation, the rendering that begins now will see.
      generation = options.watch().changesOf(portal.id)?.generation ?? -1;
      return draw(portal, page);
    });
    const flight = making.then(
      (drawn) => {
        flights.delete(key);
        if (drawn === undefined) return undefined;
        land(key, portal, page, drawn, generation);
        return { drawn, generation, names: drawn.kind === 'page' ? drawn.names : page.names };
      },
      (error: unknown) => {
        flights.delete(key);
        fail(key, page, generation, error);
        return undefined;
      },
    );
    flights.set(key, flight);
    return flight;
  }

  function land(key: string, portal: WatchedPortal, page: ReaderPage, drawn: Drawn, generation: number): void {
    failed.forget(key);
    if (drawn.kind === 'unknown') {
      memoryOf(page).delete(key);
      unknown.set(key, generation);
      kept.remove(portal.id, page.address);
      return;
    }
    const at = now().getTime();
    const held: Held = {
      ...{ portal, page, generation, renderedAt: at, holdsUntil: at + limits.holds, standsIn: false },
      ...{ finished: drawn.finished, contentType: drawn.contentType, names: drawn.names },
      hits: memoryOf(page).get(key)?.hits ?? 1,
    };
    memoryOf(page).set(key, held);
    const changes = options.watch().changesOf(portal.id);
    if (changes !== undefined && isPopular(held)) keep(held, changes);
  }

  function fail(key: string, page: ReaderPage, generation: number, error: unknown): void {
    failed.note(key, { names: page.names, generation });
    const held = memoryOf(page).get(key);
    if (held !== undefined) held.standsIn = true;
    const expected = options.watch().isAway() || isDatabaseAway(error);
    log(expected ? 'warn' : 'alarm', 'page_not_made', {
      // What a reader searched for is nobody's business.
      address: page.address.split('?', 1)[0] ?? '',
      olderStays: held !== undefined,
      reason: reasonOf(error),
    });
  }

  async function olderPage(key: string, portal: WatchedPortal, page: ReaderPage): Promise<PageAnswer> {
    const changes = options.watch().changesOf(portal.id);
    const held = memoryOf(page).get(key);
    if (held !== undefined && changes !== undefined && mayStandIn(held, changes)) return standIn(held);
    return (await fromDisk(portal, page)) ?? { kind: 'unavailable' };
  }

  async function fromDisk(portal: WatchedPortal, page: ReaderPage): Promise<PageAnswer | undefined> {
    const older = await kept.read(portal.id, page.address);
    const changes = options.watch().changesOf(portal.id);
    if (older === undefined || changes === undefined || !mayStandIn(older.facts, changes)) return undefined;
    const { status, contentType, names, generation, renderedAt } = older.facts;
    const headers = pageHeaders(options.around, status, portal, page);
    const finished = finishedFrom(await compress(unpack(older.brotli)), { status, contentType, headers });
    const key = keyOf(portal.id, page);
    if (memoryOf(page).get(key) === undefined) {
      const state = { hits: popularFrom, holdsUntil: 0, standsIn: true };
      memoryOf(page).set(key, { portal, page, finished, contentType, names, generation, renderedAt, ...state });
    }
    return { kind: 'page', finished, age: ageOf(renderedAt) };
  }

  function keep(held: Held, changes: PortalChanges): void {
    // A page that was overtaken while it was rendered must not come to disk after its deletion from there.
    if (isOutdated(held, changes) || held.standsIn || isRedirect(held) || held.page.isEndless) return;
    const { finished, contentType, names, generation, renderedAt, portal, page } = held;
    const media = finished.bodies.identity.toString('utf8').matchAll(/\/media\/([a-z0-9/]+\.[a-z0-9]+)/g);
    kept.keep(
      {
        ...{ portalId: portal.id, address: page.address, status: finished.status, contentType, generation, renderedAt },
        ...{
          build: options.build,
          hash: finished.hash,
          names: [...names],
          media: [...new Set(media.map(([, key]) => key ?? ''))],
        },
      },
      finished.bodies.br,
    );
  }

  function refresh({ portal, page }: Held): void {
    const key = keyOf(portal.id, page);
    const changes = options.watch().changesOf(portal.id);
    const isResting = changes === undefined || failed.isResting(key, changes);
    if (stopped || flights.has(key) || queued.has(key) || isResting || options.watch().isAway()) return;
    queued.add(key);
    void behind.run(async () => {
      queued.delete(key);
      const held = memoryOf(page).get(key);
      const latest = options.watch().changesOf(portal.id);
      if (held === undefined || latest === undefined || !isDue(held, latest) || flights.has(key)) return;
      const begun = performance.now();
      await start(key, portal, page);
      const length = Math.min((performance.now() - begun) * limits.restAfterRefresh, longestRest);
      await rest(length, undefined, { ref: false });
    });
  }

  function standIn(held: Held): PageAnswer {
    counted.standIns += 1;
    return { kind: 'page', finished: held.finished, age: ageOf(held.renderedAt) };
  }

  function measure(): CacheMeasures {
    let pagesHeld = 0;
    let stale = 0;
    for (const [, held] of everyHeld()) {
      const changes = options.watch().changesOf(held.portal.id);
      pagesHeld += 1;
      if (changes !== undefined && isBehind(held, changes)) stale += 1;
    }
    const bytes = lasting.weight() + endless.weight();
    return { ...counted, pages: pagesHeld, bytes, stale, waiting: rendering.waiting() + searching.waiting() };
  }

  return {
    get,
    measure,
    changed(portal, changes) {
      kept.prune(portal, changes);
      for (const [key, held] of everyHeld()) {
        if (held.portal.id !== portal) continue;
        if (isFromElsewhere(held, changes)) memoryOf(held.page).delete(key);
        else if (isPopular(held) && isOutdated(held, changes)) refresh(held);
      }
    },
    reset(portal) {
      for (const [key, held] of everyHeld()) if (held.portal.id === portal) memoryOf(held.page).delete(key);
      unknown.clear();
      kept.drop(portal);
    },
    returned: failed.forgetAll,
    stop() {
      stopped = true;
    },
  };
}

function keyOf(portal: PortalId, page: ReaderPage): string {
  return `${portal} ${page.address}`;
}

/** Whether it should be looked at again, though it may still be served. */
function isDue(held: Held, changes: PortalChanges): boolean {
  return isBehind(held, changes) || now().getTime() >= held.holdsUntil;
}

function isRedirect(held: Held): boolean {
  return held.finished.status >= 300 && held.finished.status < 400;
}

function isPopular(held: Held): boolean {
  return held.page.alwaysKept || held.hits >= popularFrom;
}

function ageOf(renderedAt: number): number {
  return Math.max(0, Math.round((now().getTime() - renderedAt) / 1000));
}
