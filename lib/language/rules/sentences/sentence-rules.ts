import type { PieceRule, WholeRule } from '../../rule.ts';
import { constructionRules } from './constructions.ts';
import { lengthRules } from './length.ts';
import { lostSubject } from './lost-subjects.ts';
import { openingRules } from './openings.ts';
import { pairedConjunctionRules } from './paired-conjunctions.ts';

/** How sentences are built and how long they and their paragraphs are. A lead over 45 words is told by readiness. */
export const sentenceRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [...lengthRules, ...constructionRules, lostSubject, ...pairedConjunctionRules],
  whole: openingRules,
};
