import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import type { MailChoice } from '#db/schema/enums.ts';
import {
  absences,
  commentMentions,
  comments,
  editions,
  events,
  memberships,
  notificationChoices,
  notifications,
  toldEvents,
  users,
} from '#db/schema/index.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import { type CommentId, commentId, type EditionId, type PortalId, type UserId } from '#lib/ids.ts';
import { announceNews } from '#lib/live/announce.ts';
import { mailIsSetUp } from '#lib/mail/outbox.ts';
import { type EditionRecord, readEditions } from '#lib/newsroom/edition-record.ts';
import type { HeldRole } from '#lib/newsroom/policy.ts';
import { askForMail } from './ask-for-mail.ts';
import { usualMail } from './kinds.ts';
import { type EventRow, isTold, type Member, type News, newsOf } from './who-is-told.ts';

/** Events told in one transaction. */
const atOnce = 100;
/** Days: what happened before the very first telling is no news; nothing older than a day is mailed. */
const dayMilliseconds = 86_400_000;
const firstLookBack = 3 * dayMilliseconds;

/**
 * Tells people of all events that nobody has been told of yet, in their order; a job. Run twice, or
 * on two machines, it tells once.
 */
export async function tellPeople(): Promise<void> {
  while (await transaction(tellSome)) {
    // The next hundred.
  }
}

/** @returns whether there may be more */
async function tellSome(tx: Transaction): Promise<boolean> {
  const since = await lockedMark(tx);
  const rows = await tx.select().from(events).where(gt(events.seq, since)).orderBy(asc(events.seq)).limit(atOnce);
  const last = rows.at(-1);
  if (last === undefined) return false;
  const told = rows.filter(({ verb }) => isTold(verb));
  const news = told.length === 0 ? [] : await newsOfAll(tx, told);
  if (news.length > 0) await keep(tx, news);
  await tx.update(toldEvents).set({ seq: last.seq }).where(eq(toldEvents.name, markName));
  return rows.length === atOnce;
}

const markName = 'people';

/** How far people have been told, held so that another machine waits. */
async function lockedMark(tx: Transaction): Promise<number> {
  const [mark] = await tx.select().from(toldEvents).where(eq(toldEvents.name, markName)).for('update');
  if (mark !== undefined) return mark.seq;
  const [before] = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(lt(events.at, new Date(now().getTime() - firstLookBack)))
    .orderBy(desc(events.seq))
    .limit(1);
  await tx
    .insert(toldEvents)
    .values({ name: markName, seq: before?.seq ?? 0 })
    .onConflictDoNothing();
  return lockedMark(tx);
}

type EventNews = News & { event: EventRow; member: Member };

async function newsOfAll(tx: Transaction, rows: readonly EventRow[]): Promise<EventNews[]> {
  const editionIds = [...new Set(rows.flatMap(({ editionId }) => (editionId === null ? [] : [editionId])))];
  const records = await recordsOf(tx, editionIds);
  const people = new Map<PortalId | null, Member[]>();
  const news: EventNews[] = [];
  for (const event of rows) {
    const members = people.get(event.portalId) ?? (await membersOf(tx, event.portalId));
    people.set(event.portalId, members);
    const told = newsOf({
      ...{ event, members },
      record: event.editionId === null ? undefined : records.get(event.editionId),
      ...(await conversationOf(tx, event)),
      formerClaimer: event.verb === 'take_over' ? await formerClaimer(tx, event) : null,
    });
    for (const one of told) {
      const member = members.find(({ userId }) => userId === one.userId);
      if (member !== undefined) news.push({ ...one, event, member });
    }
  }
  return news;
}

async function recordsOf(tx: Transaction, ids: readonly EditionId[]): Promise<Map<EditionId, EditionRecord>> {
  if (ids.length === 0) return new Map();
  const records = await readEditions(tx, inArray(editions.id, [...ids]), asc(editions.id), ids.length);
  return new Map(records.map((record) => [record.edition.id, record]));
}

