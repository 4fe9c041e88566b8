import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from '#db/client.ts';
import { workingStates } from '#db/schema/enums.ts';
import { articles, editions, embargoPasses, pressContacts, users } from '#db/schema/index.ts';
import type { EmbargoPassId, PortalId, UserId } from '#lib/ids.ts';
import { type EditionRecord, readEditions } from '#lib/newsroom/edition-record.ts';

/** A pass to words that readers do not have yet, of an account that gave it out or reads by it. */
export type PassOfAccount = {
  passId: EmbargoPassId;
  /** The account reads by it; otherwise it gave it to somebody. */
  isHolder: boolean;
  holder: string;
  outlet: string | null;
  record: EditionRecord;
};

const most = 500;

/** The passes in a portal that still open something and hang on an account. */
export async function passesOfAccount(
  queryable: Queryable,
  portalId: PortalId,
  userId: UserId,
): Promise<PassOfAccount[]> {
  const holders = alias(users, 'holders');
  const rows = await queryable
    .select({ pass: embargoPasses, contact: pressContacts.name, outlet: pressContacts.outlet, account: holders.name })
    .from(embargoPasses)
    .innerJoin(articles, eq(articles.id, embargoPasses.articleId))
    .leftJoin(pressContacts, eq(pressContacts.id, embargoPasses.contactId))
    .leftJoin(holders, eq(holders.id, embargoPasses.userId))
    .where(
      and(
        eq(articles.portalId, portalId),
        isNull(embargoPasses.revokedAt),
        or(eq(embargoPasses.createdBy, userId), eq(embargoPasses.userId, userId)),
      ),
    )
    .orderBy(asc(embargoPasses.id))
    .limit(most);
  const articleIds = [...new Set(rows.map(({ pass }) => pass.articleId))];
  const records = await readEditions(
    queryable,
    and(inArray(articles.id, articleIds), inArray(editions.state, [...workingStates])),
    sql`${asc(editions.id)}`,
    most,
  );
  return rows.flatMap(({ pass, contact, outlet, account }) => {
    const record = records.find(({ article }) => article.id === pass.articleId);
    if (record === undefined) return [];
    const isHolder = pass.userId === userId;
    return [{ passId: pass.id, isHolder, holder: contact ?? account ?? '', outlet, record }];
  });
}
