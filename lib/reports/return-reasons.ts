import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, decisionNotes, editions, returnReasons } from '#db/schema/index.ts';
import { returnReasonLabels } from '#lib/newsroom/labels.ts';
import { ofAgencies, ofKind, type Question } from './question.ts';

/** Why things were sent back or refused: how often each reason was given. */
export type ReasonCount = { code: string; label: string; returned: number; rejected: number };

/** The most frequent first; reasons nobody gave are left out. */
export async function reasonCounts(question: Question): Promise<ReasonCount[]> {
  const rows = await database().execute<{
    code: string | null;
    label: string | null;
    returned: number;
    rejected: number;
  }>(sql`
    with given as (
      select ${decisionNotes.reasonCode}::text as code,
        (count(*) filter (where ${decisionNotes.verb} = 'return'))::int as returned,
        (count(*) filter (where ${decisionNotes.verb} = 'reject'))::int as rejected
      from ${decisionNotes}
        inner join ${editions} on ${editions.id} = ${decisionNotes.editionId}
        inner join ${articles} on ${articles.id} = ${editions.articleId}
      where ${decisionNotes.verb} in ('return', 'reject') and ${articles.portalId} = ${question.portalId}
        and ${decisionNotes.at} >= ${question.from.toISOString()} and ${decisionNotes.at} < ${question.to.toISOString()}
        ${ofAgencies(question, sql`coalesce(${editions.agencyId}, ${articles.agencyId})`)} ${ofKind(question)}
      group by 1
    )
    select given.code, ${returnReasons.label} as label, returned, rejected
    from given left join ${returnReasons} on ${returnReasons.portalId} = ${question.portalId} and ${returnReasons.code} = given.code
    order by returned + rejected desc, given.code`);
  return rows.map(({ code, label, ...counts }) => ({
    ...counts,
    code: code ?? '',
    label: label ?? builtIn(code) ?? 'Tanpa alasan berkode',
  }));
}

function builtIn(code: string | null): string | undefined {
  return Object.entries(returnReasonLabels).find(([name]) => name === code)?.[1];
}
