import { MonthlySheet } from '#components/newsroom/reports/monthly-sheet.tsx';
import { monthlyReport } from '#lib/reports/monthly.ts';
import { monthlyQueryOf } from '#lib/reports/report-query.ts';
import { monthlyReportPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

/** A month for the leadership, on one sheet of paper. */
export default async function MonthlyReportPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asked = monthlyQueryOf(await searchParams);
  const actor = await requireActor(monthlyReportPath);
  return <MonthlySheet report={await orNotFound(monthlyReport(actor, asked))} />;
}
