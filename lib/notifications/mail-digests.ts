import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { mailTimes, notifications } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config, newsroomOrigin } from '#lib/config.ts';
import type { UserId } from '#lib/ids.ts';
import { mailIsSetUp, mailState, sendMail } from '#lib/mail/outbox.ts';
import { absolute, notificationSettingsPath, notificationsPath, unsubscribePath } from '#lib/urls.ts';
import { isNewsKind, newsKindNames, newsKinds } from './kinds.ts';
import { type PersonOfMail, peopleOfMail } from './people-of-mail.ts';
import { localTime, usualTimes } from './quiet-hours.ts';
import { unsubscribeToken } from './unsubscribe.ts';

/** Sends everyone whose hour has come what was gathered for them, once a day; comes round every five minutes. */
export async function mailDigests(): Promise<void> {
  if (!mailIsSetUp()) return;
  const waiting = await database()
    .selectDistinct({ userId: notifications.userId })
    .from(notifications)
    .where(and(eq(notifications.mail, 'digest'), isNull(notifications.mailedAt)));
  const ids = waiting.map(({ userId }) => userId);
  const people = await peopleOfMail(database(), ids);
  const known = new Set(people.map(({ userId }) => userId));
  const gone = ids.filter((id) => !known.has(id));
  if (gone.length > 0) await transaction((tx) => setAside(tx, gone));
  for (const person of people) await transaction((tx) => mailDigest(tx, person));
}

async function mailDigest(tx: Transaction, person: PersonOfMail): Promise<void> {
  const [own] = await tx.select().from(mailTimes).where(eq(mailTimes.userId, person.userId));
  if (own?.digestOff === true) return setAside(tx, [person.userId]);
  const { day, minute } = localTime(now(), person.timeZone);
  if (minute < (own ?? usualTimes).digestAt) return;
  const rows = await tx
    .select()
    .from(notifications)
    .where(
      and(eq(notifications.userId, person.userId), eq(notifications.mail, 'digest'), isNull(notifications.mailedAt)),
    )
    .orderBy(asc(notifications.id))
    .for('update');
  // What came after today's digest waits for tomorrow's; each is one mail, whoever asks how often.
  if (rows.length === 0 || (await wasSent(tx, person.userId, day))) return;
  const ids = rows.map(({ id }) => id);
  await tx.update(notifications).set({ mailedAt: now() }).where(inArray(notifications.id, ids));
  const unread = rows.filter(({ readAt }) => readAt === null);
  if (unread.length === 0) return;
  const address = absolute(config().publicUrl.origin, unsubscribePath(unsubscribeToken(person.userId)));
  await sendMail(tx, {
    kind: 'digest',
    onceKey: digestKey(person.userId, day),
    userId: person.userId,
    recipient: person.email,
    subject: `${unread.length} pemberitahuan belum dibaca`,
    body: bodyOf(person.portalName, unread, address),
    headers: { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  });
}

const digestKey = (userId: UserId, day: string) => `digest:${userId}:${day}`;

async function wasSent(tx: Transaction, userId: UserId, day: string): Promise<boolean> {
  return (await mailState(tx, digestKey(userId, day))) !== undefined;
}

/** Nobody wants them mailed, or nobody is there: they stay in the list. */
async function setAside(tx: Transaction, ids: readonly UserId[]): Promise<void> {
  await tx
    .update(notifications)
    .set({ mail: 'none' })
    .where(
      and(inArray(notifications.userId, [...ids]), eq(notifications.mail, 'digest'), isNull(notifications.mailedAt)),
    );
}

/** How many of what, and a link: no article is named. */
function bodyOf(portalName: string, rows: readonly { kind: string }[], unsubscribe: string): string {
  const origin = newsroomOrigin();
  const counts = newsKindNames.flatMap((kind) => {
    const count = rows.filter((row) => isNewsKind(row.kind) && row.kind === kind).length;
    return count === 0 ? [] : [`- ${newsKinds[kind].label}: ${count}`];
  });
  return [
    `Sejak rangkuman terakhir ada kabar untuk Anda di ruang redaksi ${portalName}:`,
    '',
    ...counts,
    '',
    'Baca semuanya:',
    absolute(origin, notificationsPath),
    '',
    'Atur surel yang Anda terima:',
    absolute(origin, notificationSettingsPath),
    'Berhenti menerima rangkuman, tanpa perlu masuk:',
    unsubscribe,
  ].join('\n');
}
