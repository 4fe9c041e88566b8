import { bold, type DemoArticle, h, link, ol, p, ul } from '../writing.ts';

const page = {
  kind: 'page',
  agency: 'diskominfo',
  writer: 'bayu',
  section: null,
  topics: [],
  regencies: [],
  infoClass: 'on_request',
  story: { to: 'published' },
} as const satisfies Partial<DemoArticle>;

const noPlace = { summary: '', datelinePlace: '', cover: null, sources: [] } as const;

/** Lasting pages of the site itself: what it is, its rules, and what it knows of its readers. */
export const sitePages: readonly DemoArticle[] = [
  {
    ...page,
    key: 'tentang',
    when: { daysAgo: 35, at: '09.00' },
    write: () => ({
      ...noPlace,
      title: 'Tentang Ruang Warta Kaltim',
      lead: 'Ruang Warta Kaltim (portal contoh) memuat kabar dan layanan publik dari perangkat daerah Kalimantan Timur. Setiap artikel menyebut siapa yang menulis, siapa yang memeriksa, dan kapan diubah.',
      details: { pageRole: 'about' },
      body: [
        p(
          bold('Ini portal contoh.'),
          ' Semua nama orang, angka, nomor telepon, dan peristiwa di dalamnya dikarang untuk memperlihatkan cara kerja situs. Tidak ada kantor atau pejabat sungguhan yang dimaksud.',
        ),
        h('Siapa yang menulis'),
        p(
          'Naskah ditulis oleh kontributor di setiap perangkat daerah, yaitu orang yang paling dekat dengan layanannya. Sebagian perangkat daerah menunjuk verifikator yang memeriksa fakta dan angka. Redaktur di Dinas Komunikasi dan Informatika menyunting, lalu menyetujui.',
        ),
        h('Dua orang untuk setiap kata'),
        p(
          'Tidak ada artikel yang terbit atas kemauan satu orang. Isi yang Anda baca ditandatangani oleh dua akun yang berbeda, dan paling sedikit satu di antaranya redaktur. Bila satu kata diubah, tanda tangan itu tidak berlaku lagi.',
        ),
        p(
          'Hanya keadaan mendesak yang boleh terbit dengan satu tanda tangan. Artikel semacam itu diberi tanda, dan orang kedua memeriksanya paling lambat dua jam kemudian.',
        ),
        h('Memeriksa keaslian'),
        p(
          'Di kaki setiap artikel ada kode. Masukkan kode itu di ',
          link('halaman cek keaslian', '/cek'),
          ' untuk mengetahui apakah isi yang Anda terima masih berlaku, sudah diralat, atau tidak pernah kami terbitkan.',
        ),
        h('Menghubungi kami'),
        ul('Surel redaksi: redaksi@contoh.example.', 'Telepon: 0800-000-0000, pada jam kerja.', [
          'Alamat dan narahubung setiap kantor ada di ',
          link('daftar perangkat daerah', '/opd'),
          '.',
        ]),
      ],
    }),
  },
  {
    ...page,
    key: 'kebijakan-redaksi',
    when: { daysAgo: 35, at: '10.00' },
    write: () => ({
      ...noPlace,
      title: 'Kebijakan Redaksi',
      lead: 'Halaman ini menjelaskan aturan yang kami pegang saat menulis, meralat, dan menandai isi. Anda dapat memakainya untuk menagih kami.',
      details: { pageRole: 'editorial_policy' },
      body: [
        h('Kedudukan situs ini'),
        p(
          'Situs ini milik pemerintah daerah dan ',
          bold('bukan lembaga pers'),
          '. Kami mengikuti Pedoman Pemberitaan Media Siber dari Dewan Pers secara sukarela, karena pembaca berhak atas ketelitian yang sama. Sebagai humas pemerintah, kami juga terikat pada kode etik humas pemerintah.',
        ),
        p(
          'Karena itu kami tidak menyebut tulisan di sini sebagai liputan mandiri. Wartawan bebas mengutip, memeriksa, dan membantahnya.',
        ),
        h('Ralat dan hak jawab'),
        ol(
          'Kekeliruan dibetulkan secepatnya, dan perubahannya ditulis di bawah artikel beserta waktunya.',
          [
            'Semua ralat dan hak jawab dikumpulkan di ',
            link('halaman ralat', '/ralat'),
            ', dan keduanya saling menaut.',
          ],
          'Siapa pun yang merasa dirugikan dapat mengirim hak jawab ke redaksi@contoh.example.',
          'Artikel yang ditarik meninggalkan halaman berisi tanggal dan alasannya, bukan halaman kosong.',
        ),
        p(
          'Perubahan kecil, seperti salah ketik, tidak diberi catatan. Perubahan yang menyentuh makna selalu diberi catatan.',
        ),
        h('Isi berbayar'),
        p(
          'Isi yang dibayar pihak lain diberi tanda Advertorial di judul, daftar, dan umpan berita. Pembayar tidak ikut menentukan isi artikel yang lain.',
        ),
        h('Kecerdasan buatan'),
        p(
          'Manusia memegang kendali dari awal sampai akhir. Gambar, suara, atau teks yang dibuat atau banyak diubah dengan kecerdasan buatan harus diberi tanda pada keterangannya. Isi semacam itu diperiksa orang sebelum terbit.',
        ),
        p('Gambar di portal contoh ini digambar oleh program tanpa kecerdasan buatan, dan ditandai sebagai ilustrasi.'),
        h('Anak dan data pribadi'),
        p(
          'Kami tidak memuat nama, wajah, sekolah, atau alamat anak yang terlibat perkara. Nomor identitas dan alamat warga tidak ditampilkan.',
        ),
      ],
    }),
  },
  {
    ...page,
    key: 'privasi',
    when: { daysAgo: 34, at: '09.00' },
    write: () => ({
      ...noPlace,
      title: 'Privasi Pembaca',
      lead: 'Anda dapat membaca seluruh situs ini tanpa dikenali. Kami tidak memasang kuki, tidak memakai pelacak, dan tidak meminta nama Anda.',
      details: { pageRole: 'privacy' },
      body: [
        h('Yang tidak kami lakukan'),
        ul(
          'Tidak ada kuki, baik dari kami maupun dari pihak lain.',
          'Tidak ada skrip di halaman pembaca, sehingga tidak ada pelacak yang dapat berjalan.',
          'Tidak ada gambar, huruf, atau video yang diambil dari perusahaan lain.',
          'Tidak ada akun pembaca, dan tidak ada profil kesukaan.',
        ),
        h('Yang terjadi saat Anda membaca'),
        p(
          'Telepon Anda meminta halaman, lalu server mengirimnya. Untuk itu server perlu mengetahui alamat jaringan Anda selama permintaan berlangsung. Aplikasi ini tidak menyimpannya bersama halaman yang Anda baca.',
        ),
        p(
          'Kata yang Anda cari dipakai untuk menjawab pencarian itu. Kata tersebut tidak dihubungkan dengan siapa pun.',
        ),
        p(
          'Penyedia jaringan dan pengelola server depan dapat mencatat alamat jaringan untuk menahan serangan. Catatan itu berada di luar aplikasi ini. Tanyakan kepada pengelola bila Anda ingin mengetahui lama penyimpanannya.',
        ),
        h('Tombol bagikan'),
        p(
          'Tautan WhatsApp, Telegram, X, dan Facebook adalah tautan biasa. Layanan itu baru mengetahui Anda setelah Anda menekannya.',
        ),
        h('Bila Anda menulis kepada kami'),
        p(
          'Surel yang Anda kirim dibaca oleh redaksi dan dipakai hanya untuk menjawab atau meralat. Anda boleh meminta surel itu dihapus setelah urusannya selesai.',
        ),
        h('Pegawai yang bekerja di ruang redaksi'),
        p(
          'Penulis dan redaktur masuk dengan akun. Di sana kuki dipakai untuk menjaga sesi, dan setiap tindakan dicatat. Bagian itu tidak dapat dibuka pembaca.',
        ),
        h('Pertanyaan dan keberatan'),
        p('Kirim ke redaksi@contoh.example dengan judul Privasi. Kami menjawab paling lambat sepuluh hari kerja.'),
      ],
    }),
  },
  {
    ...page,
    key: 'aksesibilitas',
    when: { daysAgo: 34, at: '10.00' },
    write: () => ({
      ...noPlace,
      title: 'Pernyataan Aksesibilitas',
      lead: 'Situs ini dibuat agar dapat dibaca semua orang, termasuk yang memakai pembaca layar, papan ketik, huruf besar, atau telepon lama. Sasaran kami adalah Pedoman Aksesibilitas Konten Web (WCAG) 2.2 tingkat AA.',
      details: { pageRole: 'accessibility' },
      body: [
        h('Yang dapat Anda andalkan'),
        ul(
          'Semua halaman dapat dijelajahi dengan papan ketik, dan fokusnya terlihat.',
          'Tautan pertama di setiap halaman langsung menuju isi.',
          'Judul, daftar, dan tabel dikenali oleh pembaca layar.',
          'Huruf mengikuti ukuran yang Anda atur, dan halaman dapat diperbesar sampai 400%.',
          'Warna terang dan gelap mengikuti pengaturan perangkat Anda.',
          'Halaman tetap utuh tanpa skrip, juga di peramban teks.',
        ),
        h('Gambar dan dokumen'),
        p(
          'Setiap foto yang bermakna memiliki teks alternatif. Infografis dilengkapi tulisan yang memuat semua isi gambarnya. Naskah tanpa teks alternatif tidak dapat diajukan oleh penulis.',
        ),
        h('Hemat data dan cetak'),
        p(
          'Pilihan hemat data di kaki halaman mengganti gambar dengan tautan. Setiap artikel dapat dicetak pada kertas A4 untuk papan pengumuman, lengkap dengan kode menuju alamatnya.',
        ),
        h('Keterbatasan yang kami ketahui'),
        ul(
          'Teks alternatif ditulis orang, sehingga ada yang terlalu singkat.',
          'Dokumen PDF dari perangkat daerah belum semuanya dapat dibacakan dengan urutan yang benar.',
          'Artikel belum dapat didengarkan sebagai suara dari situs ini.',
          'Bahasa isyarat dan bahasa daerah belum tersedia.',
        ),
        p(
          'Pemeriksaan dilakukan dengan alat otomatis dan oleh tim kami sendiri. Penilaian oleh pihak luar dan oleh kelompok penyandang disabilitas belum dilakukan.',
        ),
        h('Beri tahu kami'),
        p(
          'Bila ada bagian yang sulit dibaca, tulis ke redaksi@contoh.example atau telepon 0800-000-0000. Sebutkan alamat halaman dan alat yang Anda pakai. Isi dokumen dapat kami bacakan atau kirim dalam bentuk lain.',
        ),
      ],
    }),
  },
];