/** Everyone with a role in force in a portal; without a portal, in any. */
async function membersOf(tx: Transaction, portalId: PortalId | null): Promise<Member[]> {
  const at = now();
  const rows = await tx
    .select({
      userId: memberships.userId,
      held: { role: memberships.role, portalId: memberships.portalId, agencyId: memberships.agencyId },
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(portalId === null ? undefined : eq(memberships.portalId, portalId), inForceAt(at), isNull(users.suspendedAt)),
    )
    .orderBy(memberships.id);
  const people = new Map<UserId, { userId: UserId; roles: HeldRole[] }>();
  for (const { userId, held } of rows) {
    const known = people.get(userId) ?? { userId, roles: [] };
    known.roles.push(held);
    people.set(userId, known);
  }
  return [...people.values()];
}

/** Whom a remark calls, and who has spoken in its thread before. */
async function conversationOf(tx: Transaction, { verb, detail }: EventRow) {
  const nobody = { mentioned: [], thread: [] };
  if (verb !== 'comment' && verb !== 'reply') return nobody;
  const id = commentId.safeParse(detail['comment']).data;
  if (id === undefined) return nobody;
  const mentioned = await tx
    .select({ userId: commentMentions.userId })
    .from(commentMentions)
    .where(eq(commentMentions.commentId, id));
  return {
    mentioned: mentioned.map(({ userId }) => userId),
    thread: verb === 'reply' ? await speakersBefore(tx, id) : [],
  };
}

async function speakersBefore(tx: Transaction, id: CommentId): Promise<UserId[]> {
  const [row] = await tx.select({ parentId: comments.parentId }).from(comments).where(eq(comments.id, id));
  if (row === undefined || row.parentId === null) return [];
  const spoken = await tx
    .selectDistinct({ userId: comments.userId })
    .from(comments)
    .where(and(or(eq(comments.id, row.parentId), eq(comments.parentId, row.parentId)), lt(comments.id, id)));
  return spoken.flatMap(({ userId }) => (userId === null ? [] : [userId]));
}

async function formerClaimer(tx: Transaction, { editionId, seq }: EventRow): Promise<UserId | null> {
  if (editionId === null) return null;
  const [before] = await tx
    .select({ actorId: events.actorId })
    .from(events)
    .where(and(eq(events.editionId, editionId), inArray(events.verb, ['claim', 'take_over']), lt(events.seq, seq)))
    .orderBy(desc(events.seq))
    .limit(1);
  return before?.actorId ?? null;
}

async function keep(tx: Transaction, news: readonly EventNews[]): Promise<void> {
  const mail = await mailOf(tx, news);
  const rows = news.map((one, at) => ({
    userId: one.userId,
    portalId: one.event.portalId,
    kind: one.kind,
    eventSeq: one.event.seq,
    articleId: one.event.articleId,
    editionId: one.event.editionId,
    at: one.event.at,
    mail: mail[at] ?? 'none',
  }));
  const kept = await tx
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ userId: notifications.userId, mail: notifications.mail, kind: notifications.kind });
  await askForMail(tx, kept);
  await announceNews(
    tx,
    kept.map(({ userId }) => userId),
  );
}

/** How each piece of news is mailed: as its person chose, or as their roles have it; gathered while they are away. */
async function mailOf(tx: Transaction, news: readonly EventNews[]): Promise<MailChoice[]> {
  if (!mailIsSetUp()) return news.map(() => 'none');
  const at = now();
  const ids = [...new Set(news.map(({ userId }) => userId))];
  const [chosen, away] = await Promise.all([
    tx.select().from(notificationChoices).where(inArray(notificationChoices.userId, ids)),
    tx
      .select({ userId: absences.userId })
      .from(absences)
      .where(
        and(
          inArray(absences.userId, ids),
          lte(absences.startsAt, at),
          gte(absences.endsAt, at),
          isNull(absences.endedAt),
        ),
      ),
  ]);
  return news.map(({ userId, kind, event, member }) => {
    if (at.getTime() - event.at.getTime() > dayMilliseconds) return 'none';
    const roles = member.roles.map(({ role }) => role);
    const own = chosen.find((one) => one.userId === userId && one.kind === kind)?.mail ?? usualMail(kind, roles);
    return own === 'immediate' && away.some((one) => one.userId === userId) ? 'digest' : own;
  });
}
