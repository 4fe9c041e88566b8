import type { DocumentView } from '#lib/media/document-view.ts';

/** A document of this newsroom as the editor may show it. */
export type DocumentFile = DocumentView;

/** Where a document goes: to the end of the attachments, or to the place of the caret. */
export type DocumentGoal = 'attachments' | 'body';
