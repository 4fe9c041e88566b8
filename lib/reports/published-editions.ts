import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { agencies, editions, events } from '#db/schema/index.ts';
import { serviceMinutesBetween } from '#lib/service-hours/service-calendar.ts';
import { entriesWithin, publishingVerbs, type Question } from './question.ts';

/** One edition that came to readers in the period: what the figures are made of. */
export type PublishedEdition = {
  title: string;
  agency: string;
  kind: ArticleKind;
  number: number;
  submittedAt: Date | null;
  publishedAt: Date;
  serviceMinutes: number | null;
  clockMinutes: number | null;
};

/** As many as a spreadsheet still opens with ease. */
export const mostPublishedEditions = 20_000;

/** The newest first. A title that a retraction took away from readers is not given here either. */
export async function publishedEditions(question: Question): Promise<PublishedEdition[]> {
  const rows = await database().execute<{
    title: string;
    agency: string | null;
    kind: ArticleKind;
    number: number;
    submittedAt: string | null;
    publishedAt: string;
  }>(sql`
    select case when ${editions.retractHidesTitle} then '(judul disembunyikan)' else ${editions.title} end as title,
      ${agencies.shortName} as agency, ${editions.kind} as kind, ${editions.number} as number,
      ${events.at} as "publishedAt", (
        select min(submission.at) from ${events} as submission
        where submission.edition_id = ${events.editionId} and submission.verb = 'submit'
      ) as "submittedAt"
    from ${events} inner join ${editions} on ${editions.id} = ${events.editionId}
      left join ${agencies} on ${agencies.id} = ${events.agencyId}
    where ${entriesWithin(question, publishingVerbs)}
    order by ${events.at} desc limit ${mostPublishedEditions}`);
  return rows.map(({ submittedAt, publishedAt, agency, ...row }) => {
    const [from, until] = [submittedAt === null ? null : new Date(submittedAt), new Date(publishedAt)];
    return {
      ...row,
      agency: agency ?? '',
      submittedAt: from,
      publishedAt: until,
      serviceMinutes: from === null ? null : serviceMinutesBetween(question.calendar, from, until),
      clockMinutes: from === null ? null : Math.floor((until.getTime() - from.getTime()) / 60_000),
    };
  });
}
