import { type AgencyKey, demoAgencies } from '../agencies.ts';
import type { PersonKey } from '../people.ts';
import { type DemoArticle, h, p, ul } from '../writing.ts';

type Profile = {
  agency: AgencyKey;
  writer: PersonKey;
  /** Begins the sentence about what the agency is there for. */
  about: string;
  duties: readonly string[];
  services: readonly string[];
  hours: string;
};

const officeHours = 'Senin sampai Kamis pukul 08.00–15.00 WITA, Jumat pukul 08.00–11.00 WITA (jam contoh).';

const profiles: readonly Profile[] = [
  {
    agency: 'dinkes',
    writer: 'ratna',
    about: 'Kami bekerja bersama puskesmas, rumah sakit, dan kader di kampung.',
    duties: ['menjaga mutu layanan puskesmas;', 'menjalankan imunisasi dan gizi anak;', 'memeriksa air dan makanan.'],
    services: [
      'imunisasi anak di puskesmas;',
      'pemeriksaan air sumur dan air sungai;',
      'izin praktik tenaga kesehatan.',
    ],
    hours: officeHours,
  },
  {
    agency: 'disdikbud',
    writer: 'rizky',
    about: 'Kami mendampingi sekolah menengah, sekolah luar biasa, dan sanggar budaya.',
    duties: ['mengelola sekolah menengah dan luar biasa;', 'menyalurkan beasiswa daerah;', 'merawat cagar budaya.'],
    services: ['pengganti ijazah yang hilang atau rusak;', 'pendaftaran beasiswa;', 'izin kegiatan di cagar budaya.'],
    hours: officeHours,
  },
  {
    agency: 'dishub',
    writer: 'dewi',
    about: 'Kami mengatur perjalanan warga di darat, di sungai, dan di penyeberangan.',
    duties: ['menata trayek dan jadwal;', 'memeriksa kelaikan kapal dan bus;', 'memasang rambu dan papan jadwal.'],
    services: ['jadwal kapal dan bus;', 'uji berkala kendaraan;', 'bantuan naik bagi penumpang disabilitas.'],
    hours: `${officeHours} Loket dermaga buka setiap hari mulai pukul 06.00 WITA.`,
  },
  {
    agency: 'pu',
    writer: 'dewi',
    about: 'Kami membangun seperlunya dan merawat sesering mungkin.',
    duties: ['merawat jalan dan jembatan;', 'membersihkan saluran air;', 'menata ruang terbuka.'],
    services: ['laporan lubang di jalan;', 'usulan perbaikan jalan lingkungan;', 'izin pemakaian ruang jalan.'],
    hours: officeHours,
  },
  {
    agency: 'bpbd',
    writer: 'bayu',
    about: 'Kami bersiap bersama warga sebelum keadaan darurat datang.',
    duties: ['menyusun rencana darurat;', 'melatih kampung siaga;', 'mengatur bantuan ketika bencana.'],
    services: ['pelatihan keluarga siaga;', 'peminjaman tenda dan perahu;', 'laporan kejadian darurat.'],
    hours: 'Meja darurat buka 24 jam setiap hari. Urusan surat dilayani pada hari kerja (jam contoh).',
  },
  {
    agency: 'dukcapil',
    writer: 'nurul',
    about: 'Setiap warga berhak atas dokumen yang benar, tanpa biaya.',
    duties: ['mencatat kelahiran, perkawinan, dan kematian;', 'menerbitkan kartu keluarga;', 'menjaga data penduduk.'],
    services: ['akta kelahiran dan kematian;', 'kartu keluarga dan kartu identitas anak;', 'surat pindah.'],
    hours: `${officeHours} Loket tidak ditutup pada jam istirahat.`,
  },
  {
    agency: 'dpk',
    writer: 'siti',
    about: 'Kami membuka buku bagi warga dan menyimpan ingatan pemerintah.',
    duties: ['mengelola perpustakaan daerah;', 'mendampingi pojok baca;', 'merawat arsip pemerintah.'],
    services: ['kartu anggota perpustakaan;', 'salinan arsip;', 'kelas merawat surat penting di rumah.'],
    hours: 'Perpustakaan buka setiap hari kerja pukul 08.00–21.00 WITA, Sabtu sampai pukul 16.00 WITA (jam contoh).',
  },
  {
    agency: 'diskominfo',
    writer: 'bayu',
    about: 'Kami mengelola situs ini dan jaringan yang menghubungkan kantor pemerintah.',
    duties: ['menyunting dan menerbitkan kabar daerah;', 'menjaga keamanan data;', 'membangun titik internet desa.'],
    services: ['permohonan informasi publik;', 'pengajuan titik internet desa;', 'pemeriksaan surat elektronik.'],
    hours: officeHours,
  },
  {
    agency: 'dispar',
    writer: 'petrus',
    about: 'Kami mengajak tamu datang, dan mengajak mereka pulang tanpa meninggalkan sampah.',
    duties: ['menata tempat wisata;', 'mendampingi kampung wisata;', 'menyiapkan acara budaya.'],
    services: ['kalender acara;', 'pendaftaran pemandu;', 'meja jualan perajin pada acara budaya.'],
    hours: `${officeHours} Pusat informasi wisata buka setiap hari sampai pukul 17.00 WITA.`,
  },
  {
    agency: 'dlh',
    writer: 'petrus',
    about: 'Kami mengukur air dan udara, lalu memberitahukan hasilnya.',
    duties: ['memantau mutu air dan udara;', 'merawat hutan kota;', 'mendampingi bank sampah.'],
    services: ['laporan pencemaran;', 'bibit pohon untuk kampung;', 'izin lingkungan.'],
    hours: officeHours,
  },
  {
    agency: 'dpmptsp',
    writer: 'nurul',
    about: 'Semua izin masuk lewat satu pintu dan dapat diikuti sampai selesai.',
    duties: ['memproses izin usaha dan nonusaha;', 'mendampingi usaha kecil;', 'menerima pengaduan layanan.'],
    services: ['nomor induk usaha;', 'izin nonusaha;', 'pendampingan izin di pasar.'],
    hours: officeHours,
  },
  {
    agency: 'pangan',
    writer: 'siti',
    about: 'Kami bekerja di kebun, di pasar, dan di dapur warga.',
    duties: ['mendampingi petani sayur dan buah;', 'memantau harga pangan;', 'menjaga keamanan sayur segar.'],
    services: ['kelas kebun halaman;', 'benih untuk kelompok tani;', 'daftar harga pasar pekanan.'],
    hours: officeHours,
  },
];

/** In which each agency says what it is there for. */
export const agencyProfiles: readonly DemoArticle[] = profiles.map((profile, index) => {
  const known = demoAgencies.find(({ key }) => key === profile.agency);
  if (known === undefined) throw new Error(`There is no agency ${profile.agency}.`);
  const { shortName, about } = known;
  return {
    key: `profil-${profile.agency}`,
    kind: 'page',
    agency: profile.agency,
    writer: profile.writer,
    section: null,
    topics: [],
    regencies: [],
    infoClass: 'periodic',
    when: { daysAgo: 33 - Math.floor(index / 4), at: `${9 + (index % 4)}.20` },
    story: { to: 'published' },
    write: () => ({
      title: `Profil ${shortName} (contoh)`,
      lead: about,
      summary: '',
      datelinePlace: '',
      cover: null,
      sources: [],
      details: { pageRole: 'agency_profile' },
      body: [
        p(`${profile.about} Nama, alamat, dan nomor di halaman ini adalah contoh.`),
        h('Tugas'),
        ul(...profile.duties),
        h('Layanan'),
        ul(...profile.services),
        h('Jam layanan'),
        p(profile.hours),
      ],
    }),
  };
});
