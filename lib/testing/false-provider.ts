import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignInProvider } from '#lib/settings.ts';

type Issued = {
  /** Beside or in the place of what an honest token says. */
  claims?: Readonly<Record<string, unknown>>;
  alg?: 'RS256' | 'PS256' | 'HS256' | 'none';
  key?: 'own' | 'another';
};

/** A provider in the hands of an attacker: it gives out whatever token a test wants. */
export type FalseProvider = {
  settings: SignInProvider;
  /** Says what the next token is like, and the nonce an honest one would bear. */
  issue(token: Issued, nonce: string): void;
  /** How often it was asked for anything. */
  asked(): number;
  stop(): Promise<void>;
};

const clientSecret = 'kunci-rahasia-penyedia-palsu-0123456789';
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** @param changes of its description of itself */
export async function aFalseProvider(changes: Readonly<Record<string, unknown>> = {}): Promise<FalseProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  let next: Issued & { nonce: string } = { nonce: '' };

  const token = () => {
    const { claims, alg = 'RS256', key = 'own', nonce } = next;
    const now = Math.floor(Date.now() / 1_000);
    const honest = { iss: issuer.origin, sub: 'orang', aud: 'ruang-warta', nonce, iat: now, exp: now + 300 };
    const address = { email: 'siapa@example.go.id', email_verified: true };
    const text = `${encoded({ alg, kid: 'k' })}.${encoded({ ...honest, ...address, ...claims })}`;
    return `${text}.${signatureOf(text, alg, key === 'own' ? own.privateKey : another.privateKey)}`;
  };
  const answers: Readonly<Record<string, () => object>> = {
    '/.well-known/openid-configuration': () => ({
      issuer: issuer.origin,
      authorization_endpoint: `${issuer.origin}/auth`,
      token_endpoint: `${issuer.origin}/token`,
      jwks_uri: `${issuer.origin}/jwks`,
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      ...changes,
    }),
    '/jwks': () => ({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig' }] }),
    '/token': () => ({ access_token: 'x', token_type: 'Bearer', id_token: token() }),
  };
  let asked = 0;
  server.on('request', ({ url = '' }, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[url]?.() ?? {}));
  });
  return {
    settings: {
      issuer,
      clientId: 'ruang-warta',
      clientSecret,
      label: 'Masuk dengan SSO Palsu',
      isTrustedForFactors: false,
    },
    issue: (issued, nonce) => {
      next = { ...issued, nonce };
    },
    asked: () => asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const aKey = () => generateKeyPairSync('rsa', { modulusLength: 2_048 });
// Making keys takes long, and these open nothing.
const [own, another] = [aKey(), aKey()];

function signatureOf(
  text: string,
  alg: NonNullable<Issued['alg']>,
  key: ReturnType<typeof aKey>['privateKey'],
): string {
  if (alg === 'none') return '';
  if (alg === 'HS256') return createHmac('sha256', clientSecret).update(text).digest('base64url');
  const padding = alg === 'PS256' ? { padding: 6, saltLength: 32 } : {};
  return sign('sha256', Buffer.from(text), { key, ...padding }).toString('base64url');
}
