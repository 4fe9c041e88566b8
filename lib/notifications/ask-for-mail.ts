import { inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { MailChoice } from '#db/schema/enums.ts';
import { mailTimes } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { UserId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { breaksQuiet, isNewsKind } from './kinds.ts';
import { peopleOfMail } from './people-of-mail.ts';
import { localTime, quietMinutes, usualTimes } from './quiet-hours.ts';

/** Milliseconds in which several pieces of news become one mail, and in which somebody who is there reads them first. */
const gatherFor = 5_000;

/** Asks for the mails of news that somebody wants at once: soon, or when their quiet hours end. */
export async function askForMail(
  tx: Queryable,
  kept: readonly { userId: UserId; mail: MailChoice; kind: string }[],
): Promise<void> {
  const atOnce = kept.filter(({ mail }) => mail === 'immediate');
  if (atOnce.length === 0) return;
  const ids = [...new Set(atOnce.map(({ userId }) => userId))];
  const [people, times] = await Promise.all([
    peopleOfMail(tx, ids),
    tx.select().from(mailTimes).where(inArray(mailTimes.userId, ids)),
  ]);
  const at = now();
  for (const person of people) {
    const own = times.find(({ userId }) => userId === person.userId) ?? usualTimes;
    const isUrgent = atOnce.some(
      ({ userId, kind }) => userId === person.userId && isNewsKind(kind) && breaksQuiet(kind, person.roles),
    );
    const wait = isUrgent ? 0 : quietMinutes(own, localTime(at, person.timeZone).minute) * 60_000;
    await addJob(
      tx,
      'mail_news',
      { userId: person.userId },
      // What is urgent does not wait for what is not, nor the reverse.
      { jobKey: `mail_news:${person.userId}:${wait > 0}`, runAt: new Date(at.getTime() + Math.max(wait, gatherFor)) },
    );
  }
}
