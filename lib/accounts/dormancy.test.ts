import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { events, mails, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config, useConfig } from '#lib/config.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import { testClock } from '#lib/testing/clock.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { type Actor, loadActor } from './actor.ts';
import { closeDormant } from './dormancy.ts';
import { actorOfSession, startSecondStep, startSession } from './sessions.ts';
import { unsuspend } from './suspension.ts';

const server = { host: '127.0.0.1', port: 1, tls: 'none', login: null } as const;
testConfiguration({ mail: { server, from: { name: 'Warta', address: 'redaksi@example.go.id' } } });
testDatabase();
const setClock = testClock();

const day = 86_400_000;
const begin = Date.parse('2026-01-05T01:00:00Z');
const onDay = (days: number) => setClock(new Date(begin + days * day));
let portal: PortalId;
let admin: Actor;
let userId: UserId;

beforeEach(async () => {
  onDay(0);
  portal = await aPortal();
  admin = await anActor('admin', portal);
  userId = await aPerson({ passwordHash: 'x', createdAt: now() });
  await holdsRole(userId, 'editor', portal);
});

const row = async (id = userId) => {
  const [found] = await database().select().from(users).where(eq(users.id, id));
  if (found === undefined) throw new Error('no such person');
  return found;
};
const mailsTo = async () => (await database().select().from(mails).where(eq(mails.userId, userId))).length;

describe('an account nobody signs in to', () => {
  it('is warned of by mail after 83 days and closed seven days later, with a record', async () => {
    const { token } = await startSession(userId, '');
    onDay(82);
    await closeDormant();
    expect((await row()).dormancyWarnedAt).toBeNull();
    onDay(84);
    await closeDormant();
    await closeDormant();
    expect(await mailsTo()).toBe(1);
    onDay(90);
    await closeDormant();
    expect((await row()).suspendedAt).toBeNull();
    onDay(91);
    await closeDormant();
    expect((await row()).suspendedAt).not.toBeNull();
    expect(await actorOfSession(token)).toBeNull();
    const verbs = await database().select({ verb: events.verb }).from(events).where(eq(events.subjectId, userId));
    expect(verbs.map(({ verb }) => verb)).toEqual(['warn_dormant', 'suspend_dormant']);
  });

  it('stays open when its owner signs in, and not by a password alone where a second step is owed', async () => {
    onDay(84);
    await closeDormant();
    onDay(86);
    await startSecondStep(userId, '');
    onDay(91);
    const other = await aPerson({ passwordHash: 'x', createdAt: new Date(begin) });
    await startSession(other, '');
    await closeDormant();
    expect((await row()).suspendedAt).not.toBeNull();
    expect((await row(other)).suspendedAt).toBeNull();
  });

  it('is opened again by an admin, and then has its week anew', async () => {
    onDay(84);
    await closeDormant();
    onDay(91);
    await closeDormant();
    await unsuspend(admin, { userId, version: (await row()).version });
    await closeDormant();
    expect(await row()).toMatchObject({ suspendedAt: null, dormancyWarnedAt: now() });
    onDay(99);
    await closeDormant();
    expect((await row()).suspendedAt).not.toBeNull();
  });

  it('is never the last admin’s, nor one whose invite was not used', async () => {
    const alone = await aPerson({ passwordHash: 'x', createdAt: now() });
    await holdsRole(alone, 'admin', await aPortal());
    const invited = await aPerson({ createdAt: now() });
    for (const days of [84, 92, 100]) {
      onDay(days);
      await closeDormant();
    }
    expect((await row(alone)).suspendedAt).toBeNull();
    expect(await row(invited)).toMatchObject({ suspendedAt: null, dormancyWarnedAt: null });
    expect((await loadActor(alone)).roles).toHaveLength(1);
  });

  it('is left alone in the demo', async () => {
    const putBack = useConfig({ ...aConfiguration(), mode: 'demo' });
    onDay(200);
    try {
      await closeDormant();
    } finally {
      putBack();
    }
    expect(config().mode).toBe('production');
    expect((await row()).dormancyWarnedAt).toBeNull();
  });
});
