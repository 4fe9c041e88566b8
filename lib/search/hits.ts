import { and, arrayContains, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Transaction, transaction } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { searchEntries, searchHeadings } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { type AgencyId, type ArticleId, articleId, type PortalId, type SectionId } from '#lib/ids.ts';
import type { SearchQuery } from './search-query.ts';

/** What a search is narrowed to. Days are calendar dates in `timeZone`, both included. */
export type SearchFilters = {
  agencyId?: AgencyId;
  kind?: ArticleKind;
  sectionId?: SectionId;
  regencyCode?: string;
  from?: string;
  to?: string;
  timeZone: string;
};

export type SearchOrder = 'relevance' | 'newest';

/** The articles of one page of results, best first, and how many there are. */
export type Hits = {
  ids: ArticleId[];
  /** Counted up to `mostHits`. */
  total: number;
  /** There may be more than were counted. */
  isMore: boolean;
};

/** Hits that are ranked and counted: the newest. Ranking reads every hit's heading, which takes a second at a million. */
export const mostHits = 1_000;

/**
 * Articles that are read to see whether their words stand beside one another, where the index cannot
 * say so of all that was asked: phrases as alternatives, exclusions beside a phrase.
 */
const mostReadForPhrase = 1_000;

/**
 * With more hits than this the index is taken at its word about phrases: one article in hundreds may
 * have the words apart, and a text that is not in memory takes three milliseconds to read.
 */
const mostCheckedForPhrase = 40;

/**
 * Years after which an article counts half: an old headline that fits still goes before a new text
 * that names the word in passing.
 */
const halfAfterYears = 1.5;

/** Which hits are wanted; `walkFrom` is given only to compare the two ways. */
type Asked = { order: SearchOrder; limit: number; offset?: number; walkFrom?: number };

/** From so many hits on it is quicker to look at the newest articles one by one than at the list of hits. */
const manyHits = 250_000;

/** Articles looked at so. Where too few of them are hits, the index is asked after all. */
const mostWalked = 4_000;

const found = z.array(z.object({ id: articleId.nullable(), total: z.coerce.number(), read: z.coerce.number() }));

/**
 * Finds articles: the newest hits first, through the index of words or, for a word that is
 * everywhere, among the newest articles; then they are ranked. Absent and common words are equally
 * quick, since nothing walks all articles or ranks all hits.
 */
export function searchHits(
  portal: PortalId,
  query: SearchQuery,
  filters: SearchFilters,
  { order, limit, offset = 0, walkFrom = manyHits }: Asked,
): Promise<Hits> {
  const isPhrase = query.full !== query.indexed;
  const mostRead = isPhrase && !query.isInPairs ? mostReadForPhrase : mostHits + 1;
  const best = sql`${order === 'newest' ? byTime : byRelevance(query)} limit ${limit} offset ${offset}`;
  const words = sql`${searchEntries.words} @@ ${query.indexed}::tsquery`;
  const narrow = narrowed(portal, filters);
  return transaction(async (tx) => {
    const read = async (candidates: SQL) => {
      const rows = await tx.execute(sql`
        with candidates as materialized (${candidates} limit ${mostRead}),
        hits as materialized (${isPhrase ? phraseHits(query) : sql`select article_id, at from candidates`}),
        counted as (
          select (select count(*) from hits) as total, (select count(*) from candidates) as read
        ),
        best as (${best})
        select best.article_id as id, counted.total, counted.read
        from counted left join best on true
        order by best.place`);
      const page = found.parse([...rows]);
      return { page, total: page[0]?.total ?? 0, isAll: (page[0]?.read ?? 0) < mostRead };
    };
    await leaveNoChoice(tx);
    const isEverywhere = (await estimatedHits(tx, and(words, narrow))) >= walkFrom;
    const fits = and(inIndex(query, words, isEverywhere), narrow);
    const walked = isEverywhere && !isPhrase ? await read(amongNewest(fits)) : undefined;
    const throughBitmaps = () => leaveOnlyBitmaps(tx).then(() => read(throughIndex(fits)));
    const { page, total, isAll } = walked?.isAll === false ? walked : await throughBitmaps();
    return {
      ids: page.flatMap(({ id }) => (id === null ? [] : [id])),
      total: Math.min(total, mostHits),
      isMore: total > mostHits || (isPhrase && !isAll),
    };
  });
}

