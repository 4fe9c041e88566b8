import type { ThreadView } from '#lib/newsroom/conversation-shapes.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { conversationPath } from '#lib/urls.ts';

/** The most that are shown here; the rest stand where one can answer. */
const mostShown = 5;

/** What people remarked and nobody has settled, newest first, each leading to where it can be answered. */
export function OpenThreads({
  threads,
  articleId,
  timeZone,
}: {
  threads: readonly ThreadView[];
  articleId: string;
  timeZone: string;
}) {
  const open = threads.filter(({ resolved }) => resolved === null).toReversed();
  if (open.length === 0) return null;
  return (
    <section className="review-remarks stack-tight" aria-labelledby="komentar-terbuka">
      <h2 id="komentar-terbuka">Komentar yang belum selesai ({open.length})</h2>
      <ul className="stack-tight">
        {open.slice(0, mostShown).map((thread) => (
          <li key={thread.id} className="open-thread">
            {thread.quote !== '' && <p className="muted small">“{thread.quote}”</p>}
            <p>{thread.text}</p>
            <p className="muted small">
              {thread.by}, {formatMoment(new Date(thread.at), timeZone)}
              {thread.replies.length > 0 && `, ${thread.replies.length} balasan`}
            </p>
            <p>
              <a href={conversationPath(articleId, thread.id)}>Buka percakapan</a>
            </p>
          </li>
        ))}
      </ul>
      {open.length > mostShown && (
        <p>
          <a href={conversationPath(articleId)}>Semua komentar</a>
        </p>
      )}
    </section>
  );
}
