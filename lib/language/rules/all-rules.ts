import type { PieceRule, WholeRule } from '../rule.ts';
import { acronymRules } from './acronyms.ts';
import { dateRules } from './dates.ts';
import { dutyRules } from './duty-rules.ts';
import { leftoverRules } from './leftovers.ts';
import { nameRules } from './names.ts';
import { numberRules } from './numbers/number-rules.ts';
import { orthographyRules } from './orthography.ts';
import { placeRules } from './places.ts';
import { plainLanguageRules } from './plain-language-rules.ts';
import { postRules } from './posts.ts';
import { quoteRules } from './quotes.ts';

/** Every rule that looks at one piece of text. */
export const pieceRules: readonly PieceRule[] = [
  ...acronymRules.piece,
  ...dateRules.piece,
  ...numberRules.piece,
  ...placeRules.piece,
  ...leftoverRules,
  ...quoteRules.piece,
  ...orthographyRules.piece,
  ...plainLanguageRules.piece,
  ...dutyRules.piece,
];

/** Every rule that compares. */
export const wholeRules: readonly WholeRule[] = [
  ...acronymRules.whole,
  ...dateRules.whole,
  ...nameRules,
  ...numberRules.whole,
  ...postRules,
  ...placeRules.whole,
  ...quoteRules.whole,
  ...orthographyRules.whole,
  ...plainLanguageRules.whole,
  ...dutyRules.whole,
];
