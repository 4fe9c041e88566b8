import { z } from 'zod';
import { filled, line } from '../input-parts.ts';
import { type CsvKind, figureFields, houseWord, plainWordFields, regulationFields } from './register-input.ts';
import { registerLimits } from './register-limits.ts';

const months = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
];

/** A day as people and spreadsheets write it: `14/01/2026`, `14 Januari 2026`, `2026-01-14`; null for none. */
export function writtenDay(name: string) {
  const wrong = `${name} tidak dikenali. Tulis seperti 14/01/2026, atau kosongkan.`;
  return z
    .string()
    .max(40, wrong)
    .transform((text) => isoDay(text.trim()))
    .pipe(z.union([z.null(), z.iso.date(wrong)], wrong));
}

function isoDay(text: string): string | null {
  if (text === '') return null;
  const [, day, month, year] = /^(\d{1,2})[/.\- ](\d{1,2}|[A-Za-z]{3,9})[/.\- ](\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return text;
  const number = /^\d/.test(month) ? month : String(months.indexOf(month.toLowerCase()) + 1);
  return `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Yes or no as people write it in a cell. */
function writtenTick(name: string) {
  const yes = ['ya', 'y', 'benar', 'x', '1', 'plt', 'plt.', 'terverifikasi'];
  const no = ['', 'tidak', 't', '-', '0', 'belum', 'belum terverifikasi'];
  return z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .refine((text) => yes.includes(text) || no.includes(text), `${name}: tulis “ya” atau kosongkan.`)
    .transform((text) => yes.includes(text));
}

const personRow = z
  .object({
    name: filled(registerLimits.personName, 'Nama'),
    title: line(registerLimits.postTitle, 'Jabatan'),
    agency: line(registerLimits.postTitle, 'Perangkat daerah'),
    isActing: writtenTick('Plt.'),
    fromDay: writtenDay('Mulai'),
    untilDay: writtenDay('Sampai'),
  })
  .refine(({ fromDay, untilDay }) => fromDay === null || untilDay === null || fromDay <= untilDay, {
    error: 'Tanggal sampai mendahului tanggal mulai.',
  })
  .refine(
    ({ title, agency, isActing, fromDay, untilDay }) =>
      title !== '' || (agency === '' && !isActing && fromDay === null && untilDay === null),
    {
      error: 'Jabatan kosong, padahal keterangannya terisi. Isi jabatannya.',
    },
  );

/** What a row of each list brings. */
export const csvRowSchemas = {
  people: personRow,
  regulations: z.object({ ...regulationFields, isVerified: writtenTick('Terverifikasi') }),
  figures: z.object({ ...figureFields, asOf: writtenDay('Per tanggal') }),
  names: z.object({ word: houseWord }),
  plain_words: z.object(plainWordFields),
} as const satisfies Record<CsvKind, z.ZodType>;

export type CsvEntry<Kind extends CsvKind> = z.output<(typeof csvRowSchemas)[Kind]>;
export type CsvColumns = readonly (readonly [name: string, field: string])[];

/** The columns of each list: the name in the file and the field it fills. The first must be there. */
export const csvColumns = {
  people: [
    ['nama', 'name'],
    ['jabatan', 'title'],
    ['perangkat_daerah', 'agency'],
    ['plt', 'isActing'],
    ['mulai', 'fromDay'],
    ['sampai', 'untilDay'],
  ],
  regulations: [
    ['jenis', 'kind'],
    ['nomor', 'number'],
    ['tahun', 'year'],
    ['tentang', 'subject'],
    ['terverifikasi', 'isVerified'],
  ],
  figures: [
    ['angka', 'label'],
    ['nilai', 'value'],
    ['per_tanggal', 'asOf'],
    ['sumber', 'source'],
  ],
  names: [['kata', 'word']],
  plain_words: [
    ['ungkapan', 'expression'],
    ['padanan', 'plain'],
    ['catatan', 'note'],
  ],
} as const satisfies Record<CsvKind, CsvColumns>;
