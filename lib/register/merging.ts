import type { Transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { Issue } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { type EntryAt, issueAt } from './csv-entries.ts';

/** Whose file goes where. */
export type Taking = { tx: Transaction; actor: Actor; role: Role; portalId: PortalId; text: string };

/** What a file does to a list. While there are issues nothing is written. */
export type Merged = { added: number; changed: number; same: number; issues: Issue[] };

/** Compares a file with a list and, unless it only looks or a row is wrong, writes what is new in it. */
export type Merging = (taking: Taking, isWriting: boolean) => Promise<Merged>;

/** Which entries of a file are new, and which change a row that stands under the same key. */
export type Plan<Entry, Row> = {
  add: Entry[];
  change: { row: Row; entry: Entry }[];
  same: number;
  issues: Issue[];
};

/** Lays entries beside the rows that stand. A key that comes twice in one file is an error: which one counts? */
export function planOf<Entry, Row>(
  entries: readonly EntryAt<Entry>[],
  rows: readonly Row[],
  keys: { ofEntry: (entry: Entry) => string; ofRow: (row: Row) => string },
  isSame: (row: Row, entry: Entry) => boolean,
): Plan<Entry, Row> {
  const standing = new Map(rows.map((row) => [keys.ofRow(row), row]));
  const lines = new Map<string, number>();
  const plan: Plan<Entry, Row> = { add: [], change: [], same: 0, issues: [] };
  for (const { line, entry } of entries) {
    const key = keys.ofEntry(entry);
    const former = lines.get(key);
    lines.set(key, former ?? line);
    const row = standing.get(key);
    if (former !== undefined)
      plan.issues.push(issueAt(line, `entri ini sudah ada di baris ${former}. Hapus salah satunya.`));
    else if (row === undefined) plan.add.push(entry);
    else if (isSame(row, entry)) plan.same += 1;
    else plan.change.push({ row, entry });
  }
  return plan;
}

/** The counts of a plan. */
export function counted({ add, change, same, issues }: Plan<unknown, unknown>, more: readonly Issue[]): Merged {
  return { added: add.length, changed: change.length, same, issues: [...more, ...issues] };
}

/** A list in parts that one statement can carry. */
export function inParts<T>(list: readonly T[]): T[][] {
  const size = 1_000;
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
}
