import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { ChangeType } from '#db/schema/enums.ts';
import { editions, events } from '#db/schema/index.ts';
import type { AgencyId } from '#lib/ids.ts';
import { entriesWithin, publishingVerbs, type Question, withKind } from './question.ts';
import { type AmendmentKind, amendmentKinds } from './report-words.ts';

/** What was changed after publication, and what was taken back. */
export type Amendments = {
  rows: { kind: AmendmentKind; count: number }[];
  /** Corrections and retractions of each agency. */
  byAgency: ReadonlyMap<AgencyId, { corrections: number; retractions: number }>;
};

/** Every kind of change, those that did not happen too. */
export async function amendments(question: Question): Promise<Amendments> {
  const rows = await database().execute<{
    kind: ChangeType | 'retract' | 'restore';
    agencyId: AgencyId;
    count: number;
  }>(sql`
    -- By themselves: of all editions few change another, and an index holds no others.
    with changed as materialized (select id, change_type from ${editions} where change_type is not null)
    select case when ${events.verb} in ${[...publishingVerbs]} then changed.change_type::text else ${events.verb} end as kind,
      ${events.agencyId} as "agencyId", count(*)::int as count
    from ${events} ${withKind(question)} left join changed on changed.id = ${events.editionId}
    where ${entriesWithin(question, [...publishingVerbs, 'retract', 'restore'])}
      and (${events.verb} in ('retract', 'restore') or changed.change_type is not null)
    group by 1, 2`);
  const sum = (kind: AmendmentKind, agencyId?: AgencyId) =>
    rows
      .filter((row) => row.kind === kind && (agencyId === undefined || row.agencyId === agencyId))
      .reduce((total, { count }) => total + count, 0);
  return {
    rows: amendmentKinds.map((kind) => ({ kind, count: sum(kind) })),
    byAgency: new Map(
      rows.map(({ agencyId }) => [
        agencyId,
        { corrections: sum('correction', agencyId), retractions: sum('retract', agencyId) },
      ]),
    ),
  };
}
