import type { ReturnReason } from '../../db/schema/enums.ts';

/** What a writer can do about each reason for which articles come back. */
const coachingAdvice: Readonly<Record<ReturnReason, string>> = {
  incomplete_facts:
    'Sebelum mengajukan, tanyakan pada diri sendiri: siapa, apa, kapan, di mana, mengapa, bagaimana. Tulis yang belum terjawab, lalu hubungi narasumbernya.',
  source_or_quote:
    'Sebut nama lengkap dan jabatan orang yang bicara, kutip persis ucapannya, dan isi kolom Sumber. Satu kutipan yang menjelaskan lebih berguna daripada tiga yang mengulang.',
  data_mismatch:
    'Cocokkan setiap angka di judul, teras, dan isi dengan dokumen asalnya. Daftar rujukan memuat angka resmi beserta tanggalnya.',
  title_or_lead:
    'Tulis judul paling banyak 12 kata dan teras paling banyak 45 kata. Dahulukan apa yang berubah bagi warga, bukan siapa yang membuka acara.',
  language:
    'Baca naskah sekali dengan suara pelan. Pecah kalimat yang lebih dari 30 kata dan ikuti saran di panel Pemeriksaan naskah.',
  photo_permission_caption:
    'Isi keterangan, kredit, dan teks alternatif begitu foto diunggah. Mintalah izin lebih dulu untuk foto orang, terutama anak.',
  duplicate:
    'Cari judul yang mirip di daftar Terbit sebelum menulis. Bila beritanya lanjutan, mulai edisi baru dari artikel yang sudah ada.',
  not_our_authority:
    'Pastikan perangkat daerah Anda berwenang menyampaikan hal itu. Bila tidak, teruskan bahannya kepada perangkat daerah yang berwenang.',
  exempt_information:
    'Tanyakan kelas informasinya kepada PPID sebelum menulis. Informasi yang dikecualikan tidak dapat terbit.',
  ceremony_only:
    'Mulailah dari manfaat: apa yang dapat dilakukan atau didapat warga sesudah acara ini, kapan, dan di mana. Sambutan cukup satu kalimat.',
};

/** How to avoid a return for this reason; of a reason of the portal's own only the note itself tells. */
export function adviceFor(reason: string): string {
  const [, advice] = Object.entries(coachingAdvice).find(([code]) => code === reason) ?? [];
  return advice ?? 'Baca lagi catatan redaktur pada naskah yang dikembalikan, lalu periksa hal itu sebelum mengajukan.';
}
