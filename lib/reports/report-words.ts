import { type ChangeType, changeTypes } from '../../db/schema/enums.ts';

/** What the figures of the reports are called, and what each is counted from: shown beside it, and said nowhere else. */

/** The states in which an edition waits for somebody. A scheduled one waits for its hour, by intention. */
export const waitingStages = ['submitted', 'verified', 'in_editing', 'approved', 'returned'] as const;
export type WaitingStage = (typeof waitingStages)[number];

export const stageLabels: Readonly<Record<WaitingStage, string>> = {
  submitted: 'Diajukan, menunggu diambil',
  verified: 'Terverifikasi, menunggu redaktur',
  in_editing: 'Disunting redaktur',
  approved: 'Disetujui, menunggu terbit',
  returned: 'Dikembalikan, di tangan penulis',
};

export const amendmentKinds = [...changeTypes, 'retract', 'restore'] as const;
export type AmendmentKind = ChangeType | 'retract' | 'restore';

export const amendmentLabels: Readonly<Record<AmendmentKind, string>> = {
  minor: 'Perubahan kecil',
  update: 'Pemutakhiran',
  correction: 'Ralat',
  right_of_reply: 'Hak jawab',
  retract: 'Penarikan',
  restore: 'Pemulihan',
};

/** What became of the second review of an edition published by one signature. */
export const reviewOutcomes = ['not_owed', 'in_time', 'late', 'running', 'overdue', 'ended'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const reviewOutcomeLabels: Readonly<Record<ReviewOutcome, string>> = {
  not_owed: 'Sudah dua tanda tangan saat terbit',
  in_time: 'Ditinjau tepat waktu',
  late: 'Ditinjau terlambat',
  running: 'Masih dalam waktu',
  overdue: 'Belum ditinjau, lewat waktu',
  ended: 'Selesai dengan edisi baru atau penarikan',
};

export type SilenceStanding = 'usual' | 'silent' | 'no_habit' | 'never';

export const silenceLabels: Readonly<Record<SilenceStanding, string>> = {
  usual: 'Seperti biasa',
  silent: 'Lebih lama dari biasanya',
  no_habit: 'Belum ada kebiasaan',
  never: 'Belum pernah terbit',
};

/** Days of publication in a year from which on an agency has a habit; and nobody is called silent before so many days. */
export const silenceBounds = { habitFrom: 5, shortest: 7 } as const;

export const meanings = {
  flow: 'Dihitung dari catatan peristiwa: setiap pengajuan (juga yang ulang sesudah dikembalikan), setiap pengembalian dan penolakan, dan setiap edisi yang terbit, pada hari kejadiannya.',
  times:
    'Dihitung dari pengajuan pertama sebuah edisi sampai edisi itu terbit, untuk edisi yang terbit dalam kurun ini; menunggu jadwal dan embargo termasuk. Separuh edisi lebih cepat dari nilai tengah, sembilan dari sepuluh lebih cepat dari P90.',
  stages:
    'Dihitung dari saat naskah masuk ke suatu tahap sampai meninggalkannya, untuk naskah yang meninggalkan tahap itu dalam kurun ini.',
  standing:
    'Dihitung dari semua naskah yang menunggu saat halaman ini dibuka, berapa pun kurun yang dipilih. Terlambat: melewati target tahapnya.',
  reasons:
    'Dihitung dari setiap catatan pengembalian dan penolakan dalam kurun ini, menurut alasan yang dipilih. Satu naskah yang dikembalikan dua kali dihitung dua kali.',
  changes:
    'Dihitung dari edisi baru yang terbit dalam kurun ini menurut jenis perubahannya, dan dari setiap penarikan dan pemulihan. Ralat yang terbuka menjaga kepercayaan warga.',
  fastLane:
    'Dihitung dari setiap penerbitan lewat jalur cepat dalam kurun ini. Tepat waktu: orang kedua menandatangani dalam dua jam.',
  silence: `Dihitung dari hari terbit terakhir sampai akhir kurun, semua jenis naskah. Biasanya: nilai tengah jarak antara hari-hari terbit dalam 365 hari sebelumnya, bila ada paling sedikit ${silenceBounds.habitFrom} hari terbit. Lebih lama dari biasanya: lebih dari dua kali jarak itu, dan paling cepat sesudah ${silenceBounds.shortest} hari.`,
  agencies:
    'Dihitung seperti pada laporan lain di halaman ini, menurut perangkat daerah saat peristiwanya. Angka perorangan tidak dihitung dan tidak dibandingkan.',
} as const;
