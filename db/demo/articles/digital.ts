import { bold, type DemoArticle, figure, foreign, h, h3, link, ol, p, quote, shot, ul } from '../writing.ts';

/** Articles of the agency for communication and informatics. */
export const digitalArticles: readonly DemoArticle[] = [
  {
    key: 'surat-elektronik',
    kind: 'press_release',
    agency: 'diskominfo',
    writer: 'bayu',
    section: 'pemerintahan',
    topics: ['digital', 'dokumen'],
    regencies: [],
    infoClass: 'periodic',
    when: { daysAgo: 6, at: '14.40' },
    story: { to: 'published' },
    write: () => ({
      title: 'Surat Bertanda Tangan Elektronik: Cara Memeriksa Keasliannya',
      lead: 'Warga yang menerima surat pemerintah sebagai berkas elektronik dapat memeriksa keasliannya sendiri dalam satu menit. Yang diperiksa bukan gambar tanda tangannya, melainkan segel di dalam berkas.',
      summary: 'Keaslian surat elektronik diperiksa dari segel di dalam berkas, bukan dari gambar tanda tangan.',
      datelinePlace: 'Samarinda',
      cover: shot(
        'signed-letter',
        'Komputer jinjing menampilkan surat bertanda tangan elektronik dengan centang hijau, telepon di sampingnya menampilkan centang yang sama.',
        'Segel elektronik dapat diperiksa dari komputer maupun telepon.',
      ),
      details: {
        releaseNumber: '014/SP/Diskominfo/contoh',
        contactName: 'Meja Layanan Diskominfo (contoh)',
        contactPhone: '0800-000-0000',
        contactEmail: 'diskominfo@contoh.example',
      },
      sources: [
        {
          name: 'Dinas Komunikasi dan Informatika (contoh)',
          detail: 'Siaran pers dan panduan pemeriksaan, edisi contoh',
        },
      ],
      body: [
        p(
          'Gambar tanda tangan mudah disalin, sedangkan segel elektronik tidak. Segel itu berubah menjadi tidak sah begitu satu huruf saja dalam surat diganti. Karena itu, berkas aslinya perlu disimpan, bukan hanya cetakannya.',
        ),
        p(
          'Bayangkan sebuah amplop yang dilem. Siapa pun dapat melihat apakah lemnya pernah dibuka. Segel elektronik bekerja serupa, hanya saja yang diperiksa adalah setiap huruf dan setiap angka di dalam berkas.',
        ),
        h('Memeriksa dari telepon'),
        ol(
          'Simpan berkas surat yang diterima, jangan hanya memotret layarnya.',
          ['Buka ', link('laman pemeriksaan', 'https://contoh.example/cek-surat'), ' dan pilih berkas itu.'],
          'Baca tiga baris hasilnya: siapa penanda tangan, kapan, dan apakah isi berubah.',
        ),
        h('Memindai kode pada cetakan'),
        p(
          'Surat yang sudah dicetak memuat kode kotak di sudut bawah. Kode itu membuka salinan surat di laman resmi. Cocokkan nomor, tanggal, dan nama penerima dengan kertas yang Anda pegang.',
        ),
        p(
          bold('Perhatikan alamat laman yang terbuka.'),
          ' Jika alamatnya bukan milik instansi penerbit, tutup dan tanyakan langsung ke loket.',
        ),
        h('Bila hasilnya “isi berubah”'),
        p(
          'Jangan langsung menganggapnya palsu. Aplikasi yang menyunting, menggabungkan, atau mengecilkan berkas juga menghapus segelnya. Mintalah berkas asli kepada penerbit, lalu periksa ulang.',
        ),
        p(
          'Bila penanda tangannya bukan pejabat yang disebut dalam surat, simpan berkas itu dan laporkan. Sertakan dari mana dan kapan Anda menerimanya.',
        ),
        quote(
          'Indah (contoh)',
          'petugas layanan tanda tangan elektronik',
          'Kertasnya boleh kusut. Selama berkasnya masih ada, keasliannya selalu dapat dibuktikan.',
        ),
        p('Surat bertanda tangan basah tetap berlaku. Loket tidak boleh menolak salah satunya.'),
      ],
    }),
  },
  {
    key: 'internet-desa',
    kind: 'news',
    agency: 'diskominfo',
    writer: 'bayu',
    section: 'infrastruktur',
    topics: ['digital'],
    regencies: ['64.11', '64.07', '64.08'],
    infoClass: 'periodic',
    when: { daysAgo: 18, at: '08.20' },
    story: {
      to: 'reopened',
      publicNote: 'Menambahkan cara melaporkan titik layanan yang padam.',
      started: {
        summary:
          'Kampung dapat mengajukan titik internet dengan satu surat dan denah tempat. Titik yang padam dapat dilaporkan lewat pesan singkat.',
      },
    },
    write: (calendar) => ({
      title: 'Internet Desa: Cara Kampung Mengajukan Titik Layanan',
      lead: 'Kampung yang belum terlayani internet dapat mengajukan satu titik layanan dengan surat sederhana. Titik itu dipasang di tempat yang didatangi semua orang dan dapat dipakai tanpa biaya.',
      summary: 'Kampung dapat mengajukan titik internet dengan satu surat, denah tempat, dan nama dua pengelola.',
      datelinePlace: 'Sendawar',
      eventDate: calendar.workday(-3).iso,
      cover: shot(
        'village-mast',
        'Menara pemancar merah putih menjulang di belakang rumah-rumah kampung, warga memakai telepon di beranda.',
        'Titik layanan biasanya dipasang di balai kampung atau beranda rumah bersama.',
      ),
      sources: [
        {
          name: 'Dinas Komunikasi dan Informatika (contoh)',
          detail: 'Tata cara pengajuan titik layanan, edisi contoh',
        },
        { name: 'Pengelola titik layanan kampung (contoh)', detail: calendar.workday(-3).words },
      ],
      body: [
        p(
          'Sinyal sering sampai ke tepi sungai, tetapi tidak sampai ke balik bukit. Di kampung seperti itu, satu titik layanan di tempat bersama lebih berguna daripada banyak titik kecil yang tidak terawat.',
        ),
        p(
          'Pengajuan dibuka sepanjang tahun. Tidak ada biaya, tidak ada kuota untuk perantara, dan setiap pengajuan mendapat nomor yang dapat dilacak.',
        ),
        p(
          'Artikel ini merangkum caranya dari awal sampai akhir, berdasarkan pengalaman kampung yang sudah memiliki titik layanan. Sebagian besar pekerjaan ternyata bukan soal perangkat, melainkan soal sepakat.',
        ),
        h('Memilih tempat'),
        ul(
          'terbuka untuk semua warga, pagi sampai malam;',
          'ada listrik, atau dapat dipasangi panel surya;',
          'atapnya tidak bocor dan pintunya dapat dikunci;',
          'langit ke arah yang diperlukan tidak tertutup pohon besar.',
        ),
        p(
          'Balai kampung, ruang tunggu dermaga, dan beranda puskesmas pembantu biasanya memenuhi semuanya. Rumah pribadi tidak dipakai, sekalipun pemiliknya bersedia, karena warga lain akan sungkan datang pada malam hari.',
        ),
        quote(
          'Lusia (contoh)',
          'pengelola titik layanan kampung',
          'Dulu kami naik bukit kalau mau kirim laporan. Sekarang anak-anak mengerjakan tugas di balai, dan bukitnya sepi lagi.',
        ),
        h('Mengirim pengajuan'),
        ol(
          'Musyawarah kampung menyepakati tempat dan dua orang pengelola.',
          'Kepala kampung menulis surat satu halaman.',
          'Lampirkan denah tangan dan tiga foto tempat.',
          [
            'Kirim lewat ',
            link('laman pengajuan', 'https://contoh.example/internet-desa'),
            ', kantor camat, atau kapal pos.',
          ],
          'Petugas menghubungi pengelola untuk menyepakati hari survei.',
        ),
        h3('Contoh isi surat'),
        p(
          'Surat cukup memuat nama kampung, jumlah rumah, tempat yang dipilih, sumber listrik, dan nama dua pengelola. Surat yang ditulis tangan diterima sama baiknya.',
        ),
        h3('Lama menunggu'),
        p(
          'Survei dijadwalkan menurut arah perjalanan, agar satu perjalanan perahu menjangkau beberapa kampung. Pengelola dapat melihat urutan kampungnya di laman pengajuan. Bila jadwal bergeser karena air surut, pesan dikirim kepada pengelola dan camat.',
        ),
        h('Setelah terpasang'),
        p(
          'Pengelola mendapat pelatihan satu hari: menyalakan ulang perangkat, mengganti kata sandi, dan mencatat gangguan. Kata sandi ditempel di papan, agar tidak ada yang memperjualbelikannya.',
        ),
        p(
          'Rawatlah perangkat seperti mesin perahu: bersihkan debunya sebulan sekali, jauhkan dari air hujan, dan matikan ketika petir. Lembar perawatannya ditempel di sebelah papan kata sandi.',
        ),
        figure(
          'rainforest',
          'Hutan berlapis kabut di antara perbukitan pada pagi hari.',
          'Perbukitan berhutan membuat sinyal sulit merambat.',
        ),
        p(
          'Jaringan bersama, atau ',
          foreign('wi-fi'),
          ', dibatasi agar semua kebagian. Panggilan video keluarga dan tugas sekolah didahulukan pada sore hari. Situs perjudian ditutup.',
        ),
        p(
          'Sesudah tiga bulan, petugas kembali untuk mendengar pengalaman warga. Dari catatan itulah jam layanan dan letak antena diperbaiki.',
        ),
      ],
    }),
  },
  {
    key: 'kata-sandi',
    kind: 'news',
    agency: 'diskominfo',
    writer: 'bayu',
    section: 'pemerintahan',
    topics: ['digital'],
    regencies: [],
    infoClass: 'on_request',
    when: { daysAgo: 27, at: '13.00' },
    story: { to: 'published' },
    write: () => ({
      title: 'Kata Sandi yang Panjang Lebih Mudah daripada yang Rumit',
      lead: 'Empat kata yang tidak berhubungan lebih sulit ditebak daripada satu kata dengan angka dan tanda seru. Kata sandi semacam itu juga lebih mudah diingat.',
      summary: 'Kata sandi dari empat kata acak lebih aman dan lebih mudah diingat daripada kata yang rumit.',
      datelinePlace: 'Samarinda',
      cover: null,
      sources: [{ name: 'Dinas Komunikasi dan Informatika (contoh)', detail: 'Seri aman bergawai, edisi contoh' }],
      body: [
        p(
          'Pilih empat benda yang tidak pernah bersama: misalnya sesuatu di dapur, sesuatu di langit, nama warna, dan nama alat. Jangan memakai contoh yang pernah Anda baca, termasuk di artikel ini.',
        ),
        p(
          'Huruf besar dan tanda baca boleh ditambahkan, tetapi bukan itu yang membuatnya kuat. Yang membuatnya kuat adalah panjangnya, dan kenyataan bahwa tidak ada orang lain yang akan memilih empat kata yang sama.',
        ),
        ul(
          'Satu akun, satu kata sandi.',
          'Nyalakan langkah kedua untuk surel dan perbankan.',
          'Jangan menyebutkan kode yang masuk ke telepon kepada siapa pun.',
        ),
        p(
          'Menuliskan kata sandi di buku yang disimpan di rumah masih lebih aman daripada memakai kata yang sama di mana-mana.',
        ),
      ],
    }),
  },
  {
    key: 'lomba-memancing',
    kind: 'news',
    agency: 'diskominfo',
    writer: 'bayu',
    section: 'pemerintahan',
    topics: [],
    regencies: ['64.72'],
    infoClass: 'on_request',
    when: { daysAgo: 3, at: '16.00' },
    story: {
      to: 'rejected',
      reasonCode: 'not_our_authority',
      note: 'Acara internal pegawai bukan kabar untuk warga. Silakan muat di buletin kantor; naskahnya dapat disalin dari sini.',
    },
    write: () => ({
      title: 'Lomba Memancing Antarkantor Diikuti Puluhan Pegawai',
      lead: 'Puluhan pegawai mengikuti lomba memancing antarkantor di kolam contoh pada akhir pekan.',
      summary: '',
      datelinePlace: 'Samarinda',
      cover: null,
      sources: [{ name: 'Panitia lomba (contoh)', detail: 'Keterangan lisan' }],
      body: [p('Lomba berlangsung meriah. Ikan terberat ditimbang panitia dan dilepas kembali.')],
    }),
  },
];