/** Lists of words that are everywhere take longer to be compared than a pair takes to be looked up. */
function inIndex({ pairs, isInPairs }: SearchQuery, words: SQL, areEverywhere: boolean): SQL | undefined {
  if (pairs.length === 0) return words;
  const beside = sql`${searchEntries.pairs} @> ${`{${pairs}}`}::integer[]`;
  return areEverywhere && isInPairs ? beside : and(words, beside);
}

/** Newest by an expression: the index on time would be walked through a million rows for an absent word. */
const throughIndex = (fits: SQL | undefined) => sql`
  select ${searchEntries.articleId}, ${searchEntries.at} from ${searchEntries}
  where ${fits} order by ${timeOutOfIndex} desc, ${searchEntries.articleId} desc`;

const amongNewest = (fits: SQL | undefined) => sql`
  select ${searchEntries.articleId}, ${searchEntries.at}
  from (select * from ${searchEntries} order by ${searchEntries.at} desc limit ${mostWalked}) ${searchEntries}
  where ${fits} order by ${searchEntries.at} desc, ${searchEntries.articleId} desc`;

const planned = z
  .array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })) }))
  .length(1);

/** What the planner expects, from the words it counted as common. */
async function estimatedHits(tx: Transaction, fits: SQL | undefined): Promise<number> {
  const rows = await tx.execute(sql`explain (format json) select 1 from ${searchEntries} where ${fits}`);
  return planned.parse([...rows])[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
}

/**
 * For this transaction: the index of words and no other way. The planner thinks reading all rows
 * cheap, not knowing that each word list lies elsewhere; and compiling takes longer than the search.
 */
export async function leaveNoChoice(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`);
}

/**
 * For the rest of this transaction: rows are fetched in the order in which they lie on the disk, many
 * at a time. One by one, a thousand headings that are not in memory take a third of a second.
 */
async function leaveOnlyBitmaps(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('enable_indexscan', 'off', true)`);
}

export const timeOutOfIndex = sql`(${searchEntries.at} at time zone 'UTC')`;

function narrowed(portal: PortalId, filters: SearchFilters): SQL | undefined {
  const { agencyId, kind, sectionId, regencyCode, from, to, timeZone } = filters;
  const startOf = (day: string, later = 0) =>
    sql`((${day}::date + ${later}::int)::timestamp at time zone ${timeZone} at time zone 'UTC')`;
  return and(
    eq(searchEntries.portalId, portal),
    agencyId === undefined ? undefined : arrayContains(searchEntries.agencyIds, [agencyId]),
    kind === undefined ? undefined : eq(searchEntries.kind, kind),
    sectionId === undefined ? undefined : eq(searchEntries.sectionId, sectionId),
    regencyCode === undefined ? undefined : arrayContains(searchEntries.regencyCodes, [regencyCode]),
    from === undefined ? undefined : sql`${timeOutOfIndex} >= ${startOf(from)}`,
    to === undefined ? undefined : sql`${timeOutOfIndex} < ${startOf(to, 1)}`,
  );
}

const phraseHits = (query: SearchQuery) => sql`
  select article_id, at from candidates
  where ${query.isInPairs ? sql`(select count(*) from candidates) > ${mostCheckedForPhrase}` : sql`false`} or exists (
    select 1 from ${searchEntries} entry
    where entry.article_id = candidates.article_id and entry.words @@ ${query.full}::tsquery
  )`;

const newestHits = sql`(select article_id, at from hits order by at desc, article_id desc limit ${mostHits}) newest`;

const byTime = sql`
  select article_id, row_number() over (order by at desc, article_id desc) as place
  from ${newestHits} order by place`;

/** What a word counts in the lead (B) and in the title (A); all hits have the words at least in the body. */
const weights = sql`'{0, 0, 0.35, 1.0}'::real[]`;
const inBody = sql`0.03::real`;

const byRelevance = (query: SearchQuery) => sql`
  select newest.article_id, row_number() over (order by
    (${inBody} + coalesce(ts_rank(${weights}, heading.words, ${query.full}::tsquery), 0))
    * power(0.5, greatest(0, extract(epoch from ${now().toISOString()}::timestamptz - newest.at)) / (${halfAfterYears}::float8 * 31557600))
    desc, newest.at desc, newest.article_id desc) as place
  from ${newestHits} left join (
    select * from ${searchHeadings} where article_id = any (array(select article_id from hits order by at desc, article_id desc limit ${mostHits}))
  ) heading on heading.article_id = newest.article_id
  order by place`;
