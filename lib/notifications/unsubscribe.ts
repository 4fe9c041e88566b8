import { createHmac, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { mailTimes, users } from '#db/schema/index.ts';
import { config } from '#lib/config.ts';
import { type UserId, userId } from '#lib/ids.ts';
import { usualTimes } from './quiet-hours.ts';

/**
 * The secret in the link that ends somebody's digests: their id and a proof that we made it. It is good for
 * nothing else, and for as long as the secret of this install lasts.
 */
export function unsubscribeToken(id: UserId): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, proofOf(config().authSecret, bytes)]).toString('base64url');
}

/** 16 bytes of an id and 16 of a proof. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** Whose digests a link ends; null for one that we did not make, or for an account that is gone. */
export async function unsubscriberOf(token: string): Promise<UserId | null> {
  if (!tokenShape.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const [id, proof] = [bytes.subarray(0, 16), bytes.subarray(16)];
  if (proof.length !== 16) return null;
  if (!config().authSecrets.some((secret) => timingSafeEqual(proof, proofOf(secret, id)))) return null;
  const known = userId.safeParse(
    id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  ).data;
  if (known === undefined) return null;
  const [row] = await database().select({ id: users.id }).from(users).where(eq(users.id, known));
  return row?.id ?? null;
}

/**
 * Ends the digests of whoever holds the link. Asked twice, it is done once.
 *
 * @returns false for a link that is none
 */
export async function unsubscribe(token: string): Promise<boolean> {
  const id = await unsubscriberOf(token);
  if (id === null) return false;
  await database()
    .insert(mailTimes)
    .values({ userId: id, ...usualTimes, digestOff: true })
    .onConflictDoUpdate({ target: mailTimes.userId, set: { digestOff: true } });
  return true;
}

function proofOf(secret: string, id: Buffer): Buffer {
  return createHmac('sha256', secret).update('rw1:unsubscribe\n').update(id).digest().subarray(0, 16);
}
