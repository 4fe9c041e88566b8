import type { PieceRule } from '../../rule.ts';
import { closingCommaRules } from './closing-commas.ts';
import { listCommaRule } from './list-commas.ts';
import { sentenceShapeRules } from './sentences.ts';
import { spacingRules } from './spacing.ts';

export const typographyRules: readonly PieceRule[] = [
  ...spacingRules,
  ...sentenceShapeRules,
  ...closingCommaRules,
  listCommaRule,
];
