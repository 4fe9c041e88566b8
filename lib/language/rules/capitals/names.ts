import type { Found } from '../../finding.ts';
import { peoples, properPhrases, properWords } from '../../lists/proper-words.ts';
import { isCapital } from '../../next-word.ts';
import type { ReadPiece, Word } from '../../reading.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { outsideAddresses } from '../outside-addresses.ts';

/** `anda`, `senin`, `kaltim`, `apbd`. */
export const smallName: PieceRule = {
  id: 'small_name',
  family: 'capitals',
  title: 'Nama memakai huruf kapital',
  roles: writtenRoles,
  find(piece) {
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      if (isCapital(word)) continue;
      const fix = properWords.get(word.lower) ?? nameHere(piece, index, word);
      if (fix === undefined) continue;
      const reason =
        word.lower === 'anda'
          ? 'Kata sapaan “Anda” selalu memakai huruf kapital.'
          : `Ditulis “${fix}”, dengan huruf kapital.`;
      found.push({ start: word.start, end: word.end, reason, fix });
    }
    return outsideAddresses(piece, found);
  },
};

/** Names only because of the word before: “hari minggu”, “bahasa kutai”. */
function nameHere({ words, text }: ReadPiece, index: number, word: Word): string | undefined {
  const before = words[index - 1];
  if (before === undefined || text.slice(before.end, word.start) !== ' ') return undefined;
  const isName =
    (word.lower === 'minggu' && before.lower === 'hari') ||
    (word.lower === 'lebaran' && before.lower === 'hari') ||
    (peoples.has(word.lower) &&
      (before.lower === 'bahasa' ||
        before.lower === 'berbahasa' ||
        before.lower === 'suku' ||
        before.lower === 'etnis'));
  return isName ? word.text.slice(0, 1).toUpperCase() + word.text.slice(1) : undefined;
}

const firstWords: ReadonlySet<string> = new Set(properPhrases.map(([wrong]) => wrong.split(' ')[0] ?? ''));

/** `tuhan Yang Maha Esa`, `sumpah pemuda`. */
export const smallPhrase: PieceRule = {
  id: 'small_phrase',
  family: 'capitals',
  title: 'Nama yang terdiri atas beberapa kata memakai huruf kapital',
  roles: writtenRoles,
  find(piece) {
    const found = piece.words.flatMap((word): Found[] => {
      if (!firstWords.has(word.lower)) return [];
      for (const [wrong, fix] of properPhrases) {
        const there = piece.text.slice(word.start, word.start + wrong.length);
        if (there.toLowerCase() !== wrong || there === fix || there === fix.toUpperCase()) continue;
        const end = word.start + wrong.length;
        return fix.startsWith(there) ? [] : [{ start: word.start, end, reason: `Ditulis “${fix}”.`, fix }];
      }
      return [];
    });
    return outsideAddresses(piece, found);
  },
};
