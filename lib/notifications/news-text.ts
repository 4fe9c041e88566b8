import type { NewsKind } from './kinds.ts';

/** What a piece of news is told from. `actor` is a name, or how somebody without one is called. */
export type NewsFacts = { kind: NewsKind; verb: string; actor: string };

type Say = (facts: NewsFacts) => string;

/** What happened to an article, as it follows upon its name. */
const ofArticles: Readonly<Partial<Record<NewsKind, Say>>> = {
  to_verify: ({ actor }) => `menunggu verifikasi Anda, diajukan oleh ${actor}`,
  to_edit: ({ verb, actor }) => {
    if (verb === 'open_to_desk') return 'menunggu redaktur karena verifikator belum menjawab';
    return `menunggu redaktur, ${verb === 'verify' ? 'diverifikasi' : 'diajukan'} oleh ${actor}`;
  },
  assigned: ({ verb, actor }) => {
    if (verb === 'unassign') return 'tidak lagi ditugaskan kepada Anda';
    if (verb === 'hand_pass_on') return `punya izin baca embargo yang diserahkan kepada Anda oleh ${actor}`;
    return `${verb === 'hand_over' ? 'diserahkan' : 'ditugaskan'} kepada Anda oleh ${actor}`;
  },
  priority: ({ actor }) => `diberi prioritas lain oleh ${actor}`,
  escalated: () => 'sudah terlambat dan perlu perhatian Anda',
  claimed: ({ actor }) => `mulai disunting oleh ${actor}`,
  taken_over: ({ actor }) => `diambil alih oleh ${actor}`,
  returned: ({ actor }) => `dikembalikan oleh ${actor}`,
  rejected: ({ actor }) => `ditolak oleh ${actor}`,
  to_confirm: ({ actor }) => `menunggu persetujuan atas suntingan ${actor}`,
  confirmed: ({ actor }) => `disetujui suntingannya oleh ${actor}`,
  scheduled: ({ verb, actor }) =>
    verb === 'unschedule' ? `batal dijadwalkan oleh ${actor}` : `dijadwalkan terbit oleh ${actor}`,
  schedule_failed: () => 'gagal terbit pada waktunya',
  published: () => 'sudah terbit',
  fast_lane: ({ actor }) => `diterbitkan lewat jalur cepat oleh ${actor}`,
  second_review: ({ verb }) =>
    verb === 'remind_retraction_review'
      ? 'sudah ditarik, dan penarikannya menunggu tinjauan Anda'
      : 'sudah terbit dan memerlukan tinjauan kedua',
  second_review_late: ({ verb }) =>
    verb === 'retraction_review_overdue'
      ? 'ditarik, tetapi penarikannya belum ditinjau pada waktunya'
      : 'belum mendapat tinjauan kedua pada waktunya',
  reviewed: ({ actor }) => `sudah ditinjau oleh ${actor}`,
  new_edition: ({ actor }) => `mendapat edisi baru dari ${actor}`,
  retracted: ({ actor }) => `ditarik oleh ${actor}`,
  restored: ({ actor }) => `dipulihkan oleh ${actor}`,
  discarded: ({ actor }) => `dibuang oleh ${actor}`,
  merged: ({ actor }) => `digabung dengan naskah lain oleh ${actor}`,
  joint_answer: ({ verb, actor }) =>
    verb === 'agree_joint'
      ? `disetujui untuk rilis bersama oleh ${actor}`
      : `diberi keberatan oleh ${actor} sebagai rilis bersama`,
  mention: ({ actor }) => `dibahas oleh ${actor}, yang menyebut Anda`,
  reply: ({ actor }) => `mendapat jawaban ${actor} atas komentar Anda`,
  comment: ({ actor }) => `mendapat komentar dari ${actor}`,
  suggestion: ({ actor }) => `mendapat usul perubahan dari ${actor}`,
  suggestion_answered: ({ verb, actor }) =>
    verb === 'accept_suggestion'
      ? `diubah sesuai usul Anda oleh ${actor}`
      : `tidak diubah menurut usul Anda (${actor})`,
  added: ({ actor }) => `kini terbuka bagi Anda atas ajakan ${actor}`,
  alarm: () => 'menyalakan alarm yang perlu Anda tangani',
};

/** What happened besides articles, as a sentence. */
const ofTheHouse: Readonly<Partial<Record<NewsKind, Say>>> = {
  weekly_fast_lane: () => 'Daftar mingguan jalur cepat sudah tersedia.',
  alarm: () => 'Ada alarm sistem yang perlu Anda tangani.',
  role_waiting: () => 'Sebuah peran menunggu persetujuan kedua.',
  role: ({ verb }) => (verb === 'end_role' ? 'Salah satu peran Anda berakhir.' : 'Peran baru Anda sudah berlaku.'),
  delegation: ({ verb }) =>
    verb === 'end_delegation' ? 'Sebuah delegasi kepada Anda berakhir.' : 'Anda menerima sebuah delegasi.',
  new_device: () =>
    'Akun Anda masuk dari perangkat baru. Bukan Anda? Keluarkan semua perangkat, lalu ganti kata sandi.',
  handover: ({ verb }) =>
    verb === 'finish_handover' ? 'Serah terima akun sudah selesai.' : 'Serah terima akun melibatkan Anda.',
};

/** What happened, beside the article's own title: “Dikembalikan oleh Aditya”. */
export function newsLine(facts: NewsFacts, hasArticle: boolean): string {
  const predicate = hasArticle ? ofArticles[facts.kind]?.(facts) : undefined;
  if (predicate !== undefined) return `${predicate.charAt(0).toUpperCase()}${predicate.slice(1)}.`;
  return ofTheHouse[facts.kind]?.(facts) ?? 'Ada kabar untuk Anda.';
}

/** The same as a whole sentence. `subject` names the article as far as the reader of it may know. */
export function newsSentence(facts: NewsFacts, subject: string | null): string {
  const predicate = subject === null ? undefined : ofArticles[facts.kind]?.(facts);
  if (predicate !== undefined) return `${subject} ${predicate}.`;
  return ofTheHouse[facts.kind]?.(facts) ?? 'Ada kabar untuk Anda.';
}
