import { desc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { findingOverrides, users } from '#db/schema/index.ts';
import type { ArticleId } from '#lib/ids.ts';
import type { Override } from './judgement.ts';

/** What editors let pass in this article, newest first. */
export function overridesOf(queryable: Queryable, article: ArticleId): Promise<Override[]> {
  const { rule, subject, reason, at } = findingOverrides;
  return queryable
    .select({ rule, subject, reason, by: users.name, at })
    .from(findingOverrides)
    .innerJoin(users, eq(users.id, findingOverrides.by))
    .where(eq(findingOverrides.articleId, article))
    .orderBy(desc(findingOverrides.id));
}
