import { and, asc, count, desc, eq, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { comments, editions, events, notifications } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import { type ArticleId, commentId, type NotificationId, type UserId } from '#lib/ids.ts';
import { announceNews } from '#lib/live/announce.ts';
import { namesById } from '#lib/newsroom/desk-rows.ts';
import { type EditionRecord, readEditions } from '#lib/newsroom/edition-record.ts';
import { maySee } from '#lib/newsroom/policy.ts';
import { isNewsKind, type NewsKind } from './kinds.ts';
import { newsPlace } from './news-place.ts';
import { newsLine } from './news-text.ts';

/** A piece of news as its person reads it. */
export type NewsView = {
  id: NotificationId;
  kind: NewsKind;
  /** The article's title as it is now; null for news of the house. */
  title: string | null;
  agencyName: string | null;
  /** What happened, in a line. */
  text: string;
  /** What was said, where somebody said something. */
  quote: string | null;
  at: Date;
  isRead: boolean;
};

export type NewsPage = {
  news: NewsView[] /** The last of this page, where there are older ones. */;
  olderThan: NotificationId | null;
};

const onPage = 30;
const quoted = 240;

type Row = typeof notifications.$inferSelect;

/**
 * What this person was told, newest first. What they may no longer see is left out, and counts no
 * longer as unread.
 */
export async function newsFor(
  actor: Actor,
  { onlyUnread = false, olderThan }: { onlyUnread?: boolean; olderThan?: NotificationId | undefined } = {},
): Promise<NewsPage> {
  const rows = await database()
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, actor.userId),
        onlyUnread ? isNull(notifications.readAt) : undefined,
        olderThan === undefined ? undefined : lt(notifications.id, olderThan),
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(onPage + 1);
  const page = rows.slice(0, onPage);
  const { seen, unseen } = await inSight(actor, page);
  await mark(
    actor.userId,
    inArray(
      notifications.id,
      unseen.map(({ id }) => id),
    ),
    unseen.length,
  );
  return { news: await viewsOf(seen), olderThan: rows.length > onPage ? (page.at(-1)?.id ?? null) : null };
}

/** How much news this person has not read. */
export async function unreadNews(actor: Actor): Promise<number> {
  const [row] = await database()
    .select({ unread: count() })
    .from(notifications)
    .where(and(eq(notifications.userId, actor.userId), isNull(notifications.readAt)));
  return row?.unread ?? 0;
}

/**
 * Marks one piece of news as read.
 *
 * @returns where it leads
 * @throws not_found for one that is not this person's
 */
export async function openNews(actor: Actor, id: NotificationId): Promise<string> {
  const [row] = await database()
    .select()
    .from(notifications)
    .where(and(eq(notifications.id, id), eq(notifications.userId, actor.userId)));
  if (row === undefined || !isNewsKind(row.kind)) throw notFound('notification');
  await mark(actor.userId, eq(notifications.id, id));
  const [event] = await database().select({ detail: events.detail }).from(events).where(eq(events.seq, row.eventSeq));
  return newsPlace(row.kind, row.articleId, commentId.safeParse(event?.detail['comment']).data);
}

/** Marks one piece of news as read and stays where one is. */
export async function readNews(actor: Actor, { id }: { id: NotificationId }): Promise<void> {
  await mark(actor.userId, eq(notifications.id, id));
}

/** Marks all news of this person as read. */
export async function readAllNews(actor: Actor): Promise<void> {
  await mark(actor.userId, undefined);
}

/** Somebody who has opened an article has read what was told of it. */
export async function readNewsOfArticle(actor: Actor, articleId: ArticleId): Promise<void> {
  await mark(actor.userId, eq(notifications.articleId, articleId));
}

/** @param expected 0 where nothing can be meant */
async function mark(userId: UserId, which: SQL | undefined, expected = 1): Promise<void> {
  if (expected === 0) return;
  const mine = and(eq(notifications.userId, userId), isNull(notifications.readAt), which);
  const [any] = await database().select({ id: notifications.id }).from(notifications).where(mine).limit(1);
  if (any === undefined) return;
  await transaction(async (tx) => {
    await tx.update(notifications).set({ readAt: now() }).where(mine);
    await announceNews(tx, [userId]);
  });
}

type Sighted = { row: Row; record: EditionRecord | null };

/** News apart by whether this person may still see what it is about. */
async function inSight(actor: Actor, rows: readonly Row[]): Promise<{ seen: Sighted[]; unseen: Row[] }> {
  const ids = [...new Set(rows.flatMap(({ editionId }) => (editionId === null ? [] : [editionId])))];
  const records =
    ids.length === 0 ? [] : await readEditions(database(), inArray(editions.id, ids), asc(editions.id), ids.length);
  const byId = new Map(records.map((record) => [record.edition.id, record]));
  const seen: Sighted[] = [];
  const unseen: Row[] = [];
  for (const row of rows) {
    const record = row.editionId === null ? null : (byId.get(row.editionId) ?? null);
    const isOfArticle = row.articleId !== null;
    if (isOfArticle && (record === null || !maySee(actor, record.facts))) unseen.push(row);
    else seen.push({ row, record });
  }
  return { seen, unseen };
}

async function viewsOf(sighted: readonly Sighted[]): Promise<NewsView[]> {
  const seqs = sighted.map(({ row }) => row.eventSeq);
  const eventRows = seqs.length === 0 ? [] : await database().select().from(events).where(inArray(events.seq, seqs));
  const told = new Map(eventRows.map((event) => [event.seq, event]));
  const name = await namesById(eventRows.map(({ actorId }) => actorId));
  const said = await wordsSaid(eventRows.flatMap(({ detail }) => commentId.safeParse(detail['comment']).data ?? []));
  return sighted.flatMap(({ row, record }) => {
    const event = told.get(row.eventSeq);
    if (event === undefined || !isNewsKind(row.kind)) return [];
    const actor = event.detail['guest'] === true ? 'seorang tamu' : name(event.actorId);
    return [
      {
        id: row.id,
        kind: row.kind,
        title: record?.edition.title ?? null,
        agencyName: record?.agency.shortName ?? null,
        text: newsLine({ kind: row.kind, verb: event.verb, actor }, record !== null),
        quote: said.get(String(event.detail['comment'])) ?? null,
        at: row.at,
        isRead: row.readAt !== null,
      },
    ];
  });
}

/** The beginnings of comments, by id. */
async function wordsSaid(ids: readonly (typeof comments.$inferSelect)['id'][]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: comments.id, text: comments.text })
    .from(comments)
    .where(inArray(comments.id, [...ids]));
  return new Map(rows.map(({ id, text }) => [id, text.length > quoted ? `${text.slice(0, quoted)}…` : text]));
}
