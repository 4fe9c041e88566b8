import {
  type CalendarDay,
  calendarDay,
  dayNumber,
  daysIn,
  inWords,
  months,
  weekdayOf,
  weekdays,
} from '../calendar-day.ts';
import type { DateMention } from '../dates-in-text.ts';
import type { Found } from '../finding.ts';
import type { ReadPiece } from '../reading.ts';
import { type PieceRule, type ReadManuscript, type WholeRule, writtenRoles } from '../rule.ts';

/** Before this year the calendar and our arithmetic may differ, and nobody writes weekdays. */
const firstYear = 1900;
/** Plans reach far; what lies beyond this many years from now is a slip of the finger. */
const farthestPlan = 60;
/** A year in which February is longest. */
const leapYear = 2024;

const weekdayMismatch: WholeRule = {
  id: 'weekday_mismatch',
  family: 'dates',
  title: 'Hari cocok dengan tanggalnya',
  *compare(manuscript, { today }) {
    const dated = datedPieces(manuscript);
    const years = new Set(
      dated.flatMap(({ dates }) => dates.map(({ year }) => year)).filter((year) => year !== undefined),
    );
    const around = calendarDay(manuscript.eventDate ?? today);
    // Without the day of the event an article may be of any year it names.
    if (manuscript.eventDate === null) for (const year of yearsNamed(manuscript)) years.add(year);
    for (const { piece, dates } of dated) {
      for (const date of dates) {
        const candidates = date.year === undefined ? [nearestYear(date, around), ...years] : [date.year];
        const found = candidates.map((year) => wrongWeekday(date, year));
        const [first] = found;
        if (first !== undefined && found.every((one) => one !== undefined)) {
          yield { start: date.start, end: date.end, piece, reason: first };
        }
      }
    }
  },
};

function yearsNamed({ pieces }: ReadManuscript): number[] {
  return pieces.flatMap(({ text }) => (text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []).map(Number));
}

function wrongWeekday({ weekday, lastWeekday, day, lastDay, month }: DateMention, year: number): string | undefined {
  const pairs: [number | undefined, number | undefined][] = [
    [weekday, day],
    [lastWeekday, lastDay],
  ];
  for (const [said, on] of pairs) {
    if (said === undefined || on === undefined) continue;
    if (year < firstYear || year > 9999 || !exists({ year, month, day: on })) return undefined;
    const right = weekdayOf({ year, month, day: on });
    if (right === said) continue;
    const date = inWords({ year, month, day: on });
    return `${date} jatuh pada ${weekdays[right]}, bukan ${weekdays[said]}. Periksa hari dan tanggalnya.`;
  }
  return undefined;
}

/** The year in which a day without one comes closest. */
function nearestYear({ month, day }: DateMention, around: CalendarDay): number {
  const away = (year: number) => Math.abs(dayNumber({ year, month, day }) - dayNumber(around));
  return [around.year - 1, around.year, around.year + 1].reduce((best, year) =>
    away(year) < away(best) ? year : best,
  );
}

const exists = ({ year, month, day }: CalendarDay) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

const impossibleDate: PieceRule = {
  id: 'impossible_date',
  family: 'dates',
  title: 'Tanggal ada di kalender',
  roles: [...writtenRoles, 'moment', 'note'],
  *find({ dates }) {
    for (const { start, end, day, lastDay, month, year, isNumeric } of dates) {
      const last = lastDay ?? day;
      if (year === undefined) {
        const most = month >= 1 && month <= 12 ? daysIn(leapYear, month) : 31;
        const reason = `${months[month - 1]} hanya sampai tanggal ${most}; tanggal ${last} tidak ada.`;
        if (!isNumeric && last > most && last <= 31) yield { start, end, reason };
        continue;
      }
      if (month < 1 || month > 12) {
        const reason = 'Bulan ini tidak ada. Tanggal ditulis hari, bulan, tahun: 8/10/2025.';
        if (isNumeric) yield { start, end, reason };
      } else if (day < 1 || last > daysIn(year, month)) {
        const most = daysIn(year, month);
        const wrong = day < 1 ? day : last;
        yield {
          start,
          end,
          reason: `${months[month - 1]} ${year} hanya sampai tanggal ${most}; tanggal ${wrong} tidak ada.`,
        };
      } else if (last < day) {
        yield { start, end, reason: 'Tanggal akhirnya mendahului tanggal awalnya. Periksa keduanya.' };
      }
    }
  },
};

const impossibleTime: PieceRule = {
  id: 'impossible_time',
  family: 'dates',
  title: 'Jam ada dalam sehari',
  roles: [...writtenRoles, 'moment', 'note'],
  *find({ text }) {
    for (const { 0: whole, 1: hour, 2: minute, index } of text.matchAll(
      /(?<!\p{L})pukul (\d{1,2})[.:](\d{2})(?!\d)/giu,
    )) {
      if (Number(minute) < 60 && Number(hour) * 60 + Number(minute) <= 24 * 60) continue;
      yield { start: index, end: index + whole.length, reason: 'Jam ini tidak ada. Periksa jam dan menitnya.' };
    }
  },
};

/** After a year of three digits, so that “1 Mei 120 warga berkumpul” is left alone. */
const afterYear = /^(?:$|[.,;:)]| (?:oleh|di|dan|lalu|hingga|sampai|pukul|dengan|dalam|untuk|oleh)(?!\p{L}))/u;

const monthAndYear = new RegExp(`(?<!\\p{L})(?:tahun|${months.join('|')}) (\\d{5,6})(?![\\d.,]*\\d)`, 'giu');

