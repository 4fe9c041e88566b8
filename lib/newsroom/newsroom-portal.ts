import type { Actor } from '#lib/accounts/actor.ts';
import { portalById } from './public.ts';
import type { PublicPortal } from './reader-shapes.ts';

/** The portal a person works for: its name and zone stand on their lists. Null for somebody without a role. */
export async function portalOf(actor: Actor): Promise<PublicPortal | null> {
  const [first] = actor.roles;
  return first === undefined ? null : portalById(first.portalId);
}
