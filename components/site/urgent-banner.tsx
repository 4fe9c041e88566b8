import type { PublicBanner } from '#lib/newsroom/reader-shapes.ts';

/** What everybody must know now, over every page. */
export function UrgentBanner({ banner }: { banner: PublicBanner }) {
  const { text, link, awaitsSecondReview } = banner;
  return (
    <section className="urgent" aria-label="Pemberitahuan mendesak">
      <p className="wrap">
        {link === null ? <b>{text}</b> : <a href={link}>{text}</a>}
        {awaitsSecondReview && <span className="urgent-mark">Menunggu tinjauan kedua</span>}
      </p>
    </section>
  );
}
