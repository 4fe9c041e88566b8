import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { database } from '#db/client.ts';
import { mails, secondFactors, sessions, users } from '#db/schema/index.ts';
import { useConfig } from '#lib/config.ts';
import type { UserId } from '#lib/ids.ts';
import type { SignInProvider } from '#lib/settings.ts';
import { collectLog } from '#lib/testing/captured-log.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aFalseProvider, type FalseProvider } from '#lib/testing/false-provider.ts';
import { aPerson, aPortal, holdsRole } from '#lib/testing/people.ts';
import { type ProviderAccount, startTestProvider, type TestProvider } from '#lib/testing/sign-in-provider.ts';
import { loadActor } from './actor.ts';
import { isConfirmed } from './assurance.ts';
import { beginJourney, endJourney, type Journey, openJourney } from './provider-journey.ts';
import { confirmByProvider, signInByProvider } from './provider-sign-in.ts';
import { liveSession, sessionStanding, startSession } from './sessions.ts';
import { forgetProvider, offeredProvider } from './sign-in-provider.ts';
import { forgetTries } from './throttle.ts';

const server = { host: '127.0.0.1', port: 1, tls: 'none', login: null } as const;
const mail = { server, from: { name: 'Warta', address: 'redaksi@example.go.id' } };
testConfiguration();
testDatabase();

const origin = { device: 'Chrome di Android', network: '192.0.2.77', mark: undefined };
let provider: TestProvider;
const putBack: (() => void)[] = [];

/** The newsroom with this provider, until the test is over. */
function withProvider(settings: SignInProvider, changes: Parameters<typeof aConfiguration>[0] = {}): void {
  forgetProvider();
  putBack.push(useConfig(aConfiguration({ mail, ...changes, signInProvider: settings })));
}

beforeAll(async () => {
  provider = await startTestProvider('https://warta.example.go.id');
});
afterAll(() => provider.stop());
beforeEach(() => {
  forgetTries();
  withProvider(provider.settings);
});
afterEach(() => {
  for (const undo of putBack.splice(0).reverse()) undo();
  forgetProvider();
});

async function leave(
  { goTo = '/redaksi', confirms = null }: Partial<Pick<Journey, 'goTo' | 'confirms'>> = {},
  settings: SignInProvider = provider.settings,
) {
  const begun = await beginJourney(settings, { goTo, confirms });
  if (begun === undefined) throw new Error('The provider is away.');
  return begun;
}

/** What the browser brings back, after its person did at the provider what they do. */
async function atProvider(address: URL, visitor: ProviderAccount | null): Promise<URLSearchParams> {
  provider.visitor = visitor;
  const cookies = new Map<string, string>();
  let next = address;
  while (next.origin === provider.settings.issuer.origin) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to === null) throw new Error(`The provider stays at ${next.pathname}: ${await answer.text()}`);
    next = new URL(to, next);
  }
  return next.searchParams;
}

async function travel(visitor: ProviderAccount | null, purpose: Partial<Pick<Journey, 'goTo' | 'confirms'>> = {}) {
  const { address, sealed } = await leave(purpose);
  const query = await atProvider(address, visitor);
  return endJourney(provider.settings, openJourney(provider.settings, sealed), query);
}

async function comeIn(visitor: ProviderAccount) {
  const arrival = await travel(visitor);
  if (arrival.kind === 'failed') throw new Error(arrival.why);
  return signInByProvider(arrival.shown, origin);
}

const emailOf = async (userId: UserId) => (await loadActor(userId)).email;
const verified = (email: string, more: Partial<ProviderAccount> = {}) => ({ email, email_verified: true, ...more });

async function somebody(): Promise<{ userId: UserId; email: string }> {
  const userId = await aPerson();
  await holdsRole(userId, 'auditor', await aPortal());
  return { userId, email: await emailOf(userId) };
}

