import { generationNames } from '#lib/record/generation.ts';
import { feedPath, frontPath, sitemapIndexPath } from '#lib/urls.ts';
import { renewed, timeOf, timesOf } from '../bench/renewed.ts';
import { memoryOf, type StartedApp } from '../started-app.ts';
import type { ScaleFact } from './fill.ts';
import { type ScalePlaces, scalePlaces } from './places.ts';
import { otherQuestions, questions } from './questions.ts';

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
  await warmUp(port, fact, places);
  const articles = places.articles.slice(0, measuredArticles).map(({ path }) => path);
  const pages: Timing[] = [
    { name: 'Artikel', times: await timesOf(port, articles) },
    {
      name: 'Halaman depan',
      times: await renewed(port, places.portalId, { address: frontPath, name: generationNames.front }, renewals),
    },
    { name: 'Kanal, halaman 1', times: await timesOf(port, paths(places.sections)) },
    { name: 'Kanal, halaman 50 atau terakhir', times: await timesOf(port, places.sectionEnds) },
    { name: 'Arsip sebulan', times: await timesOf(port, places.months) },
    { name: 'OPD', times: await timesOf(port, paths(places.agencies)) },
    { name: 'Umpan kanal (RSS)', times: await timesOf(port, feeds(places, 'rss')) },
    {
      name: 'Indeks peta situs',
      times: await renewed(port, places.portalId, { address: sitemapIndexPath, name: generationNames.all }, renewals),
    },
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
      { name: 'Artikel', times: await timesOf(port, articles) },
      {
        name: 'Halaman depan',
        times: await timesOf(
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
async function warmUp(port: number, fact: ScaleFact, places: ScalePlaces): Promise<void> {
  const others = [
    ...paths(places.articles.slice(measuredArticles)),
    ...places.sections.slice(0, 4).map(({ path }) => `${path}?hemat=1`),
    ...places.agencies.slice(0, 4).map(({ path }) => `${path}?hemat=1`),
    ...places.months.slice(0, 4).map((path) => `${path}?hemat=1`),
    ...feeds(places, 'atom').slice(0, 4),
    ...[frontPath, sitemapIndexPath, '/cari?q=warga', '/cari?q=layanan+baru', '/cari?q=pemanasan'],
    ...otherQuestions(fact, places).map(({ address }) => address),
  ];
  await timesOf(port, others);
}