/** “2O25”, with the letter O. */
const letterInYear = new RegExp(
  `(?<!\\p{L})(?:tahun|${months.join('|')}) ((?=\\d*[OoIl])[12][\\dOoIl]{3})(?![\\p{L}\\p{N}])`,
  'gu',
);

const impossibleYear: PieceRule = {
  id: 'impossible_year',
  family: 'dates',
  title: 'Tahun masuk akal',
  roles: [...writtenRoles, 'moment', 'note'],
  *find({ text, dates }, { today }) {
    const latest = calendarDay(today).year + farthestPlan;
    for (const { start, end, year, yearText } of dates) {
      if (year === undefined) continue;
      const after = text.slice(end, end + 12);
      const isShort = yearText.length === 3 && afterYear.test(after);
      const isFar =
        yearText.length === 4 && (year < 1600 || year > latest) && !/^ (?:H|M|Masehi|Hijriah|SM)(?!\p{L})/u.test(after);
      if (isShort || isFar || yearText.length > 4) yield foundYear(start, end, yearText);
    }
    for (const { 0: whole, 1: year = '', index } of text.matchAll(letterInYear)) {
      yield foundYear(index, index + whole.length, year);
    }
    for (const { 0: whole, 1: year = '', index } of text.matchAll(monthAndYear)) {
      const end = index + whole.length;
      const isKnown = dates.some((date) => date.start < end && index < date.end);
      if (!isKnown && /^(?:19|20|2)/u.test(year)) yield foundYear(index, end, year);
    }
  },
};

function foundYear(start: number, end: number, year: string): Found {
  return { start, end, reason: `Tahun ${year} tidak mungkin benar. Periksa angkanya.` };
}

/** Words after which a date is a deadline, a plan or a beginning, not the day of the event. */
const anotherDay =
  /(?<!\p{L})(?:akan|hingga|sampai|mulai|sejak|paling lambat|batas|berakhir|dijadwalkan|direncanakan|rencananya|mendatang|sebelum|sebelumnya|sesudah|setelah|ditutup|per|data|lahir|kelahiran|tertanggal|jatuh tempo)(?!\p{L})/iu;

const eventDateMismatch: WholeRule = {
  id: 'event_date_mismatch',
  family: 'dates',
  title: 'Tanggal di naskah cocok dengan tanggal kegiatan',
  *compare(manuscript) {
    if (manuscript.eventDate === null) return;
    const event = calendarDay(manuscript.eventDate);
    const dated = datedPieces(manuscript);
    if (dated.some(({ dates }) => dates.some((date) => isOn(date, event)))) return;
    const opening = dated.filter(({ piece }) => opensArticle(manuscript, piece));
    for (const { piece, dates } of opening) {
      const date = dates.find((one) => one.weekday !== undefined && !anotherDay.test(sentenceBefore(piece, one)));
      if (date === undefined) continue;
      const reason = `Tanggal kegiatan artikel ini ${inWords(event)}, tetapi di sini tertulis tanggal lain. Samakan keduanya.`;
      yield { start: date.start, end: date.end, piece, reason };
      return;
    }
  },
};

function opensArticle({ pieces }: ReadManuscript, piece: ReadPiece): boolean {
  if (piece.role === 'title' || piece.role === 'lead') return true;
  return pieces
    .filter(({ role }) => role === 'paragraph')
    .slice(0, 2)
    .includes(piece);
}

function isOn({ day, lastDay, month, year }: DateMention, event: CalendarDay): boolean {
  const isMonth = month === event.month && (year === undefined || year === event.year);
  return isMonth && event.day >= day && event.day <= (lastDay ?? day);
}

function sentenceBefore({ text, sentences }: ReadPiece, { start }: DateMention): string {
  const sentence = sentences.find((one) => one.start <= start && start < one.end);
  return text.slice(sentence?.start ?? 0, start);
}

const titleDate: WholeRule = {
  id: 'title_date_mismatch',
  family: 'dates',
  title: 'Tanggal di judul ada juga di isi',
  *compare(manuscript) {
    const [title, ...rest] = datedPieces(manuscript);
    if (title?.piece.role !== 'title') return;
    const others = rest.flatMap(({ dates }) => dates);
    const isPlaced = others.some(({ weekday }) => weekday !== undefined);
    for (const date of title.dates) {
      // One other day of that month, and no more: it is the same event.
      const ofMonth = others.filter(({ month }) => month === date.month);
      if (!(isPlaced && date.year !== undefined) && (others.length > 1 || ofMonth.length !== 1)) continue;
      const isTold = others.some(
        (one) => one.month === date.month && one.day <= date.day && date.day <= (one.lastDay ?? one.day),
      );
      const reason = 'Tanggal di judul tidak ada di teras dan isi; di sana tertulis tanggal lain. Samakan keduanya.';
      if (!isTold) yield { start: date.start, end: date.end, piece: title.piece, reason };
    }
  },
};

export const dateRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [impossibleDate, impossibleTime, impossibleYear],
  whole: [weekdayMismatch, eventDateMismatch, titleDate],
};

function datedPieces({ pieces }: ReadManuscript): { piece: ReadPiece; dates: readonly DateMention[] }[] {
  return pieces
    .filter(({ role, text }) => (writtenRoles.includes(role) || role === 'moment') && /\d/u.test(text))
    .map((piece) => ({ piece, dates: piece.dates }))
    .filter(({ dates }) => dates.length > 0);
}
