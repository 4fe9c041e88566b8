import type { Found } from '../finding.ts';
import type { ReadPiece } from '../reading.ts';
import type { PieceRule } from '../rule.ts';
import { outsideAddresses } from './outside-addresses.ts';

/** `offset` is how far into the match the finding begins, where that is not at its start. */
type Said = { reason: string; fix?: string; offset?: number };

/** Something that a pattern alone finds. The pattern is linear and has the flags g and u. */
export function shapeRule(
  about: Omit<PieceRule, 'find'>,
  shape: RegExp,
  judge: (match: RegExpExecArray, text: string) => Said | undefined,
): PieceRule {
  return {
    ...about,
    find(piece: ReadPiece) {
      const found: Found[] = [];
      for (const match of piece.text.matchAll(shape)) {
        const said = judge(match, piece.text);
        if (said === undefined) continue;
        const { offset = 0, ...rest } = said;
        found.push({ start: match.index + offset, end: match.index + match[0].length, ...rest });
      }
      return outsideAddresses(piece, found);
    },
  };
}
