import { type DemoArticle, ol, p, shot, titled, ul } from '../writing.ts';

/** Articles of the agency that asks for verification but has no verifier. */
export const weatherArticles: readonly DemoArticle[] = [
  {
    key: 'hujan-sore',
    kind: 'news',
    agency: 'bpbd',
    writer: 'bayu',
    section: 'lingkungan',
    topics: ['cuaca'],
    regencies: ['64.72', '64.71'],
    infoClass: 'immediate',
    when: { daysAgo: 1, at: '15.40' },
    story: { to: 'published' },
    write: () => ({
      title: 'Hujan Sore Sering Datang Cepat, Lakukan Lima Hal Ini',
      lead: 'Hujan deras pada sore hari biasanya singkat, tetapi cukup membuat jalan licin dan saluran penuh. Lima kebiasaan kecil di rumah dan di jalan membuat keluarga tetap aman.',
      summary:
        'Lima kebiasaan saat hujan sore: periksa saluran, cabut listrik, kurangi kecepatan, hindari genangan, jauhi pohon.',
      datelinePlace: 'Samarinda',
      cover: shot(
        'rain-clouds',
        'Awan kelabu tebal bergulung di atas kota, hujan mulai turun dan lampu rumah menyala.',
        'Awan hujan sore di atas permukiman kota.',
      ),
      sources: [
        { name: 'Badan Penanggulangan Bencana Daerah (contoh)', detail: 'Anjuran menghadapi hujan, edisi contoh' },
      ],
      body: [
        p(
          'Anjuran ini berlaku sepanjang tahun dan bukan peringatan cuaca. Untuk prakiraan resmi, ikuti kabar dari badan meteorologi.',
        ),
        ol(
          'Angkat daun dan plastik dari mulut saluran di depan rumah.',
          'Cabut alat listrik bila petir terdengar dekat.',
          'Kurangi kecepatan dan nyalakan lampu kendaraan.',
          'Jangan menerobos genangan yang dasarnya tidak terlihat.',
          'Berteduh di bangunan, bukan di bawah pohon atau papan besar.',
        ),
        p(
          'Pengendara sepeda motor yang berteduh di kolong jalan layang diminta menepi sampai ke trotoar. Simpan jas hujan di bawah jok, dan ganti kantong plastik untuk telepon setiap beberapa bulan.',
        ),
        p(
          'Di rumah, bicarakan satu hal sambil menunggu hujan reda: siapa menjemput anak bila jalan tergenang, dan di mana semua bertemu bila telepon mati. Jawabannya cukup satu kalimat, asalkan semua hafal.',
        ),
        p(
          'Satu hal lagi: catat nomor ketua rukun tetangga. Ketika air naik di gang, beliau orang pertama yang perlu tahu.',
        ),
      ],
    }),
  },
  {
    key: 'tas-siaga',
    kind: 'news',
    agency: 'bpbd',
    writer: 'bayu',
    section: 'lingkungan',
    topics: ['cuaca'],
    regencies: [],
    infoClass: 'on_request',
    when: { minutesAgo: 260 },
    story: { to: 'submitted' },
    assigned: {
      to: 'maria',
      priority: 'normal',
      due: { workdays: 2, at: '14.00' },
      note: 'Cari foto isi tas yang boleh kita pakai.',
    },
    write: () => ({
      title: 'Satu Tas Siaga untuk Satu Keluarga',
      lead: 'Satu tas berisi dokumen, obat, dan senter membuat keluarga dapat keluar rumah dengan tenang kapan saja diperlukan. Isinya cukup diperiksa dua kali setahun.',
      summary: 'Isi tas siaga keluarga dan kapan memeriksanya.',
      datelinePlace: 'Samarinda',
      cover: null,
      sources: [
        { name: 'Badan Penanggulangan Bencana Daerah (contoh)', detail: 'Panduan keluarga siaga, edisi contoh' },
      ],
      body: [
        ul(
          'salinan dokumen keluarga dalam plastik kedap air;',
          'obat yang diminum rutin untuk tiga hari;',
          'senter, peluit, dan pengisi daya;',
          'air minum, makanan kering, dan popok bila ada bayi.',
        ),
        p(
          'Taruh tas di dekat pintu, bukan di atas lemari. Beri tahu semua anggota keluarga tempatnya. Panduan lengkapnya ada dalam lembar ',
          titled('Keluarga Siaga'),
          '.',
        ),
      ],
    }),
  },
];
