import type { Photo } from '#components/newsroom/editor/photos.tsx';
import type { PhotoView } from '#lib/newsroom/desk-shapes.ts';
import { newsroomMediaPath } from '#lib/urls.ts';

/** The photos of an edition as the editor draws them. */
export function editorPhotos(photos: readonly PhotoView[]): Photo[] {
  return photos.map(({ thumbnailKey, withdrawn, ...photo }) => ({
    ...photo,
    state: withdrawn ? 'withdrawn' : photo.state,
    source: thumbnailKey === null ? null : newsroomMediaPath(thumbnailKey),
  }));
}