describe('signing in', () => {
  it('finds the account by its verified address, however it is written, and opens a session of its own', async () => {
    const { userId, email } = await somebody();
    const { address, sealed } = await leave({ goTo: '/redaksi/antrean' });
    const asked = address.searchParams;
    expect(asked.get('redirect_uri')).toBe('https://warta.example.go.id/redaksi/masuk/sso/kembali');
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    const journey = openJourney(provider.settings, sealed);
    // What the browser carries shows nothing, the verifier least of all.
    expect(sealed).not.toContain(journey?.verifier ?? '');
    const query = await atProvider(address, verified(` ${email.toUpperCase()}`));
    const arrival = await endJourney(provider.settings, journey, query);
    if (arrival.kind === 'failed') throw new Error(arrival.why);
    expect(arrival.journey.goTo).toBe('/redaksi/antrean');
    const answer = await signInByProvider(arrival.shown, origin);
    if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
    expect(await liveSession(answer.token)).toMatchObject({ actor: { userId }, assurance: 'password' });
  });

  it('makes no account, and says the same of unknown and suspended people', async () => {
    const before = await database().$count(users);
    expect(await comeIn(verified('tidak-ada@example.go.id'))).toEqual({ outcome: 'refused' });
    const { userId, email } = await somebody();
    await database().update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId));
    expect(await comeIn(verified(email))).toEqual({ outcome: 'refused' });
    expect(await database().$count(users)).toBe(before + 1);
    expect(await database().$count(sessions, eq(sessions.userId, userId))).toBe(0);
  });

  it.each([[false], [undefined], ['true'], [1]])('an address whose email_verified is %s is nobody’s', async (said) => {
    const { email } = await somebody();
    expect(await travel({ email, email_verified: said })).toEqual({ kind: 'failed', why: 'unverified' });
  });

  it('asks for the address where the token does not bear it', async () => {
    const quiet = await startTestProvider('https://warta.example.go.id', { inToken: false });
    const usual = provider;
    provider = quiet;
    try {
      withProvider(quiet.settings);
      const { email } = await somebody();
      expect(await comeIn(verified(email))).toMatchObject({ outcome: 'signed_in' });
      expect(await travel({ email, email_verified: false })).toEqual({ kind: 'failed', why: 'unverified' });
    } finally {
      provider = usual;
      await quiet.stop();
    }
  });

  it('tells the owner of a device that it does not know', async () => {
    const { userId, email } = await somebody();
    await comeIn(verified(email));
    await comeIn(verified(email));
    const told = await database()
      .select()
      .from(mails)
      .where(and(eq(mails.userId, userId)));
    expect(told.map(({ kind }) => kind)).toEqual(['new_device']);
  });

  it('is no confirmation when the provider asked long ago, or does not say when', async () => {
    const { email } = await somebody();
    const confirmedAfter = async (at: Date | undefined) => {
      const answer = await signInByProvider({ email, byManyFactors: false, at }, origin);
      if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
      const held = await sessionStanding(answer.token);
      return held !== null && isConfirmed(held);
    };
    const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000);
    expect(await confirmedAfter(secondsAgo(5))).toBe(true);
    expect(await confirmedAfter(secondsAgo(3_600))).toBe(false);
    expect(await confirmedAfter(secondsAgo(-3_600))).toBe(false);
    expect(await confirmedAfter(undefined)).toBe(false);
  });

  it('counts tries by address and network as the password’s door does', async () => {
    const shown = { email: 'tidak-ada@example.go.id', byManyFactors: false, at: undefined };
    for (let tries = 0; tries < 10; tries += 1)
      expect(await signInByProvider(shown, origin)).toMatchObject({ outcome: 'refused' });
    expect(await signInByProvider(shown, origin)).toMatchObject({ outcome: 'throttled' });
  });
});

