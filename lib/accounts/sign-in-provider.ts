import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  customFetch,
  enableNonRepudiationChecks,
} from 'openid-client';
import { z } from 'zod';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { type FetchOptions, fetchOutside } from '#lib/fetching/fetch-outside.ts';
import { jsonIn } from '#lib/json-text.ts';
import { log } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import type { SignInProvider } from '#lib/settings.ts';

/** Milliseconds for which its description is taken as known, or it is left alone after it did not answer. */
const kept = { known: 10 * 60_000, away: 15_000 };
/** Milliseconds: a page of ours waits for it. */
const patience = 2_500;
const longestAnswer = 256_000;

/** Signatures that we take, whatever else the provider offers: never none, and none by a shared secret. */
const signatures = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'Ed25519',
  'EdDSA',
];

const endpoint = z.url({ protocol: /^https?$/ });

/** What we read of a provider's own description (OpenID Connect Discovery 1.0, section 3). */
const description = z.object({
  issuer: endpoint,
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.exactOptional(),
  id_token_signing_alg_values_supported: z
    .array(z.string())
    .default(['RS256'])
    .transform((offered) => offered.filter((name) => signatures.includes(name)))
    .refine((taken) => taken.length > 0),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().exactOptional(),
});
type Description = z.output<typeof description>;

type Known = { issuer: string; until: number; found: Description | undefined };

// Plain data: objects of the library are known only to the module instance that made them.
const memory = processWide<{ known?: Known; asking?: Promise<Description | undefined> }>(
  'sign-in-provider',
  () => ({}),
);

/** The provider that is configured, ready to be asked; undefined while it cannot be reached or is not what it should be. */
export async function reachProvider(provider: SignInProvider): Promise<ReachedProvider | undefined> {
  const found = await described(provider);
  return found === undefined ? undefined : reached(provider, found);
}

/** How a provider stands: what the button says, and whether it can be offered just now. */
export type ProviderStanding = { label: string; isThere: boolean };

/** Whether somebody can be sent to this provider now. Takes 2.5 seconds at most, and most often none. */
export async function providerStanding(provider: SignInProvider): Promise<ProviderStanding> {
  return { label: provider.label, isThere: (await described(provider)) !== undefined };
}

/** The same of the provider that is configured, for the pages that offer it; null where none is. */
export async function offeredProvider(): Promise<ProviderStanding | null> {
  const provider = config().signInProvider;
  return provider === null ? null : providerStanding(provider);
}

/** Forgets what was learned, for tests. */
export function forgetProvider(): void {
  memory.value = {};
}

export type ReachedProvider = {
  configuration: Configuration;
  /** Whether a request to it got no answer, or one that says it is out of order. */
  failedToAnswer(): boolean;
};

function reached(provider: SignInProvider, found: Description): ReachedProvider {
  const { clientId, clientSecret } = provider;
  const ways = found.token_endpoint_auth_methods_supported;
  const showSecret = ways.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
  const configuration = new Configuration(found, clientId, clientSecret, showSecret(clientSecret));
  const { fetch, failedToAnswer } = watchedFetch(provider);
  configuration[customFetch] = fetch;
  // A provider on this very computer only; the settings allow no other.
  if (provider.issuer.protocol === 'http:') allowInsecureRequests(configuration);
  // Without it the library trusts the connection alone and looks at no signature.
  enableNonRepudiationChecks(configuration);
  return { configuration, failedToAnswer };
}

/**
 * How the library asks: through our one module for that. The provider's own origin was configured and may lie in the
 * office's network; whatever else it names must lie on the internet.
 */
function watchedFetch({ issuer }: SignInProvider): { fetch: CustomFetch } & Pick<ReachedProvider, 'failedToAnswer'> {
  let failed = false;
  const fetch: CustomFetch = async (address, { headers, body }) => {
    const { accept, authorization } = headers;
    const options: FetchOptions = {
      ...{ own: issuer, bytes: longestAnswer },
      headers: {
        ...(accept === undefined ? {} : { accept }),
        ...(authorization === undefined ? {} : { authorization }),
      },
      ...(body instanceof URLSearchParams ? { form: body } : {}),
    };
    const answer = await fetchOutside(address, options);
    if (answer.kind === 'failed' || answer.status < 200 || answer.status > 499) {
      failed = true;
      const why = answer.kind === 'failed' ? answer.why : answer.status;
      log('warn', 'sign_in_provider_away', { why });
      throw new TypeError(`The provider of sign-ins did not answer: ${why}`);
    }
    const { status, body: bytes } = answer;
    return new Response(bytes.length === 0 ? null : Uint8Array.from(bytes), { status, headers: answer.headers });
  };
  return { fetch, failedToAnswer: () => failed };
}

/** What the provider says of itself, asked once at a time and remembered. */
async function described(provider: SignInProvider): Promise<Description | undefined> {
  const held = memory.value;
  const { href } = provider.issuer;
  if (held.known?.issuer === href && held.known.until > now().getTime()) return held.known.found;
  held.asking ??= ask(provider)
    .then((found) => {
      held.known = { issuer: href, until: now().getTime() + (found === undefined ? kept.away : kept.known), found };
      return found;
    })
    .finally(() => {
      delete held.asking;
    });
  return held.asking;
}

async function ask({ issuer }: SignInProvider): Promise<Description | undefined> {
  const address = `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const bounds = { milliseconds: patience, bytes: longestAnswer };
  const answer = await fetchOutside(address, { own: issuer, headers: { accept: 'application/json' }, ...bounds });
  const why = answer.kind === 'failed' ? answer.why : answer.status;
  if (answer.kind === 'failed' || answer.status !== 200) {
    log('warn', 'sign_in_provider_away', { why });
    return undefined;
  }
  const read = description.safeParse(jsonIn(answer.body.toString()));
  const isSound = read.success && new URL(read.data.issuer).href === issuer.href && isAsProtected(read.data, issuer);
  if (!isSound) log('error', 'sign_in_provider_unsound', { issuer: issuer.href });
  return isSound ? read.data : undefined;
}

/** No part of a provider with https may be without. */
function isAsProtected(found: Description, { protocol }: URL): boolean {
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = found;
  const all = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint ?? jwks_uri];
  return protocol === 'http:' || all.every((address) => address.startsWith('https:'));
}
