import { bold, type DemoArticle, event, figure, h, link, p, pullQuote, quote, shot, timeline, ul } from '../writing.ts';

/** Articles of the tourism agency. */
export const cultureArticles: readonly DemoArticle[] = [
  {
    key: 'pekan-budaya',
    kind: 'news',
    agency: 'dispar',
    writer: 'petrus',
    section: 'budaya',
    topics: ['anak', 'usaha'],
    regencies: ['64.72', '64.02', '64.07', '64.11'],
    infoClass: 'periodic',
    when: { daysAgo: 2, at: '16.30' },
    related: ['kelas-dongeng', 'susur-mangrove'],
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Pekan Budaya Contoh: Menari, Menenun, dan Mendongeng Bersama',
      lead: 'Pengunjung Pekan Budaya Contoh boleh ikut menari, mencoba alat tenun, dan makan bersama di rumah panjang. Acara terbuka untuk umum selama tiga hari, tanpa tiket.',
      summary:
        'Pekan Budaya Contoh digelar tiga hari tanpa tiket. Pengunjung dapat ikut menari, menenun, dan mendengarkan dongeng.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.saturday(9).iso,
      cover: shot(
        'longhouse',
        'Empat penari berikat kepala bulu enggang menari di halaman rumah panjang, disaksikan warga pada sore hari.',
        'Tari pembuka di halaman rumah panjang.',
      ),
      sources: [
        { name: 'Dinas Pariwisata (contoh)', detail: 'Susunan acara pekan budaya, edisi contoh' },
        { name: 'Sanggar tenun kampung (contoh)', detail: 'Keterangan pelatih' },
      ],
      body: [
        p(
          `Acara dimulai ${calendar.saturday(9).words} pukul 15.00 WITA dengan tari penyambutan. Berbeda dari pertunjukan biasa, penonton tidak duduk di kursi. Setelah tarian pertama, pelatih membuka lingkaran dan mengajak siapa saja masuk.`,
        ),
        quote(
          'Ding Lahang (contoh)',
          'pelatih sanggar tari',
          'Langkahnya hanya dua, maju dan melingkar. Yang penting tangannya jangan terburu-buru, seperti enggang yang mau hinggap.',
        ),
        timeline(
          { when: 'Hari pertama, pukul 15.00', what: 'Tari penyambutan, lalu lingkaran tari untuk semua.' },
          { when: 'Hari kedua, pukul 16.00', what: 'Dongeng enggang untuk anak dan lomba gasing.' },
          { when: 'Hari ketiga, pukul 19.00', what: 'Kain bersama selesai ditenun, ditutup dengan makan malam.' },
        ),
        h('Mencoba alat tenun'),
        p(
          'Di beranda rumah panjang, pengunjung dapat duduk di depan alat tenun gendong. Serat daun doyo yang sudah dipintal disediakan dalam tiga warna. Setiap orang menenun satu baris, sehingga pada hari ketiga selembar kain selesai bersama.',
        ),
        p(
          'Pelatih duduk di sebelah peserta dan memulai dari belah ketupat, motif yang paling sederhana. Kesalahan tidak dibongkar. Menurut para penenun, baris yang keliru justru menandai siapa yang menenunnya.',
        ),
        figure(
          'woven-cloth',
          'Kain tenun dengan deretan belah ketupat dan sulur berwarna merah, hitam, kuning, dan putih gading di alat tenun.',
          'Setiap pengunjung menambah satu baris pada kain bersama.',
        ),
        pullQuote('Baris yang keliru justru menandai siapa yang menenunnya.'),
        h('Untuk anak'),
        ul(
          'Dongeng enggang setiap pukul 16.00 WITA.',
          'Melukis topi dengan motif sulur.',
          'Permainan gasing dan egrang di halaman samping.',
        ),
        h('Datang dengan nyaman'),
        p(
          'Halaman dapat dilalui kursi roda dan kereta bayi. Beranda dicapai dengan tangga; petugas membawakan alat tenun ke halaman bagi yang tidak dapat naik. Juru bahasa isyarat hadir pada acara pembukaan dan penutupan.',
        ),
        p(
          'Tersedia tiga tempat duduk teduh, ruang menyusui, dan pos kesehatan. Anak diberi gelang nama di pintu masuk. Orang tua cukup menuliskan nomor telepon di sisi dalam gelang.',
        ),
        ul(
          [bold('Kendaraan:'), ' naik bus kota sampai halte contoh, lalu berjalan lima menit.'],
          [bold('Makanan:'), ' bawa dari rumah untuk makan bersama, lalu cuci piring sendiri.'],
          [bold('Foto:'), ' minta izin sebelum memotret orang dari dekat.'],
        ),
        event('agenda-pekan-budaya'),
        p(
          'Perajin yang ingin membuka meja jualan dapat mendaftar tanpa biaya di ',
          link('laman pendaftaran', 'https://contoh.example/pekan-budaya'),
          '. Meja dibagi dengan undian yang disiarkan langsung.',
        ),
      ],
    }),
  },
  {
    key: 'susur-mangrove',
    kind: 'news',
    agency: 'dispar',
    writer: 'petrus',
    section: 'budaya',
    topics: ['hutan'],
    regencies: ['64.71', '64.03'],
    infoClass: 'on_request',
    when: { daysAgo: 16, at: '09.50' },
    story: { to: 'published' },
    write: () => ({
      title: 'Susur Mangrove: Bekantan Dilihat, Jangan Diberi Makan',
      lead: 'Menyusuri hutan bakau paling nyaman pada pagi hari, saat air pasang dan bekantan turun ke dahan rendah. Pengunjung diminta menjaga jarak dan tidak memberi makan.',
      summary:
        'Waktu terbaik menyusuri mangrove adalah pagi saat pasang. Jaga jarak dari bekantan dan jangan memberi makan.',
      datelinePlace: 'Balikpapan',
      cover: shot(
        'mangrove',
        'Seekor bekantan berbulu cokelat kemerahan duduk di dahan, akar bakau memantul di air yang tenang.',
        'Bekantan sering terlihat di dahan rendah pada pagi hari.',
      ),
      sources: [{ name: 'Dinas Pariwisata (contoh)', detail: 'Panduan pengunjung mangrove, edisi contoh' }],
      body: [
        p(
          'Bekantan makan daun muda dan buah yang keras. Roti dan keripik membuat perutnya sakit, dan membuatnya berani mendekati perahu. Karena itu larangan memberi makan bukan sekadar aturan tempat wisata.',
        ),
        p(
          'Bekantan hidup berkelompok: seekor jantan berhidung besar, beberapa betina, dan anak-anaknya. Mereka pandai berenang dan kadang menyeberangi sungai bersama-sama. Dari perahu, yang paling mudah dikenali adalah ekornya yang putih menjuntai.',
        ),
        h('Sebelum naik perahu'),
        ul(
          'Pakai jaket keselamatan dan baju lengan panjang.',
          'Bawa air minum dalam botol yang dapat diisi ulang.',
          'Matikan suara telepon, siapkan teropong bila punya.',
          'Tanyakan jam pasang kepada pemandu.',
        ),
        quote(
          'Ardiansyah (contoh)',
          'pemandu perahu',
          'Kalau mesin dimatikan dan semua diam lima menit, biasanya merekalah yang datang melihat kita.',
        ),
        p(
          'Satu perahu membawa paling banyak enam orang. Perahu tidak menambat pada akar bakau, karena akar muda mudah patah dan di sanalah udang kecil berlindung.',
        ),
        p(
          'Perjalanan berlangsung satu jam. Setelah itu pengunjung dapat menanam satu bibit bakau di petak yang sudah disiapkan, dengan lumpur setinggi lutut. Siapkan baju ganti.',
        ),
      ],
    }),
  },
  {
    key: 'pulau-penyu',
    kind: 'press_release',
    agency: 'dispar',
    writer: 'petrus',
    section: 'budaya',
    topics: ['hutan', 'sampah'],
    regencies: ['64.03'],
    infoClass: 'periodic',
    when: { daysAgo: 19, at: '11.20' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Wisata Pulau: Penyu Dijaga, Sampah Dibawa Pulang',
      lead: 'Setiap pengunjung pulau menerima satu kantong kain saat naik perahu dan membawanya kembali berisi sampah sendiri. Cara ini menjaga pantai tempat penyu bertelur tetap bersih.',
      summary: 'Pengunjung pulau menerima kantong kain dan membawa pulang sampahnya agar pantai penyu tetap bersih.',
      datelinePlace: 'Tanjung Redeb',
      eventDate: calendar.workday(-1).iso,
      cover: shot(
        'island-pier',
        'Dermaga kayu menuju laut jernih, seekor penyu berenang di bawah permukaan dan pulau berpohon kelapa di kejauhan.',
        'Penyu kerap terlihat dari dermaga pada pagi hari.',
      ),
      sources: [{ name: 'Dinas Pariwisata (contoh)', detail: 'Siaran pers, nomor contoh' }],
      details: {
        releaseNumber: '021/SP/Dispar/contoh',
        contactName: 'Pusat Informasi Wisata (contoh)',
        contactPhone: '0800-000-0000',
        contactEmail: 'dispar@contoh.example',
      },
      body: [
        p(
          `Aturan kantong kain berlaku mulai ${calendar.workday(-1).words} di semua perahu wisata yang terdaftar. Pengunjung yang lupa membawa kantongnya kembali diminta memungut sampah di pantai selama sepuluh menit.`,
        ),
        h('Bila bertemu penyu'),
        ul(
          'Berenanglah di samping, jangan di depan atau di atasnya.',
          'Jangan menyentuh, menunggangi, atau memegang tempurungnya.',
          'Matikan lampu senter di pantai pada malam hari.',
          'Biarkan tukik berjalan sendiri ke laut.',
        ),
        p(
          'Krim tabir surya yang luntur dapat mengganggu karang. Pakailah baju renang berlengan, lebih murah dan lebih melindungi.',
        ),
        p(
          'Air tawar di pulau terbatas. Penginapan meminta tamu membilas badan dengan gayung dan memakai handuk lebih dari sekali. Botol minum dapat diisi ulang di dermaga.',
        ),
        quote(
          'Sabriansyah (contoh)',
          'penjaga pantai pulau contoh',
          'Tamu yang baik itu yang jejaknya hilang kena ombak, bukan yang tertinggal sampai tahun depan.',
        ),
      ],
    }),
  },
  {
    key: 'kunjungan-rombongan',
    faults: ['plain_words', 'passive_chain'],
    kind: 'news',
    agency: 'dispar',
    writer: 'petrus',
    section: 'budaya',
    topics: [],
    regencies: ['64.02'],
    infoClass: 'periodic',
    when: { daysAgo: 1, at: '13.10' },
    story: {
      to: 'returned',
      reasonCode: 'ceremony_only',
      note: 'Naskah ini baru bercerita siapa yang datang. Tambahkan apa yang kini dapat dikerjakan atau dikunjungi warga: jam buka, cara ke sana, dan siapa yang dapat dihubungi.',
    },
    write: (calendar) => ({
      title: 'Rombongan Kunjungi Kampung Wisata',
      lead: 'Rombongan dinas melaksanakan kunjungan ke kampung wisata contoh dan disambut oleh pengurus kampung dengan tarian penyambutan.',
      summary: '',
      datelinePlace: 'Tenggarong',
      eventDate: calendar.workday(-2).iso,
      cover: shot(
        'longhouse',
        'Penari menyambut tamu di halaman rumah panjang.',
        'Tari penyambutan di kampung wisata.',
      ),
      sources: [{ name: 'Dinas Pariwisata (contoh)', detail: 'Catatan kunjungan' }],
      body: [
        p('Acara dibuka dengan sambutan, dilanjutkan dengan peninjauan, dan ditutup dengan foto bersama.'),
        p('Kunjungan diharapkan dapat meningkatkan sinergi.'),
      ],
    }),
  },
];
