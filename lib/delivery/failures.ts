import { now } from '#lib/clock.ts';
import { boundedMap } from './bounded-map.ts';
import { type Dated, isOutdated, type PortalChanges } from './portal-changes.ts';

/** Which pages failed lately, so that one that cannot be made is not tried for every reader. */
export type Failures = {
  note(key: string, page: Dated): void;
  /** Whether to leave the page alone for now. Never when something it shows has changed since it failed. */
  isResting(key: string, changes: PortalChanges): boolean;
  forget(key: string): void;
  forgetAll(): void;
};

type Failure = Dated & { until: number; times: number };

/** Milliseconds: the first rest, doubled each time, and the longest. */
const rest = { first: 2_000, longest: 60_000 };

export function failures(): Failures {
  const held = boundedMap<Failure>(5_000);
  return {
    note(key, { names, generation }) {
      const times = (held.get(key)?.times ?? 0) + 1;
      const pause = Math.min(rest.first * 2 ** (times - 1), rest.longest);
      held.set(key, { names, generation, times, until: now().getTime() + pause });
    },
    isResting(key, changes) {
      const failure = held.get(key);
      return failure !== undefined && failure.until > now().getTime() && !isOutdated(failure, changes);
    },
    forget: (key) => held.delete(key),
    forgetAll: () => held.clear(),
  };
}
