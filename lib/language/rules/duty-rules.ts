import type { PieceRule, WholeRule } from '../rule.ts';
import { childRules } from './children.ts';
import { gamblingRules } from './gambling.ts';
import { personalDataRules } from './personal-data/personal-data-rules.ts';
import { photoPieceRules, photoWholeRules } from './photos.ts';
import { sponsorshipRules } from './sponsorship.ts';

/** What an office owes those it writes about and those it writes for. */
export const dutyRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [...photoPieceRules, ...personalDataRules, ...gamblingRules],
  whole: [...photoWholeRules, ...childRules, ...sponsorshipRules],
};
