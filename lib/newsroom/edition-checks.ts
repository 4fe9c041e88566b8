import { database } from '#db/client.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { ArticleId } from '#lib/ids.ts';
import type { Finding } from '#lib/language/finding.ts';
import type { Reference } from '#lib/language/reference.ts';
import { checksOfRecord } from './check-edition.ts';
import { recordForActor } from './edition-view.ts';
import { overrideOf } from './judgement.ts';
import { referenceFor } from './reference-read.ts';

/**
 * What the checks find in an edition and nobody has let pass, for somebody who may see it.
 *
 * @throws not_found otherwise
 */
export async function findingsForActor(actor: Actor, id: ArticleId, number?: number): Promise<Finding[]> {
  const { findings, overrides } = await checksOfRecord(database(), await recordForActor(actor, id, number));
  return findings.filter((finding) => overrideOf(finding, overrides) === undefined);
}

/**
 * What the texts of an article are compared with, for somebody who may see it.
 *
 * @throws not_found otherwise
 */
export async function referenceForActor(actor: Actor, id: ArticleId): Promise<Reference> {
  const { article } = await recordForActor(actor, id);
  return referenceFor(article.portalId, now());
}
