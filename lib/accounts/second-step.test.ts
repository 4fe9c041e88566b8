import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { decisiveRoles, roles } from '#db/schema/enums.ts';
import { events, recoveryCodes, secondFactors, sessions } from '#db/schema/index.ts';
import { now, useClock } from '#lib/clock.ts';
import { config, useConfig } from '#lib/config.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import { anAuthenticator, appCode } from '#lib/testing/authenticator.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { type Actor, loadActor } from './actor.ts';
import { stillOwed } from './assurance.ts';
import { issueCode, redeemCode } from './codes.ts';
import { confirmByPassword } from './confirmation.ts';
import { removeFactor, removeSecondFactor } from './factor-changes.ts';
import { factorsOf } from './factor-reads.ts';
import { addFirstAdmin } from './first-admins.ts';
import { changePassword } from './own-account.ts';
import { addPasskey, newPasskeyOptions, passkeyOptions } from './passkeys.ts';
import { hashPassword } from './passwords.ts';
import { makeRecoveryCodes, openRecoveryCodes, recoveryCodeCount } from './recovery-codes.ts';
import { confirmByPasskey, signInByPasskey, takeSecondStep, takeSecondStepByPasskey } from './second-step.ts';
import { liveSession, type SessionStanding, sessionStanding } from './sessions.ts';
import { type SignInTry, signIn } from './sign-in.ts';
import { forgetTries } from './throttle.ts';
import { addTotp, newTotp, resealTotp } from './totp.ts';

testConfiguration({ secondFactor: 'required' });
testDatabase();

const password = 'perahu kertas di hulu';
const here = { device: 'Ponsel', network: '192.0.2.1', mark: undefined };
let portal: PortalId;
let userId: UserId;
let email: string;
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

beforeEach(async () => {
  forgetTries();
  portal = await aPortal();
  userId = await aPerson({ passwordHash });
  await holdsRole(userId, 'editor', portal);
  ({ email } = await loadActor(userId));
});

const attempt = (changes: Partial<SignInTry> = {}) => signIn({ email, password, ...here, ...changes });

/** Shifts the clock while something is done. */
async function later<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  const at = now().getTime() + seconds * 1_000;
  const putBack = useClock(() => new Date(at));
  try {
    return await work();
  } finally {
    putBack();
  }
}

async function held(token: string): Promise<SessionStanding> {
  const found = await sessionStanding(token);
  if (found === null) throw new Error('no session');
  return found;
}

/** Signs in with the password where nothing more is asked. */
async function inByPassword(): Promise<string> {
  const answer = await attempt();
  if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
  return answer.token;
}

/** Signs in with the password where a second step is owed. */
async function owed(changes: Partial<SignInTry> = {}): Promise<string> {
  const answer = await attempt(changes);
  if (answer.outcome !== 'second_step') throw new Error(answer.outcome);
  return answer.token;
}

/** Sets up an app. @returns its secret and the surer session */
async function withApp(): Promise<{ secret: string; token: string }> {
  const session = await held(await inByPassword());
  const { secret } = newTotp(session);
  return { secret, ...(await addTotp(session, { code: appCode(secret) })) };
}

async function withPasskey() {
  const passkey = anAuthenticator();
  const session = await held(await inByPassword());
  const { token } = await addPasskey(session, {
    name: 'Laptop',
    answer: passkey.make(await newPasskeyOptions(session)),
  });
  return { passkey, token };
}

describe('assurance', () => {
  it.each(roles)('asks a second factor of a %s when the role decides, and of nobody else', (role) => {
    const isDecisive = decisiveRoles.some((decisive) => decisive === role);
    const without = stillOwed({ roles: [{ role }], assurance: 'password', hasFactor: false });
    expect(without).toBe(isDecisive ? 'first_factor' : 'nothing');
    expect(stillOwed({ roles: [{ role }], assurance: 'password', hasFactor: true })).toBe('second_step');
    expect(stillOwed({ roles: [{ role }], assurance: 'second_factor', hasFactor: true })).toBe('nothing');
  });

  it('lets whoever must have a factor and has none do nothing but set one up', async () => {
    const token = await inByPassword();
    expect(await liveSession(token)).toBeNull();
    expect((await held(token)).standing).toBe('must_set_up');
    const session = await held(token);
    const { secret } = newTotp(session);
    const { token: surer } = await addTotp(session, { code: appCode(secret) });
    expect(await liveSession(surer)).toMatchObject({ assurance: 'second_factor', actor: { userId } });
    expect(await sessionStanding(token)).toBeNull();
  });
});

