import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { asc } from 'drizzle-orm';
import { database, databaseUrl } from '#db/client.ts';
import { portals } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import { offsetAt } from '#lib/time-zone.ts';
import { alarmOverdueBackup, type BackupRun, lastRun } from './backup-record.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Hours without a whole backup after which somebody is told. */
export const overdueAfterHours = 36;
/** Milliseconds between two tries of one that failed, and between two drills. */
const retryAfter = hour;
const drillEvery = 7 * day;

/** The program in work, if any: one at a time in this process. */
const working = processWide<{ child: ChildProcess | undefined }>('backup.child', () => ({ child: undefined }));

type Runs = { last: BackupRun | undefined; lastWhole: BackupRun | undefined; lastDrill: BackupRun | undefined };

/**
 * What is due at a moment: a backup every day from its hour on, and a drill every week in the hours after it. A night
 * on which the machine was off is made up for.
 *
 * @param minuteOfDay at which the backup is due, in the zone
 * @param since when this install began: before its first backup that counts as the last one
 */
export function dueWork(
  { last, lastWhole, lastDrill }: Runs,
  { at, minuteOfDay, timeZone, since }: { at: Date; minuteOfDay: number; timeZone: string; since: Date },
): { work: 'backup' | 'drill' | undefined; isOverdue: boolean } {
  const isOverdue = at.getTime() - (lastWhole?.startedAt ?? since).getTime() > overdueAfterHours * hour;
  const slot = lastSlot(at, minuteOfDay, timeZone);
  const isLate = lastWhole === undefined || lastWhole.startedAt < slot;
  if (isLate) {
    const mayTry = last === undefined || last.isWhole || at.getTime() - last.endedAt.getTime() > retryAfter;
    return { work: mayTry ? 'backup' : undefined, isOverdue };
  }
  const sinceDrill = lastDrill === undefined ? drillEvery : at.getTime() - lastDrill.startedAt.getTime();
  return { work: sinceDrill >= drillEvery ? 'drill' : undefined, isOverdue };
}

/** The last moment at or before `at` that a clock of the zone showed this minute of the day. */
function lastSlot(at: Date, minuteOfDay: number, timeZone: string): Date {
  const offset = offsetAt(at, timeZone);
  const midnight = Math.floor((at.getTime() + offset) / day) * day - offset;
  const today = midnight + minuteOfDay * minute;
  return new Date(today <= at.getTime() ? today : today - day);
}

/**
 * The round that looks whether a backup or a drill is due, and begins it in a process of its own, which records what
 * came of it: a backup of a large newsroom takes longer than a job may, and none of this process's memory.
 */
export async function watchBackups(): Promise<void> {
  const { backup } = config();
  if (backup.at === null || working.value.child !== undefined) return;
  const [portal] = await database()
    .select({ timeZone: portals.timeZone, createdAt: portals.createdAt })
    .from(portals)
    .orderBy(asc(portals.id))
    .limit(1);
  if (portal === undefined) return;
  const [last, lastWhole, lastDrill] = await Promise.all([
    lastRun('backup'),
    lastRun('backup', true),
    lastRun('drill'),
  ]);
  const { work, isOverdue } = dueWork(
    { last, lastWhole, lastDrill },
    { at: now(), minuteOfDay: backup.at, timeZone: portal.timeZone, since: portal.createdAt },
  );
  if (isOverdue) await alarmOverdueBackup(overdueAfterHours);
  // Without its secret key an encrypted backup cannot be restored here: somebody who has it does the drill.
  if (work === 'backup' || (work === 'drill' && backup.recipient === null)) begin(work);
}

const programs = { backup: 'backup.ts', drill: 'backup-drill.ts' } as const;

function begin(work: keyof typeof programs): void {
  const path = fileURLToPath(new URL(`../../commands/${programs[work]}`, import.meta.url));
  log('info', 'backup_begun', { work });
  const child = spawn(process.execPath, [path], {
    // The database that runs already, whoever started it.
    env: { ...process.env, DATABASE_URL: databaseUrl() },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  working.value.child = child;
  child.unref();
  child.on('error', (error) => ended(work, error.message));
  child.on('exit', (code) => ended(work, code === 0 ? null : `code ${code}`));
}

function ended(work: keyof typeof programs, failure: string | null): void {
  working.value.child = undefined;
  if (failure === null) log('info', 'backup_ended', { work });
  else log('alarm', 'backup_failed', { work, reason: failure });
}

/** Ends the program in work; a backup that is cut off leaves nothing that looks like one. */
export function stopBackups(): void {
  working.value.child?.kill('SIGTERM');
}
