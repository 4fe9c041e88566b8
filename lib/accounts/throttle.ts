import { now } from '#lib/clock.ts';
import { processWide } from '#lib/process-wide.ts';

/** How many tries one key has within one window. Minutes. */
type Allowance = { tries: number; minutes: number };

/**
 * Where tries are counted. A device that signed in to this account before has an allowance
 * of its own, so no number of strangers can keep its owner out; whoever comes from elsewhere
 * shares the account's allowance with all strangers. An office sits behind one address,
 * therefore the network's own is wide.
 */
const allowances = {
  device: { tries: 20, minutes: 15 },
  accountFromNetwork: { tries: 10, minutes: 15 },
  accountFromStrangers: { tries: 100, minutes: 60 },
  network: { tries: 200, minutes: 15 },
  /** Wrong second steps, by whoever knows the password: three of a million codes fit at any moment. */
  factorFromDevice: { tries: 10, minutes: 15 },
  factorFromNetwork: { tries: 5, minutes: 15 },
  factorFromStrangers: { tries: 20, minutes: 60 },
  /** The present password, asked of somebody who is signed in. */
  ownPassword: { tries: 10, minutes: 15 },
  /** Questions to the dictionary: an editor asks after a pause in typing, and suggestions take a processor's time. */
  spelling: { tries: 60, minutes: 1 },
  /** What one person says about articles, decisions on it included: a thorough review is some dozens. */
  remark: { tries: 120, minutes: 10 },
  /** What is said through one preview link: a source answers by hand. */
  guestComment: { tries: 5, minutes: 10 },
  /** Files of the audit log: each reads up to a hundred thousand entries. */
  auditExport: { tries: 10, minutes: 10 },
  /** Files of what is kept about an account: each reads thirty tables. */
  accountExport: { tries: 10, minutes: 60 },
  /** Files of the reports, a dozen a period: each counts up to a year of a portal. */
  reportExport: { tries: 40, minutes: 10 },
  /** Texts that readers have checked: an office of journalists sits behind one address. */
  textCheck: { tries: 40, minutes: 10 },
  /** All of them together: comparing takes a processor's time. */
  allTextChecks: { tries: 600, minutes: 10 },
} as const satisfies Record<string, Allowance>;

/** One place where a try counts: the kind of allowance and whose it is. */
export type TryKey = { kind: keyof typeof allowances; of: string };

type Count = { tries: number; until: number };

/** Keys remembered at most; beyond that the oldest are forgotten. */
const remembered = 50_000;

// In memory: a table would let strangers fill the database. Each instance counts for itself.
const counts = processWide<Map<string, Count>>('sign-in-tries', () => new Map());

/**
 * Counts a try under every key before the work is done, so that many at once cannot slip by.
 *
 * @returns undefined when it may go on, else the moment to try again; nothing is counted then
 */
export function takeTry(keys: readonly TryKey[]): Date | undefined {
  const at = now().getTime();
  const spent = keys
    .map((key) => ({ most: allowances[key.kind].tries, ...countOf(key, at) }))
    .filter((count) => count.tries >= count.most);
  if (spent.length > 0) return new Date(Math.max(...spent.map((count) => count.until)));
  for (const key of keys) {
    const count = countOf(key, at);
    count.tries += 1;
    remember(key, count);
  }
  return undefined;
}

/** Takes a try back that turned out to be the owner's: what is spent is failures only. */
export function giveTryBack(keys: readonly TryKey[]): void {
  for (const key of keys) {
    const count = counts.value.get(nameOf(key));
    if (count !== undefined) count.tries = Math.max(0, count.tries - 1);
  }
}

/** Forgets all tries, for tests. */
export function forgetTries(): void {
  counts.value.clear();
}

function countOf(key: TryKey, at: number): Count {
  const found = counts.value.get(nameOf(key));
  return found !== undefined && found.until > at
    ? found
    : { tries: 0, until: at + allowances[key.kind].minutes * 60_000 };
}

function remember(key: TryKey, count: Count): void {
  const name = nameOf(key);
  counts.value.delete(name);
  counts.value.set(name, count);
  for (const oldest of counts.value.keys()) {
    if (counts.value.size <= remembered) break;
    counts.value.delete(oldest);
  }
}

const nameOf = (key: TryKey) => `${key.kind}\n${key.of}`;
