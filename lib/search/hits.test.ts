import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { type PortalId, portalId } from '#lib/ids.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { mostHits, type SearchFilters, searchHits } from './hits.ts';
import { readQuery } from './search-query.ts';

const db = testDatabase();
const portal: PortalId = portalId.parse('b0b0b0b0-0000-4000-8000-000000000001');
const articles = 6_000;
/** All others have more hits than are counted. */
const few = new Map([
  ['tua', 3],
  ['"rumah tua"', 2],
]);

beforeAll(async () => {
  // Only the index matters here: entries without articles, newer ones later.
  await behindOurBack(
    db.url(),
    `alter table search_entries drop constraint search_entries_article_id_articles_id_fk,
      drop constraint search_entries_portal_id_portals_id_fk`,
  );
  await database().execute(sql`
    insert into search_entries (article_id, portal_id, kind, agency_ids, regency_codes, at, words, pairs)
    select uuidv7(), ${portal}, 'news', '{}', '{}', '2026-01-01'::timestamptz + g * interval '1 minute',
      to_tsvector('simple', text) || to_tsvector('indonesian', text),
      adjacent_pairs(to_tsvector('indonesian', text))
    from generate_series(1, ${articles}::int) g cross join lateral (select
      'semua ' || case g % 2 when 0 then 'genap rumah sakit' else 'ganjil sakit rumah' end
        || case when g <= 3 then ' tua' else '' end
        || case g when 1 then ' jembatan kayu panjang' else ' jembatan panjang kayu' end as text) told`);
  await database().execute(sql`analyze search_entries`);
});

async function hits(
  text: string,
  asked: { walkFrom?: number; offset?: number } = {},
  filters: Partial<SearchFilters> = {},
) {
  const query = await readQuery(database(), text);
  if (typeof query === 'string') throw new Error('Expected a query.');
  const zone = { timeZone: 'Asia/Makassar', ...filters };
  return searchHits(portal, query, zone, { order: 'newest', limit: 20, ...asked });
}

describe('many hits', () => {
  test.each(['semua', 'genap', 'genap or ganjil', 'tua', 'semua -genap', '"rumah sakit"', '"rumah tua"'])(
    'of %s are the same whether its words count as everywhere or not, and counted no further than they are ranked',
    async (text) => {
      const [indexed, walked] = [await hits(text), await hits(text, { walkFrom: 0 })];
      expect(walked).toEqual(indexed);
      expect(indexed).toMatchObject(
        few.has(text) ? { total: few.get(text), isMore: false } : { total: mostHits, isMore: true },
      );
    },
  );

  test('go to the last page and no further', async () => {
    expect((await hits('semua', { offset: mostHits - 20 })).ids).toHaveLength(20);
    expect(await hits('semua', { offset: mostHits })).toMatchObject({ ids: [], total: mostHits });
  });

  test('keep the filters whichever way they are looked for', async () => {
    const filters = { to: '2026-01-01' };
    const [indexed, walked] = [await hits('semua', {}, filters), await hits('semua', { walkFrom: 0 }, filters)];
    // Midnight of the 2nd in WITA is 16.00 UTC of the 1st.
    expect(indexed).toMatchObject({ total: 959, isMore: false });
    expect(walked).toEqual(indexed);
  });
});

test('a phrase is found in the oldest article though all have its words, and a count that may be short says so', async () => {
  expect(await hits('"rumah sakit"')).toMatchObject({ total: mostHits, isMore: true });
  expect(await hits('"rumah tua"')).toMatchObject({ total: 2, isMore: false });
  expect(await hits('"jembatan kayu"')).toMatchObject({ total: 1, isMore: false });
  expect(await hits('"jembatan kayu panjang" semua')).toMatchObject({ total: 1, isMore: false });
  expect(await hits('"semua sakit"')).toMatchObject({ ids: [], total: 0, isMore: false });
  // Of alternatives and of exclusions the index knows no places: the newest that have the words are read.
  expect(await hits('semua -"jembatan panjang"')).toMatchObject({ ids: [], total: 0, isMore: true });
  expect(await hits('"semua sakit" or "kayu sakit"')).toMatchObject({ ids: [], total: 0, isMore: true });
});

test('two pairs of words that share a number are told apart by the words', async () => {
  await database().execute(sql`
    update search_entries set pairs = pairs || adjacent_pairs('ganjil:1 tua:2'::tsvector)
    where words @@ 'tua & ganjil'`);
  expect(await hits('"ganjil tua"')).toMatchObject({ ids: [], total: 0, isMore: false });
});
