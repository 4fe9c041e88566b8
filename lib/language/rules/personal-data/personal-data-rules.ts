import type { PieceRule } from '../../rule.ts';
import { personalNumberRules } from './numbers.ts';
import { personRules } from './persons.ts';

/** Personal data that no news needs (UU 27/2022). */
export const personalDataRules: readonly PieceRule[] = [...personalNumberRules, ...personRules];
