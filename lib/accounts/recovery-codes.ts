import { and, count, eq, isNull } from 'drizzle-orm';
import { database, type Queryable, transaction } from '#db/client.ts';
import { recoveryCodes } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { notAllowed } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { requireConfirmed } from './confirmation.ts';
import { hasSecondFactor } from './factor-reads.ts';
import { hashOfSecret, plainCode, randomCode } from './secrets.ts';
import type { SessionStanding } from './sessions.ts';

/** Codes that are given at once, and letters of each: 80 random bits. */
export const recoveryCodeCount = 10;
const letters = 16;

/**
 * Makes the codes with which somebody gets in when the phone is lost. Those made before no longer work.
 *
 * @returns the codes, this one time: only hashes are kept
 * @throws notAllowed without a second factor, invalid when not confirmed lately
 */
export async function makeRecoveryCodes(held: SessionStanding): Promise<string[]> {
  requireConfirmed(held);
  const { userId } = held.actor;
  const codes = Array.from({ length: recoveryCodeCount }, () => randomCode(letters));
  return transaction(async (tx) => {
    if (!(await hasSecondFactor(tx, userId))) throw notAllowed('Pasang langkah kedua dahulu.');
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    const createdAt = now();
    await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashOf(userId, code), createdAt })));
    await recordEvent(tx, {
      ...{ portalId: null, actorId: userId, actorRole: null, verb: 'make_recovery_codes', subjectId: userId },
    });
    return codes;
  });
}

/** Uses a code up. @returns whether it was one of this person's, not used before */
export async function spendRecoveryCode(queryable: Queryable, userId: UserId, typed: string): Promise<boolean> {
  const spent = await queryable
    .update(recoveryCodes)
    .set({ usedAt: now() })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashOf(userId, typed)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return spent.length > 0;
}

/** How many of somebody's codes still work. */
export async function openRecoveryCodes(userId: UserId): Promise<number> {
  const [row] = await database()
    .select({ open: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.open ?? 0;
}

const hashOf = (userId: UserId, code: string) => hashOfSecret('recovery', `${userId}\n${plainCode(code)}`);
