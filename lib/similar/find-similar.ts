import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Queryable, type Transaction, transaction } from '#db/client.ts';
import { type ArticleKind, articleKinds, workingStates } from '#db/schema/enums.ts';
import { articles, editions, searchHeadings, searchWords } from '#db/schema/index.ts';
import { type ArticleId, type EditionId, editionId, type PortalId } from '#lib/ids.ts';
import { leaveNoChoice } from '#lib/search/hits.ts';
import { type Reason, reasonFor, type Story, tellingWords } from './likeness.ts';

/** Live articles are compared for so many days after publication, work under way for so many after it was begun. */
const liveDays = 30;
const workDays = 90;
/** The most that each way of looking brings, the newest first: so long does one look take, however much there is. */
const mostFound = 120;
/** Words that are looked for: the rarest, and together no more of them than a look may read. */
const mostWords = 10;
const mostUses = 1_000;
/** The most that are told of. */
const mostTold = 8;

/** Another edition that may tell the same story. */
export type Alike = { editionId: EditionId; likeness: number; reason: Reason };

const rows = z.array(
  z.object({
    id: editionId,
    title: z.string(),
    lead: z.string(),
    eventDate: z.string().nullable(),
    datelinePlace: z.string(),
    regencyCodes: z.array(z.string()),
    trigrams: z.coerce.number(),
  }),
);
const wordRows = z.array(z.object({ word: z.string() }));

/**
 * Editions of the portal, under way or live since a month, that may tell the same story, most alike first: the same
 * event (a day at most between them, the same place, words in common) or almost the same words.
 * Candidates come through three indexes, each bounded; only they are compared.
 */
export function findSimilar(
  portal: PortalId,
  article: ArticleId,
  story: Story & { kind: ArticleKind },
  at: Date,
): Promise<Alike[]> {
  return transaction(async (tx) => {
    const words = await rareWords(tx, portal, story);
    await leaveNoChoice(tx);
    const found = rows.parse([...(await tx.execute(candidates(portal, article, story, words, at)))]);
    return found
      .flatMap(({ id, trigrams, ...other }): Alike[] => {
        const reason = reasonFor(story, other, trigrams);
        return reason === undefined ? [] : [{ editionId: id, likeness: trigrams, reason }];
      })
      .toSorted((a, b) => rank(b) - rank(a))
      .slice(0, mostTold);
  });
}

/** The same event stands before the same words. */
const rank = ({ likeness, reason }: Alike) => likeness + (reason.kind === 'same_event' ? 1 : 0);

function candidates(
  portal: PortalId,
  article: ArticleId,
  story: Story & { kind: ArticleKind },
  words: readonly string[],
  at: Date,
) {
  const day = 24 * 60 * 60_000;
  const since = (days: number) => new Date(at.getTime() - days * day).toISOString();
  const working = sql.join(
    workingStates.map((state) => sql`${state}`),
    sql`, `,
  );
  const query = sql`websearch_to_tsquery('simple', ${words.join(' or ')})`;
  const text = `${story.title} ${story.lead}`;
  const { title, lead, eventDate, datelinePlace, regencyCodes, state, createdAt, publishedAt } = editions;
  return sql`
    -- Each way looks through its index first and by itself: asked for the newest at once, the planner would walk
    -- all editions backwards. Ids sort by time, so that the newest are known without a look at the rows.
    with sharing_words as materialized (
      -- Written exactly as its index is.
      select id from ${editions}
      where ${words.length > 0} and to_tsvector('simple', title || ' ' || lead) @@ ${query}
        and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled')
    ),
    open_alike as materialized (select id from sharing_words order by id desc limit ${mostFound}),
    headings as materialized (
      select article_id from ${searchHeadings} where ${words.length > 0} and ${searchHeadings.words} @@ ${query}
    ),
    live_alike as materialized (
      select e.id from (select article_id from headings order by article_id desc limit ${mostFound}) newest
      join ${editions} e on e.article_id = newest.article_id and e.state in ('published', 'archived')
    ),
    those_days as materialized (
      select id, dateline_place, regency_codes from ${editions}
      where event_date between ${dayAround(story, -1)} and ${dayAround(story, 1)} and event_date is not null
        and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled','published','archived')
    ),
    same_day as materialized (
      select id from those_days
      where lower(trim(dateline_place)) = lower(trim(${story.datelinePlace}))
        or regency_codes && ${sql.param([...story.regencyCodes])}::text[]
      order by id desc limit ${mostFound}
    )
    select ${editions.id} as id, ${title} as title, ${lead} as lead, ${eventDate}::text as "eventDate",
      ${datelinePlace} as "datelinePlace", to_json(${regencyCodes}) as "regencyCodes",
      similarity(${title} || ' ' || ${lead}, ${text}) as trigrams
    from (select id from open_alike union select id from live_alike union select id from same_day) found
    join ${editions} on ${editions.id} = found.id
    join ${articles} on ${articles.id} = ${editions.articleId}
    where ${articles.portalId} = ${portal} and ${inArray(editions.kind, likeKinds(story.kind))} and ${editions.articleId} <> ${article} and ${title} <> ''
      and case when ${state} in (${working}) then ${createdAt} >= ${since(workDays)}::timestamptz
        else ${publishedAt} >= ${since(liveDays)}::timestamptz end`;
}

/** An event announced and the news of it are no duplicates; a lasting page or a banner is one of its own kind only. */
function likeKinds(kind: ArticleKind): ArticleKind[] {
  return ownStories.includes(kind) ? [kind] : articleKinds.filter((other) => !ownStories.includes(other));
}

const ownStories: readonly ArticleKind[] = ['agenda_event', 'page', 'banner'];

/** A day before or after the event; null where there is none, which no day equals. */
function dayAround({ eventDate }: Story, days: number) {
  return sql`${eventDate}::date + ${days}::int`;
}

/**
 * The words of a story that fewest published articles use, those never used first: they name what
 * it is about. Together they are used so seldom that what has one of them is soon read.
 */
async function rareWords(tx: Transaction, portal: PortalId, story: Story): Promise<string[]> {
  const asked = [...tellingWords(story)].slice(0, 120);
  if (asked.length === 0) return [];
  return wordRows.parse([...(await tx.execute(rarest(portal, asked)))]).map((row) => row.word);
}

function rarest(portal: PortalId, asked: readonly string[]) {
  return sql`
    with counted as (
      select asked.word, coalesce(${searchWords.uses}, 0) as uses
      from jsonb_array_elements_text(${JSON.stringify(asked)}::jsonb) asked(word)
      left join ${searchWords} on ${searchWords.word} = asked.word and ${searchWords.portalId} = ${portal}
    ),
    known as (select word, uses, sum(uses) over (order by uses, word) as read from counted)
    select word from known where read <= ${mostUses} order by uses, word limit ${mostWords}`;
}

/** How alike pg_trgm finds two texts, 0 to 1. */
export async function trigramsOf(queryable: Queryable, one: string, other: string): Promise<number> {
  const [row] = await queryable.execute(sql`select similarity(${one}, ${other}) as trigrams`);
  return z.coerce.number().parse(row?.trigrams);
}
