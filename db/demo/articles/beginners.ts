import { type DemoArticle, p, shot } from '../writing.ts';

/** Texts as beginners write them: one that came back, and one whose faults the checks show. */
export const beginnersArticles: readonly DemoArticle[] = [
  {
    key: 'bersih-pantai',
    kind: 'news',
    agency: 'dlh',
    writer: 'petrus',
    section: 'lingkungan',
    topics: ['sampah'],
    regencies: ['64.71'],
    infoClass: 'periodic',
    when: { daysAgo: 6, at: '15.20' },
    story: {
      to: 'returned',
      reasonCode: 'incomplete_facts',
      note: 'Berapa banyak sampah yang terangkut, dan ke mana dibawa? Tulis juga kapan warga dapat ikut lagi dan di mana berkumpul.',
    },
    faults: ['plain_words', 'passive_chain'],
    write: (calendar) => ({
      title: 'Bersih Pantai Diikuti Ratusan Warga',
      lead: 'Ratusan warga melaksanakan kegiatan pembersihan pantai contoh pada akhir pekan. Acara berlangsung meriah dan penuh semangat.',
      summary: '',
      datelinePlace: 'Balikpapan',
      eventDate: calendar.saturday(-7).iso,
      cover: shot(
        'island-pier',
        'Dermaga kayu menjorok ke laut jernih di tepi pulau.',
        'Pantai contoh sesudah dibersihkan.',
      ),
      sources: [{ name: 'Dinas Lingkungan Hidup (contoh)', detail: 'Catatan panitia' }],
      body: [
        p(
          `Kegiatan pada ${calendar.saturday(-7).words} dibuka dengan sambutan, dilanjutkan dengan pembagian karung, dan ditutup dengan foto bersama.`,
        ),
        p('Panitia melakukan pengumpulan sampah plastik di sepanjang pantai sampai siang hari.'),
      ],
    }),
  },
  {
    key: 'pelatihan-laman',
    kind: 'news',
    agency: 'diskominfo',
    writer: 'bayu',
    section: 'pemerintahan',
    topics: ['digital'],
    regencies: ['64.72'],
    infoClass: 'on_request',
    when: { minutesAgo: 140 },
    story: { to: 'draft' },
    faults: ['slow_opening', 'plain_words', 'split_prefix', 'nonstandard_word', 'weekday_mismatch', 'quote_unbalanced'],
    write: (calendar) => ({
      title: 'Pelatihan Pengelola Laman Kampung di Samarinda',
      lead: 'Pada hari Rabu, Dinas Komunikasi dan Informatika melaksanakan kegiatan pelatihan pengelola laman kampung yang di hadiri staff kelurahan, tokoh masyarakat, dan tamu undangan.',
      summary: '',
      datelinePlace: 'Samarinda',
      cover: null,
      sources: [],
      body: [
        p(
          `Aktifitas berlangsung ${wrongWeekday(calendar.day(-3).words, calendar.day(-2).words)} di balai pelatihan contoh. Peserta di ajarkan cara mengunggah foto dan menulis judul.`,
        ),
        p('“Kami berharap kerjasama ini berlanjut, ujar salah seorang panitia.'),
        p('Pelatihan di rencanakan berlanjut bulan depan dalam rangka percepatan layanan digital.'),
      ],
    }),
  },
];

/** A date with the weekday of another. */
function wrongWeekday(date: string, other: string): string {
  return `${other.split(' ')[0]} ${date.split(' ')[1]}`;
}
