import { verbLabels } from '../newsroom/labels.ts';
import type { Verb } from '../newsroom/workflow.ts';

/** Steps that are no verb of the workflow, by what they touch. */
const ofArticles = {
  create: 'Mulai naskah',
  add_co_writer: 'Tambah rekan penulis',
  remove_co_writer: 'Lepas rekan penulis',
  purge: 'Hapus isi naskah yang dibuang',
  restore_revision: 'Pulihkan versi',
  override_finding: 'Loloskan temuan pemeriksaan',
  create_preview_link: 'Buat tautan pratinjau',
  revoke_preview_link: 'Cabut tautan pratinjau',
  choose_front: 'Pilih untuk halaman depan',
  clear_front: 'Lepas dari halaman depan',
  comment: 'Komentar',
  reply: 'Balas komentar',
  resolve_comment: 'Selesaikan komentar',
  reopen_comment: 'Buka lagi komentar',
  suggest: 'Usulkan perubahan',
  accept_suggestion: 'Terima usulan',
  refuse_suggestion: 'Tolak usulan',
  take_turn: 'Ambil giliran menulis',
  give_turn: 'Berikan giliran menulis',
  merge: 'Gabungkan naskah',
  move_to_agency: 'Pindahkan ke perangkat daerah lain',
  make_confidential: 'Jadikan rahasia',
  open_to_agency: 'Buka untuk perangkat daerah',
  name_person: 'Beri akses naskah rahasia',
  unname_person: 'Cabut akses naskah rahasia',
  let_in: 'Beri izin baca embargo',
  revoke_pass: 'Cabut izin baca embargo',
  hand_pass_on: 'Serahkan izin baca embargo',
  agree_joint: 'Setuju dicantumkan bersama',
  decline_joint: 'Menolak dicantumkan bersama',
} as const;

const ofTheDesk = {
  assign: 'Tugaskan',
  unassign: 'Lepas penugasan',
  hand_over: 'Serahkan naskah',
  set_priority: 'Atur prioritas',
  escalate: 'Naikkan keterlambatan',
  open_to_desk: 'Buka untuk redaksi',
  schedule_failed: 'Gagal terbit sesuai jadwal',
  raise_alarm: 'Alarm menyala',
  settle_alarm: 'Alarm diselesaikan',
  remind_second_review: 'Ingatkan tinjauan kedua',
  second_review_overdue: 'Tinjauan kedua lewat waktu',
  remind_retraction_review: 'Ingatkan tinjauan penarikan',
  retraction_review_overdue: 'Tinjauan penarikan lewat waktu',
  weekly_fast_lane: 'Daftar mingguan jalur cepat',
} as const;

const ofTheLibrary = {
  describe_asset: 'Ubah keterangan berkas',
  withdraw_asset: 'Tarik berkas',
  restore_asset: 'Pulihkan berkas',
  share_asset: 'Bagikan berkas',
  unshare_asset: 'Hentikan berbagi berkas',
  focus_asset: 'Atur titik fokus',
  prepare_replacement: 'Siapkan penggantian berkas',
  turn_photo: 'Putar foto',
} as const;

const ofTheRegister = {
  add_person: 'Tambah tokoh',
  remove_person: 'Hapus tokoh',
  add_post: 'Tambah jabatan',
  edit_post: 'Ubah jabatan',
  end_post: 'Akhiri jabatan',
  remove_post: 'Hapus jabatan',
  add_regulation: 'Tambah peraturan',
  edit_regulation: 'Ubah peraturan',
  remove_regulation: 'Hapus peraturan',
  add_figure: 'Tambah angka',
  edit_figure: 'Ubah angka',
  remove_figure: 'Hapus angka',
  propose_house_name: 'Usulkan kata',
  approve_house_name: 'Setujui kata',
  refuse_house_name: 'Tolak kata',
  add_house_name: 'Tambah kata',
  remove_house_name: 'Hapus kata',
  add_plain_word: 'Tambah padanan kata',
  edit_plain_word: 'Ubah padanan kata',
  remove_plain_word: 'Hapus padanan kata',
  import_register: 'Impor daftar rujukan',
} as const;

