import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import type { AgencyId } from '#lib/ids.ts';
import type { Amendments } from './corrections.ts';
import { entriesWithin, publishingVerbs, type Question, withKind } from './question.ts';
import type { ReachedAgency } from './reach.ts';
import type { TimeToPublish } from './time-to-publish.ts';

/** One agency's figures of the period. Agencies are set side by side; people never are. */
export type AgencyFigures = {
  name: string;
  submitted: number;
  returned: number;
  published: number;
  medianService: number | null;
  corrections: number;
  retractions: number;
};

/** Every agency within reach, also where nothing happened, by name. */
export async function agencyFigures(
  question: Question,
  agencies: readonly ReachedAgency[],
  { times, changes }: { times: TimeToPublish; changes: Amendments },
): Promise<AgencyFigures[]> {
  const rows = await database().execute<{
    agencyId: AgencyId;
    submitted: number;
    returned: number;
    published: number;
  }>(sql`
    select ${events.agencyId} as "agencyId",
      (count(*) filter (where ${events.verb} = 'submit'))::int as submitted,
      (count(*) filter (where ${events.verb} = 'return'))::int as returned,
      (count(*) filter (where ${events.verb} in ${[...publishingVerbs]}))::int as published
    from ${events} ${withKind(question)}
    where ${entriesWithin(question, ['submit', 'return', ...publishingVerbs])}
    group by 1`);
  return agencies
    .filter(({ id }) => question.agencyIds === null || question.agencyIds.includes(id))
    .map(({ id, shortName }) => {
      const flow = rows.find(({ agencyId }) => agencyId === id);
      return {
        name: shortName,
        submitted: flow?.submitted ?? 0,
        returned: flow?.returned ?? 0,
        published: flow?.published ?? 0,
        medianService: times.byAgency.get(id)?.medianService ?? null,
        corrections: changes.byAgency.get(id)?.corrections ?? 0,
        retractions: changes.byAgency.get(id)?.retractions ?? 0,
      };
    });
}