describe('a second step', () => {
  it('stands between the right password and a session, at every door', async () => {
    const { secret } = await withApp();
    const pending = await owed();
    expect(await sessionStanding(pending)).toBeNull();
    expect((await attempt({ code: '000000' })).outcome).toBe('code_refused');
    expect((await later(60, () => attempt({ code: appCode(secret) }))).outcome).toBe('signed_in');
  });

  it('is made with the code of the app, and then the pending token is spent', async () => {
    const { secret } = await withApp();
    await later(60, async () => {
      const pending = await owed();
      expect(await takeSecondStep(pending, '123', here)).toEqual({ outcome: 'refused' });
      const answer = await takeSecondStep(pending, appCode(secret), here);
      if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
      expect((await liveSession(answer.token))?.assurance).toBe('second_factor');
      expect(await takeSecondStep(pending, appCode(secret, 30), here)).toEqual({ outcome: 'ended' });
    });
  });

  it('takes codes of one step before and after, and none further off', async () => {
    const { secret } = await withApp();
    for (const [seconds, outcome] of [
      [-60, 'refused'],
      [60, 'refused'],
      [-30, 'signed_in'],
      [30, 'signed_in'],
    ] as const) {
      const answer = await later(600 + seconds * 10, async () =>
        takeSecondStep(await owed(), appCode(secret, seconds), here),
      );
      expect(answer.outcome, `${seconds} s`).toBe(outcome);
    }
  });

  it('takes each code once, also when it comes twice at the same moment', async () => {
    const { secret } = await withApp();
    await later(60, async () => {
      const [one, two] = [await owed(), await owed()];
      const code = appCode(secret);
      const answers = await Promise.all([takeSecondStep(one, code, here), takeSecondStep(two, code, here)]);
      expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['refused', 'signed_in']);
    });
  });

  it('must follow within ten minutes', async () => {
    const { secret } = await withApp();
    const pending = await owed();
    const late = await later(601, () => takeSecondStep(pending, appCode(secret), here));
    expect(late).toEqual({ outcome: 'ended' });
  });

  it('is not skipped nor taken away by a reset, and ends when the account’s sessions end', async () => {
    const second = await anActor('admin', portal);
    const { secret } = await withApp();
    const pending = await owed();
    const { code } = await issueCode(second, { userId });
    expect(await takeSecondStep(pending, appCode(secret, 30), here)).toEqual({ outcome: 'ended' });
    await redeemCode({ code, password: 'hujan turun di loa kulu' });
    expect((await attempt({ password: 'hujan turun di loa kulu' })).outcome).toBe('second_step');
    expect(await factorsOf(userId)).toHaveLength(1);
  });

  it('keeps its secret sealed', async () => {
    const { secret } = await withApp();
    const [row] = await database().select().from(secondFactors).where(eq(secondFactors.userId, userId));
    expect(row?.secret).toMatch(/^rw1\./);
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it('goes on under a new secret of the install, and is sealed anew', async () => {
    const { secret } = await withApp();
    const [before] = await database().select().from(secondFactors).where(eq(secondFactors.userId, userId));
    const { authSecret } = config();
    const fresh = 'rahasia-baru-untuk-pengujian-9876543210';
    const rotated = { secondFactor: 'required', authSecret: fresh, authSecrets: [fresh, authSecret] } as const;
    const putBack = useConfig(aConfiguration(rotated));
    try {
      expect((await later(60, () => attempt({ code: appCode(secret) }))).outcome).toBe('signed_in');
      await database().update(secondFactors).set({ secret: before?.secret }).where(eq(secondFactors.userId, userId));
      expect(await resealTotp()).toMatchObject({ resealed: expect.any(Number) });
    } finally {
      putBack();
    }
    const [after] = await database().select().from(secondFactors).where(eq(secondFactors.userId, userId));
    expect(after?.secret?.split('.')[1]).not.toBe(before?.secret?.split('.')[1]);
  });

  it('cannot be used up by strangers who know the password: the owner’s device still gets in', async () => {
    const { secret } = await withApp();
    const owner = await later(60, async () => takeSecondStep(await owed(), appCode(secret), here));
    if (owner.outcome !== 'signed_in') throw new Error(owner.outcome);
    const outcomes = new Set<string>();
    for (let index = 0; index < 40; index += 1) {
      const stranger = { device: '', network: `198.51.100.${index}`, mark: undefined };
      outcomes.add((await attempt({ ...stranger, code: '000000' })).outcome);
    }
    expect([...outcomes]).toEqual(['code_refused', 'throttled']);
    const fromHome = { ...here, mark: owner.mark };
    const answer = await later(120, () => attempt({ ...fromHome, code: appCode(secret) }));
    expect(answer.outcome).toBe('signed_in');
  });
});

describe('recovery codes', () => {
  it('are ten, each works once, and new ones replace them', async () => {
    const { token } = await withApp();
    const codes = await makeRecoveryCodes(await held(token));
    expect(new Set(codes).size).toBe(recoveryCodeCount);
    const rows = await database().select().from(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    expect(JSON.stringify(rows)).not.toContain(codes[0]?.replaceAll('-', ''));
    const [first = '', second = ''] = codes;
    const typed = first.toLowerCase().replaceAll('-', ' ');
    expect((await takeSecondStep(await owed(), typed, here)).outcome).toBe('signed_in');
    expect((await takeSecondStep(await owed(), first, here)).outcome).toBe('refused');
    expect(await openRecoveryCodes(userId)).toBe(9);
    await makeRecoveryCodes(await held(token));
    expect((await takeSecondStep(await owed(), second, here)).outcome).toBe('refused');
    const verbs = await database().select({ verb: events.verb }).from(events).where(eq(events.subjectId, userId));
    expect(verbs.map(({ verb }) => verb)).toContain('use_recovery_code');
  });

  it('of somebody else do not work', async () => {
    const { token } = await withApp();
    const [code = ''] = await makeRecoveryCodes(await held(token));
    userId = await aPerson({ passwordHash });
    ({ email } = await loadActor(userId));
    await withApp();
    expect((await takeSecondStep(await owed(), code, here)).outcome).toBe('refused');
  });
});

describe('a passkey', () => {
  it('makes the second step, and signs in alone', async () => {
    const { passkey } = await withPasskey();
    const pending = await owed();
    const [row] = await database()
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, userId), eq(sessions.owesSecondStep, true)));
    const options = await passkeyOptions(`second_step ${row?.id}`, userId);
    const answer = await takeSecondStepByPasskey(pending, passkey.show(options), here);
    expect(answer.outcome).toBe('signed_in');
    const again = await later(2, async () => signInByPasskey(passkey.show(await passkeyOptions('sign_in')), here));
    if (again.outcome !== 'signed_in') throw new Error(again.outcome);
    expect(await liveSession(again.token)).toMatchObject({ actor: { userId }, assurance: 'second_factor' });
  });

  it('is refused from another page, locked, for another purpose, twice, and too late', async () => {
    const { passkey } = await withPasskey();
    const asked = await passkeyOptions('sign_in');
    const outcomes = [
      await signInByPasskey(passkey.show(asked, false), here),
      await signInByPasskey(passkey.show(await passkeyOptions(`confirm ${userId}`)), here),
      await signInByPasskey(anAuthenticator().show(asked), here),
      await later(601, () => signInByPasskey(passkey.show(asked), here)),
    ];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(4).fill('refused'));
    expect((await signInByPasskey(passkey.show(asked), here)).outcome).toBe('signed_in');
    expect((await signInByPasskey(passkey.show(asked), here)).outcome).toBe('refused');
    const copied = anAuthenticator('https://warta-example.go.id');
    const session = await held(await later(1, () => inByAnotherPasskey(passkey)));
    const stolen = addPasskey(session, { name: '', answer: copied.make(await newPasskeyOptions(session)) });
    await expect(stolen).rejects.toMatchObject({ code: 'invalid' });
  });

  it('of somebody else does not make one’s second step', async () => {
    const { passkey } = await withPasskey();
    userId = await aPerson({ passwordHash });
    ({ email } = await loadActor(userId));
    await withApp();
    const pending = await owed();
    const [row] = await database().select().from(sessions).where(eq(sessions.userId, userId));
    const answer = passkey.show(await passkeyOptions(`second_step ${row?.id}`));
    expect((await takeSecondStepByPasskey(pending, answer, here)).outcome).toBe('refused');
  });

  async function inByAnotherPasskey(passkey: ReturnType<typeof anAuthenticator>): Promise<string> {
    const answer = await signInByPasskey(passkey.show(await passkeyOptions('sign_in')), here);
    if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
    return answer.token;
  }
});

