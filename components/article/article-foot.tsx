import {
  changeTypeLabels,
  fastLaneReasonLabels,
  formatDate,
  roleLabels,
  signatureActLabels,
} from '#lib/newsroom/labels.ts';
import { checkCodeOf, phoneAddress, spokenCode } from '#lib/newsroom/reader-lines.ts';
import type { PublicArticle, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { agencyPath, amendmentsPath, checkCodePath, topicPath } from '#lib/urls.ts';
import { PrintedAddress } from './printed-address.tsx';
import { ShareLinks } from './share-links.tsx';
import { Moment } from './story.tsx';

type Portal = Pick<PublicPortal, 'timeZone' | 'contactEmail' | 'contactPhone'>;

/**
 * What follows the words: sources and facts, what changed since, who signed, how to report a mistake.
 *
 * @param address absolute, of the published article; null before it is published
 */
export function ArticleFoot({
  article,
  portal,
  address,
}: {
  article: PublicArticle;
  portal: Portal;
  address: string | null;
}) {
  return (
    <footer className="article-foot">
      <Facts article={article} />
      <ChangeNotes article={article} timeZone={portal.timeZone} />
      {address !== null && <ShareLinks title={article.title} address={address} />}
      <Authenticity article={article} timeZone={portal.timeZone} isPublished={address !== null} />
      <ReportLine portal={portal} title={article.title} address={address} />
      {address !== null && <PrintedAddress address={address} />}
    </footer>
  );
}

function Facts({ article }: { article: PublicArticle }) {
  const { sources, eventDate, regencies, jointAgencies, topics } = article;
  if (sources.length + regencies.length + jointAgencies.length + topics.length === 0 && eventDate === null) return null;
  return (
    <dl className="facts">
      {eventDate !== null && (
        <div>
          <dt>Tanggal peristiwa</dt>
          <dd>
            <time dateTime={eventDate}>{formatDate(eventDate)}</time>
          </dd>
        </div>
      )}
      {regencies.length > 0 && (
        <div>
          <dt>Wilayah</dt>
          <dd>{regencies.join(', ')}</dd>
        </div>
      )}
      {jointAgencies.length > 0 && (
        <div>
          <dt>Bersama</dt>
          {jointAgencies.map((agency) => (
            <dd key={agency.slug}>
              <a href={agencyPath(agency.slug)}>{agency.name}</a>
            </dd>
          ))}
        </div>
      )}
      {sources.length > 0 && (
        <div>
          <dt>Sumber</dt>
          {sources.map(({ name, detail }) => (
            <dd key={`${name}${detail}`}>
              {name}
              {detail !== '' && <span className="quiet">, {detail}</span>}
            </dd>
          ))}
        </div>
      )}
      {topics.length > 0 && (
        <div>
          <dt>Topik</dt>
          <dd>
            <ul className="topics">
              {topics.map((topic) => (
                <li key={topic.slug}>
                  <a href={topicPath(topic.slug)}>{topic.name}</a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

function ChangeNotes({ article, timeZone }: { article: PublicArticle; timeZone: string }) {
  if (article.publicNotes.length === 0) return null;
  return (
    <section className="changes" aria-labelledby="catatan-perubahan">
      <h2 id="catatan-perubahan" className="label">
        Catatan perubahan
      </h2>
      <ol>
        {article.publicNotes.map(({ number, changeType, note, at }) => (
          <li key={number} id={`perubahan-${number}`}>
            <p>
              <b>{changeTypeLabels[changeType]}.</b> {note}
            </p>
            <p className="quiet">
              Edisi {number}, <Moment at={at} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ol>
      {article.publicNotes.some(({ changeType }) => changeType === 'correction' || changeType === 'right_of_reply') && (
        <p>
          <a href={amendmentsPath}>Semua ralat dan hak jawab di situs ini</a>
        </p>
      )}
    </section>
  );
}

function Authenticity({
  article,
  timeZone,
  isPublished,
}: {
  article: PublicArticle;
  timeZone: string;
  isPublished: boolean;
}) {
  const { fastLane } = article;
  const code = checkCodeOf(article.contentHash);
  return (
    <section className="authenticity" aria-labelledby="keaslian">
      <h2 id="keaslian" className="label">
        Keaslian
      </h2>
      <p>{signedSentence(article, isPublished)}</p>
      {fastLane?.reviewedAt && (
        <p>
          Terbit lewat jalur cepat
          {fastLane.reason && ` (${fastLaneReasonLabels[fastLane.reason].toLowerCase()})`}; orang kedua meninjaunya{' '}
          <Moment at={fastLane.reviewedAt} timeZone={timeZone} />.
        </p>
      )}
      {article.signedBy.length > 0 && (
        <ul>
          {article.signedBy.map(({ role, act, at }) => (
            <li key={`${role}${act}${at.getTime()}`}>
              {roleLabels[role]} {signatureActLabels[act].toLowerCase()},{' '}
              <span className="quiet">
                <Moment at={at} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">
        Edisi {article.editionNumber} · Kode keaslian <code>{spokenCode(code)}</code>
      </p>
      {isPublished && (
        <p>
          <a href={checkCodePath(code)}>Cek keaslian tulisan ini</a>
        </p>
      )}
    </section>
  );
}

function signedSentence(article: PublicArticle, isPublished: boolean): string {
  if (!isPublished) return 'Naskah ini belum terbit. Di bawah ini tanda tangan yang sudah ada atas isinya.';
  if (article.awaitsSecondReview) return 'Isi artikel ini ditandatangani satu redaktur dan menunggu tinjauan kedua.';
  return 'Isi artikel ini diperiksa dan ditandatangani sedikitnya dua orang.';
}

function ReportLine({ portal, title, address }: { portal: Portal; title: string; address: string | null }) {
  const { contactEmail, contactPhone } = portal;
  if (contactEmail === '' && contactPhone === '') return null;
  const subject = encodeURIComponent(`Laporan kekeliruan: ${title}`);
  const body = address === null ? '' : `&body=${encodeURIComponent(`${address}\n\n`)}`;
  return (
    <p className="report">
      Menemukan kekeliruan?{' '}
      {contactEmail !== '' && <a href={`mailto:${contactEmail}?subject=${subject}${body}`}>Laporkan kekeliruan</a>}
      {contactEmail !== '' && contactPhone !== '' && ' atau hubungi '}
      {contactPhone !== '' && (
        <a href={phoneAddress(contactPhone)}>
          {contactEmail === '' ? `Laporkan kekeliruan: ${contactPhone}` : contactPhone}
        </a>
      )}
      .
    </p>
  );
}
