import type { PieceRule, WholeRule } from '../../rule.ts';
import { regulationAgainstRegister } from '../regulations.ts';
import { changeWrong, sharesOverWhole, shareWrong, sumWrong } from './arithmetic.ts';
import { numberDiffers } from './differing.ts';
import { figureAgainstRegister, figureWrittenTwoWays, numeralAgainstWords } from './writing.ts';

export const numberRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [sumWrong, changeWrong, shareWrong, sharesOverWhole, numeralAgainstWords],
  whole: [numberDiffers, figureWrittenTwoWays, figureAgainstRegister, regulationAgainstRegister],
};