describe('the second factor', () => {
  async function anEditor(hasFactor: boolean) {
    const userId = await aPerson();
    await holdsRole(userId, 'editor', await aPortal());
    if (hasFactor)
      await database()
        .insert(secondFactors)
        .values({ userId, kind: 'totp', name: 'Ponsel', secret: 'x', createdAt: new Date() });
    return { userId, email: await emailOf(userId) };
  }
  const many = { amr: ['pwd', 'otp', 'mfa'] };

  it('is owed here, whatever the provider says, unless the operator trusts it', async () => {
    withProvider(provider.settings, { secondFactor: 'required' });
    const { email } = await anEditor(true);
    expect(await comeIn(verified(email, many))).toMatchObject({ outcome: 'second_step' });
    const bare = await anEditor(false);
    const answer = await comeIn(verified(bare.email, many));
    if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
    expect(await liveSession(answer.token)).toBeNull();
    expect(await sessionStanding(answer.token)).toMatchObject({ standing: 'must_set_up' });
  });

  it('is the trusted provider’s when it names several, and only then', async () => {
    const settings = { ...provider.settings, isTrustedForFactors: true };
    withProvider(settings, { secondFactor: 'required' });
    const { email } = await anEditor(true);
    expect(await comeIn(verified(email, { amr: ['pwd'] }))).toMatchObject({ outcome: 'second_step' });
    expect(await comeIn(verified(email, many))).toMatchObject({ outcome: 'signed_in' });
    const bare = await anEditor(false);
    const answer = await comeIn(verified(bare.email, { acr: 'https://refeds.org/profile/mfa' }));
    if (answer.outcome !== 'signed_in') throw new Error(answer.outcome);
    expect(await liveSession(answer.token)).toMatchObject({ assurance: 'second_factor' });
    // Trust that is taken back holds at once.
    withProvider(provider.settings, { secondFactor: 'required' });
    expect(await liveSession(answer.token)).toBeNull();
  });
});

describe('what comes back', () => {
  it('holds once, in the browser that left, and for ten minutes', async () => {
    const { email } = await somebody();
    const { address, sealed } = await leave();
    const journey = openJourney(provider.settings, sealed);
    const query = await atProvider(address, verified(email));
    const other = openJourney(provider.settings, (await leave()).sealed);
    for (const carried of [undefined, other])
      expect(await endJourney(provider.settings, carried, query)).toEqual({ kind: 'failed', why: 'expired' });
    expect((await endJourney(provider.settings, journey, query)).kind).toBe('shown');
    expect(await endJourney(provider.settings, journey, query)).toEqual({ kind: 'failed', why: 'unusable' });
  });

  it.each([
    ['nothing', undefined],
    ['something changed', 'rw1.aaaa.bbbb'],
    ['nonsense', 'x'],
  ])('%s carried by the browser is no journey', (_, sealed) => {
    expect(openJourney(provider.settings, sealed)).toBeUndefined();
  });

  it('a journey to another provider, or by another name, is none to this one', async () => {
    const { sealed } = await leave();
    expect(openJourney({ ...provider.settings, clientId: 'lain' }, sealed)).toBeUndefined();
    expect(openJourney({ ...provider.settings, issuer: new URL('http://127.0.0.1:1') }, sealed)).toBeUndefined();
  });

  it('the answer of another provider is not taken for this one’s', async () => {
    const { address, sealed } = await leave();
    const query = await atProvider(address, verified('siapa@example.go.id'));
    query.set('iss', 'https://lain.example.go.id');
    const arrival = await endJourney(provider.settings, openJourney(provider.settings, sealed), query);
    expect(arrival).toEqual({ kind: 'failed', why: 'unusable' });
  });

  it('a no is a no', async () => {
    expect(await travel(null)).toEqual({ kind: 'failed', why: 'denied' });
  });

  it('neither the code, the secret nor the address reaches the log', async () => {
    const captured = collectLog();
    const { email } = await somebody();
    const { address, sealed } = await leave();
    const query = await atProvider(address, verified(email));
    const journey = openJourney(provider.settings, sealed);
    await endJourney(provider.settings, journey, query);
    await endJourney(provider.settings, journey, query);
    await signInByProvider({ email: 'penanda@example.go.id', byManyFactors: false, at: undefined }, origin);
    captured.stop();
    expect(captured.text()).toContain('sign_in_provider_refused');
    for (const secret of [provider.settings.clientSecret, query.get('code') ?? 'x', email, 'penanda'])
      expect(captured.text()).not.toContain(secret);
  });
});

