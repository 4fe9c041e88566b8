import { PageHeading } from '#components/ui/page-heading.tsx';
import { countText, durationText, periodText } from '#lib/reports/figure-words.ts';
import { type ReportQuery, reportQueryText } from '#lib/reports/report-query.ts';
import {
  changesSentence,
  fastLaneSentence,
  flowSentence,
  reasonsSentence,
  silenceSentence,
  stagesSentence,
  standingSentence,
  timesSentence,
} from '#lib/reports/report-sentences.ts';
import { meanings, stageLabels } from '#lib/reports/report-words.ts';
import type { ReportFile, Reports } from '#lib/reports/reports.ts';
import {
  agencyTable,
  amendmentsTable,
  fastLaneTable,
  reasonsTable,
  silenceTable,
  stageTable,
  throughputTable,
  timeToPublishTable,
} from '#lib/reports/tables.ts';
import { monthlyReportOfPath, reportFilePath } from '#lib/urls.ts';
import { FillPatterns } from './fills.tsx';
import { KeyFigure } from './key-figure.tsx';
import {
  ChangesChart,
  FastLaneChart,
  FlowChart,
  ReasonsChart,
  SilenceChart,
  StagesChart,
  StandingChart,
  TimesChart,
} from './report-charts.tsx';
import { ReportFilters } from './report-filters.tsx';
import { FiguresTable, ReportSection } from './report-section.tsx';

