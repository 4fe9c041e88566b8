import { and, eq, gte, inArray, or, sql } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { articles, assets, editions, listed } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { AssetId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { closeDocuments, markPublic } from '#lib/media/publication.ts';
import { raiseGenerationInUpkeep } from '#lib/record/generation.ts';
import type { Words } from './article-input.ts';
import { lists } from './listing.ts';
import { documentIdsOf } from './readiness.ts';

/**
 * Takes from readers the documents of words that stand no more: with a retraction, or when the
 * next edition leaves one out (a wrong decree put right). Closed at once; whether another article
 * still brings one is a search, so a job looks and opens it again.
 */
export async function takeBackDocuments(
  tx: Transaction,
  former: Pick<Words, 'body' | 'attachments'>,
  kept: Pick<Words, 'body' | 'attachments'> | null,
): Promise<void> {
  const still = new Set(kept === null ? [] : documentIdsOf(kept));
  for (const assetId of await closeDocuments(
    tx,
    documentIdsOf(former).filter((id) => !still.has(id)),
  )) {
    await addJob(tx, 'reopen_document', { assetId }, { jobKey: `reopen:${assetId}` });
  }
}

/** The job: readers may have a document again that stands in some other live edition. */
export async function reopenDocument(assetId: AssetId): Promise<void> {
  await transaction(async (tx) => {
    // Ids are random, so finding one as text is finding the document.
    const named = [editions.body, editions.attachments].map((column) => sql`strpos(${column}::text, ${assetId}) > 0`);
    const [using] = await tx
      .select({ portalId: articles.portalId })
      .from(editions)
      .innerJoin(articles, eq(articles.id, editions.articleId))
      .innerJoin(assets, and(eq(assets.id, assetId), eq(assets.portalId, articles.portalId)))
      // The few articles that bring documents at all; reading every text of the portal would take minutes.
      .innerJoin(
        listed,
        and(
          eq(listed.articleId, articles.id),
          eq(listed.portalId, articles.portalId),
          eq(listed.list, lists.documents),
        ),
      )
      .where(
        and(
          inArray(editions.state, ['published', 'archived']),
          gte(sql`coalesce(${editions.lastTypedAt}, ${editions.createdAt})`, assets.uploadedAt),
          or(...named),
        ),
      )
      .limit(1);
    if (using === undefined) return;
    await markPublic(tx, [assetId], now());
    // Nothing on a page changes, but what readers may have is asked anew.
    await raiseGenerationInUpkeep(tx, using.portalId, []);
  });
}
