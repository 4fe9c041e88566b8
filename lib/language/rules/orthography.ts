import type { PieceRule, WholeRule } from '../rule.ts';
import { capitalRules } from './capitals/all.ts';
import { smallParagraphStart } from './capitals/sentences.ts';
import { notationRules } from './notation/all.ts';
import { commonTypo, unknownWord } from './spelling.ts';
import { typographyRules } from './typography/all.ts';
import { wordDivisionRules } from './word-division/all.ts';
import { wordFormRules } from './word-forms.ts';

/** How things are written: spelling, EYD V, marks. */
export const orthographyRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [...wordFormRules, ...wordDivisionRules, ...capitalRules, ...notationRules, ...typographyRules, commonTypo],
  whole: [smallParagraphStart, unknownWord],
};
