import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { ArticleId } from '#lib/ids.ts';
import { slugify } from '#lib/urls.ts';
import type { Preview } from './desk-shapes.ts';
import type { EditionRecord } from './edition-record.ts';
import { recordForActor } from './edition-view.ts';
import { wordsOfKind } from './kind-words.ts';
import { portalById } from './public.ts';
import { detailsOf } from './public-article.ts';
import { cardFrom } from './reader-cards.ts';

/**
 * An edition that is not public yet, in the shape and with the components readers will get.
 *
 * @throws not_found when the actor may not see it
 */
export async function previewOf(actor: Actor, articleId: ArticleId, number?: number): Promise<Preview> {
  return previewOfRecord(await recordForActor(actor, articleId, number));
}

/** The same for an edition that was read by other leave, such as a guest's secret. */
export async function previewOfRecord({
  edition,
  article: stored,
  agency,
  facts,
  words,
}: EditionRecord): Promise<Preview> {
  // As it will stand once it is live.
  const article = { ...stored, agencyId: agency.id };
  const portal = await portalById(article.portalId);
  if (portal === null) throw notFound('portal');
  const at = now();
  // As it will be signed: what was written for another kind stays behind.
  const row = { edition: { ...edition, ...wordsOfKind(words) }, article };
  const card = await cardFrom(row, {
    slug: article.slug ?? slugify(edition.title),
    publishedAt: edition.publishedAt ?? at,
    firstPublishedAt: article.firstPublishedAt ?? at,
  });
  if (card === undefined) throw notFound('agency');
  return {
    portal,
    editionNumber: edition.number,
    state: edition.state,
    article: {
      ...card,
      ...(await detailsOf(row)),
      publicNotes:
        edition.changeType === null || edition.publicNote === ''
          ? []
          : [
              {
                number: edition.number,
                changeType: edition.changeType,
                note: edition.publicNote,
                at: edition.publishedAt ?? at,
              },
            ],
      updatedAt: edition.number > 1 && edition.changeType !== 'minor' ? at : null,
      editionNumber: edition.number,
      signedBy: facts.signatures
        .filter((signature) => signature.contentHash === facts.currentHash)
        .map(({ role, act, at: signedAt }) => ({ role, act, at: signedAt })),
      fastLane: null,
      contentHash: facts.currentHash,
    },
  };
}