describe('changing second factors', () => {
  it('needs a fresh confirmation, which a password or a passkey gives, under a new token', async () => {
    const { passkey, token } = await withPasskey();
    await later(16 * 60, async () => {
      const stale = await held(token);
      await expect(makeRecoveryCodes(stale)).rejects.toMatchObject({ issues: [{ code: 'confirm_first' }] });
      await expect(confirmByPassword(stale, { password: 'salah sama sekali' })).rejects.toMatchObject({
        code: 'invalid',
      });
      const fresh = await confirmByPassword(stale, { password });
      expect(await sessionStanding(token)).toBeNull();
      const session = await held(fresh.token);
      await expect(makeRecoveryCodes(session)).resolves.toHaveLength(recoveryCodeCount);
      const asked = await passkeyOptions(`confirm ${session.sessionId}`, userId);
      const again = await confirmByPasskey(session, passkey.show(asked));
      expect((await held(again.token)).sessionId).toBe(session.sessionId);
    });
  });

  it('ends all other sessions, and leaves the last factor to whoever must have one', async () => {
    const { token } = await withApp();
    const session = await held(token);
    const [app] = await factorsOf(userId);
    if (app === undefined) throw new Error('no factor');
    await expect(removeFactor(session, app)).rejects.toMatchObject({ code: 'not_allowed' });
    const passkey = anAuthenticator();
    const two = await addPasskey(session, { name: '', answer: passkey.make(await newPasskeyOptions(session)) });
    const other = await signInByPasskey(passkey.show(await passkeyOptions('sign_in')), here);
    if (other.outcome !== 'signed_in') throw new Error(other.outcome);
    const one = await removeFactor(await held(two.token), app);
    expect(await liveSession(other.token)).toBeNull();
    expect((await liveSession(one.token))?.assurance).toBe('second_factor');
    expect(await factorsOf(userId)).toMatchObject([{ kind: 'passkey', name: 'Kunci sandi' }]);
  });

  it('keeps a session sure through a change of password', async () => {
    const { token } = await withApp();
    const session = await held(token);
    const input = { currentPassword: password, newPassword: 'hujan turun di loa kulu' };
    const next = await changePassword(session.actor, input, '', session.assurance);
    expect(await liveSession(next.token)).not.toBeNull();
    expect(await liveSession(token)).toBeNull();
  });

  it('of somebody who lost theirs is for an admin, with a reason; decisive roles then wait', async () => {
    const { token } = await withApp();
    await makeRecoveryCodes(await held(token));
    await holdsRole(userId, 'contributor', portal, await anAgency(portal));
    const admin: Actor = await anActor('admin', portal);
    await anActor('admin', portal);
    const input = { userId, reason: 'Ponselnya hilang di pasar.' };
    const editor = await anActor('editor', portal);
    await expect(removeSecondFactor(editor, input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeSecondFactor(admin, { ...input, userId: admin.userId })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    await removeSecondFactor(admin, input);
    expect(await sessionStanding(token)).toBeNull();
    expect(await factorsOf(userId)).toEqual([]);
    expect(await openRecoveryCodes(userId)).toBe(0);
    expect((await loadActor(userId)).roles.map(({ role }) => role)).toEqual(['contributor']);
    await expect(removeSecondFactor(admin, input)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('of a first admin who lost theirs are taken away by whoever holds the machine, and the log has it', async () => {
    const fresh = await aPortal();
    const give = (options = {}) => transaction((tx) => addFirstAdmin(tx, fresh, { name: 'Admin', email }, options));
    userId = await aPerson({ passwordHash });
    await holdsRole(userId, 'admin', fresh);
    ({ email } = await loadActor(userId));
    const { token } = await withApp();
    await give();
    expect(await factorsOf(userId)).toHaveLength(1);
    await give({ withoutFactors: true });
    expect(await factorsOf(userId)).toEqual([]);
    expect(await sessionStanding(token)).toBeNull();
    const rows = await database().select().from(events).where(eq(events.subjectId, userId));
    expect(rows.find(({ verb }) => verb === 'remove_second_factor')).toMatchObject({
      actorId: null,
      detail: { from: 'command', kinds: ['totp'] },
    });
  });
});
