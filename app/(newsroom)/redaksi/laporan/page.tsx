import type { Metadata } from 'next';
import { FastLaneList } from '#components/newsroom/reports/fast-lane-list.tsx';
import { ReportsScreen } from '#components/newsroom/reports/reports-screen.tsx';
import { now } from '#lib/clock.ts';
import { fastLaneUses, readsFastLane } from '#lib/newsroom/fast-lane-uses.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { reportQueryOf, reportQueryText } from '#lib/reports/report-query.ts';
import { reports } from '#lib/reports/reports.ts';
import { reportsOfPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Laporan' };

const week = 7 * 24 * 60 * 60_000;

/** What the desk did and how long it took, of the portal or of one's own agency. */
export default async function ReportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = reportQueryOf(await searchParams);
  const actor = await requireActor(reportsOfPath(reportQueryText(query)));
  const at = now();
  const shown = await orNotFound(reports(actor, query));
  const uses = await fastLaneUses(actor, new Date(at.getTime() - week), at);
  const timeZone = (await portalOf(actor))?.timeZone ?? 'Asia/Makassar';
  return (
    <>
      <ReportsScreen reports={shown} query={query} />
      {readsFastLane(actor) && (
        <div className="page stack">
          <FastLaneList uses={uses} at={at} timeZone={timeZone} />
        </div>
      )}
    </>
  );
}
