import { formatBytes } from '#lib/newsroom/labels.ts';
import type { PublicArticle } from '#lib/newsroom/reader-shapes.ts';
import { fileNote } from '#lib/richtext/block-words.ts';
import type { MediaPath } from './photo.tsx';

/** Documents that come with an article, each with its size before anybody fetches it. */
export function Attachments({ article, mediaPath }: { article: PublicArticle; mediaPath: MediaPath }) {
  const { attachments, documents } = article;
  if (attachments.length === 0) return null;
  return (
    <section className="attachments" aria-labelledby="dokumen-lampiran">
      <h2 id="dokumen-lampiran" className="label">
        Dokumen
      </h2>
      <ul>
        {attachments.map(({ assetId, title }) => {
          const file = documents[assetId];
          return (
            <li key={assetId}>
              {file === undefined || file.withdrawn ? (
                <>{title} (tidak lagi ditampilkan)</>
              ) : (
                <a href={mediaPath(file.key)}>
                  {title} <span className="document-size">{fileNote(formatBytes(file.bytes))}</span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
