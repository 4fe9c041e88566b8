import type { AuthOptions, LoggerInstance } from 'next-auth';
import { decode, type JWT } from 'next-auth/jwt';
import { z } from 'zod';
import { endSession, sessionHours } from '#lib/accounts/sessions.ts';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { deskPath, signInPath } from '#lib/urls.ts';
import { ownPath } from './own-path.ts';

/** Seconds a sign-in cookie lives at most. Only the session's row decides whether it still counts. */
export const cookieSeconds = sessionHours.absolute * 3_600;

/** The cookie's contents: a random token, no name and no role. What it stands for lies in the `sessions` row. */
const contents = z.object({ sessionToken: z.string().min(1) });

/** The session token inside a decoded cookie, or undefined. */
export function tokenIn(value: unknown): string | undefined {
  return contents.safeParse(value).data?.sessionToken;
}

/**
 * Names and attributes of our cookies. With https they bear `__Host-`: no subdomain and no
 * plain http can set or read them.
 */
export function cookieNames() {
  const secure = config().newsroomUrl.protocol === 'https:';
  const named = (name: string) => ({
    name: `${secure ? '__Host-' : ''}ruang-warta.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  });
  return {
    ...{ session: named('sesi'), csrf: named('csrf'), callback: named('tujuan'), device: named('perangkat') },
    secondStep: named('langkah'),
    provider: named('penyedia'),
  };
}

/** What every use of next-auth here shares. There is no session callback: see `authEndpoint` and `session.ts`. */
export function authOptions(): Omit<AuthOptions, 'providers'> {
  const { authSecret, newsroomUrl } = config();
  const cookies = cookieNames();
  // next-auth takes its own address from here, and else from headers that anybody can send.
  process.env.NEXTAUTH_URL = newsroomUrl.origin;
  return {
    secret: authSecret,
    session: { strategy: 'jwt', maxAge: cookieSeconds },
    jwt: { decode: ({ token, salt }) => decodedByAny(token, salt) },
    pages: { signIn: signInPath, error: signInPath, signOut: deskPath },
    useSecureCookies: newsroomUrl.protocol === 'https:',
    cookies: {
      sessionToken: cookies.session,
      csrfToken: cookies.csrf,
      callbackUrl: cookies.callback,
    },
    callbacks: {
      jwt: ({ token, user }) => ({ sessionToken: tokenIn(user) ?? tokenIn(token) ?? '' }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url)}`,
    },
    events: {
      signOut: async ({ token }) => {
        const own = tokenIn(token);
        if (own !== undefined) await endSession(own);
      },
    },
    logger,
  };
}

/** A cookie made under any secret that is still configured: the newest makes them, the older ones run out. */
async function decodedByAny(token: string | undefined, salt: string | undefined): Promise<JWT | null> {
  let failure: unknown;
  for (const secret of config().authSecrets) {
    try {
      return await decode({
        secret,
        ...(token === undefined ? {} : { token }),
        ...(salt === undefined ? {} : { salt }),
      });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

// A cookie that no longer decodes is an everyday thing (another key, an old tab), not an error with a stack.
const logger: Partial<LoggerInstance> = {
  error: (code) => log('warn', 'next_auth', { code }),
  warn: (code) => log('warn', 'next_auth', { code }),
  debug: () => undefined,
};
