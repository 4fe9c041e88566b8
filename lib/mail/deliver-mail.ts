import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { mails } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { MailId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { askForDelivery } from './outbox.ts';
import { handOver } from './smtp.ts';

/** Minutes to the next attempt. After the last one a mail counts as failed, and waits for an admin. */
export const retryMinutes = [1, 5, 15, 60, 180, 360, 720] as const;

/** Milliseconds after which a hand-over that was begun has ended, or its machine has. */
const longestHandOver = 120_000;

/**
 * Tries to deliver a mail of the outbox; a job. Of two that come at once, one delivers. A machine
 * that dies between the server's answer and our note of it delivers twice: mail knows no better,
 * and both bear the same Message-ID.
 */
export async function deliverMail(mailId: MailId): Promise<void> {
  const mail = await begin(mailId);
  if (mail === undefined) return;
  const { mail: settings, publicUrl } = config();
  const refusal =
    settings === null
      ? { isFinal: true, text: 'Surel tidak disetel lagi di peladen ini.' }
      : await handOver(mail, settings, publicUrl.hostname);
  if (refusal === undefined) await noteSent(mailId);
  else await noteFailure(mailId, mail.attempts, refusal);
}

/** Takes the mail for this worker; undefined when it is done, or in another's hands: then it is looked at again later. */
async function begin(mailId: MailId) {
  const at = now();
  const waits = and(eq(mails.id, mailId), isNull(mails.sentAt), isNull(mails.failedAt));
  const ended = new Date(at.getTime() - longestHandOver);
  const [mail] = await database()
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, underWaySince: at })
    .where(and(waits, or(isNull(mails.underWaySince), lt(mails.underWaySince, ended))))
    .returning();
  if (mail !== undefined) return mail;
  const [held] = await database().select({ id: mails.id }).from(mails).where(waits);
  if (held !== undefined) await askForDelivery(database(), mailId, new Date(at.getTime() + longestHandOver));
  return undefined;
}

/** What was delivered is not kept: a code in it would outlive its use. */
async function noteSent(mailId: MailId): Promise<void> {
  await database()
    .update(mails)
    .set({ sentAt: now(), failure: null, underWaySince: null, body: '', headers: {} })
    .where(eq(mails.id, mailId));
}

async function noteFailure(
  mailId: MailId,
  attempts: number,
  refusal: { isFinal: boolean; text: string },
): Promise<void> {
  const wait = refusal.isFinal ? undefined : retryMinutes[attempts - 1];
  const at = now();
  log('warn', 'mail_not_sent', { mailId, attempts, isLast: wait === undefined });
  await transaction(async (tx) => {
    const failedAt = wait === undefined ? at : null;
    await tx.update(mails).set({ failure: refusal.text, failedAt, underWaySince: null }).where(eq(mails.id, mailId));
    if (wait !== undefined) await askForDelivery(tx, mailId, new Date(at.getTime() + wait * 60_000));
  });
}
