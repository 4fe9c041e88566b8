import { and, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import { memberships } from '#db/schema/index.ts';

/** The moments of a role that decide whether it counts. */
export type RoleTimes = {
  effectiveAt: Date | null;
  startsAt: Date | null;
  endsAt: Date | null;
  endedAt: Date | null;
};

/**
 * Whether a role was given and has not ended: it may still wait for its acceptance or its first day.
 * A delegation ends at its own minute, whether or not somebody has written that down since.
 */
export function isOpen(role: Pick<RoleTimes, 'endsAt' | 'endedAt'>, at: Date): boolean {
  return role.endedAt === null && (role.endsAt === null || role.endsAt > at);
}

/** Whether a role counts: open, accepted or never needing it, and begun. The one definition, here and as a condition below. */
export function isInForce(role: RoleTimes, at: Date): boolean {
  return isOpen(role, at) && role.effectiveAt !== null && (role.startsAt === null || role.startsAt <= at);
}

/** `isOpen` as a condition on memberships. */
export function openAt(at: Date): SQL | undefined {
  return and(isNull(memberships.endedAt), or(isNull(memberships.endsAt), gt(memberships.endsAt, at)));
}

/** `isInForce` as a condition on memberships. Whether the account is suspended is asked beside it. */
export function inForceAt(at: Date): SQL | undefined {
  return and(
    openAt(at),
    isNotNull(memberships.effectiveAt),
    or(isNull(memberships.startsAt), lte(memberships.startsAt, at)),
  );
}
