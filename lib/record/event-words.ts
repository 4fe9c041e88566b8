import {
  changeTypeLabels,
  fastLaneReasonLabels,
  formatDate,
  formatMoment,
  frontSlotLabels,
  kindLabels,
  roleLabels,
  stateLabels,
} from '../newsroom/labels.ts';

/** What of an entry its words are made of. */
export type WordedEvent = {
  verb: string;
  fromState: string | null;
  toState: string | null;
  detail: Readonly<Record<string, unknown>>;
  /** The person it is about. */
  subject: string | null;
};

/** How the portal of an entry says things. */
export type PortalWords = {
  timeZone: string;
  /** A reason of its list, in its own words. */
  reasonLabel: (code: string) => string;
};

/** Characters of one piece: the log is read in lists. */
const longest = 240;

/**
 * What an entry changed, in words and in the order in which they are read: whom it is about, the way between
 * states, why, what stood there before and stands there now. Nothing that is only an id.
 */
export function eventWords(event: WordedEvent, { timeZone, reasonLabel }: PortalWords): string[] {
  const { detail, subject } = event;
  const { reasonCode } = detail;
  return [
    subject === null ? '' : `Tentang ${subject}`,
    stateWords(event.fromState, event.toState),
    ...(typeof reasonCode === 'string' ? [`Alasan: ${reasonLabel(reasonCode)}`] : []),
    ...labelledParts(detail),
    ...changeWords(detail, timeZone),
    ...countWords(detail, timeZone),
    quoted(detail['reason'] ?? detail['text'] ?? detail['note']),
  ].filter((part) => part !== '');
}

/** The way between two states: `Diajukan → Disunting`; one word where it stays, nothing where none is named. */
export function stateWords(from: string | null, to: string | null): string {
  const words = [from, to].flatMap((state) => (state === null ? [] : [wordOf(stateLabels, state) ?? state]));
  return words[0] === words[1] ? (words[0] ?? '') : words.join(' → ');
}

/** Closed lists of the model, by the name under which entries keep one of their values. */
const lists: readonly (readonly [field: string, name: string, labels: Readonly<Record<string, string>>])[] = [
  ['fastLaneReason', 'Alasan', fastLaneReasonLabels],
  ['changeType', 'Perubahan', changeTypeLabels],
  ['role', 'Peran', roleLabels],
  ['slot', 'Tempat', frontSlotLabels],
  ['outcome', 'Sesudah itu', { wait: 'menunggu', publish: 'terbit', schedule: 'dijadwalkan' }],
  ['priority', 'Prioritas', { low: 'rendah', normal: 'biasa', high: 'tinggi', urgent: 'mendesak' }],
  ['level', 'Kepada', { 1: 'redaktur pelaksana', 2: 'pimpinan perangkat daerah' }],
  ['direction', 'Arah', { left: 'ke kiri', right: 'ke kanan' }],
  ['delegation', 'Sebab', { leave: 'cuti', acting: 'pelaksana tugas (Plt.)' }],
];

function labelledParts(detail: WordedEvent['detail']): string[] {
  return lists.flatMap(([field, name, labels]) => {
    const value = detail[field];
    const word = typeof value === 'string' || typeof value === 'number' ? wordOf(labels, String(value)) : undefined;
    return word === undefined ? [] : [`${name}: ${word}`];
  });
}

/** Names of fields as forms call them; of others only the values are told. */
const fieldNames: Readonly<Record<string, string>> = {
  name: 'nama',
  shortName: 'nama pendek',
  title: 'judul',
  slug: 'alamat',
  email: 'surel',
  phone: 'telepon',
  address: 'alamat kantor',
  headName: 'nama pimpinan',
  headTitle: 'jabatan pimpinan',
  tagline: 'semboyan',
  hosts: 'nama host',
  timeZone: 'zona waktu',
  label: 'nama',
  value: 'nilai',
  position: 'urutan',
  isActive: 'aktif',
  kind: 'jenis',
  hasVerification: 'langkah verifikasi',
  verifyWithinMinutes: 'batas verifikasi (menit)',
  contactEmail: 'surel redaksi',
  contactPhone: 'telepon redaksi',
  witnessEmail: 'surel saksi',
  week: 'jam layanan',
  targets: 'target waktu',
  otherKinds: 'target jenis lain',
  escalateAfter: 'penaikan keterlambatan',
  outlet: 'media',
  code: 'kode',
  oldSlug: 'alamat lama',
  datelineTemplate: 'bentuk tanggal baris',
  priority: 'prioritas',
  dueAt: 'tenggat',
  day: 'tanggal',
  source: 'sumber',
  credit: 'kredit',
  caption: 'keterangan',
  alt: 'teks alternatif',
  rightsUntil: 'izin berlaku sampai',
  hasConsent: 'izin orang dalam foto',
  showsChild: 'memuat anak',
  license: 'lisensi',
  note: 'catatan',
  subject: 'tentang',
  number: 'nomor',
  year: 'tahun',
  asOf: 'per tanggal',
  startsAt: 'mulai',
  endsAt: 'berakhir',
};

