import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { sessions, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config, newsroomOrigin } from '#lib/config.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { sendMail } from '#lib/mail/outbox.ts';
import { recordEvent } from '#lib/record/events.ts';
import { absolute, signInPath } from '#lib/urls.ts';
import type { UserRow } from './administration.ts';
import { closeAccount } from './suspension.ts';

/** Days between the warning and the closing. */
export const warnedDays = 7;
const day = 86_400_000;
/** The most people one round looks after; the next one goes on. */
const mostPeople = 500;

/**
 * Closes accounts that nobody has signed in to for as long as the install allows, a week after a warning by
 * mail; a round calls it. A forgotten account is what a thief looks for. The last admin of a portal stays.
 * Demo accounts belong to everybody and stay as well.
 */
export async function closeDormant(): Promise<void> {
  if (config().mode === 'demo') return;
  for (const userId of await dormantPeople()) {
    try {
      await transaction((tx) => warnOrClose(tx, userId));
    } catch (error) {
      // The last admin of a portal is not closed.
      if (domainErrorCode(error) !== 'not_allowed') throw error;
    }
  }
}

/** When an account was last used: the newest sign-in, or its making. Sessions end after a week, so this is near enough. */
const lastUse = sql<Date>`coalesce(
  (select max(${sessions.createdAt}) from ${sessions} where ${sessions.userId} = ${users.id} and not ${sessions.owesSecondStep}),
  ${users.createdAt})`.mapWith(users.createdAt);

async function dormantPeople(): Promise<UserId[]> {
  const since = new Date(now().getTime() - (config().dormantDays - warnedDays) * day);
  const warnedBefore = new Date(now().getTime() - warnedDays * day);
  const rows = await database()
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        isNull(users.suspendedAt),
        // An invite nobody used opens nothing, but a provider of sign-ins does, for whoever has the address.
        config().signInProvider === null ? isNotNull(users.passwordHash) : undefined,
        sql`${lastUse} < ${since.toISOString()}`,
        sql`(${users.dormancyWarnedAt} is null or ${users.dormancyWarnedAt} <= ${warnedBefore.toISOString()})`,
      ),
    )
    .orderBy(users.id)
    .limit(mostPeople);
  return rows.map(({ id }) => id);
}

async function warnOrClose(tx: Transaction, userId: UserId): Promise<void> {
  const [person] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update');
  const [use] = await tx.select({ at: lastUse }).from(users).where(eq(users.id, userId));
  if (person === undefined || use === undefined || person.suspendedAt !== null) return;
  const still = now().getTime() - use.at.getTime();
  const { dormantDays } = config();
  if (still < (dormantDays - warnedDays) * day) return;
  const { dormancyWarnedAt: warned } = person;
  if (warned === null) return warn(tx, person);
  if (still < dormantDays * day || now().getTime() - warned.getTime() < warnedDays * day) return;
  await closeAccount(tx, person, false);
  await recordEvent(tx, {
    ...{ portalId: null, actorId: null, actorRole: null, verb: 'suspend_dormant', subjectId: userId },
    detail: { lastUse: use.at.toISOString(), days: dormantDays },
  });
}

async function warn(tx: Transaction, { id: userId, name, email }: UserRow): Promise<void> {
  const at = now();
  await tx.update(users).set({ dormancyWarnedAt: at }).where(eq(users.id, userId));
  await sendMail(tx, {
    kind: 'dormant',
    onceKey: `dormant:${userId}:${at.getTime()}`,
    ...{ userId, recipient: email },
    subject: 'Akun Anda akan dibekukan karena lama tidak dipakai',
    body: [
      `Halo ${name},`,
      '',
      `akun Anda di Ruang Warta sudah lama tidak dipakai. Bila tidak ada yang masuk dalam ${warnedDays} hari, akun ini dibekukan.`,
      '',
      'Masih memerlukannya? Masuk sekali saja:',
      absolute(newsroomOrigin(), signInPath),
      '',
      'Sesudah dibekukan, admin dapat membukanya lagi.',
    ].join('\n'),
  });
  await recordEvent(tx, {
    ...{ portalId: null, actorId: null, actorRole: null, verb: 'warn_dormant', subjectId: userId },
  });
}
