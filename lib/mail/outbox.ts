import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable, Transaction } from '#db/client.ts';
import { mails } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { MailId, UserId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import type { MailKind } from './mail-kinds.ts';

/** A mail to one person, in plain text. Nothing of an unpublished or confidential article belongs in it. */
export type Mail = {
  kind: MailKind;
  /** Asking again for the same mail makes no second one. */
  onceKey: string;
  /** Null for an address outside, such as the witness. */
  userId: UserId | null;
  recipient: string;
  subject: string;
  body: string;
  headers?: Partial<Record<'List-Unsubscribe' | 'List-Unsubscribe-Post', string>>;
};

/** Whether this install can send mails (`SMTP_URL` and `MAIL_FROM`). Without, nobody may be told that one is on its way. */
export function mailIsSetUp(): boolean {
  return config().mail !== null;
}

/**
 * Puts a mail into the outbox, inside the caller's transaction: it goes out after the commit, and
 * not at all when the transaction is rolled back. Line breaks cannot get into its head.
 *
 * @returns false when no mail is set up: then nothing waits, also for later
 */
export async function sendMail(tx: Transaction, mail: Mail): Promise<boolean> {
  if (!mailIsSetUp()) return false;
  const isAddress = z.email().max(254).safeParse(mail.recipient).success;
  const at = now();
  const [row] = await tx
    .insert(mails)
    .values({
      ...{ kind: mail.kind, onceKey: mail.onceKey, userId: mail.userId, body: mail.body, createdAt: at },
      recipient: oneLine(mail.recipient),
      subject: oneLine(mail.subject).slice(0, 200),
      headers: headersOf(mail),
      // A wrong address must not undo what the mail tells of.
      ...(isAddress ? {} : { failedAt: at, failure: 'Alamat surelnya tidak dapat dipakai.' }),
    })
    .onConflictDoNothing({ target: mails.onceKey })
    .returning({ id: mails.id });
  if (row !== undefined && isAddress) await askForDelivery(tx, row.id);
  return true;
}

/** Asks for one delivery; all of them run one after another and leave the other workers free. */
export async function askForDelivery(tx: Queryable, mailId: MailId, runAt?: Date): Promise<void> {
  const options = { jobKey: `mail:${mailId}`, queueName: 'mail' };
  await addJob(tx, 'deliver_mail', { mailId }, runAt === undefined ? options : { ...options, runAt });
}

/** What became of a mail; undefined when none was asked for under this key. */
export async function mailState(
  queryable: Queryable,
  onceKey: string,
): Promise<{ sentAt: Date | null; failedAt: Date | null; failure: string | null } | undefined> {
  const [row] = await queryable
    .select({ sentAt: mails.sentAt, failedAt: mails.failedAt, failure: mails.failure })
    .from(mails)
    .where(eq(mails.onceKey, onceKey));
  return row;
}

/** A line of a mail's head must stay one line: what follows a break would be a header of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

function headersOf({ headers = {} }: Mail): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, oneLine(value)]],
  );
  return Object.fromEntries(entries);
}