const fieldName = (field: string) => fieldNames[field] ?? 'isian lain';

/** What stood there before and stands there now, or which fields changed where only that was kept. */
function changeWords(detail: WordedEvent['detail'], timeZone: string): string[] {
  const { before, after, changed, from, to } = detail;
  const isPair = isRecord(before) || isRecord(after);
  if (isPair) {
    const [old, fresh] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    const pairs = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].map((field) => {
      const [before, now] = [old[field], fresh[field]];
      // A whole table has too many values for a line; its own history shows them.
      if (isComposed(before) || isComposed(now)) return `${fieldName(field)}: diubah`;
      return `${fieldName(field)}: ${valueWords(before, timeZone)} → ${valueWords(now, timeZone)}`;
    });
    return [...pairs, ...changedNames(changed)];
  }
  const names = changedNames(changed);
  if (names.length > 0) return names;
  const isMove = typeof from === 'string' && typeof to === 'string';
  return isMove ? [`${cut(from)} → ${cut(to)}`] : [];
}

/** Fields of which the log keeps no values. */
function changedNames(changed: unknown): string[] {
  if (!Array.isArray(changed) || changed.length === 0) return [];
  const names = [...new Set(changed.filter((field) => typeof field === 'string').map(fieldName))];
  return [`Berubah: ${names.join(', ')}`];
}

/** Small facts that some entries keep, each with how it is told. */
const facts: readonly (readonly [field: string, told: (value: string) => string])[] = [
  ['name', (value) => `“${value}”`],
  ['word', (value) => `“${value}”`],
  ['label', (value) => `“${value}”`],
  ['guestName', (value) => `Tamu: ${value}`],
  ['dueAt', (value) => `Tenggat: ${value}`],
  ['scheduledFor', (value) => `Waktu terbit: ${value}`],
  ['until', (value) => `Sampai ${value}`],
  ['endsAt', (value) => `Sampai ${value}`],
  ['slug', (value) => `Alamat: ${value}`],
  ['attempt', (value) => `Percobaan ke-${value}`],
  ['voided', (value) => `Tanda tangan digugurkan: ${value}`],
  ['cards', (value) => `Kartu: ${value}`],
  ['rows', (value) => `Baris: ${value}`],
  ['day', (value) => (isoDay.test(value) ? formatDate(value) : `Tanggal ${value}`)],
];

function countWords(detail: WordedEvent['detail'], timeZone: string): string[] {
  const told = facts.flatMap(([field, words]) => {
    const value = detail[field];
    const isPlain = typeof value === 'string' || typeof value === 'number';
    return isPlain && value !== '' ? [words(valueWords(value, timeZone))] : [];
  });
  const { kind, guest, hidesTitle } = detail;
  const kindWord = typeof kind === 'string' ? wordOf(kindLabels, kind) : undefined;
  return [
    ...told,
    ...(kindWord === undefined ? [] : [`Jenis: ${kindWord}`]),
    ...(guest === true ? ['Oleh tamu pratinjau'] : []),
    ...(hidesTitle === true ? ['Judul disembunyikan dari pembaca'] : []),
  ];
}

const isoDay = /^\d{4}-\d\d-\d\d$/;
const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

function valueWords(value: unknown, timeZone: string): string {
  if (value === null || value === undefined || value === '') return '(kosong)';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value === 'number') return value.toLocaleString('id-ID', { useGrouping: Math.abs(value) >= 10_000 });
  if (typeof value === 'string') return isoMoment.test(value) ? formatMoment(new Date(value), timeZone) : cut(value);
  return Array.isArray(value) ? cut(value.map((part) => valueWords(part, timeZone)).join(', ')) : '(susunan)';
}

const quoted = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? `“${cut(value.trim())}”` : '');

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);

/** Neither a plain value nor a list of them. */
const isComposed = (value: unknown) =>
  isRecord(value) || (Array.isArray(value) && value.some((part) => typeof part === 'object'));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wordOf(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
