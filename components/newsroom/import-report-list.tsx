import type { ImportReport } from '#lib/import/report.ts';

/** What was moved, dropped or left to check when a document became a draft. */
export function ImportReportList({ report }: { report: ImportReport }) {
  if (report.length === 0) return <p className="notice">Teks dokumen dimasukkan apa adanya.</p>;
  // Two photos may have the same line, so a line is told from another by its place.
  const lines = report.map((line, place) => ({ ...line, key: `${place} ${line.what}` }));
  return (
    <section className="stack-tight" aria-labelledby="yang-diubah">
      <h2 id="yang-diubah">Yang diubah atau perlu Anda periksa ({report.length})</h2>
      <ul className="rows">
        {lines.map(({ key, what, text }) => (
          <li key={key} className="edition-row">
            <p>{what}</p>
            {text !== '' && <p className="muted small">{text}</p>}
          </li>
        ))}
      </ul>
      <p className="muted small">Laporan ini tetap dapat dibuka lewat tautan “Hasil impor” di naskah.</p>
    </section>
  );
}
