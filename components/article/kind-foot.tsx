import { formatBytes } from '#lib/newsroom/labels.ts';
import { phoneAddress } from '#lib/newsroom/reader-lines.ts';
import type { PublicArticle } from '#lib/newsroom/reader-shapes.ts';
import { creditLine } from '#lib/richtext/origin-words.ts';
import { plainTextPath } from '#lib/urls.ts';
import { type MediaPath, type ShownPhoto, shownPhoto } from './photo.tsx';

type Props = { article: PublicArticle; mediaPath: MediaPath; isPublished: boolean };

/** What follows the words of an article of its kind: whom to ask, what to download, the picture in words. */
export function KindFoot({ article, mediaPath, isPublished }: Props) {
  return (
    <>
      {article.kind === 'infographic' && <InWords article={article} />}
      <Contact article={article} />
      {article.kind === 'press_release' && (
        <ForMedia article={article} mediaPath={mediaPath} isPublished={isPublished} />
      )}
    </>
  );
}

/** Everything an infographic says, for whoever cannot see it; a line break begins a paragraph. */
function InWords({ article }: { article: PublicArticle }) {
  const { textAlternative } = article.details;
  if (textAlternative === undefined) return null;
  const paragraphs = textAlternative.split('\n').filter((line) => line.trim() !== '');
  return (
    <section className="in-words" aria-labelledby="dalam-teks">
      <h2 id="dalam-teks" className="label">
        Isi infografis dalam teks
      </h2>
      {paragraphs.map((paragraph, index) => (
        <p key={`${String(index)}${paragraph.slice(0, 20)}`}>{paragraph}</p>
      ))}
    </section>
  );
}

function Contact({ article }: { article: PublicArticle }) {
  const { contactName, contactPhone, contactEmail } = article.details;
  if (article.kind !== 'press_release' && article.kind !== 'agenda_event') return null;
  if (contactName === undefined && contactPhone === undefined && contactEmail === undefined) return null;
  return (
    <section className="contact" aria-labelledby="narahubung">
      <h2 id="narahubung" className="label">
        Narahubung
      </h2>
      <address>
        {contactName !== undefined && <b>{contactName}</b>}
        {contactPhone !== undefined && <a href={phoneAddress(contactPhone)}>{contactPhone}</a>}
        {contactEmail !== undefined && <a href={`mailto:${contactEmail}`}>{contactEmail}</a>}
      </address>
    </section>
  );
}

/** Under what terms newspapers may use the photos. */
const reuseTerms = 'Boleh dimuat untuk pemberitaan dengan mencantumkan kredit; tidak untuk iklan.';

function ForMedia({ article, mediaPath, isPublished }: Props) {
  const photos = [article.cover, ...Object.values(article.photos)].flatMap((photo) => shownPhoto(photo) ?? []);
  return (
    <section className="for-media" aria-labelledby="untuk-media">
      <h2 id="untuk-media" className="label">
        Untuk media
      </h2>
      <p>
        {isPublished ? (
          <>
            <a href={plainTextPath(article.slug)}>Salinan teks (.txt)</a>.
          </>
        ) : (
          'Salinan teks dapat diunduh setelah artikel terbit.'
        )}{' '}
        Halaman ini tercetak rapi pada kertas A4.
      </p>
      {photos.length > 0 && (
        <>
          <ul>
            {photos.map((photo) => (
              <PressPhoto key={photo.sources[0]?.key} photo={photo} mediaPath={mediaPath} />
            ))}
          </ul>
          <p className="quiet">{reuseTerms}</p>
        </>
      )}
    </section>
  );
}

function PressPhoto({ photo, mediaPath }: { photo: ShownPhoto; mediaPath: MediaPath }) {
  // Photos from before print renditions were made have only those of the page.
  const widest = photo.print ?? photo.sources.find((source) => source.format === 'jpeg');
  if (widest === undefined) return null;
  const size = photo.print === null ? '' : `, ${formatBytes(photo.print.bytes)}`;
  return (
    <li>
      <a href={mediaPath(widest.key)} download>
        Unduh foto {widest.width} × {widest.height} (JPEG{size})
      </a>
      {photo.caption !== '' && <span>{photo.caption}</span>}
      {creditLine(photo) !== '' && <span className="quiet">{creditLine(photo)}</span>}
    </li>
  );
}
