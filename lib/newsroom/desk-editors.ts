import { asc, inArray } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import { whoIsAway } from '#lib/accounts/absences.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { holdersInForce } from '#lib/accounts/administration.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import { isEditor } from './policy.ts';

/** Everyone at the desk of a portal, besides the given people. */
export function deskEditorIds(
  queryable: Queryable,
  portalId: PortalId,
  besides: readonly UserId[] = [],
): Promise<UserId[]> {
  return holdersInForce(queryable, portalId, ['editor', 'managing_editor'], besides);
}

/** Whom an editor may give work to, by name, and who of them is away; nobody for somebody who is no editor. */
export async function deskEditors(
  actor: Actor,
  portalId: PortalId,
): Promise<{ id: UserId; name: string; isAway: boolean }[]> {
  if (!isEditor(actor, portalId)) return [];
  const ids = await deskEditorIds(database(), portalId);
  if (ids.length === 0) return [];
  const [people, away] = await Promise.all([
    database()
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inArray(users.id, ids))
      .orderBy(asc(users.name)),
    whoIsAway(database(), ids),
  ]);
  return people.map((person) => ({ ...person, isAway: away.has(person.id) }));
}
