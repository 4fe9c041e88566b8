import { mkdir, readdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '#lib/data-folder.ts';
import { type PortalId, portalId } from '#lib/ids.ts';
import { log, logBug } from '#lib/log.ts';
import { writePrivately } from '#lib/private-file.ts';
import { type CacheMeasures, renderTook } from '#lib/traffic.ts';
import type { NextListener } from './capture.ts';
import { checkForms, type TextSource } from './check-forms.ts';
import { constantPages } from './constant-pages.ts';
import { type Addresses, drawing, type Render, type Rendered } from './draw-page.ts';
import { type Finished, finishedText } from './finished-page.ts';
import { type GateOptions, gate, type MetricsAnswer } from './gate.ts';
import { type GenerationWatch, type WatchedPortal, watchGenerations } from './generation-watch.ts';
import { type GuestSource, guestPages } from './guest-pages.ts';
import { fileHeaders, immutable, speculationRules } from './headers.ts';
import { hostsOf } from './hosts.ts';
import { openKeptPages } from './kept-pages.ts';
import { type MediaSource, mediaFiles } from './media-files.ts';
import { newsroom } from './newsroom.ts';
import { policyReports } from './policy-reports.ts';
import { type ReaderPages, type ReaderPagesOptions, readerPages } from './reader-pages.ts';
import { frontReaderPage, outageReaderPage } from './reader-routes.ts';
import { type KeptBuilds, keepBuild, staticFiles } from './static-files.ts';
import { surfacesOf } from './surfaces.ts';
import { underWay } from './under-way.ts';
import { type Unsubscribe, unsubscribePage } from './unsubscribe-page.ts';

/** All that delivery stands on, so that it can be tried with another renderer. */
export type DeliveryParts = {
  render: Render;
  /** Next, for the newsroom. */
  next: NextListener;
  health(path: string): Promise<Rendered>;
  addresses: Addresses;
  media: MediaSource;
  guests: GuestSource;
  texts: TextSource;
  unsubscribe: Unsubscribe;
  databaseUrl: string;
  publicUrl: URL;
  /** Where people reach the newsroom; the same as `publicUrl` when it has no address of its own. */
  newsroomUrl: URL;
  /** Whether the newsroom has a door of its own, so that the readers' door does not know it. */
  hasNewsroomDoor: boolean;
  demo: boolean;
  dev: boolean;
  trustedProxies: readonly string[];
  /** Seals what is kept on disk. */
  secret: string;
  /** Absolute: finished pages and files of earlier builds; may be lost at any time. */
  cacheDir: string;
  /** Next's build; undefined in development. */
  build: { name: string; folder: string } | undefined;
  /** Absolute: the files of `public`. */
  publicFolder: string;
  /** The hash that a file was built with, by its address; without it, files are those found at the start. */
  builtHash?: (address: string) => string | undefined;
  limits?: ReaderPagesOptions['limits'];
  /** Answers `/metrics` to whoever may read it; absent, it is not there. */
  metrics?: MetricsAnswer | undefined;
};

export type Delivery = {
  /** Of the readers' door, which the newsroom shares unless it has its own. */
  listener: RequestListener;
  /** Of the newsroom's own door. */
  newsroomListener: RequestListener;
  /**
   * Begins no further rendering and waits for what is under way, which needs the database. Asked
   * again, it waits no longer than then said.
   *
   * @param patience milliseconds to wait at most
   */
  stop(patience: number): Promise<void>;
  /** How readers' pages are kept just now. */
  measure(): DeliveryMeasures;
};

export type DeliveryMeasures = CacheMeasures & { kept: { pages: number; bytes: number } };

/** Opens delivery: what is kept on disk, the watch over generations, and the gate in front. */
export async function openDelivery(parts: DeliveryParts): Promise<Delivery> {
  const { publicUrl, demo, dev, build, cacheDir } = parts;
  const around = { https: publicUrl.protocol === 'https:', demo, dev };
  const constant = constantPages(around);
  const folders = {
    pages: join(cacheDir, 'pages'),
    statics: join(cacheDir, 'static'),
    portals: join(cacheDir, 'portals.json'),
  };
  await mkdir(cacheDir, { recursive: true });
  const builds: KeptBuilds =
    build === undefined
      ? { folder: folders.statics, names: new Set(), hashes: new Map() }
      : await keepBuild(build, folders.statics, parts.secret);
  const kept = await openKeptPages({ folder: folders.pages, secret: parts.secret, builds: builds.names });

  const remembered = await rememberedPortals(folders.portals);
  let hosts = hostsOf(remembered, publicUrl, demo);
  let watch: GenerationWatch | undefined;
  const currentWatch = () => watch ?? beforeWatching;

  const work = underWay();
  const next = work.watched(parts.next);
  const draw = work.watched(drawing(timed(parts.render), parts.addresses, around));
  const pages: ReaderPages = readerPages({
    ...{ draw, kept, around, watch: currentWatch, build: build?.name ?? '' },
    ...(parts.limits === undefined ? {} : { limits: parts.limits }),
  });
  const outages = new Map<PortalId, Finished>();
  const prepareOutages = async () => {
    if (dev) return;
    for (const portal of currentWatch().portals()) {
      const found = await pages.get(portal, outageReaderPage);
      if (found.kind === 'page') outages.set(portal.id, found.finished);
      // So that the first reader after a start does not wait either.
      void pages.get(portal, frontReaderPage);
    }
  };
  const prepareBehind = () => void prepareOutages().catch((error: unknown) => logBug('outage_pages', error));

  watch = await watchGenerations({
    databaseUrl: parts.databaseUrl,
    remembered,
    since: kept.since(),
    anyTakenDown: async (portal, slugs) => {
      for (const slug of slugs) {
        const { kind } = await parts.addresses.ofArticle(portal, slug);
        if (kind !== 'live' && kind !== 'moved') return true;
      }
      return false;
    },
    onPortals: (portals) => {
      hosts = hostsOf(portals, publicUrl, demo);
      writePrivately(folders.portals, JSON.stringify(portals)).catch((error) => logBug('portals_remember', error));
    },
    onChange: (portal, changes) => {
      pages.changed(portal, changes);
      if (changes.everything === changes.generation) prepareBehind();
    },
    onReset: (portal) => pages.reset(portal),
    onReturn: () => {
      pages.returned();
      prepareBehind();
    },
  });
  await prepareOutages();

  const { newsroomUrl, hasNewsroomDoor: hasOwnDoor } = parts;
  const surfaces = surfacesOf({ publicUrl, newsroomUrl, hasOwnDoor }, () => hosts, demo);
  const behindDoors: Omit<GateOptions, 'surfaceOf'> = {
    ...{ around, constant, hosts: () => hosts, health: work.watched(parts.health), publicUrl },
    isNewsroomHost: surfaces.isNewsroomHost,
    pages: dev ? { get: (portal, page) => draw(portal, page).then((drawn) => drawn) } : pages,
    statics: await staticFiles(
      {
        ...(build === undefined ? {} : { build }),
        ...(parts.builtHash === undefined ? {} : { builtHash: parts.builtHash }),
        ...{ earlier: builds, plain: parts.publicFolder },
      },
      around,
    ),
    outage: (portal) => outages.get(portal.id),
    media: mediaFiles({ source: parts.media, watch: currentWatch, kept, around }),
    newsroom: newsroom({
      ...{ next, constant, trustedProxies: new Set(parts.trustedProxies) },
      around: { ...around, https: newsroomUrl.protocol === 'https:' },
      isDatabaseAway: () => !dev && currentWatch().isAway(),
    }),
    checks: checkForms({
      ...{ render: work.watched(parts.render), source: parts.texts, constant, around },
      trustedProxies: new Set(parts.trustedProxies),
    }),
    unsubscribe: unsubscribePage({
      ...{ render: work.watched(parts.render), unsubscribe: parts.unsubscribe, constant, around },
    }),
    policyReports: policyReports(around),
    guests: guestPages({ render: work.watched(parts.render), source: parts.guests, constant, around }),
    speculationRules: await finishedText(Buffer.from(speculationRules), {
      status: 200,
      contentType: 'application/speculationrules+json',
      headers: fileHeaders(around, immutable),
    }),
    development: dev ? next : undefined,
    trustedProxies: new Set(parts.trustedProxies),
    metrics: parts.metrics,
  };

  const patienceEnds = Promise.withResolvers<void>();
  return {
    listener: gate({ ...behindDoors, surfaceOf: surfaces.ofSharedDoor }),
    newsroomListener: gate({ ...behindDoors, surfaceOf: () => 'newsroom' }),
    measure: () => ({ ...pages.measure(), kept: kept.measure() }),
    stop: async (patience) => {
      pages.stop();
      const timer = setTimeout(patienceEnds.resolve, patience);
      await Promise.race([work.ended(), patienceEnds.promise]);
      clearTimeout(timer);
      if (work.count() > 0) log('warn', 'renders_not_awaited', { count: work.count() });
      await currentWatch().stop();
      await kept.settled();
    },
  };
}

/** The same rendering, its length noted. */
function timed(render: Render): Render {
  return async (request) => {
    const begun = performance.now();
    try {
      return await render(request);
    } finally {
      renderTook((performance.now() - begun) / 1_000);
    }
  };
}

/** Until the first look at the database nothing is known of it. */
const beforeWatching: GenerationWatch = {
  portals: () => [],
  changesOf: () => undefined,
  isAway: () => true,
  stamp: () => -1,
  stop: async () => undefined,
};

const portalList = z.array(z.strictObject({ id: portalId, hosts: z.array(z.string()) }));

/** Portals of an earlier run, so that kept pages can be served while the database is away. */
async function rememberedPortals(file: string): Promise<WatchedPortal[]> {
  const text = await readIfThere(file);
  return text === undefined ? [] : portalList.parse(JSON.parse(text));
}

/** The name of the build in a folder: Next writes it there. */
export async function buildIn(folder: string): Promise<{ name: string; folder: string }> {
  const name = await readIfThere(join(folder, 'BUILD_ID'));
  if (name === undefined || !(await readdir(folder)).includes('static'))
    throw new Error(`There is no build in ${folder}`);
  return { name: name.trim(), folder: join(folder, 'static') };
}
