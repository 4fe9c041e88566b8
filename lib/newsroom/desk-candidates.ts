import { and, arrayOverlaps, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import {
  articles,
  coWriters,
  editions,
  queueEntries,
  revisions,
  signatures,
  signatureVoids,
} from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId, EditionId } from '#lib/ids.ts';
import { editionIdsOf } from './edition-ids.ts';
import { agenciesOf, portalsWhere, withinReach } from './reached-editions.ts';

/**
 * What may belong on somebody's desk: for each of its parts the ids, found along indexes and in the narrow rows
 * of the queue. The policy decides on each; the conditions here only keep what it would refuse from
 * pushing out what waits.
 */

const idsOf = (query: SQL) => editionIdsOf(database(), query);

/** The part of `workingStates` as the partial indexes write it. */
const working = sql`${editions.state} in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`;
const me = (actor: Actor) => sql`${actor.userId}::uuid`;
const invitedTo = (actor: Actor) =>
  sql`select ${coWriters.editionId} from ${coWriters} where ${eq(coWriters.userId, actor.userId)}`;

/** What only this person, or people like them, can bring on: to verify, to confirm, to finish, to review; the longest waiting first. */
export function couldWaitFor(actor: Actor, limit: number): Promise<EditionId[]> {
  const { state, agencyIds, portalId, claimedBy, waitingSince } = queueEntries;
  const ofAgencies = (ids: readonly AgencyId[]) => (ids.length === 0 ? sql`false` : arrayOverlaps(agencyIds, [...ids]));
  const isVerifiers = ofAgencies(agenciesOf(actor, ['verifier']));
  const desks = portalsWhere(actor, ['editor', 'managing_editor']);
  const isDesks = desks.length === 0 ? sql`false` : inArray(portalId, desks);
  const isInvited = sql`${queueEntries.editionId} in (${invitedTo(actor)})`;
  const onceOut = (where: SQL | undefined) => sql`
    select ${editions.id} as id, coalesce(${editions.submittedAt}, ${editions.createdAt}) as since from ${editions}
    inner join ${articles} on ${articles.id} = ${editions.articleId} where ${and(where, withinReach(actor))}`;
  return idsOf(sql`
    select id from (
      (
        select entry.id, entry.since from (
          -- In their order first: only the longest waiting are looked at more closely.
          select ${queueEntries.editionId} as id, ${waitingSince} as since, ${state} as state,
            (${isDesks} or ${isVerifiers} or ${isInvited}) as is_asked
          from ${queueEntries}
          where (${state} = 'submitted' and ${isVerifiers}) or (${state} = 'in_editing' and ${claimedBy} = ${me(actor)})
            or (${state} = 'approved' and (${isDesks} or ${ofAgencies(agenciesOf(actor))} or ${isInvited}))
          order by ${waitingSince} offset 0
        ) as entry
        inner join ${editions} on ${editions.id} = entry.id
        inner join ${articles} on ${articles.id} = ${editions.articleId}
        where ${withinReach(actor)} and (
          entry.state <> 'approved' or (
            ${editions.approvedBy} is distinct from ${me(actor)}
            and (entry.is_asked or ${editions.submittedBy} = ${me(actor)}) and ${signersOfApproved} < 2
          )
        )
        order by entry.since limit ${limit}
      )
      union ${onceOut(and(sql`${editions.state} in ('published', 'archived')`, owesReview))}
      union ${onceOut(owesLook)}
    ) as candidates order by since, id limit ${limit}`);
}

/**
 * What was published by the fast lane and owes its second review, and what was retracted and owes a look. Counted
 * out first: the planner takes them for as many as ever were reviewed, and would read all articles beside them.
 */
const mostOwing = 1_000;
export const owesReview = sql`${editions.id} = any(array(
  select owing.id from ${editions} as owing
  where owing.second_review_due_at is not null and owing.second_reviewed_at is null limit ${mostOwing}
))`;
const owesLook = sql`${editions.id} = any(array(
  select owing.id from ${editions} as owing
  where owing.retract_review_due_at is not null and owing.retract_reviewed_at is null limit ${mostOwing}
))`;

/** How many people stand for the words that were approved. */
const signersOfApproved = sql`(
  select count(distinct ${signatures.userId}) from ${signatures}
  where ${signatures.editionId} = entry.id
    and ${signatures.contentHash} = (
      select newest.content_hash from ${signatures} as newest
      where newest.edition_id = entry.id and newest.act = 'approve' order by newest.id desc limit 1
    )
    and not exists (select 1 from ${signatureVoids} where ${signatureVoids.signatureId} = ${signatures.id})
)`;

/** Late, and carried to this person; the longest waiting first. */
export function carriedTo(actor: Actor, limit: number): Promise<EditionId[]> {
  return idsOf(sql`
    select ${editions.id} as id from ${editions} inner join ${articles} on ${articles.id} = ${editions.articleId}
    where ${working} and ${editions.escalation} > 0 and ${editions.escalatedTo} @> array[${me(actor)}] and ${withinReach(actor)}
    order by coalesce(${editions.submittedAt}, ${editions.createdAt}), ${editions.id} limit ${limit}`);
}

/**
 * What this person began, sent on, was asked to write or wrote in, until it is published: of what came back, of
 * drafts and of the rest as many each, the newest touched first.
 */
export function ownWork(actor: Actor, limit: number): Promise<EditionId[]> {
  const writes = agenciesOf(actor, ['contributor', 'verifier']);
  const inAgency =
    writes.length === 0
      ? sql`false`
      : sql`(${inArray(articles.agencyId, writes)} or ${inArray(editions.agencyId, writes)})`;
  const invited = invitedTo(actor);
  const typedIn = sql`
    select ${revisions.editionId} from ${revisions}
    where ${revisions.by} = ${me(actor)} and ${revisions.reason} in ('typing', 'restored')`;
  const mine = [
    sql`${editions.createdBy} = ${me(actor)}`,
    sql`${editions.submittedBy} = ${me(actor)}`,
    sql`${editions.id} in (${invited})`,
    sql`${editions.id} in (${typedIn})`,
  ].map((own) => sql`select ${editions.id} as id from ${editions} where ${working} and ${own}`);
  const part = sql`case ${editions.state} when 'returned' then 1 when 'draft' then 2 else 3 end`;
  const touched = sql`coalesce(${editions.lastTypedAt}, ${editions.createdAt})`;
  return idsOf(sql`
    with mine as materialized (${sql.join(mine, sql` union `)})
    select id from (
      select ${editions.id} as id, ${touched} as touched,
        row_number() over (partition by ${part} order by ${touched} desc, ${editions.id} desc) as place
      from mine inner join ${editions} on ${editions.id} = mine.id
      inner join ${articles} on ${articles.id} = ${editions.articleId}
      where ${withinReach(actor)} and (
        ${editions.state} not in ('draft', 'returned') or ${editions.createdBy} = ${me(actor)}
        or ${inAgency} or ${editions.id} in (${invited})
      )
    ) as placed
    where place <= ${limit} order by touched desc, id desc`);
}
