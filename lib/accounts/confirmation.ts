import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import { invalid } from '#lib/errors.ts';
import { confirmPath } from '#lib/urls.ts';
import { isConfirmed } from './assurance.ts';
import { passwordLimits } from './password-rules.ts';
import { verifyPassword } from './passwords.ts';
import { renewSession, type SessionStanding } from './sessions.ts';
import { giveTryBack, takeTry } from './throttle.ts';

/** The code of the issue that says: show first that it is you. Forms lead to the page where that is done. */
export const confirmFirst = 'confirm_first';

/**
 * Refuses a grave step to a session whose person has not shown lately that it is they: somebody else may
 * have sat down at an open screen.
 *
 * @throws invalid with one issue, `confirmFirst`
 */
export function requireConfirmed(session: { confirmedAt: Date | null }): void {
  if (isConfirmed(session)) return;
  const text = 'Langkah ini penting: konfirmasi dulu bahwa ini Anda, lalu kirim lagi. Isian Anda tetap di sini.';
  const page = { path: confirmPath, label: 'Konfirmasi di tab baru' };
  throw invalid([{ field: '', code: confirmFirst, text, page }]);
}

export const confirmInput = z.strictObject({
  password: z.string().max(passwordLimits.most * 4, 'Kata sandi terlalu panjang.'),
});

/**
 * Confirms with the password that it is still the same person; the session goes on under a new token.
 *
 * @throws invalid when the password is wrong, or was tried too often
 */
export async function confirmByPassword(
  held: SessionStanding,
  { password }: z.output<typeof confirmInput>,
): Promise<{ token: string }> {
  await requireOwnPassword(held.actor.userId, password, 'password');
  return renewSession(database(), held.sessionId);
}

/**
 * Checks somebody's own present password, with tries counted.
 *
 * @returns its stored hash
 * @throws invalid at the field
 */
export async function requireOwnPassword(
  userId: SessionStanding['actor']['userId'],
  password: string,
  field: string,
): Promise<string> {
  const tries = [{ kind: 'ownPassword', of: userId }] as const;
  if (takeTry(tries) !== undefined) {
    const text = 'Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.';
    throw invalid([{ field, code: 'throttled', text }]);
  }
  const [user] = await database()
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  const stored = user?.passwordHash ?? null;
  if (!(await verifyPassword(stored, password)) || stored === null) {
    const text = 'Kata sandi sekarang tidak cocok. Periksa lagi.';
    throw invalid([{ field, code: 'password_wrong', text }]);
  }
  giveTryBack(tries);
  return stored;
}
