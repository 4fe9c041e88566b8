import { beforeEach, expect, it } from 'vitest';
import { now } from '#lib/clock.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { dayIn } from '#lib/time-zone.ts';
import { type Actor, loadActor } from './actor.ts';
import { issueCode, redeemCode } from './codes.ts';
import { delegateRole } from './delegations.ts';
import { changePassword, endOwnSessions } from './own-account.ts';
import { editPerson, endSessionsOf } from './people.ts';
import { personToAdminister } from './people-reads.ts';
import { acceptGrant, endRole, grantRole } from './roles.ts';
import { actorOfSession, owedSecondStep, startSecondStep, startSession } from './sessions.ts';
import { suspend } from './suspension.ts';

testConfiguration();
testDatabase();

const password = 'perahu kertas di hulu';
let portal: PortalId;
let admin: Actor;
let second: Actor;
let userId: UserId;

beforeEach(async () => {
  portal = await aPortal();
  [admin, second] = [await anActor('admin', portal), await anActor('admin', portal)];
  userId = await aPerson({ password });
  await holdsRole(userId, 'contributor', portal, await anAgency(portal));
});

const roleOf = async (role: string) => {
  const { roles } = await personToAdminister(admin, userId);
  const entry = roles.find((candidate) => candidate.role === role);
  if (entry === undefined) throw new Error(`no role ${role}`);
  return { membershipId: entry.membershipId };
};
const delegation = (agencyId: Awaited<ReturnType<typeof anAgency>>) => {
  const today = dayIn(now(), 'Asia/Makassar');
  return {
    ...{ userId, portalId: portal, agencyId, inPlaceOf: null, from: today, until: today },
    ...({ role: 'contributor', kind: 'acting' } as const),
  };
};

it.each<[string, () => Promise<unknown>]>([
  ['a suspension', () => suspend(admin, { userId, version: 1, reason: 'Ponselnya dicuri orang.', forAbuse: false })],
  ['a role given', async () => grantRole(admin, { userId, portalId: portal, role: 'auditor', agencyId: null })],
  [
    'a guarded role accepted',
    async () => {
      await grantRole(admin, { userId, portalId: portal, role: 'editor', agencyId: null });
      await acceptGrant(second, await roleOf('editor'));
    },
  ],
  ['a role ended', async () => endRole(admin, await roleOf('contributor'))],
  ['a delegation', async () => delegateRole(admin, delegation(await anAgency(portal)))],
  [
    'a new address',
    () => editPerson(admin, { userId, version: 1, name: 'Siti', email: `${userId}@example.go.id`, phone: '' }),
  ],
  ['a reset code made', () => issueCode(admin, { userId })],
  [
    'a code used',
    async () => {
      const { code } = await issueCode(admin, { userId });
      const between = await startSession(userId, '');
      await redeemCode({ code, password: 'hujan turun di loa kulu' });
      expect(await actorOfSession(between.token)).toBeNull();
    },
  ],
  ['an admin who ends them', () => endSessionsOf(admin, { userId })],
  ['its owner who ends them all', async () => endOwnSessions(await loadActor(userId))],
  [
    'a new password',
    async () =>
      changePassword(
        await loadActor(userId),
        { currentPassword: password, newPassword: 'hujan turun di loa kulu' },
        '',
      ),
  ],
])('%s ends every session, and every second step that is still owed', async (_, happens) => {
  const session = await startSession(userId, 'Laptop');
  const pending = await startSecondStep(userId, 'Ponsel');
  expect(await actorOfSession(session.token)).not.toBeNull();
  expect(await owedSecondStep(pending.token)).not.toBeNull();
  await happens();
  expect(await actorOfSession(session.token)).toBeNull();
  expect(await owedSecondStep(pending.token)).toBeNull();
});
