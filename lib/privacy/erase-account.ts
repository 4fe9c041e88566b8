import { eq, or } from 'drizzle-orm';
import { z } from 'zod';
import { transaction } from '#db/client.ts';
import {
  absences,
  accountCodes,
  commentMentions,
  mails,
  mailTimes,
  notificationChoices,
  notifications,
  presences,
  recoveryCodes,
  savedViews,
  seats,
  secondFactors,
  sessions,
  users,
} from '#db/schema/index.ts';
import { accountInputs } from '#lib/accounts/account-input.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { changedMeanwhile, personToChange } from '#lib/accounts/administration.ts';
import { putOnHold } from '#lib/accounts/codes.ts';
import { conflict, notAllowed } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';

export const eraseInput = z.strictObject({
  userId: accountInputs.suspend.shape.userId,
  version: accountInputs.suspend.shape.version,
  reason: accountInputs.suspend.shape.reason,
});

/** An address that no mail reaches and nobody signs in with (RFC 2606). */
const erasedEmail = (userId: UserId) => `dihapus-${userId}@akun.invalid`;

/** Whether an account's data were erased. */
export function isErased(person: { userId: UserId; email: string }): boolean {
  return person.email === erasedEmail(person.userId);
}

/**
 * Erases what is kept to reach a person and to let them in: address, number, password, sessions, codes, news,
 * mails, settings. The name stays, with the signatures and the audit log: who signed what readers read has to be
 * answered for as long as the article stands (decision 0065). The account must be suspended before, which ends its
 * sessions and takes it from duty. Its decisive roles then wait for a second person, as after a reset: whoever makes
 * the account reachable again gives it a new password, and one admin must not get in under an editor's name.
 *
 * @throws notAllowed for oneself; conflict while it is not suspended, or when it is erased already
 */
export function eraseAccount(actor: Actor, { userId, version, reason }: z.output<typeof eraseInput>): Promise<void> {
  return transaction(async (tx) => {
    const person = await personToChange(tx, actor, userId);
    if (userId === actor.userId) throw notAllowed('Anda tidak dapat menghapus data diri akun sendiri.');
    if (person.version !== version) throw changedMeanwhile();
    if (person.suspendedAt === null) throw conflict('Bekukan dahulu akun ini, lalu hapus data dirinya.');
    if (isErased({ userId, email: person.email })) throw conflict('Data diri akun ini sudah dihapus.');
    await tx
      .update(users)
      .set({ email: erasedEmail(userId), phone: '', passwordHash: null, version: version + 1 })
      .where(eq(users.id, userId));
    await tx.delete(sessions).where(eq(sessions.userId, userId));
    await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    await tx.delete(accountCodes).where(eq(accountCodes.userId, userId));
    await tx.delete(commentMentions).where(eq(commentMentions.userId, userId));
    await tx.delete(notifications).where(eq(notifications.userId, userId));
    await tx.delete(notificationChoices).where(eq(notificationChoices.userId, userId));
    await tx.delete(mailTimes).where(eq(mailTimes.userId, userId));
    await tx.delete(mails).where(or(eq(mails.userId, userId), eq(mails.recipient, person.email)));
    await tx.delete(savedViews).where(eq(savedViews.userId, userId));
    await tx.delete(presences).where(eq(presences.userId, userId));
    await tx.delete(seats).where(eq(seats.holderId, userId));
    await tx.update(absences).set({ note: '' }).where(eq(absences.userId, userId));
    const waiting = await putOnHold(tx, userId, actor.userId);
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: 'admin',
      verb: 'erase_person',
      subjectId: userId,
      detail: { reason, waiting },
    });
  });
}
