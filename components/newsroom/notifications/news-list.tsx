import { ActionForm } from '#components/ui/action-form.tsx';
import type { FormAction } from '#lib/action-state.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import type { NewsView } from '#lib/notifications/news.ts';
import { openNewsPath } from '#lib/urls.ts';

/** What a person was told, newest first; what is unread says so in words. */
export function NewsList({
  news,
  timeZone,
  readAction,
}: {
  news: readonly NewsView[];
  timeZone: string;
  readAction: FormAction;
}) {
  return (
    <ul className="rows">
      {news.map((one) => (
        <li key={one.id} className={one.isRead ? 'news-row' : 'news-row news-row-unread'}>
          <div className="news-words">
            {one.title === null ? (
              <a href={openNewsPath(one.id)} className="edition-title">
                {one.text}
              </a>
            ) : (
              <>
                <a href={openNewsPath(one.id)} className="edition-title">
                  {one.title === '' ? 'Tanpa judul' : one.title}
                </a>
                <p>{one.text}</p>
              </>
            )}
            {one.quote !== null && <p className="news-quote">{one.quote}</p>}
            <p className="muted small">
              {!one.isRead && <strong className="news-mark">Belum dibaca</strong>}
              {[one.agencyName, formatMoment(one.at, timeZone)].filter((part) => part !== null).join(' · ')}
            </p>
          </div>
          {!one.isRead && (
            <ActionForm
              action={readAction}
              hidden={{ id: one.id }}
              submit={
                <>
                  Tandai dibaca<span className="visually-hidden">: {one.title ?? one.text}</span>
                </>
              }
              tone="usual"
              className="news-read"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
