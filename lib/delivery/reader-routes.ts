import { articlePath, frontPath, notFoundPage, outagePage, pageOf } from '#lib/urls.ts';
import type { Target } from './request-target.ts';

/** A page that a reader may ask for, in its only form. */
export type ReaderPage = {
  /** Path and declared parameters in their order: what is rendered and, with the portal, what it is kept under. */
  address: string;
  /** Names whose change makes it stale. Every page depends on `site` besides. */
  names: readonly string[];
  /** The slug whose article decides between page, redirect, tombstone and not found. */
  articleSlug?: string;
  /** The status it is sent with; 200 when not said. */
  status?: 404 | 503;
  /** Kept on disk from the first rendering, without waiting until it is popular. */
  alwaysKept: boolean;
};

export type ReaderMatch = { kind: 'page'; page: ReaderPage } | { kind: 'moved'; to: string } | { kind: 'unknown' };

/** Turns the values a parameter was given into the page number, or says that there is no such page. */
type Parameter = (values: readonly string[]) => number | 'none';

type ReaderRoute = {
  pattern: RegExp;
  /** The address and the names for the slug in the pattern. */
  page(slug: string): ReaderPage;
  isList: boolean;
};

export const frontReaderPage: ReaderPage = { address: frontPath, names: ['front'], alwaysKept: true };

const slug = '([a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?)';

/**
 * The one table of what readers may ask for. Whatever is not here, and every parameter that is
 * not declared here, is unknown before anything is rendered: no stranger can vary or poison a page.
 */
const readerRoutes: readonly ReaderRoute[] = [
  { pattern: /^\/$/, page: () => frontReaderPage, isList: false },
  {
    pattern: new RegExp(`^/berita/${slug}$`),
    page: (found) => ({
      address: articlePath(found),
      names: [`article:${found}`],
      articleSlug: found,
      alwaysKept: false,
    }),
    isList: false,
  },
  {
    pattern: new RegExp(`^/opd/${slug}$`),
    page: (found) => ({ address: `/opd/${found}`, names: [`agency:${found}`], alwaysKept: false }),
    isList: true,
  },
  {
    pattern: new RegExp(`^/kanal/${slug}$`),
    page: (found) => ({ address: `/kanal/${found}`, names: [`section:${found}`], alwaysKept: false }),
    isList: true,
  },
];

/** One body for everything unknown, or strangers would fill the cache. */
export const notFoundReaderPage: ReaderPage = { address: notFoundPage, names: [], status: 404, alwaysKept: true };

/** What is shown where there is nothing else to show: rendered ahead, since then it could not be. */
export const outageReaderPage: ReaderPage = { address: outagePage, names: [], status: 503, alwaysKept: true };

/** Finds the page a target asks for. Undeclared parameters (utm_source, fbclid, _rsc) are as if not there. */
export function matchReaderPage({ path, query }: Target): ReaderMatch {
  const bare = path.length > 1 && path.endsWith('/') ? path.replace(/\/+$/, '') : path;
  for (const route of readerRoutes) {
    const found = route.pattern.exec(bare);
    if (found === null) continue;
    const page = route.page(found[1] ?? '');
    const number = route.isList ? pageNumber(valuesOf(query, 'halaman')) : 1;
    if (number === 'none') return { kind: 'unknown' };
    const address = pageOf(page.address, number);
    return bare === path ? { kind: 'page', page: { ...page, address } } : { kind: 'moved', to: address };
  }
  return { kind: 'unknown' };
}

/** Page 1 is the list itself. Of several numbers the first counts; what is no page number leads nowhere. */
const pageNumber: Parameter = (values) => {
  const [first] = values;
  if (first === undefined || first === '') return 1;
  return /^[1-9]\d{0,3}$/.test(first) ? Number(first) : 'none';
};

function valuesOf(query: string, name: string): string[] {
  return query === '' ? [] : new URLSearchParams(query).getAll(name);
}
