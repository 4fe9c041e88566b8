import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { articles, editions, listed, portals } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { Issue } from '#lib/errors.ts';
import type { ArticleId, EditionId, PortalId } from '#lib/ids.ts';
import { linkedArticlesOf } from '#lib/richtext/document.ts';
import type { RichDocument } from '#lib/richtext/rich-nodes.ts';
import { lists } from './listing.ts';
import { isPublic } from './public.ts';
import { linkedWords } from './reader-lines.ts';
import { anywhere, publicByTitle } from './title-search.ts';

/** An article or event that a body may name, as it is offered. */
export type Linkable = { articleId: ArticleId; title: string; when: string; venue: string };

const mostOffered = 12;

/**
 * What readers of the portal may see now and a body may therefore name, newest first; of events
 * those nearest to now, before or behind.
 *
 * @param input.text part of the title; empty for the newest
 */
export async function linkableArticles(
  actor: Actor,
  input: { portalId: PortalId; what: 'article' | 'event'; text: string },
): Promise<Linkable[]> {
  if (!actor.roles.some((held) => held.portalId === input.portalId)) return [];
  const found =
    input.what === 'event'
      ? await nearestEvents(input)
      : await publicByTitle(input.portalId, input.text, { fits: ne(editions.kind, 'banner'), limit: mostOffered });
  if (found.length === 0) return [];
  const rows = await database()
    .select({
      articleId: articles.id,
      slug: articles.slug,
      kind: editions.kind,
      title: editions.title,
      details: editions.details,
      timeZone: portals.timeZone,
    })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(portals, eq(portals.id, articles.portalId))
    .where(inArray(editions.id, found))
    .orderBy(sql`array_position(${sql.param(found)}::uuid[], ${editions.id})`);
  return rows.flatMap(({ articleId, slug, timeZone, ...card }) => {
    if (slug === null) return [];
    const { title, when = '', venue = '' } = linkedWords({ ...card, slug }, timeZone);
    return [{ articleId, title, when, venue }];
  });
}

/** Events looked at before and behind: a year of a busy office. */
const mostEvents = 1_000;

/** Events of the agenda that readers see, those nearest to now first. */
async function nearestEvents({ portalId, text }: { portalId: PortalId; text: string }): Promise<EditionId[]> {
  const at = now().toISOString();
  const towards = (side: SQL, order: SQL) => sql`
    (select ${listed.articleId}, ${listed.at} from ${listed}
      where ${listed.portalId} = ${portalId} and ${listed.list} = ${lists.kind('agenda_event')} and ${listed.at} ${side} ${at}::timestamptz
      order by ${listed.at} ${order} limit ${mostEvents})`;
  const rows = await database().execute<{ id: EditionId }>(sql`
    select ${editions.id} as id
    from (${towards(sql`>=`, sql`asc`)} union all ${towards(sql`<`, sql`desc`)}) as near
    inner join ${editions} on ${editions.articleId} = near.article_id and ${isPublic(now())}
    where ${editions.title} ilike ${anywhere(text)}
    order by abs(extract(epoch from near.at - ${at}::timestamptz)) limit ${mostOffered}`);
  return rows.map(({ id }) => id);
}

/**
 * Tells of articles that a body names and may not: another portal's, and what readers cannot see.
 * What stood in the words before may stay, also after its retraction: readers are shown nothing of it.
 */
export async function foreignLinks(
  tx: Transaction,
  portal: PortalId,
  body: RichDocument,
  before: RichDocument,
): Promise<Issue[]> {
  const known = new Set(linkedArticlesOf(before));
  const fresh = linkedArticlesOf(body).filter((id) => !known.has(id));
  if (fresh.length === 0) return [];
  const found = await tx
    .select({ id: articles.id })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(articles.portalId, portal), inArray(articles.id, fresh), isPublic(now())));
  if (found.length === fresh.length) return [];
  return [
    {
      field: 'body',
      code: 'link_foreign',
      text: 'Ada “Baca juga” atau agenda yang tidak dikenal di naskah ini. Hapus bagian itu, lalu sisipkan kembali.',
    },
  ];
}
