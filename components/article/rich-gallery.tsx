import { wholeFigure } from '#lib/richtext/attributes.ts';
import { blockWords } from '#lib/richtext/block-words.ts';
import type { RichGallery } from '#lib/richtext/rich-nodes.ts';
import { type DrawFigure, RichFigureBlock } from './rich-figure.tsx';
import { ScrollRegion } from './scroll-region.tsx';

/** Photos in a row that scrolls by itself, each with its own caption and credit. */
export function RichGalleryBlock({ gallery, figure }: { gallery: RichGallery; figure: DrawFigure }) {
  const { content } = gallery;
  if (content.length === 0) return null;
  const caption = gallery.attrs?.caption;
  return (
    <figure className="gallery">
      <ScrollRegion className="gallery-row" aria-label={caption ? `Galeri foto: ${caption}` : 'Galeri foto'}>
        <ul>
          {content.map(({ attrs }, index) => (
            <li key={String(index)}>
              <RichFigureBlock attributes={wholeFigure(attrs)} figure={figure} place="gallery" />
            </li>
          ))}
        </ul>
      </ScrollRegion>
      <figcaption className="picture-caption">
        {caption && <span className="caption">{caption} </span>}
        <span className="gallery-count">
          {caption ? '· ' : ''}
          {content.length} {blockWords.photos}
        </span>
      </figcaption>
    </figure>
  );
}
