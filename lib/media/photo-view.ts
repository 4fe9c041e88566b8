import type { AssetState } from '#db/schema/enums.ts';
import type { AssetId } from '#lib/ids.ts';
import { newsroomMediaPath } from '#lib/urls.ts';
import type { AssetPhoto, PhotoDefaults } from './reads.ts';

/** A photo as the newsroom's screens show it. */
export type PhotoView = {
  kind: 'photo';
  assetId: AssetId;
  assetHash: string;
  fileName: string;
  state: AssetState | 'withdrawn';
  /** Why it failed, in words for the writer. */
  failure: string | null;
  /** Pixels, upright once ready. */
  width: number;
  height: number;
  /** Average colour `#rrggbb`, and a tiny blurred picture as a data address; null until ready. */
  colour: string | null;
  placeholder: string | null;
  /** Where a picture of it can be had, or null while there is none. */
  source: string | null;
  version: number;
  /** The last day (`2026-01-14`) on which it may be used; null without an end. */
  rightsUntil: string | null;
  /** What the library says of it, to begin with where it is used. */
  defaults: PhotoDefaults;
};

/** The widest a screen of the newsroom shows a photo, in pixels. */
export const newsroomPhotoWidth = 736;

export function photoView(photo: AssetPhoto): PhotoView {
  const sources = photo.renditions.filter(({ shape, format }) => shape === 'full' && format === 'webp');
  const fitting = sources.findLast(({ width }) => width <= newsroomPhotoWidth) ?? sources[0];
  return {
    kind: 'photo',
    assetId: photo.assetId,
    assetHash: photo.hash,
    fileName: photo.fileName,
    state: photo.withdrawn ? 'withdrawn' : photo.state,
    failure: photo.failure,
    width: photo.width,
    height: photo.height,
    colour: photo.colour,
    placeholder: photo.placeholder,
    source: fitting === undefined ? null : newsroomMediaPath(fitting.key),
    version: photo.version,
    rightsUntil: photo.rightsUntil,
    defaults: photo.defaults,
  };
}
