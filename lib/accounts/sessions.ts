import { and, eq, exists, gt, inArray, isNull, lt, ne, or } from 'drizzle-orm';
import { database, type Queryable, type Transaction } from '#db/client.ts';
import type { SessionAssurance } from '#db/schema/enums.ts';
import { secondFactors, sessions, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { conflict, domainErrorCode } from '#lib/errors.ts';
import type { SessionId, UserId } from '#lib/ids.ts';
import { keptDays } from '#lib/privacy/terms.ts';
import { type Actor, loadActor } from './actor.ts';
import { stillOwed } from './assurance.ts';
import { hashOfSecret, randomToken } from './secrets.ts';

/** Hours (ASVS 7.1.1): still, still for somebody who only contributes, and in all. */
export const sessionHours = { idle: 8, idleContributor: 12, absolute: 7 * 24 } as const;

const hour = 3_600_000;
/** A session's last use is written at most this often: reading a page should not write a row. */
const slideEvery = 60_000;

/** How a session begins. */
export type SessionStart = {
  /** The transaction it belongs to, if any. */
  queryable?: Queryable;
  assurance?: SessionAssurance;
  /** When its person last showed that it is they; now when absent, null where nobody knows. */
  confirmedAt?: Date | null;
};

/**
 * Begins a session for an account that has just been identified.
 *
 * @param device coarse name of the device, shown to its owner
 * @returns the token for the cookie; the row holds only its hash
 */
export async function startSession(
  userId: UserId,
  device: string,
  { queryable = database(), assurance = 'password', confirmedAt }: SessionStart = {},
): Promise<{ token: string }> {
  const token = randomToken();
  const at = now();
  await clearOld(queryable, userId, at);
  await queryable.insert(sessions).values({
    ...{ tokenHash: hashOfSecret('session', token), userId, device: device.slice(0, 80), assurance },
    ...{ createdAt: at, lastSeenAt: at, confirmedAt: confirmedAt === undefined ? at : confirmedAt },
    expiresAt: new Date(at.getTime() + sessionHours.absolute * hour),
  });
  return { token };
}

/** Whether this account was ever signed in to, as far as its sessions are kept. */
export async function hasSignedIn(queryable: Queryable, userId: UserId): Promise<boolean> {
  const [row] = await queryable
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.owesSecondStep, false)))
    .limit(1);
  return row !== undefined;
}

/** Minutes within which the second step follows the password. */
export const secondStepMinutes = 10;

/**
 * Keeps that the password was right while the second step is still to come. Its token is of another
 * purpose than a session's, so nowhere is it taken for one.
 */
export async function startSecondStep(userId: UserId, device: string): Promise<{ token: string }> {
  const token = randomToken();
  const at = now();
  await clearOld(database(), userId, at);
  await database()
    .insert(sessions)
    .values({
      ...{ tokenHash: hashOfSecret('second_step', token), userId, device: device.slice(0, 80) },
      ...{ createdAt: at, lastSeenAt: at, owesSecondStep: true },
      expiresAt: new Date(at.getTime() + secondStepMinutes * 60_000),
    });
  return { token };
}

/** Who still owes the second step under this token; null when it has ended. */
export async function owedSecondStep(token: string): Promise<{ userId: UserId; sessionId: SessionId } | null> {
  const [row] = await database()
    .select({ userId: sessions.userId, sessionId: sessions.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, hashOfSecret('second_step', token)),
        eq(sessions.owesSecondStep, true),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now()),
        isNull(users.suspendedAt),
      ),
    );
  return row ?? null;
}

/** Ends a second step that was made, so that it is made once. @returns false when somebody was faster */
export async function closeSecondStep(tx: Transaction, id: SessionId): Promise<boolean> {
  const closed = await tx
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, id), eq(sessions.owesSecondStep, true), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return closed.length > 0;
}

/**
 * Puts a session under a new token after its person has shown again who they are; the old one opens nothing.
 * Its age stays: seven days are seven days, however often somebody confirms.
 *
 * @throws conflict when it has ended meanwhile
 */
export async function renewSession(
  queryable: Queryable,
  id: SessionId,
  assurance?: SessionAssurance,
): Promise<{ token: string }> {
  const token = randomToken();
  const at = now();
  const renewed = await queryable
    .update(sessions)
    .set({ tokenHash: hashOfSecret('session', token), confirmedAt: at, lastSeenAt: at, assurance })
    .where(and(eq(sessions.id, id), eq(sessions.owesSecondStep, false), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  if (renewed.length === 0) throw conflict('Sesi ini sudah berakhir. Masuk lagi.');
  return { token };
}

/** Rows nobody needs any more: of long ended sessions, and of second steps that were not made. */
async function clearOld(queryable: Queryable, userId: UserId, at: Date): Promise<void> {
  const old = lt(sessions.expiresAt, new Date(at.getTime() - keptDays.sessions * 24 * hour));
  const abandoned = and(eq(sessions.owesSecondStep, true), lt(sessions.expiresAt, at));
  await queryable.delete(sessions).where(and(eq(sessions.userId, userId), or(old, abandoned)));
}

/** Who is asking, through which session, and how surely. */
export type LiveSession = {
  actor: Actor;
  sessionId: SessionId;
  assurance: SessionAssurance;
  /** When they last showed that it is they. */
  confirmedAt: Date | null;
};

/** What stands behind a cookie: somebody who may act, or somebody who must first set up a second factor. */
export type SessionStanding = LiveSession & { standing: 'full' | 'must_set_up' };

/**
 * The person behind a cookie's token, with what they may do now; null when the session ended, lay still too
 * long, ran its full time, owes its second step or must first get a second factor, or the account is suspended.
 */
export async function liveSession(token: string): Promise<LiveSession | null> {
  const found = await sessionStanding(token);
  return found?.standing === 'full' ? found : null;
}

/**
 * The same, and also somebody who must first set up a second factor. Only the pages and verbs that set one
 * up may ask; everything else asks `liveSession`.
 */
export async function sessionStanding(token: string): Promise<SessionStanding | null> {
  const at = now();
  const factor = database()
    .select({ id: secondFactors.id })
    .from(secondFactors)
    .where(eq(secondFactors.userId, sessions.userId));
  const [found] = await database()
    .select({ row: sessions, hasFactor: exists(factor).mapWith(Boolean) })
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, hashOfSecret('session', token)),
        eq(sessions.owesSecondStep, false),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, at),
        gt(sessions.lastSeenAt, new Date(at.getTime() - sessionHours.idleContributor * hour)),
      ),
    );
  if (found === undefined) return null;
  const { row, hasFactor } = found;
  const actor = await actorOrNull(row.userId);
  if (actor === null) return null;
  const still = at.getTime() - row.lastSeenAt.getTime();
  if (still >= idleHours(actor) * hour) return null;
  const owed = stillOwed({ roles: actor.roles, assurance: row.assurance, hasFactor });
  if (owed === 'second_step') return null;
  if (still >= slideEvery) {
    await database()
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(and(eq(sessions.id, row.id), isNull(sessions.revokedAt), lt(sessions.lastSeenAt, at)));
  }
  const standing = owed === 'nothing' ? 'full' : 'must_set_up';
  return { actor, sessionId: row.id, assurance: row.assurance, confirmedAt: row.confirmedAt, standing };
}

/** Which of these sessions still count. To look is no use of a session: none is prolonged. */
export async function sessionsStillLive(
  held: readonly Pick<LiveSession, 'sessionId' | 'actor'>[],
): Promise<Set<SessionId>> {
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
