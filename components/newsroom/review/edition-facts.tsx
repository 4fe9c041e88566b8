import { now } from '#lib/clock.ts';
import type { EditionView } from '#lib/newsroom/desk-shapes.ts';
import { detailTexts } from '#lib/newsroom/detail-text.ts';
import { embargoOf } from '#lib/newsroom/kind-details.ts';
import {
  changeTypeLabels,
  fastLaneReasonLabels,
  formatBytes,
  formatLastDay,
  formatMoment,
  infoClassLabels,
  kindLabels,
} from '#lib/newsroom/labels.ts';
import { isLate } from '#lib/newsroom/schedule-time.ts';
import { readerPath } from '#lib/urls.ts';
import { ConfidentialBadge, StateBadge } from '../state-badge.tsx';
import { Countdown } from './countdown.tsx';

/** What an edition is and how far it has come: the head of its page. */
export function EditionFacts({ edition, timeZone }: { edition: EditionView; timeZone: string }) {
  const { words, agency, state, number, changeType, lastTyped, claimedBy, fastLane } = edition;
  const embargoUntil = embargoOf(words);
  const isLive = state === 'published' || state === 'archived';
  return (
    <header className="stack-tight">
      <h1>{words.title === '' ? 'Tanpa judul' : words.title}</h1>
      <p className="row">
        <StateBadge state={state} />
        {edition.isConfidential && <ConfidentialBadge />}
        <span>
          {kindLabels[words.kind]}, {agency.name}
        </span>
        {number > 1 && (
          <span>
            Edisi {number}
            {changeType && `, ${changeTypeLabels[changeType].toLowerCase()}`}
          </span>
        )}
        <span>{infoClassLabels[words.infoClass]}</span>
      </p>
      <p className="muted small">
        Ditulis {edition.writer}
        {edition.submittedBy && `, diajukan ${edition.submittedBy}`}
        {lastTyped && `, terakhir diubah ${lastTyped.name} pada ${formatMoment(lastTyped.at, timeZone)}`}
        {claimedBy && `, dipegang ${claimedBy.name}`}.
      </p>
      {edition.away.map(({ name, until, standIns }) => (
        <p key={name} className="small">
          <span aria-hidden="true">◌ </span>
          {name} cuti sampai {formatLastDay(until, timeZone)}
          {standIns.length > 0 && `, digantikan ${standIns.join(', ')}`}.
        </p>
      ))}
      <KindFacts edition={edition} />
      {edition.awaitsConfirmation && (
        <p>
          <span aria-hidden="true">◷ </span>
          <strong>Menunggu tanda tangan kedua</strong>
        </p>
      )}
      {edition.approvalOutcome === 'publish' && edition.awaitsConfirmation && (
        <p className="notice">{whatPublishesIt(embargoUntil, timeZone)}</p>
      )}
      <ScheduleFacts edition={edition} />
      {fastLane && (
        <p className={fastLane.reviewedAt === null ? 'notice notice-warn' : 'notice'}>
          Terbit lewat jalur cepat{fastLane.reason && `: ${fastLaneReasonLabels[fastLane.reason].toLowerCase()}`}.{' '}
          {fastLane.reviewedAt === null
            ? fastLane.dueAt && (
                <>
                  Tinjauan kedua paling lambat {formatMoment(fastLane.dueAt, timeZone)}:{' '}
                  <Countdown dueAt={fastLane.dueAt.toISOString()} now={now().toISOString()} />
                </>
              )
            : `Ditinjau orang kedua pada ${formatMoment(fastLane.reviewedAt, timeZone)}.`}
        </p>
      )}
      <Retraction edition={edition} timeZone={timeZone} />
      {edition.discarded && (
        <p className="notice">
          {edition.discarded.purgedAt === null
            ? `Naskah ini dibuang. Sampai ${formatMoment(edition.discarded.until, timeZone)} naskah masih dapat dikembalikan; sesudah itu isi dan fotonya dihapus.`
            : `Isi naskah ini dihapus pada ${formatMoment(edition.discarded.purgedAt, timeZone)}, setelah tiga puluh hari dibuang. Riwayat dan tanda tangannya tetap ada.`}
        </p>
      )}
      {isLive && edition.slug && (
        <p>
          <a href={readerPath({ kind: edition.words.kind, slug: edition.slug })} target="_blank" rel="noopener">
            Lihat di situs
          </a>
        </p>
      )}
    </header>
  );
}

