import type { PieceRule, WholeRule } from '../rule.ts';
import { correctnessRules } from './correctness.ts';
import { dutyRules } from './duty-rules.ts';
import { plainLanguageRules } from './plain-language-rules.ts';

/** Every rule that looks at one piece of text. */
export const pieceRules: readonly PieceRule[] = [
  ...correctnessRules.piece,
  ...plainLanguageRules.piece,
  ...dutyRules.piece,
];

/** Every rule that compares. */
export const wholeRules: readonly WholeRule[] = [
  ...correctnessRules.whole,
  ...plainLanguageRules.whole,
  ...dutyRules.whole,
];
