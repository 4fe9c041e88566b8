import {
  bold,
  type DemoArticle,
  figure,
  foreign,
  h,
  link,
  ol,
  p,
  policy,
  quote,
  shot,
  timeline,
  titled,
  ul,
} from '../writing.ts';

/** Articles about schools, scholarships, libraries and archives. */
export const educationArticles: readonly DemoArticle[] = [
  {
    key: 'hari-pertama-sekolah',
    kind: 'news',
    agency: 'disdikbud',
    writer: 'rizky',
    section: 'pendidikan',
    topics: ['anak'],
    regencies: ['64.72', '64.01'],
    infoClass: 'periodic',
    when: { daysAgo: 9, at: '07.30' },
    story: { to: 'published' },
    write: () => ({
      title: 'Pekan Pertama Sekolah, Anak Boleh Ditemani Orang Tua',
      lead: 'Orang tua murid kelas satu boleh menemani anaknya di halaman sekolah selama tiga hari pertama. Guru memakai pekan itu untuk berkenalan, bukan untuk ulangan.',
      summary:
        'Selama tiga hari pertama, orang tua murid kelas satu boleh menemani di halaman sekolah. Pekan pertama dipakai untuk berkenalan.',
      datelinePlace: 'Samarinda',
      cover: shot(
        'school-yard',
        'Murid berseragam putih merah berkumpul di halaman sekolah dasar, seorang guru menyambut mereka di dekat tiang bendera.',
        'Guru menyambut murid di halaman sebelum bel masuk.',
      ),
      sources: [
        { name: 'Dinas Pendidikan dan Kebudayaan (contoh)', detail: 'Panduan pekan pengenalan sekolah, edisi contoh' },
      ],
      body: [
        p(
          'Panduan pekan pengenalan meminta sekolah menyediakan tempat duduk yang teduh bagi orang tua. Setelah bel masuk, guru mengajak anak berkeliling: ruang kelas, kamar kecil, keran air minum, dan perpustakaan.',
        ),
        quote(
          'Wahidah (contoh)',
          'guru kelas satu sekolah dasar contoh',
          'Anak yang tahu letak kamar kecil dan nama dua temannya biasanya sudah tenang. Membaca dan berhitung menyusul.',
        ),
        h('Yang perlu disiapkan di rumah'),
        ul(
          'Tulis nama anak di tas, botol minum, dan topi.',
          'Latih anak membuka kotak bekal dan mengikat tali sepatu.',
          'Tidur lebih awal dua hari sebelumnya.',
          'Catat nomor telepon orang tua di selembar kertas di dalam tas.',
        ),
        h('Tanpa pungutan, tanpa atribut'),
        p(
          'Sekolah tidak boleh meminta uang pendaftaran ulang, menjual seragam, atau menyuruh murid memakai atribut yang mempermalukan. Anak yang seragamnya belum ada masuk dengan pakaian rapi yang dimilikinya.',
        ),
        h('Anak dengan kebutuhan khusus'),
        p(
          'Orang tua dianjurkan bertemu guru sebelum hari pertama. Ceritakan apa yang membuat anak tenang, apa yang membuatnya takut, dan obat apa yang diminum. Sekolah mencatatnya dan memberitahukannya hanya kepada guru yang mengajar.',
        ),
        p(
          'Pertanyaan dan pengaduan dapat disampaikan kepada kepala sekolah, komite sekolah, atau lewat ',
          link('laman pengaduan', 'https://contoh.example/pengaduan-sekolah'),
          '. Nama pelapor tidak ditampilkan.',
        ),
      ],
    }),
  },
  {
    key: 'beasiswa-tanpa-perantara',
    kind: 'announcement',
    agency: 'disdikbud',
    writer: 'rizky',
    section: 'pendidikan',
    topics: ['digital'],
    regencies: [],
    infoClass: 'periodic',
    when: { daysAgo: 11, at: '10.00' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Daftar Beasiswa Sendiri, Tidak Perlu Perantara',
      lead: 'Pelajar dan mahasiswa mendaftar beasiswa daerah lewat satu laman resmi, tanpa biaya dan tanpa perantara. Hasil setiap tahap dapat dilihat pendaftar dengan nomor pendaftarannya sendiri.',
      summary:
        'Pendaftaran beasiswa daerah hanya lewat laman resmi, tanpa biaya dan tanpa perantara. Hasil tiap tahap dapat dilihat sendiri.',
      datelinePlace: 'Samarinda',
      cover: null,
      details: { validUntil: calendar.workday(25).iso },
      sources: [
        { name: 'Dinas Pendidikan dan Kebudayaan (contoh)', detail: 'Petunjuk pendaftaran beasiswa, edisi contoh' },
      ],
      body: [
        p(
          `Petunjuk lengkap mulai dapat dibaca ${calendar.workday(3).words}. Sambil menunggu, calon pendaftar dapat menyiapkan berkas dan memeriksa apakah data di sekolah atau kampus sudah benar.`,
        ),
        policy({
          change: 'pendaftaran hanya lewat satu laman, tanpa perantara.',
          forWhom: 'pelajar dan mahasiswa di Kalimantan Timur.',
          since: `${calendar.workday(3).long}.`,
          askAt: 'sekolah, kampus, atau kantor kecamatan.',
        }),
        timeline(
          { when: calendar.workday(3).long, what: 'Petunjuk lengkap dapat dibaca di laman resmi.' },
          { when: calendar.workday(10).long, what: 'Pendaftaran dibuka.' },
          { when: calendar.workday(25).long, what: 'Pendaftaran ditutup pukul 16.00 WITA.' },
        ),
        h('Urutan pendaftaran'),
        ol(
          'Baca syarat sampai selesai, lalu pilih satu jalur saja.',
          'Buat akun dengan alamat surel yang Anda pegang sendiri.',
          'Isi data, unggah berkas, periksa sekali lagi, lalu kirim.',
          'Simpan nomor pendaftaran. Nomor itu dipakai pada semua tahap.',
          'Ikuti pengumuman tiap tahap di laman yang sama.',
        ),
        h('Berkas yang biasanya diminta'),
        ul(
          'kartu keluarga dan kartu pelajar atau kartu mahasiswa;',
          'rapor atau transkrip terakhir;',
          'surat keterangan aktif dari sekolah atau kampus;',
          'rekening atas nama sendiri, atau nama orang tua bagi pelajar.',
        ),
        h('Bila tidak ada jaringan'),
        p(
          'Pendaftar dari kampung tanpa jaringan dapat memakai komputer di kantor kecamatan, sekolah, atau perpustakaan. Petugas di sana membantu menyalakan dan memindai, sedangkan isian tetap diketik oleh pendaftar sendiri.',
        ),
        p(
          'Yang dihitung adalah waktu pengiriman berkas, bukan waktu pembukaannya. Jaringan yang terputus tidak menghapus isian yang sudah disimpan. Masuk kembali dengan akun yang sama, lalu lanjutkan.',
        ),
        h('Bila tidak lolos'),
        p(
          'Alasan setiap keputusan ditulis di laman pendaftar. Keberatan disampaikan dalam lima hari kerja lewat tombol yang tersedia di sebelah alasan itu, dan dijawab dengan tulisan.',
        ),
        h('Waspada penipuan'),
        p(
          bold('Jangan bagikan kata sandi akun kepada siapa pun.'),
          ' Panitia tidak pernah menelepon untuk meminta kode, biaya, atau “uang tanda jadi”. Laporkan tawaran semacam itu lewat ',
          link('laman pengaduan', 'https://contoh.example/pengaduan-beasiswa'),
          '.',
        ),
      ],
    }),
  },
  {
    key: 'perpustakaan-malam',
    kind: 'news',
    agency: 'dpk',
    writer: 'siti',
    section: 'pendidikan',
    topics: ['membaca'],
    regencies: ['64.72'],
    infoClass: 'periodic',
    when: { daysAgo: 13, at: '09.45' },
    story: {
      to: 'corrected',
      change: 'correction',
      daysLater: 1,
      publicNote:
        'Jam tutup pada hari kerja dibetulkan menjadi pukul 21.00 WITA. Sebelumnya tertulis pukul 22.00 WITA. Kami mohon maaf kepada pembaca.',
      corrected: {
        lead: 'Pekerja dan mahasiswa kini dapat membaca di perpustakaan daerah sampai pukul 21.00 WITA pada hari kerja. Kartu anggota dibuat di tempat, selesai dalam beberapa menit, dan tidak dipungut biaya.',
      },
    },
    write: () => ({
      title: 'Perpustakaan Daerah Buka sampai Malam, Kartu Anggota Gratis',
      lead: 'Pekerja dan mahasiswa kini dapat membaca di perpustakaan daerah sampai pukul 22.00 WITA pada hari kerja. Kartu anggota dibuat di tempat, selesai dalam beberapa menit, dan tidak dipungut biaya.',
      summary: 'Perpustakaan daerah buka sampai malam pada hari kerja. Kartu anggota dibuat di tempat tanpa biaya.',
      datelinePlace: 'Samarinda',
      cover: shot(
        'library',
        'Pembaca duduk di meja dekat jendela besar perpustakaan, rak buku tinggi berjajar di belakang mereka.',
        'Meja di dekat jendela menjadi tempat favorit pembaca pada sore hari.',
      ),
      sources: [
        { name: 'Dinas Perpustakaan dan Kearsipan (contoh)', detail: 'Jam layanan perpustakaan, edisi contoh' },
      ],
      body: [
        p(
          'Jam yang lebih panjang ini dibuat setelah pustakawan mencatat kapan pintu paling sering diketuk: tepat setelah jam kantor. Lampu baca dan stopkontak ditambah di lantai dua, sedangkan lantai satu tetap menjadi ruang anak.',
        ),
        quote(
          'Anwar (contoh)',
          'pustakawan',
          'Pulang kerja orang ingin duduk tenang sebentar. Buku ada, lampu ada, tinggal pintunya kami buka lebih lama.',
        ),
        h('Cara menjadi anggota'),
        ol(
          'Tunjukkan kartu identitas di meja depan.',
          'Isi satu lembar formulir, atau biarkan petugas yang mengetik.',
          'Berfoto, lalu ambil kartu.',
        ),
        p(
          'Anggota boleh meminjam empat buku selama dua pekan. Perpanjangan cukup lewat pesan. Buku yang terlambat tidak didenda dengan uang, tetapi pinjaman berikutnya ditunda selama hari keterlambatan.',
        ),
        h('Ruang yang dapat dipakai'),
        ul(
          'ruang tenang, tanpa percakapan dan tanpa telepon;',
          'ruang kelompok untuk delapan orang, dipesan di meja depan;',
          'ruang anak, dengan karpet dan rak setinggi pinggang;',
          'sudut daerah, berisi buku dan surat kabar lama dari Kalimantan.',
        ),
        p(
          'Pembaca tunanetra dapat meminta buku suara dan buku braille. Petugas juga membacakan berkas pendek di ruang tenang bila diminta sehari sebelumnya.',
        ),
      ],
    }),
  },
  {
    key: 'pidato-literasi',
    kind: 'speech',
    agency: 'dpk',
    writer: 'siti',
    section: 'pendidikan',
    topics: ['membaca'],
    regencies: ['64.72'],
    infoClass: 'on_request',
    when: { daysAgo: 20, at: '14.00' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Sambutan Pembukaan Pekan Literasi: Membaca Itu Bertetangga',
      lead: 'Naskah sambutan pada pembukaan Pekan Literasi Daerah (contoh) mengajak warga menaruh satu rak buku di tempat orang biasa menunggu: dermaga, pos ronda, dan warung.',
      summary: 'Naskah sambutan contoh: ajakan menaruh satu rak buku di tempat warga biasa menunggu.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.workday(-1).iso,
      cover: null,
      details: {
        speaker: 'Ketua Panitia Pekan Literasi (contoh)',
        speakerRole: 'panitia daerah',
        occasion: 'Pembukaan Pekan Literasi Daerah (contoh)',
        venue: 'Halaman perpustakaan daerah (contoh), Samarinda',
      },
      sources: [{ name: 'Dinas Perpustakaan dan Kearsipan (contoh)', detail: 'Naskah sambutan panitia, contoh' }],
      body: [
        p('Bapak, Ibu, dan anak-anak yang kami banggakan,'),
        p(
          'terima kasih sudah datang. Ada yang naik kapal, ada yang naik sepeda, ada pula yang digendong. Semua datang ke tempat yang sama karena satu alasan yang sederhana: senang pada cerita.',
        ),
        p(
          'Kita sering mengira orang tidak membaca karena malas. Padahal sering kali bukunya yang jauh. Perpustakaan ada di kota, sedangkan orang menunggu di dermaga. Maka pekan ini kita balik arahnya. Bukulah yang berjalan ke tempat orang menunggu.',
        ),
        p(
          'Kami meminta satu hal saja. Pilih satu tempat di kampung Anda yang setiap hari disinggahi orang: warung, pos ronda, ruang tunggu kapal. Taruh satu rak kecil. Isi dengan dua puluh buku yang Anda sendiri ingin baca. Biarkan orang membawa pulang, dan biarkan mereka mengembalikan kapan sempat.',
        ),
        p('Akan ada buku yang hilang. Tidak apa-apa. Buku yang hilang biasanya sedang dibaca.'),
        p(
          'Orang tua kita di tepian sungai punya cara mewariskan pengetahuan tanpa kertas: bertutur sambil menganyam, bernyanyi sambil mendayung. Membaca tidak menggantikan itu. Membaca meneruskannya, dari tetangga ke tetangga, dari rak ke rak.',
        ),
        p('Selamat membaca, selamat bertetangga. Terima kasih.'),
      ],
    }),
  },
  {
    key: 'ijazah-hilang',
    kind: 'news',
    agency: 'disdikbud',
    writer: 'rizky',
    section: 'pendidikan',
    topics: ['dokumen'],
    regencies: [],
    infoClass: 'on_request',
    when: { minutesAgo: 190 },
    story: { to: 'verified' },
    assigned: {
      to: 'aditya',
      priority: 'high',
      due: { workdays: 1, at: '11.00' },
      note: 'Cocokkan syaratnya dengan daftar di laman dinas sebelum terbit.',
    },
    write: () => ({
      title: 'Ijazah Hilang atau Rusak? Begini Mengurus Penggantinya',
      lead: 'Pemilik ijazah yang hilang atau rusak dapat meminta surat keterangan pengganti di sekolah asal. Surat itu berlaku sama dengan ijazah untuk melamar kerja dan melanjutkan sekolah.',
      summary: 'Surat keterangan pengganti ijazah diurus di sekolah asal dan berlaku sama dengan ijazah.',
      datelinePlace: 'Samarinda',
      cover: shot(
        'school-yard',
        'Halaman sekolah beratap merah dengan tiang bendera, guru dan murid berdiri di depan kelas.',
        'Surat keterangan pengganti diurus di sekolah asal.',
      ),
      sources: [
        {
          name: 'Dinas Pendidikan dan Kebudayaan (contoh)',
          detail: 'Tata cara surat keterangan pengganti, edisi contoh',
        },
      ],
      body: [
        ol(
          'Untuk ijazah yang hilang, minta surat keterangan kehilangan dari kepolisian. Untuk yang rusak, bawa lembar aslinya.',
          'Datang ke sekolah asal dengan kartu identitas dan pasfoto.',
          'Sekolah mencocokkan data dengan buku induk.',
          'Surat ditandatangani kepala sekolah dan disahkan dinas.',
        ),
        p(
          'Jika sekolah sudah tutup atau bergabung, permohonan diajukan ke dinas yang menyimpan buku induknya. Tidak ada biaya pada semua tahap.',
        ),
      ],
    }),
  },
  {
    key: 'arsip-keluarga',
    kind: 'news',
    agency: 'dpk',
    writer: 'siti',
    section: 'layanan',
    topics: ['dokumen'],
    regencies: [],
    infoClass: 'on_request',
    when: { minutesAgo: 75 },
    story: {
      to: 'awaiting_confirmation',
      edited: {
        lead: 'Surat penting keluarga tahan puluhan tahun bila disimpan kering, gelap, dan tidak dilaminasi. Arsiparis membagikan cara merawatnya dengan bahan yang ada di rumah.',
      },
    },
    write: () => ({
      title: 'Merawat Surat Penting di Rumah: Jangan Dilaminasi',
      lead: 'Surat penting keluarga seperti akta dan sertifikat sebaiknya tidak dilaminasi karena dapat merusak kertas, demikian disampaikan arsiparis, yang juga menjelaskan cara merawat surat penting dengan bahan yang ada di rumah.',
      summary: 'Simpan surat penting di tempat kering dan gelap, jangan dilaminasi, dan buat salinan digitalnya.',
      datelinePlace: 'Samarinda',
      cover: shot(
        'library',
        'Ruang baca perpustakaan dengan rak buku tinggi dan meja panjang di dekat jendela.',
        'Ruang arsip yang baik kering, teduh, dan berudara.',
      ),
      sources: [{ name: 'Dinas Perpustakaan dan Kearsipan (contoh)', detail: 'Klinik arsip keluarga, contoh' }],
      body: [
        ul(
          'Simpan tiap surat dalam map plastik bening yang tidak lengket.',
          'Taruh di lemari, jauh dari dinding luar dan lantai.',
          'Selipkan kapur barut yang dibungkus kain, jangan menempel pada kertas.',
          'Foto atau pindai semuanya, lalu simpan salinannya di dua tempat.',
        ),
        p(
          'Buku harian, foto lama, dan surat dari kakek juga arsip. Jika ingin menitipkannya, daerah menerima arsip keluarga dengan perjanjian tertulis. Panduannya berjudul ',
          titled('Merawat Ingatan di Rumah Sendiri'),
          ' dan dapat dibaca di ruang baca.',
        ),
      ],
    }),
  },
  {
    key: 'kelas-dongeng',
    kind: 'news',
    agency: 'dpk',
    writer: 'siti',
    section: 'budaya',
    topics: ['membaca', 'anak'],
    regencies: ['64.72'],
    infoClass: 'periodic',
    when: { daysAgo: 25, at: '09.00' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Sabtu Mendongeng: Anak Menulis Akhir Ceritanya Sendiri',
      lead: 'Anak usia enam sampai dua belas tahun dapat ikut mendongeng setiap Sabtu pagi di ruang anak perpustakaan. Pendongeng berhenti di tengah cerita, lalu peserta menulis akhirnya.',
      summary: 'Kelas mendongeng untuk anak digelar setiap Sabtu pagi di perpustakaan daerah, tanpa biaya.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.saturday(1).iso,
      cover: shot(
        'library',
        'Anak berseragam membaca sambil berdiri di dekat rak buku, pengunjung lain duduk di meja panjang dekat jendela.',
        'Ruang baca perpustakaan daerah, tempat Sabtu Mendongeng berlangsung.',
      ),
      sources: [{ name: 'Dinas Perpustakaan dan Kearsipan (contoh)', detail: 'Agenda ruang anak, edisi contoh' }],
      body: [
        p(
          `Pertemuan pertama dibuka ${calendar.saturday(1).words} pukul 09.00 WITA. Dua cerita disiapkan: kisah burung enggang yang menjaga hutan, dan kisah perahu yang lupa pulang.`,
        ),
        p(
          'Setiap anak mendapat buku tulis kecil. Akhir cerita yang paling tidak terduga dibacakan pendongeng pada pekan berikutnya. Tidak ada juara dan tidak ada nilai.',
        ),
        p(
          'Pada pertemuan kedua, anak memilih satu benda dari keranjang: dayung kecil, daun kering, atau kancing baju. Benda itu harus muncul dalam cerita mereka. Cara ini membuat anak yang pemalu punya tempat untuk memulai.',
        ),
        figure(
          'hornbill',
          'Burung enggang berparuh kuning dan bertanduk merah jingga bertengger di dahan.',
          'Enggang, tokoh dalam dongeng pertama.',
        ),
        p(
          'Orang tua boleh mendampingi. Anak dengan kebutuhan khusus dapat meminta pendamping atau juru bahasa isyarat tiga hari sebelumnya. Pendaftaran cukup di meja depan. Kelas ditutup dengan menyanyi bersama, termasuk satu lagu ',
          foreign('betingkilan', 'vkt'),
          ' dari Kutai.',
        ),
      ],
    }),
  },
];
