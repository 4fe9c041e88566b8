import type { Role } from '#db/schema/enums.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notAllowed, notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';

const keepers: readonly Role[] = ['managing_editor', 'editor'];
const readers: readonly Role[] = [...keepers, 'auditor'];

/** Whether the person keeps the list of journalists of some portal, or reads it. */
export function pressPortals(actor: Actor): { portalId: PortalId; mayKeep: boolean }[] {
  const ids = [...new Set(actor.roles.filter(({ role }) => readers.includes(role)).map(({ portalId }) => portalId))];
  return ids.map((portalId) => ({ portalId, mayKeep: roleAmong(actor, portalId, keepers) !== undefined }));
}

/**
 * The role in which somebody keeps the list and lets people in: the desk's.
 *
 * @throws not_found for somebody who may not even read it, not_allowed for whoever only reads
 */
export function requireDesk(actor: Actor, portal: PortalId): Role {
  const role = roleAmong(actor, portal, keepers);
  if (role !== undefined) return role;
  if (roleAmong(actor, portal, readers) === undefined) throw notFound('press');
  throw notAllowed('Hanya redaktur yang dapat mengubah daftar wartawan dan akses embargo.');
}

function roleAmong(actor: Actor, portal: PortalId, roles: readonly Role[]): Role | undefined {
  const mine = actor.roles.filter(({ portalId }) => portalId === portal).map(({ role }) => role);
  return roles.find((role) => mine.includes(role));
}
