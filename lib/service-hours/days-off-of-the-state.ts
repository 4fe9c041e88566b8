import type { DayOffKind } from '../../db/schema/enums.ts';

/** A day off as a decree names it. */
export type DayOffEntry = { day: string; kind: DayOffKind; name: string; source: string };

const decree2026 = 'SKB 1497, 2, dan 5 Tahun 2025';

const national2026: readonly (readonly [day: string, name: string])[] = [
  ['2026-01-01', 'Tahun Baru 2026 Masehi'],
  ['2026-01-16', 'Isra Mikraj Nabi Muhammad saw.'],
  ['2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'],
  ['2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)'],
  ['2026-03-21', 'Idulfitri 1447 Hijriah'],
  ['2026-03-22', 'Idulfitri 1447 Hijriah'],
  ['2026-04-03', 'Wafat Yesus Kristus'],
  ['2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'],
  ['2026-05-01', 'Hari Buruh Internasional'],
  ['2026-05-14', 'Kenaikan Yesus Kristus'],
  ['2026-05-27', 'Iduladha 1447 Hijriah'],
  ['2026-05-31', 'Hari Raya Waisak 2570 BE'],
  ['2026-06-01', 'Hari Lahir Pancasila'],
  ['2026-06-16', '1 Muharam Tahun Baru Islam 1448 Hijriah'],
  ['2026-08-17', 'Proklamasi Kemerdekaan'],
  ['2026-08-25', 'Maulid Nabi Muhammad saw.'],
  ['2026-12-25', 'Kelahiran Yesus Kristus (Natal)'],
];

const collective2026: readonly (readonly [day: string, name: string])[] = [
  ['2026-02-16', 'Cuti bersama Tahun Baru Imlek'],
  ['2026-03-18', 'Cuti bersama Nyepi'],
  ['2026-03-20', 'Cuti bersama Idulfitri'],
  ['2026-03-23', 'Cuti bersama Idulfitri'],
  ['2026-03-24', 'Cuti bersama Idulfitri'],
  ['2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'],
  ['2026-05-28', 'Cuti bersama Iduladha'],
  ['2026-12-24', 'Cuti bersama Natal'],
];

/**
 * National holidays and collective leave as the joint decree of three ministers gives them, by year.
 * A new portal begins with these; each further year's decree is entered by an admin.
 */
export const daysOffOfTheState: readonly DayOffEntry[] = [
  ...national2026.map(([day, name]) => ({ day, name, kind: 'national_holiday' as const, source: decree2026 })),
  ...collective2026.map(([day, name]) => ({ day, name, kind: 'collective_leave' as const, source: decree2026 })),
].toSorted((one, other) => one.day.localeCompare(other.day));
