import type { Found } from '../../finding.ts';
import { foreignExpressions } from '../../lists/foreign-words.ts';
import { isCapital } from '../../next-word.ts';
import type { PieceRule } from '../../rule.ts';
import { outsideAddresses } from '../outside-addresses.ts';

const byFirstWord = Map.groupBy(
  [...foreignExpressions].toSorted((a, b) => b.length - a.length),
  (expression) => /^[\p{L}-]+/u.exec(expression)?.[0] ?? '',
);

/** `good governance`, not in italics. Only where italics can be set, and not within a name (“Smart City”). */
export const foreignItalics: PieceRule = {
  id: 'foreign_italics',
  family: 'notation',
  title: 'Ungkapan asing dicetak miring',
  roles: ['paragraph', 'list_item', 'quote', 'note'],
  find(piece) {
    const found: Found[] = [];
    for (const word of piece.words) {
      if (isCapital(word)) continue;
      const expression = byFirstWord.get(word.lower)?.find((one) => {
        const end = word.start + one.length;
        return (
          piece.text.slice(word.start, end).toLowerCase() === one &&
          !/^[\p{L}\p{N}-]/u.test(piece.text.slice(end, end + 1))
        );
      });
      if (expression === undefined) continue;
      const end = word.start + expression.length;
      found.push({
        start: word.start,
        end,
        reason: `“${piece.text.slice(word.start, end)}” ungkapan asing: cetak miring, atau pakai padanan Indonesianya.`,
      });
    }
    return outsideAddresses(piece, found);
  },
};
