import type { MailChoice, Role } from '../../db/schema/enums.ts';

/**
 * Every kind of news a person may be told, and how: its name in the settings, how it is mailed unless
 * the person chose otherwise, and whether it wakes a managing editor in quiet hours.
 */
type Kind = {
  label: string;
  mail: MailChoice;
  /** Where somebody's role wants it otherwise. */
  mailByRole?: Partial<Record<Role, MailChoice>>;
  breaksQuiet?: true;
  /** Its mail goes out with the deed itself, so there is nothing to choose (lib/accounts/finish-sign-in.ts). */
  mailsItself?: true;
  /** The roles it is told to; without it, anybody's. */
  roles?: readonly Role[];
};

const writing: readonly Role[] = ['contributor', 'verifier', 'editor', 'managing_editor'];
const speaking: readonly Role[] = [...writing, 'leader'];

export const newsKinds = {
  to_verify: { label: 'Naskah menunggu verifikasi Anda', mail: 'immediate', roles: ['verifier'] },
  to_edit: {
    label: 'Naskah menunggu redaktur',
    mail: 'digest',
    mailByRole: { managing_editor: 'none' },
    roles: ['editor', 'managing_editor'],
  },
  assigned: { label: 'Naskah ditugaskan kepada Anda', mail: 'immediate', roles: writing },
  priority: { label: 'Prioritas naskah Anda berubah', mail: 'none', roles: writing },
  escalated: {
    label: 'Naskah yang terlambat',
    mail: 'immediate',
    breaksQuiet: true,
    roles: ['managing_editor', 'leader'],
  },
  claimed: { label: 'Naskah Anda mulai disunting', mail: 'none', roles: writing },
  taken_over: { label: 'Naskah Anda diambil alih', mail: 'immediate', roles: ['editor', 'managing_editor'] },
  returned: { label: 'Naskah dikembalikan', mail: 'immediate', roles: writing },
  rejected: { label: 'Naskah ditolak', mail: 'immediate', roles: writing },
  to_confirm: { label: 'Naskah menunggu persetujuan Anda atas suntingan', mail: 'immediate', roles: writing },
  confirmed: { label: 'Suntingan Anda disetujui', mail: 'none', roles: ['editor', 'managing_editor'] },
  scheduled: { label: 'Naskah dijadwalkan', mail: 'none', roles: writing },
  schedule_failed: {
    label: 'Penerbitan terjadwal gagal',
    mail: 'immediate',
    breaksQuiet: true,
    roles: ['editor', 'managing_editor'],
  },
  published: {
    label: 'Naskah terbit',
    mail: 'digest',
    mailByRole: { editor: 'none', managing_editor: 'none' },
  },
  fast_lane: { label: 'Terbit lewat jalur cepat', mail: 'immediate', roles: ['managing_editor'] },
  second_review: {
    label: 'Tinjauan kedua diperlukan',
    mail: 'immediate',
    roles: ['editor', 'managing_editor', 'verifier'],
  },
  second_review_late: {
    label: 'Tinjauan kedua terlambat',
    mail: 'immediate',
    breaksQuiet: true,
    roles: ['managing_editor', 'leader'],
  },
  reviewed: { label: 'Tinjauan kedua selesai', mail: 'none', roles: ['editor', 'managing_editor'] },
  weekly_fast_lane: { label: 'Daftar mingguan jalur cepat', mail: 'immediate', roles: ['managing_editor'] },
  new_edition: { label: 'Edisi baru dari naskah Anda', mail: 'digest', roles: writing },
  retracted: { label: 'Artikel ditarik', mail: 'immediate', roles: [...writing, 'leader'] },
  restored: { label: 'Artikel dipulihkan', mail: 'digest', roles: writing },
  discarded: { label: 'Naskah dibuang', mail: 'digest', roles: writing },
  merged: { label: 'Naskah digabung', mail: 'digest', roles: writing },
  joint_answer: { label: 'Jawaban atas rilis bersama', mail: 'digest', roles: writing },
  mention: { label: 'Anda disebut', mail: 'immediate', roles: speaking },
  reply: { label: 'Jawaban atas komentar Anda', mail: 'digest', roles: speaking },
  comment: { label: 'Komentar pada naskah Anda', mail: 'digest', roles: writing },
  suggestion: { label: 'Usul perubahan pada naskah Anda', mail: 'digest', roles: writing },
  suggestion_answered: { label: 'Usul Anda diputuskan', mail: 'digest', roles: speaking },
  added: { label: 'Anda diajak mengerjakan naskah', mail: 'immediate', roles: writing },
  alarm: { label: 'Alarm sistem', mail: 'immediate', breaksQuiet: true, roles: ['managing_editor', 'admin'] },
  role_waiting: { label: 'Peran menunggu persetujuan kedua', mail: 'immediate', roles: ['managing_editor', 'admin'] },
  role: { label: 'Peran Anda berubah', mail: 'immediate' },
  delegation: { label: 'Delegasi untuk Anda', mail: 'immediate' },
  handover: { label: 'Serah terima akun', mail: 'immediate' },
  new_device: { label: 'Perangkat baru masuk ke akun Anda', mail: 'none', mailsItself: true },
} as const satisfies Record<string, Kind>;

