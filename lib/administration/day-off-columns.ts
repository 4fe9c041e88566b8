import { z } from 'zod';
import type { DayOffKind } from '../../db/schema/enums.ts';
import { filled, line } from '../input-parts.ts';
import { type CsvColumns, writtenDay } from '../register/csv-columns.ts';
import { administrationLimits as limits } from './administration-limits.ts';

export const dayOffKindLabels: Readonly<Record<DayOffKind, string>> = {
  national_holiday: 'Libur nasional',
  collective_leave: 'Cuti bersama',
};

/** The columns of a file of days off, and the field each fills. */
export const dayOffColumns: CsvColumns = [
  ['tanggal', 'day'],
  ['jenis', 'kind'],
  ['nama', 'name'],
  ['sumber', 'source'],
];

const wrongKind = 'Jenis: tulis “libur nasional” atau “cuti bersama”.';

/** A row of a file of days off. */
export const dayOffRow = z.object({
  day: writtenDay('Tanggal').pipe(z.string('Tanggal belum diisi.')),
  kind: z
    .string()
    .transform((text): DayOffKind | null => {
      const written = text.trim().toLowerCase();
      if (['libur nasional', 'libur', 'nasional'].includes(written)) return 'national_holiday';
      return ['cuti bersama', 'cuti'].includes(written) ? 'collective_leave' : null;
    })
    .pipe(z.enum(['national_holiday', 'collective_leave'], wrongKind)),
  name: filled(limits.dayName, 'Nama hari'),
  source: line(limits.source, 'Sumber'),
});
