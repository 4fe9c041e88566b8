import { bold, type DemoArticle, h, link, ol, p, quote, shot, ul } from '../writing.ts';

/** Articles of the health agency, which has a verifier. */
export const healthArticles: readonly DemoArticle[] = [
  {
    key: 'imunisasi-anak',
    kind: 'news',
    agency: 'dinkes',
    writer: 'ratna',
    section: 'kesehatan',
    topics: ['anak'],
    regencies: ['64.72', '64.02'],
    infoClass: 'periodic',
    when: { daysAgo: 1, at: '09.10' },
    related: ['antre-puskesmas', 'air-sungai'],
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Imunisasi Anak Kini Dua Kali Sepekan di Puskesmas Contoh',
      lead: 'Orang tua tidak perlu lagi menunggu satu bulan untuk jadwal imunisasi berikutnya. Puskesmas Contoh Seberang membuka pelayanan setiap Selasa dan Kamis pagi, tanpa biaya, termasuk bagi anak yang jadwalnya terlewat.',
      summary:
        'Imunisasi anak di Puskesmas Contoh Seberang dibuka setiap Selasa dan Kamis pagi tanpa biaya. Anak yang terlambat tetap dilayani.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.workday(-1).iso,
      cover: shot(
        'immunisation',
        'Perawat berjas putih menyiapkan imunisasi untuk seorang anak yang duduk di samping ibunya di ruang periksa.',
        'Anak boleh duduk di samping atau di pangkuan orang tuanya selama imunisasi.',
      ),
      sources: [
        { name: 'Dinas Kesehatan (contoh)', detail: 'Jadwal layanan puskesmas, edisi contoh' },
        { name: 'Wawancara dengan petugas imunisasi (contoh)', detail: `${calendar.workday(-1).words}` },
      ],
      body: [
        p(
          `Jadwal baru itu mulai berlaku ${calendar.workday(-1).words}. Pendaftaran dibuka pukul 07.30 WITA dan pelayanan berjalan sampai pukul 11.00 WITA. Sebelumnya imunisasi hanya dilayani sekali sebulan, bersamaan dengan hari posyandu.`,
        ),
        p(
          'Perubahan ini menjawab keluhan yang paling sering masuk ke kotak saran: ibu yang bekerja sulit meluangkan waktu pada satu hari tertentu. Dengan dua hari pilihan dalam sepekan, keluarga dapat menyesuaikan dengan jam kerja atau jadwal kapal.',
        ),
        quote(
          'Ratih (contoh)',
          'petugas imunisasi Puskesmas Contoh Seberang',
          'Kalau ada jadwal yang terlewat, jangan sungkan datang. Kami susun ulang jadwalnya bersama, anak tidak harus mengulang dari awal.',
        ),
        h('Yang perlu dibawa'),
        ul(
          'buku kesehatan ibu dan anak atau catatan imunisasi terakhir;',
          'kartu keluarga, atau fotonya di telepon;',
          'air minum dan mainan kecil agar anak tenang menunggu.',
        ),
        p(
          'Keluarga yang bukunya hilang tetap dilayani. Petugas menelusuri catatan lama di komputer puskesmas, lalu menuliskannya ke buku yang baru.',
        ),
        h('Bila jadwalnya terlewat'),
        p(
          'Jadwal yang terlewat hampir selalu dapat dikejar. Petugas menghitung jarak aman antara satu imunisasi dan berikutnya, lalu menuliskan tanggal baru di buku. Orang tua menerima pengingat lewat pesan dua hari sebelumnya.',
        ),
        p(
          'Anak yang sedang demam tinggi sebaiknya menunggu sampai sembuh. Batuk dan pilek ringan biasanya bukan alasan menunda, tetapi sampaikan lebih dulu kepada petugas. Sampaikan pula riwayat alergi, bila ada.',
        ),
        h('Sesudah imunisasi'),
        p(
          'Anak diminta menunggu tiga puluh menit di ruang tunggu. Selama itu petugas memantau keadaannya dan menjelaskan apa yang mungkin dirasakan di rumah, misalnya badan hangat atau rewel pada hari pertama.',
        ),
        p(
          'Bila anak demam, beri minum lebih sering dan pakaikan baju yang tipis. Bila demam tidak turun setelah dua hari atau orang tua merasa khawatir, bawa anak kembali ke puskesmas pada jam buka.',
        ),
        p(
          'Daftar hari layanan di puskesmas lain dapat dibaca di laman ',
          link('jadwal imunisasi', 'https://contoh.example/jadwal-imunisasi'),
          '. Warga yang tidak memakai internet dapat bertanya langsung ke kader posyandu terdekat.',
        ),
      ],
    }),
  },
  {
    key: 'antre-puskesmas',
    kind: 'news',
    agency: 'dinkes',
    writer: 'ratna',
    section: 'kesehatan',
    topics: ['digital'],
    regencies: ['64.71'],
    infoClass: 'periodic',
    when: { daysAgo: 6, at: '10.05' },
    related: ['air-sungai'],
    newSlug: 'nomor-antrean-puskesmas',
    story: {
      to: 'published',
      edited: { title: 'Nomor Antrean Puskesmas Bisa Diambil dari Rumah' },
    },
    write: (calendar) => ({
      title: 'Sosialisasi Nomor Antrean Puskesmas dari Rumah',
      lead: 'Warga dapat mengambil nomor antrean puskesmas sejak malam sebelumnya, lewat pesan singkat atau laman layanan. Waktu tunggu di ruang tunggu menjadi lebih pendek, dan loket tetap melayani yang datang langsung.',
      summary: 'Nomor antrean puskesmas dapat diambil dari rumah sejak malam sebelumnya. Loket biasa tetap buka.',
      datelinePlace: 'Balikpapan',
      eventDate: calendar.workday(-2).iso,
      cover: shot(
        'health-centre',
        'Warga berdatangan ke puskesmas beratap merah pada pagi hari: seorang ibu menggendong bayi dan seorang anak mengantar ayahnya.',
        'Antrean pagi di depan puskesmas menjadi lebih pendek sejak nomor dapat diambil dari rumah.',
      ),
      sources: [{ name: 'Dinas Kesehatan (contoh)', detail: 'Panduan antrean jarak jauh, edisi contoh' }],
      body: [
        p(
          'Cara ini dicoba lebih dulu di tiga puskesmas contoh. Setengah dari jumlah nomor harian disediakan untuk antrean jarak jauh, setengahnya lagi untuk warga yang datang langsung ke loket.',
        ),
        h('Langkahnya'),
        ol(
          [
            'Kirim pesan “ANTRE” ke nomor layanan contoh 0800-000-0000, atau buka ',
            link('laman antrean', 'https://contoh.example/antrean'),
            '.',
          ],
          'Pilih puskesmas, hari, dan jenis pelayanan.',
          'Simpan nomor yang Anda terima beserta perkiraan jam pelayanannya.',
          'Datang lima belas menit sebelum jam itu dan tunjukkan nomor kepada petugas.',
        ),
        p(
          'Nomor yang terlewat tidak langsung hangus. Petugas menaruhnya tiga urutan di belakang, sehingga pasien yang terlambat sebentar tidak perlu pulang.',
        ),
        p(
          'Kartu jaminan kesehatan dan kartu identitas cukup ditunjukkan sekali, saat tiba. Data pada kunjungan berikutnya sudah terisi, sehingga pendaftaran tinggal mencocokkan nama dan tanggal lahir.',
        ),
        quote(
          'Hasanah (contoh)',
          'petugas loket puskesmas contoh',
          'Yang lanjut usia, ibu hamil, dan penyandang disabilitas tetap didahulukan, dengan nomor apa pun.',
        ),
        p(
          'Keadaan gawat darurat tidak memakai nomor antrean. ',
          bold('Langsung menuju ruang gawat darurat'),
          ' dan pendaftaran diurus kemudian oleh keluarga.',
        ),
      ],
    }),
  },
  {
    key: 'air-sungai',
    kind: 'news',
    agency: 'dinkes',
    writer: 'ratna',
    section: 'kesehatan',
    topics: ['sungai'],
    regencies: ['64.02', '64.07', '64.11'],
    infoClass: 'on_request',
    when: { daysAgo: 15, at: '08.40' },
    story: { to: 'published' },
    write: () => ({
      title: 'Air Sungai untuk Minum: Saring, Rebus, Simpan Tertutup',
      lead: 'Keluarga di tepi sungai tetap dapat minum air yang aman dengan tiga langkah sederhana. Saring airnya, rebus sampai mendidih penuh, lalu simpan dalam wadah bersih yang tertutup.',
      summary:
        'Tiga langkah agar air sungai aman diminum: endapkan dan saring, rebus sampai mendidih, simpan tertutup.',
      datelinePlace: 'Tenggarong',
      cover: shot(
        'stilt-village',
        'Rumah panggung di tepi sungai yang tenang saat matahari terbit, seorang warga mendayung perahu kecil.',
        'Banyak keluarga di tepi sungai mengambil air dari depan rumah.',
      ),
      sources: [{ name: 'Dinas Kesehatan (contoh)', detail: 'Lembar penyuluhan air minum rumah tangga, edisi contoh' }],
      body: [
        p(
          'Air yang terlihat jernih belum tentu aman. Sebaliknya, air yang keruh masih dapat dipakai asalkan diolah dengan urutan yang benar. Berikut cara yang dapat dikerjakan di dapur mana pun.',
        ),
        h('Satu: endapkan dan saring'),
        p(
          'Diamkan air di ember semalaman agar lumpur turun. Ambil bagian atasnya, lalu saring dengan kain katun bersih yang dilipat empat. Cuci kain itu dan jemur sampai kering sebelum dipakai lagi.',
        ),
        h('Dua: rebus sampai mendidih penuh'),
        p(
          'Tunggu sampai gelembung besar naik terus-menerus, lalu biarkan mendidih selama satu menit. Air yang baru berasap belum cukup panas.',
        ),
        h('Tiga: simpan tertutup'),
        ul(
          'Pakai wadah yang dicuci dengan sabun dan dibilas air matang.',
          'Ambil air dengan gayung bertangkai, jangan dengan tangan atau gelas bekas.',
          'Habiskan dalam satu sampai dua hari.',
        ),
        h('Tanda air perlu diganti'),
        p(
          'Buang air yang berbau, berlendir, atau kemasukan serangga, meskipun baru direbus kemarin. Cuci wadahnya dengan sabun, jemur sampai kering, lalu isi kembali dengan air yang baru.',
        ),
        p(
          'Kader kesehatan kampung dapat membantu memeriksa cara menyimpan air di rumah. Mintalah mereka mampir pada hari posyandu.',
        ),
      ],
    }),
  },
  {
    key: 'cuci-tangan',
    kind: 'news',
    agency: 'dinkes',
    writer: 'ratna',
    section: 'kesehatan',
    topics: ['anak'],
    regencies: ['64.74'],
    infoClass: 'on_request',
    when: { minutesAgo: 50 },
    story: { to: 'submitted' },
    write: () => ({
      title: 'Enam Saat Anak Wajib Mencuci Tangan dengan Sabun',
      lead: 'Tangan yang bersih menjauhkan anak dari diare dan batuk pilek. Cukup dua puluh detik dengan sabun dan air mengalir, terutama pada enam saat berikut.',
      summary: 'Enam saat penting mencuci tangan bagi anak, masing-masing cukup dua puluh detik dengan sabun.',
      datelinePlace: 'Bontang',
      cover: shot(
        'health-centre',
        'Warga datang ke puskesmas beratap merah, seorang petugas menyambut di dekat pintu.',
        'Keran cuci tangan di puskesmas dipasang setinggi anak.',
      ),
      sources: [{ name: 'Dinas Kesehatan (contoh)', detail: 'Bahan penyuluhan sekolah, edisi contoh' }],
      body: [
        ul(
          'sebelum makan;',
          'sesudah dari kamar kecil;',
          'sesudah bermain di luar;',
          'sesudah batuk atau bersin;',
          'sesudah menyentuh hewan;',
          'sebelum menggendong adik bayi.',
        ),
        p(
          'Ajari anak menggosok telapak, punggung tangan, sela jari, dan kuku. Menyanyikan satu lagu pendek sampai selesai kira-kira sama dengan dua puluh detik.',
        ),
      ],
    }),
  },
];