/** The page of reports: what is asked, a few figures, then each report with its chart and its table. */
export function ReportsScreen({ reports, query }: { reports: Reports; query: ReportQuery }) {
  const { asked, flow, times, stages, reasons, changes, fastLane, silence, agencies } = reports;
  const { question, reach, agency, problem } = asked;
  const whole = reach.isWholePortal ? 'Seluruh portal' : ownAgencies(reach.agencies);
  const file = (name: ReportFile) => reportFilePath(name, reportQueryText(query));
  const published = flow.total.published;
  const waiting = stages.reduce((sum, { waitingNow }) => sum + waitingNow, 0);
  const late = stages.reduce((sum, { lateNow }) => sum + lateNow, 0);
  return (
    <div className="page page-wide stack reports">
      <FillPatterns />
      <PageHeading title="Laporan">
        <a className="button" href={monthlyReportOfPath(question.period.lastDay.slice(0, 7), agency?.slug ?? null)}>
          Laporan bulanan untuk dicetak
        </a>
      </PageHeading>
      <p>
        <strong>{periodText(question.period)}</strong>, {agency?.name ?? whole.toLowerCase()}. Laporan ini menghitung
        naskah dan perangkat daerah, bukan orang: tidak ada peringkat perorangan.
      </p>
      <ReportFilters query={query} agencies={reach.agencies} everything={whole} />
      {problem !== null && (
        <p className="notice notice-warn" role="alert">
          {problem}
        </p>
      )}
      <dl className="key-figures">
        <KeyFigure name="Terbit" value={countText(published)} note="edisi" />
        <KeyFigure name="Diajukan" value={countText(flow.total.submitted)} note="kali" />
        <KeyFigure
          name="Waktu tengah sampai terbit"
          value={times.all.medianService === null ? '–' : durationText(times.all.medianService)}
          note="layanan"
        />
        <KeyFigure name="Menunggu sekarang" value={countText(waiting)} note={`terlambat ${countText(late)}`} />
      </dl>
      <div className="report-grid">
        <ReportSection
          id="arus"
          meaning={meanings.flow}
          sentence={flowSentence(flow.total)}
          table={throughputTable(flow)}
          fileHref={file('arus')}
          nothing="Tidak ada yang diajukan, dikembalikan, atau terbit dalam kurun ini. Pilih kurun yang lebih panjang."
          chart={(by) => <FlowChart of={flow} unit={question.unit} describedBy={by} />}
        >
          {published > 0 && (
            <p className="small">
              <a href={file('edisi-terbit')} download>
                Unduh daftar {countText(published)} edisi yang terbit (CSV)
              </a>
            </p>
          )}
        </ReportSection>
        <ReportSection
          id="waktu-terbit"
          meaning={meanings.times}
          sentence={timesSentence(times.all)}
          table={timeToPublishTable(times)}
          fileHref={file('waktu-terbit')}
          nothing="Belum ada edisi yang diajukan lalu terbit dalam kurun ini."
          chart={(by) => <TimesChart of={times} describedBy={by} />}
        >
          {times.unsubmitted > 0 && (
            <p className="small">
              {countText(times.unsubmitted)} edisi terbit lewat jalur cepat tanpa pernah diajukan; waktunya tidak
              dihitung di sini.
            </p>
          )}
        </ReportSection>
        <ReportSection
          id="tahap"
          meaning={meanings.stages}
          sentence={stagesSentence(stages.map((row) => ({ ...row, label: stageLabels[row.stage] })))}
          table={stageTable(stages)}
          fileHref={file('tahap')}
          nothing="Belum ada naskah yang melewati satu tahap pun dalam kurun ini."
          chart={(by) => <StagesChart of={stages} describedBy={by} />}
        />
        <StandingNow stages={stages} />
        <ReportSection
          id="alasan"
          meaning={meanings.reasons}
          sentence={reasonsSentence(reasons)}
          table={reasonsTable(reasons)}
          fileHref={file('alasan')}
          nothing="Tidak ada naskah yang dikembalikan atau ditolak dalam kurun ini."
          chart={(by) => <ReasonsChart of={reasons} describedBy={by} />}
        />
        <ReportSection
          id="perubahan"
          meaning={meanings.changes}
          sentence={changesSentence(changes.rows, published)}
          table={amendmentsTable(changes, published)}
          fileHref={file('perubahan')}
          nothing="Tidak ada edisi baru, penarikan, atau pemulihan dalam kurun ini."
          chart={(by) => <ChangesChart of={changes} describedBy={by} />}
        />
        <ReportSection
          id="jalur-cepat"
          meaning={meanings.fastLane}
          sentence={fastLaneSentence(fastLane.byOutcome, fastLane.total)}
          table={fastLaneTable(fastLane)}
          fileHref={file('jalur-cepat')}
          nothing="Jalur cepat tidak dipakai dalam kurun ini."
          chart={(by) => <FastLaneChart of={fastLane} describedBy={by} />}
        />
        <ReportSection
          id="diam"
          meaning={meanings.silence}
          sentence={silenceSentence(silence)}
          table={silenceTable(silence)}
          fileHref={file('diam')}
          nothing="Belum ada perangkat daerah yang aktif."
          chart={(by) => <SilenceChart of={silence} describedBy={by} />}
        />
      </div>
      {agencies.length > 0 && (
        <section className="card report" aria-labelledby="perangkat-daerah">
          <h2 id="perangkat-daerah">Menurut perangkat daerah</h2>
          <FiguresTable table={agencyTable(agencies)} />
          <p className="muted small">{meanings.agencies}</p>
          <p>
            <a className="button" href={file('perangkat-daerah')} download>
              Unduh CSV<span className="visually-hidden">: menurut perangkat daerah</span>
            </a>
          </p>
        </section>
      )}
    </div>
  );
}

/** What waits at this moment; its table is that of the stages. */
function StandingNow({ stages }: { stages: Reports['stages'] }) {
  const sentence = standingSentence(stages);
  return (
    <section className="card report" aria-labelledby="sekarang">
      <h2 id="sekarang">Menunggu sekarang</h2>
      {sentence === null ? (
        <p className="empty">Tidak ada naskah yang menunggu.</p>
      ) : (
        <figure className="report-figure">
          <figcaption id="sekarang-kalimat" className="report-sentence">
            {sentence}
          </figcaption>
          <StandingChart of={stages} describedBy="sekarang-kalimat" />
        </figure>
      )}
      <p className="muted small">{meanings.standing} Angkanya ada di tabel “Lama menunggu per tahap”.</p>
    </section>
  );
}

function ownAgencies(agencies: Reports['asked']['reach']['agencies']): string {
  const [only, ...others] = agencies;
  return only !== undefined && others.length === 0 ? only.name : 'Perangkat daerah Anda';
}
