import { and, eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { agencyRoles, type DelegationKind, type Role } from '#db/schema/enums.ts';
import { agencies, memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { AgencyId, MembershipId, PortalId, UserId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { type EventEntry, recordEvent } from '#lib/record/events.ts';
import type { AccountInput } from './account-input.ts';
import type { Actor } from './actor.ts';
import {
  acceptingPortals,
  administeredPortals,
  isGuarded,
  keepAnAdmin,
  type MembershipRow,
  openRoles,
  requireAdmin,
  unlessTaken,
} from './administration.ts';
import { closePast, recordPast } from './past-roles.ts';
import { openAt } from './role-in-force.ts';
import { endAllSessions } from './sessions.ts';

/** A role given: in force now, or waiting for a second admin or a managing editor. */
export type Grant = { membershipId: MembershipId; inForce: boolean };

/**
 * Gives a role. Roles that can bring words to readers, or give others such roles, wait until
 * a second person accepts them.
 *
 * @throws notAllowed for oneself, a suspended person, and an admin who would become an editor or the reverse
 */
export async function grantRole(actor: Actor, input: AccountInput<'grantRole'>): Promise<Grant> {
  requireAdmin(actor, input.portalId);
  return transaction(async (tx) => {
    const { row, past } = await addRole(tx, actor, input);
    await recordPast(tx, past);
    await roleEvent(tx, 'grant_role', 'admin', actor, row);
    return { membershipId: row.id, inForce: row.effectiveAt !== null };
  });
}

/** A role to give: a lasting one, or one for a time. */
export type NewRole = AccountInput<'grantRole'> & {
  delegation?: { kind: DelegationKind; startsAt: Date; endsAt: Date; inPlaceOf: UserId | null };
};

/**
 * Adds a role inside the transaction of the verb that gives it. Every way to a role goes through here.
 *
 * @returns the role, and what had ended by its time and was closed to make room (see `recordPast`)
 */
export async function addRole(
  tx: Transaction,
  actor: Actor,
  { userId, portalId, role, agencyId: wanted, delegation }: NewRole,
): Promise<{ row: MembershipRow; past: MembershipRow[] }> {
  if (userId === actor.userId) throw notAllowed('Tidak seorang pun dapat memberi peran kepada diri sendiri.');
  await personForRoles(tx, userId);
  const past = await closePast(tx, userId);
  const agencyId = await agencyOf(tx, { portalId, role, agencyId: wanted });
  await keepAdminsApart(tx, userId, role);
  const at = now();
  const effectiveAt = isGuarded(role) ? null : at;
  const lasting = { delegation: null, startsAt: null, endsAt: null, inPlaceOf: null };
  const { kind, ...times } = delegation ?? { ...lasting, kind: null };
  const [row] = await unlessTaken(
    tx
      .insert(memberships)
      .values({
        ...{ userId, portalId, agencyId, role, grantedBy: actor.userId, grantedAt: at, effectiveAt },
        ...{ delegation: kind, startsAt: times.startsAt, endsAt: times.endsAt, inPlaceOf: times.inPlaceOf },
      })
      .returning(),
    () =>
      invalid([
        {
          field: 'role',
          code: 'role_held',
          text: 'Orang ini sudah memegang peran itu, atau peran itu menunggu diterima.',
        },
      ]),
  );
  if (row === undefined) throw new Error('The new role was not returned.');
  if (effectiveAt !== null) await endAllSessions(tx, userId);
  return { row, past };
}

/**
 * Lets a granted role take effect.
 *
 * @throws notFound outside one's portals; notAllowed for the granter and for the person
 */
export function acceptGrant(actor: Actor, { membershipId }: AccountInput<'settleRole'>): Promise<void> {
  return transaction(async (tx) => {
    const grant = await pendingGrant(tx, actor, membershipId);
    if (grant.userId === actor.userId) throw notAllowed('Peran untuk diri sendiri harus diterima orang lain.');
    if (grant.grantedBy === actor.userId) {
      throw notAllowed('Anda yang memberi peran ini. Admin lain atau redaktur pelaksana harus menerimanya.');
    }
    await keepAdminsApart(tx, grant.userId, grant.role);
    await tx
      .update(memberships)
      .set({ acceptedBy: actor.userId, effectiveAt: now() })
      .where(eq(memberships.id, membershipId));
    await endAllSessions(tx, grant.userId);
    await roleEvent(tx, 'accept_role', acceptingRole(actor, grant.portalId), actor, grant);
  });
}

/** Turns a grant down that waits: by those who could accept it, or by who made it. */
export function declineGrant(actor: Actor, { membershipId }: AccountInput<'settleRole'>): Promise<void> {
  return transaction(async (tx) => {
    const grant = await pendingGrant(tx, actor, membershipId);
    await endMembership(tx, actor, grant);
    await roleEvent(tx, 'decline_role', acceptingRole(actor, grant.portalId), actor, grant);
  });
}

/**
 * Ends a role at once, together with the person's sessions.
 *
 * @throws notAllowed when it is the last admin of the portal
 */
export function endRole(actor: Actor, { membershipId }: AccountInput<'settleRole'>): Promise<void> {
  return transaction(async (tx) => {
    const held = await openMembership(tx, membershipId, administeredPortals(actor));
    if (held.role === 'admin' && held.effectiveAt !== null) await keepAnAdmin(tx, held.portalId, held.userId);
    await endMembership(tx, actor, held);
    await endAllSessions(tx, held.userId);
    await roleEvent(tx, 'end_role', 'admin', actor, held);
  });
}

async function pendingGrant(tx: Transaction, actor: Actor, membershipId: MembershipId): Promise<MembershipRow> {
  const grant = await openMembership(tx, membershipId, acceptingPortals(actor));
  if (grant.effectiveAt !== null) throw conflict('Peran ini sudah diterima. Muat ulang halaman.');
  return grant;
}

/** Reads an open role in one of the portals (`any`: the caller decides upon the row); its person is held until the transaction ends. */
export async function openMembership(
  tx: Transaction,
  membershipId: MembershipId,
  portalIds: readonly PortalId[] | 'any',
): Promise<MembershipRow> {
  const one = and(eq(memberships.id, membershipId), openAt(now()));
  const [found] = await tx.select().from(memberships).where(one);
  if (found === undefined || (portalIds !== 'any' && !portalIds.includes(found.portalId))) throw notFound('role');
  await tx.select({ id: users.id }).from(users).where(eq(users.id, found.userId)).for('no key update');
  const [row] = await tx.select().from(memberships).where(one);
  if (row === undefined) throw notFound('role');
  return row;
}

/** Closes a role at this moment; its person is held by the caller. */
export async function endMembership(tx: Transaction, actor: Actor, held: MembershipRow): Promise<void> {
  await tx.update(memberships).set({ endedAt: now(), endedBy: actor.userId }).where(eq(memberships.id, held.id));
}

async function personForRoles(tx: Transaction, userId: UserId): Promise<void> {
  const [person] = await tx
    .select({ suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.id, userId))
    .for('no key update');
  if (person === undefined) throw notFound('person');
  if (person.suspendedAt !== null) throw notAllowed('Orang ini sedang dibekukan. Cabut pembekuannya lebih dulu.');
}

/** Agency roles need an active agency of the portal, portal roles take none. */
async function agencyOf(
  tx: Transaction,
  input: Pick<NewRole, 'portalId' | 'role' | 'agencyId'>,
): Promise<AgencyId | null> {
  if (!agencyRoles.some((role) => role === input.role)) return null;
  const [agency] =
    input.agencyId === null
      ? []
      : await tx
          .select({ id: agencies.id })
          .from(agencies)
          .where(
            and(eq(agencies.id, input.agencyId), eq(agencies.portalId, input.portalId), eq(agencies.isActive, true)),
          );
  if (agency !== undefined) return agency.id;
  throw invalid([{ field: 'agencyId', code: 'agency_missing', text: 'Pilih perangkat daerah untuk peran ini.' }]);
}

const deskRoles: readonly Role[] = ['editor', 'managing_editor'];

/** Who hands out the keys does not also decide what is published: an admin is never an editor. */
async function keepAdminsApart(tx: Transaction, userId: UserId, role: Role): Promise<void> {
  const open = (await openRoles(tx, userId)).map((held) => held.role);
  if (role === 'admin' && open.some((held) => deskRoles.includes(held))) {
    throw notAllowed('Redaktur tidak dapat sekaligus menjadi admin. Akhiri peran redakturnya lebih dulu.');
  }
  if (deskRoles.includes(role) && open.includes('admin')) {
    throw notAllowed('Admin tidak dapat sekaligus menjadi redaktur. Akhiri peran adminnya lebih dulu.');
  }
}

export function acceptingRole(actor: Actor, portalId: PortalId): Role {
  return administeredPortals(actor).includes(portalId) ? 'admin' : 'managing_editor';
}

export function roleEvent(
  tx: Transaction,
  verb: EventVerb,
  actorRole: Role | null,
  actor: Actor,
  held: MembershipRow,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordEvent(tx, roleEntry(verb, actorRole, actor, held, detail));
}

/** What the audit log is told of a role. */
export function roleEntry(
  verb: EventVerb,
  actorRole: Role | null,
  actor: Actor,
  held: MembershipRow,
  detail: Record<string, unknown> = {},
): EventEntry {
  return {
    portalId: held.portalId,
    actorId: actor.userId,
    actorRole,
    verb,
    subjectId: held.userId,
    ...(held.agencyId === null ? {} : { agencyId: held.agencyId }),
    detail: { role: held.role, membershipId: held.id, ...detail },
  };
}
