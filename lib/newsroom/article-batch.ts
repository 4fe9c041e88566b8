import { and, desc, eq, gte, lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { database } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { agencies, listed, sections, topics } from '#db/schema/index.ts';
import { type ArticleId, articleId, type PortalId } from '#lib/ids.ts';
import { lists } from './listing.ts';
import { liveRowsOf } from './public.ts';
import { cardsOf } from './reader-cards.ts';
import type { PublicCard } from './reader-shapes.ts';
import { signingOf } from './signed-row.ts';

/** Which articles a program asks for; what is not said does not matter. Slugs and days as people write them. */
export type BatchWish = {
  kind?: ArticleKind;
  agency?: string;
  section?: string;
  topic?: string;
  /** First publication from this day on, up to and with that one: `2026-01-14`, in the portal's zone. */
  since?: string;
  until?: string;
  after?: BatchCursor;
  limit: number;
};

/** Where a batch ended: the time in its full precision, since two articles may share a millisecond. */
export type BatchCursor = { at: string; articleId: ArticleId };

export type ArticleBatch = {
  /** `updatedAt`: only when the words changed after the first publication. */
  articles: { card: PublicCard; updatedAt: Date | null }[];
  next: BatchCursor | null;
};

/**
 * Articles, newest first, from where the last batch ended: what is published meanwhile moves
 * nothing, so a program that follows the cursors meets each once.
 *
 * @returns the name of the filter that names something unknown, if one does
 */
export async function articleBatch(
  portal: { id: PortalId; timeZone: string },
  wish: BatchWish,
): Promise<ArticleBatch | { unknown: 'agency' | 'section' | 'topic' }> {
  const names = await listsOf(portal.id, wish);
  if (!Array.isArray(names)) return names;
  const { shown, next } = await walk(portal, names, wish);
  const live = await liveRowsOf(
    database(),
    shown.map((row) => row.articleId),
  );
  const cards = await cardsOf(database(), live);
  return {
    articles: cards.flatMap((card) => {
      const row = live.find(({ article }) => article.id === card.articleId);
      return row === undefined ? [] : [{ card, updatedAt: signingOf(row, []).updatedAt }];
    }),
    next,
  };
}

/** The lists an article must stand in; the narrowest likely one first. */
async function listsOf(
  portal: PortalId,
  { kind, agency, section, topic }: BatchWish,
): Promise<string[] | { unknown: 'agency' | 'section' | 'topic' }> {
  const names: string[] = [];
  if (topic !== undefined) {
    const [row] = await database()
      .select({ id: topics.id })
      .from(topics)
      .where(and(eq(topics.portalId, portal), eq(topics.slug, topic)));
    if (row === undefined) return { unknown: 'topic' };
    names.push(lists.topic(row.id));
  }
  if (agency !== undefined) {
    const [row] = await database()
      .select({ id: agencies.id })
      .from(agencies)
      .where(and(eq(agencies.portalId, portal), eq(agencies.slug, agency)));
    if (row === undefined) return { unknown: 'agency' };
    names.push(kind === undefined ? lists.agency(row.id) : lists.agencyKind(row.id, kind));
  }
  if (section !== undefined) {
    const [row] = await database()
      .select({ id: sections.id })
      .from(sections)
      .where(and(eq(sections.portalId, portal), eq(sections.slug, section)));
    if (row === undefined) return { unknown: 'section' };
    names.push(lists.section(row.id));
  }
  if (kind !== undefined && agency === undefined) names.push(lists.kind(kind));
  return names;
}

/** Entries of the first list that are looked for in the others before a batch ends, full or not. */
const longestWalk = 5_000;

/**
 * Walks along the first list and looks up each article in the others, where it stands at the same
 * time. Two long lists may have nothing in common: after a while the batch ends as it is, and its
 * cursor leads on.
 */
async function walk(
  portal: { id: PortalId; timeZone: string },
  [first = lists.all, ...others]: readonly string[],
  wish: BatchWish,
): Promise<{ shown: BatchCursor[]; next: BatchCursor | null }> {
  const along = database()
    .select({ at: listed.at, articleId: listed.articleId })
    .from(listed)
    .where(
      and(
        eq(listed.portalId, portal.id),
        eq(listed.list, first),
        ...within(portal.timeZone, wish),
        ...(wish.after === undefined ? [] : [isAfter(wish.after)]),
      ),
    )
    .orderBy(desc(listed.at), desc(listed.articleId))
    .limit(longestWalk)
    .as('along');
  const rows = await database()
    .select({ at: exactTime(along.at), articleId: along.articleId })
    .from(along)
    .where(and(...others.map((list) => standsIn(portal.id, list, along))))
    .orderBy(desc(along.at), desc(along.articleId))
    .limit(wish.limit + 1);
  const shown = rows.slice(0, wish.limit);
  if (rows.length > wish.limit) return { shown, next: shown.at(-1) ?? null };
  if (others.length === 0) return { shown, next: null };
  const [end] = await database()
    .select({ at: exactTime(along.at), articleId: along.articleId })
    .from(along)
    .orderBy(desc(along.at), desc(along.articleId))
    .limit(1)
    .offset(longestWalk - 1);
  return { shown, next: end ?? null };
}

type Place = { at: SQLWrapper; articleId: SQLWrapper };

/** Asked for one by one: left the choice, PostgreSQL reads all of the other list and joins a million rows. */
function standsIn(portal: PortalId, list: string, { at, articleId: id }: Place): SQL {
  const other = alias(listed, 'other');
  return sql`(select true from ${listed} as ${other} where ${other.portalId} = ${portal} and ${other.list} = ${list} and ${other.at} = ${at} and ${other.articleId} = ${id} limit 1)`;
}

function within(timeZone: string, { since, until }: BatchWish): SQL[] {
  const beginning = (day: string, later: number) =>
    sql`((${day}::date + ${later}::int)::timestamp at time zone ${timeZone})`;
  return [
    ...(since === undefined ? [] : [gte(listed.at, beginning(since, 0))]),
    ...(until === undefined ? [] : [lt(listed.at, beginning(until, 1))]),
  ];
}

const exactTime = (at: SQLWrapper) => sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const isAfter = ({ at, articleId: id }: BatchCursor) =>
  sql`(${listed.at}, ${listed.articleId}) < (${at}::timestamptz, ${id}::uuid)`;

const cursorShape = z.strictObject({
  at: z.string().regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/),
  articleId,
});

/** A cursor as a program carries it: letters, digits, hyphen and underscore. */
export function writeCursor({ at, articleId: id }: BatchCursor): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

/** Reads a cursor back; undefined for what we never gave out. */
export function readCursor(text: string): BatchCursor | undefined {
  const [at, id] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  const read = cursorShape.safeParse({ at, articleId: id });
  return read.success && writeCursor(read.data) === text && isRealTime(read.data.at) ? read.data : undefined;
}

/** The 31st of February is written well and no time. */
function isRealTime(at: string): boolean {
  const time = new Date(at);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === at.slice(0, 10);
}
