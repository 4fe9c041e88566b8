import { database } from '#db/client.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { EditionId } from '#lib/ids.ts';
import type { Words } from './article-input.ts';
import { readEdition } from './edition-record.ts';
import { maySee } from './policy.ts';

/** An edition's words as they stand, for a page that has older ones. */
export type NewestWords = { version: number; words: Words; savedAt: Date | null };

/** @throws not_found when the actor may not see the edition */
export async function newestWords(actor: Actor, editionId: EditionId): Promise<NewestWords> {
  const record = await readEdition(database(), editionId);
  if (record === undefined || !maySee(actor, record.facts)) throw notFound('edition');
  const { edition, words } = record;
  return { version: edition.version, words, savedAt: edition.lastTypedAt };
}
