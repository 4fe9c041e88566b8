import type { Actor } from '#lib/accounts/actor.ts';
import { takeTry } from '#lib/accounts/throttle.ts';
import { notFound } from '#lib/errors.ts';
import { csvHeaders, csvOf } from '#lib/export/csv.ts';
import { reportQueryOf } from '#lib/reports/report-query.ts';
import { fileRows } from '#lib/reports/report-table.ts';
import { reportFiles, reportTable } from '#lib/reports/reports.ts';
import { tooManyFilesAnswer } from './too-often.ts';

/** One table of the reports as a CSV file, named after its days. What is no table is not there. */
export async function reportFile(actor: Actor, request: Request, params: { table: string }): Promise<Response> {
  const file = reportFiles.find((name) => name === params.table);
  if (file === undefined) throw notFound('table');
  const again = takeTry([{ kind: 'reportExport', of: actor.userId }]);
  if (again !== undefined) return tooManyFilesAnswer(again, 'laporan');
  const query = reportQueryOf(Object.fromEntries(new URL(request.url).searchParams));
  const { table, asked } = await reportTable(actor, query, file);
  const { header, rows } = fileRows(table);
  const { firstDay, lastDay } = asked.question.period;
  const of = asked.agency === null ? '' : `-${asked.agency.slug}`;
  return new Response(csvOf(header, rows), { headers: csvHeaders(`laporan-${file}${of}-${firstDay}-${lastDay}.csv`) });
}
