import type { PieceRule, WholeRule } from '../rule.ts';
import { acronymRules } from './acronyms.ts';
import { dateRules } from './dates.ts';
import { leftoverRules } from './leftovers.ts';
import { nameRules } from './names.ts';
import { numberRules } from './numbers/number-rules.ts';
import { placeRules } from './places.ts';
import { postRules } from './posts.ts';
import { quoteRules } from './quotes.ts';

/** Whether an article agrees with itself, with the calendar and with the register. */
export const correctnessRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [
    ...acronymRules.piece,
    ...dateRules.piece,
    ...numberRules.piece,
    ...placeRules.piece,
    ...leftoverRules,
    ...quoteRules.piece,
  ],
  whole: [
    ...acronymRules.whole,
    ...dateRules.whole,
    ...nameRules,
    ...numberRules.whole,
    ...postRules,
    ...placeRules.whole,
    ...quoteRules.whole,
  ],
};
