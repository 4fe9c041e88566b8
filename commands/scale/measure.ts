import { transaction } from '#db/client.ts';
import type { PortalId } from '#lib/ids.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import { feedPath, frontPath, sitemapIndexPath } from '#lib/urls.ts';
import { fetchPage } from '../bench/measure-pages.ts';
import { memoryOf, type StartedApp } from '../started-app.ts';
import type { ScaleFact } from './fill.ts';
import { type ScalePlaces, scalePlaces } from './places.ts';
import { questions } from './questions.ts';

/** Milliseconds of answers of one kind, each of which had to be made anew. */
export type Timing = { name: string; times: number[] };

/** What an install of one size was found to do. */
export type ScaleResult = {
  articles: number;
  pages: Timing[];
  /** Searches by kind. */
  searches: Timing[];
  warm: Timing[];
  memory: number;
};

/** Asks for each address for the first time. */
const measuredArticles = 30;
const renewals = 9;

/** Measures an install through its own door, one request at a time. */
export async function measureScale({ port, pid }: StartedApp, fact: ScaleFact): Promise<ScaleResult> {
  const places = await scalePlaces();
  const asked = questions(fact, places);
  await warmUp(port, places);
  const articles = places.articles.slice(0, measuredArticles).map(({ path }) => path);
  const pages: Timing[] = [
    { name: 'Artikel', times: await each(port, articles) },
    { name: 'Halaman depan', times: await renewed(port, places.portalId, frontPath, generationNames.front) },
    { name: 'Kanal, halaman 1', times: await each(port, paths(places.sections)) },
    { name: 'Kanal, halaman 50 atau terakhir', times: await each(port, places.sectionEnds) },
    { name: 'Arsip sebulan', times: await each(port, places.months) },
    { name: 'OPD', times: await each(port, paths(places.agencies)) },
    { name: 'Umpan kanal (RSS)', times: await each(port, feeds(places, 'rss')) },
    { name: 'Indeks peta situs', times: await renewed(port, places.portalId, sitemapIndexPath, generationNames.all) },
  ];
  const searches = new Map<string, number[]>();
  for (const { kind, address } of asked) {
    searches.set(kind, [...(searches.get(kind) ?? []), await timeOf(port, address)]);
  }
  return {
    articles: fact.articles,
    pages,
    searches: [...searches].map(([name, times]) => ({ name, times })),
    warm: [
      { name: 'Artikel', times: await each(port, articles) },
      {
        name: 'Halaman depan',
        times: await each(
          port,
          articles.map(() => frontPath),
        ),
      },
    ],
    memory: memoryOf(pid),
  };
}

const paths = (places: readonly { path: string }[]) => places.map(({ path }) => path);
const feeds = ({ sections }: ScalePlaces, format: 'rss' | 'atom') => sections.map(({ path }) => feedPath(path, format));

/** Pages of the same kinds under other addresses, so that the first one measured finds a program that has run. */
async function warmUp(port: number, places: ScalePlaces): Promise<void> {
  const others = [
    ...paths(places.articles.slice(measuredArticles)),
    ...places.sections.slice(0, 4).map(({ path }) => `${path}?hemat=1`),
    ...places.agencies.slice(0, 4).map(({ path }) => `${path}?hemat=1`),
    ...places.months.slice(0, 4).map((path) => `${path}?hemat=1`),
    ...feeds(places, 'atom').slice(0, 4),
    ...[frontPath, sitemapIndexPath, '/cari?q=warga', '/cari?q=layanan+baru', '/cari?q=pemanasan'],
  ];
  await each(port, others);
}

async function each(port: number, addresses: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const address of addresses) times.push(await timeOf(port, address));
  return times;
}

async function timeOf(port: number, address: string): Promise<number> {
  const { status, milliseconds } = await fetchPage(port, address);
  if (status !== 200) throw new Error(`${address} answered ${status}`);
  return milliseconds;
}

/** Milliseconds from a change within which every instance has heard of it and made the page anew. */
const noticed = 400;

/**
 * A page that there is only one of: its name changes several times, and after each it is asked for
 * without a break. The longest answer is the one that waited for the page to be made.
 */
async function renewed(port: number, portal: PortalId, address: string, name: string): Promise<number[]> {
  const times: number[] = [];
  for (let time = 0; time < renewals; time += 1) {
    await transaction((tx) => raiseGeneration(tx, portal, [name]));
    const until = performance.now() + noticed;
    let longest = 0;
    while (performance.now() < until) longest = Math.max(longest, await timeOf(port, address));
    times.push(longest);
  }
  return times;
}
