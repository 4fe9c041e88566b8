import type { ReactNode } from 'react';
import { changeTypeLabels, fastLaneReasonLabels } from '#lib/newsroom/labels.ts';
import { bylineParts, kickerParts } from '#lib/newsroom/reader-lines.ts';
import type { PublicArticle } from '#lib/newsroom/reader-shapes.ts';
import { agencyPath, sectionPath } from '#lib/urls.ts';
import { Kicker, Moment } from './story.tsx';

/** Headline, first words, who wrote it and when, and what a reader must know before reading on. */
export function ArticleHead({ article, timeZone }: { article: PublicArticle; timeZone: string }) {
  return (
    <header className="article-head">
      <Kicker card={article}>
        {article.section === null ? (
          kickerParts(article)[0]
        ) : (
          <>
            <a href={sectionPath(article.section.slug)}>{article.section.name}</a>
            {kickerParts(article)
              .slice(1)
              .map((kind) => ` · ${kind}`)}
          </>
        )}
      </Kicker>
      <h1 className="article-title">{article.title}</h1>
      {article.lead !== '' && <p className="standfirst">{article.lead}</p>}
      <Byline article={article} />
      <p className="article-times">
        <Moment at={article.firstPublishedAt} timeZone={timeZone} />
        {article.updatedAt !== null && (
          <span className="article-updated">
            {' '}
            Diperbarui <Moment at={article.updatedAt} timeZone={timeZone} />
          </span>
        )}
      </p>
      <Notices article={article} timeZone={timeZone} />
    </header>
  );
}

function Byline({ article }: { article: PublicArticle }) {
  return (
    <p className="byline">
      <a href={agencyPath(article.agency.slug)}>{article.agency.name}</a>
      {bylineParts(article.credits).map(({ role, names }) => (
        <span key={role} className="byline-part">
          {role}: <b>{names}</b>
        </span>
      ))}
    </p>
  );
}

function Notices({ article, timeZone }: { article: PublicArticle; timeZone: string }) {
  const { fastLane } = article;
  const amended = article.publicNotes.findLast(
    (note) => note.changeType === 'correction' || note.changeType === 'right_of_reply',
  );
  return (
    <>
      {article.isArchived && (
        <Notice title="Arsip">Artikel ini tersimpan sebagai arsip. Isinya mungkin tidak berlaku lagi.</Notice>
      )}
      {article.awaitsSecondReview && (
        <Notice title="Jalur cepat">
          Artikel ini terbit segera dan menunggu tinjauan kedua
          {fastLane?.reason && ` (alasan: ${fastLaneReasonLabels[fastLane.reason].toLowerCase()})`}.
          {fastLane?.dueAt && (
            <>
              {' '}
              Tinjauan kedua paling lambat <Moment at={fastLane.dueAt} timeZone={timeZone} />.
            </>
          )}
        </Notice>
      )}
      {amended !== undefined && (
        <Notice title={changeTypeLabels[amended.changeType]}>
          Artikel ini memuat {changeTypeLabels[amended.changeType].toLowerCase()}.{' '}
          <a href="#catatan-perubahan">Baca catatannya</a>.
        </Notice>
      )}
    </>
  );
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <p className="notice">
      <b>{title}.</b> {children}
    </p>
  );
}