describe('a provider that is not what it should be', () => {
  let false_: FalseProvider;
  beforeAll(async () => {
    false_ = await aFalseProvider();
  });
  afterAll(() => false_.stop());

  test.each<[string, Parameters<FalseProvider['issue']>[0], string]>([
    ['as it should', {}, 'shown'],
    ['with another nonce', { claims: { nonce: 'lain' } }, 'unusable'],
    ['for somebody else', { claims: { aud: 'aplikasi-lain' } }, 'unusable'],
    ['from another issuer', { claims: { iss: 'https://lain.example.go.id' } }, 'unusable'],
    ['that is over', { claims: { exp: 1_000 } }, 'unusable'],
    ['signed by another key', { key: 'another' }, 'unusable'],
    ['not signed', { alg: 'none' }, 'unusable'],
    ['signed with the secret we share', { alg: 'HS256' }, 'unusable'],
    ['with a signature nobody offered', { alg: 'PS256' }, 'unusable'],
  ])('a token %s: %s', async (_, issued, expected) => {
    withProvider(false_.settings);
    const { address, sealed } = await leave({}, false_.settings);
    false_.issue(issued, address.searchParams.get('nonce') ?? '');
    const query = new URLSearchParams({ code: 'kode', state: address.searchParams.get('state') ?? '' });
    const arrival = await endJourney(false_.settings, openJourney(false_.settings, sealed), query);
    expect(arrival.kind === 'failed' ? arrival.why : arrival.kind).toBe(expected);
  });

  it('is away when it does not answer, is asked again a little later, and holds nobody up meanwhile', async () => {
    const gone = await aFalseProvider();
    withProvider(gone.settings);
    const { address, sealed } = await leave({}, gone.settings);
    await gone.stop();
    const query = new URLSearchParams({ code: 'kode', state: address.searchParams.get('state') ?? '' });
    const journey = openJourney(gone.settings, sealed);
    expect(await endJourney(gone.settings, journey, query)).toEqual({ kind: 'failed', why: 'away' });
    forgetProvider();
    expect(await offeredProvider()).toEqual({ label: gone.settings.label, isThere: false });
    expect(await beginJourney(gone.settings, { goTo: '', confirms: null })).toBeUndefined();
  });

  it('cannot have us ask another server of our own network', async () => {
    const inside = await aFalseProvider();
    const odd = await aFalseProvider({ token_endpoint: new URL('/token', inside.settings.issuer).href });
    withProvider(odd.settings);
    const { address, sealed } = await leave({}, odd.settings);
    const query = new URLSearchParams({ code: 'kode', state: address.searchParams.get('state') ?? '' });
    const arrival = await endJourney(odd.settings, openJourney(odd.settings, sealed), query);
    expect(arrival).toEqual({ kind: 'failed', why: 'away' });
    expect(inside.asked()).toBe(0);
    await Promise.all([inside.stop(), odd.stop()]);
  });

  it('that names another issuer, or offers no signature we take, is not used', async () => {
    for (const wrong of [
      { issuer: 'https://lain.example.go.id' },
      { id_token_signing_alg_values_supported: ['none', 'HS256'] },
    ]) {
      const odd = await aFalseProvider(wrong);
      withProvider(odd.settings);
      expect(await offeredProvider()).toMatchObject({ isThere: false });
      await odd.stop();
    }
  });
});

describe('confirming', () => {
  async function held(userId: UserId) {
    const { token } = await startSession(userId, 'Ponsel');
    const standing = await sessionStanding(token);
    if (standing === null) throw new Error('no session');
    return { token, standing };
  }

  it('wants the same person to show anew who they are', async () => {
    const { userId, email } = await somebody();
    const { token, standing } = await held(userId);
    const confirm = async (visitor: ProviderAccount, confirms = standing.sessionId) => {
      const arrival = await travel(visitor, { goTo: '', confirms });
      if (arrival.kind === 'failed') return arrival.why;
      return confirmByProvider(standing, arrival.journey, arrival.shown);
    };
    const { address } = await leave({ confirms: standing.sessionId });
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    expect(await confirm(verified((await somebody()).email))).toBeUndefined();
    const another = await held(userId);
    expect(await confirm(verified(email), another.standing.sessionId)).toBeUndefined();
    const shown = { email, byManyFactors: false, at: new Date(Date.now() - 120_000) };
    const journey = openJourney(provider.settings, (await leave({ confirms: standing.sessionId })).sealed);
    if (journey === undefined) throw new Error('no journey');
    expect(await confirmByProvider(standing, journey, shown)).toBeUndefined();
    expect(await confirmByProvider(standing, journey, { ...shown, at: undefined })).toBeUndefined();
    expect(await liveSession(token)).not.toBeNull();
    const renewed = await confirm(verified(email));
    if (renewed === undefined || typeof renewed === 'string') throw new Error(renewed);
    expect(await liveSession(token)).toBeNull();
    expect(await liveSession(renewed.token)).toMatchObject({ sessionId: standing.sessionId });
  });
});
