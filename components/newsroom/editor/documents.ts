import type { DocumentView } from '#lib/media/document-view.ts';

/** A document of this newsroom as the editor may show it. */
export type DocumentFile = DocumentView;
