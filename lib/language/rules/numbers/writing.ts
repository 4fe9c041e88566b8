import { numberOfWords } from '../../number-words.ts';
import { type NumberMention, numbersIn } from '../../numbers-in-text.ts';
import type { ReadPiece } from '../../reading.ts';
import { type PieceRule, proseRoles, type WholeRule, writtenRoles } from '../../rule.ts';

export const numeralAgainstWords: PieceRule = {
  id: 'numeral_against_words',
  family: 'numbers',
  title: 'Angka cocok dengan hurufnya',
  roles: writtenRoles,
  *find({ text }) {
    for (const { 0: whole, 1: digits = '', 2: words = '', index } of text.matchAll(
      /(?<![\p{L}\p{N}.,])(?:Rp\.? ?)?(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,-)? \(([\p{L} ]{2,120})\)/gu,
    )) {
      const said = words
        .toLowerCase()
        .replace(/ (?:rupiah|persen|hari|orang|bulan|tahun)$/u, '')
        .split(' ')
        .filter(Boolean);
      const value = numberOfWords(said);
      const number = Number(digits.replaceAll('.', ''));
      if (value === undefined || value === number) continue;
      const reason = `Angkanya ${digits}, tetapi hurufnya “${words}”. Samakan dengan yang benar.`;
      yield { start: index, end: index + whole.length, reason };
    }
  },
};

export const figureWrittenTwoWays: WholeRule = {
  id: 'figure_written_two_ways',
  family: 'numbers',
  title: 'Satu angka ditulis dengan satu cara',
  *compare({ pieces }) {
    const first = new Map<string, NumberMention>();
    for (const piece of pieces) {
      if (!proseRoles.includes(piece.role)) continue;
      for (const number of numbersIn(piece)) {
        const key = keyOf(number);
        if (key === undefined) continue;
        const known = first.get(key);
        if (known === undefined) first.set(key, number);
        else if (shapeOf(known) !== shapeOf(number)) {
          const reason = `Angka ini di atas ditulis “${known.text.trim()}”. Pakai satu cara di seluruh naskah.`;
          yield { start: number.start, end: number.end, piece, reason };
        }
      }
    }
  },
};

/** Small numbers and bare numbers are written as the sentence wants. */
function keyOf({ kind, value, unit }: NumberMention): string | undefined {
  if (kind === 'count' && (unit === '' || value < 10)) return undefined;
  return `${kind} ${value} ${kind === 'count' ? unit : ''}`;
}

function shapeOf({ isInWords, text, kind, hasScale }: NumberMention): string {
  if (kind === 'percent') return `${text.includes('%')}`;
  return `${isInWords} ${hasScale} ${/\d\.\d/u.test(text) || !/\d{4}/u.test(text)}`;
}

/** Words that may stand between a figure of the register and its number. */
const between: ReadonlySet<string> = new Set(
  'sebanyak mencapai adalah berjumlah tercatat ada yaitu yakni kini di kaltim kalimantan timur provinsi menjadi sebesar ialah'.split(
    ' ',
  ),
);

export const figureAgainstRegister: WholeRule = {
  id: 'figure_against_register',
  family: 'numbers',
  title: 'Angka cocok dengan daftar data',
  *compare({ pieces }, { figures }) {
    for (const { label, value, asOf, source } of figures) {
      const right = Number(value.replaceAll('.', '').replace(',', '.'));
      if (!Number.isFinite(right) || label === '') continue;
      for (const piece of pieces) {
        if (!writtenRoles.includes(piece.role)) continue;
        const number = numberOf(label, piece);
        if (number === undefined || Math.abs(number.value - right) <= number.halfDigit) continue;
        const from = [source, asOf].filter(Boolean).join(', ');
        const reason = `Daftar data mencatat ${label} ${value}${from === '' ? '' : ` (${from})`}. Periksa angkanya.`;
        yield { start: number.start, end: number.end, piece, reason };
      }
    }
  },
};

function numberOf(label: string, piece: ReadPiece): NumberMention | undefined {
  const at = piece.text.toLowerCase().indexOf(label.toLowerCase());
  if (at < 0) return undefined;
  const end = at + label.length;
  const number = numbersIn(piece).find(({ start }) => start >= end);
  if (number === undefined || number.isRough || number.start - end > 60) return undefined;
  const words = piece.words.filter((word) => word.start >= end && word.end <= number.start);
  return words.every(({ lower }) => between.has(lower)) ? number : undefined;
}
