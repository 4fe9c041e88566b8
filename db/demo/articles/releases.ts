import { bold, type DemoArticle, h, infoBox, p, quote, shot, ul } from '../writing.ts';

const contact = (key: string, contactName: string) => ({
  contactName,
  contactPhone: '0800-000-0000',
  contactEmail: `${key}@contoh.example`,
});

/** Statements for the press, with number and contact. */
export const pressReleases: readonly DemoArticle[] = [
  {
    key: 'jembatan-gantung',
    kind: 'press_release',
    agency: 'pu',
    writer: 'dewi',
    section: 'infrastruktur',
    topics: ['jalan'],
    regencies: ['64.02'],
    infoClass: 'periodic',
    joint: ['dishub'],
    when: { daysAgo: 3, at: '10.00' },
    related: ['lubang-jalan', 'kapal-jadwal-tetap'],
    story: { to: 'embargoed' },
    write: (calendar) => ({
      title: 'Jembatan Gantung Contoh Dibuka, Anak Sekolah Tidak Lagi Menyeberang Berperahu',
      lead: `Jembatan gantung sepanjang 120 meter (angka contoh) dapat dilalui pejalan kaki dan sepeda motor mulai ${calendar.day(0).words}. Perahu penyeberangan tetap tersedia selama sebulan pertama.`,
      summary:
        'Jembatan gantung contoh mulai dapat dilalui pejalan kaki dan sepeda motor. Perahu tetap tersedia sebulan.',
      datelinePlace: 'Tenggarong',
      eventDate: calendar.day(0).iso,
      cover: shot(
        'river-bridge',
        'Jembatan lengkung di atas sungai lebar pada petang hari, perahu bermotor melintas di bawahnya.',
        'Ilustrasi jembatan di atas sungai. Bentuk jembatan yang sebenarnya berbeda.',
      ),
      details: {
        releaseNumber: '008/SP/DPU/contoh',
        ...contact('pu', 'Meja Informasi Pekerjaan Umum (contoh)'),
        embargoUntil: calendar.day(0).at('10.00'),
      },
      sources: [{ name: 'Dinas Pekerjaan Umum (contoh)', detail: 'Berita acara uji beban, nomor contoh' }],
      body: [
        p(
          'Jembatan menghubungkan dua kampung yang selama ini dipisahkan sungai. Murid yang biasanya menunggu perahu kini berjalan kaki sekitar sepuluh menit sampai ke sekolah.',
        ),
        p(
          'Uji beban dilakukan selama tiga hari dengan karung pasir. Setelah itu papan lantai diperiksa satu per satu, dan pagar dinaikkan setinggi dada anak.',
        ),
        quote(
          'Arbain (contoh)',
          'pengawas lapangan',
          'Kami minta anak-anak mencoba lebih dulu bersama gurunya. Kalau mereka berani melihat ke bawah, berarti pagarnya sudah cukup rapat.',
        ),
        h('Aturan melintas'),
        ul(
          'Sepeda motor bergantian, paling banyak tiga sekaligus.',
          'Mobil dan gerobak bermuatan tidak boleh melintas.',
          'Saat angin kencang, jembatan ditutup oleh penjaga.',
        ),
        infoBox(
          'Untuk wartawan',
          p('Foto boleh dipakai dengan menyebut kredit. Gambar di halaman ini ilustrasi, bukan foto jembatan.'),
        ),
      ],
    }),
  },
  {
    key: 'posko-mata',
    kind: 'press_release',
    agency: 'dinkes',
    writer: 'ratna',
    section: 'kesehatan',
    topics: ['anak'],
    regencies: ['64.72', '64.74'],
    infoClass: 'periodic',
    when: { daysAgo: 7, at: '11.10' },
    story: { to: 'published' },
    write: (calendar) => ({
      title: 'Pemeriksaan Mata Murid Dimulai dari Bangku Paling Belakang',
      lead: `Puskesmas contoh memeriksa mata murid sekolah dasar mulai ${calendar.workday(5).words}. Kacamata diberikan tanpa biaya bagi murid yang memerlukan.`,
      summary: 'Pemeriksaan mata murid sekolah dasar dimulai pekan depan. Kacamata diberikan tanpa biaya.',
      datelinePlace: 'Bontang',
      eventDate: calendar.workday(5).iso,
      cover: shot(
        'health-centre',
        'Gedung puskesmas dengan warga yang datang dan petugas berseragam di halaman.',
        'Pemeriksaan lanjutan dilakukan di puskesmas.',
      ),
      details: {
        releaseNumber: '031/SP/Dinkes/contoh',
        ...contact('dinkes', 'Seksi Kesehatan Sekolah (contoh)'),
      },
      sources: [{ name: 'Dinas Kesehatan (contoh)', detail: 'Rencana kegiatan kesehatan sekolah, edisi contoh' }],
      body: [
        p(
          'Murid yang sering menyalin dari buku teman belum tentu malas. Bisa jadi tulisan di papan tidak terbaca dari bangkunya. Karena itu guru diminta mendaftarkan murid di bangku belakang lebih dulu.',
        ),
        p(
          'Pemeriksaan memakai papan huruf dan berlangsung lima menit. Murid yang belum lancar membaca diperiksa dengan papan gambar.',
        ),
        quote(
          'Hamdanah (contoh)',
          'guru kelas tiga',
          'Setelah memakai kacamata, ia berhenti bertanya kepada teman sebangkunya. Sekarang temannya yang bertanya.',
        ),
        p(
          bold('Orang tua tidak perlu mendaftar.'),
          ' Sekolah mengirim surat persetujuan tiga hari sebelumnya. Anak tanpa surat persetujuan tidak diperiksa.',
        ),
      ],
    }),
  },
  {
    key: 'data-terbuka',
    kind: 'press_release',
    agency: 'diskominfo',
    writer: 'bayu',
    section: 'pemerintahan',
    topics: ['digital'],
    regencies: [],
    infoClass: 'periodic',
    when: { daysAgo: 13, at: '15.05' },
    story: { to: 'published' },
    write: () => ({
      title: 'Daftar Harga Pasar Kini Dapat Diunduh sebagai Tabel',
      lead: 'Harga bahan pokok dari pasar contoh dapat diunduh sebagai tabel setiap Senin. Wartawan, pelajar, dan pedagang boleh memakainya dengan menyebut sumber.',
      summary: 'Harga bahan pokok tersedia sebagai tabel setiap Senin dan boleh dipakai dengan menyebut sumber.',
      datelinePlace: 'Samarinda',
      cover: null,
      details: {
        releaseNumber: '016/SP/Diskominfo/contoh',
        ...contact('diskominfo', 'Tim Data Daerah (contoh)'),
      },
      sources: [{ name: 'Dinas Komunikasi dan Informatika (contoh)', detail: 'Siaran pers, nomor contoh' }],
      body: [
        p(
          'Selama ini daftar harga ditempel di kantor pasar dan difoto oleh siapa saja yang perlu. Foto mudah buram dan angkanya sulit dijumlahkan. Tabel menyelesaikan keduanya.',
        ),
        h('Isi tabel'),
        ul('nama bahan dan satuannya;', 'harga di setiap pasar;', 'tanggal pencatatan dan nama pencatat.'),
        p(
          'Kolom yang kosong berarti barang tidak dijual pada hari itu, bukan berarti harganya nol. Catatan itu ditulis di baris pertama supaya tidak salah dijumlahkan.',
        ),
        p(
          'Kekeliruan dapat dilaporkan kepada narahubung. Tabel yang dibetulkan mendapat nomor baru, dan yang lama tetap ada.',
        ),
      ],
    }),
  },
  {
    key: 'loket-air-malam',
    kind: 'press_release',
    agency: 'pu',
    writer: 'dewi',
    section: 'infrastruktur',
    topics: [],
    regencies: ['64.72'],
    infoClass: 'periodic',
    when: { minutesAgo: 95 },
    story: { to: 'scheduled' },
    letsIn: 'Rahmat (contoh)',
    write: (calendar) => ({
      title: 'Loket Pengaduan Air Bersih Buka sampai Malam',
      lead: `Loket pengaduan air bersih contoh melayani warga sampai pukul 21.00 mulai ${calendar.workday(1).words}. Warga yang bekerja pada siang hari tidak perlu lagi meminta izin.`,
      summary: 'Loket pengaduan air bersih contoh melayani warga sampai pukul 21.00 setiap hari kerja.',
      datelinePlace: 'Samarinda',
      eventDate: calendar.workday(1).iso,
      cover: null,
      details: {
        releaseNumber: '009/SP/DPU/contoh',
        ...contact('pu', 'Meja Informasi Pekerjaan Umum (contoh)'),
        embargoUntil: calendar.workday(1).at('08.00'),
      },
      sources: [{ name: 'Dinas Pekerjaan Umum (contoh)', detail: 'Jadwal loket, nomor contoh' }],
      body: [
        p(
          'Dua petugas berjaga di loket pada sore dan malam hari. Pengaduan yang masuk sebelum pukul 19.00 diteruskan kepada petugas lapangan pada hari yang sama.',
        ),
        h('Yang perlu dibawa'),
        ul('nomor pelanggan atau rekening terakhir;', 'alamat lengkap dan nomor telepon yang aktif.'),
        p('Warga yang tidak dapat datang boleh menelepon narahubung. Nomor pengaduan diberikan saat itu juga.'),
      ],
    }),
  },
];
