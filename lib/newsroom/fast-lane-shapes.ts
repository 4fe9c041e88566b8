import type { EditionState, FastLaneReason } from '../../db/schema/enums.ts';
import type { ArticleId, EditionId } from '../ids.ts';

/** One use of the fast lane: who, why in code and in words, and whether somebody else looked in time. */
export type FastLaneUse = {
  articleId: ArticleId;
  editionId: EditionId;
  number: number;
  title: string;
  state: EditionState;
  agencyName: string;
  by: string;
  reason: FastLaneReason | null;
  explanation: string;
  publishedAt: Date;
  /** Null where another's signature stood on these words already: then nothing was owed. */
  dueAt: Date | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
};

/** How a second review stands: whether it was owed, and whether it came in time. */
export function reviewStanding({ dueAt, reviewedAt }: FastLaneUse, at: Date): 'not_owed' | 'in_time' | 'late' | 'open' {
  if (dueAt === null) return 'not_owed';
  if (reviewedAt !== null) return reviewedAt <= dueAt ? 'in_time' : 'late';
  return at <= dueAt ? 'open' : 'late';
}
