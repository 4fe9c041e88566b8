import type { Piece } from '../search/passages.ts';
import type { PublicCard, PublicSection } from './reader-shapes.ts';

/** An article among the results, with what was looked for marked in its texts. */
export type FoundCard = PublicCard & {
  marked: {
    title: readonly Piece[];
    lead: readonly Piece[];
    /** From the body; none when only title or lead have it. */
    passages: readonly (readonly Piece[])[];
  };
};

/** What the form offers; regencies by their code. */
export type SearchChoices = { agencies: PublicSection[]; sections: PublicSection[]; regencies: PublicSection[] };

/** What came of a search. */
export type SearchPage = {
  /** `blank`: nothing was typed; `wordless`: no word that can be looked for; `unwanted`: only what is not wanted. */
  outcome: 'blank' | 'wordless' | 'unwanted' | 'answered';
  cards: FoundCard[];
  page: number;
  pages: number;
  total: number;
  /** There are more than were counted. */
  isMore: boolean;
  /** The search as it was probably meant; it finds something. */
  meant: string | null;
  /** The same words, of which one is enough; it finds something. */
  anyWord: string | null;
  choices: SearchChoices;
};
