import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { guardedRoles, type Role, roles } from '#db/schema/enums.ts';
import { events, memberships } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, PortalId, UserId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { accountInputs } from './account-input.ts';
import { type Actor, loadActor } from './actor.ts';
import { grantsToAccept } from './people-reads.ts';
import { acceptGrant, declineGrant, endRole, grantRole } from './roles.ts';
import { actorOfSession, startSession } from './sessions.ts';

testDatabase();

let portal: PortalId;
let agency: AgencyId;
let admin: Actor;
let second: Actor;
let managing: Actor;

beforeEach(async () => {
  portal = await aPortal();
  agency = await anAgency(portal);
  admin = await anActor('admin', portal);
  second = await anActor('admin', portal);
  managing = await anActor('managing_editor', portal);
});

const inputFor = (userId: UserId, role: Role, agencyId: AgencyId | null = null) => ({
  userId,
  portalId: portal,
  role,
  agencyId: ['contributor', 'verifier', 'leader'].includes(role) ? (agencyId ?? agency) : null,
});

const heldBy = async (userId: UserId) => (await loadActor(userId)).roles.map((held) => held.role);
const isGuarded = (role: Role) => guardedRoles.some((guarded) => guarded === role);

describe('granting', () => {
  it.each(roles.filter((role) => !isGuarded(role)))('puts %s in force at once', async (role) => {
    const userId = await aPerson();
    expect((await grantRole(admin, inputFor(userId, role))).inForce).toBe(true);
    expect(await heldBy(userId)).toEqual([role]);
  });

  it.each(guardedRoles)('makes %s wait for a second admin', async (role) => {
    const userId = await aPerson();
    const grant = await grantRole(admin, inputFor(userId, role));
    expect(grant.inForce).toBe(false);
    expect(await heldBy(userId)).toEqual([]);
    await acceptGrant(second, grant);
    expect(await heldBy(userId)).toEqual([role]);
  });

  it('lets a managing editor be the second person', async () => {
    const userId = await aPerson();
    await acceptGrant(managing, await grantRole(admin, inputFor(userId, 'editor')));
    expect(await heldBy(userId)).toEqual(['editor']);
  });

  it.each(roles)('never gives oneself %s', async (role) => {
    await expect(grantRole(admin, inputFor(admin.userId, role))).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('is refused to the granter and the person when they would accept', async () => {
    const person = await anActor('managing_editor', portal);
    const grant = await grantRole(admin, inputFor(person.userId, 'editor'));
    await expect(acceptGrant(admin, grant)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(acceptGrant(person, grant)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await heldBy(person.userId)).toEqual(['managing_editor']);
  });

  it.each(roles.filter((role) => role !== 'admin'))('does not exist for a %s', async (role) => {
    const actor = await anActor(role, portal, agency);
    await expect(grantRole(actor, inputFor(await aPerson(), 'contributor'))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('does not exist for the admin of another portal, also for accepting and ending', async () => {
    const stranger = await anActor('admin', await aPortal());
    const userId = await aPerson();
    await expect(grantRole(stranger, inputFor(userId, 'contributor'))).rejects.toMatchObject({ code: 'not_found' });
    const grant = await grantRole(admin, inputFor(userId, 'editor'));
    await expect(acceptGrant(stranger, grant)).rejects.toMatchObject({ code: 'not_found' });
    await expect(declineGrant(stranger, grant)).rejects.toMatchObject({ code: 'not_found' });
    await expect(endRole(stranger, grant)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('names an active agency of the portal for agency roles, and none for others', async () => {
    const userId = await aPerson();
    const elsewhere = await anAgency(await aPortal());
    const closed = await anAgency(portal, { isActive: false });
    for (const agencyId of [null, elsewhere, closed]) {
      const grant = grantRole(admin, { userId, portalId: portal, role: 'contributor', agencyId });
      await expect(grant).rejects.toMatchObject({ issues: [{ field: 'agencyId' }] });
    }
    await grantRole(admin, { userId, portalId: portal, role: 'auditor', agencyId: agency });
    expect((await loadActor(userId)).roles).toEqual([{ role: 'auditor', portalId: portal, agencyId: null }]);
  });

  it('happens once per role and agency', async () => {
    const userId = await aPerson();
    await grantRole(admin, inputFor(userId, 'contributor'));
    await expect(grantRole(second, inputFor(userId, 'contributor'))).rejects.toMatchObject({
      issues: [{ code: 'role_held' }],
    });
    await grantRole(admin, inputFor(userId, 'contributor', await anAgency(portal)));
    expect(await heldBy(userId)).toEqual(['contributor', 'contributor']);
  });

  it('keeps admins and editors apart, in every order and also while they wait', async () => {
    for (const desk of ['editor', 'managing_editor'] as const) {
      const editorId = await aPerson();
      await grantRole(admin, inputFor(editorId, desk));
      await expect(grantRole(admin, inputFor(editorId, 'admin'))).rejects.toMatchObject({ code: 'not_allowed' });
      const adminId = await aPerson();
      await grantRole(admin, inputFor(adminId, 'admin'));
      await expect(grantRole(admin, inputFor(adminId, desk))).rejects.toMatchObject({ code: 'not_allowed' });
    }
  });

  it('keeps admins and editors apart when both are granted at the same moment', async () => {
    const userId = await aPerson();
    const answers = await Promise.allSettled([
      grantRole(admin, inputFor(userId, 'admin')),
      grantRole(second, inputFor(userId, 'editor')),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not for suspended people', async () => {
    const userId = await aPerson({ suspendedAt: now() });
    await expect(grantRole(admin, inputFor(userId, 'contributor'))).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('and acceptance end the sessions of the person, so that no page is left with the old role', async () => {
    const userId = await aPerson();
    const first = await startSession(userId, '');
    await grantRole(admin, inputFor(userId, 'contributor'));
    expect(await actorOfSession(first.token)).toBeNull();
    const next = await startSession(userId, '');
    const grant = await grantRole(admin, inputFor(userId, 'editor'));
    expect(await actorOfSession(next.token)).not.toBeNull();
    await acceptGrant(second, grant);
    expect(await actorOfSession(next.token)).toBeNull();
  });
});

describe('a grant that waits', () => {
  it('is shown to those who may accept, with why one of them may not', async () => {
    const userId = await aPerson({ name: 'Rahma' });
    await grantRole(admin, inputFor(userId, 'verifier'));
    expect(await grantsToAccept(second)).toMatchObject([{ personName: 'Rahma', role: 'verifier', refusal: null }]);
    expect(await grantsToAccept(managing)).toMatchObject([{ refusal: null }]);
    expect(await grantsToAccept(admin)).toMatchObject([{ refusal: 'own_grant' }]);
    await expect(grantsToAccept(await anActor('editor', portal))).rejects.toMatchObject({ code: 'not_found' });
    expect(await grantsToAccept(await anActor('admin', await aPortal()))).toEqual([]);
  });

  it('can be turned down, then no longer accepted', async () => {
    const userId = await aPerson();
    const grant = await grantRole(admin, inputFor(userId, 'editor'));
    await declineGrant(managing, grant);
    await expect(acceptGrant(second, grant)).rejects.toMatchObject({ code: 'not_found' });
    expect(await heldBy(userId)).toEqual([]);
  });

  it('is accepted once', async () => {
    const grant = await grantRole(admin, inputFor(await aPerson(), 'editor'));
    const answers = await Promise.allSettled([acceptGrant(second, grant), acceptGrant(managing, grant)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(declineGrant(second, grant)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('cannot be accepted past the checks of the database either', async () => {
    const grant = await grantRole(admin, inputFor(await aPerson(), 'editor'));
    const forged = database()
      .update(memberships)
      .set({ acceptedBy: admin.userId, effectiveAt: now() })
      .where(eq(memberships.id, grant.membershipId));
    await expect(forged).rejects.toThrow();
  });
});

describe('ending a role', () => {
  it('takes it away at once, with the sessions, and can be granted again', async () => {
    const userId = await aPerson();
    const grant = await grantRole(admin, inputFor(userId, 'contributor'));
    const session = await startSession(userId, '');
    await endRole(second, grant);
    expect(await heldBy(userId)).toEqual([]);
    expect(await actorOfSession(session.token)).toBeNull();
    await expect(endRole(second, grant)).rejects.toMatchObject({ code: 'not_found' });
    await grantRole(admin, inputFor(userId, 'contributor'));
    expect(await heldBy(userId)).toEqual(['contributor']);
  });

  it('leaves every portal an admin, also when two admins remove each other', async () => {
    const membershipOf = async (userId: UserId) => {
      const [row] = await database()
        .select({ membershipId: memberships.id })
        .from(memberships)
        .where(and(eq(memberships.userId, userId), eq(memberships.role, 'admin')));
      if (row === undefined) throw new Error('no role');
      return row;
    };
    const [ofAdmin, ofSecond] = [await membershipOf(admin.userId), await membershipOf(second.userId)];
    const answers = await Promise.allSettled([endRole(admin, ofSecond), endRole(second, ofAdmin)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('does not exist for a managing editor', async () => {
    const userId = await aPerson();
    await holdsRole(userId, 'editor', portal);
    const [row] = await database().select().from(memberships).where(eq(memberships.userId, userId));
    if (row === undefined) throw new Error('no role');
    await expect(endRole(managing, { membershipId: row.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('every change of a role stands in the audit log', async () => {
  const userId = await aPerson();
  const grant = await grantRole(admin, inputFor(userId, 'verifier'));
  await acceptGrant(managing, grant);
  await endRole(second, grant);
  const rows = await database().select().from(events).where(eq(events.subjectId, userId)).orderBy(events.seq);
  expect(rows.map((row) => [row.verb, row.actorId, row.actorRole, row.detail.role])).toEqual([
    ['grant_role', admin.userId, 'admin', 'verifier'],
    ['accept_role', managing.userId, 'managing_editor', 'verifier'],
    ['end_role', second.userId, 'admin', 'verifier'],
  ]);
});

it('forms may send nothing but the named scalars', async () => {
  const good = { userId: admin.userId, portalId: portal, role: 'editor', agencyId: '' };
  expect(accountInputs.grantRole.parse(good)).toEqual({ ...good, agencyId: null });
  for (const change of [
    { role: ['editor', 'admin'] },
    { effectiveAt: '2026-01-01' },
    { role: 'root' },
    { userId: { id: 1 } },
  ]) {
    expect(accountInputs.grantRole.safeParse({ ...good, ...change }).success).toBe(false);
  }
});
