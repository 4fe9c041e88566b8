import type { PieceRule, WholeRule } from '../rule.ts';
import { plainWordRules } from './plain-words.ts';
import { sentenceRules } from './sentences/sentence-rules.ts';
import { substanceRules } from './substance/substance-rules.ts';

/** Whether citizens understand a text, and find something in it for them. */
export const plainLanguageRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [...sentenceRules.piece, ...plainWordRules, ...substanceRules.piece],
  whole: [...sentenceRules.whole, ...substanceRules.whole],
};
