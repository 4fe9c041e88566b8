import { z } from 'zod';
import { agencyKinds, articleKinds, dayOffKinds } from '#db/schema/enums.ts';
import { calendarDay, inWords } from '#lib/language/calendar-day.ts';
import { agencyKindLabels, kindLabels } from '#lib/newsroom/labels.ts';
import { dayNames } from './administration-input.ts';
import { dayOffKindLabels } from './day-off-columns.ts';

/**
 * What stood in one field before a change and after it, as the form calls it, or only that it changed.
 * Where nothing stood in any of the fields, as with what was just made, there is nothing to tell of before.
 */
export type ChangedLine = { label: string; before: string | null; after: string } | { label: string; isUntold: true };

type Change = {
  about: string;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
  changed: readonly string[];
};

/** A change in words: a line for each field. */
export function changeLines({ about, before, after, changed }: Change): ChangedLine[] {
  const words = wordsOf(about);
  const isNew = words === plain && Object.values(before).every((value) => value === null);
  const told = Object.keys(after).map((field) => ({
    label: words.label(field),
    before: isNew ? null : words.value(field, before[field] ?? null),
    after: words.value(field, after[field] ?? null),
  }));
  return [...told, ...changed.map((field) => ({ label: words.label(field), isUntold: true as const }))];
}

type Words = { label: (field: string) => string; value: (field: string, value: unknown) => string };

function wordsOf(about: string): Words {
  const [subject = '', , part] = about.split(':');
  return byPart[`${subject}:${part ?? ''}`] ?? bySubject[subject] ?? plain;
}

const fieldLabels: Readonly<Record<string, string>> = {
  name: 'Nama',
  shortName: 'Singkatan',
  slug: 'Alamat di situs',
  kind: 'Jenis',
  headName: 'Nama pimpinan',
  headTitle: 'Jabatan pimpinan',
  address: 'Alamat kantor',
  phone: 'Telepon',
  email: 'Surel',
  hasVerification: 'Diperiksa verifikator',
  verifyWithinMinutes: 'Batas waktu verifikasi (menit)',
  isActive: 'Aktif',
  position: 'Urutan',
  tagline: 'Semboyan',
  datelineTemplate: 'Pola tanggal baris',
  timeZone: 'Zona waktu',
  contactEmail: 'Surel redaksi',
  contactPhone: 'Telepon redaksi',
  witnessEmail: 'Surel saksi luar',
  managingEditor: 'Kepada redaktur pelaksana, sesudah',
  leader: 'Kepada pimpinan, sesudah',
};

const fieldLabel = (field: string) => fieldLabels[field] ?? field;

function plainValue(field: string, value: unknown): string {
  if (value === null || value === '') return 'kosong';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (field === 'kind')
    return agencyKinds.find((kind) => kind === value) ? labelIn(agencyKindLabels, value) : String(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'nilai lain';
}

const plain: Words = { label: fieldLabel, value: plainValue };

const labelIn = (labels: Readonly<Record<string, string>>, value: unknown) => labels[String(value)] ?? String(value);

const hours = z.object({ from: z.number(), until: z.number() });
const targets = z.object({ verify: z.number(), claim: z.number(), edit: z.number(), confirm: z.number() });
const dayOff = z.object({ kind: z.enum(dayOffKinds), name: z.string(), source: z.string() });
const reason = z.object({ label: z.string(), isActive: z.boolean() });

/** `08.00`, as Indonesian writes the time of a clock. */
export const clockWords = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`;

const byPart: Readonly<Record<string, Words>> = {
  'settings:week': {
    label: (field) => dayNames[Number(field)] ?? field,
    value: (_, value) => {
      const read = hours.safeParse(value);
      return read.success ? `${clockWords(read.data.from)}–${clockWords(read.data.until)}` : 'tutup';
    },
  },
  'settings:targets': {
    label: (field) => (articleKinds.some((kind) => kind === field) ? labelIn(kindLabels, field) : 'Jenis lain'),
    value: (_, value) => {
      const read = targets.safeParse(value);
      if (!read.success) return 'mengikuti jenis lain';
      const { verify, claim, edit, confirm } = read.data;
      return `verifikasi ${verify}, ambil ${claim}, sunting ${edit}, tanda tangan kedua ${confirm} menit`;
    },
  },
  'settings:escalation': { label: fieldLabel, value: (_, value) => `${String(value)} menit` },
};

const bySubject: Readonly<Record<string, Words>> = {
  days_off: {
    label: (field) => inWords(calendarDay(field)),
    value: (_, value) => {
      const read = dayOff.safeParse(value);
      if (!read.success) return 'bukan hari libur';
      return `${read.data.name} (${dayOffKindLabels[read.data.kind].toLowerCase()})`;
    },
  },
  reasons: {
    label: (field) => (field === 'order' ? 'Urutan' : 'Alasan'),
    value: (field, value) => {
      if (field === 'order') return 'urutan saat itu';
      const read = reason.safeParse(value);
      if (!read.success) return 'belum ada';
      return read.data.isActive ? read.data.label : `${read.data.label} (tidak dipakai)`;
    },
  },
  redirects: {
    label: (field) => field,
    value: (_, value) => (typeof value === 'string' ? `ke /berita/${value}` : 'tidak dialihkan'),
  },
};
