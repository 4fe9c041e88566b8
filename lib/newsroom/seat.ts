import type { UserId } from '../ids.ts';

/** Seconds without a beat after which nobody is taken to be there any more. */
export const goneAfterSeconds = 45;
/** Seconds after a keystroke in which somebody is shown as typing. */
export const typingSeconds = 6;
/** Minutes without a keystroke after which another writer may take the turn without asking. */
export const idleAfterMinutes = 2;

/** Whose turn it is to write. Only a courtesy between people: versions guard the words. */
export type Seat = {
  holderId: UserId;
  since: Date;
  /** When the holder last typed. */
  typedAt: Date | null;
  /** When the holder's page was last heard of. */
  seenAt: Date;
  askedBy: UserId | null;
  askedAt: Date | null;
};

/** Whether the holder's page has not been heard of lately. */
export function holderIsGone(seat: Seat, at: Date): boolean {
  return secondsSince(seat.seenAt, at) > goneAfterSeconds;
}

/** Whether the holder is there but has let the keys rest for a while. */
export function holderIsIdle(seat: Seat, at: Date): boolean {
  const last = Math.max(seat.since.getTime(), seat.typedAt?.getTime() ?? 0);
  return at.getTime() - last > idleAfterMinutes * 60_000;
}

/** Whether somebody who writes may take the turn now, without being given it. */
export function mayTakeTurn(seat: Seat, who: { userId: UserId; isManagingEditor: boolean }, at: Date): boolean {
  if (seat.holderId === who.userId) return false;
  return who.isManagingEditor || holderIsGone(seat, at) || holderIsIdle(seat, at);
}

/**
 * Whether words that arrive from this person are kept aside: it is another's turn, and that other
 * has typed lately. Words that arrive before the new holder has typed still fit.
 */
export function keepsAside(seat: Seat | undefined, sender: UserId, at: Date): boolean {
  if (seat === undefined || seat.holderId === sender || seat.typedAt === null) return false;
  return secondsSince(seat.typedAt, at) <= idleAfterMinutes * 60;
}

/** The seat once this person has begun, taken or been given the turn. */
export function seatOf(userId: UserId, at: Date): Seat {
  return { holderId: userId, since: at, typedAt: null, seenAt: at, askedBy: null, askedAt: null };
}

/** The seat when a page that can write is opened: the first to come holds it, nobody is pushed from it. */
export function seatAfterOpening(seat: Seat | undefined, userId: UserId, at: Date): Seat {
  if (seat === undefined || (seat.holderId !== userId && holderIsGone(seat, at))) return seatOf(userId, at);
  return heardFrom(seat, userId, null, at);
}

/** The seat after a sign of life of somebody's page. */
export function heardFrom(seat: Seat, userId: UserId, typedAt: Date | null, at: Date): Seat {
  if (seat.holderId !== userId) return seat;
  const lastTyped = Math.max(seat.typedAt?.getTime() ?? 0, typedAt?.getTime() ?? 0);
  // What was typed before the turn began was typed in another turn.
  const isOfThisTurn = lastTyped >= seat.since.getTime();
  return { ...seat, seenAt: at, typedAt: isOfThisTurn ? new Date(lastTyped) : seat.typedAt };
}

/** The seat when somebody has asked for the turn. */
export function askedFor(seat: Seat, userId: UserId, at: Date): Seat {
  return seat.holderId === userId ? seat : { ...seat, askedBy: userId, askedAt: at };
}

/** The seat when its holder keeps it in spite of the request. */
export function kept(seat: Seat): Seat {
  return { ...seat, askedBy: null, askedAt: null };
}

function secondsSince(then: Date, at: Date): number {
  return (at.getTime() - then.getTime()) / 1000;
}
