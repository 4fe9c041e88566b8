import { formatMoment, formatSpan } from '#lib/newsroom/labels.ts';
import { monthBefore } from '#lib/reports/days.ts';
import { countText, durationText, periodText, tickText } from '#lib/reports/figure-words.ts';
import type { MonthFigures } from '#lib/reports/findings.ts';
import type { MonthlyReport } from '#lib/reports/monthly.ts';
import { reasonsSentence } from '#lib/reports/report-sentences.ts';
import { meanings } from '#lib/reports/report-words.ts';
import { monthlyReportOfPath, reportsPath } from '#lib/urls.ts';
import { BarRows } from './bar-rows.tsx';
import { FillPatterns } from './fills.tsx';
import { TimeChart } from './time-chart.tsx';

/** Reasons on the sheet at most: it must stay one. */
const shownReasons = 5;

/** One month for the leadership on one sheet of A4: figures beside the month before, three findings, a chart. */
export function MonthlySheet({ report }: { report: MonthlyReport }) {
  const { reach, agency, period, before, isRunning, figures, findings, flow, reasons } = report;
  const month = period.firstDay.slice(0, 7);
  const of =
    agency?.name ?? (reach.isWholePortal ? reach.portal.name : reach.agencies.map(({ name }) => name).join(', '));
  const top = reasons.slice(0, shownReasons);
  return (
    <>
      <aside className="sheet-bar" aria-label="Mencetak">
        <a href={reportsPath}>← Laporan</a>
        <a href={monthlyReportOfPath(monthBefore(month), agency?.slug ?? null)}>{formatSpan(monthBefore(month))}</a>
        <span>Cetak lewat menu peramban, atau tekan Ctrl+P.</span>
      </aside>
      <main className="sheet">
        <FillPatterns />
        <header className="sheet-head">
          <p>
            <strong>{of}</strong>
            {reach.portal.isDemo && ' (portal contoh)'}
          </p>
          <h1>Laporan bulanan redaksi, {formatSpan(month)}</h1>
          <p className="muted">
            {periodText(period)}
            {isRunning && ' (bulan berjalan)'}, di samping {periodText(before)}.
          </p>
        </header>
        <section aria-labelledby="pokok">
          <h2 id="pokok">Pokok bulan ini</h2>
          <ol className="sheet-findings">
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="angka">
          <h2 id="angka">Angka</h2>
          <FiguresBeside month={figures.month} before={figures.before} beforeName={periodText(before)} />
        </section>
        <section aria-labelledby="arus">
          <h2 id="arus">Arus naskah per hari</h2>
          <TimeChart
            points={flow.buckets.map((bucket) => ({
              ...bucket,
              key: bucket.firstDay,
              tick: tickText(bucket, 'day', false),
            }))}
            total={flow.total}
            describedBy="arus"
          />
        </section>
        {top.length > 0 && (
          <section aria-labelledby="alasan">
            <h2 id="alasan">Alasan pengembalian dan penolakan</h2>
            <p id="alasan-kalimat">{reasonsSentence(reasons)}</p>
            <BarRows
              rows={top.map(({ code, label, returned, rejected }) => ({
                key: code,
                label,
                parts: [{ fill: 'full', value: returned + rejected }],
                figure: countText(returned + rejected),
              }))}
              legend={[]}
              describedBy="alasan-kalimat"
            />
          </section>
        )}
        <footer className="sheet-foot">
          <p>{meanings.times}</p>
          <p>
            Tiga pokok disusun oleh aturan tetap dari angka di atas. Angka perorangan tidak dihitung. Dibuat oleh{' '}
            {report.madeBy}, {formatMoment(report.madeAt, reach.portal.timeZone)}.
          </p>
        </footer>
      </main>
    </>
  );
}

type Line = { name: string; text: string; former: string; change: string };

function FiguresBeside({
  month,
  before,
  beforeName,
}: {
  month: MonthFigures;
  before: MonthFigures;
  beforeName: string;
}) {
  const counted = (name: string, value: number, former: number): Line => ({
    ...{ name, text: countText(value), former: countText(former) },
    change: changeText(value, former, countText),
  });
  const timed = (name: string, value: number | null, former: number | null): Line => ({
    ...{ name, text: value === null ? '–' : durationText(value), former: former === null ? '–' : durationText(former) },
    change: value === null || former === null ? '–' : changeText(value, former, durationText),
  });
  const lines = [
    counted('Diajukan', month.submitted, before.submitted),
    counted('Dikembalikan', month.returned, before.returned),
    counted('Ditolak', month.rejected, before.rejected),
    counted('Terbit', month.published, before.published),
    timed('Waktu tengah sampai terbit, jam layanan', month.medianService, before.medianService),
    timed('P90 sampai terbit, jam layanan', month.p90Service, before.p90Service),
    counted('Ralat', month.corrections, before.corrections),
    counted('Penarikan', month.retractions, before.retractions),
    counted('Jalur cepat', month.fastLane, before.fastLane),
    counted('Tinjauan kedua terlambat', month.reviewsLate, before.reviewsLate),
    counted('Perangkat daerah lebih lama diam dari biasanya', month.silent.length, before.silent.length),
  ];
  return (
    <table className="sheet-figures">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Angka</span>
          </th>
          <th scope="col">Bulan ini</th>
          <th scope="col">{beforeName}</th>
          <th scope="col">Berubah</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, text, former, change }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <strong>{text}</strong>
            </td>
            <td>{former}</td>
            <td>{change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `+4`, `−2`, `tetap`: with the sign of a minus, not a hyphen. */
function changeText(value: number, former: number, written: (value: number) => string): string {
  const more = value - former;
  if (more === 0) return 'tetap';
  return `${more > 0 ? '+' : '−'}${written(Math.abs(more))}`;
}
