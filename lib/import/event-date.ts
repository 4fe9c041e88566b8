const weekdays = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'];
const months = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ');

const inBrackets =
  /\b(minggu|ahad|senin|selasa|rabu|kamis|jum['’]?at|sabtu)\b,?\s{0,3}\(\s?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s?\)/i;
const inWords =
  /\b(minggu|ahad|senin|selasa|rabu|kamis|jum['’]?at|sabtu)\b,?\s{1,3}\(?(?:tanggal\s)?(\d{1,2})\s{1,3}(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\s{1,3}(\d{4})/i;

/** A day a text names for its event. `date` is null where weekday and date do not agree, or no calendar has the day. */
export type NamedDay = { date: string | null; text: string };

/** The first weekday with a date in a text: `Rabu (8/10/2025)`, `Rabu, 14 Januari 2026`. */
export function namedDayOf(text: string): NamedDay | undefined {
  const found = [inBrackets.exec(text), inWords.exec(text)]
    .filter((match) => match !== null)
    .toSorted((one, other) => one.index - other.index)[0];
  if (found === undefined) return undefined;
  const [whole, weekday = '', day, month = '', year] = found;
  const monthNumber = /^\d/.test(month) ? Number(month) : months.indexOf(month.toLowerCase()) + 1;
  return { date: realDate(weekday, Number(day), monthNumber, Number(year)), text: whole };
}

function realDate(weekday: string, day: number, month: number, year: number): string | null {
  if (year < 1945 || year > 2100) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const said = weekday.toLowerCase().replace(/['’]/g, '').replace('ahad', 'minggu');
  return weekdays[date.getUTCDay()] === said ? date.toISOString().slice(0, 10) : null;
}
