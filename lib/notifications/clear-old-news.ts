import { and, isNotNull, lt, or } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { mails, notifications } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';

/** Days after which news goes from the lists, and mails from the outbox. What happened stands in the audit log. */
export const keptDays = { news: 180, mails: 60 } as const;

/** Removes what has been kept long enough; comes round once a day. */
export async function clearOldNews(): Promise<void> {
  await database()
    .delete(notifications)
    .where(lt(notifications.at, daysAgo(keptDays.news)));
  await database()
    .delete(mails)
    .where(and(lt(mails.createdAt, daysAgo(keptDays.mails)), or(isNotNull(mails.sentAt), isNotNull(mails.failedAt))));
}

function daysAgo(days: number): Date {
  return new Date(now().getTime() - days * 86_400_000);
}
