import { and, asc, eq, lte, or, sql } from 'drizzle-orm';
import { database, isDatabaseAway, sqlState, type Transaction, transaction } from '#db/client.ts';
import { alarms, articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { domainErrorCode, type Issue, issuesOf } from '#lib/errors.ts';
import type { EditionId } from '#lib/ids.ts';
import { log, logBug } from '#lib/log.ts';
import { raiseAlarm, settleAlarm } from '#lib/record/alarms.ts';
import { siteFreeze } from '#lib/record/site-freeze.ts';
import { type EditionRecord, readEdition } from './edition-record.ts';
import { makeWay, settleLive } from './going-live.ts';
import { isUnfinished } from './readiness.ts';
import { alarmAfterSeconds, isLate } from './schedule-time.ts';
import { type AtTheEnd, finishSteps, takeStep } from './transition.ts';
import { refuseWithdrawn } from './withdrawn-uploads.ts';

/** Editions that go out in one transaction, and at one look: readers' lists are made anew once for all of them. */
export const dueAtOnce = 25;

/**
 * Publishes what is due, so many at most. The rows say what that is, whatever became of anything that was planned;
 * any number of processes may ask at the same time, since each takes only what no other holds.
 *
 * @returns how many went out and how many could not
 */
export function publishDue(): Promise<{ published: number; failed: number }> {
  return transaction(publishSome);
}

async function publishSome(tx: Transaction): Promise<{ published: number; failed: number }> {
  const at = now();
  // What is due waits for the end of the read-only mode; the alarm for what is late says so meanwhile.
  if ((await siteFreeze(tx)) !== null) return { published: 0, failed: 0 };
  const left: AtTheEnd = { entries: [], renewed: [] };
  const sum = { published: 0, failed: 0 };
  for (const id of await takeDue(tx, at)) {
    const record = await readEdition(tx, id, true);
    if (record === undefined || !isDue(record, at)) continue;
    const failure = await goOut(tx, record, at, left);
    if (failure === undefined) {
      sum.published += 1;
    } else if (failure !== passing) {
      sum.failed += 1;
      await keepFailure(tx, record, failure, at, left);
    }
  }
  await finishSteps(tx, left);
  return sum;
}

/** Locks the articles of some due editions, the longest due first. What failed waits a little longer each time. */
async function takeDue(tx: Transaction, at: Date): Promise<EditionId[]> {
  const rows = await tx
    .select({ id: editions.id })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(
      and(
        eq(editions.state, 'scheduled'),
        lte(editions.scheduledFor, at),
        or(
          sql`${editions.scheduleFailedAt} is null`,
          sql`${editions.scheduleFailedAt} + interval '5 seconds' * ${editions.scheduleAttempts}::int * ${editions.scheduleAttempts}::int <= ${at.toISOString()}::timestamptz`,
        ),
      ),
    )
    .orderBy(asc(editions.scheduledFor), asc(editions.id))
    .limit(dueAtOnce)
    .for('no key update', { of: articles, skipLocked: true });
  return rows.map((row) => row.id);
}

/** The lock came after the look: somebody may have been there between. */
function isDue({ edition }: EditionRecord, at: Date): boolean {
  return edition.state === 'scheduled' && edition.scheduledFor !== null && edition.scheduledFor <= at;
}

/** Why one did not go out. */
type Failure = {
  text: string;
  /** It only waits for photos, and not yet for long: the desk reads so, and nobody is called. */
  isWaiting?: boolean;
};

/** Says of a failure that it will have passed at the next look. */
const passing = Symbol('passing');

/** One publication within a savepoint, so that what fails takes nothing else along. Answers why it failed. */
async function goOut(
  tx: Transaction,
  record: EditionRecord,
  at: Date,
  left: AtTheEnd,
): Promise<Failure | typeof passing | undefined> {
  const own: AtTheEnd = { entries: [], renewed: [] };
  try {
    await tx.transaction((inner) =>
      takeStep({ tx: inner, record, at, performer: 'system', ...own }, 'publish_due', {
        detail: { scheduledFor: record.edition.scheduledFor?.toISOString() ?? null },
        before: async (step) => {
          await refuseWithdrawn(step);
          await makeWay(step);
        },
        after: settleLive,
      }),
    );
  } catch (error) {
    return failureOf(error, record.edition, at);
  }
  left.entries.push(...own.entries);
  left.renewed.push(...own.renewed);
  return undefined;
}

function failureOf(error: unknown, edition: EditionRecord['edition'], at: Date): Failure | typeof passing {
  if (isDatabaseAway(error)) throw error;
  switch (domainErrorCode(error)) {
    case 'invalid':
      return failureBy(issuesOf(error), isLate(edition.scheduledFor ?? at, at));
    case 'not_allowed':
      if (error instanceof Error) return { text: error.message };
      break;
    case 'integrity':
      log('alarm', 'integrity', { what: 'schedule', editionId: edition.id });
      return { text: 'Isi yang tersimpan tidak cocok dengan tanda tangannya. Hubungi pengelola sistem.' };
    default:
  }
  // A lock that somebody else holds, or a deadlock that was broken: the next look finds it free.
  if (['55P03', '40P01', '40001'].includes(sqlState(error) ?? '')) return passing;
  logBug('publish_due', error);
  return { text: 'Terjadi gangguan pada sistem. Penerbitan dicoba lagi dengan sendirinya.' };
}

function failureBy(issues: readonly Issue[], isOverdue: boolean): Failure {
  const text = issues.map((issue) => issue.text).join(' ');
  if (!issues.every(({ code }) => isUnfinished(code))) return { text };
  return isOverdue ? { text: `${text} ${tooLong}` } : { text, isWaiting: true };
}

const tooLong =
  'Pengolahannya lebih lama daripada biasanya. Bila tidak kunjung selesai, batalkan jadwalnya, lalu ganti berkasnya.';

/** The row says why and since when; the log is told when the reason is a new one. */
async function keepFailure(
  tx: Transaction,
  { edition, article }: EditionRecord,
  { text, isWaiting = false }: Failure,
  at: Date,
  left: AtTheEnd,
): Promise<void> {
  const attempt = edition.scheduleAttempts + 1;
  await tx
    .update(editions)
    .set({ scheduleFailedAt: edition.scheduleFailedAt ?? at, scheduleAttempts: attempt, scheduleFailure: text })
    .where(eq(editions.id, edition.id));
  if (edition.scheduleFailure === text || isWaiting) return;
  left.entries.push({
    ...{ portalId: article.portalId, actorId: null, actorRole: null, verb: 'schedule_failed' },
    ...{ articleId: article.id, editionId: edition.id, agencyId: article.agencyId, detail: { text, attempt } },
  });
}

/**
 * Raises an alarm for every edition that should have gone out a minute ago, whatever the reason, and settles
 * those of editions that did, or of which people decided something else.
 */
export async function heedSchedule(): Promise<void> {
  const late = new Date(now().getTime() - alarmAfterSeconds * 1000);
  for (const { id, portalId, text } of await overdueWithoutAlarm(late)) {
    const about = { kind: 'schedule_failed', subject: id, portalId, editionId: id } as const;
    await transaction((tx) => raiseAlarm(tx, { ...about, text }));
  }
  for (const { subject } of await alarmsThatEnded(late)) {
    await transaction((tx) => settleAlarm(tx, { kind: 'schedule_failed', subject }, null));
  }
}

const unexplained = 'Waktu terbitnya sudah lewat, tetapi artikel ini belum terbit. Sistem terus mencobanya.';

function overdueWithoutAlarm(late: Date) {
  const text = sql<string>`coalesce(${editions.scheduleFailure}, ${unexplained})`;
  return database()
    .select({ id: editions.id, portalId: articles.portalId, text })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .leftJoin(
      alarms,
      and(
        eq(alarms.kind, 'schedule_failed'),
        eq(alarms.subject, sql`${editions.id}::text`),
        sql`${alarms.settledAt} is null`,
      ),
    )
    .where(
      and(
        eq(editions.state, 'scheduled'),
        lte(editions.scheduledFor, late),
        sql`${alarms.text} is distinct from ${text}`,
      ),
    )
    .limit(100);
}

async function alarmsThatEnded(late: Date): Promise<{ subject: string }[]> {
  return database()
    .select({ subject: alarms.subject })
    .from(alarms)
    .leftJoin(editions, eq(editions.id, alarms.editionId))
    .where(
      and(
        eq(alarms.kind, 'schedule_failed'),
        sql`${alarms.settledAt} is null`,
        sql`(${editions.state} is distinct from 'scheduled' or ${editions.scheduledFor} > ${late.toISOString()}::timestamptz)`,
      ),
    )
    .limit(100);
}
