import { createHash, timingSafeEqual } from 'node:crypto';
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client';
import { z } from 'zod';
import { now } from '#lib/clock.ts';
import { config, newsroomOrigin } from '#lib/config.ts';
import { sessionId } from '#lib/ids.ts';
import { jsonIn } from '#lib/json-text.ts';
import { log } from '#lib/log.ts';
import type { SignInProvider } from '#lib/settings.ts';
import { providerReturnPath } from '#lib/urls.ts';
import { openText, sealText } from './sealed-text.ts';
import { randomToken } from './secrets.ts';
import { type ReachedProvider, reachProvider } from './sign-in-provider.ts';

/** Minutes between leaving for the provider and coming back. */
export const journeyMinutes = 10;

/** What a browser carries, sealed, while its person is at the provider. */
const journeyShape = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  /** Of PKCE: who catches the code in the address cannot use it without. */
  verifier: z.string(),
  leftAt: z.number(),
  /** Where its person wanted to be. */
  goTo: z.string(),
  /** The session that is to be confirmed; null for signing in. */
  confirms: sessionId.nullable(),
});
export type Journey = z.output<typeof journeyShape>;

/** Why somebody came back from the provider without having shown who they are. */
export type JourneyFailure =
  /** The provider or its person said no. */
  | 'denied'
  /** Too late, in another browser, a second time, or never begun here. */
  | 'expired'
  | 'away'
  /** What came back does not hold: signature, issuer, audience, nonce, time, or a code that was used. */
  | 'unusable'
  /** The provider does not vouch for the address. */
  | 'unverified';

/** Who somebody is by the provider's word, checked. */
export type ShownIdentity = {
  /** Written as accounts' addresses are. */
  email: string;
  /** Whether the provider asked for several factors. */
  byManyFactors: boolean;
  /** When they last showed the provider who they are; undefined where it does not say. */
  at: Date | undefined;
};

export type Arrival =
  | { kind: 'shown'; shown: ShownIdentity; journey: Journey }
  | { kind: 'failed'; why: JourneyFailure };

/**
 * Begins a journey to the provider.
 *
 * @returns where to send the browser, and what it must carry; undefined while the provider is away
 */
export async function beginJourney(
  provider: SignInProvider,
  { goTo, confirms }: Pick<Journey, 'goTo' | 'confirms'>,
): Promise<{ address: URL; sealed: string } | undefined> {
  const reached = await reachProvider(provider);
  if (reached === undefined) return undefined;
  const journey: Journey = {
    ...{ state: randomToken(), nonce: randomToken(), verifier: randomToken() },
    ...{ leftAt: now().getTime(), goTo, confirms },
  };
  const address = buildAuthorizationUrl(reached.configuration, {
    ...{ scope: 'openid email', redirect_uri: returnAddress().href, state: journey.state, nonce: journey.nonce },
    code_challenge: await calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
    // Being signed in over there is no news about who sits here now.
    ...(confirms === null ? {} : { prompt: 'login', max_age: '0' }),
  });
  return { address, sealed: sealText('provider_journey', madeWith(provider), JSON.stringify(journey)) };
}

/** What a browser carries, as long as it may still be used. */
export function openJourney(provider: SignInProvider, sealed: string | undefined): Journey | undefined {
  const text = sealed === undefined ? undefined : openText('provider_journey', madeWith(provider), sealed);
  const read = journeyShape.safeParse(text === undefined ? undefined : jsonIn(text));
  if (!read.success || now().getTime() - read.data.leftAt > journeyMinutes * 60_000) return undefined;
  return read.data;
}

/**
 * Ends a journey: exchanges the code for a token, checks it, and reads who its person is.
 *
 * @param query of the address under which the browser came back
 */
export async function endJourney(
  provider: SignInProvider,
  journey: Journey | undefined,
  query: URLSearchParams,
): Promise<Arrival> {
  // Whoever did not leave from this browser is not signed in here: somebody else may have sent them the address.
  if (journey === undefined || !isSame(query.get('state') ?? '', journey.state)) return failed('expired');
  const reached = await reachProvider(provider);
  if (reached === undefined) return failed('away');
  try {
    return await identityFrom(reached, journey, query);
  } catch (error) {
    const why = reached.failedToAnswer() ? 'away' : refusalOf(error);
    if (why === undefined) throw error;
    return failed(why);
  }
}

const claimsShape = z.object({
  email: z.string().max(254).optional(),
  email_verified: z.unknown(),
});

const authenticationShape = z.object({
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).catch([]),
  auth_time: z.number().optional(),
});

/** Names under which providers say that they asked for several factors: RFC 8176, REFEDS, OpenID PAPE. */
const manyFactors = {
  amr: ['mfa'],
  acr: ['mfa', 'https://refeds.org/profile/mfa', 'http://schemas.openid.net/pape/policies/2007/06/multi-factor'],
};

async function identityFrom(
  { configuration }: ReachedProvider,
  journey: Journey,
  query: URLSearchParams,
): Promise<Arrival> {
  const arrivedAt = returnAddress();
  arrivedAt.search = query.toString();
  const tokens = await authorizationCodeGrant(configuration, arrivedAt, {
    ...{ pkceCodeVerifier: journey.verifier, expectedState: journey.state, expectedNonce: journey.nonce },
    idTokenExpected: true,
    ...(journey.confirms === null ? {} : { maxAge: journeyMinutes * 60 }),
  });
  const claims = tokens.claims();
  if (claims === undefined) return failed('unusable');
  const { acr, amr, auth_time: at } = authenticationShape.parse(claims);
  // Some providers put the address into the token, others tell it when asked; both parts must come from one place.
  const isInToken = claims['email'] !== undefined;
  const asked = isInToken || configuration.serverMetadata().userinfo_endpoint === undefined;
  const told = asked ? claims : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
  const address = claimsShape.safeParse(told);
  if (!address.success || address.data.email === undefined || address.data.email_verified !== true) {
    log('warn', 'sign_in_provider_unverified');
    return failed('unverified');
  }
  const shown: ShownIdentity = {
    email: address.data.email.trim().toLowerCase(),
    byManyFactors: amr.some((name) => manyFactors.amr.includes(name)) || manyFactors.acr.includes(acr ?? ''),
    at: at === undefined ? undefined : new Date(at * 1_000),
  };
  return { kind: 'shown', shown, journey };
}

const failed = (why: JourneyFailure): Arrival => ({ kind: 'failed', why });

/** Whose fault an error is; undefined for a fault of ours. Its words may hold what was sent and stay here. */
function refusalOf(error: unknown): JourneyFailure | undefined {
  if (error instanceof AuthorizationResponseError) {
    log('warn', 'sign_in_provider_denied', { code: knownCode(error.error) });
    return ['temporarily_unavailable', 'server_error'].includes(error.error) ? 'away' : 'denied';
  }
  if (error instanceof ResponseBodyError) {
    log('warn', 'sign_in_provider_refused', { code: knownCode(error.error) });
    return 'unusable';
  }
  if (error instanceof ClientError) {
    log('warn', 'sign_in_provider_unusable', { code: error.code ?? 'unknown' });
    return 'unusable';
  }
  return undefined;
}

/** An error as the standards name them; whatever else somebody wrote into the address does not reach the log. */
const knownCode = (code: string) => (/^[a-z_]{1,40}$/.test(code) ? code : 'other');

const returnAddress = () => new URL(providerReturnPath, newsroomOrigin());

/** A journey that began with another provider does not end with this one. */
const madeWith = ({ issuer, clientId }: SignInProvider) =>
  `${issuer.href}\n${clientId}\n${config().newsroomUrl.origin}`;

function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
