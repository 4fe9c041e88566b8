import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { accountCodes, events, users } from '#db/schema/index.ts';
import { now, useClock } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { type Actor, loadActor } from './actor.ts';
import { codeHours, issueCode, redeemCode } from './codes.ts';
import { changePassword, endOwnSession, ownSessions } from './own-account.ts';
import { personToAdminister } from './people-reads.ts';
import { acceptGrant } from './roles.ts';
import { actorOfSession, liveSession, startSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { forgetTries } from './throttle.ts';

testConfiguration();
testDatabase();

const password = 'perahu kertas di hulu';
let portal: PortalId;
let admin: Actor;

beforeEach(async () => {
  forgetTries();
  portal = await aPortal();
  admin = await anActor('admin', portal);
});

async function afterHours<T>(hours: number, work: () => Promise<T>): Promise<T> {
  const at = now().getTime() + hours * 3_600_000;
  const putBack = useClock(() => new Date(at));
  try {
    return await work();
  } finally {
    putBack();
  }
}

const emailOf = async (userId: string) => {
  const rows = await database().select().from(users);
  return rows.find((row) => row.id === userId)?.email ?? '';
};

const outcomeOf = async (email: string, word: string) =>
  (await signIn({ email, password: word, device: '', network: '192.0.2.1', mark: undefined })).outcome;

describe('a code', () => {
  it('invites somebody without a password, once', async () => {
    const userId = await aPerson();
    const { code, purpose } = await issueCode(admin, { userId });
    expect(purpose).toBe('invite');
    await redeemCode({ code, password });
    expect(await outcomeOf(await emailOf(userId), password)).toBe('signed_in');
    await expect(redeemCode({ code, password: 'kata lain yang panjang' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('works once also when it is sent twice at the same moment', async () => {
    const { code } = await issueCode(admin, { userId: await aPerson() });
    const answers = await Promise.allSettled([redeemCode({ code, password }), redeemCode({ code, password })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('holds at least 128 random bits and is stored only as a hash', async () => {
    const { code } = await issueCode(admin, { userId: await aPerson() });
    const letters = code.replaceAll('-', '');
    expect(letters).toMatch(/^[0-9A-HJKMNP-TV-Z]+$/);
    expect(letters.length * 5).toBeGreaterThanOrEqual(128);
    const rows = await database().select().from(accountCodes);
    expect(JSON.stringify(rows)).not.toContain(letters);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('may be typed in small letters, with spaces, and with look-alikes', async () => {
    const { code } = await issueCode(admin, { userId: await aPerson() });
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    await expect(redeemCode({ code: typed, password })).resolves.toBeDefined();
  });

  it('ends after 24 hours', async () => {
    const { code } = await issueCode(admin, { userId: await aPerson() });
    const late = afterHours(codeHours + 0.01, () => redeemCode({ code, password }));
    await expect(late).rejects.toMatchObject({ code: 'invalid' });
    await expect(afterHours(codeHours - 0.01, () => redeemCode({ code, password }))).resolves.toBeDefined();
  });

  it('makes the one before it useless', async () => {
    const userId = await aPerson();
    const first = await issueCode(admin, { userId });
    const second = await issueCode(admin, { userId });
    await expect(redeemCode({ code: first.code, password })).rejects.toMatchObject({ code: 'invalid' });
    await expect(redeemCode({ code: second.code, password })).resolves.toBeDefined();
  });

  it('does not take an easy password, and can then be tried again', async () => {
    const { code } = await issueCode(admin, { userId: await aPerson({ name: 'Siti Rahmawati' }) });
    for (const weak of ['pendek', 'SitiRahmawati1990']) {
      await expect(redeemCode({ code, password: weak })).rejects.toMatchObject({ issues: [{ field: 'password' }] });
    }
    await expect(redeemCode({ code, password })).resolves.toBeDefined();
  });

  it('is not for oneself, for a suspended person, or from somebody who is no admin', async () => {
    const suspended = await aPerson({ suspendedAt: now() });
    await expect(issueCode(admin, { userId: admin.userId })).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(issueCode(admin, { userId: suspended })).rejects.toMatchObject({ code: 'not_allowed' });
    const editor = await anActor('editor', portal);
    await expect(issueCode(editor, { userId: await aPerson() })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not made by the admin of one portal for an editor of another', async () => {
    const elsewhere = await anActor('editor', await aPortal());
    await expect(issueCode(admin, { userId: elsewhere.userId })).rejects.toMatchObject({ code: 'not_found' });
    await holdsRole(elsewhere.userId, 'contributor', portal, await anAgency(portal));
    await expect(issueCode(admin, { userId: elsewhere.userId })).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('leaves its making and its use in the audit log, without the code', async () => {
    const userId = await aPerson();
    const { code } = await issueCode(admin, { userId });
    await redeemCode({ code, password });
    const rows = await database().select().from(events).where(eq(events.subjectId, userId));
    expect(rows.map((row) => [row.verb, row.actorId])).toEqual([
      ['issue_invite', admin.userId],
      ['redeem_invite', userId],
    ]);
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('a reset', () => {
  it('ends all sessions when it is made and when it is used', async () => {
    const userId = await aPerson({ password: 'kata lama yang panjang' });
    const before = await startSession(userId, '');
    const { code, purpose } = await issueCode(admin, { userId });
    expect(purpose).toBe('reset');
    expect(await actorOfSession(before.token)).toBeNull();
    const between = await startSession(userId, '');
    await redeemCode({ code, password });
    expect(await actorOfSession(between.token)).toBeNull();
    expect(await outcomeOf(await emailOf(userId), 'kata lama yang panjang')).toBe('refused');
    expect(await outcomeOf(await emailOf(userId), password)).toBe('signed_in');
  });

  it('makes desk roles wait for a second person, so that one admin cannot take over an editor', async () => {
    const second = await anActor('admin', portal);
    const userId = await aPerson({ password: 'kata lama yang panjang' });
    await holdsRole(userId, 'editor', portal);
    await holdsRole(userId, 'contributor', portal, await anAgency(portal));
    const { code } = await issueCode(admin, { userId });
    await redeemCode({ code, password });
    expect((await loadActor(userId)).roles.map((held) => held.role)).toEqual(['contributor']);
    const pending = (await personToAdminister(admin, userId)).roles.find((entry) => entry.isPending);
    if (pending === undefined) throw new Error('nothing waits');
    await expect(acceptGrant(admin, pending)).rejects.toMatchObject({ code: 'not_allowed' });
    await acceptGrant(second, pending);
    expect((await loadActor(userId)).roles.map((held) => held.role)).toContain('editor');
  });

  it('leaves desk roles in force where nobody else could accept them', async () => {
    const userId = await aPerson({ password: 'kata lama yang panjang' });
    await holdsRole(userId, 'editor', portal);
    const { code } = await issueCode(admin, { userId });
    await redeemCode({ code, password });
    expect((await loadActor(userId)).roles.map((held) => held.role)).toEqual(['editor']);
  });
});

describe('one’s own password', () => {
  it('changes after the present one was shown; all sessions end but the new one', async () => {
    const userId = await aPerson({ password });
    const other = await startSession(userId, 'Ponsel lama');
    const actor = await loadActor(userId);
    const { token } = await changePassword(
      actor,
      { currentPassword: password, newPassword: 'hujan turun di loa kulu' },
      'Ponsel',
    );
    expect(await actorOfSession(other.token)).toBeNull();
    expect((await actorOfSession(token))?.userId).toBe(userId);
    expect(await outcomeOf(actor.email, password)).toBe('refused');
  });

  it('does not change without the present one, nor to an easy one', async () => {
    const actor = await loadActor(await aPerson({ password }));
    const change = (currentPassword: string, newPassword: string) =>
      changePassword(actor, { currentPassword, newPassword }, '');
    await expect(change('bukan yang benar', 'hujan turun di loa kulu')).rejects.toMatchObject({
      issues: [{ field: 'currentPassword' }],
    });
    await expect(change(password, 'diskominfokaltim')).rejects.toMatchObject({ issues: [{ field: 'newPassword' }] });
  });

  it('cannot be guessed by somebody who found a signed-in device', async () => {
    const actor = await loadActor(await aPerson({ password }));
    const change = (currentPassword: string) =>
      changePassword(actor, { currentPassword, newPassword: 'hujan turun di loa kulu' }, '');
    for (let index = 0; index < 10; index += 1) await expect(change('salah')).rejects.toThrow();
    await expect(change(password)).rejects.toMatchObject({ issues: [{ code: 'throttled' }] });
  });
});

describe('one’s own sessions', () => {
  it('are listed and ended by their owner only', async () => {
    const [userId, strangerId] = [await aPerson(), await aPerson()];
    const [actor, stranger] = [await loadActor(userId), await loadActor(strangerId)];
    const session = await startSession(userId, 'Chrome di Android');
    const live = await liveSession(session.token);
    if (live === null) throw new Error('no session');
    expect(await ownSessions(actor)).toMatchObject([{ sessionId: live.sessionId, device: 'Chrome di Android' }]);
    expect(await ownSessions(stranger)).toEqual([]);
    await expect(endOwnSession(stranger, live)).rejects.toMatchObject({ code: 'not_found' });
    await endOwnSession(actor, live);
    expect(await actorOfSession(session.token)).toBeNull();
    expect(await ownSessions(actor)).toEqual([]);
  });
});
