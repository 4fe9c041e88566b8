import type { PieceRule, WholeRule } from '../rule.ts';
import { correctnessRules } from './correctness.ts';
import { orthographyRules } from './orthography.ts';

/** Every rule that looks at one piece of text. */
export const pieceRules: readonly PieceRule[] = [...correctnessRules.piece, ...orthographyRules.piece];

/** Every rule that compares. */
export const wholeRules: readonly WholeRule[] = [...correctnessRules.whole, ...orthographyRules.whole];
