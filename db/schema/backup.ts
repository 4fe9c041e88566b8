import { bigint, boolean, index, jsonb, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';
import { idColumn, moment } from './columns.ts';
import { backupRunKinds } from './enums.ts';

export const backupRunKind = pgEnum('backup_run_kind', backupRunKinds);

/** Each backup that was made or tried and each drill, with what came of it. */
export const backupRuns = pgTable(
  'backup_runs',
  {
    id: idColumn(),
    kind: backupRunKind().notNull(),
    startedAt: moment().notNull(),
    endedAt: moment().notNull(),
    /** The name of the backup, without its folder; null when it never came to have one. */
    file: text(),
    /** Whether everything is in it, or, for a drill, whether everything came out of it again. */
    isWhole: boolean().notNull(),
    isEncrypted: boolean().notNull().default(false),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    rows: bigint({ mode: 'number' }).notNull().default(0),
    mediaFiles: bigint({ mode: 'number' }).notNull().default(0),
    /** What is wrong, in sentences for the operator. */
    problems: jsonb().$type<string[]>().notNull().default([]),
  },
  (table) => [index('backup_runs_newest').on(table.kind, table.endedAt)],
);
