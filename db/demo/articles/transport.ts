import {
  bold,
  type DemoArticle,
  event,
  figure,
  h,
  infoBox,
  link,
  ol,
  p,
  pullQuote,
  quote,
  related,
  shot,
  table,
  ul,
} from '../writing.ts';

/** Articles about boats, buses and roads. */
export const transportArticles: readonly DemoArticle[] = [
  {
    key: 'kapal-jadwal-tetap',
    kind: 'news',
    agency: 'dishub',
    writer: 'dewi',
    section: 'infrastruktur',
    topics: ['sungai'],
    regencies: ['64.72', '64.02', '64.07'],
    infoClass: 'periodic',
    when: { daysAgo: 3, at: '07.20' },
    related: ['bus-kursi-roda', 'lubang-jalan'],
    pinnedDays: 30,
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Kapal Sungai Kini Berangkat pada Jam yang Tetap',
      lead: 'Penumpang kapal sungai tidak perlu lagi menebak jam berangkat. Mulai pekan ini kapal dari Dermaga Contoh berangkat pukul 07.00 dan 14.00 WITA, penuh atau tidak penuh.',
      summary:
        'Kapal sungai dari Dermaga Contoh kini berangkat pukul 07.00 dan 14.00 WITA setiap hari, penuh atau tidak.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.workday(-2).iso,
      cover: shot(
        'river-ferry',
        'Kapal sungai dua dek bercat hijau putih berlayar di sungai lebar pada pagi yang cerah, dermaga kayu di depan.',
        'Kapal pagi meninggalkan Dermaga Contoh pukul 07.00 WITA.',
      ),
      sources: [
        { name: 'Dinas Perhubungan (contoh)', detail: 'Jadwal angkutan sungai, edisi contoh' },
        { name: 'Wawancara dengan juru mudi (contoh)', detail: calendar.workday(-2).words },
      ],
      body: [
        p(
          'Selama ini kapal menunggu sampai kursinya terisi. Pada hari sepi, penumpang bisa menunggu tiga jam tanpa kepastian. Jadwal tetap memudahkan pedagang, pelajar, dan keluarga yang hendak berobat ke kota.',
        ),
        infoBox(
          'Inti kebijakan',
          ul(
            [bold('Apa yang berubah:'), ' kapal berangkat pada jam tetap, penuh atau tidak penuh.'],
            [bold('Untuk siapa:'), ' semua penumpang dan pengirim barang dari Dermaga Contoh.'],
            [bold('Mulai kapan:'), ` ${calendar.workday(-2).long}.`],
            [bold('Ke mana bertanya:'), ' loket dermaga, mulai pukul 06.00 WITA.'],
          ),
        ),
        h('Jadwal dan tempat singgah'),
        table(
          'Jam kapal di setiap dermaga, dalam WITA (jadwal contoh)',
          ['Dermaga', 'Kapal pagi', 'Kapal siang'],
          ['Dermaga Contoh', '07.00', '14.00'],
          ['Kampung Hulu', '08.10', '15.10'],
          ['Kampung Tengah', '09.00', '16.00'],
          ['Kampung Hilir', '10.00', '17.00'],
        ),
        p('Pada Minggu dan hari libur hanya ada kapal pagi.'),
        p(
          'Kapal singgah paling lama sepuluh menit di setiap dermaga. Papan jadwal dipasang setinggi mata, dengan huruf besar, dan dibacakan lewat pengeras suara sebelum kapal merapat.',
        ),
        p(
          'Tempat duduk di dekat pintu disediakan bagi lanjut usia, ibu hamil, dan penyandang disabilitas. Papan landai dipasang setiap kali kapal merapat, dan awak kapal membantu menuntun sampai ke kursi.',
        ),
        quote(
          'Junaidi (contoh)',
          'juru mudi kapal sungai',
          'Dulu kami ditanya terus, kapan berangkat, kapan berangkat. Sekarang tinggal lihat jam. Penumpang tenang, kami juga tenang.',
        ),
        quote(
          'Ir. Contoh Wijaya',
          'Kepala Dinas Perhubungan',
          'Jam berangkat adalah janji. Bila kapal terlambat lebih dari lima belas menit, loket wajib memberi tahu sebabnya.',
        ),
        pullQuote('Sekarang tinggal lihat jam.', 'Junaidi (contoh), juru mudi'),
        event('agenda-rapat-trayek'),
        h('Aturan keselamatan'),
        p(
          'Setiap penumpang memakai jaket keselamatan, termasuk yang duduk di dalam. Jaket ukuran anak tersedia di lemari dekat pintu. Petugas menghitung penumpang sebelum tali dilepas dan mencatat nama mereka.',
        ),
        p(
          'Barang yang mudah terbakar dan tabung gas diangkut terpisah di dek belakang. Ayam dan burung boleh naik dalam kandang, sedangkan sepeda motor diikat di dek bawah oleh awak.',
        ),
        ol(
          'Tiba lima belas menit sebelum jam berangkat.',
          'Tunjukkan tiket, lalu ambil jaket keselamatan.',
          'Taruh barang besar di dek bawah.',
          'Tetap duduk saat kapal merapat.',
        ),
        figure(
          'river-bridge',
          'Jembatan lengkung di atas sungai lebar saat senja, perahu kecil melintas di bawahnya.',
          'Kapal sore tiba di kota sebelum gelap.',
        ),
        p(
          'Bila air terlalu surut atau kabut terlalu tebal, kapal ditunda dan penumpang diberi tahu paling lambat satu jam sebelumnya. Tiket dapat dipakai pada hari lain.',
        ),
        related('taman-tepi-sungai'),
        h('Barang dan hasil kebun'),
        p(
          'Pedagang boleh menitipkan hasil kebun tanpa ikut berlayar. Petugas menempelkan nama pengirim dan penerima, lalu menyimpan potongan karcisnya. Titipan diserahkan di dermaga tujuan setelah penumpang turun.',
        ),
        p(
          'Sayur dan ikan ditaruh di sisi yang teduh. Pengirim diminta memakai wadah yang dapat dipakai kembali agar dermaga tidak penuh kantong plastik.',
        ),
        p(
          'Jadwal lengkap dapat dibaca di laman ',
          link('angkutan sungai', 'https://contoh.example/kapal'),
          ' atau ditanyakan di loket dermaga mulai pukul 06.00 WITA.',
        ),
      ],
    }),
  },
  {
    key: 'kapal-sore-lebih-awal',
    kind: 'announcement',
    agency: 'dishub',
    writer: 'dewi',
    section: 'infrastruktur',
    topics: ['sungai'],
    regencies: ['64.02'],
    infoClass: 'immediate',
    when: { daysAgo: 2, at: '10.40' },
    story: {
      to: 'fast_lane',
      fastLaneReason: 'immediate_information',
      reason: 'Jadwal hari yang sama berubah dan penumpang perlu segera tahu.',
      reviewed: true,
    },
    write: (calendar) => ({
      title: 'Kapal Siang Berangkat Pukul 12.00 karena Air Surut',
      lead: 'Kapal yang biasanya berangkat pukul 14.00 WITA dimajukan ke pukul 12.00 WITA, khusus hari ini, agar melewati alur dangkal selagi air masih cukup.',
      summary: 'Khusus hari ini kapal siang berangkat pukul 12.00 WITA karena air sungai surut.',
      datelinePlace: 'Tenggarong',
      cover: shot(
        'river-bridge',
        'Sungai lebar dengan jembatan lengkung dan perahu bermotor pada petang hari.',
        'Alur di dekat jembatan menjadi dangkal ketika air surut (ilustrasi).',
      ),
      details: { validUntil: calendar.day(0).iso },
      sources: [{ name: 'Dinas Perhubungan (contoh)', detail: 'Pemberitahuan syahbandar dermaga (contoh)' }],
      body: [
        p(
          'Penumpang yang sudah memegang tiket pukul 14.00 WITA dapat naik kapal pukul 12.00 WITA, atau menukar tiket untuk besok tanpa biaya. Petugas menghubungi penumpang yang meninggalkan nomor telepon.',
        ),
        p('Kapal pagi besok berangkat seperti biasa.'),
      ],
    }),
  },
  {
    key: 'bus-kursi-roda',
    kind: 'news',
    agency: 'dishub',
    writer: 'dewi',
    section: 'layanan',
    topics: ['inklusif'],
    regencies: ['64.71'],
    infoClass: 'periodic',
    when: { daysAgo: 7, at: '16.10' },
    story: {
      to: 'published',
      edited: {
        lead: 'Pengguna kursi roda dapat naik bus kota tanpa diangkat. Tiga halte percontohan kini sejajar dengan lantai bus, dilengkapi jalur pemandu, dan dijaga petugas pada jam sibuk.',
      },
    },
    write: (calendar) => ({
      title: 'Naik Bus dengan Kursi Roda di Tiga Halte Percontohan',
      lead: `Tiga halte percontohan diluncurkan ${calendar.workday(-1).words} sehingga pengguna kursi roda dapat naik bus kota tanpa diangkat karena lantai halte sejajar dengan bus.`,
      summary: 'Tiga halte percontohan membuat pengguna kursi roda dapat naik bus kota tanpa diangkat.',
      datelinePlace: 'Balikpapan',
      eventDate: calendar.workday(-1).iso,
      cover: shot(
        'bus-shelter',
        'Seorang pengguna kursi roda menuju pintu bus hijau yang landaiannya sudah diturunkan, petugas berompi kuning berdiri di sampingnya.',
        'Landaian di pintu tengah diturunkan petugas saat bus berhenti.',
      ),
      sources: [{ name: 'Dinas Perhubungan (contoh)', detail: 'Panduan halte ramah disabilitas, edisi contoh' }],
      body: [
        p(
          'Bus berhenti di garis kuning, lalu petugas menurunkan landaian di pintu tengah. Di dalam tersedia satu tempat dengan sabuk pengikat, dekat tombol berhenti yang rendah.',
        ),
        quote(
          'Yusuf (contoh)',
          'penumpang, anggota kelompok disabilitas',
          'Yang paling terasa itu jalurnya. Dari trotoar sampai pintu tidak ada undakan, jadi saya bisa sendiri.',
        ),
        p(
          'Jalur pemandu bertekstur membantu penumpang tunanetra menemukan pintu. Nama halte berikutnya disebutkan lewat pengeras suara dan ditulis di layar.',
        ),
        p(
          'Petugas halte dilatih oleh kelompok penyandang disabilitas sendiri. Hal pertama yang diajarkan bukan cara mendorong kursi roda, melainkan cara bertanya: apakah Anda perlu bantuan, dan bantuan seperti apa.',
        ),
        ul(
          'Lambaikan tangan ke arah bus agar pengemudi mendekat ke garis.',
          'Sebutkan halte tujuan kepada petugas.',
          'Tekan tombol rendah satu halte sebelum turun.',
        ),
        p('Penumpang lain diminta memberi tempat dan tidak berdiri di atas landaian.'),
      ],
    }),
  },
  {
    key: 'lubang-jalan',
    kind: 'news',
    agency: 'pu',
    writer: 'dewi',
    section: 'infrastruktur',
    topics: ['jalan'],
    regencies: ['64.08', '64.02'],
    infoClass: 'periodic',
    when: { daysAgo: 5, at: '08.50' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Lapor Lubang di Jalan, Kirim Foto dan Tandanya',
      lead: 'Warga dapat melaporkan lubang di jalan provinsi dengan satu foto dan satu penanda tempat. Regu perawatan memeriksa setiap laporan dan menempelkan jawabannya agar semua orang dapat membaca.',
      summary: 'Laporkan lubang jalan provinsi dengan foto dan penanda tempat; setiap laporan dijawab terbuka.',
      datelinePlace: 'Sangatta',
      eventDate: calendar.workday(-3).iso,
      cover: shot(
        'forest-road',
        'Minibus putih melintas di jalan beraspal yang diapit pohon tinggi, cahaya matahari menembus dedaunan.',
        'Jalan provinsi melewati hutan; lubang kecil di tikungan sulit terlihat dari jauh.',
      ),
      sources: [{ name: 'Dinas Pekerjaan Umum (contoh)', detail: 'Tata cara pelaporan kerusakan jalan, edisi contoh' }],
      body: [
        p(
          'Laporan yang paling cepat ditangani adalah yang paling mudah ditemukan. Foto dari tepi jalan, jangan dari tengah. Sertakan benda yang tidak berpindah: patok kilometer, jembatan, atau nama warung.',
        ),
        ol(
          'Berhenti di tempat aman dan nyalakan lampu darurat.',
          'Ambil satu foto dekat dan satu foto jauh.',
          [
            'Kirim lewat ',
            link('laman lapor jalan', 'https://contoh.example/lapor-jalan'),
            ' atau nomor layanan contoh 0800-000-0000.',
          ],
          'Simpan nomor laporan untuk melihat jawabannya.',
        ),
        h('Apa yang terjadi sesudahnya'),
        p(
          'Laporan dibagi menurut pemilik jalan. Jalan kabupaten dan jalan nasional diteruskan ke pengelolanya, dan pelapor diberi tahu ke mana laporannya pergi. Lubang yang membahayakan diberi tanda lebih dulu sebelum ditambal.',
        ),
        p(
          'Setiap laporan menampilkan tiga tanggal: penerimaan, pemeriksaan, dan perbaikan. Bila belum dapat dikerjakan, alasannya ditulis di sana, misalnya menunggu tanah kering atau menunggu bahan.',
        ),
        p('Pengendara diminta mengurangi kecepatan saat melewati regu yang sedang bekerja.'),
      ],
    }),
  },
  {
    key: 'taman-tepi-sungai',
    kind: 'news',
    agency: 'pu',
    writer: 'dewi',
    section: 'budaya',
    topics: ['inklusif'],
    regencies: ['64.72'],
    infoClass: 'periodic',
    when: { daysAgo: 17, at: '17.30' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Taman Tepi Sungai Terang sampai Malam, Ini Aturannya',
      lead: 'Keluarga dapat berjalan-jalan di taman tepi sungai sampai pukul 22.00 WITA setelah lampu dan jalur landai selesai dipasang. Masuk tidak dipungut biaya.',
      summary: 'Taman tepi sungai kini terang dan buka sampai pukul 22.00 WITA, masuk tanpa biaya.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.saturday(-6).iso,
      cover: shot(
        'domes',
        'Bangunan berkubah dengan menara-menara di tepi sungai pada malam hari, lampunya memantul di air di bawah bulan sabit.',
        'Pemandangan seberang sungai dari taman pada malam hari.',
      ),
      sources: [{ name: 'Dinas Pekerjaan Umum (contoh)', detail: 'Tata tertib ruang terbuka, edisi contoh' }],
      body: [
        p(
          'Lampu taman diarahkan ke bawah agar jalan setapak terang tanpa menyilaukan pengemudi kapal. Jalur landai menghubungkan tempat parkir dengan anjungan, sehingga kursi roda dan kereta bayi dapat sampai ke tepi air.',
        ),
        p(
          'Bangku dipasang setiap lima puluh langkah, sebagian memakai sandaran tangan agar mudah berdiri. Keran air minum ada di kedua ujung taman, satu di antaranya rendah untuk anak dan pengguna kursi roda.',
        ),
        ul(
          'Pedagang berjualan di sisi barat, bukan di atas jalur landai.',
          'Anak di bawah sepuluh tahun ditemani orang dewasa di anjungan.',
          'Pengeras suara dimatikan pukul 21.00 WITA.',
          'Bawa pulang sampah, atau masukkan ke empat tempat sampah terpilah.',
        ),
        p(
          'Petugas taman mengenakan rompi hijau. Kepada merekalah barang temuan diserahkan dan anak yang terpisah dari orang tuanya diantarkan.',
        ),
      ],
    }),
  },
  {
    key: 'jadwal-bus-keliru',
    kind: 'announcement',
    agency: 'dishub',
    writer: 'dewi',
    section: 'infrastruktur',
    topics: [],
    regencies: ['64.71', '64.72'],
    infoClass: 'periodic',
    when: { daysAgo: 12, at: '11.15' },
    story: {
      to: 'retracted',
      reason:
        'Jadwal yang dimuat adalah rancangan yang belum disepakati. Jadwal yang berlaku akan diumumkan pada artikel tersendiri.',
    },
    write: (calendar) => ({
      title: 'Jadwal Bus Antarkota Selama Masa Uji Coba',
      lead: 'Bus antarkota masa uji coba direncanakan berangkat setiap dua jam dari terminal contoh. Penumpang dapat membeli tiket di loket.',
      summary: 'Rancangan jadwal bus antarkota selama masa uji coba.',
      datelinePlace: 'Balikpapan',
      cover: shot(
        'bus-shelter',
        'Bus hijau berhenti di halte, beberapa penumpang menunggu.',
        'Bus kota di halte percontohan.',
      ),
      details: { validUntil: calendar.day(30).iso },
      sources: [{ name: 'Dinas Perhubungan (contoh)', detail: 'Rancangan jadwal, belum berlaku' }],
      body: [
        p(
          'Keberangkatan pertama pukul 06.00 WITA dan terakhir pukul 18.00 WITA. Perjalanan ditempuh dengan satu kali berhenti.',
        ),
      ],
    }),
  },
  {
    key: 'saluran-air',
    kind: 'news',
    agency: 'pu',
    writer: 'dewi',
    section: 'infrastruktur',
    topics: ['jalan', 'cuaca'],
    regencies: ['64.72'],
    infoClass: 'periodic',
    when: { minutesAgo: 130 },
    story: { to: 'in_editing' },
    write: (calendar) => ({
      title: 'Saluran Air Dibersihkan Bergiliran, Cek Jadwal Jalan Anda',
      lead: `Pembersihan saluran air berjalan bergiliran mulai ${calendar.workday(4).words}. Satu sisi jalan ditutup paling lama tiga jam, dan akses ke rumah tetap dibuka.`,
      summary: 'Pembersihan saluran air berjalan bergiliran; satu sisi jalan ditutup paling lama tiga jam.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.workday(4).iso,
      cover: shot(
        'forest-road',
        'Jalan beraspal dengan garis putih di kedua tepinya, sebuah minibus melintas di antara pepohonan.',
        'Saluran di tepi jalan ikut dibersihkan sampai ke bahu jalan.',
      ),
      sources: [{ name: 'Dinas Pekerjaan Umum (contoh)', detail: 'Rencana perawatan saluran, edisi contoh' }],
      body: [
        p('Ketua rukun tetangga menerima pemberitahuan dua hari sebelumnya. Warga cukup melakukan tiga hal.'),
        ol(
          'Pindahkan kendaraan dari tepi jalan pada malam sebelumnya.',
          'Angkat pot dan tempat sampah dari atas penutup saluran.',
          'Tunda membakar atau membuang daun ke saluran.',
        ),
        p('Petugas membiarkan lumpur mengering sehari sebelum mengangkutnya, supaya tidak menetes di jalan.'),
      ],
    }),
  },
];
