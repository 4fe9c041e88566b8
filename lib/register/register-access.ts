import type { Role } from '#db/schema/enums.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notAllowed, notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';

const keepers: readonly Role[] = ['managing_editor', 'editor', 'admin'];
const deciders: readonly Role[] = ['managing_editor', 'editor'];
const proposers: readonly Role[] = ['managing_editor', 'editor', 'verifier', 'contributor'];

/** Everyone who works for a portal reads its register. */
export const mayReadRegister = (actor: Actor, portal: PortalId) => roleAmong(actor, portal, undefined) !== undefined;

/** Editors and admins of the portal keep it. */
export const mayKeepRegister = (actor: Actor, portal: PortalId) => roleAmong(actor, portal, keepers) !== undefined;

/** Only editors say which names and words are right. */
export const mayDecideNames = (actor: Actor, portal: PortalId) => roleAmong(actor, portal, deciders) !== undefined;

/** Whoever writes may propose a name. */
export const mayProposeNames = (actor: Actor, portal: PortalId) => roleAmong(actor, portal, proposers) !== undefined;

/** @throws not_found for somebody of another portal */
export function requireReader(actor: Actor, portal: PortalId): void {
  if (!mayReadRegister(actor, portal)) throw notFound('register');
}

/**
 * @returns the role in which the change is remembered
 * @throws not_found for somebody of another portal, not_allowed for whoever only reads
 */
export function requireKeeper(actor: Actor, portal: PortalId): Role {
  return required(actor, portal, keepers, 'Hanya redaktur dan admin yang dapat mengubah daftar rujukan.');
}

/** As `requireKeeper`, for the list of names. */
export function requireDecider(actor: Actor, portal: PortalId): Role {
  return required(actor, portal, deciders, 'Hanya redaktur yang dapat memutuskan usulan nama dan istilah.');
}

/** As `requireKeeper`, for proposals. */
export function requireProposer(actor: Actor, portal: PortalId): Role {
  return required(actor, portal, proposers, 'Hanya penulis dan redaktur yang dapat mengusulkan nama dan istilah.');
}

/** The portal the person writes for, the first of several; whoever writes for none is told so there. */
export function proposingPortal(actor: Actor): PortalId {
  const held = actor.roles.find(({ role }) => proposers.includes(role)) ?? actor.roles[0];
  if (held === undefined) throw notFound('register');
  return held.portalId;
}

function required(actor: Actor, portal: PortalId, roles: readonly Role[], text: string): Role {
  requireReader(actor, portal);
  const role = roleAmong(actor, portal, roles);
  if (role === undefined) throw notAllowed(text);
  return role;
}

/** The strongest of the roles that the person holds in this portal. */
function roleAmong(actor: Actor, portal: PortalId, roles: readonly Role[] | undefined): Role | undefined {
  const mine = actor.roles.filter((held) => held.portalId === portal).map((held) => held.role);
  return roles === undefined ? mine[0] : roles.find((role) => mine.includes(role));
}
