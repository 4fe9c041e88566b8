import type { Metadata } from 'next';
import { LivePage } from '#components/newsroom/live/live-page.tsx';
import { CheckGroups } from '#components/newsroom/operations/check-groups.tsx';
import { FailedJobsTable } from '#components/newsroom/operations/failed-jobs-table.tsx';
import { ReadOnlySection } from '#components/newsroom/operations/read-only-section.tsx';
import { RefusedSection } from '#components/newsroom/operations/refused-section.tsx';
import { AlarmList } from '#components/newsroom/queue/alarm-list.tsx';
import { OutcomePlace } from '#components/ui/outcome-place.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { formatTime } from '#lib/newsroom/labels.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { mayOperate } from '#lib/operations/operators.ts';
import { mayFreeze } from '#lib/operations/read-only-mode.ts';
import { systemState } from '#lib/operations/system-state.ts';
import { adminOperationsPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { beginReadOnlyAction, dropJobsAction, endReadOnlyAction, retryJobsAction } from './actions.ts';

export const metadata: Metadata = { title: 'Keadaan sistem' };

export default async function OperationsPage() {
  const actor = await requireActor(adminOperationsPath);
  const [state, portal] = await Promise.all([orNotFound(systemState(actor)), portalOf(actor)]);
  const timeZone = portal?.timeZone ?? 'Asia/Makassar';
  const { processes, figures, failed } = state;
  // What the table below lists is not said twice more.
  const alarms = state.alarms.filter(({ kind }) => kind !== 'job_failed' || failed.length === 0);
  const checks = state.checks.filter(({ name }) => name !== 'failed_jobs' || failed.length === 0);
  return (
    <div className="stack operations">
      <LivePage alarms />
      <PageHeading title="Keadaan sistem">
        <span className="row">
          <span className="small muted">Dibaca {formatTime(state.at, timeZone)}</span>
          <a className="button" href={adminOperationsPath}>
            Muat ulang
          </a>
        </span>
      </PageHeading>
      <AlarmList alarms={alarms} timeZone={timeZone} />
      <OutcomePlace>
        {failed.length > 0 && (
          <section className="card stack operations-failed" aria-labelledby="gagal">
            <h2 id="gagal">Pekerjaan yang gagal</h2>
            <p className="muted">
              Sudah dicoba berulang kali. Perbaiki sebabnya lalu coba lagi, atau buang bila tidak perlu lagi dikerjakan.
            </p>
            <FailedJobsTable
              jobs={failed}
              at={state.at}
              actions={mayOperate(actor) ? { retry: retryJobsAction, drop: dropJobsAction } : undefined}
            />
          </section>
        )}
      </OutcomePlace>
      <CheckGroups checks={checks} openAlarms={state.alarms.length} />
      <ReadOnlySection
        mode={state.readOnly}
        timeZone={timeZone}
        actions={mayFreeze(actor) ? { begin: beginReadOnlyAction, end: endReadOnlyAction } : undefined}
      />
      <RefusedSection refused={state.refused} timeZone={timeZone} />
      <p className="small muted">
        {processes.web} proses melayani halaman dan {processes.jobs} mengerjakan pekerjaan latar. {figures.liveSessions}{' '}
        sesi masuk masih berlaku. Pemeriksaan yang lebih lengkap dijalankan di peladen: <code>npm run doctor</code>.
      </p>
    </div>
  );
}
