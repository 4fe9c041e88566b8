/** How long something took, over all the cases there were, in minutes. Null where there were none. */
export type Durations = {
  count: number;
  medianService: number | null;
  p90Service: number | null;
  medianClock: number | null;
  p90Clock: number | null;
};

export const noDurations: Durations = {
  count: 0,
  medianService: null,
  p90Service: null,
  medianClock: null,
  p90Clock: null,
};

/** How often something took so many whole minutes: what a part of a period tells of itself. */
export type MinuteCount = { name: string; clock: 'service' | 'wall'; minutes: number; count: number };

/**
 * The durations of each name, over all parts of a period together. Counts of whole minutes can be added
 * up without losing anything, which medians cannot.
 */
export function durationsByName(rows: readonly MinuteCount[]): Map<string, Durations> {
  const byName = new Map<string, MinuteCount[]>();
  for (const row of rows) {
    const known = byName.get(row.name);
    if (known === undefined) byName.set(row.name, [row]);
    else known.push(row);
  }
  return new Map([...byName].map(([name, own]) => [name, durationsOf(own)]));
}

/** The durations of all these cases as one. */
export function durationsOf(rows: readonly MinuteCount[]): Durations {
  const service = sorted(rows, 'service');
  const wall = sorted(rows, 'wall');
  const count = service.reduce((sum, row) => sum + row.count, 0);
  if (count === 0) return noDurations;
  return {
    count,
    medianService: percentile(service, count, 0.5),
    p90Service: percentile(service, count, 0.9),
    medianClock: percentile(wall, count, 0.5),
    p90Clock: percentile(wall, count, 0.9),
  };
}

const sorted = (rows: readonly MinuteCount[], clock: MinuteCount['clock']) =>
  rows.filter((row) => row.clock === clock).toSorted((one, other) => one.minutes - other.minutes);

/** As `percentile_cont` of PostgreSQL: between two cases in proportion. */
function percentile(rows: readonly MinuteCount[], count: number, share: number): number {
  const place = share * (count - 1);
  const lower = minutesAt(rows, Math.floor(place));
  return lower + (minutesAt(rows, Math.ceil(place)) - lower) * (place - Math.floor(place));
}

function minutesAt(rows: readonly MinuteCount[], place: number): number {
  let passed = 0;
  for (const { minutes, count } of rows) {
    passed += count;
    if (place < passed) return minutes;
  }
  return rows.at(-1)?.minutes ?? 0;
}
