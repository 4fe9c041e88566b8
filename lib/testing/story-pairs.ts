import type { Story } from '#lib/similar/likeness.ts';

/**
 * Stories as two agencies tell them, and another story of the first agency on the same day or of the same place:
 * by them the lines of lib/similar/likeness.ts were drawn and are held. Half of the groups (`tuned`) served to draw
 * the lines; the others only measure. The first and the second follow officers' texts of this region.
 */
export type StoryGroup = { name: string; tuned: boolean; own: Story; others: readonly Story[]; else: readonly Story[] };

const story = (title: string, lead: string, eventDate: string, datelinePlace: string): Story => ({
  title,
  lead,
  eventDate,
  datelinePlace,
  regencyCodes: [],
});

export const storyGroups: readonly StoryGroup[] = [
  {
    name: 'raker humas',
    tuned: true,
    own: story(
      'Diskominfo Kaltim Perkuat Peran Humas di Era Kecerdasan Buatan',
      'Dinas Komunikasi dan Informatika Kalimantan Timur menegaskan pentingnya sinergi dan peningkatan kapasitas aparatur humas dalam Rapat Kerja Pranata Humas se-Kaltim 2025 bertema AI PR 5.0.',
      '2025-10-08',
      'Samarinda',
    ),
    others: [
      story(
        'Pranata Humas se-Kaltim Bahas Kecerdasan Buatan dalam Rapat Kerja',
        'Pejabat humas kabupaten dan kota, lembaga vertikal, serta akademisi mengikuti Rapat Kerja Pranata Humas se-Kaltim bertema AI PR 5.0 untuk menyelaraskan komunikasi publik.',
        '2025-10-08',
        'Samarinda',
      ),
      story(
        'Biro Adpim Ikuti Raker Pranata Humas Bertema AI PR 5.0',
        'Biro Administrasi Pimpinan mengikuti rapat kerja pranata humas yang membahas pemakaian kecerdasan buatan dan sinergi aparatur kehumasan.',
        '2025-10-08',
        'SAMARINDA',
      ),
    ],
    else: [
      story(
        'Diskominfo Kaltim Latih Pengelola Situs Perangkat Daerah',
        'Dinas Komunikasi dan Informatika melatih empat puluh pengelola situs menulis berita singkat dan memotret kegiatan dengan telepon genggam.',
        '2025-10-08',
        'Samarinda',
      ),
    ],
  },
  {
    name: 'jembatan',
    tuned: true,
    own: story(
      'Jembatan Sei Contoh Ditutup Dua Malam untuk Perbaikan',
      'Dinas PUPR menutup Jembatan Sei Contoh pada Selasa dan Rabu malam pukul 22.00 sampai 04.00 WITA untuk mengganti sambungan siar muai.',
      '2026-05-12',
      'Samarinda',
    ),
    others: [
      story(
        'Dishub Siapkan Jalur Pengganti Selama Jembatan Sei Contoh Ditutup',
        'Dinas Perhubungan menyiapkan jalur pengganti lewat Jalan Pelabuhan selama Jembatan Sei Contoh ditutup Selasa dan Rabu malam untuk perbaikan siar muai.',
        '2026-05-12',
        'Samarinda',
      ),
    ],
    else: [
      story(
        'Dinas PUPR Tambal Lubang di Tiga Ruas Jalan Provinsi',
        'Petugas menambal lubang di tiga ruas jalan provinsi sejak Senin pagi. Pengendara diminta mengurangi kecepatan di dekat petugas.',
        '2026-05-12',
        'Samarinda',
      ),
      story(
        'Dishub Uji Petik Bus Antarkota Menjelang Libur',
        'Dinas Perhubungan memeriksa rem, lampu, dan surat jalan tiga puluh bus antarkota di terminal menjelang libur panjang.',
        '2026-05-13',
        'Samarinda',
      ),
    ],
  },
  {
    name: 'imunisasi',
    tuned: true,
    own: story(
      'Imunisasi Anak Kini Dua Kali Sepekan di Puskesmas Seberang',
      'Orang tua tidak perlu lagi menunggu satu bulan. Puskesmas Seberang membuka imunisasi setiap Selasa dan Kamis pagi tanpa biaya, termasuk bagi anak yang jadwalnya terlewat.',
      '2026-03-10',
      'Samarinda',
    ),
    others: [
      story(
        'Puskesmas Seberang Tambah Jadwal Imunisasi Anak',
        'Mulai pekan ini imunisasi di Puskesmas Seberang dilayani Selasa dan Kamis pagi, gratis, juga untuk anak yang terlewat jadwalnya.',
        '2026-03-10',
        'Samarinda',
      ),
    ],
    else: [
      story(
        'Puskesmas Seberang Buka Layanan Gigi pada Hari Sabtu',
        'Layanan gigi dibuka setiap Sabtu pagi dengan pendaftaran lewat telepon. Dua dokter melayani dua puluh orang.',
        '2026-03-10',
        'Samarinda',
      ),
    ],
  },
  {
    name: 'banjir',
    tuned: true,
    own: story(
      'Air Surut, 214 Warga Kampung Hulu Pulang dari Pengungsian',
      'BPBD membantu 214 warga Kampung Hulu pulang dari balai desa setelah banjir surut pada Minggu pagi. Dapur umum tetap buka tiga hari.',
      '2026-01-18',
      'Sendawar',
    ),
    others: [
      story(
        'Dinsos Salurkan Bekal bagi Warga Kampung Hulu Sepulang Mengungsi',
        'Dinas Sosial membagikan bekal tiga hari kepada 214 warga Kampung Hulu yang pulang dari pengungsian setelah banjir surut.',
        '2026-01-19',
        'Sendawar',
      ),
    ],
    else: [
      story(
        'BPBD Pasang Tiga Pengukur Tinggi Air di Hulu Sungai',
        'Tiga pengukur tinggi air dipasang di hulu sungai agar peringatan sampai ke kampung enam jam lebih awal.',
        '2026-01-19',
        'Sendawar',
      ),
    ],
  },
  {
    name: 'beasiswa',
    tuned: true,
    own: story(
      'Pendaftaran Beasiswa Daerah Dibuka sampai 30 April',
      'Dinas Pendidikan membuka pendaftaran beasiswa daerah bagi 2.500 mahasiswa. Berkas diunggah secara daring paling lambat 30 April pukul 23.59 WITA.',
      '2026-04-01',
      'Samarinda',
    ),
    others: [
      story(
        '2.500 Beasiswa Daerah Tersedia, Berkas Diunggah Daring',
        'Mahasiswa dapat mendaftar beasiswa daerah sampai 30 April. Dinas Pendidikan menyediakan 2.500 tempat dan menerima berkas yang diunggah secara daring.',
        '2026-04-01',
        'Samarinda',
      ),
    ],
    else: [
      story(
        'Dinas Pendidikan Serahkan Buku untuk 40 Sekolah Pesisir',
        'Sebanyak 8.000 buku bacaan diserahkan kepada 40 sekolah di pesisir agar anak tidak perlu menunggu perpustakaan keliling.',
        '2026-04-01',
        'Samarinda',
      ),
    ],
  },
  {
    name: 'raker humas barsel',
    tuned: false,
    own: story(
      'Bupati Buka Musrenbang Kecamatan Dusun Selatan',
      'Bupati membuka musyawarah perencanaan pembangunan Kecamatan Dusun Selatan di Buntok dan meminta usulan jalan usaha tani serta air bersih didahulukan.',
      '2026-02-04',
      'Buntok',
    ),
    others: [
      story(
        'Usulan Air Bersih dan Jalan Usaha Tani Jadi Bahasan Musrenbang Dusun Selatan',
        'Musyawarah perencanaan pembangunan Kecamatan Dusun Selatan mencatat 62 usulan. Air bersih dan jalan usaha tani paling banyak diminta.',
        '2026-02-04',
        'Buntok',
      ),
    ],
    else: [
      story(
        'Bupati Tinjau Stok Beras di Gudang Buntok',
        'Bupati meninjau gudang beras di Buntok dan memastikan stok cukup untuk empat bulan menjelang bulan puasa.',
        '2026-02-04',
        'Buntok',
      ),
    ],
  },
  {
    name: 'pasar murah',
    tuned: false,
    own: story(
      'Pasar Murah di Lapangan Pemuda Jual Beras Rp11.000 per Kilogram',
      'Dinas Perindagkop menggelar pasar murah di Lapangan Pemuda pada Sabtu pagi. Beras dijual Rp11.000 per kilogram, minyak goreng Rp13.500 per liter.',
      '2026-03-07',
      'Balikpapan',
    ),
    others: [
      story(
        'Warga Balikpapan Antre Beras dan Minyak Goreng di Pasar Murah',
        'Ribuan orang mendatangi pasar murah di Lapangan Pemuda. Tim pengendalian inflasi menyediakan dua puluh ton beras dan minyak goreng di bawah harga pasar.',
        '2026-03-07',
        'Balikpapan',
      ),
    ],
    else: [
      story(
        'Perindagkop Tera Ulang 300 Timbangan Pedagang',
        'Petugas menera ulang 300 timbangan pedagang di dua pasar agar pembeli menerima berat yang benar.',
        '2026-03-07',
        'Balikpapan',
      ),
    ],
  },
  {
    name: 'vaksin ternak',
    tuned: false,
    own: story(
      'Vaksinasi Ternak di Penajam Menjangkau 1.200 Sapi',
      'Petugas Dinas Peternakan memvaksin 1.200 sapi di delapan desa untuk mencegah penyakit mulut dan kuku menjelang Iduladha.',
      '2026-05-05',
      'Penajam',
    ),
    others: [
      story(
        '1.200 Sapi di Delapan Desa Divaksin Menjelang Iduladha',
        'Sebanyak 1.200 sapi milik peternak di delapan desa sudah divaksin penyakit mulut dan kuku. Petugas mencatat tiap sapi dengan anting telinga.',
        '2026-05-06',
        'Penajam',
      ),
    ],
    else: [
      story(
        'Peternak Penajam Belajar Membuat Pakan dari Pelepah Sawit',
        'Tiga puluh peternak mengikuti pelatihan membuat pakan fermentasi dari pelepah sawit di balai desa.',
        '2026-05-05',
        'Penajam',
      ),
      story(
        'Dinas Peternakan Periksa Kandang Hewan Kurban',
        'Petugas memeriksa kandang dan tempat penampungan hewan kurban serta menempelkan tanda sehat.',
        '2026-05-06',
        'Penajam',
      ),
    ],
  },
  {
    name: 'pameran buku',
    tuned: false,
    own: story(
      'Pameran Buku Bontang Hadirkan 60 Penerbit',
      'Dinas Perpustakaan dan Kearsipan membuka pameran buku di Bontang yang diikuti 60 penerbit. Anak sekolah masuk tanpa biaya sampai Ahad.',
      '2026-06-11',
      'Bontang',
    ),
    others: [
      story(
        'Sekda Resmikan Pameran Buku di Bontang',
        'Sekretaris Daerah meresmikan pameran buku yang diikuti 60 penerbit di Bontang dan mengajak anak sekolah datang karena masuknya tanpa biaya.',
        '2026-06-11',
        'Bontang',
      ),
    ],
    else: [
      story(
        'Perpustakaan Keliling Bontang Singgah di Lima Kelurahan',
        'Perpustakaan keliling singgah di lima kelurahan sepanjang pekan dengan tiga ribu judul buku anak.',
        '2026-06-11',
        'Bontang',
      ),
    ],
  },
  {
    name: 'siaran ulang',
    tuned: false,
    own: story(
      'Layanan Paspor Buka pada Sabtu di Kantor Imigrasi Berau',
      'Kantor Imigrasi Berau melayani pembuatan paspor setiap Sabtu pukul 08.00 sampai 12.00 WITA dengan kuota lima puluh orang.',
      '2026-04-18',
      'Tanjung Redeb',
    ),
    others: [
      {
        ...story(
          'Layanan Paspor Kini Buka Sabtu di Kantor Imigrasi Berau',
          'Kantor Imigrasi Berau melayani pembuatan paspor setiap Sabtu pukul 08.00–12.00 WITA. Kuotanya lima puluh orang.',
          '2026-04-18',
          '',
        ),
        eventDate: null,
      },
    ],
    else: [
      story(
        'Kantor Imigrasi Berau Pindah Gedung Sementara',
        'Selama gedung lama diperbaiki, layanan imigrasi dipindahkan ke gedung bersama di Jalan Pulau Derawan.',
        '2026-04-18',
        'Tanjung Redeb',
      ),
    ],
  },
];
