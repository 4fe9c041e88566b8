import type { Metadata } from 'next';
import { ownCoaching } from '#lib/newsroom/coaching.ts';
import { coachingPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Catatan belajar' };

export default async function CoachingPage() {
  const actor = await requireActor(coachingPath);
  const { submitted, returned, reasons, findings, trend } = await orNotFound(ownCoaching(actor));
  return (
    <div className="page stack">
      <header className="stack-tight">
        <h1>Catatan belajar</h1>
        <p className="muted">
          Enam bulan terakhir, dari naskah yang Anda ajukan. Halaman ini hanya untuk Anda: atasan, redaktur, dan admin
          tidak dapat membukanya.
        </p>
      </header>
      {submitted === 0 && returned === 0 ? (
        <p className="empty">
          Belum ada naskah yang Anda ajukan. Sesudah ada, di sini tampil hal yang paling sering membuat naskah Anda
          dikembalikan dan cara menghindarinya.
        </p>
      ) : (
        <>
          <section className="stack-tight" aria-labelledby="alasan">
            <h2 id="alasan">Tiga hal yang paling sering dikembalikan</h2>
            {reasons.length === 0 ? (
              <p>Tidak ada naskah Anda yang dikembalikan. Pertahankan.</p>
            ) : (
              <ol className="rows">
                {reasons.map(({ reason, label, count, advice }) => (
                  <li key={reason} className="edition-row">
                    <p>
                      <strong>{label}</strong> <span className="muted">({count} kali)</span>
                    </p>
                    <p>{advice}</p>
                  </li>
                ))}
              </ol>
            )}
          </section>
          {findings.length > 0 && (
            <section className="stack-tight" aria-labelledby="temuan">
              <h2 id="temuan">Temuan yang berulang</h2>
              <p className="muted small">Masih ada saat Anda mengajukan, di paling sedikit dua naskah.</p>
              <ul className="rows">
                {findings.map(({ rule, title, count, editions }) => (
                  <li key={rule} className="edition-row">
                    <p>
                      {title}{' '}
                      <span className="muted">
                        ({count} kali di {editions} naskah)
                      </span>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="stack-tight" aria-labelledby="arah">
            <h2 id="arah">Perkembangan</h2>
            {trend.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        </>
      )}
    </div>
  );
}
