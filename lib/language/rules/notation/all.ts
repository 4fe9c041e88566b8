import type { PieceRule } from '../../rule.ts';
import { abbreviationRules } from './abbreviations.ts';
import { foreignItalics } from './foreign.ts';
import { moneyRules } from './money.ts';
import { timeRules } from './times.ts';

export const notationRules: readonly PieceRule[] = [...moneyRules, ...timeRules, ...abbreviationRules, foreignItalics];
