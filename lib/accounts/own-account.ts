import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Queryable, transaction } from '#db/client.ts';
import type { SessionAssurance } from '#db/schema/enums.ts';
import { memberships, portals, sessions, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notFound } from '#lib/errors.ts';
import { type SessionId, sessionId, type UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { Actor } from './actor.ts';
import { wordsAbout } from './codes.ts';
import { requireOwnPassword } from './confirmation.ts';
import { passwordLimits } from './password-rules.ts';
import { newPasswordIssues } from './password-strength.ts';
import { hashPassword } from './passwords.ts';
import { openRoleEntries, type RoleEntry } from './role-entries.ts';
import { openAt } from './role-in-force.ts';
import { endAllSessions, sessionHours, startSession } from './sessions.ts';

const passwordText = z.string().max(passwordLimits.most * 4, 'Kata sandi terlalu panjang.');

export const changePasswordInput = z.strictObject({ currentPassword: passwordText, newPassword: passwordText });
export const endOwnSessionInput = z.strictObject({ sessionId });

/**
 * Changes one's own password after showing the present one. Every session ends; the device
 * in hand goes on under a new one.
 *
 * @param device coarse name of the device in hand
 * @param assurance of the session in hand, which the new one keeps
 * @returns the token of the new session
 */
export async function changePassword(
  actor: Actor,
  input: z.output<typeof changePasswordInput>,
  device: string,
  assurance: SessionAssurance = 'password',
): Promise<{ token: string }> {
  const presentHash = await requireOwnPassword(actor.userId, input.currentPassword, 'currentPassword');
  const issues = await newPasswordIssues(input.newPassword, await wordsAbout(actor.userId), 'newPassword');
  if (issues.length > 0) throw invalid(issues);
  const passwordHash = await hashPassword(input.newPassword);
  return transaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, actor.userId), eq(users.passwordHash, presentHash), isNull(users.suspendedAt)))
      .returning({ id: users.id });
    if (changed.length === 0) throw conflict('Kata sandi Anda baru saja diubah di tempat lain. Masuk lagi.');
    await endAllSessions(tx, actor.userId);
    const session = await startSession(actor.userId, device, { queryable: tx, assurance });
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: null,
      verb: 'change_password',
      subjectId: actor.userId,
    });
    return session;
  });
}

/** Whether somebody has a password here; who signs in with a provider may have none. */
export async function hasPassword(userId: UserId): Promise<boolean> {
  const [user] = await database().select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId));
  return user?.hash != null;
}

/** A session of one's own that still works. */
export type OwnSession = { sessionId: SessionId; device: string; createdAt: Date; lastSeenAt: Date };

/** One's sessions that still work, the latest used first. */
export function ownSessions(actor: Actor): Promise<OwnSession[]> {
  const at = now();
  return database()
    .select({
      sessionId: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, actor.userId),
        eq(sessions.owesSecondStep, false),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, at),
        gt(sessions.lastSeenAt, new Date(at.getTime() - sessionHours.idleContributor * 3_600_000)),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt));
}

/** Ends one session of one's own. Somebody else's is not found. */
export async function endOwnSession(actor: Actor, input: z.output<typeof endOwnSessionInput>): Promise<void> {
  const ended = await database()
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, input.sessionId), eq(sessions.userId, actor.userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  if (ended.length === 0) throw notFound('session');
}

/** Signs out everywhere, the device in hand included. */
export function endOwnSessions(actor: Actor): Promise<void> {
  return endAllSessions(database(), actor.userId);
}

/** What the account page shows of one's place here. */
export type OwnPlace = { roles: RoleEntry[]; timeZone: string };

/** One's open roles, the waiting ones included, and the zone of one's portal. */
export async function ownPlace(actor: Actor): Promise<OwnPlace> {
  const [roles, timeZone] = await Promise.all([
    openRoleEntries(eq(memberships.userId, actor.userId)),
    zoneOf(actor.userId),
  ]);
  return { roles, timeZone };
}

/** The time zone of somebody's portal, or of the first one where they have no role. */
export async function zoneOf(userId: UserId, queryable: Queryable = database()): Promise<string> {
  const own = queryable
    .select({ portalId: memberships.portalId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), openAt(now())));
  const [portal] = await queryable
    .select({ timeZone: portals.timeZone })
    .from(portals)
    .orderBy(desc(inArray(portals.id, own)), asc(portals.createdAt), asc(portals.id))
    .limit(1);
  return portal?.timeZone ?? 'Asia/Makassar';
}
