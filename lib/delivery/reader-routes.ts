import { oldAddressOf } from '#lib/newsroom/old-address.ts';
import { generationNames as names } from '#lib/record/generation.ts';
import {
  agenciesPath,
  agencyDocumentsPath,
  agencyPath,
  agendaFilePath,
  amendmentsPath,
  apiArticlePath,
  apiArticlesPath,
  apiDescriptionPath,
  archiveOfPath,
  archivePath,
  articlePath,
  checkCodePath,
  checkPath,
  eventFilePath,
  feedFormats,
  feedPath,
  frontPath,
  integrityPath,
  kindPaths,
  lastingPagePath,
  listedKinds,
  llmsPath,
  markdownPath,
  newsSitemapPath,
  notFoundPage,
  outagePage,
  plainTextPath,
  renderedPaths,
  robotsPath,
  searchPath,
  sectionPath,
  securityTextPath,
  sitemapIndexPath,
  sitemapPath,
  topicPath,
  topicsPath,
} from '#lib/urls.ts';
import { type Parameter, parameters, readParameters, withParameters } from './reader-parameters.ts';
import type { Target } from './request-target.ts';

/** A page that a reader may ask for, in its only form. */
export type ReaderPage = {
  /** Path and declared parameters in their order: with the portal, what it is kept under. */
  address: string;
  /** What the renderer is asked for. */
  rendered: string;
  /** Names whose change makes it stale. Every page depends on `site` besides. */
  names: readonly string[];
  /** The slug whose article decides between page, redirect, tombstone and not found. */
  articleSlug?: string;
  /** An address of the site before this one; whatever stands there now is led to. */
  oldAddress?: string;
  /** The status it is sent with; 200 when not said. */
  status?: 404 | 503;
  /** Read by programs of other origins too. */
  isForMachines?: true;
  /** Without pictures, for whoever pays for each megabyte. */
  savesData?: true;
  /** Strangers can ask for endlessly many of these: few are kept, and they have few renderers to themselves. */
  isEndless?: true;
  /** Kept on disk from the first rendering, without waiting until it is popular. */
  alwaysKept: boolean;
};

export type ReaderMatch = { kind: 'page'; page: ReaderPage } | { kind: 'moved'; to: string } | { kind: 'unknown' };

type Found = Pick<ReaderPage, 'names'> &
  Partial<Pick<ReaderPage, 'rendered' | 'articleSlug' | 'isForMachines' | 'isEndless' | 'alwaysKept'>> & {
    /** In its only form, without parameters. */
    path: string;
  };

type ReaderRoute = {
  pattern: RegExp;
  /** The page for what the pattern's groups caught. */
  page(...caught: string[]): Found;
  /** The parameters it declares, in the order in which they stand in its address. */
  declares?: readonly Parameter[];
};

const slug = '([a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?)';
const byPage = [parameters.halaman];

const exactly = (path: string) => new RegExp(`^${path.replaceAll('.', '\\.')}$`);
const single = (path: string, found: Omit<Found, 'path'>, declares?: readonly Parameter[]): ReaderRoute => ({
  pattern: exactly(path),
  page: () => ({ path, ...found }),
  ...(declares === undefined ? {} : { declares }),
});

/** Lists that have feeds: their address and the names they depend on. */
type FeedList = { pattern: string; path(found: string): string; names(found: string): readonly string[] };

const kindLists = listedKinds.map((kind) => ({ kind, path: kindPaths[kind] }));

const feedLists: readonly FeedList[] = [
  { pattern: '', path: () => frontPath, names: () => [names.all] },
  { pattern: `/kanal/${slug}`, path: sectionPath, names: (found) => [names.section(found)] },
  { pattern: `/opd/${slug}`, path: agencyPath, names: (found) => [names.agency(found)] },
  { pattern: `/topik/${slug}`, path: topicPath, names: (found) => [names.topic(found)] },
  ...kindLists.map(({ kind, path }) => ({ pattern: path, path: () => path, names: () => [names.kind(kind)] })),
  { pattern: amendmentsPath, path: () => amendmentsPath, names: () => [names.amendments] },
];

