import type { JobName } from './queue.ts';

/** What a job is called on the operator page, in alarms and in the report of a check. */
const labels: Readonly<Record<JobName, string>> = {
  make_renditions: 'Ukuran-ukuran foto',
  sweep_media: 'Penyapuan berkas yang tidak dipakai',
  purge_discarded: 'Penghapusan naskah yang lama dibuang',
  purge_photo: 'Penghapusan berkas foto',
  renew_pages: 'Pembaruan halaman pembaca',
  learn_words: 'Pencarian dan kamus nama',
  index_unlisted: 'Pendataan artikel untuk pencarian',
  draw_share_card: 'Kartu bagikan',
  redraw_share_cards: 'Kartu bagikan sesudah ganti nama',
  heed_portal_names: 'Penyesuaian nama portal',
  reopen_document: 'Pembukaan kembali dokumen',
  turn_photo: 'Pemutaran foto',
  watch_desk: 'Penjaga tenggat meja redaksi',
  recount_targets: 'Penghitungan ulang target',
  find_similar: 'Pencarian artikel serupa',
  remind_reviews: 'Pengingat tinjauan',
  weekly_fast_lane: 'Daftar mingguan jalur cepat',
  deliver_mail: 'Pengiriman surel',
  end_past_delegations: 'Pengakhiran delegasi yang lewat',
  publish_chain_head: 'Pengumuman sidik jejak audit',
  check_integrity: 'Pemeriksaan keutuhan tiap malam',
  watch_chain: 'Pemeriksaan jejak audit tiap lima menit',
  list_paragraphs: 'Pendataan paragraf terbit',
  tell_people: 'Pemberitahuan kepada orang',
  mail_news: 'Surel pemberitahuan',
  mail_digests: 'Surel ringkasan',
  end_terms: 'Penghapusan data yang lewat masa simpannya',
  list_link_hosts: 'Daftar situs yang ditautkan',
  check_site: 'Pemeriksaan situs dari luar',
  watch_backups: 'Cadangan harian dan uji pemulihan',
  close_dormant: 'Penutupan akun yang lama tidak dipakai',
  heed_failed_jobs: 'Penjaga pekerjaan yang gagal',
};

/** A job's name in words; the name itself for one of another version. */
export function jobLabel(name: string): string {
  return Object.entries(labels).find(([known]) => known === name)?.[1] ?? name;
}
