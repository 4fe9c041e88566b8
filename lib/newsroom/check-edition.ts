import { eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { regencies } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { checkWithDictionary } from '#lib/language/dictionary/with-dictionary.ts';
import type { Finding } from '#lib/language/finding.ts';
import { photoFactsFor } from '#lib/media/photo-facts.ts';
import type { Words } from './article-input.ts';
import type { EditionRecord } from './edition-record.ts';
import type { Override } from './judgement.ts';
import { type ManuscriptFacts, manuscriptOf } from './manuscript.ts';
import { overridesOf } from './overrides.ts';
import { photosOf } from './readiness.ts';
import { referenceFor } from './reference-read.ts';

/** What the checks find in an edition as it stands, spelling too where the dictionary is installed, and what editors decided about it. */
export async function checksOfRecord(
  queryable: Queryable,
  { article, words }: Pick<EditionRecord, 'article' | 'words'>,
): Promise<{ findings: Finding[]; overrides: Override[] }> {
  const [facts, reference, overrides] = await Promise.all([
    manuscriptFacts(queryable, article.portalId, words),
    referenceFor(article.portalId, now(), queryable),
    overridesOf(queryable, article.id),
  ]);
  return { findings: await checkWithDictionary(manuscriptOf(words, facts), reference), overrides };
}

/** What manuscripts of this portal with these photos are read with. */
export async function manuscriptFacts(queryable: Queryable, portal: PortalId, words: Words): Promise<ManuscriptFacts> {
  const [rows, photoFacts] = await Promise.all([
    queryable
      .select({ code: regencies.code, name: regencies.name })
      .from(regencies)
      .where(eq(regencies.portalId, portal)),
    photoFactsFor(queryable, photosOf(words)),
  ]);
  return {
    regencyNames: new Map(rows.map(({ code, name }) => [code, name])),
    photoFacts: (asset) => photoFacts.get(asset),
  };
}
