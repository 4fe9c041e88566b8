import {
  bold,
  type DemoArticle,
  documentCard,
  foreign,
  h,
  h3,
  link,
  ol,
  p,
  policy,
  quote,
  related,
  shot,
  table,
  ul,
} from '../writing.ts';

/** Articles about documents and permits. */
export const serviceArticles: readonly DemoArticle[] = [
  {
    key: 'dokumen-sekali-datang',
    kind: 'news',
    agency: 'dukcapil',
    writer: 'nurul',
    section: 'layanan',
    topics: ['dokumen'],
    regencies: ['64.72'],
    infoClass: 'periodic',
    when: { daysAgo: 2, at: '08.15' },
    related: ['surat-elektronik', 'loket-tutup-sementara'],
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Bayi Lahir, Tiga Dokumen Selesai dalam Sekali Datang',
      lead: 'Keluarga yang baru memiliki bayi cukup datang satu kali untuk mengurus akta kelahiran, kartu keluarga, dan kartu identitas anak. Semua diurus di satu loket dan tidak dipungut biaya.',
      summary:
        'Akta kelahiran, kartu keluarga, dan kartu identitas anak dapat diurus sekaligus di satu loket tanpa biaya. Syaratnya empat berkas.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.workday(-1).iso,
      cover: shot(
        'service-counter',
        'Seorang ibu bersama anaknya menyerahkan berkas kepada petugas di loket layanan kependudukan.',
        'Petugas memeriksa berkas di depan pemohon, sehingga kekurangan diketahui saat itu juga.',
      ),
      sources: [
        {
          name: 'Dinas Kependudukan dan Pencatatan Sipil (contoh)',
          detail: 'Standar layanan loket terpadu, edisi contoh',
        },
        { name: 'Pengamatan di loket', detail: calendar.workday(-1).words },
      ],
      body: [
        p(
          'Loket terpadu itu berada di lantai satu, tepat di sebelah pintu masuk, dan dapat dijangkau dengan kursi roda. Pada hari pertama, pemohon yang berkasnya lengkap pulang membawa ketiga dokumen sebelum jam makan siang.',
        ),
        p(
          'Sebelumnya keluarga harus datang tiga kali, karena setiap dokumen diurus di bagian yang berbeda. Kini data bayi dimasukkan sekali, lalu mengalir ke ketiga dokumen.',
        ),
        p(
          'Perubahan itu bermula dari catatan kecil di meja informasi. Selama sebulan petugas menuliskan alasan setiap pemohon kembali. Lebih dari separuh kembali bukan karena syaratnya sulit, melainkan karena tidak tahu bahwa ada syarat yang lain.',
        ),
        quote(
          'Marlina (contoh)',
          'petugas loket terpadu',
          'Yang kami minta tetap sama, hanya tidak kami minta tiga kali. Kalau ada yang kurang, kami tuliskan di selembar kertas supaya tidak ada yang bolak-balik.',
        ),
        policy({
          change: 'tiga dokumen bayi selesai dalam sekali datang.',
          forWhom: 'keluarga di Samarinda yang baru memiliki bayi.',
          since: `${calendar.workday(-1).long}.`,
          askAt: 'meja informasi, lantai satu.',
        }),
        h('Berkas yang dibawa'),
        ol(
          'surat keterangan lahir dari rumah sakit, puskesmas, atau bidan;',
          'kartu keluarga lama;',
          'buku nikah atau kutipan akta perkawinan orang tua;',
          'kartu tanda penduduk kedua orang tua.',
        ),
        p(
          'Bayi yang lahir di rumah tanpa bidan tetap berhak atas akta. Orang tua mengisi surat pernyataan kebenaran data kelahiran dengan dua saksi. Formulirnya tersedia di loket.',
        ),
        p(
          'Orang tua yang nama atau alamatnya berbeda antara satu berkas dan berkas lain tidak perlu memperbaikinya lebih dulu. Petugas mencatat perbedaan itu, lalu membantu memilih data mana yang dipakai sebagai acuan.',
        ),
        p(
          'Nama bayi ditulis dengan huruf besar di formulir dan dibacakan kembali oleh petugas, huruf demi huruf. Luangkan waktu sebentar pada langkah ini. Membetulkan satu huruf sebelum dicetak jauh lebih mudah daripada sesudahnya.',
        ),
        quote(
          'Hj. Contoh Aminah, S.H.',
          'Kepala Dinas Kependudukan dan Pencatatan Sipil',
          'Warga tidak perlu tahu bagian mana yang mengurus apa. Itu tugas kami, bukan tugas orang tua yang menggendong bayi.',
        ),
        h('Kalau tidak sempat datang'),
        p(
          'Permohonan juga dapat dikirim lewat ',
          link('laman layanan', 'https://contoh.example/dukcapil'),
          '. Foto setiap berkas dengan terang dan tanpa bayangan tangan. Petugas memberi kabar paling lambat hari kerja berikutnya, lalu dokumen dikirim sebagai berkas yang dapat dicetak di rumah.',
        ),
        h3('Waspada pesan palsu'),
        p(
          'Pesan pengelabuan, atau ',
          foreign('phishing'),
          ', biasanya mengaku dari kantor layanan. Petugas tidak pernah meminta kode rahasia, kata sandi, atau uang muka. ',
          bold('Seluruh layanan kependudukan bebas biaya.'),
          ' Jika ada yang meminta bayaran, simpan buktinya dan laporkan lewat laman yang sama.',
        ),
        related('surat-elektronik'),
        h('Jam pelayanan'),
        table(
          'Jam loket terpadu, dalam WITA (jadwal contoh)',
          ['Hari', 'Buka', 'Tutup'],
          ['Senin sampai Kamis', '08.00', '15.00'],
          ['Jumat', '08.00', '11.00'],
          ['Sabtu dan Minggu', 'tutup', 'tutup'],
        ),
        p('Petugas beristirahat bergantian, sehingga loket tetap buka pada siang hari.'),
        documentCard(
          'maklumat-layanan',
          'Maklumat Layanan Loket (contoh)',
          'Janji loket kepada warga, dan cara menagihnya bila tidak ditepati.',
        ),
        p(
          'Lanjut usia, ibu hamil, orang tua yang membawa bayi, dan penyandang disabilitas didahulukan. Kursi prioritas ada di deret pertama. Ruang menyusui dan tempat mengganti popok terletak di belakang meja informasi.',
        ),
        p(
          'Warga dari kampung yang jauh dapat menunggu pelayanan keliling. Jadwalnya ditempel di kantor kecamatan sepekan sebelumnya, dan ketiga dokumen dilayani dengan cara yang sama di sana.',
        ),
        p(
          'Perwakilan keluarga boleh mengurus dengan surat kuasa bertanda tangan. Contoh suratnya dapat diminta di meja informasi.',
        ),
      ],
    }),
  },
  {
    key: 'izin-usaha-mikro',
    kind: 'news',
    agency: 'dpmptsp',
    writer: 'nurul',
    section: 'ekonomi',
    topics: ['usaha', 'digital'],
    regencies: ['64.71', '64.72', '64.74'],
    infoClass: 'periodic',
    when: { daysAgo: 8, at: '13.30' },
    story: { to: 'published' },
    write: () => ({
      title: 'Izin Usaha Mikro Selesai dari Lapak, Ini Langkahnya',
      lead: 'Pedagang kecil dapat mengurus nomor induk usaha dari lapaknya sendiri dengan telepon genggam. Pendamping berkeliling pasar setiap pekan untuk membantu yang belum terbiasa.',
      summary:
        'Nomor induk usaha untuk usaha mikro dapat diurus dari telepon genggam, dibantu pendamping yang berkeliling pasar.',
      datelinePlace: 'Balikpapan',
      cover: shot(
        'morning-market',
        'Suasana pasar pagi dengan lapak beratap kain bergaris, tumpukan buah berwarna-warni, dan pembeli yang berjalan di tengah.',
        'Pendamping izin usaha mendatangi lapak pada pagi hari, sebelum pasar ramai.',
      ),
      sources: [
        { name: 'DPMPTSP (contoh)', detail: 'Panduan perizinan usaha mikro, edisi contoh' },
        { name: 'Nurmiati (contoh)', detail: 'Pedagang kue di pasar contoh' },
      ],
      body: [
        p(
          'Usaha mikro seperti warung, penjual kue, dan penjahit cukup memiliki satu nomor induk. Dengan nomor itu pemilik dapat mengikuti pelatihan, mengajukan sertifikat halal, atau membuka rekening usaha.',
        ),
        h('Empat langkah'),
        ol(
          'Siapkan kartu tanda penduduk dan nomor telepon yang aktif.',
          'Buat akun di laman perizinan, lalu isi data diri sesuai dengan kartu.',
          'Ceritakan usahanya: apa yang dijual, di mana, dan sejak kapan.',
          'Unduh nomor induk, simpan di telepon, dan cetak bila perlu.',
        ),
        quote(
          'Nurmiati (contoh)',
          'pedagang kue di pasar contoh',
          'Saya kira harus tutup lapak sehari penuh. Ternyata sambil menunggu kukusan matang, nomornya sudah jadi.',
        ),
        p(
          'Yang sering membuat permohonan tertahan hanya dua: nama tidak sama dengan kartu, dan alamat usaha tidak ditulis sampai nomor rukun tetangga. Periksa keduanya sebelum menekan tombol kirim.',
        ),
        h('Sesudah nomor terbit'),
        p(
          'Nomor induk berlaku selama usaha berjalan. Pemilik cukup memperbaruinya bila pindah tempat, menambah jenis barang, atau berhenti berusaha. Nomor itu boleh ditempel di lapak, tetapi tidak wajib.',
        ),
        p(
          'Usaha makanan dianjurkan melanjutkan ke pelatihan kebersihan. Pelatihan berlangsung setengah hari di balai pasar, sehingga pedagang masih sempat berjualan pada pagi hari.',
        ),
        p(
          'Jadwal keliling pendamping ada di ',
          link('laman jadwal', 'https://contoh.example/pendamping-izin'),
          ' dan ditempel di kantor pasar. Layanan ini tanpa biaya.',
        ),
      ],
    }),
  },
  {
    key: 'loket-tutup-sementara',
    kind: 'announcement',
    agency: 'dpmptsp',
    writer: 'nurul',
    section: 'layanan',
    topics: ['digital'],
    regencies: [],
    infoClass: 'immediate',
    when: { daysAgo: 4, at: '15.20' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Loket Perizinan Tutup Satu Hari untuk Pemindahan Sistem',
      lead: `Loket perizinan tidak melayani permohonan baru pada ${calendar.workday(7).words} karena data dipindahkan ke sistem yang baru. Permohonan yang sudah masuk tetap diproses.`,
      summary: 'Loket perizinan tutup satu hari untuk pemindahan sistem. Permohonan yang sudah masuk tetap diproses.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.workday(7).iso,
      cover: null,
      details: { validUntil: calendar.workday(7).iso },
      sources: [{ name: 'DPMPTSP (contoh)', detail: 'Pengumuman layanan, nomor contoh' }],
      body: [
        p('Pada hari itu, yang tetap berjalan dan yang berhenti sementara adalah sebagai berikut.'),
        ul(
          [bold('Tetap berjalan:'), ' meja informasi, pengambilan dokumen yang sudah selesai, dan pengaduan.'],
          [
            bold('Berhenti sementara:'),
            ' pendaftaran permohonan baru, perbaikan berkas, dan pencetakan nomor antrean.',
          ],
        ),
        p(
          'Batas waktu perbaikan berkas yang jatuh pada hari itu dimundurkan satu hari kerja. Pemohon tidak perlu mengajukan permintaan apa pun. Pelayanan kembali penuh pada hari kerja berikutnya pukul 08.00 WITA.',
        ),
        p(
          'Pemindahan dilakukan agar pemohon kelak dapat melihat sendiri sampai di mana berkasnya. Setiap langkah akan menampilkan nama bagian yang memegang berkas dan perkiraan hari selesainya.',
        ),
      ],
    }),
  },
  {
    key: 'loket-pindah-lantai',
    kind: 'announcement',
    agency: 'dukcapil',
    writer: 'nurul',
    section: 'layanan',
    topics: ['dokumen'],
    regencies: ['64.72'],
    infoClass: 'immediate',
    when: { minutesAgo: 35 },
    story: {
      to: 'fast_lane',
      fastLaneReason: 'immediate_information',
      reason: 'Warga sudah berdatangan dan perlu tahu hari ini juga bahwa loket pindah.',
      reviewed: false,
    },
    write: (calendar) => ({
      title: 'Hari Ini Loket Kependudukan Pindah ke Lantai Dua',
      lead: 'Loket kependudukan melayani warga di aula lantai dua selama penggantian lampu di lantai satu. Semua jenis dokumen tetap dilayani, dan lift dapat dipakai.',
      summary: 'Loket kependudukan pindah sementara ke aula lantai dua. Semua layanan tetap buka.',
      datelinePlace: 'Samarinda',
      cover: shot(
        'service-counter',
        'Petugas melayani warga di tiga meja loket, seorang anak berdiri di samping ibunya.',
        'Semua jenis dokumen tetap dilayani di aula lantai dua.',
      ),
      details: { validUntil: calendar.day(0).iso },
      sources: [
        { name: 'Dinas Kependudukan dan Pencatatan Sipil (contoh)', detail: 'Pemberitahuan petugas loket (contoh)' },
      ],
      body: [
        p(
          'Masuklah lewat pintu depan seperti biasa. Petugas di meja informasi menunjukkan jalan ke lift dan tangga. Nomor antrean yang sudah diambil tetap berlaku.',
        ),
        p(
          'Warga yang sulit berjalan dapat menunggu di meja informasi. Petugas akan turun dan menerima berkas di sana. Loket kembali ke lantai satu besok pagi.',
        ),
      ],
    }),
  },
  {
    key: 'izin-coba',
    kind: 'news',
    agency: 'dpmptsp',
    writer: 'nurul',
    section: 'ekonomi',
    topics: [],
    regencies: [],
    infoClass: 'on_request',
    when: { daysAgo: 5, at: '11.00' },
    story: { to: 'discarded' },
    write: () => ({
      title: 'Coba Menulis Pertama Kali',
      lead: 'Naskah latihan untuk mengenal halaman menulis.',
      summary: '',
      datelinePlace: '',
      cover: null,
      sources: [],
      body: [p('Paragraf pertama. Tombol tebal ada di atas, tombol daftar di sebelahnya.')],
    }),
  },
];
