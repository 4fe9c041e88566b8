import { ActionForm } from '#components/ui/action-form.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { ago } from '#lib/operations/system-checks.ts';

type Job = { task: string; label: string; count: number; since: Date; reason: string };

/** Work that is given up: what, since when, why, and for whoever may decide, what to do with it. */
export function FailedJobsTable({
  jobs,
  at,
  actions,
}: {
  jobs: readonly Job[];
  /** When they were read. */
  at: Date;
  actions: { retry: FormAction; drop: FormAction } | undefined;
}) {
  return (
    <DataTable
      caption="Pekerjaan yang gagal"
      columns={['Pekerjaan', 'Sejak', 'Sebab', ...(actions === undefined ? [] : [''])]}
      rows={jobs.map(({ task, label, count, since, reason }) => ({
        key: task,
        cells: [
          `${label} (${count})`,
          <time key="sejak" dateTime={since.toISOString()}>
            {ago(at.getTime() - since.getTime())}
          </time>,
          reason,
          ...(actions === undefined
            ? []
            : [
                <div key="tindakan" className="row">
                  <ActionForm
                    action={actions.retry}
                    hidden={{ task }}
                    tone="usual"
                    submit={
                      <>
                        Coba lagi<span className="visually-hidden"> {label}</span>
                      </>
                    }
                  />
                  <ActionForm
                    action={actions.drop}
                    hidden={{ task }}
                    tone="danger"
                    submit={
                      <>
                        Buang<span className="visually-hidden"> {label}</span>
                      </>
                    }
                  />
                </div>,
              ]),
        ],
      }))}
    />
  );
}
