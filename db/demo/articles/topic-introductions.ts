import { type DemoArticle, h, keyNumbers, link, p, timeline, ul } from '../writing.ts';

const page = {
  kind: 'page',
  section: null,
  regencies: [],
  infoClass: 'on_request',
  story: { to: 'published' },
} as const satisfies Partial<DemoArticle>;

const noPlace = { summary: '', datelinePlace: '', cover: null } as const;
const example = 'angka contoh, bukan data sebenarnya';

/** What editors say of a topic before its articles. */
export const topicIntroductions: readonly DemoArticle[] = [
  {
    ...page,
    key: 'pengantar-sungai',
    agency: 'dishub',
    writer: 'dewi',
    topics: ['sungai'],
    when: { daysAgo: 21, at: '09.30' },
    write: (calendar) => ({
      ...noPlace,
      title: 'Pengantar Angkutan Sungai',
      lead: 'Bagi banyak kampung di hulu, sungai adalah jalan raya. Di sini terkumpul kabar tentang jadwal, keselamatan, dan dermaga, supaya Anda tidak perlu menebak kapan kapal berangkat.',
      details: { pageRole: 'topic_introduction' },
      sources: [{ name: 'Dinas Perhubungan (contoh)', detail: 'Catatan layanan sungai, edisi contoh' }],
      body: [
        p(
          'Kapal sungai mengangkut pelajar, pasien, sayur, dan surat. Ketika air surut, jadwalnya berubah dalam hitungan jam. Kabar perubahan selalu lebih dulu muncul di halaman ini.',
        ),
        keyNumbers(
          { value: '14 dermaga', label: 'yang memajang jadwal tetap', source: example },
          { value: '32 kapal', label: 'yang diperiksa setiap bulan', source: example },
          { value: '9 dari 10', label: 'kapal berangkat tepat waktu', source: example },
        ),
        h('Yang sudah berjalan'),
        timeline(
          {
            when: calendar.workday(-150).long,
            what: 'Warga dan pemilik kapal menyepakati jam berangkat di sembilan dermaga.',
          },
          { when: calendar.workday(-90).long, what: 'Jaket keselamatan dihitung sebelum kapal lepas tambat.' },
          { when: calendar.workday(-40).long, what: 'Papan jadwal dengan huruf besar dipasang di tepi dermaga.' },
          { when: calendar.workday(-5).long, what: 'Perubahan jadwal mulai diumumkan lewat situs ini.' },
        ),
        h('Sebelum naik kapal'),
        ul(
          'Periksa papan jadwal atau halaman ini pada pagi hari.',
          'Pakai jaket keselamatan sebelum kapal bergerak.',
          'Sebutkan kepada petugas bila Anda memerlukan bantuan naik.',
        ),
      ],
    }),
  },
  {
    ...page,
    key: 'pengantar-sampah',
    agency: 'dlh',
    writer: 'petrus',
    topics: ['sampah'],
    when: { daysAgo: 21, at: '13.30' },
    write: (calendar) => ({
      ...noPlace,
      title: 'Pengantar Kelola Sampah',
      lead: 'Sampah yang dipilah di dapur menjadi tabungan, kompos, atau bahan baku. Halaman ini mengumpulkan panduan, jadwal, dan cerita warga yang sudah memulai.',
      details: { pageRole: 'topic_introduction' },
      sources: [{ name: 'Dinas Lingkungan Hidup (contoh)', detail: 'Catatan bank sampah, edisi contoh' }],
      body: [
        p(
          'Pemilahan tidak memerlukan alat khusus. Dua wadah sudah cukup: satu untuk sisa makanan, satu untuk yang kering. Sisanya adalah kebiasaan.',
        ),
        keyNumbers(
          { value: '48 bank sampah', label: 'yang buka setiap pekan', source: example },
          { value: '6,5 ton', label: 'terkumpul dalam sebulan', source: example },
          { value: 'Rp1.200', label: 'harga satu kilogram kardus', source: example },
        ),
        h('Perjalanan program'),
        timeline(
          { when: calendar.workday(-200).long, what: 'Sepuluh rukun tetangga mulai menimbang sampah kering.' },
          { when: calendar.workday(-120).long, what: 'Buku tabungan sampah dapat ditukar dengan bibit.' },
          { when: calendar.workday(-30).long, what: 'Pengangkutan dari bank sampah dijadwalkan tetap.' },
        ),
        h('Mulai dari mana'),
        p(
          'Cari bank sampah terdekat, tanyakan hari timbangnya, lalu bawa satu karung botol kering. Petugas akan menjelaskan sisanya. Kabar terbaru tentang ',
          link('lingkungan', '/kanal/lingkungan'),
          ' tersedia di kanalnya.',
        ),
      ],
    }),
  },
];
