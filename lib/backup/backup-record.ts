import { and, desc, eq, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import type { BackupRunKind } from '#db/schema/enums.ts';
import { backupRuns } from '#db/schema/index.ts';
import { raiseAlarm, settleAlarm } from '#lib/record/alarms.ts';

export type BackupRun = typeof backupRuns.$inferSelect;

const alarmOf = (kind: BackupRunKind) => ({ kind: 'backup_failed', subject: kind }) as const;

const lead: Readonly<Record<BackupRunKind, string>> = {
  backup: 'Cadangan tidak utuh atau gagal dibuat.',
  drill: 'Uji pulih gagal: cadangan terbaru belum terbukti dapat dipulihkan.',
};

/**
 * Keeps what came of a backup or a drill. One that failed raises an alarm, and the next one that is whole settles it.
 * A database of an older version has no place for it: then nothing is kept.
 */
export async function recordBackupRun(run: Omit<typeof backupRuns.$inferInsert, 'id'>): Promise<void> {
  const [there] = await database().execute(sql`select to_regclass('public.backup_runs') is not null as there`);
  if (there?.there !== true) return;
  await transaction(async (tx) => {
    await tx.insert(backupRuns).values(run);
    if (run.isWhole) await settleAlarm(tx, alarmOf(run.kind), null);
    else
      await raiseAlarm(tx, {
        ...{ ...alarmOf(run.kind), portalId: null, detail: { file: run.file ?? null } },
        text: [lead[run.kind], ...(run.problems ?? []).slice(0, 3)].join(' '),
      });
  });
}

/** Raises the alarm of a backup that is overdue. */
export async function alarmOverdueBackup(hours: number): Promise<void> {
  await transaction((tx) =>
    raiseAlarm(tx, {
      ...{ ...alarmOf('backup'), portalId: null, detail: { hours } },
      text: `Cadangan utuh terakhir sudah lebih dari ${hours} jam yang lalu. Jalankan npm run backup di peladen dan baca alasannya.`,
    }),
  );
}

/** The newest run of a kind; the newest that was whole when asked. */
export async function lastRun(kind: BackupRunKind, onlyWhole = false): Promise<BackupRun | undefined> {
  const [run] = await database()
    .select()
    .from(backupRuns)
    .where(and(eq(backupRuns.kind, kind), onlyWhole ? eq(backupRuns.isWhole, true) : undefined))
    .orderBy(desc(backupRuns.endedAt))
    .limit(1);
  return run;
}
