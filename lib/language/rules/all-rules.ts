import type { PieceRule, WholeRule } from '../rule.ts';
import { acronymRules } from './acronyms.ts';
import { dateRules } from './dates.ts';
import { dutyRules } from './duty-rules.ts';
import { leftoverRules } from './leftovers.ts';
import { nameRules } from './names.ts';
import { numberRules } from './numbers/number-rules.ts';
import { plainLanguageRules } from './plain-language-rules.ts';
import { quoteRules } from './quotes.ts';

/** Every rule that looks at one piece of text. */
export const pieceRules: readonly PieceRule[] = [
  ...plainLanguageRules.piece,
  ...dutyRules.piece,
  ...acronymRules.piece,
  ...dateRules.piece,
  ...numberRules.piece,
  ...leftoverRules,
  ...quoteRules.piece,
];

/** Every rule that compares. */
export const wholeRules: readonly WholeRule[] = [
  ...plainLanguageRules.whole,
  ...dutyRules.whole,
  ...acronymRules.whole,
  ...dateRules.whole,
  ...nameRules,
  ...numberRules.whole,
  ...quoteRules.whole,
];
