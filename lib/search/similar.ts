import { eq, inArray, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Transaction, transaction } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { searchEntries, searchHeadings, searchWords } from '#db/schema/index.ts';
import { type ArticleId, articleId, type PortalId } from '#lib/ids.ts';
import { leaveNoChoice } from './hits.ts';
import { wordsOf } from './search-query.ts';

/** Words that are looked for: the rarest ones. */
const mostWords = 6;
/** Headings that may have one of them: each is read, at a million articles from anywhere on the disk, while a reader waits. */
const mostRead = 150;
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
 * Articles whose titles and leads resemble a text, most alike first. Only the text's rarest words are
 * looked for, so that it takes the same time however many articles there are.
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
      with alike as materialized (
        select ${searchHeadings.articleId}, ${searchHeadings.words} from ${searchHeadings}
        where ${searchHeadings.words} @@ ${query}
      ),
      -- Ids sort by time, so that the newest are known without a look at their entries.
      newest as materialized (select * from alike order by article_id desc limit ${mostRead}),
      ranked as (
        select newest.article_id, ts_rank('{0, 0, 0.3, 1.0}'::real[], newest.words, ${query}) as rank from newest
      )
      select ranked.article_id as id from ranked
      join ${searchEntries} on ${searchEntries.articleId} = ranked.article_id
      where rank >= ${leastRank} and ${eq(searchEntries.portalId, portal)}
        and ${inArray(searchEntries.kind, [...kinds])} and ${sql.join([sql`true`, ...others], sql` and `)}
      order by rank desc, ${searchEntries.at} desc, id desc limit ${limit}`);
    return ids.parse([...rows]).map((row) => row.id);
  });
}

/**
 * The words of a text that fewest titles and leads use, as they were counted: as many as leave no
 * more to read than is allowed. A word counted once is mostly the text's own, and comes last.
 */
async function rarestWords(tx: Transaction, portal: PortalId, text: string): Promise<string[]> {
  const asked = [...new Set(wordsOf(text))].filter((word) => word.length > 2 && !functionWords.has(word)).slice(0, 200);
  if (asked.length === 0) return [];
  const rows = await tx.execute(sql`
    with known as (
      select ${searchWords.word},
        sum(${searchWords.uses}) over (order by ${searchWords.uses} < 2, ${searchWords.uses}, ${searchWords.word}) as read
      from ${searchWords} join jsonb_array_elements_text(${JSON.stringify(asked)}::jsonb) asked(word) using (word)
      where ${searchWords.portalId} = ${portal}
    )
    select word from known where read <= ${mostRead} order by read limit ${mostWords}`);
  return words.parse([...rows]).map((row) => row.word);
}
