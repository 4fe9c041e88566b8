import { inArray, or, type SQL, sql } from 'drizzle-orm';
import { articles, editions, namedPeople } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { PortalId } from '#lib/ids.ts';

/**
 * What confidential articles show of themselves to this person, as a condition on editions and
 * articles: the same as `maySee`, for lists and counts that cannot ask it row by row. It says
 * nothing of articles that are not confidential, so add it beside the condition for those.
 */
export function confidedTo(actor: Actor): SQL | undefined {
  return or(
    sql`not ${articles.isConfidential}`,
    // The words have come to readers.
    sql`${editions.state} in ('published', 'archived', 'retracted', 'superseded')`,
    sql`exists (select 1 from ${namedPeople} where ${namedPeople.articleId} = ${articles.id} and ${namedPeople.userId} = ${actor.userId})`,
    inAny(portalsWith(actor, 'auditor')),
    sql`(${inAny(portalsWith(actor, 'managing_editor'))} and ${editions.state} not in ('draft', 'returned', 'discarded'))`,
  );
}

const inAny = (portalIds: readonly PortalId[]): SQL =>
  portalIds.length === 0 ? sql`false` : inArray(articles.portalId, [...portalIds]);

const portalsWith = (actor: Actor, role: 'managing_editor' | 'auditor'): PortalId[] =>
  actor.roles.filter((held) => held.role === role).map((held) => held.portalId);
