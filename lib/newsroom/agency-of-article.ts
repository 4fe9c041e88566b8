import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import type { AgencyId, EditionId } from '#lib/ids.ts';
import type { ArticleRow, EditionRecord } from './edition-record.ts';

/**
 * Puts an article under another agency. Every other edition says from now on under which it was written: its
 * hash names that agency, and what was signed must stay what was signed.
 */
export async function setAgency(tx: Transaction, article: ArticleRow, to: AgencyId, except: EditionId): Promise<void> {
  await tx
    .update(editions)
    .set({ agencyId: article.agencyId })
    .where(and(eq(editions.articleId, article.id), ne(editions.id, except), isNull(editions.agencyId)));
  await tx.update(articles).set({ agencyId: to }).where(eq(articles.id, article.id));
}

/** A draft that comes back from before a move goes on under the agency the article has now. */
export async function leaveFormerAgency(tx: Transaction, { edition }: EditionRecord): Promise<void> {
  if (edition.agencyId !== null) await tx.update(editions).set({ agencyId: null }).where(eq(editions.id, edition.id));
}