const ofPeople = {
  create_first_admin: 'Buat admin pertama',
  create_person: 'Tambah orang',
  edit_person: 'Ubah data orang',
  change_password: 'Ganti kata sandi',
  end_sessions: 'Akhiri semua sesi',
  add_factor: 'Pasang langkah kedua',
  remove_factor: 'Hapus langkah kedua',
  remove_second_factor: 'Hapus langkah kedua yang hilang',
  make_recovery_codes: 'Buat kode cadangan',
  use_recovery_code: 'Pakai kode cadangan',
  new_device: 'Masuk dari perangkat baru',
  warn_dormant: 'Peringatkan akun lama tidak dipakai',
  suspend_dormant: 'Bekukan akun lama tidak dipakai',
  issue_invite: 'Buat kode undangan',
  issue_reset: 'Buat kode kata sandi baru',
  redeem_invite: 'Pakai kode undangan',
  redeem_reset: 'Pakai kode kata sandi baru',
  invite_person: 'Undang orang',
  import_people: 'Impor orang',
  suspend: 'Bekukan akun',
  unsuspend: 'Buka pembekuan akun',
  export_person: 'Unduh data akun',
  erase_person: 'Hapus data diri akun',
  grant_role: 'Beri peran',
  accept_role: 'Terima pemberian peran',
  decline_role: 'Tolak pemberian peran',
  end_role: 'Akhiri peran',
  delegate_role: 'Delegasikan peran',
  end_delegation: 'Akhiri delegasi',
  add_absence: 'Catat cuti',
  end_absence: 'Akhiri cuti',
  begin_handover: 'Mulai serah terima akun',
  finish_handover: 'Selesaikan serah terima akun',
  pass_saved_views: 'Serahkan tampilan antrean tersimpan',
  expire_codes: 'Matikan kode masuk',
} as const;

const ofThePortal = {
  create_portal: 'Buat portal',
  edit_portal: 'Ubah portal',
  create_agency: 'Tambah perangkat daerah',
  edit_agency: 'Ubah perangkat daerah',
  create_section: 'Tambah kanal',
  edit_section: 'Ubah kanal',
  move_section: 'Pindahkan kanal',
  create_topic: 'Tambah topik',
  rename_topic: 'Ganti nama topik',
  set_service_hours: 'Ubah jam layanan',
  set_targets: 'Ubah target',
  set_escalation: 'Ubah penerusan keterlambatan',
  add_day_off: 'Tambah hari libur',
  remove_day_off: 'Hapus hari libur',
  import_days_off: 'Ambil hari libur dari CSV',
  restore_days_off: 'Kembalikan hari libur',
  add_reason: 'Tambah alasan pengembalian',
  edit_reason: 'Ubah alasan pengembalian',
  move_reason: 'Ubah urutan alasan',
  add_redirect: 'Tambah pengalihan',
  remove_redirect: 'Hapus pengalihan',
  import_old_addresses: 'Impor alamat lama',
  allow_link_host: 'Izinkan tujuan tautan',
  refuse_link_host: 'Tolak tujuan tautan',
  withdraw_link_host: 'Cabut tujuan tautan',
  add_press_contact: 'Tambah kontak pers',
  edit_press_contact: 'Ubah kontak pers',
  switch_press_contact: 'Aktifkan atau hentikan kontak pers',
  send_test_mail: 'Kirim surel uji',
  resend_mail: 'Kirim ulang surel',
} as const;

const ofTheRecord = {
  freeze_site: 'Mulai mode baca saja',
  unfreeze_site: 'Akhiri mode baca saja',
  restore_site: 'Pulihkan situs dari cadangan',
  reseal_cards: 'Segel ulang kartu artikel',
  publish_chain_head: 'Umumkan sidik jejak audit',
  export_audit_trail: 'Unduh jejak audit',
} as const;

const ofTheSystem = {
  retry_jobs: 'Coba lagi pekerjaan sistem',
  drop_jobs: 'Buang pekerjaan sistem',
} as const;

/** What the audit log may be told of one article, and of the desk's work upon it. */
export type ArticleEvent = Verb | keyof typeof ofArticles | keyof typeof ofTheDesk;

/** What the audit log may be told: a verb without a name here cannot be recorded. */
export type EventVerb =
  | ArticleEvent
  | keyof typeof ofTheLibrary
  | keyof typeof ofTheRegister
  | keyof typeof ofPeople
  | keyof typeof ofThePortal
  | keyof typeof ofTheRecord
  | keyof typeof ofTheSystem;

/** Every verb that the audit log may hold, in groups as its filter offers them. */
export const eventGroups: readonly { name: string; labels: Readonly<Record<string, string>> }[] = [
  { name: 'Alur naskah', labels: verbLabels },
  { name: 'Seputar naskah', labels: ofArticles },
  { name: 'Meja redaksi', labels: ofTheDesk },
  { name: 'Pustaka media', labels: ofTheLibrary },
  { name: 'Daftar rujukan', labels: ofTheRegister },
  { name: 'Orang dan peran', labels: ofPeople },
  { name: 'Portal', labels: ofThePortal },
  { name: 'Jejak dan segel', labels: ofTheRecord },
  { name: 'Sistem', labels: ofTheSystem },
];

const labelByVerb: ReadonlyMap<string, string> = new Map(eventGroups.flatMap(({ labels }) => Object.entries(labels)));

/** What an entry of the audit log is called on the screen; undefined for a verb nobody has named. */
export const namedEvent = (verb: string): string | undefined => labelByVerb.get(verb);

/** The same, and the verb itself where it has no name: an auditor must see that something happened. */
export const eventLabel = (verb: string): string => namedEvent(verb) ?? verb;
