import { z } from 'zod';
import { articleKinds, dayOffKinds } from '../../db/schema/enums.ts';
import { portalId } from '../ids.ts';
import { filled, line, publicFilled, publicLine, tick, version } from '../input-parts.ts';
import { importLimits } from '../register/register-limits.ts';
import type { ServiceDay } from '../service-hours/desk-settings.ts';
import { administrationLimits as limits, mostMinutes } from './administration-limits.ts';

const reload = 'Muat ulang halaman ini, lalu ulangi.';
const isTimeZone = (name: string) => Intl.supportedValuesOf('timeZone').includes(name);
const optionalEmail = (name: string) =>
  line(limits.email, name).pipe(
    z.union([z.literal(''), z.email()], 'Tulis alamat surel lengkap, misalnya nama@kaltimprov.go.id, atau kosongkan.'),
  );

/** A portal and the version of its row that the person saw: what hangs on the portal changes with it. */
const portal = { portalId, version };

export const portalFields = {
  name: publicFilled(limits.portalName, 'Nama portal'),
  tagline: publicLine(limits.tagline, 'Semboyan'),
  datelineTemplate: publicFilled(limits.datelineTemplate, 'Pola tanggal baris').pipe(
    z.string().includes('{tempat}', 'Pola tanggal baris harus memuat {tempat}. Contoh: {tempat} –'),
  ),
  timeZone: z.string().refine(isTimeZone, 'Pilih zona waktu dari daftar.'),
  contactEmail: optionalEmail('Surel redaksi'),
  contactPhone: publicLine(limits.phone, 'Telepon redaksi'),
  address: publicLine(limits.address, 'Alamat redaksi'),
  witnessEmail: optionalEmail('Surel saksi luar'),
};

const wrongTime = 'Tulis jam seperti 08:00, atau kosongkan jam buka dan jam tutupnya.';
const clock = z
  .union(
    [
      z.literal('').transform(() => null),
      z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, wrongTime)
        .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))),
    ],
    wrongTime,
  )
  .default(null);

/** Weekdays as the form names them, Monday first. */
export const dayNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

/** A day closes at midnight when its end is written 00:00. */
function dayOf(from: number | null, until: number | null): ServiceDay {
  return from === null || until === null ? null : { from, until: until === 0 ? 24 * 60 : until };
}

const week = z
  .strictObject({
    ...portal,
    ...{ from0: clock, until0: clock, from1: clock, until1: clock, from2: clock, until2: clock },
    ...{ from3: clock, until3: clock, from4: clock, until4: clock, from5: clock, until5: clock },
    ...{ from6: clock, until6: clock },
  })
  .check(({ value, issues }) => {
    const days = [
      ...[[value.from0, value.until0] as const, [value.from1, value.until1] as const],
      ...[[value.from2, value.until2] as const, [value.from3, value.until3] as const],
      ...[[value.from4, value.until4] as const, [value.from5, value.until5] as const],
      [value.from6, value.until6] as const,
    ];
    for (const [index, [from, until]] of days.entries()) {
      const tell = (field: string, message: string) =>
        issues.push({ code: 'custom', message, path: [`${field}${index}`], input: value });
      if (from === null && until !== null)
        tell('from', `Isi jam buka hari ${dayNames[index]}, atau kosongkan keduanya.`);
      if (from !== null && until === null)
        tell('until', `Isi jam tutup hari ${dayNames[index]}, atau kosongkan keduanya.`);
      const day = dayOf(from, until);
      if (day !== null && day.from >= day.until) {
        tell('until', `Jam tutup hari ${dayNames[index]} harus sesudah jam bukanya.`);
      }
    }
    if (days.every(([from, until]) => from === null && until === null)) {
      issues.push({
        code: 'custom',
        message: 'Buka paling sedikit satu hari dalam sepekan.',
        path: ['from0'],
        input: value,
      });
    }
  })
  .transform(({ portalId: id, version: seen, ...at }) => {
    const days: [ServiceDay, ServiceDay, ServiceDay, ServiceDay, ServiceDay, ServiceDay, ServiceDay] = [
      dayOf(at.from0, at.until0),
      dayOf(at.from1, at.until1),
      dayOf(at.from2, at.until2),
      dayOf(at.from3, at.until3),
      dayOf(at.from4, at.until4),
      dayOf(at.from5, at.until5),
      dayOf(at.from6, at.until6),
    ];
    return { portalId: id, version: seen, week: days };
  });

