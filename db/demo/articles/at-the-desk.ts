import { type DemoArticle, h, p, quote, ul } from '../writing.ts';

/**
 * What keeps the desk busy: one event told by two agencies, a text that lies too long, and one in confidence.
 * The two tell of yesterday, also on a Monday: between them a midnight may lie, and a weekend would then part their days.
 */
export const articlesAtTheDesk: readonly DemoArticle[] = [
  {
    key: 'latihan-mengungsi-bpbd',
    kind: 'news',
    agency: 'bpbd',
    writer: 'bayu',
    section: 'lingkungan',
    topics: ['cuaca', 'anak'],
    regencies: ['64.71'],
    infoClass: 'periodic',
    when: { minutesAgo: 175 },
    story: { to: 'submitted' },
    write: (calendar) => ({
      title: 'Murid Sekolah Tepi Sungai di Balikpapan Berlatih Mengungsi saat Banjir',
      lead: `Murid dan guru dua sekolah contoh tepi sungai di Balikpapan berlatih mengungsi saat banjir pada ${calendar.day(-1).words}. Semua orang sampai di balai kelurahan dalam sembilan menit.`,
      summary: 'Dua sekolah contoh di tepi sungai berlatih mengungsi saat banjir.',
      datelinePlace: 'Balikpapan',
      eventDate: calendar.day(-1).iso,
      cover: null,
      sources: [{ name: 'Badan Penanggulangan Bencana Daerah (contoh)', detail: 'Catatan latihan, edisi contoh' }],
      body: [
        p(
          'Latihan dimulai dengan tiga ketukan kentungan. Murid mengambil tas, berjalan berpasangan, dan tidak kembali untuk mengambil sepatu.',
        ),
        quote(
          'Marlina (contoh)',
          'petugas lapangan',
          'Anak kelas satu paling cepat berbaris. Yang perlu diingatkan justru orang dewasa, supaya tidak berhenti untuk memotret.',
        ),
        h('Yang dicatat untuk latihan berikutnya'),
        ul('pagar belakang perlu dibuka lebih lebar;', 'daftar nama dibawa oleh dua guru, bukan satu.'),
      ],
    }),
  },
  {
    key: 'latihan-mengungsi-disdikbud',
    kind: 'news',
    agency: 'disdikbud',
    writer: 'rizky',
    section: 'pendidikan',
    topics: ['anak'],
    regencies: ['64.71'],
    infoClass: 'periodic',
    when: { minutesAgo: 120 },
    story: { to: 'verified' },
    write: (calendar) => ({
      title: 'Dua Sekolah Balikpapan Ikuti Latihan Mengungsi Banjir Bersama Petugas',
      lead: `Dua sekolah tepi sungai di Balikpapan mengikuti latihan mengungsi banjir pada ${calendar.day(-1).words}. Guru mencatat waktu murid sampai di balai kelurahan: sembilan menit.`,
      summary: 'Guru dan murid dua sekolah di Balikpapan mengikuti latihan mengungsi banjir.',
      datelinePlace: 'Balikpapan',
      eventDate: calendar.day(-1).iso,
      cover: null,
      sources: [{ name: 'Dinas Pendidikan dan Kebudayaan (contoh)', detail: 'Laporan sekolah, edisi contoh' }],
      body: [
        p(
          'Guru membagi murid menjadi kelompok sepuluh orang. Setiap kelompok dipimpin satu murid kelas enam yang memegang bendera kecil.',
        ),
        p('Jalur yang sama akan dipakai bila air naik. Orang tua menjemput di balai kelurahan, bukan di sekolah.'),
      ],
    }),
  },
  {
    key: 'lampu-jembatan-kayu',
    kind: 'news',
    agency: 'dispar',
    writer: 'petrus',
    section: 'budaya',
    topics: [],
    regencies: ['64.74'],
    infoClass: 'on_request',
    when: { daysAgo: 5, at: '10.20' },
    story: { to: 'submitted' },
    write: (calendar) => ({
      title: 'Lampu Jembatan Kayu Menyala sampai Pengunjung Terakhir Pulang',
      lead: `Lampu di jembatan kayu contoh kini menyala sampai pukul 22.00, mulai ${calendar.workday(0).words}. Pengunjung tidak perlu lagi pulang dengan senter telepon.`,
      summary: 'Lampu jembatan kayu contoh menyala sampai pukul 22.00.',
      datelinePlace: 'Bontang',
      eventDate: calendar.workday(0).iso,
      cover: null,
      sources: [{ name: 'Dinas Pariwisata (contoh)', detail: 'Pengelola jembatan kayu, contoh' }],
      body: [
        p(
          'Pengelola mengganti dua puluh lampu yang padam dan menaruh sakelarnya di pos jaga. Penjaga mematikannya setelah memeriksa bahwa tidak ada lagi orang di atas jembatan.',
        ),
        p('Warga yang menemukan lampu padam dapat memberi tahu penjaga. Nomor tiang tertulis di setiap lampu.'),
      ],
    }),
  },
  {
    key: 'penggabungan-puskesmas',
    kind: 'news',
    agency: 'dinkes',
    writer: 'ratna',
    section: 'kesehatan',
    topics: [],
    regencies: ['64.02'],
    infoClass: 'periodic',
    when: { minutesAgo: 200 },
    story: { to: 'draft' },
    confidedTo: ['hendra', 'sutejo', 'maria'],
    write: (calendar) => ({
      title: 'Dua Puskesmas Contoh Akan Digabung, Layanan Bersalin Tetap Buka',
      lead: `Dua puskesmas contoh akan digabung mulai ${calendar.workday(12).words}. Layanan bersalin dan gawat darurat tetap buka di kedua tempat.`,
      summary: '',
      datelinePlace: 'Tenggarong',
      cover: null,
      sources: [{ name: 'Dinas Kesehatan (contoh)', detail: 'Rancangan keputusan, belum diumumkan' }],
      body: [
        p('Pegawai diberi tahu lebih dahulu. Naskah ini disiapkan supaya warga membacanya pada hari yang sama.'),
        p('Pastikan kepada kepala dinas: ke mana kartu kontrol pasien dipindahkan, dan siapa yang memindahkannya.'),
      ],
    }),
  },
];
