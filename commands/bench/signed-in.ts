import { eq } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { database } from '#db/client.ts';
import { demoAccounts, type PersonKey } from '#db/demo/people.ts';
import { users } from '#db/schema/index.ts';
import { startSession } from '#lib/accounts/sessions.ts';
import { config } from '#lib/config.ts';
import type { UserId } from '#lib/ids.ts';

/** A new session of this person, as the header their browser would send. */
export async function cookieOf(person: UserId): Promise<string> {
  const { token: sessionToken } = await startSession(person, 'bench');
  return `ruang-warta.sesi=${await encode({ token: { sessionToken }, secret: config().authSecret })}`;
}

/** Somebody of the demo. */
export async function demoPerson(key: PersonKey): Promise<UserId> {
  const email = demoAccounts.find((account) => account.key === key)?.email ?? '';
  const [user] = await database().select({ id: users.id }).from(users).where(eq(users.email, email));
  if (user === undefined) throw new Error(`The demo has no ${key}`);
  return user.id;
}
