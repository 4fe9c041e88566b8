import { argon2Sync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import { now, useClock } from '#lib/clock.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aPerson } from '#lib/testing/people.ts';
import { deviceMark, knownDevice, knownDeviceDays } from './known-device.ts';
import { isWeakerThanNew } from './passwords.ts';
import { actorOfSession } from './sessions.ts';
import { type SignInTry, signIn, signInInput } from './sign-in.ts';
import { forgetTries, takeTry } from './throttle.ts';

testConfiguration();
testDatabase();

const password = 'perahu kertas di hulu';
let email = '';
let count = 0;

beforeEach(async () => {
  forgetTries();
  count += 1;
  email = `orang${count}@example.go.id`;
  await aPerson({ email, password });
});

const attempt = (changes: Partial<SignInTry> = {}) =>
  signIn({ email, password, device: 'Ponsel', network: '192.0.2.1', mark: undefined, ...changes });

async function storedHash(): Promise<string> {
  const [row] = await database().select().from(users).where(eq(users.email, email));
  return row?.passwordHash ?? '';
}

const afterMinutes = async <T>(minutes: number, work: () => Promise<T>): Promise<T> => {
  const at = now().getTime() + minutes * 60_000;
  const putBack = useClock(() => new Date(at));
  try {
    return await work();
  } finally {
    putBack();
  }
};

async function fail(times: number, changes: Partial<SignInTry> | ((index: number) => Partial<SignInTry>) = {}) {
  const outcomes: string[] = [];
  for (let index = 0; index < times; index += 1) {
    const own = typeof changes === 'function' ? changes(index) : changes;
    outcomes.push((await attempt({ password: 'salah sama sekali', ...own })).outcome);
  }
  return outcomes;
}

describe('signing in', () => {
  it('opens a session for the right password', async () => {
    const answer = await attempt();
    if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
    expect((await actorOfSession(answer.token))?.email).toBe(email);
  });

  it('makes a hash of a lower cost anew', async () => {
    const [message, nonce] = [Buffer.from(password), Buffer.alloc(16, 5)];
    const tag = argon2Sync('argon2id', { message, nonce, parallelism: 1, tagLength: 32, memory: 64, passes: 1 });
    const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    const passwordHash = `$argon2id$v=19$m=64,t=1,p=1$${plain(nonce)}$${plain(tag)}`;
    await database().update(users).set({ passwordHash }).where(eq(users.email, email));
    expect(await attempt({ password: 'salah sama sekali' })).toEqual({ outcome: 'refused' });
    expect(await storedHash()).toBe(passwordHash);
    expect((await attempt()).outcome).toBe('signed_in');
    expect(isWeakerThanNew(await storedHash())).toBe(false);
    expect((await attempt()).outcome).toBe('signed_in');
  });

  it('takes the address in any case and with spaces around', () => {
    expect(signInInput.parse({ email: ' Orang@Example.GO.ID ', password })).toMatchObject({
      email: 'orang@example.go.id',
    });
  });

  it.each([{ email: ['a', 'b'] }, { email: { $ne: '' } }, { extra: 'x' }, { password: 1 }])(
    'takes nothing but two texts: %j',
    (changes) => {
      expect(signInInput.safeParse({ email, password, ...changes }).success).toBe(false);
    },
  );

  it('answers alike to a wrong password, an unknown, an invited and a suspended account', async () => {
    const invited = `undangan${count}@example.go.id`;
    await aPerson({ email: invited });
    const suspended = `beku${count}@example.go.id`;
    await aPerson({ email: suspended, password, suspendedAt: now() });
    const answers = [
      await attempt({ password: 'salah sama sekali' }),
      await attempt({ email: 'tidak-ada@example.go.id' }),
      await attempt({ email: invited }),
      await attempt({ email: suspended }),
    ];
    for (const answer of answers) expect(answer).toEqual({ outcome: 'refused' });
  });
});

describe('too many tries', () => {
  it('are stopped for an account from one network, whether it exists or not', async () => {
    for (const address of [email, 'tidak-ada@example.go.id']) {
      const outcomes = await fail(12, { email: address });
      expect(outcomes.slice(0, 10)).toEqual(Array(10).fill('refused'));
      expect(outcomes.slice(10)).toEqual(['throttled', 'throttled']);
      forgetTries();
    }
  });

  it('are counted before the work, so that many at once do not slip by', async () => {
    const outcomes = await Promise.all(Array.from({ length: 15 }, () => attempt({ password: 'salah sama sekali' })));
    expect(outcomes.filter((answer) => answer.outcome === 'throttled')).toHaveLength(5);
  });

  it('say when to try again, and then it works', async () => {
    await fail(10);
    const answer = await attempt();
    if (answer.outcome !== 'throttled') throw new Error(answer.outcome);
    const minutes = (answer.until.getTime() - now().getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(10);
    expect(minutes).toBeLessThanOrEqual(15);
    expect((await afterMinutes(16, () => attempt())).outcome).toBe('signed_in');
  });

  it('from a hundred networks do not keep the owner out on a device that signed in before', async () => {
    const before = await attempt();
    if (before.outcome !== 'signed_in') throw new Error(before.outcome);
    await fail(100, (index) => ({ network: `198.51.100.${index}` }));
    expect((await attempt({ network: '203.0.113.9' })).outcome).toBe('throttled');
    expect((await attempt({ network: '203.0.113.9', mark: before.mark })).outcome).toBe('signed_in');
  }, 90_000);

  it('are stopped on a known device as well', async () => {
    const before = await attempt();
    if (before.outcome !== 'signed_in') throw new Error(before.outcome);
    const outcomes = await fail(21, { mark: before.mark });
    expect(outcomes.at(-1)).toBe('throttled');
  });

  it('of one network over many accounts are stopped, and those of its neighbour are not', () => {
    const tryFrom = (network: string) => takeTry([{ kind: 'network', of: network }]);
    for (let index = 0; index < 200; index += 1) expect(tryFrom('192.0.2.77')).toBeUndefined();
    expect(tryFrom('192.0.2.77')).toBeInstanceOf(Date);
    expect(tryFrom('192.0.2.78')).toBeUndefined();
  });

  it('are not spent by signing in rightly', async () => {
    for (let index = 0; index < 12; index += 1) expect((await attempt()).outcome).toBe('signed_in');
  });
});

describe('the mark of a known device', () => {
  it('counts for its own account, for a while, unaltered', async () => {
    const [user] = await database().select().from(users).where(eq(users.email, email));
    if (user === undefined) throw new Error('no user');
    const stranger = await aPerson();
    const mark = deviceMark(user.id);
    expect(knownDevice(user.id, mark)).toBeDefined();
    expect(knownDevice(stranger, mark)).toBeUndefined();
    expect(knownDevice(user.id, `${mark}x`)).toBeUndefined();
    expect(knownDevice(user.id, mark.replace(/\.\d+\./, '.9999999999999.'))).toBeUndefined();
    for (const odd of ['', '..', 'a.b.c', '__proto__', '.'.repeat(500)])
      expect(knownDevice(user.id, odd)).toBeUndefined();
    const later = await afterMinutes((knownDeviceDays + 1) * 1440, async () => knownDevice(user.id, mark));
    expect(later).toBeUndefined();
  });
});
