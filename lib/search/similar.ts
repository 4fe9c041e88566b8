import { eq, inArray, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Transaction, transaction } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { searchEntries, searchWords } from '#db/schema/index.ts';
import { type ArticleId, articleId, type PortalId } from '#lib/ids.ts';
import { leaveNoChoice, timeOutOfIndex } from './hits.ts';
import { wordsOf } from './search-query.ts';

/** Words that are looked for: the rarest ones. */
const mostWords = 6;
/** Articles that may have a word; a more common one says little and costs much. */
const mostPerWord = 2_000;
/** Newest hits that are compared. */
const mostCompared = 200;
/** Below this an article shares a word in passing: none in its title, hardly one in its lead. */
const leastRank = 0.03;

/** Words that every text has. */
const functionWords: ReadonlySet<string> = new Set(
  `ada adalah agar akan antara atas atau bagi bahwa baru belum bisa dalam dan dapat dari dengan di hari hingga ini itu
  jadi juga kami karena ke kepada kita lebih maka mereka oleh pada para per pun saat sampai satu secara sejak seluruh
  semua serta setiap setelah suatu sudah tahun tak telah tentang terhadap tersebut tidak untuk usai yaitu yakni yang`.split(
    /\s+/,
  ),
);

const ids = z.array(z.object({ id: articleId }));
const words = z.array(z.object({ word: z.string() }));

/**
 * Articles whose words resemble a text's, most alike first. Only the text's rarest words are looked
 * for, so that it takes the same time however many articles there are.
 *
 * @param text title and lead
 */
export function similarTo(
  portal: PortalId,
  text: string,
  { exclude, kinds, limit }: { exclude: readonly ArticleId[]; kinds: readonly ArticleKind[]; limit: number },
): Promise<ArticleId[]> {
  return transaction(async (tx) => {
    const rare = await rarestWords(tx, portal, text);
    if (rare.length === 0 || limit < 1) return [];
    await leaveNoChoice(tx);
    const query = sql`websearch_to_tsquery('simple', ${rare.join(' or ')})`;
    const others = exclude.map((id) => ne(searchEntries.articleId, id));
    const rows = await tx.execute(sql`
      with newest as materialized (
        select ${searchEntries.articleId}, ${searchEntries.at} from ${searchEntries}
        where ${searchEntries.words} @@ ${query} and ${eq(searchEntries.portalId, portal)}
          and ${inArray(searchEntries.kind, [...kinds])} and ${sql.join([sql`true`, ...others], sql` and `)}
        order by ${timeOutOfIndex} desc, ${searchEntries.articleId} desc
        limit ${mostCompared}
      ),
      ranked as (
        select newest.article_id as id, newest.at, ts_rank('{0.02, 0.1, 0.3, 1.0}'::real[], entry.words, ${query}) as rank
        from newest join ${searchEntries} entry on entry.article_id = newest.article_id
      )
      select id from ranked where rank >= ${leastRank} order by rank desc, at desc, id desc limit ${limit}`);
    return ids.parse([...rows]).map((row) => row.id);
  });
}

/**
 * The words of a text that fewest articles have, by what PostgreSQL and we counted. Words it has
 * in no list of common ones are rare.
 */
async function rarestWords(tx: Transaction, portal: PortalId, text: string): Promise<string[]> {
  const asked = [...new Set(wordsOf(text))].filter((word) => word.length > 2 && !functionWords.has(word)).slice(0, 200);
  if (asked.length === 0) return [];
  const rows = await tx.execute(sql`
    with common as (
      select unnest(most_common_elems::text::text[]) as word, unnest(most_common_elem_freqs) * greatest(entries.reltuples, 0) as articles
      from pg_stats join pg_class entries on entries.oid = 'search_entries'::regclass
      where schemaname = current_schema() and tablename = 'search_entries' and attname = 'words'
    )
    select asked.word from jsonb_array_elements_text(${JSON.stringify(asked)}::jsonb) asked(word)
    left join common on common.word = asked.word
    left join ${searchWords} on ${searchWords.word} = asked.word and ${searchWords.portalId} = ${portal}
    where coalesce(common.articles, 0) <= ${mostPerWord} and coalesce(${searchWords.uses}, 0) <= ${mostPerWord}
    order by coalesce(${searchWords.uses}, 0) < 2, coalesce(common.articles, 0), ${searchWords.uses}, length(asked.word) desc
    limit ${mostWords}`);
  return words.parse([...rows]).map((row) => row.word);
}