/** Why it was withdrawn, and whether a managing editor has looked at that. */
function Retraction({ edition: { retraction, notes }, timeZone }: { edition: EditionView; timeZone: string }) {
  if (retraction === null) return null;
  const { at, reason, dueAt, reviewedAt } = retraction;
  const isTold = notes.some(({ verb, text }) => verb === 'retract' && text === reason);
  return (
    <div className={dueAt !== null && reviewedAt === null ? 'notice notice-warn' : 'notice'}>
      <p>
        Ditarik pada {formatMoment(at, timeZone)}
        {isTold ? '.' : `: ${reason}`}
      </p>
      {reviewedAt !== null && <p>Dibenarkan redaktur pelaksana pada {formatMoment(reviewedAt, timeZone)}.</p>}
      {dueAt !== null && reviewedAt === null && (
        <p>
          Redaktur pelaksana meninjau penarikan ini paling lambat {formatMoment(dueAt, timeZone)}:{' '}
          <Countdown dueAt={dueAt.toISOString()} now={now().toISOString()} />
        </p>
      )}
    </div>
  );
}

function whatPublishesIt(embargoUntil: Date | null, timeZone: string): string {
  const end = embargoUntil !== null && embargoUntil > now() ? formatMoment(embargoUntil, timeZone) : null;
  return end === null
    ? 'Artikel terbit begitu orang kedua menandatanganinya.'
    : `Setelah orang kedua menandatanganinya, artikel terbit sendiri saat embargonya berakhir, ${end}.`;
}

/** When it goes out by itself, and why it has not where it should have. */
function ScheduleFacts({ edition: { plan, state, approvalOutcome } }: { edition: EditionView }) {
  const { scheduled, failure, timeZone } = plan;
  if (scheduled === null) return null;
  const moment = formatMoment(scheduled.for, timeZone);
  if (state === 'approved' && approvalOutcome === 'schedule') {
    return <p className="notice">Artikel dijadwalkan terbit {moment}, begitu orang kedua menandatanganinya.</p>;
  }
  if (state !== 'scheduled') return null;
  if (failure === null && scheduled.for > now()) {
    return (
      <p className="notice">
        <span aria-hidden="true">◷ </span>
        Terbit sendiri <strong>{moment}</strong>, dijadwalkan {scheduled.by}. Kata-katanya terkunci sampai saat itu.
      </p>
    );
  }
  if (failure === null) {
    return <p className="notice">Waktu terbitnya sudah tiba. Artikel terbit sendiri sebentar lagi.</p>;
  }
  // Before it is an alarm it may still pass by itself, as a photo that is being made does.
  const isOverdue = isLate(scheduled.for, now());
  return (
    <div className={`notice ${isOverdue ? 'notice-danger' : 'notice-warn'} stack-tight`} role="status">
      <p>
        <strong>{isOverdue ? `Belum terbit pada waktunya, ${moment}.` : `Belum terbit, waktunya ${moment}.`}</strong>{' '}
        {failure.text}
      </p>
      <p className="small">
        Sudah dicoba {failure.attempts} kali sejak {formatMoment(failure.since, timeZone)}, dan dicoba lagi dengan
        sendirinya.
      </p>
    </div>
  );
}

/** What only this kind has, and the documents that go with it. */
function KindFacts({ edition: { words, documents } }: { edition: EditionView }) {
  const details = detailTexts(words);
  const sizes = new Map(documents.map(({ assetId, bytes }) => [assetId, bytes]));
  if (details.length === 0 && words.attachments.length === 0) return null;
  return (
    <dl className="facts">
      {details.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd className="facts-words">{text}</dd>
        </div>
      ))}
      {words.attachments.length > 0 && (
        <div>
          <dt>Lampiran</dt>
          <dd>
            <ul>
              {words.attachments.map(({ assetId, title }) => (
                <li key={assetId}>
                  {title === '' ? 'Tanpa judul' : title} (PDF
                  {sizes.has(assetId) && `, ${formatBytes(sizes.get(assetId) ?? 0)}`})
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}
