import type { PieceRule, WholeRule } from '../rule.ts';

/** Every rule that looks at one piece of text. */
export const pieceRules: readonly PieceRule[] = [];

/** Every rule that compares. */
export const wholeRules: readonly WholeRule[] = [];
