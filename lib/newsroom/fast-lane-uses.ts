import { and, desc, eq, gte, inArray, isNotNull, lt } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { agencies, articles, decisionNotes, editions, signatures } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { PortalId } from '#lib/ids.ts';
import { namesById } from './desk-rows.ts';
import { agencyOfEdition } from './edition-record.ts';
import type { FastLaneUse } from './fast-lane-shapes.ts';

/** The most uses one list shows. */
const mostUses = 500;

const reading = ['editor', 'managing_editor', 'auditor'];

/** Whether the list is for this person at all. */
export function readsFastLane(actor: Actor): boolean {
  return actor.roles.some((held) => reading.includes(held.role));
}

/**
 * What was published by the fast lane in a span of time, newest first, in the portals whose desk or
 * record this person reads; nothing for anyone else.
 */
export async function fastLaneUses(actor: Actor, from: Date, until: Date): Promise<FastLaneUse[]> {
  const portals = actor.roles.flatMap((held) => (reading.includes(held.role) ? [held.portalId] : []));
  return portals.length === 0 ? [] : usesIn(database(), portals, from, until);
}

/** The same for whole portals, without asking who reads. */
export async function usesIn(
  queryable: Queryable,
  portals: readonly PortalId[],
  from: Date,
  until: Date,
): Promise<FastLaneUse[]> {
  const rows = await queryable
    .select({ edition: editions, agencyName: agencies.shortName })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(agencies, eq(agencies.id, agencyOfEdition))
    .where(
      and(
        inArray(articles.portalId, [...portals]),
        isNotNull(editions.fastLaneBy),
        gte(editions.publishedAt, from),
        lt(editions.publishedAt, until),
      ),
    )
    .orderBy(desc(editions.publishedAt))
    .limit(mostUses);
  const ids = rows.map(({ edition }) => edition.id);
  if (ids.length === 0) return [];
  const notes = await queryable
    .select({ editionId: decisionNotes.editionId, text: decisionNotes.text })
    .from(decisionNotes)
    .where(and(inArray(decisionNotes.editionId, ids), eq(decisionNotes.verb, 'publish_now')));
  const reviews = await queryable
    .select({ editionId: signatures.editionId, userId: signatures.userId })
    .from(signatures)
    .where(and(inArray(signatures.editionId, ids), eq(signatures.act, 'second_review')));
  const name = await namesById([
    ...rows.map(({ edition }) => edition.fastLaneBy),
    ...reviews.map((review) => review.userId),
  ]);
  return rows.flatMap(({ edition, agencyName }): FastLaneUse[] => {
    if (edition.publishedAt === null) return [];
    const review = reviews.find((one) => one.editionId === edition.id);
    return [
      {
        articleId: edition.articleId,
        editionId: edition.id,
        number: edition.number,
        title: edition.title,
        state: edition.state,
        agencyName,
        by: name(edition.fastLaneBy),
        reason: edition.fastLaneReason,
        explanation: notes.find((note) => note.editionId === edition.id)?.text ?? '',
        publishedAt: edition.publishedAt,
        dueAt: edition.secondReviewDueAt,
        reviewedAt: edition.secondReviewDueAt === null ? null : edition.secondReviewedAt,
        reviewedBy: review === undefined ? null : name(review.userId),
      },
    ];
  });
}
