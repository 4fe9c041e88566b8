import { bold, type DemoArticle, h, link, p, quote, shot, ul } from '../writing.ts';

/** Where words were doubted: a rumour, an answer, and a text somebody paid for. */
export const questionedArticles: readonly DemoArticle[] = [
  {
    key: 'hoaks-pulsa',
    kind: 'hoax_clarification',
    agency: 'diskominfo',
    writer: 'bayu',
    section: 'pemerintahan',
    topics: ['digital'],
    regencies: [],
    infoClass: 'immediate',
    when: { daysAgo: 2, at: '11.45' },
    related: ['kata-sandi', 'surat-elektronik'],
    story: { to: 'published' },
    write: () => ({
      title: '[PENIPUAN] Pesan Bantuan Pulsa Mengatasnamakan Layanan Daerah',
      lead: 'Pesan berantai menjanjikan pulsa setelah penerima mengisi nomor identitas. Pesan itu palsu. Tidak ada program bantuan pulsa, dan alamat yang dipakai bukan milik pemerintah.',
      summary: 'Pesan bantuan pulsa yang meminta nomor identitas adalah penipuan. Jangan dibuka dan jangan diteruskan.',
      datelinePlace: 'Samarinda',
      cover: shot(
        'signed-letter',
        'Komputer jinjing menampilkan surat bertanda centang hijau, sebuah telepon di sampingnya.',
        'Periksa alamat pengirim sebelum membuka tautan (ilustrasi).',
      ),
      sources: [
        { name: 'Dinas Komunikasi dan Informatika (contoh)', detail: 'Laporan warga, nomor contoh' },
        { name: 'Pemeriksaan tautan', detail: 'Alamat tidak memakai nama resmi daerah' },
      ],
      body: [
        h('Kabar yang beredar'),
        p(
          'Pesan berbunyi: “Selamat, nomor Anda terpilih menerima bantuan pulsa. Isi data sebelum pukul 24.00.” Pesan diteruskan di grup keluarga dan memakai gambar yang mirip lambang daerah.',
        ),
        h('Hasil cek fakta'),
        ul(
          'Tidak ada perangkat daerah yang menjalankan program itu.',
          'Alamat dalam pesan baru didaftarkan beberapa hari sebelumnya (contoh).',
          'Formulirnya meminta nomor identitas dan kode rahasia, yang tidak pernah kami minta.',
        ),
        h('Kesimpulan'),
        p(bold('Penipuan.'), ' Jangan membuka tautannya, jangan mengisi data, dan jangan meneruskannya.'),
        h('Bila telanjur mengisi'),
        p(
          'Ganti kata sandi, hubungi bank bila Anda menuliskan nomor rekening, dan simpan pesannya sebagai bukti. Cara membuat kata sandi yang kuat dapat dicari di ',
          link('halaman pencarian', '/cari'),
          '.',
        ),
        h('Rujukan'),
        p('Laporan warga dan pemeriksaan tautan oleh petugas keamanan data (contoh).'),
      ],
    }),
  },
  {
    key: 'air-keruh-hilir',
    kind: 'news',
    agency: 'dlh',
    writer: 'petrus',
    section: 'lingkungan',
    topics: ['sungai', 'sampah'],
    regencies: ['64.02'],
    infoClass: 'periodic',
    when: { daysAgo: 19, at: '14.35' },
    story: {
      to: 'corrected',
      change: 'right_of_reply',
      daysLater: 4,
      publicNote:
        'Hak jawab Paguyuban Penggergajian Tepi Sungai (contoh) dimuat di akhir artikel. Isi artikel yang lain tidak berubah.',
      corrected: {
        body: [
          p('Warga hilir melihat air berubah cokelat selama dua hari. Petugas mengambil contoh air di tiga tempat.'),
          p(
            'Pemeriksaan menemukan serbuk kayu dan lumpur, tanpa bahan beracun (hasil contoh). Serbuk diduga berasal dari tempat penggergajian yang pembatasnya jebol karena hujan.',
          ),
          h('Anjuran bagi warga'),
          ul('Endapkan air lebih lama sebelum direbus.', 'Jangan mencuci wadah makanan langsung di sungai.'),
          h('Hak jawab'),
          quote(
            'Paguyuban Penggergajian Tepi Sungai (contoh)',
            'pengelola tempat penggergajian',
            'Pembatas kami jebol pada malam hari dan sudah diperbaiki pada pagi berikutnya. Kami telah mengangkat serbuk yang tersisa dan mengundang warga untuk memeriksa.',
          ),
          p('Hak jawab ini dimuat atas permintaan paguyuban. Petugas sudah melihat pembatas yang baru.'),
        ],
      },
    },
    write: (calendar) => ({
      title: 'Air di Hilir Keruh Dua Hari, Ini Hasil Pemeriksaannya',
      lead: `Air sungai di hilir yang keruh sejak ${calendar.workday(-2).words} mengandung serbuk kayu dan lumpur. Air aman untuk mencuci, tetapi perlu diendapkan lebih lama sebelum diminum.`,
      summary: 'Air keruh di hilir berisi serbuk kayu dan lumpur. Endapkan lebih lama sebelum direbus.',
      datelinePlace: 'Tenggarong',
      eventDate: calendar.workday(-2).iso,
      cover: shot(
        'rainforest',
        'Perbukitan berhutan dan berkabut di hulu sungai pada pagi hari.',
        'Hutan di hulu menyaring air hujan sebelum sampai ke sungai.',
      ),
      sources: [{ name: 'Dinas Lingkungan Hidup (contoh)', detail: 'Hasil uji contoh air, nomor contoh' }],
      body: [
        p('Warga hilir melihat air berubah cokelat selama dua hari. Petugas mengambil contoh air di tiga tempat.'),
        p(
          'Pemeriksaan menemukan serbuk kayu dan lumpur, tanpa bahan beracun (hasil contoh). Serbuk diduga berasal dari tempat penggergajian yang pembatasnya jebol karena hujan.',
        ),
        h('Anjuran bagi warga'),
        ul('Endapkan air lebih lama sebelum direbus.', 'Jangan mencuci wadah makanan langsung di sungai.'),
      ],
    }),
  },
  {
    key: 'advertorial-sanggar',
    kind: 'news',
    agency: 'dispar',
    writer: 'petrus',
    section: 'budaya',
    topics: ['usaha'],
    regencies: ['64.74'],
    infoClass: 'on_request',
    sponsored: true,
    when: { daysAgo: 11, at: '15.15' },
    story: { to: 'published' },
    write: () => ({
      title: 'Sanggar Contoh Membuka Kelas Mewarnai Kain dengan Daun',
      lead: 'Sanggar Contoh membuka kelas mewarnai kain dengan daun dan kulit kayu setiap Minggu pagi. Isi tulisan ini dibayar oleh Sanggar Contoh.',
      summary: 'Kelas mewarnai kain dengan daun setiap Minggu pagi. Isi berbayar.',
      datelinePlace: 'Bontang',
      cover: shot(
        'woven-cloth',
        'Kain tenun bermotif belah ketupat di alat tenun, berwarna merah, hitam, dan kuning.',
        'Contoh kain dari sanggar (ilustrasi).',
      ),
      sources: [{ name: 'Sanggar Contoh', detail: 'Keterangan penyelenggara, isi berbayar' }],
      body: [
        p(
          'Peserta membawa satu kain putih. Daun, kulit kayu, dan kuali disediakan. Kain dapat dibawa pulang pada hari yang sama.',
        ),
        p(
          'Biaya kelas Rp75.000 (contoh) sudah termasuk makan siang. Anak di bawah sepuluh tahun didampingi orang tua.',
        ),
        p('Pendaftaran lewat sanggar@contoh.example. Perangkat daerah tidak menerima bagian dari biaya kelas.'),
      ],
    }),
  },
];
