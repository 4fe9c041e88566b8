import {
  bold,
  type DemoArticle,
  figure,
  foreign,
  h,
  h3,
  link,
  ol,
  p,
  pullQuote,
  quote,
  shot,
  table,
  ul,
} from '../writing.ts';

/** Articles about waste, forests and gardens. */
export const environmentArticles: readonly DemoArticle[] = [
  {
    key: 'bank-sampah',
    kind: 'news',
    agency: 'dlh',
    writer: 'petrus',
    section: 'lingkungan',
    topics: ['sampah', 'usaha'],
    regencies: ['64.72', '64.71', '64.74'],
    infoClass: 'periodic',
    when: { daysAgo: 4, at: '09.00' },
    related: ['tanam-bibit', 'kebun-halaman'],
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Menabung dari Dapur: Cara Kerja Bank Sampah Kampung',
      lead: 'Botol, kardus, dan minyak bekas dari dapur dapat menjadi tabungan keluarga. Bank sampah menimbang, mencatat, lalu menjualnya ke pengumpul, dan penabung mengambil hasilnya kapan saja.',
      summary:
        'Bank sampah menimbang dan mencatat sampah kering sebagai tabungan warga. Artikel ini menjelaskan cara ikut dan cara mendirikannya.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.saturday(-7).iso,
      cover: shot(
        'waste-bank',
        'Warga menimbang botol plastik di bank sampah, seorang anak memasukkan botol ke tempat sampah terpilah.',
        'Hari timbang di bank sampah kampung, sekali dalam sepekan.',
      ),
      sources: [
        { name: 'Dinas Lingkungan Hidup (contoh)', detail: 'Buku saku bank sampah, edisi contoh' },
        { name: 'Pengurus bank sampah kampung (contoh)', detail: calendar.saturday(-7).words },
      ],
      body: [
        p(
          'Pukul delapan pagi antrean sudah terbentuk di bawah atap seng. Ada yang membawa karung di punggung, ada yang mendorong gerobak bayi berisi kardus. Di meja pertama sampah ditimbang, di meja kedua beratnya ditulis di buku tabungan.',
        ),
        p(
          'Begitulah hari timbang berjalan, sekali sepekan. Tidak ada uang yang berpindah tangan pada hari itu. Yang bertambah adalah catatan, dan kampung yang lebih bersih.',
        ),
        p(
          'Bank sampah ini berdiri di tanah kosong milik kampung. Mula-mula hanya ada satu timbangan pinjaman dan selembar terpal. Kini anggotanya datang dari tiga rukun tetangga, dan anak-anak sekolah ikut menabung atas nama kelasnya.',
        ),
        quote(
          'Sumiati (contoh)',
          'pengurus bank sampah kampung',
          'Awalnya orang datang karena hasilnya. Lama-lama mereka datang karena ketemu tetangga. Sampahnya jadi alasan saja.',
        ),
        h('Apa yang diterima'),
        ul(
          [bold('Plastik:'), ' botol, gelas, dan jeriken, tanpa isi dan tanpa label.'],
          [bold('Kertas:'), ' kardus, koran, buku bekas, dalam keadaan kering.'],
          [bold('Logam:'), ' kaleng susu, kaleng minuman, panci rusak.'],
          [bold('Minyak jelantah:'), ' disaring dan disimpan dalam botol tertutup.'],
        ),
        table(
          'Harga tabungan per kilogram (angka contoh)',
          ['Jenis', 'Bersih dan kering', 'Kotor atau basah'],
          ['Botol plastik', 'Rp3.500', 'Rp1.500'],
          ['Kardus', 'Rp2.000', 'Rp500'],
          ['Kaleng', 'Rp9.000', 'Rp6.000'],
        ),
        p(
          'Sisa makanan dan daun tidak dibawa ke bank sampah. Keduanya diolah di rumah menjadi kompos. Pecahan kaca, baterai, dan obat kedaluwarsa diserahkan terpisah, dalam wadah yang diberi tanda.',
        ),
        h3('Mengapa harus bersih dan kering'),
        p(
          'Botol yang masih berisi air menambah berat, tetapi pengumpul akan memotong harganya. Kardus basah berjamur dalam dua hari dan merusak tumpukan di sebelahnya. Membilas dan menjemur sebentar di rumah menyelamatkan keduanya.',
        ),
        p(
          'Tutup botol dan label dipisahkan karena bahannya berbeda. Anak-anak biasanya senang mengerjakan bagian ini, dan di sinilah pelajaran memilah dimulai.',
        ),
        pullQuote('Yang bertambah adalah catatan, dan kampung yang lebih bersih.'),
        h('Cara ikut menabung'),
        ol(
          'Pilah di rumah ke dalam tiga wadah: basah, kering, dan berbahaya.',
          'Bilas botol dan lipat kardus agar tidak mengundang semut.',
          'Datang pada hari timbang dan minta buku tabungan.',
          'Periksa angka di buku sebelum pulang.',
        ),
        h3('Kapan hasilnya diambil'),
        p(
          'Penabung boleh mengambil hasil setiap akhir bulan. Banyak keluarga memilih mengambilnya menjelang tahun ajaran baru. Ada pula yang menukarnya dengan bibit sayur atau alat tulis.',
        ),
        p(
          'Catatan di buku dan catatan di meja harus sama. Bila berbeda, yang dipakai adalah yang lebih menguntungkan penabung, dan pengurus mencari letak kesalahannya sebelum hari timbang berikutnya.',
        ),
        quote(
          'Rusdi (contoh)',
          'penabung, ketua rukun tetangga',
          'Dulu gerobak sampah lewat tiap hari dan selalu penuh. Sekarang dua hari sekali, itu pun ringan.',
        ),
        figure(
          'vegetable-beds',
          'Petani bertopi lebar menyiram sayur pada bedengan yang tersusun rapi hingga ke kejauhan.',
          'Kompos dari sisa dapur dipakai di kebun sayur kampung.',
        ),
        h('Mendirikan bank sampah baru'),
        p(
          'Satu bank sampah cukup diurus lima orang: ketua, penimbang, pencatat, penyortir, dan bendahara. Tempatnya tidak perlu besar, asalkan teduh, kering, dan tidak jauh dari jalan.',
        ),
        p(
          'Timbangan diperiksa sekali setahun supaya angka di buku dapat dipercaya. Harga jual ditempel di dinding dan diperbarui setiap kali pengumpul datang. Dua hal itu, timbangan yang benar dan harga yang terbuka, membuat warga kembali.',
        ),
        p(
          'Kampung yang ingin memulai dapat meminta pendamping. Pendamping datang tiga kali: saat rapat warga, saat hari timbang pertama, dan satu bulan sesudahnya. Permintaan ditulis lewat ',
          link('laman pendampingan', 'https://contoh.example/bank-sampah'),
          ' atau surat dari ketua rukun tetangga.',
        ),
        h3('Bila pengurus mulai lelah'),
        p(
          'Banyak bank sampah berhenti pada tahun kedua, bukan karena tidak ada sampah, melainkan karena pengurusnya itu-itu saja. Pendamping menganjurkan giliran: setiap tiga bulan satu orang digantikan oleh penabung yang paling rajin.',
        ),
        p(
          'Catatan yang rapi memudahkan pergantian. Satu buku untuk penabung, satu buku untuk penjualan, dan satu map untuk surat. Pengurus baru dapat belajar dari ketiganya dalam satu sore.',
        ),
        h('Mulai dari yang paling mudah'),
        p(
          'Jika memilah tiga wadah terasa merepotkan, mulailah dengan satu karung untuk botol. Gantung karung itu di dekat tempat cuci piring. Setelah sebulan, tambahkan kardus. Kebiasaan yang tumbuh pelan-pelan biasanya bertahan.',
        ),
        p(
          'Istilah ',
          foreign('zero waste'),
          ' mungkin terdengar jauh dari dapur sendiri. Pengurus bank sampah punya terjemahan yang lebih dekat: jangan ada yang terbuang selagi masih dapat dipakai.',
        ),
      ],
    }),
  },
  {
    key: 'tanam-bibit',
    kind: 'news',
    agency: 'dlh',
    writer: 'petrus',
    section: 'lingkungan',
    topics: ['hutan', 'anak'],
    regencies: ['64.09'],
    infoClass: 'periodic',
    when: { daysAgo: 10, at: '14.25' },
    story: {
      to: 'published',
      edited: { title: 'Pelajar Menanam, Lalu Merawat Bibitnya Setahun Penuh' },
    },
    write: (calendar) => ({
      title: 'Kegiatan Penanaman Bibit Pohon oleh Pelajar Tingkat Sekolah Dasar',
      lead: 'Setiap pelajar yang menanam bibit kini juga mendapat giliran merawatnya selama satu tahun. Bibit yang mati diganti, dan pertumbuhannya dicatat di buku kelas.',
      summary: 'Pelajar yang menanam bibit ikut merawatnya setahun dan mencatat pertumbuhannya di buku kelas.',
      datelinePlace: 'Penajam',
      eventDate: calendar.workday(-2).iso,
      cover: shot(
        'seedlings',
        'Rimbawan berompi jingga dan pelajar sekolah dasar menanam bibit pohon di lahan terbuka di tepi hutan.',
        'Pelajar memilih sendiri bibit yang akan mereka rawat.',
      ),
      sources: [{ name: 'Dinas Lingkungan Hidup (contoh)', detail: 'Program adopsi pohon sekolah, edisi contoh' }],
      body: [
        p(
          'Menanam sering berhenti pada hari acara. Program ini membaliknya: yang dihitung bukan bibit yang ditanam, melainkan pohon yang masih hidup setahun kemudian.',
        ),
        p(
          'Setiap kelas memegang satu petak berisi dua puluh bibit. Nama petak dipilih sendiri oleh murid, dan papannya dibuat dari sisa kayu. Guru memakai catatan tinggi bibit untuk pelajaran berhitung.',
        ),
        quote(
          'Herman (contoh)',
          'penyuluh kehutanan',
          'Bibit kecil kalah oleh rumput, bukan oleh panas. Sebulan sekali dibersihkan pangkalnya, itu sudah cukup menolong.',
        ),
        h('Tugas setiap bulan'),
        ul(
          'Bersihkan rumput di sekeliling pangkal.',
          'Tegakkan ajir bila miring.',
          'Ukur tinggi dari tanah ke pucuk, lalu catat.',
          'Laporkan bibit yang mati agar segera diganti.',
        ),
        p(
          'Jenis yang dipilih adalah pohon setempat yang buahnya disukai burung. Dengan begitu, lahan yang semula terbuka perlahan disinggahi satwa lagi.',
        ),
        p(
          'Orang tua boleh ikut pada hari merawat. Bawalah air minum, topi, dan sarung tangan. Peralatan kebun disediakan dan dihitung kembali sebelum pulang.',
        ),
      ],
    }),
  },
  {
    key: 'mengenal-enggang',
    kind: 'news',
    agency: 'dlh',
    writer: 'petrus',
    section: 'lingkungan',
    topics: ['hutan'],
    regencies: ['64.11', '64.07', '64.03'],
    infoClass: 'on_request',
    when: { daysAgo: 22, at: '08.30' },
    story: { to: 'published' },
    write: () => ({
      title: 'Mengenal Enggang, Burung yang Ikut Menanam Hutan',
      lead: 'Enggang menelan buah utuh lalu menjatuhkan bijinya jauh dari pohon induk. Karena kebiasaan itu, burung bercula ini disebut petani hutan dan perlu dijaga sarangnya.',
      summary:
        'Enggang menyebarkan biji pohon hutan. Pengunjung dapat ikut menjaganya dengan tiga kebiasaan sederhana.',
      datelinePlace: 'Ujoh Bilang',
      cover: shot(
        'rainforest',
        'Tiga enggang terbang di atas hutan hujan berlapis kabut saat matahari terbit.',
        'Enggang terbang jauh setiap pagi untuk mencari pohon yang berbuah.',
      ),
      sources: [
        { name: 'Dinas Lingkungan Hidup (contoh)', detail: 'Lembar pengenalan satwa, edisi contoh' },
        { name: 'Pemandu hutan kampung (contoh)', detail: 'Tuturan pemandu' },
      ],
      body: [
        p(
          'Suara kepakan sayapnya terdengar lebih dulu, seperti kereta lewat di kejauhan. Baru kemudian tampak paruh panjang dan cula di atasnya. Di hutan Kalimantan, enggang dikenal orang sebelum dilihat.',
        ),
        figure(
          'hornbill',
          'Enggang bertengger di dahan, paruhnya kuning pucat dan culanya merah jingga.',
          'Cula enggang tumbuh seiring umur burung.',
        ),
        h('Rumah di lubang pohon'),
        p(
          'Enggang bersarang di lubang pohon besar. Saat mengeram, induk betina menutup lubang dari dalam dengan lumpur dan menyisakan celah sempit. Pejantan mengantar makanan lewat celah itu selama berbulan-bulan.',
        ),
        p('Karena itu satu pohon besar yang berlubang sangat berharga. Pohon semacam itu tidak mudah diganti.'),
        p(
          'Dalam setahun enggang biasanya hanya menetaskan satu atau dua anak. Ketika tubuhnya mulai besar, induk betina memecah dinding lumpur dan keluar, lalu anaknya menutup kembali celah itu dari dalam.',
        ),
        h('Petani tanpa cangkul'),
        p(
          'Enggang terbang jauh dari satu pohon berbuah ke pohon berbuah lain. Biji yang ditelannya keluar utuh di tempat baru, lengkap dengan pupuknya. Banyak jenis pohon berbiji besar bergantung pada burung seperti ini.',
        ),
        p(
          'Hutan yang kehilangan enggang tidak langsung berubah. Perubahannya baru terasa setelah puluhan tahun, ketika pohon tua tumbang dan tidak ada pohon muda sejenis di sekitarnya.',
        ),
        h('Tiga cara ikut menjaga'),
        ol(
          'Jangan membeli hiasan dari paruh, cula, atau bulu satwa.',
          'Jaga jarak dari pohon sarang dan matikan pengeras suara.',
          'Laporkan burung yang terluka kepada petugas kehutanan setempat.',
        ),
        p(
          'Dalam banyak cerita Dayak, enggang menjadi lambang pemimpin yang melindungi. Nama ilmiah salah satu jenisnya, ',
          foreign('Buceros rhinoceros', 'la'),
          ', merujuk pada culanya.',
        ),
      ],
    }),
  },
  {
    key: 'kebun-halaman',
    kind: 'news',
    agency: 'pangan',
    writer: 'siti',
    section: 'ekonomi',
    topics: ['usaha'],
    regencies: ['64.02', '64.09'],
    infoClass: 'periodic',
    when: { daysAgo: 14, at: '10.30' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Panen Sayur di Halaman: Kelas Kebun Dibuka Lagi',
      lead: 'Keluarga yang ingin menanam sayur sendiri dapat belajar di kebun percontohan setiap Sabtu. Peserta pulang membawa bibit, pupuk kompos, dan catatan jadwal tanam.',
      summary: 'Kelas berkebun dibuka setiap Sabtu di kebun percontohan. Peserta pulang membawa bibit dan kompos.',
      datelinePlace: 'Tenggarong',
      eventDate: calendar.saturday(2).iso,
      cover: shot(
        'vegetable-beds',
        'Bedengan sayur hijau berjajar sampai ke kejauhan, tiga petani bertopi lebar bekerja pada sore hari.',
        'Kebun percontohan tempat kelas berlangsung.',
      ),
      sources: [{ name: 'Dinas Pangan dan Hortikultura (contoh)', detail: 'Silabus kelas kebun, edisi contoh' }],
      body: [
        p(
          `Kelas berikutnya dimulai ${calendar.saturday(2).words} pukul 08.00 WITA. Satu kelas diikuti paling banyak dua puluh keluarga, dan anak boleh ikut.`,
        ),
        h('Empat pertemuan'),
        ol(
          'Mengenal tanah: meremas, mencium, dan membuat bedengan.',
          'Menyemai: kangkung, bayam, dan sawi sebagai pelajaran pertama.',
          'Merawat: menyiram pagi, mengusir ulat dengan tangan.',
          'Memanen dan menyimpan: memetik tanpa mencabut akar.',
        ),
        quote(
          'Lenny (contoh)',
          'peserta kelas tahun lalu',
          'Halaman saya hanya selebar pintu. Ternyata cukup untuk sayur makan malam dua kali sepekan.',
        ),
        p(
          'Keluarga tanpa halaman belajar menanam di pot, botol bekas, dan talang. Kuncinya sinar matahari paling sedikit empat jam sehari dan lubang air di dasar wadah.',
        ),
        p(
          'Kompos dibuat dari sisa dapur dan daun kering dengan takaran satu banding dua. Aduk sekali sepekan dan jaga agar tetap lembap. Bila berbau asam, tambahkan daun kering.',
        ),
        p(
          'Hasil panen yang berlebih dapat dititipkan di meja jual bersama setiap Ahad pagi. Setiap keluarga menentukan harganya sendiri dan menulisnya di papan kecil.',
        ),
        p('Daftarkan satu nama untuk satu keluarga di kantor kecamatan atau balai penyuluhan.'),
      ],
    }),
  },
  {
    key: 'kampung-hijau',
    kind: 'news',
    agency: 'dlh',
    writer: 'petrus',
    section: 'lingkungan',
    topics: ['sampah'],
    regencies: ['64.74'],
    infoClass: 'on_request',
    when: { minutesAgo: 95 },
    story: { to: 'draft' },
    remarks: [
      {
        by: 'aditya',
        after: 20,
        say: '@Petrus Lawing, apakah panitia sudah menjawab soal kampung di atas air? Jawabannya bisa menjadi teras.',
        about: { place: 'body', quote: 'apakah kampung di atas air memakai ukuran yang sama' },
        mentions: ['petrus'],
      },
      {
        by: 'petrus',
        after: 35,
        reply: 'Baru besok pagi. Saya sudah berjanji menelepon ketua panitia pukul sembilan.',
      },
      {
        by: 'maria',
        after: 50,
        suggest: 'Juri lomba kampung hijau tahun ini paling banyak menilai',
        about: { place: 'lead', quote: 'Penilaian lomba kampung hijau tahun ini memberi bobot terbesar pada' },
        note: 'Mulai dari siapa yang melakukan apa.',
      },
    ],
    write: () => ({
      title: 'Lomba Kampung Hijau: Dinilai dari Selokan, Bukan dari Gapura',
      lead: 'Penilaian lomba kampung hijau tahun ini memberi bobot terbesar pada saluran air yang bersih dan sampah yang terpilah.',
      summary: '',
      datelinePlace: 'Bontang',
      cover: null,
      sources: [],
      body: [
        p('Catatan rapat: juri datang tanpa pemberitahuan, tiga kali.'),
        p(
          'Tanyakan kepada panitia: apakah kampung di atas air memakai ukuran yang sama? Minta satu kutipan dari ketua rukun tetangga.',
        ),
      ],
    }),
  },
];
