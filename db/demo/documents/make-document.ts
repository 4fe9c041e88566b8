import { type PdfLine, pdfOf } from './pdf.ts';

const marked = 'Dokumen contoh. Bukan dokumen dinas dan tidak berlaku sebagai dasar apa pun.';
const say = (text: string): PdfLine => ({ as: 'text', text });
const head = (text: string): PdfLine => ({ as: 'heading', text });
const cells = (...texts: string[]): PdfLine => ({ as: 'row', cells: texts });
const space: PdfLine = { as: 'space' };

const documents = {
  'kalender-tanam': {
    title: 'Kalender Tanam Sayur Halaman (contoh)',
    lines: [
      say(
        'Kalender ini membantu keluarga memilih sayur menurut musim. Tempelkan di dapur, lalu beri tanda pada baris yang sudah ditanam.',
      ),
      head('Menurut musim'),
      cells('Sayur', 'Musim hujan', 'Musim kering'),
      cells('Kangkung', 'sepanjang musim', 'dekat sumber air'),
      cells('Bayam', 'di bawah naungan', 'pagi hari disiram'),
      cells('Sawi', 'bedeng ditinggikan', 'pagi dan sore disiram'),
      cells('Cabai rawit', 'dalam pot', 'sepanjang musim'),
      cells('Terung', 'bedeng ditinggikan', 'sepanjang musim'),
      space,
      head('Sebelum menanam'),
      say('1. Campur tanah, kompos, dan sekam sama banyak.'),
      say('2. Rendam benih semalam. Benih yang mengapung tidak dipakai.'),
      say('3. Tulis tanggal tanam pada bilah kayu di tepi bedeng.'),
    ],
  },
  'formulir-survei-jalan': {
    title: 'Formulir Usulan Perbaikan Jalan Lingkungan (contoh)',
    lines: [
      say('Isi dengan huruf cetak. Satu formulir untuk satu ruas jalan.'),
      head('Pengusul'),
      say('Nama ketua rukun tetangga: ..........................................................'),
      say('Nomor telepon: ..........................................................'),
      head('Ruas jalan'),
      say('Nama jalan atau gang: ..........................................................'),
      say('Panjang yang rusak (meter): ................    Lebar jalan (meter): ................'),
      say('Yang paling sering melintas: pejalan kaki / sepeda motor / mobil / kursi roda'),
      head('Lampiran'),
      say('1. Denah yang digambar tangan.'),
      say('2. Tiga foto: dari jauh, dari dekat, dan setelah hujan.'),
      say('3. Berita acara musyawarah rukun tetangga.'),
    ],
  },
  'maklumat-layanan': {
    title: 'Maklumat Layanan Loket (contoh)',
    lines: [
      say('Maklumat ini berisi janji loket kepada warga dan cara menagihnya.'),
      head('Yang kami janjikan'),
      say('1. Berkas diperiksa di depan pemohon, paling lama sepuluh menit.'),
      say('2. Kekurangan ditulis di selembar kertas, satu kali, lengkap.'),
      say('3. Tidak ada biaya. Petugas tidak menerima pemberian.'),
      say('4. Lanjut usia, ibu hamil, dan penyandang disabilitas didahulukan.'),
      head('Bila janji tidak ditepati'),
      say('Sampaikan kepada meja pengaduan di loket, atau kirim surel ke pengaduan@contoh.example.'),
      say('Keluhan dijawab dengan tulisan dalam tiga hari kerja.'),
    ],
  },
} as const satisfies Record<string, { title: string; lines: readonly PdfLine[] }>;

/** Name of a document of the demo. */
export type DocumentKey = keyof typeof documents;

/** The names of all documents. */
export const documentKeys: readonly DocumentKey[] = Object.keys(documents).filter(isDocumentKey);

function isDocumentKey(text: string): text is DocumentKey {
  return Object.hasOwn(documents, text);
}

/** Makes one document of the demo. The same key always gives the same PDF. */
export function makeDocument(key: DocumentKey): Buffer {
  const { title, lines } = documents[key];
  return pdfOf(title, [{ as: 'title', text: title }, say(marked), space, ...lines]);
}
