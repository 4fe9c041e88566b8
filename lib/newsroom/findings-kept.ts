import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { checkFindings } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, UserId } from '#lib/ids.ts';
import type { Finding } from '#lib/language/finding.ts';

/**
 * Remembers for a submitter which rules still found something, and how often, in what they submitted:
 * no words, and only their own page of coaching reads it. Submitting again replaces it.
 */
export async function keepFindings(
  tx: Transaction,
  editionId: EditionId,
  userId: UserId,
  findings: readonly Pick<Finding, 'rule'>[],
): Promise<void> {
  await tx.delete(checkFindings).where(and(eq(checkFindings.editionId, editionId), eq(checkFindings.userId, userId)));
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  if (counts.size === 0) return;
  const at = now();
  await tx.insert(checkFindings).values([...counts].map(([rule, count]) => ({ editionId, userId, rule, count, at })));
}
