import type {
  AgencyKind,
  ArticleKind,
  ChangeType,
  DelegationKind,
  EditionState,
  FastLaneReason,
  FrontSlot,
  InfoClass,
  ReturnReason,
  Role,
  SignatureAct,
} from '../../db/schema/enums.ts';
import { dateFormat } from '../date-format.ts';
import type { Credit } from './article-input.ts';
import type { Audience, DetailName, PageRole } from './kind-details.ts';
import type { Verb } from './workflow.ts';

/** The words of the interface for the closed lists of the model: one word per thing. */

export const stateLabels: Readonly<Record<EditionState, string>> = {
  draft: 'Draf',
  submitted: 'Diajukan',
  verified: 'Terverifikasi',
  returned: 'Dikembalikan',
  in_editing: 'Disunting',
  approved: 'Disetujui',
  scheduled: 'Terjadwal',
  published: 'Terbit',
  archived: 'Diarsipkan',
  retracted: 'Ditarik',
  superseded: 'Digantikan edisi baru',
  rejected: 'Ditolak',
  discarded: 'Dibuang',
};

export const verbLabels: Readonly<Record<Verb, string>> = {
  edit: 'Sunting',
  submit: 'Ajukan',
  withdraw: 'Batalkan ajuan',
  verify: 'Verifikasi',
  claim: 'Ambil untuk disunting',
  release: 'Lepas',
  take_over: 'Ambil alih',
  return: 'Kembalikan',
  reject: 'Tolak',
  approve: 'Setujui',
  confirm: 'Setuju dengan suntingan',
  publish: 'Terbitkan',
  schedule: 'Jadwalkan',
  unschedule: 'Batalkan jadwal',
  publish_due: 'Terbit sesuai jadwal',
  publish_now: 'Terbitkan segera',
  second_review: 'Tinjauan kedua',
  start_edition: 'Mulai edisi baru',
  supersede: 'Digantikan edisi baru',
  retract: 'Tarik',
  review_retraction: 'Tinjau penarikan',
  restore: 'Pulihkan',
  archive: 'Arsipkan',
  unarchive: 'Keluarkan dari arsip',
  discard: 'Buang',
  undiscard: 'Batalkan pembuangan',
  place: 'Atur penempatan',
};

export const kindLabels: Readonly<Record<ArticleKind, string>> = {
  news: 'Berita',
  press_release: 'Siaran Pers',
  announcement: 'Pengumuman',
  hoax_clarification: 'Klarifikasi Hoaks',
  gallery: 'Galeri Foto',
  infographic: 'Infografis',
  speech: 'Pidato',
  page: 'Halaman',
  agenda_event: 'Agenda',
  banner: 'Spanduk mendesak',
};

export const detailLabels: Readonly<Record<DetailName, string>> = {
  releaseNumber: 'Nomor siaran pers',
  contactName: 'Narahubung',
  contactPhone: 'Telepon narahubung',
  contactEmail: 'Surel narahubung',
  embargoUntil: 'Embargo hingga',
  validUntil: 'Berlaku sampai',
  textAlternative: 'Alternatif teks',
  speaker: 'Pembicara',
  speakerRole: 'Jabatan pembicara',
  occasion: 'Acara',
  venue: 'Tempat acara',
  startsAt: 'Mulai',
  endsAt: 'Selesai',
  audience: 'Terbuka untuk',
  pageRole: 'Kegunaan halaman',
  link: 'Tautan',
  bannerUntil: 'Tampil sampai',
};

export const audienceLabels: Readonly<Record<Audience, string>> = {
  public: 'Umum',
  press: 'Wartawan',
  invited: 'Undangan',
};

export const pageRoleLabels: Readonly<Record<PageRole, string>> = {
  about: 'Tentang portal ini',
  editorial_policy: 'Kebijakan redaksi',
  privacy: 'Privasi',
  accessibility: 'Aksesibilitas',
  agency_profile: 'Profil perangkat daerah',
  topic_introduction: 'Pengantar topik',
  other: 'Halaman lain',
};

export const frontSlotLabels: Readonly<Record<FrontSlot, string>> = {
  lead: 'Berita utama',
  second_1: 'Tempat kedua, kiri',
  second_2: 'Tempat kedua, kanan',
};

export const changeTypeLabels: Readonly<Record<ChangeType, string>> = {
  minor: 'Perubahan kecil',
  update: 'Pemutakhiran',
  correction: 'Ralat',
  right_of_reply: 'Hak jawab',
};

export const infoClassLabels: Readonly<Record<InfoClass, string>> = {
  periodic: 'Informasi berkala',
  immediate: 'Informasi serta-merta',
  on_request: 'Informasi setiap saat',
  exempt: 'Informasi dikecualikan',
};

export const roleLabels: Readonly<Record<Role, string>> = {
  contributor: 'Kontributor',
  verifier: 'Verifikator',
  leader: 'Pimpinan',
  editor: 'Redaktur',
  managing_editor: 'Redaktur Pelaksana',
  admin: 'Admin',
  auditor: 'Auditor',
};

/** Before a role that is held in somebody's place: of one on leave (pelaksana harian), or in an empty post (pelaksana tugas). */
export const delegationLabels: Readonly<Record<DelegationKind, string>> = { leave: 'Plh.', acting: 'Plt.' };

