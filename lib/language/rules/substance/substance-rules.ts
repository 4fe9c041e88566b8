import type { PieceRule, WholeRule } from '../../rule.ts';
import { vagueRules } from './vague-words.ts';
import { articleRules } from './whole-article.ts';

/**
 * Whether a text tells a reader something. A closing sentence that contradicts the message is not looked for: that
 * takes somebody who understands it.
 */
export const substanceRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: vagueRules,
  whole: articleRules,
};
