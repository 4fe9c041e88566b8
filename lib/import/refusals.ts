import { invalid } from '#lib/errors.ts';
import { importLimits } from './limits.ts';

/** Why a document does not become a draft, each with what the person can do about it. */
export const importRefusals = {
  unknown_kind: 'Berkas ini bukan dokumen Word. Simpan naskahnya sebagai .docx, lalu unggah lagi.',
  old_word:
    'Berkas ini berformat Word lama (.doc), juga bila namanya .docx. Buka di Word atau LibreOffice, simpan sebagai .docx, lalu unggah lagi.',
  encrypted: 'Dokumen ini terkunci kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.',
  rich_text: 'Berkas ini berformat RTF. Buka di Word, simpan sebagai .docx, lalu unggah lagi.',
  pdf: 'Berkas ini PDF, bukan dokumen Word. Unggah dokumen Word aslinya, atau salin teks PDF itu dan tempelkan di naskah.',
  sheet_or_slides:
    'Berkas ini lembar sebar atau salindia, bukan naskah. Salin bagian yang perlu, lalu tempelkan di naskah.',
  macros: 'Dokumen ini memuat makro, yaitu perintah tersembunyi. Simpan sebagai .docx tanpa makro, lalu unggah lagi.',
  embedded:
    'Dokumen ini memuat objek tertanam, misalnya lembar Excel atau grafik. Ganti objek itu dengan gambarnya, atau hapus, lalu unggah lagi.',
  external:
    'Dokumen ini mengambil gambar atau bagian lain dari alamat di luar dokumen. Sisipkan gambarnya ke dalam dokumen, lalu unggah lagi.',
  unknown_part:
    'Dokumen ini memuat bagian yang tidak dikenal. Salin teksnya ke dokumen Word baru, simpan, lalu unggah lagi.',
  too_many_parts: `Dokumen ini memuat lebih dari ${importLimits.entries} bagian. Salin teksnya ke dokumen baru, simpan, lalu unggah lagi.`,
  too_many_pictures: `Dokumen ini memuat lebih dari ${importLimits.pictures} gambar. Hapus sebagian gambarnya, lalu unggah lagi; sisanya dapat ditambahkan di naskah.`,
  too_large_unpacked: `Isi dokumen ini lebih dari ${Math.round(importLimits.unpacked / 1024 / 1024)} MB setelah dibuka. Perkecil gambarnya, lalu unggah lagi.`,
  bomb: 'Dokumen ini dimampatkan secara tidak wajar, jadi tidak dibuka. Salin teksnya ke dokumen baru, simpan, lalu unggah lagi.',
  too_long:
    'Teks dokumen ini terlalu panjang untuk satu naskah. Bagi menjadi beberapa dokumen, lalu unggah satu per satu.',
  too_deep:
    'Susunan dokumen ini terlalu rumit (tabel atau kotak bertumpuk). Salin teksnya ke dokumen baru, simpan, lalu unggah lagi.',
  declared_entities:
    'Dokumen ini memuat deklarasi yang tidak wajar, jadi tidak dibuka. Salin teksnya ke dokumen baru, simpan, lalu unggah lagi.',
  damaged: 'Dokumen ini rusak atau terpotong. Buka di Word, simpan ulang sebagai .docx, lalu unggah lagi.',
  empty: 'Dokumen ini tidak berisi teks. Periksa berkasnya, lalu unggah lagi.',
  too_heavy:
    'Dokumen ini terlalu berat untuk dibaca. Salin teksnya ke dokumen baru tanpa gambar, lalu unggah dokumen itu.',
  too_slow: 'Dokumen ini terlalu lama dibaca, lalu dihentikan. Salin teksnya ke dokumen baru, lalu unggah dokumen itu.',
} as const;
export type ImportRefusal = keyof typeof importRefusals;

/** The error for a document that does not become a draft. */
export function refusedDocument(code: ImportRefusal): Error {
  return invalid([{ field: 'file', code, text: importRefusals[code] }]);
}

const refusalName = 'ImportRefused';

/** Thrown within the reading process; `refusalOf` reads it back. */
export function refuse(code: ImportRefusal): Error {
  const error = new Error(code);
  error.name = refusalName;
  return error;
}

/** The code of a refusal, or undefined for any other error. */
export function refusalOf(error: unknown): ImportRefusal | undefined {
  if (!(error instanceof Error) || error.name !== refusalName) return undefined;
  return isRefusal(error.message) ? error.message : undefined;
}

export function isRefusal(code: string): code is ImportRefusal {
  return Object.hasOwn(importRefusals, code);
}
