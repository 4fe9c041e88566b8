import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { SignInProvider } from '#lib/settings.ts';

/** Somebody whom the provider knows. */
export type ProviderAccount = {
  email: string;
  email_verified?: unknown;
  /** How it says that they showed who they are. */
  amr?: string[];
  acr?: string;
};

export type TestProvider = {
  settings: SignInProvider;
  /** Who sits at the provider's page: they are let in at once; null declines. Undefined shows a page that asks. */
  visitor: ProviderAccount | null | undefined;
  stop(): Promise<void>;
};

const client = { clientId: 'ruang-warta', clientSecret: 'kunci-rahasia-penyedia-uji-0123456789' } as const;

/**
 * A provider of sign-ins as others run it (oidc-provider), on this computer.
 *
 * @param newsroomOrigin where browsers go back to
 * @param port 0 for any
 */
export async function startTestProvider(
  newsroomOrigin: string,
  {
    port = 0,
    inToken = true,
  }: { port?: number /** Whether the address stands in the token. */; inToken?: boolean } = {},
): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const accounts = new Map<string, ProviderAccount>();
  const provider = new Provider(issuer.origin, {
    clients: [
      {
        ...{ client_id: client.clientId, client_secret: client.clientSecret },
        redirect_uris: [`${newsroomOrigin}/redaksi/masuk/sso/kembali`],
      },
    ],
    jwks: { keys: [aSigningKey()] },
    cookies: { keys: ['kuki-penyedia-uji'] },
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: !inToken,
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/halaman/${uid}` },
    findAccount: (_, sub) => {
      const { email, email_verified } = accounts.get(sub) ?? { email: '' };
      return { accountId: sub, claims: () => ({ sub, email, email_verified }) as { sub: string } };
    },
    loadExistingGrant: (ctx) => {
      const { client: asking, session } = ctx.oidc;
      const grant = new provider.Grant({
        ...(asking === undefined ? {} : { clientId: asking.clientId }),
        ...(session?.accountId === undefined ? {} : { accountId: session.accountId }),
      });
      grant.addOIDCScope('openid email');
      return grant.save().then(() => grant);
    },
  });
  const test: TestProvider = {
    settings: { issuer, ...client, label: 'Masuk dengan SSO Uji', isTrustedForFactors: false },
    visitor: undefined,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const answer = provider.callback();
  const letIn = async (request: IncomingMessage, response: ServerResponse, visitor: ProviderAccount | null) => {
    if (visitor === null) {
      await provider.interactionFinished(request, response, { error: 'access_denied' });
      return;
    }
    const { amr, acr } = visitor;
    const accountId = `orang-${accounts.size}`;
    accounts.set(accountId, visitor);
    await provider.interactionFinished(request, response, {
      login: {
        accountId,
        ...(amr === undefined ? {} : { amr }),
        ...(acr === undefined ? {} : { acr }),
      },
    });
  };
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (!pathname.startsWith('/halaman/')) return void answer(request, response);
    const typed = searchParams.get('surel');
    const visitor = typed === null ? test.visitor : typed === '' ? null : { email: typed, email_verified: true };
    if (visitor === undefined) response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    else void letIn(request, response, visitor);
  });
  return test;
}

/** What the provider asks a person in a browser. */
const page = `<!doctype html><html lang="id"><meta name="viewport" content="width=device-width"><title>SSO Uji</title>
<h1>SSO Uji</h1><form><label>Surel dinas <input name="surel"></label> <button>Masuk di SSO</button></form>`;

function aSigningKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'uji' };
}
