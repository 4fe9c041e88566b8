import { and, isNotNull, lt, or } from 'drizzle-orm';
import { database } from '#db/client.ts';
import {
  accountCodes,
  checkFindings,
  embargoReadings,
  mails,
  notifications,
  presences,
  seats,
  sessions,
} from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { log } from '#lib/log.ts';
import { keptDays } from './terms.ts';

/** Removes what has been kept for its term; comes round once a day and may run twice. */
export async function endTerms(): Promise<void> {
  const gone = {
    sessions: await database()
      .delete(sessions)
      .where(lt(sessions.expiresAt, daysAgo(keptDays.sessions)))
      .returning({ id: sessions.id }),
    codes: await database()
      .delete(accountCodes)
      .where(lt(accountCodes.expiresAt, daysAgo(keptDays.codes)))
      .returning({ id: accountCodes.id }),
    news: await database()
      .delete(notifications)
      .where(lt(notifications.at, daysAgo(keptDays.news)))
      .returning({ id: notifications.id }),
    mails: await database()
      .delete(mails)
      .where(and(lt(mails.createdAt, daysAgo(keptDays.mails)), or(isNotNull(mails.sentAt), isNotNull(mails.failedAt))))
      .returning({ id: mails.id }),
    presences: await database()
      .delete(presences)
      .where(lt(presences.seenAt, daysAgo(keptDays.presences)))
      .returning({ id: presences.tabId }),
    seats: await database()
      .delete(seats)
      .where(lt(seats.seenAt, daysAgo(keptDays.presences)))
      .returning({ id: seats.editionId }),
    readings: await database()
      .delete(embargoReadings)
      .where(lt(embargoReadings.at, daysAgo(keptDays.embargoReadings)))
      .returning({ id: embargoReadings.id }),
    findings: await database()
      .delete(checkFindings)
      .where(lt(checkFindings.at, daysAgo(keptDays.findings)))
      .returning({ id: checkFindings.editionId }),
  };
  log('info', 'terms_ended', Object.fromEntries(Object.entries(gone).map(([name, rows]) => [name, rows.length])));
}

function daysAgo(days: number): Date {
  return new Date(now().getTime() - days * 86_400_000);
}
