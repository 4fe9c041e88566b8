import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { memberships, sessions, users } from '#db/schema/index.ts';
import { now, useClock } from '#lib/clock.ts';
import type { UserId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anAgency, aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { actorOfSession, endAllSessions, endSession, liveSession, startSession } from './sessions.ts';

testDatabase();

async function atHour<T>(hours: number, work: () => Promise<T>): Promise<T> {
  const at = now().getTime() + hours * 3_600_000;
  const putBack = useClock(() => new Date(at));
  try {
    return await work();
  } finally {
    putBack();
  }
}

async function anEditor(): Promise<UserId> {
  const userId = await aPerson();
  await holdsRole(userId, 'editor', await aPortal());
  return userId;
}

describe('a session', () => {
  it('leads to the person and what they may do now', async () => {
    const userId = await anEditor();
    const { token } = await startSession(userId, 'Komputer');
    const actor = await actorOfSession(token);
    expect(actor?.userId).toBe(userId);
    expect(actor?.roles.map((held) => held.role)).toEqual(['editor']);
  });

  it('keeps only a hash of its token', async () => {
    const { token } = await startSession(await aPerson(), 'Komputer');
    const rows = await database().select().from(sessions);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(token.length).toBeGreaterThanOrEqual(43);
  });

  it.each(['', 'x', '0'.repeat(43)])('is not opened by %j', async (token) => {
    expect(await actorOfSession(token)).toBeNull();
  });

  it('ends at once when it is signed out', async () => {
    const { token } = await startSession(await aPerson(), '');
    await endSession(token);
    expect(await actorOfSession(token)).toBeNull();
  });

  it('ends at once when the account is suspended', async () => {
    const userId = await aPerson();
    const { token } = await startSession(userId, '');
    await database().update(users).set({ suspendedAt: now() }).where(eq(users.id, userId));
    expect(await actorOfSession(token)).toBeNull();
  });

  it('shows at the next request that a role ended or waits for acceptance', async () => {
    const userId = await anEditor();
    const { token } = await startSession(userId, '');
    await database().update(memberships).set({ endedAt: now() }).where(eq(memberships.userId, userId));
    expect((await actorOfSession(token))?.roles).toEqual([]);
    await database()
      .update(memberships)
      .set({ endedAt: null, effectiveAt: null })
      .where(eq(memberships.userId, userId));
    expect((await actorOfSession(token))?.roles).toEqual([]);
  });

  it('ends with all others of the account, and only of that account', async () => {
    const [mine, other] = [await aPerson(), await aPerson()];
    const [first, second, theirs] = [
      await startSession(mine, ''),
      await startSession(mine, ''),
      await startSession(other, ''),
    ];
    const kept = await liveSession(second.token);
    await endAllSessions(database(), mine, kept?.sessionId);
    expect(await actorOfSession(first.token)).toBeNull();
    expect(await actorOfSession(second.token)).not.toBeNull();
    await endAllSessions(database(), mine);
    expect(await actorOfSession(second.token)).toBeNull();
    expect(await actorOfSession(theirs.token)).not.toBeNull();
  });

  it('ends after 8 still hours, for a contributor after 12', async () => {
    const editor = await startSession(await anEditor(), '');
    const portal = await aPortal();
    const contributorId = await aPerson();
    await holdsRole(contributorId, 'contributor', portal, await anAgency(portal));
    const contributor = await startSession(contributorId, '');
    expect(await atHour(7.9, () => actorOfSession(editor.token))).not.toBeNull();
    const late = await startSession(await anEditor(), '');
    expect(await atHour(8.1, () => actorOfSession(late.token))).toBeNull();
    expect(await atHour(11.9, () => actorOfSession(contributor.token))).not.toBeNull();
    expect(await atHour(11.9 + 12.1, () => actorOfSession(contributor.token))).toBeNull();
  });

  it('goes on while it is used, but never past seven days', async () => {
    const { token } = await startSession(await anEditor(), '');
    for (let hours = 6; hours < 7 * 24; hours += 6) {
      expect(await atHour(hours, () => actorOfSession(token)), `${hours} hours`).not.toBeNull();
    }
    expect(await atHour(7 * 24 + 0.1, () => actorOfSession(token))).toBeNull();
  });

  it('does not come back to life by being used after its end', async () => {
    const { token } = await startSession(await anEditor(), '');
    expect(await atHour(9, () => actorOfSession(token))).toBeNull();
    expect(await atHour(9.1, () => actorOfSession(token))).toBeNull();
  });
});
