import { errorCode, invalid } from '#lib/errors.ts';
import { uploadLimits } from './table.ts';

const megabytes = Math.round(uploadLimits.bytes / 1024 / 1024);
const megapixels = Math.round(uploadLimits.pixels / 1_000_000);

/** Why a file is not taken, each with what the person can do about it. */
export const uploadRefusals = {
  photo_empty:
    'Berkas ini kosong. Pilih berkasnya sekali lagi; bila tetap kosong, periksa apakah berkas itu masih dapat dibuka di perangkat Anda.',
  photo_incomplete: 'Berkas ini belum sampai seluruhnya. Periksa sambungan Anda, lalu unggah lagi.',
  photo_length_missing: 'Ukuran berkas tidak disebutkan. Unggah berkasnya lewat halaman naskah.',
  photo_too_large: `Berkas ini lebih besar dari ${megabytes} MB. Perkecil berkasnya, lalu unggah lagi.`,
  photo_too_many_pixels: `Foto ini lebih dari ${megapixels} megapiksel. Perkecil ukurannya, lalu unggah lagi.`,
  photo_too_narrow: `Foto ini terlalu panjang: sisi panjangnya lebih dari ${uploadLimits.proportion} kali sisi pendeknya. Potong fotonya, lalu unggah lagi.`,
  photo_damaged: 'Foto ini rusak atau terpotong sehingga tidak dapat dibuka. Ambil berkas aslinya, lalu unggah lagi.',
  photo_heic:
    'Foto ini berformat HEIC, yang belum dapat diolah. Pilih lagi fotonya dari galeri lewat tombol unggah, supaya ponsel mengirimnya sebagai JPEG. Agar foto berikutnya langsung JPEG: di iPhone buka Pengaturan › Kamera › Format › Paling Kompatibel; di Android matikan HEIF atau foto efisiensi tinggi di setelan kamera.',
  photo_svg:
    'Berkas ini SVG, yaitu gambar berisi kode, bukan foto. Simpan gambarnya sebagai PNG, lalu unggah hasilnya.',
  photo_unknown_kind: 'Berkas ini bukan foto JPEG, PNG, WebP, atau GIF. Simpan fotonya sebagai JPEG, lalu unggah lagi.',
  photo_is_document: 'Berkas ini dokumen PDF, bukan foto. Unggah dokumen di bagian Lampiran.',
  document_unknown_kind: 'Berkas ini bukan PDF. Simpan dokumennya sebagai PDF, lalu unggah lagi.',
  file_unknown_kind:
    'Berkas ini bukan foto (JPEG, PNG, WebP, GIF) dan bukan PDF. Simpan foto sebagai JPEG atau dokumen sebagai PDF, lalu unggah lagi.',
  file_infected:
    'Pemindai menemukan virus atau kode berbahaya di berkas ini. Jangan bagikan berkasnya; periksa perangkat Anda, dan mintalah berkas yang bersih.',
  scanner_away:
    'Pemindai virus sedang tidak menjawab, jadi berkas ini belum diterima. Coba lagi beberapa menit lagi; bila berulang, beri tahu admin.',
  pdf_damaged:
    'PDF ini rusak atau terpotong. Buka dokumen aslinya, pilih Cetak › Simpan sebagai PDF, lalu unggah hasilnya.',
  pdf_encrypted:
    'PDF ini terkunci kata sandi atau dibatasi. Simpan ulang tanpa pengaman supaya warga dapat membukanya, lalu unggah lagi.',
  pdf_active:
    'PDF ini memuat skrip, perintah, formulir yang mengirim data, atau berkas lain di dalamnya. Buka dokumennya, pilih Cetak › Simpan sebagai PDF, lalu unggah hasilnya.',
  pdf_unreadable:
    'Isi PDF ini tidak dapat diperiksa seluruhnya. Buka dokumennya, pilih Cetak › Simpan sebagai PDF, lalu unggah hasilnya.',
} as const;
export type UploadRefusal = keyof typeof uploadRefusals;

/** Why a photo that was taken could not be made ready; stands on the asset for its uploader. */
export const decodingFailures = {
  damaged: uploadRefusals.photo_damaged,
  too_many_pixels: uploadRefusals.photo_too_many_pixels,
  too_narrow: uploadRefusals.photo_too_narrow,
  too_heavy:
    'Foto ini terlalu berat untuk diolah. Simpan ulang sebagai JPEG atau perkecil ukurannya, lalu unggah lagi.',
  too_slow: 'Foto ini terlalu lama diolah, lalu dihentikan. Simpan ulang sebagai JPEG, lalu unggah lagi.',
  crashed: 'Foto ini tidak dapat diolah. Simpan ulang sebagai JPEG dengan aplikasi foto Anda, lalu unggah lagi.',
  original_lost: 'Berkas asli foto ini tidak utuh lagi di penyimpanan. Unggah lagi fotonya.',
} as const;
export type DecodingFailure = keyof typeof decodingFailures;

/** The error for a file that is not taken. */
export function refusedFile(code: UploadRefusal): Error {
  return invalid([{ field: 'photo', code, text: uploadRefusals[code] }]);
}

/** What the person reads when the disk is full; `isStorageFull` recognises the error. */
export const storageFullText =
  'Penyimpanan sedang penuh, jadi berkas ini belum tersimpan. Beri tahu admin, lalu unggah lagi setelah ada ruang.';

/** Whether a file could not be written for want of room. */
export function isStorageFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errorCode(error) ?? '');
}
