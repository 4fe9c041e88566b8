import { type DemoArticle, p } from '../writing.ts';

/** Words somebody spoke, as written. */
export const speeches: readonly DemoArticle[] = [
  {
    key: 'pidato-siaga',
    kind: 'speech',
    agency: 'bpbd',
    writer: 'bayu',
    section: 'lingkungan',
    topics: ['cuaca'],
    regencies: ['64.72'],
    infoClass: 'on_request',
    when: { daysAgo: 24, at: '10.30' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Sambutan Hari Siaga: Tetangga Adalah Penolong Pertama',
      lead: 'Naskah sambutan pada latihan siaga kampung (contoh) mengingatkan bahwa pertolongan pertama hampir selalu datang dari rumah sebelah.',
      summary: 'Naskah sambutan contoh pada latihan siaga: kenali tetangga sebelum keadaan darurat.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.day(0).iso,
      cover: null,
      details: {
        speaker: 'Koordinator Kampung Siaga (contoh)',
        speakerRole: 'relawan daerah',
        occasion: 'Latihan Hari Siaga (contoh)',
        venue: 'Lapangan kampung contoh, Samarinda',
      },
      sources: [{ name: 'Badan Penanggulangan Bencana Daerah (contoh)', detail: 'Naskah sambutan, contoh' }],
      body: [
        p('Bapak, Ibu, dan para remaja kampung siaga yang kami hormati,'),
        p(
          'pagi ini kita tidak menunggu tamu. Yang kita tunggu bunyi kentungan. Begitu terdengar tiga kali, kita berjalan ke lapangan, dan kita hitung siapa yang belum sampai.',
        ),
        p(
          'Regu penolong memerlukan waktu untuk datang. Tetangga tidak. Karena itu latihan hari ini bukan tentang tenda atau perahu. Latihan ini tentang tahu siapa yang tinggal di sebelah rumah kita.',
        ),
        p(
          'Catatlah tiga hal di balik pintu: siapa yang sulit berjalan, siapa yang tinggal sendiri, dan siapa yang punya perahu. Tiga baris itu lebih berguna daripada buku pedoman yang tebal.',
        ),
        p(
          'Ajak anak-anak menghafal satu nomor telepon keluarga. Ajak kakek dan nenek menunjukkan jalan lama, sebab mereka ingat mana yang tidak pernah tergenang.',
        ),
        p('Kita berlatih supaya tidak perlu berani. Cukup tahu harus berbuat apa. Terima kasih.'),
      ],
    }),
  },
];
