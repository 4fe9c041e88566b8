import type { Priority } from '../../db/schema/enums.ts';
import type { UserId } from '../ids.ts';
import type { EditionRowView } from '../newsroom/desk-shapes.ts';
import type { QueueStage } from './queue-filters.ts';
import type { Standing } from './standing.ts';

/** Whom an item waits for, in words: `Verifikator Dinas Kesehatan`, `Redaktur`. */
export type Awaited = {
  what: 'verification' | 'claim' | 'editing' | 'second_signature' | 'publication' | 'time';
  whom: string;
};

/** The one step an item offers this person: a button that does it, or the page where it is done. */
export type NextStep = { label: string; does: 'claim' } | { label: string; does: 'open'; href: string };

/** One line of the queue. */
export type QueueRow = EditionRowView & {
  awaited: Awaited;
  standing: Standing;
  /** Null where there is nothing to do but read. */
  next: NextStep | null;
  priority: Priority;
  assignee: { id: UserId; name: string } | null;
  /** What whoever assigned it wrote to the assignee. */
  assignmentNote: string;
  dueAt: Date | null;
  scheduledFor: Date | null;
  /** Not before this moment; null without an embargo or once it has ended. */
  embargoUntil: Date | null;
  /** How far its lateness was carried: 1 the managing editor, 2 the agency's leader as well. */
  escalation: number;
  /** How many other editions may tell the same story; counted for the desk alone, which may see them all. */
  similar: number;
  /** What this person may do with its place on the desk. */
  may: { assign: boolean; handOver: boolean; return: boolean };
};

export type QueuePage = {
  rows: QueueRow[];
  /** Where the next page begins; null on the last. */
  next: string | null;
  timeZone: string;
};

/** How many items stand in each stage. */
export type QueueCounts = Readonly<Record<QueueStage, number>> & { late: number };

/** An item's place on the desk, as its own pages show it to those who may arrange it. */
export type DeskPlace = {
  row: QueueRow;
  editors: DeskEditor[];
  timeZone: string;
  /** The one who looks at it. */
  userId: UserId;
};

/** Somebody an item may be given to. */
export type DeskEditor = { id: UserId; name: string; isAway: boolean };
