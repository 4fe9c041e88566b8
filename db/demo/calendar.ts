const dayLength = 86_400_000;
const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** A day as the texts need it. */
export type DemoDay = {
  /** `2026-01-14` */
  iso: string;
  /** `Rabu (14/1/2026)`, the house style inside a sentence. */
  words: string;
  /** The same without the weekday: `14 Januari 2026`. */
  long: string;
  /** A time of this day in the portal's zone as an ISO moment: `2026-01-14T09:00:00+08:00`. */
  at: (time: `${number}.${number}`) => string;
};

/** Days around the day on which an article is written, so that weekday and date always fit. */
export type Calendar = {
  /** The day `offset` days away. */
  day: (offset: number) => DemoDay;
  /** The same, moved to the Friday before or the Monday after when it falls on a weekend. */
  workday: (offset: number) => DemoDay;
  /** The first Saturday on or after the day `offset` days away. */
  saturday: (offset: number) => DemoDay;
};

/**
 * The calendar around a moment.
 *
 * @param hoursAhead the portal's distance from UTC: 8 for WITA, which knows no summer time; east of Greenwich
 */
export function calendarAround(moment: Date, hoursAhead = 8): Calendar {
  const distance = `+${String(hoursAhead).padStart(2, '0')}:00`;
  const today = Math.floor((moment.getTime() + hoursAhead * 3_600_000) / dayLength);
  const day = (number: number): DemoDay => {
    const date = new Date(number * dayLength);
    const iso = date.toISOString().slice(0, 10);
    const words = `${weekdays[date.getUTCDay()]} (${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()})`;
    const long = `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
    return { iso, words, long, at: (time) => `${iso}T${time.replace('.', ':')}:00${distance}` };
  };
  const weekday = (number: number) => new Date(number * dayLength).getUTCDay();
  return {
    day: (offset) => day(today + offset),
    workday: (offset) => {
      const wanted = today + offset;
      const onto = weekday(wanted);
      if (onto !== 0 && onto !== 6) return day(wanted);
      if (offset < 0) return day(wanted - (onto === 6 ? 1 : 2));
      return day(wanted + (onto === 6 ? 2 : 1));
    },
    saturday: (offset) => day(today + offset + ((6 - weekday(today + offset) + 7) % 7)),
  };
}
