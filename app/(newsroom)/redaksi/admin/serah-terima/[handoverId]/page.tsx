import {
  FinishHandoverForm,
  HandoverLines,
  HandTicks,
  PrintButton,
} from '#components/newsroom/admin/handover-sheet.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { handoverForActor } from '#lib/handover/handovers.ts';
import { handoverId } from '#lib/ids.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { adminHandoverPath, adminHandoversPath } from '#lib/urls.ts';
import { orNotFound, partOfPath } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { finishHandoverAction, settleLineAction, tickHandoverAction } from '../actions.ts';

export const metadata = { title: 'Serah terima akun' };

export default async function HandoverPage({ params }: { params: Promise<{ handoverId: string }> }) {
  const { handoverId: part } = await params;
  const actor = await requireActor(adminHandoverPath(part));
  const view = await orNotFound(handoverForActor(actor, partOfPath(handoverId, part)));
  const { lines, ticks, version, timeZone, finished } = view;
  const id = view.handoverId;
  const unticked = ticks.filter((tick) => !tick.isTicked).length;
  return (
    <div className="stack">
      <PageHeading title={`Serah terima ${view.from}`} back={{ href: adminHandoversPath, label: 'Serah terima akun' }}>
        <PrintButton />
      </PageHeading>
      <p>
        Penerus: <strong>{view.to ?? 'belum ada'}</strong>. {view.reason}
        <br />
        <span className="small muted">
          Dimulai {view.begunBy}, {formatMoment(view.begunAt, timeZone)}
        </span>
      </p>
      {finished === null ? (
        <>
          <section className="card stack" aria-labelledby="tersisa">
            <h2 id="tersisa">{lines.length === 0 ? 'Pada akun' : `Masih ada ${lines.length} pada akun`}</h2>
            <HandoverLines handoverId={id} lines={lines} action={settleLineAction} />
          </section>
          <section className="card stack" aria-labelledby="di-luar">
            <h2 id="di-luar">Di luar aplikasi</h2>
            <HandTicks handoverId={id} version={version} ticks={ticks} action={tickHandoverAction} />
          </section>
          <section className="card stack no-print" aria-labelledby="tutup">
            <h2 id="tutup">Tutup</h2>
            <FinishHandoverForm
              handoverId={id}
              version={version}
              isClean={lines.length + unticked === 0}
              action={finishHandoverAction}
            />
          </section>
        </>
      ) : (
        <>
          <p className="notice notice-good">
            ✓ Selesai. Ditutup {finished.by}, {formatMoment(finished.at, timeZone)}.
          </p>
          <ul className="plain-list">
            {ticks.map((tick) => (
              <li key={tick.name}>
                {tick.isTicked ? '✓' : '–'} {tick.label}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="signing-lines print-only">
        <span>Yang menyerahkan</span>
        <span>Yang menerima</span>
        <span>Mengetahui</span>
      </p>
    </div>
  );
}
