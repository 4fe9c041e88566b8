import { and, eq, gt, inArray, isNull, lt, ne } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { sessions, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { SessionId, UserId } from '#lib/ids.ts';
import { type Actor, loadActor } from './actor.ts';
import { hashOfSecret, randomToken } from './secrets.ts';

/** Hours (ASVS 7.1.1): still, still for somebody who only contributes, and in all. */
export const sessionHours = { idle: 8, idleContributor: 12, absolute: 7 * 24 } as const;

const hour = 3_600_000;
/** A session's last use is written at most this often: reading a page should not write a row. */
const slideEvery = 60_000;
/** Days after which rows of ended sessions go. */
const keptDays = 90;

/**
 * Begins a session for an account that has just been identified.
 *
 * @param device coarse name of the device, shown to its owner
 * @returns the token for the cookie; the row holds only its hash
 */
export async function startSession(
  userId: UserId,
  device: string,
  queryable: Queryable = database(),
): Promise<{ token: string }> {
  const token = randomToken();
  const at = now();
  await queryable
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, new Date(at.getTime() - keptDays * 24 * hour))));
  await queryable.insert(sessions).values({
    tokenHash: hashOfSecret('session', token),
    userId,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: new Date(at.getTime() + sessionHours.absolute * hour),
    device: device.slice(0, 80),
  });
  return { token };
}

/** Who is asking, and through which session. */
export type LiveSession = { actor: Actor; sessionId: SessionId };

/**
 * The person behind a cookie's token, with what they may do now; null when the session
 * ended, lay still too long, ran its full time, or the account is suspended.
 */
export async function liveSession(token: string): Promise<LiveSession | null> {
  const at = now();
  const [row] = await database()
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, hashOfSecret('session', token)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, at),
        gt(sessions.lastSeenAt, new Date(at.getTime() - sessionHours.idleContributor * hour)),
      ),
    );
  if (row === undefined) return null;
  const actor = await actorOrNull(row.userId);
  if (actor === null) return null;
  const still = at.getTime() - row.lastSeenAt.getTime();
  if (still >= idleHours(actor) * hour) return null;
  if (still >= slideEvery) {
    await database()
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(and(eq(sessions.id, row.id), isNull(sessions.revokedAt), lt(sessions.lastSeenAt, at)));
  }
  return { actor, sessionId: row.id };
}

/** Which of these sessions still count. To look is no use of a session: none is prolonged. */
export async function sessionsStillLive(held: readonly LiveSession[]): Promise<Set<SessionId>> {
  const at = now();
  const ids = [...new Set(held.map(({ sessionId }) => sessionId))];
  const rows = await database()
    .select({ id: sessions.id, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(inArray(sessions.id, ids), isNull(sessions.revokedAt), gt(sessions.expiresAt, at), isNull(users.suspendedAt)),
    );
  const seen = new Map(rows.map(({ id, lastSeenAt }) => [id, at.getTime() - lastSeenAt.getTime()]));
  const live = held.filter(({ sessionId, actor }) => (seen.get(sessionId) ?? Infinity) < idleHours(actor) * hour);
  return new Set(live.map(({ sessionId }) => sessionId));
}

/** The person behind a token, or null. */
export async function actorOfSession(token: string): Promise<Actor | null> {
  return (await liveSession(token))?.actor ?? null;
}

/** Ends the session of this token at once, on every instance. */
export async function endSession(token: string): Promise<void> {
  await database()
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.tokenHash, hashOfSecret('session', token)), isNull(sessions.revokedAt)));
}

/**
 * Ends every session of the account, in the transaction that gave the reason.
 *
 * @param but one session that may stay
 */
export async function endAllSessions(queryable: Queryable, userId: UserId, but?: SessionId): Promise<void> {
  await queryable
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), but && ne(sessions.id, but)));
}

/** Somebody who only contributes may pause longer: they write between other duties. */
function idleHours(actor: Actor): number {
  const onlyContributes = actor.roles.every((held) => held.role === 'contributor');
  return onlyContributes ? sessionHours.idleContributor : sessionHours.idle;
}

async function actorOrNull(userId: UserId): Promise<Actor | null> {
  try {
    return await loadActor(userId);
  } catch (error) {
    if (domainErrorCode(error) === 'not_found') return null;
    throw error;
  }
}
