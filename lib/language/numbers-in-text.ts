import type { Span } from './manuscript.ts';
import { isNumberWord, numberOfWords, scales } from './number-words.ts';
import type { Word } from './reading.ts';

/** A quantity as it is written; years, dates, times, ordinals and numbers of regulations are none. */
export type NumberMention = Span & {
  text: string;
  value: number;
  kind: 'count' | 'money' | 'percent';
  /** What is counted, the next word in lower case: “peserta”. */
  unit: string;
  /** Half of the last digit written: “1,2 juta” stands for 1,150,000 to 1,250,000. */
  halfDigit: number;
  hasScale: boolean;
  isInWords: boolean;
  /** “hampir 240”, “lebih dari 1.000”, “50-an”. */
  isRough: boolean;
};

const digits =
  /(?<![\p{L}\p{N}/:-]|\d[.,])(Rp\.? ?)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:-an)?(?: (ribu|juta|miliar|milyar|triliun)(?!\p{L}))?(?:( ?%)|( persen)(?!\p{L}))?(?!\p{N}|[/:.,-]\d|\p{L})/giu;

const labels =
  /(?<!\p{L})(?:nomor|no\.?|pasal|ayat|tahun|bab|tipe|kelas|peringkat|urutan|posisi|pukul|jalan|rt|rw|km|seri|angka|tanggal|grup|jilid|edisi) ?$/iu;
const rough =
  /(?<!\p{L})(?:hampir|nyaris|sekitar|kurang lebih|lebih dari|lebih kurang|kira-kira|minimal|maksimal|paling sedikit|paling banyak|sedikitnya|setidaknya|hingga|sampai|di atas|di bawah|target|melebihi|±) ?$/iu;

/** All quantities of a text, in reading order. */
export function numbersIn(text: string, words: readonly Word[], dates: readonly Span[]): NumberMention[] {
  const found: NumberMention[] = [];
  for (const {
    0: whole,
    1: money,
    2: integer = '',
    3: fraction = '',
    4: scale = '',
    5: sign,
    6: percent,
    index,
  } of text.matchAll(digits)) {
    const end = index + whole.length;
    if (dates.some((date) => date.start < end && index < date.end)) continue;
    const before = text.slice(Math.max(0, index - 24), index);
    const kind = money !== undefined ? 'money' : sign !== undefined || percent !== undefined ? 'percent' : 'count';
    if (kind === 'count' && (labels.test(before) || isYear(integer, fraction, scale))) continue;
    const factor = scales.get(scale.toLowerCase()) ?? 1;
    const value = Number(`${integer.replaceAll('.', '')}.${fraction || '0'}`) * factor;
    found.push({
      start: index,
      end,
      text: whole,
      value,
      kind,
      unit: unitAfter(text, words, end),
      halfDigit: fraction === '' && factor === 1 ? 0 : (factor * 10 ** -fraction.length) / 2,
      hasScale: scale !== '',
      isInWords: false,
      isRough: rough.test(before) || whole.includes('-an') || /^ (?:lebih|an)(?!\p{L})/u.test(text.slice(end, end + 8)),
    });
  }
  found.push(...inWords(text, words));
  return found.sort((a, b) => a.start - b.start);
}

const isYear = (integer: string, fraction: string, scale: string) =>
  fraction === '' && scale === '' && /^(?:19|20)\d\d$/u.test(integer);

function* inWords(text: string, words: readonly Word[]): Iterable<NumberMention> {
  for (let from = 0; from < words.length; from += 1) {
    if (!isNumberWord(words[from]?.lower ?? '')) continue;
    let until = from + 1;
    while (isNumberWord(words[until]?.lower ?? '') && areSpaced(text, words[until - 1], words[until])) until += 1;
    const run = words.slice(from, until);
    const [first, last] = [run[0], run.at(-1)];
    const value = numberOfWords(run.map(({ lower }) => lower));
    from = until - 1;
    if (first === undefined || last === undefined || value === undefined || scales.has(first.lower)) continue;
    const before = text.slice(Math.max(0, first.start - 24), first.start);
    if (/(?:\d|ke-?|kelas|nomor|salah|pasal|per|-|\/) ?$/iu.test(before)) continue;
    const next = words[until];
    const isPercent = next?.lower === 'persen' && areSpaced(text, last, next);
    yield {
      start: first.start,
      end: isPercent ? next.end : last.end,
      text: text.slice(first.start, last.end),
      value,
      kind: isPercent ? 'percent' : 'count',
      unit: unitAfter(text, words, isPercent ? next.end : last.end),
      halfDigit: 0,
      hasScale: false,
      isInWords: true,
      isRough: rough.test(before),
    };
  }
}

function areSpaced(text: string, one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other !== undefined && text.slice(one.end, other.start) === ' ';
}

/** The word right after a number; none across a comma or a bracket. */
function unitAfter(text: string, words: readonly Word[], end: number): string {
  if (text[end] !== ' ') return '';
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) > end) high = middle;
    else low = middle + 1;
  }
  const word = words[low];
  return word !== undefined && word.start === end + 1 ? word.lower : '';
}

/** Whether two mentions can be the same figure, one of them perhaps rounded. */
export function areOneFigure(a: NumberMention, b: NumberMention): boolean {
  return Math.abs(a.value - b.value) <= Math.max(a.halfDigit, b.halfDigit) * 1.000001;
}