const wrongMinutes = 'Tulis menit dalam angka bulat, misalnya 120.';
const minutes = (least: number) =>
  z
    .number(wrongMinutes)
    .int(wrongMinutes)
    .min(least, `Paling sedikit ${least} menit.`)
    .max(mostMinutes, 'Terlalu lama: paling banyak 60 hari.');
/** An empty field is no number, though `Number('')` is. */
const written = (least: number) =>
  z.string(wrongMinutes).trim().min(1, wrongMinutes).transform(Number).pipe(minutes(least));

/** A kind with targets of its own, or `other` for all that have none. */
const targetKind = z.enum([...articleKinds, 'other'], 'Pilih jenis naskah.');

export const dayOffFields = {
  day: z.iso.date('Pilih tanggalnya.'),
  kind: z.enum(dayOffKinds, 'Pilih libur nasional atau cuti bersama.'),
  name: filled(limits.dayName, 'Nama hari'),
  source: line(limits.source, 'Sumber'),
};

const reasonCode = z.string(reload).regex(/^[a-z][a-z0-9_]{0,59}$/, reload);
const reasonLabel = filled(limits.reasonLabel, 'Alasan');
const oldAddress = publicFilled(limits.oldAddress, 'Alamat lama');

/** What each verb of a portal's arrangement is sent: one schema for the form and the server. */
export const administrationInputs = {
  editPortal: z.strictObject({ ...portal, ...portalFields }),
  setWeek: week,
  setTargets: z.strictObject({
    ...portal,
    kind: targetKind,
    ...{ verify: written(1), claim: written(1), edit: written(1), confirm: written(1) },
  }),
  followOtherKinds: z.strictObject({ ...portal, kind: z.enum(articleKinds, 'Pilih jenis naskah.') }),
  setEscalation: z
    .strictObject({ ...portal, managingEditor: written(0), leader: written(0) })
    .refine(({ managingEditor, leader }) => leader >= managingEditor, {
      path: ['leader'],
      message: 'Pimpinan diberi tahu sesudah redaktur pelaksana, jadi menitnya tidak boleh lebih sedikit.',
    }),
  addDayOff: z.strictObject({ portalId, ...dayOffFields }),
  removeDayOff: z.strictObject({ portalId, day: dayOffFields.day }),
  takeDecree: z.strictObject({ portalId, year: z.coerce.number(reload).int(reload) }),
  previewDaysOff: z.strictObject({
    portalId,
    file: z
      .file('Pilih berkas CSV.')
      .min(1, 'Pilih berkas CSV yang berisi.')
      .max(importLimits.bytes, 'Berkas ini terlalu besar: paling banyak 700 kB.'),
  }),
  takeDaysOff: z.strictObject({ portalId, text: z.string('Pilih berkas CSV.').max(importLimits.bytes, reload) }),
  addReason: z.strictObject({ portalId, label: reasonLabel }),
  editReason: z.strictObject({
    portalId,
    code: reasonCode,
    version: z.coerce.number(reload).int(reload).min(0, reload),
    label: reasonLabel,
    isActive: tick,
  }),
  moveReason: z.strictObject({ portalId, code: reasonCode, direction: z.enum(['up', 'down']) }),
  addRedirect: z.strictObject({
    portalId,
    address: oldAddress,
    target: filled(limits.oldAddress, 'Alamat artikel sekarang'),
  }),
  removeRedirect: z.strictObject({ portalId, address: oldAddress }),
  undoChange: z.strictObject({ seq: z.coerce.number(reload).int(reload).positive(reload) }),
} as const;

export type AdministrationInput<Verb extends keyof typeof administrationInputs> = z.output<
  (typeof administrationInputs)[Verb]
>;
