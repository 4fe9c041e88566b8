import { formatMoment, kindLabels } from '#lib/newsroom/labels.ts';
import type { SimilarView } from '#lib/similar/similar-shapes.ts';
import { readerPath, similarComparePath } from '#lib/urls.ts';
import { StateBadge } from '../state-badge.tsx';

/** What else tells the same story, each with its reason and, where it may be read, a way to lay both side by side. */
export function SimilarList({
  similar,
  articleId,
  timeZone,
}: {
  similar: readonly SimilarView[];
  articleId: string;
  timeZone: string;
}) {
  return (
    <ul className="stack-tight similar-list">
      {similar.map((one) => (
        <li key={one.key} className="similar-item">
          <p>
            <strong>{titleOf(one)}</strong>
          </p>
          <p className="row small">
            {one.article && <StateBadge state={one.article.state} />}
            <span>
              {kindLabels[one.kind]}, {one.agencyName}
              {one.at !== null && `, ${formatMoment(new Date(one.at), timeZone)}`}
            </span>
          </p>
          <p className="small">{one.reason}</p>
          <p className="row">
            {one.article && <a href={similarComparePath(articleId, one.article.id)}>Bandingkan berdampingan</a>}
            {one.live && (
              <a href={readerPath(one.live)} target="_blank" rel="noopener">
                Lihat di situs
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Of what may not be read only where it is. */
function titleOf({ article, live, agencyName }: SimilarView): string {
  const title = article?.title ?? live?.title;
  if (title === undefined) return `Naskah ${agencyName} yang sedang berjalan`;
  return title === '' ? 'Tanpa judul' : title;
}
