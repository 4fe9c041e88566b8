import type { PieceRule } from '../../rule.ts';
import { joinedPer, looseBoundForm, prefixSe } from './bound-forms.ts';
import { doublingByDigit, joinedCompound, splitCompound, unhyphenatedDoubling } from './compounds.ts';
import { joinedPun, looseClitic } from './particles.ts';
import { joinedPreposition, splitPrefix } from './place-words.ts';

export const wordDivisionRules: readonly PieceRule[] = [
  joinedPreposition,
  splitPrefix,
  joinedCompound,
  splitCompound,
  unhyphenatedDoubling,
  doublingByDigit,
  looseBoundForm,
  prefixSe,
  joinedPer,
  joinedPun,
  looseClitic,
];