const feedRoutes = feedLists.flatMap((list) =>
  feedFormats.map(
    (format): ReaderRoute => ({
      pattern: new RegExp(
        `^${feedPath(list.pattern === '' ? frontPath : list.pattern, format).replaceAll('.', '\\.')}$`,
      ),
      page: (found = '') => ({
        path: feedPath(list.path(found), format),
        rendered: renderedPaths.feed(format, list.path(found)),
        names: list.names(found),
        isForMachines: true,
      }),
    }),
  ),
);

/** An article's page, and its copies for programs: gone, moved or unknown together. */
function articleRoute(pattern: string, path: (found: string) => string, form?: 'md' | 'txt' | 'ics'): ReaderRoute {
  return {
    pattern: new RegExp(pattern),
    page: (found = '') => ({
      path: path(found),
      names: [names.article(found)],
      articleSlug: found,
      ...(form === undefined ? {} : { rendered: renderedPaths.copy(found, form), isForMachines: true }),
    }),
  };
}

const machine = (rendered: string, on: readonly string[]) => ({ rendered, names: on, isForMachines: true as const });

/**
 * The one table of what readers may ask for. Whatever is not here, and every parameter that is
 * not declared here, is unknown before anything is rendered: no stranger can vary or poison a page.
 */
const readerRoutes: readonly ReaderRoute[] = [
  single(frontPath, { names: [names.front], alwaysKept: true }),
  articleRoute(`^/berita/${slug}$`, articlePath),
  articleRoute(`^/halaman/${slug}$`, lastingPagePath),
  articleRoute(`^/berita/${slug}\\.md$`, markdownPath, 'md'),
  articleRoute(`^/berita/${slug}\\.txt$`, plainTextPath, 'txt'),
  articleRoute(`^/berita/${slug}\\.ics$`, eventFilePath, 'ics'),
  single(agenciesPath, { names: [] }),
  {
    pattern: new RegExp(`^/opd/${slug}$`),
    page: (found = '') => ({ path: agencyPath(found), names: [names.agency(found)] }),
    declares: byPage,
  },
  {
    pattern: new RegExp(`^/opd/${slug}/dokumen$`),
    page: (found = '') => ({ path: agencyDocumentsPath(found), names: [names.agency(found)] }),
    declares: byPage,
  },
  {
    pattern: new RegExp(`^/kanal/${slug}$`),
    page: (found = '') => ({ path: sectionPath(found), names: [names.section(found)] }),
    declares: byPage,
  },
  single(topicsPath, { names: [names.all] }),
  {
    pattern: new RegExp(`^/topik/${slug}$`),
    page: (found = '') => ({ path: topicPath(found), names: [names.topic(found)] }),
    declares: byPage,
  },
  ...kindLists.map(({ kind, path }) =>
    // The agenda is one page: further ones would be that page again, as often as somebody counts on.
    single(
      path,
      { rendered: renderedPaths.kind(kind), names: [names.kind(kind)] },
      kind === 'agenda_event' ? [] : byPage,
    ),
  ),
  single(agendaFilePath, machine(renderedPaths.agenda, [names.kind('agenda_event')])),
  single(amendmentsPath, { names: [names.amendments] }, byPage),
  single(archivePath, { names: [names.all] }),
  {
    pattern: /^\/arsip\/(20\d\d)(?:\/(0[1-9]|1[0-2])(?:\/(0[1-9]|[12]\d|3[01]))?)?$/,
    page: (...caught) => {
      const when = caught.filter((part) => part !== '').join('-');
      return { path: archiveOfPath(when), rendered: renderedPaths.archive(when), names: [names.all] };
    },
    declares: byPage,
  },
  single(searchPath, { names: [names.all], isEndless: true }, [
    parameters.q,
    ...parameters.filters,
    parameters.urut,
    parameters.halaman,
  ]),
  single(checkPath, { names: [], isEndless: true }, [parameters.kode]),
  {
    pattern: /^\/cek\/([0-9a-f]{12,64})$/,
    page: (code = '') => ({
      path: checkCodePath(code),
      rendered: renderedPaths.check(code),
      names: [names.all],
      isEndless: true,
    }),
  },
  single(integrityPath, { names: [names.integrity] }),
  ...feedRoutes,
  single(sitemapIndexPath, machine(renderedPaths.sitemap('indeks'), [names.all])),
  single(newsSitemapPath, machine(renderedPaths.sitemap('berita'), [names.all])),
  {
    pattern: /^\/sitemap-(halaman|20\d\d-(?:0[1-9]|1[0-2])(?:-[1-9]\d?)?)\.xml$/,
    page: (part = '') => ({ path: sitemapPath(part), ...machine(renderedPaths.sitemap(part), [names.all]) }),
  },
  single(robotsPath, machine(renderedPaths.text('robots'), [])),
  single(llmsPath, machine(renderedPaths.text('llms'), [])),
  single(securityTextPath, machine(renderedPaths.text('security'), [])),
  single(apiArticlesPath, { ...machine(apiArticlesPath, [names.all]), isEndless: true }, parameters.api),
  {
    pattern: new RegExp(`^${apiArticlesPath}/${slug}$`),
    page: (found = '') => ({
      path: apiArticlePath(found),
      ...machine(apiArticlePath(found), [names.article(found)]),
      articleSlug: found,
    }),
  },
  single(apiDescriptionPath, machine(apiDescriptionPath, [])),
];

