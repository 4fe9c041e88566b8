import { months, weekdays } from './calendar-day.ts';
import type { Span } from './manuscript.ts';

/** A date as it is written, possible or not. */
export type DateMention = Span & {
  day: number;
  /** Of “17–19 November”. */
  lastDay: number | undefined;
  /** From 1; 13 where somebody wrote that. */
  month: number;
  year: number | undefined;
  /** As it is written; “25” means 2025. */
  yearText: string;
  /** Index in `weekdays`, of the first and of the last day. */
  weekday: number | undefined;
  lastWeekday: number | undefined;
  /** “8/10/2025” rather than “8 Oktober 2025”. */
  isNumeric: boolean;
};

/** Written so by many; the spelling is not our concern here. */
const oldMonths: ReadonlyMap<string, number> = new Map([
  ['nopember', 11],
  ['pebruari', 2],
]);

const to = '(?:[–—-]|s\\.d\\.|sampai|hingga|dan)';
const weekdayNames = "Senin|Selasa|Rabu|Kamis|Jumat|Jum['’]at|Sabtu|Minggu|Ahad";
const named = new RegExp(
  `(?<![\\p{L}\\p{N}./]|\\d,)(\\d{1,2})(?: ?${to} ?(\\d{1,2}))? (${[...months, ...oldMonths.keys()].join('|')})(?!\\p{L})(?: (\\d{2,6})(?![\\d.,/]*\\d))?`,
  'giu',
);
const numeric = /(?<![\p{L}\p{N}./,-])(\d{1,2})(?:[–-](\d{1,2}))?([/.-])(\d{1,2})\3(\d{2,6})(?![\p{N}/-])/gu;
const short = /(?<![\p{L}\p{N}./,-])(\d{1,2})(?:[–-](\d{1,2}))?\/(\d{1,2})(?![\p{N}/-]|[.,]\d)/gu;
const weekdayBefore = new RegExp(
  `(?<!\\p{L})(?:hari )?(${weekdayNames})(?: ?${to} ?(${weekdayNames}))?(?: (?:pagi|siang|sore|petang|malam|dini hari))?,?(?: (?:tanggal|tgl\\.?))? ?\\(?$`,
  'iu',
);
const weekdayAfter = new RegExp(`^,? \\((${weekdayNames})\\)`, 'iu');

/** All dates of a text, in reading order. “3/2” alone is a date only after a weekday. */
export function datesIn(text: string): DateMention[] {
  if (!/\d/u.test(text)) return [];
  const found: DateMention[] = [];
  for (const { 0: whole, 1: day, 2: lastDay, 3: month = '', 4: year, index } of text.matchAll(named)) {
    const number = monthNumber(month.toLowerCase());
    found.push(mention(text, index, index + whole.length, { day, lastDay, month: number, year, isNumeric: false }));
  }
  for (const { 0: whole, 1: day, 2: lastDay, 4: month, 5: year, index } of text.matchAll(numeric)) {
    const end = index + whole.length;
    const one = mention(text, index, end, { day, lastDay, month: Number(month), year, isNumeric: true });
    if (year?.length !== 2 || one.weekday !== undefined) found.push(one);
  }
  for (const { 0: whole, 1: day, 2: lastDay, 3: month, index } of text.matchAll(short)) {
    const end = index + whole.length;
    const one = mention(text, index, end, { day, lastDay, month: Number(month), year: undefined, isNumeric: true });
    if (one.weekday !== undefined) found.push(one);
  }
  return found.sort((a, b) => a.start - b.start);
}

function monthNumber(name: string): number {
  return oldMonths.get(name) ?? months.findIndex((month) => month.toLowerCase() === name) + 1;
}

type Written = {
  day: string | undefined;
  lastDay: string | undefined;
  month: number;
  year: string | undefined;
  isNumeric: boolean;
};

function mention(text: string, from: number, until: number, written: Written): DateMention {
  const before = weekdayBefore.exec(text.slice(Math.max(0, from - 60), from));
  const after = before === null ? weekdayAfter.exec(text.slice(until, until + 20)) : null;
  const start = before === null ? from : from - before[0].length;
  const isBracketed = before?.[0].endsWith('(') === true && text[until] === ')';
  const end = after === null ? until + (isBracketed ? 1 : 0) : until + after[0].length;
  const yearText = written.year ?? '';
  return {
    start,
    end,
    day: Number(written.day),
    lastDay: written.lastDay === undefined ? undefined : Number(written.lastDay),
    month: written.month,
    year: yearText === '' ? undefined : yearOf(yearText),
    yearText,
    weekday: weekdayIndex(before?.[1] ?? after?.[1]),
    lastWeekday: weekdayIndex(before?.[2]),
    isNumeric: written.isNumeric,
  };
}

const yearOf = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

function weekdayIndex(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const plain = name.toLowerCase().replace(/['’]/u, '');
  if (plain === 'ahad') return 0;
  const index = weekdays.findIndex((one) => one.toLowerCase() === plain);
  return index < 0 ? undefined : index;
}
