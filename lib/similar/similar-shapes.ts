import type { ArticleKind, EditionState } from '../../db/schema/enums.ts';
import type { ArticleId } from '../ids.ts';

/** Another edition that may tell the same story, as far as this person may know of it. */
export type SimilarView = {
  /** Tells the lines of a list apart; says nothing of the edition. */
  key: string;
  /** Null where only its existence may be told. */
  article: { id: ArticleId; title: string; state: EditionState } | null;
  /** The reader's address, where readers have it. */
  live: { kind: ArticleKind; slug: string; title: string } | null;
  kind: ArticleKind;
  agencyName: string;
  /** When it went live, else when it was sent to the desk, as ISO; null before. */
  at: string | null;
  reason: string;
  isSameEvent: boolean;
};
