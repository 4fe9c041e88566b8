import type { ReactNode } from 'react';
import { now } from '#lib/clock.ts';
import { audienceLabels, formatDate } from '#lib/newsroom/labels.ts';
import type { PublicArticle } from '#lib/newsroom/reader-shapes.ts';
import { dayIn } from '#lib/time-zone.ts';
import { eventFilePath } from '#lib/urls.ts';
import { Moment } from './story.tsx';

type Props = { article: PublicArticle; timeZone: string };

/** What a reader must know of an article of its kind before the words: how long it holds, when and where, who speaks. */
export function KindHead({ article, timeZone }: Props) {
  switch (article.kind) {
    case 'press_release':
      return <ReleaseLines article={article} timeZone={timeZone} />;
    case 'announcement':
      return <Validity article={article} timeZone={timeZone} />;
    case 'speech':
      return <Speaker article={article} />;
    case 'agenda_event':
      return <Occasion article={article} timeZone={timeZone} />;
    default:
      return null;
  }
}

function ReleaseLines({ article, timeZone }: Props) {
  const { releaseNumber, embargoUntil } = article.details;
  return (
    <Lines>
      {releaseNumber !== undefined && <Line name="Nomor">{releaseNumber}</Line>}
      <Line name="Penyiaran">
        {embargoUntil === undefined ? (
          'Untuk disiarkan segera'
        ) : (
          <>
            Embargo berakhir <Moment at={new Date(embargoUntil)} timeZone={timeZone} />
          </>
        )}
      </Line>
    </Lines>
  );
}

function Validity({ article, timeZone }: Props) {
  const { validUntil } = article.details;
  if (validUntil === undefined) return null;
  const isOver = validUntil < dayIn(now(), timeZone);
  return (
    <p className={isOver ? 'notice notice-over' : 'notice'}>
      <b>{isOver ? 'Sudah tidak berlaku.' : 'Masih berlaku.'}</b> Pengumuman ini berlaku sampai{' '}
      <time dateTime={validUntil}>{formatDate(validUntil)}</time>.
    </p>
  );
}

function Speaker({ article }: { article: PublicArticle }) {
  const { speaker, speakerRole, occasion, venue } = article.details;
  return (
    <Lines>
      {speaker !== undefined && (
        <Line name="Pembicara">
          <b>{speaker}</b>
          {speakerRole !== undefined && `, ${speakerRole}`}
        </Line>
      )}
      {occasion !== undefined && <Line name="Acara">{occasion}</Line>}
      {venue !== undefined && <Line name="Tempat">{venue}</Line>}
    </Lines>
  );
}

function Occasion({ article, timeZone }: Props) {
  const { startsAt, endsAt, venue, audience } = article.details;
  return (
    <Lines>
      {startsAt !== undefined && (
        <Line name="Waktu">
          <Moment at={new Date(startsAt)} timeZone={timeZone} />
          {endsAt !== undefined && (
            <>
              {' sampai '}
              <Moment
                at={new Date(endsAt)}
                timeZone={timeZone}
                form={isSameDay(startsAt, endsAt, timeZone) ? 'time' : 'full'}
              />
            </>
          )}
        </Line>
      )}
      {venue !== undefined && <Line name="Tempat">{venue}</Line>}
      {audience !== undefined && <Line name="Terbuka untuk">{audienceLabels[audience]}</Line>}
      <Line name="Kalender">
        <a href={eventFilePath(article.slug)}>Simpan ke kalender (.ics)</a>
      </Line>
    </Lines>
  );
}

function isSameDay(one: string, other: string, timeZone: string): boolean {
  return dayIn(new Date(one), timeZone) === dayIn(new Date(other), timeZone);
}

function Lines({ children }: { children: ReactNode }) {
  return <dl className="kind-lines">{children}</dl>;
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
