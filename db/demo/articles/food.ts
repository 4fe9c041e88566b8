import { type DemoArticle, documentCard, h, infoBox, p, pullQuote, quote, shot, table, ul } from '../writing.ts';

/** Articles about vegetables and what they cost. */
export const foodArticles: readonly DemoArticle[] = [
  {
    key: 'harga-sayur',
    kind: 'news',
    agency: 'pangan',
    writer: 'siti',
    section: 'ekonomi',
    topics: ['usaha'],
    regencies: ['64.71', '64.72', '64.74'],
    infoClass: 'periodic',
    when: { daysAgo: 5, at: '10.45' },
    related: ['kebun-halaman'],
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Cabai Turun, Sawi Naik: Membaca Harga Sayur Pekan Ini',
      lead: 'Harga cabai rawit turun di tiga pasar contoh, sedangkan sawi naik karena hujan merusak bedeng rendah. Menanam dua pot di halaman sudah terasa di uang belanja.',
      summary: 'Harga cabai turun dan sawi naik di tiga pasar contoh. Semua harga adalah contoh.',
      datelinePlace: 'Balikpapan',
      eventDate: calendar.workday(-1).iso,
      cover: shot(
        'vegetable-beds',
        'Bedeng sayur hijau berbaris di halaman, seorang warga menyiram tanaman.',
        'Sawi di bedeng tinggi tidak terendam hujan.',
      ),
      sources: [
        { name: 'Dinas Pangan dan Hortikultura (contoh)', detail: 'Catatan harga pekanan, angka contoh' },
        { name: 'Pedagang tiga pasar contoh', detail: calendar.workday(-1).words },
      ],
      body: [
        p(
          `Harga dicatat ${calendar.workday(-1).words} sebelum pukul tujuh pagi, saat pedagang dari kebun masih berjualan. Angka di tabel adalah contoh.`,
        ),
        table(
          'Harga sayur per kilogram di tiga pasar (angka contoh)',
          ['Sayur', 'Pasar Pagi', 'Pasar Tepi Sungai', 'Pasar Kota', 'Dibanding pekan lalu'],
          ['Cabai rawit', 'Rp48.000', 'Rp46.500', 'Rp51.000', 'turun'],
          ['Sawi', 'Rp14.000', 'Rp13.500', 'Rp15.000', 'naik'],
          ['Kangkung', 'Rp9.000', 'Rp8.500', 'Rp9.500', 'tetap'],
          ['Terung', 'Rp12.000', 'Rp12.000', 'Rp13.000', 'tetap'],
          ['Tomat', 'Rp16.500', 'Rp15.000', 'Rp17.000', 'turun'],
        ),
        p(
          'Selisih antarpasar lebih besar daripada selisih antarpekan. Pasar yang dekat dermaga lebih murah karena sayur turun langsung dari kapal.',
        ),
        quote(
          'Masriah (contoh)',
          'pedagang sayur',
          'Kalau hujan, bedeng yang rendah habis duluan. Yang menanam di bedeng tinggi masih panen, harganya ikut bagus.',
        ),
        pullQuote('Selisih antarpasar lebih besar daripada selisih antarpekan.'),
        h('Dua pot, satu bulan'),
        p(
          'Sepuluh batang kangkung dalam dua pot dapat dipanen setiap pekan. Benihnya dapat diminta di kelas kebun, dan tanahnya cukup dari halaman sendiri.',
        ),
        infoBox(
          'Cara membaca tabel',
          p('Harga adalah harga eceran untuk satu kilogram.'),
          ul('Turun atau naik berarti berubah lebih dari 5%.', 'Tetap berarti berubah paling banyak 5%.'),
        ),
        documentCard(
          'kalender-tanam',
          'Kalender Tanam Sayur Halaman (contoh)',
          'Satu lembar untuk ditempel di dapur: sayur mana ditanam pada musim apa.',
        ),
      ],
    }),
  },
];
