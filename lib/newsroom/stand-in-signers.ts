import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { DelegationKind, Role } from '#db/schema/enums.ts';
import { memberships } from '#db/schema/index.ts';
import { isInForce } from '#lib/accounts/role-in-force.ts';
import type { PortalId, UserId } from '#lib/ids.ts';

type Signed = { userId: UserId; role: Role; at: Date };

/**
 * Says of signatures whether the role was held in somebody's place at that moment. The signature
 * itself names the role alone, and stays as it was signed; this is read from the roles beside it.
 */
export async function standInsAmong(
  queryable: Queryable,
  portalId: PortalId,
  signatures: readonly Signed[],
): Promise<(signature: Signed) => DelegationKind | null> {
  if (signatures.length === 0) return () => null;
  const signers = [...new Set(signatures.map((signature) => signature.userId))];
  const ofSigners = and(eq(memberships.portalId, portalId), inArray(memberships.userId, signers));
  const held = await queryable
    .select()
    .from(memberships)
    .where(and(ofSigners, isNotNull(memberships.effectiveAt)));
  return ({ userId, role, at }) => {
    const then = held.filter(
      (one) =>
        one.userId === userId &&
        one.role === role &&
        one.effectiveAt !== null &&
        one.effectiveAt <= at &&
        isInForce({ ...one, endedAt: one.endedAt !== null && one.endedAt > at ? null : one.endedAt }, at),
    );
    // Whoever holds the role lastingly as well signed in their own right.
    return then.some((one) => one.delegation === null) ? null : (then[0]?.delegation ?? null);
  };
}
