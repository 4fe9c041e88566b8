import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, coWriters, editions, namedPeople, notifications } from '#db/schema/index.ts';
import type { ArticleId, EditionId, UserId } from '#lib/ids.ts';
import { holds, maySee, type Person, type Sight } from '#lib/newsroom/policy.ts';
import type { AnnouncedEvent } from './announce.ts';

/** Who may hear of an edition: the facts of `maySee`, without the edition's words. */
export type HeardEdition = { articleId: ArticleId; sight: Sight };

/** The few facts that decide who sees these editions, in three short reads. */
export async function heardEditions(ids: readonly EditionId[]): Promise<HeardEdition[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select({
      id: editions.id,
      articleId: editions.articleId,
      state: editions.state,
      portalId: articles.portalId,
      articleAgencyId: articles.agencyId,
      ownAgencyId: editions.agencyId,
      jointAgencyIds: editions.jointAgencyIds,
      isConfidential: articles.isConfidential,
      createdBy: editions.createdBy,
      claimedBy: editions.claimedBy,
    })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(inArray(editions.id, [...ids]));
  const articleIds = rows.map(({ articleId }) => articleId);
  const [writers, named] = await Promise.all([
    database()
      .select({ of: coWriters.editionId, userId: coWriters.userId })
      .from(coWriters)
      .where(inArray(coWriters.editionId, [...ids])),
    database()
      .select({ of: namedPeople.articleId, userId: namedPeople.userId })
      .from(namedPeople)
      .where(inArray(namedPeople.articleId, articleIds)),
  ]);
  return rows.map(({ id, articleId, ownAgencyId, ...row }) => ({
    articleId,
    sight: {
      ...row,
      agencyId: ownAgencyId ?? row.articleAgencyId,
      coWriterIds: writers.filter(({ of }) => of === id).map(({ userId }) => userId),
      namedIds: named.filter(({ of }) => of === articleId).map(({ userId }) => userId),
    },
  }));
}

/** Which articles of these somebody may hear of. */
export function articlesFor(person: Person, heard: readonly HeardEdition[]): ArticleId[] {
  return [...new Set(heard.filter(({ sight }) => maySee(person, sight)).map(({ articleId }) => articleId))];
}

/** Whether one of these events is of an alarm that stands on this person's desk. */
export function hearsAlarm(person: Person, events: readonly AnnouncedEvent[]): boolean {
  const ofAlarms = events.filter(({ verb }) => verb === 'raise_alarm' || verb === 'settle_alarm');
  return ofAlarms.some(({ portalId }) =>
    person.roles.some((held) => {
      const concerns = portalId === null || portalId === held.portalId;
      return (
        concerns && (['editor', 'managing_editor', 'admin'] as const).some((role) => holds(person, role, held.portalId))
      );
    }),
  );
}

/** How much news these people have not read; who has none is left out. */
export async function unreadOf(userIds: readonly UserId[]): Promise<Map<UserId, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await database()
    .select({ userId: notifications.userId, count: sql<number>`count(*)::int` })
    .from(notifications)
    .where(and(inArray(notifications.userId, [...userIds]), isNull(notifications.readAt)))
    .groupBy(notifications.userId);
  return new Map(rows.map(({ userId, count }) => [userId, count]));
}
