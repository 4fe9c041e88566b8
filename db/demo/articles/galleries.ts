import { type DemoArticle, gallery, p, shot } from '../writing.ts';

/** Stories told in pictures. */
export const galleries: readonly DemoArticle[] = [
  {
    key: 'galeri-rumah-panjang',
    kind: 'gallery',
    agency: 'dispar',
    writer: 'petrus',
    section: 'budaya',
    topics: ['usaha'],
    regencies: ['64.07'],
    infoClass: 'on_request',
    when: { daysAgo: 1, at: '17.20' },
    related: ['pekan-budaya'],
    story: { to: 'published' },
    write: () => ({
      title: 'Sore di Halaman Rumah Panjang',
      lead: 'Latihan terbuka menjelang pekan budaya: penari mengulang langkah, ukiran dibersihkan, dan kain bersama bertambah beberapa baris.',
      summary: 'Latihan terbuka menjelang pekan budaya dalam empat gambar.',
      datelinePlace: 'Sendawar',
      cover: shot(
        'longhouse',
        'Rumah panjang beratap sirap dengan empat penari di halaman dan warga yang menonton.',
        'Latihan terbuka pada sore hari.',
      ),
      sources: [],
      body: [
        p('Siapa pun boleh datang menonton. Yang ingin ikut menari cukup melepas alas kaki.'),
        gallery(
          'Empat gambar dari latihan terbuka',
          shot(
            'longhouse-dancers',
            'Empat penari berbaju manik dan berikat kepala bulu merentangkan tangan di tanah lapang.',
            'Penari mengulang langkah melingkar.',
          ),
          shot(
            'longhouse-roof',
            'Atap sirap dengan hiasan tanduk dan ukiran sulur putih merah di bawahnya.',
            'Ukiran di atas pintu dibersihkan setahun sekali.',
          ),
          shot(
            'woven-cloth',
            'Kain tenun di alat tenun, deretan belah ketupat berwarna merah, hitam, dan kuning.',
            'Kain bersama di alat tenun gendong.',
          ),
          shot(
            'woven-cloth-diamonds',
            'Motif belah ketupat dan sulur pada tenunan dari dekat, tiap benang terlihat.',
            'Setiap baris dikerjakan orang yang berbeda.',
          ),
        ),
        p('Latihan berikutnya diadakan pada Sabtu sore di tempat yang sama.'),
      ],
    }),
  },
  {
    key: 'galeri-dermaga',
    kind: 'gallery',
    agency: 'dishub',
    writer: 'dewi',
    section: 'infrastruktur',
    topics: ['sungai'],
    regencies: ['64.02'],
    infoClass: 'on_request',
    when: { daysAgo: 2, at: '17.10' },
    related: ['kapal-jadwal-tetap'],
    story: { to: 'published' },
    write: () => ({
      title: 'Satu Hari di Tepi Sungai, dari Perahu Pertama sampai Petang',
      lead: 'Sebelum matahari tinggi, perahu dayung sudah lewat. Menjelang siang kapal besar datang, dan pada petang hari sungai kembali sepi.',
      summary: 'Satu hari di tepi sungai dalam lima gambar.',
      datelinePlace: 'Tenggarong',
      cover: shot(
        'river-ferry',
        'Kapal sungai bertingkat dua merapat di dermaga kayu pada pagi hari yang cerah.',
        'Kapal pagi merapat di dermaga.',
      ),
      sources: [],
      body: [
        gallery(
          'Lima gambar menurut urutan jam',
          shot(
            'stilt-rower',
            'Seseorang bertopi lebar mendayung perahu kecil di air yang memantulkan cahaya pagi.',
            'Pukul 05.40, perahu sayur menuju pasar.',
          ),
          shot(
            'stilt-houses',
            'Dua rumah panggung di atas air, satu jendelanya menyala.',
            'Pukul 06.00, lampu dapur masih menyala.',
          ),
          shot(
            'ferry-pier',
            'Dermaga kayu dengan pagar di atas air yang tenang, haluan kapal di tepi gambar.',
            'Pukul 07.15, dermaga disapu sebelum penumpang datang.',
          ),
          shot(
            'ferry-hull',
            'Kapal bertingkat dua berwarna putih hijau dari dekat, ban bergantung di lambungnya.',
            'Pukul 08.00, jaket keselamatan dihitung.',
          ),
          shot(
            'river-bridge',
            'Sungai dan jembatan lengkung pada petang hari, langit jingga.',
            'Pukul 18.10, perahu terakhir pulang.',
          ),
        ),
        p('Jam pada keterangan adalah contoh.'),
      ],
    }),
  },
  {
    key: 'galeri-pembibitan',
    kind: 'gallery',
    agency: 'dlh',
    writer: 'petrus',
    section: 'lingkungan',
    topics: ['hutan'],
    regencies: ['64.02', '64.71'],
    infoClass: 'on_request',
    when: { daysAgo: 8, at: '10.15' },
    related: ['tanam-bibit', 'mengenal-enggang'],
    story: { to: 'published' },
    write: () => ({
      title: 'Dari Paruh Enggang ke Kebun Bibit',
      lead: 'Biji yang dijatuhkan enggang tumbuh menjadi pohon induk. Petugas memungut anakannya, pelajar merawatnya, lalu hutan mendapatnya kembali.',
      summary: 'Perjalanan biji dari hutan ke kebun bibit dalam empat gambar.',
      datelinePlace: 'Balikpapan',
      cover: shot(
        'rainforest',
        'Hutan berlapis kabut di antara perbukitan pada pagi hari.',
        'Hutan tempat pohon induk tumbuh.',
      ),
      sources: [],
      body: [
        p('Gambar disusun menurut perjalanan biji, bukan menurut tanggal.'),
        gallery(
          'Empat gambar perjalanan sebutir biji',
          shot(
            'hornbill-head',
            'Kepala enggang dari dekat: bulu hitam, mata merah, paruh pucat dengan cula jingga.',
            'Enggang menelan buah utuh, lalu menjatuhkan bijinya di tempat lain.',
          ),
          shot(
            'seedlings',
            'Petugas dan murid menanam bibit di tanah cokelat, hutan hijau di belakang mereka.',
            'Lahan tanam di tepi hutan kota.',
          ),
          shot(
            'seedlings-guide',
            'Petugas berompi jingga mengangkat bibit dalam pot kecil.',
            'Pemandu menunjukkan cara melepas pot tanpa merusak akar.',
          ),
          shot(
            'seedlings-pupils',
            'Dua murid berdiri di antara bibit, seorang memegang pot kecil.',
            'Setiap murid merawat satu bibit selama setahun.',
          ),
        ),
      ],
    }),
  },
];