export type NewsKind = keyof typeof newsKinds;

export const newsKindNames = Object.keys(newsKinds).filter(isNewsKind);

export function isNewsKind(name: string): name is NewsKind {
  return Object.hasOwn(newsKinds, name);
}

/** Whether somebody with these roles can be told of a kind at all. */
export function concerns(kind: NewsKind, roles: readonly Role[]): boolean {
  const { roles: told }: Kind = newsKinds[kind];
  return told === undefined || told.some((role) => roles.includes(role));
}

/** Whether a person chooses how they are mailed of a kind. */
export function isChosen(kind: NewsKind): boolean {
  const { mailsItself }: Kind = newsKinds[kind];
  return mailsItself !== true;
}

/** How a kind is mailed to somebody who has chosen nothing: the most telling way among their roles. */
export function usualMail(kind: NewsKind, roles: readonly Role[]): MailChoice {
  const { mail, mailByRole = {} }: Kind = newsKinds[kind];
  const ways = roles.map((role) => mailByRole[role] ?? mail);
  return (['immediate', 'digest', 'none'] as const).find((way) => ways.includes(way)) ?? mail;
}

/** Whether news of this kind is mailed in quiet hours: alarms, to those who answer for the whole portal. */
export function breaksQuiet(kind: NewsKind, roles: readonly Role[]): boolean {
  const { breaksQuiet: isUrgent }: Kind = newsKinds[kind];
  return isUrgent === true && roles.includes('managing_editor');
}

/** The settings in the order in which a person reads them. */
export const newsGroups: readonly { label: string; kinds: readonly NewsKind[] }[] = [
  {
    label: 'Menunggu Anda',
    kinds: ['to_verify', 'to_edit', 'to_confirm', 'assigned', 'second_review', 'role_waiting', 'added'],
  },
  {
    label: 'Naskah Anda',
    kinds: [
      ...(['returned', 'rejected', 'taken_over', 'claimed', 'confirmed', 'scheduled', 'published'] as const),
      ...([
        'new_edition',
        'reviewed',
        'retracted',
        'restored',
        'discarded',
        'merged',
        'joint_answer',
        'priority',
      ] as const),
    ],
  },
  { label: 'Percakapan', kinds: ['mention', 'reply', 'comment', 'suggestion', 'suggestion_answered'] },
  {
    label: 'Keterlambatan dan alarm',
    kinds: ['escalated', 'schedule_failed', 'second_review_late', 'fast_lane', 'weekly_fast_lane', 'alarm'],
  },
  { label: 'Akun Anda', kinds: ['role', 'delegation', 'handover', 'new_device'] },
];
