import type { EditionId } from '../ids.ts';

/** What became of one of many: done, or why not. */
export type BulkOutcome = { editionId: EditionId; refusal: string | null };