/** A role as it is shown: `Verifikator`, or `Plt. Verifikator` where it is held in somebody's place. */
export function roleName(role: Role, delegated: DelegationKind | null = null): string {
  return delegated === null ? roleLabels[role] : `${delegationLabels[delegated]} ${roleLabels[role]}`;
}

export const signatureActLabels: Readonly<Record<SignatureAct, string>> = {
  submit: 'Mengajukan',
  verify: 'Memverifikasi',
  approve: 'Menyetujui',
  confirm: 'Menyetujui suntingan',
  publish_now: 'Menerbitkan segera',
  second_review: 'Meninjau',
};

export const fastLaneReasonLabels: Readonly<Record<FastLaneReason, string>> = {
  immediate_information: 'Informasi serta-merta',
  disaster: 'Bencana',
  clarification: 'Klarifikasi',
  live_article_fix: 'Perbaikan artikel terbit',
};

export const returnReasonLabels: Readonly<Record<ReturnReason, string>> = {
  incomplete_facts: 'Fakta belum lengkap',
  source_or_quote: 'Sumber atau kutipan',
  data_mismatch: 'Data tidak cocok',
  title_or_lead: 'Judul atau teras',
  language: 'Bahasa',
  photo_permission_caption: 'Foto, izin, atau keterangan',
  duplicate: 'Duplikat',
  not_our_authority: 'Bukan kewenangan',
  exempt_information: 'Informasi dikecualikan',
  ceremony_only: 'Hanya seremonial',
};

export const agencyKindLabels: Readonly<Record<AgencyKind, string>> = {
  department: 'Dinas atau badan',
  bureau: 'Biro',
  regency_office: 'Kantor kabupaten/kota',
  vertical_body: 'Instansi vertikal',
  enterprise: 'BUMD',
  university: 'Perguruan tinggi',
  other: 'Lainnya',
};

/** What somebody named with an article did for it. */
export const creditRoleLabels: Readonly<Record<Credit['role'], string>> = {
  writer: 'Penulis',
  editor: 'Penyunting',
  photographer: 'Pewarta foto',
  contributor: 'Kontributor',
};

/** A moment as `10.32 WITA`, in the portal's zone. */
export function formatTime(at: Date, timeZone: string): string {
  const parts = dateFormat('id-ID', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('hour')}.${part('minute')} ${part('timeZoneName')}`;
}

/** A zone as people there call it: `WITA`, `WIB` or `WIT`. Zones of Indonesia have no summer time. */
export function zoneName(timeZone: string): string {
  const parts = dateFormat('id-ID', { timeZone, timeZoneName: 'short' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** A day as `30 Nov 2026`, in the portal's zone. */
export function formatShortDay(at: Date, timeZone: string): string {
  return dateFormat('id-ID', { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** The last day of a time that ends at midnight, as `30 Nov 2026`. */
export function formatLastDay(endsAt: Date, timeZone: string): string {
  return formatShortDay(new Date(endsAt.getTime() - 1), timeZone);
}

/** The days of a time that ends at midnight: `23–27 Nov 2026`, `30 Nov–4 Des 2026`. */
export function formatDays(startsAt: Date, endsAt: Date, timeZone: string): string {
  return dateFormat('id-ID', { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
    .formatRange(startsAt, new Date(endsAt.getTime() - 1))
    .replaceAll(/\s–\s/g, '–');
}

/** A day as `Rabu, 14 Januari 2026`, in the portal's zone. */
export function formatDay(at: Date, timeZone: string): string {
  return dateFormat('id-ID', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/** A moment as `Rabu, 14 Januari 2026, 10.30 WITA`. */
export function formatMoment(at: Date, timeZone: string): string {
  return `${formatDay(at, timeZone)}, ${formatTime(at, timeZone)}`;
}

/** A calendar date (`2026-01-14`) as `Rabu, 14 Januari 2026`; it has no zone. */
export function formatDate(isoDate: string): string {
  return formatDay(new Date(`${isoDate}T12:00:00Z`), 'UTC');
}

/** A size as `640 KB`, `1,2 MB` or `2 GB`. */
export function formatBytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes < 1) return `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1000))} KB`;
  const [amount, unit] = megabytes < 1_000 ? [megabytes, 'MB'] : [megabytes / 1_000, 'GB'];
  return `${new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

/** A day (`2026-01-14`), a month (`2026-01`) or a year, as `14 Januari 2026`, `Januari 2026`, `2026`. */
export function formatSpan(when: string): string {
  const [year = '', month] = when.split('-');
  return month === undefined ? year : `${formatWithinYear(when)} ${year}`;
}

/** A day (`2026-01-14`) or a month (`2026-01`) where its year is said already: `14 Januari`, `Januari`. */
export function formatWithinYear(when: string): string {
  const [year, month, day] = when.split('-');
  return dateFormat('id-ID', {
    timeZone: 'UTC',
    ...(day === undefined ? {} : { day: 'numeric' }),
    month: 'long',
  }).format(new Date(`${year}-${month}-${day ?? '01'}T12:00:00Z`));
}
