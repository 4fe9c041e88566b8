import { asc, eq } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import type { FactorKind } from '#db/schema/enums.ts';
import { secondFactors } from '#db/schema/index.ts';
import type { SecondFactorId, UserId } from '#lib/ids.ts';

/** A second factor as its owner sees it. */
export type OwnFactor = {
  factorId: SecondFactorId;
  kind: FactorKind;
  name: string;
  isSynced: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** Somebody's second factors, the oldest first. */
export function factorsOf(userId: UserId, queryable: Queryable = database()): Promise<OwnFactor[]> {
  return queryable
    .select({
      factorId: secondFactors.id,
      kind: secondFactors.kind,
      name: secondFactors.name,
      isSynced: secondFactors.isSynced,
      createdAt: secondFactors.createdAt,
      lastUsedAt: secondFactors.lastUsedAt,
    })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .orderBy(asc(secondFactors.createdAt), asc(secondFactors.id));
}

/** Whether somebody is in only by a second step. */
export async function hasSecondFactor(queryable: Queryable, userId: UserId): Promise<boolean> {
  return (await factorsOf(userId, queryable)).length > 0;
}
