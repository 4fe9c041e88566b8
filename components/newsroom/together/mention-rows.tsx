import type { MentionView } from '#lib/newsroom/conversation.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { conversationPath } from '#lib/urls.ts';

/** Where this person was called by name and has not looked since. */
export function MentionRows({ mentions, timeZone }: { mentions: readonly MentionView[]; timeZone: string }) {
  if (mentions.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="disebut">
      <h2 id="disebut">Disebut ({mentions.length})</h2>
      <ul className="rows">
        {mentions.map(({ commentId, articleId, title, by, text, at }) => (
          <li key={commentId} className="edition-row">
            <a href={conversationPath(articleId, commentId)} className="edition-title">
              {title === '' ? 'Tanpa judul' : title}
            </a>
            <p className="mention-text">
              <strong>{by}</strong>: {text}
            </p>
            <p className="muted small">{formatMoment(at, timeZone)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
