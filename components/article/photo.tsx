import type { PhotoSource, PublicPhoto } from '#lib/newsroom/reader-shapes.ts';
import { blockWords } from '#lib/richtext/block-words.ts';
import { isTall } from './column.ts';
import { focusClass } from './focus.ts';
import { toneClass } from './tone.ts';

/** A photo that may be shown. */
export type ShownPhoto = Extract<PublicPhoto, { withdrawn: false }>;

/** Makes an address of a storage key; site and newsroom serve photos from different places. */
export type MediaPath = (key: string) => string;

/** The photo if there is one to show: lists leave no empty box. */
export function shownPhoto(photo: PublicPhoto | null): ShownPhoto | null {
  return photo === null || photo.withdrawn || photo.sources.length === 0 ? null : photo;
}

/**
 * One photo in the formats and widths it was derived in.
 *
 * @param alt given where the place says more about the photo than the photo does; empty when decorative
 * @param sizes how wide it stands on the page, as the `sizes` attribute of HTML
 * @param widest in pixels; wider ones are left out where the photo stands small, since a list names many
 * @param isFirst the one photo a reader waits for; all others load when they come near
 * @param isCropped fills the shape the stylesheet gives it instead of keeping its own
 */
export function Photo({
  photo,
  alt = photo.alt,
  mediaPath,
  sizes,
  widest = Number.POSITIVE_INFINITY,
  isFirst = false,
  isCropped = false,
}: {
  photo: ShownPhoto;
  alt?: string;
  mediaPath: MediaPath;
  sizes: string;
  widest?: number;
  isFirst?: boolean;
  isCropped?: boolean;
}) {
  const fallback = photo.sources.find((source) => source.format === 'jpeg') ?? photo.sources[0];
  if (fallback === undefined) return null;
  const narrow = photo.sources.filter((source) => source.width <= widest);
  return (
    <picture
      className={`photo ${toneClass(photo.colour)}${isCropped ? ` photo-cropped${focusClass(photo)}` : isTall(photo) ? ' photo-tall' : ''}`}
    >
      {(['avif', 'webp'] as const).map((format) => {
        const srcSet = sourceSet(narrow, format, mediaPath);
        return srcSet === '' ? null : <source key={format} type={`image/${format}`} srcSet={srcSet} sizes={sizes} />;
      })}
      <img
        src={mediaPath(fallback.key)}
        alt={alt}
        width={fallback.width}
        height={fallback.height}
        decoding="async"
        {...(isFirst ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
      />
    </picture>
  );
}

function sourceSet(sources: readonly PhotoSource[], format: PhotoSource['format'], mediaPath: MediaPath): string {
  return sources
    .filter((source) => source.format === format)
    .map((source) => `${mediaPath(source.key)} ${source.width}w`)
    .join(', ');
}

/** Stands where a photo was withdrawn from an article that stays. */
export function WithdrawnPhoto() {
  return <p className="photo-withdrawn">{blockWords.photoGone}</p>;
}
