import type { TogetherView } from '#lib/newsroom/presence-shapes.ts';

/** Milliseconds between two signs of life: alone, together, and right after a turn has passed on. */
export const pace = { alone: 12_000, together: 3_000, handover: 1_000 } as const;

/** How long a turn that has just changed is looked after closely. */
const handoverMilliseconds = 8_000;

/**
 * When the next sign of life is due. Somebody else there, or a request to answer, is worth a
 * closer look; so are the words that arrive right after the turn has passed on.
 *
 * @param sinceHandover milliseconds since the turn came to or left this page, null when it did not
 */
export function nextBeat({ people, seat }: TogetherView, sinceHandover: number | null): number {
  if (sinceHandover !== null && sinceHandover < handoverMilliseconds) return pace.handover;
  const isWaiting = seat !== null && (!seat.isMine || seat.askedBy !== null);
  return people.length > 0 || isWaiting ? pace.together : pace.alone;
}