export const frontReaderPage: ReaderPage = {
  ...{ address: frontPath, rendered: frontPath, names: [names.front], alwaysKept: true },
};

/** One body for everything unknown, or strangers would fill the cache. */
export const notFoundReaderPage: ReaderPage = {
  ...{ address: notFoundPage, rendered: notFoundPage, names: [names.all], status: 404, alwaysKept: true },
};

/** What is shown where there is nothing else to show: rendered ahead, since then it could not be. */
export const outageReaderPage: ReaderPage = {
  ...{ address: outagePage, rendered: outagePage, names: [], status: 503, alwaysKept: true },
};

/** Finds the page a target asks for. Undeclared parameters (utm_source, fbclid, _rsc) are as if not there. */
export function matchReaderPage(target: Target): ReaderMatch {
  const { path, query } = target;
  const old = oldAddressOf(target);
  if (old !== undefined) return { kind: 'page', page: { ...oldPage, address: `/lama ${old}`, oldAddress: old } };
  const bare = path.length > 1 && path.endsWith('/') ? path.replace(/\/+$/, '') : path;
  for (const route of readerRoutes) {
    const caught = route.pattern.exec(bare);
    if (caught === null) continue;
    const found = route.page(...caught.slice(1).map((part) => part ?? ''));
    const given = readParameters(query, route.declares ?? []);
    if (given === 'none') return { kind: 'unknown' };
    const code = given.get('kode');
    if (found.path === checkPath && code !== undefined && /^[0-9a-f]{12,64}$/.test(code)) {
      return { kind: 'moved', to: checkCodePath(code) };
    }
    const savesData = found.isForMachines !== true && new URLSearchParams(query).get('hemat') === '1';
    const page = pageFor(found, given, savesData);
    return bare === path ? { kind: 'page', page } : { kind: 'moved', to: page.address };
  }
  return { kind: 'unknown' };
}

const oldPage = { rendered: notFoundPage, names: [names.all], alwaysKept: false, isEndless: true } as const;

function pageFor(
  { path, rendered = path, ...found }: Found,
  given: ReadonlyMap<string, string>,
  savesData: boolean,
): ReaderPage {
  const own = savesData ? new Map([...given, ['hemat', '1']]) : given;
  return {
    alwaysKept: false,
    ...found,
    address: withParameters(path, own),
    rendered: withParameters(rendered, given),
    ...(savesData ? { savesData: true as const } : {}),
  };
}
