import type { Role } from '#db/schema/enums.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';

const acting: readonly Role[] = ['admin', 'managing_editor'];
const reading: readonly Role[] = [...acting, 'auditor'];

/** Whether this person may look at how the system is. */
export function maySeeOperations(actor: Actor): boolean {
  return actor.roles.some(({ role }) => reading.includes(role));
}

/** Whether this person may also decide about failed work. An auditor changes nothing. */
export function mayOperate(actor: Actor): boolean {
  return actor.roles.some(({ role }) => acting.includes(role));
}

/**
 * The role in which somebody acts upon the system as a whole, and a portal in which they hold it.
 *
 * @throws not_found for everybody else: for them there is no such page
 */
export function requireOperator(actor: Actor): { portalId: PortalId; role: Role } {
  const held = actor.roles.find(({ role }) => acting.includes(role));
  if (held === undefined) throw notFound('operations');
  return { portalId: held.portalId, role: held.role };
}
