import { z } from 'zod';
import { kindSlugs } from '../search/search-input.ts';
import { apiArticlesPath, apiDescriptionPath } from '../urls.ts';

/** What the public API answers, once: the answers are made to fit it, and its description is written from it. */

const address = z.url().describe('Alamat lengkap');
const time = z.iso.datetime().describe('Waktu UTC menurut ISO 8601');

const place = z.strictObject({ nama: z.string(), alamat: address });

const agency = z.strictObject({ nama: z.string(), nama_singkat: z.string(), alamat: address });

const picture = z.strictObject({
  alamat: address,
  tipe: z.enum(['image/avif', 'image/webp', 'image/jpeg']),
  lebar: z.int().positive().describe('Piksel'),
  tinggi: z.int().positive().describe('Piksel'),
});

const photo = z.strictObject({
  teks_alternatif: z.string().describe('Kosong untuk foto hiasan'),
  keterangan: z.string(),
  kredit: z.string(),
  asal: z.enum(['foto', 'ilustrasi', 'buatan-ai']).describe('Apa gambar ini: foto, ilustrasi, atau buatan AI'),
  ukuran: z.array(picture).describe('Semua ukuran, yang terlebar dulu untuk tiap format'),
});

const brief = {
  id: z.uuid().describe('Tetap sama selamanya'),
  jenis: z.enum([...kindSlugs.keys()]),
  judul: z.string(),
  teras: z.string(),
  alamat: address,
  alamat_api: address,
  alamat_markdown: address,
  perangkat_daerah: agency,
  kanal: place.nullable(),
  terbit: time,
  diperbarui: time.nullable().describe('Hanya bila isinya berubah setelah terbit pertama'),
  advertorial: z.boolean(),
  arsip: z.boolean().describe('Isinya mungkin tidak berlaku lagi'),
  menunggu_tinjauan_kedua: z.boolean().describe('Terbit lewat jalur cepat, belum ditinjau orang kedua'),
  foto_utama: photo.nullable(),
};

export const apiBrief = z.strictObject(brief);
export type ApiBrief = z.output<typeof apiBrief>;

export const apiBatch = z.strictObject({
  artikel: z
    .array(apiBrief)
    .describe('Dengan beberapa saringan bisa lebih sedikit dari yang diminta, juga bila masih ada'),
  kursor_berikutnya: z.string().nullable().describe('Untuk parameter kursor; null di akhir daftar'),
  berikutnya: address.nullable().describe('Alamat kumpulan berikutnya'),
});
export type ApiBatch = z.output<typeof apiBatch>;

export const apiArticle = z.strictObject({
  ...brief,
  ringkasan: z.string(),
  isi_html: z.string().describe('HTML aman: tanpa skrip dan gaya, alamat lengkap'),
  isi_markdown: z.string().describe('CommonMark dengan tabel GFM'),
  isi_teks: z.string(),
  tempat: z.string().describe('Tanggal baris'),
  tanggal_peristiwa: z.iso.date().nullable(),
  wilayah: z.array(z.string()),
  topik: z.array(place),
  bersama: z.array(agency).describe('Perangkat daerah lain yang ikut menulis'),
  kredit: z.array(
    z.strictObject({
      nama: z.string(),
      inisial: z.string(),
      peran: z.enum(['penulis', 'redaktur', 'fotografer', 'kontributor']),
      unit: z.string(),
    }),
  ),
  sumber: z.array(z.strictObject({ nama: z.string(), keterangan: z.string() })),
  rincian: z.array(z.strictObject({ label: z.string(), teks: z.string() })).describe('Yang hanya ada pada jenis ini'),
  acara: z
    .strictObject({ mulai: time, selesai: time.nullable(), tempat: z.string(), alamat_kalender: address })
    .nullable()
    .describe('Hanya untuk agenda'),
  foto: z.array(photo).describe('Foto dalam isi, menurut urutan baca'),
  dokumen: z.array(z.strictObject({ judul: z.string(), alamat: address, bita: z.int().nonnegative() })),
  catatan_perubahan: z.array(
    z.strictObject({
      edisi: z.int().positive(),
      jenis: z.enum(['perubahan-kecil', 'pemutakhiran', 'ralat', 'hak-jawab']),
      catatan: z.string(),
      waktu: time,
    }),
  ),
  edisi: z.int().positive(),
  sidik_isi: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 isi yang ditandatangani'),
  cek_keaslian: address,
});
export type ApiArticle = z.output<typeof apiArticle>;

export const apiError = z.strictObject({
  kode: z.enum([
    'parameter_salah',
    'kursor_tidak_dikenal',
    'permintaan_salah',
    'tidak_ditemukan',
    'ditarik',
    'hanya_dibaca',
    'situs_tidak_dikenal',
    'gangguan',
  ]),
  pesan: z.string().describe('Apa yang terjadi dan apa yang dapat dilakukan'),
});
export type ApiError = z.output<typeof apiError>;

/** Refusals that delivery answers by itself: they need neither database nor rendering. */
export const apiRefusals = {
  badRequest: {
    kode: 'permintaan_salah',
    pesan: `Permintaan ini tidak dapat dibaca. Kirim GET tanpa isi ke alamat yang ada di ${apiDescriptionPath}.`,
  },
  notFound: {
    kode: 'tidak_ditemukan',
    pesan: `Tidak ada apa pun di alamat ini. Ambil alamat artikel dari ${apiArticlesPath}, atau lihat ${apiDescriptionPath}.`,
  },
  methodNotAllowed: { kode: 'hanya_dibaca', pesan: 'API ini hanya untuk dibaca. Pakai GET atau HEAD.' },
  unknownHost: {
    kode: 'situs_tidak_dikenal',
    pesan: 'Peladen ini tidak melayani nama situs itu. Periksa nama situs pada alamatnya.',
  },
  unavailable: {
    kode: 'gangguan',
    pesan: 'Ada gangguan pada peladen kami. Coba lagi setelah jeda yang disebut Retry-After.',
  },
} as const satisfies Record<string, ApiError>;

/** @param path of the page that says why the article was retracted */
export const apiRetracted = (path: string): ApiError => ({
  kode: 'ditarik',
  pesan: `Artikel ini telah ditarik. Hapus salinannya; alasannya ada di ${path}.`,
});

export const apiLimits = { usual: 20, most: 50 } as const;
