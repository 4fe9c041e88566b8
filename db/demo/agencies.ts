import type { AgencyKind } from '../schema/enums.ts';

/** The one portal of the demo. Nothing in it belongs to a real office. */
export const demoPortal = {
  slug: 'ruang-warta-kaltim',
  name: 'Ruang Warta Kaltim',
  tagline: 'Kabar dan layanan publik Kalimantan Timur (portal contoh)',
  timeZone: 'Asia/Makassar',
  datelineTemplate: '{tempat}, {portal} –',
  contactEmail: 'redaksi@contoh.example',
  contactPhone: '0800-000-0000',
  address: 'Jalan Contoh Nomor 1, Samarinda (alamat contoh)',
} as const;

type DemoAgency = {
  key: string;
  slug: string;
  name: string;
  shortName: string;
  kind: AgencyKind;
  /** The lead of its signed profile page. */
  about: string;
  headName: string;
  headTitle: string;
  email: string;
  hasVerification: boolean;
};

const email = (key: string) => `${key}@contoh.example`;

/** Bodies that write. `bpbd` asks for verification and has no verifier: the desk must still find a way. */
export const demoAgencies = [
  {
    key: 'dinkes',
    slug: 'dinas-kesehatan',
    name: 'Dinas Kesehatan (contoh)',
    shortName: 'Dinkes',
    kind: 'department',
    about: 'Mengurus layanan kesehatan masyarakat: puskesmas, imunisasi, gizi, dan kesehatan lingkungan.',
    headName: 'dr. Contoh Lestari',
    headTitle: 'Kepala (contoh)',
    email: email('dinkes'),
    hasVerification: true,
  },
  {
    key: 'disdikbud',
    slug: 'dinas-pendidikan-dan-kebudayaan',
    name: 'Dinas Pendidikan dan Kebudayaan (contoh)',
    shortName: 'Disdikbud',
    kind: 'department',
    about: 'Mengurus sekolah menengah, sekolah luar biasa, beasiswa, dan pelestarian budaya.',
    headName: 'Drs. Contoh Pratama, M.Pd.',
    headTitle: 'Kepala (contoh)',
    email: email('disdikbud'),
    hasVerification: true,
  },
  {
    key: 'dishub',
    slug: 'dinas-perhubungan',
    name: 'Dinas Perhubungan (contoh)',
    shortName: 'Dishub',
    kind: 'department',
    about: 'Mengurus angkutan darat, sungai, dan penyeberangan beserta keselamatan penumpangnya.',
    headName: 'Ir. Contoh Wijaya',
    headTitle: 'Kepala (contoh)',
    email: email('dishub'),
    hasVerification: false,
  },
  {
    key: 'pu',
    slug: 'dinas-pekerjaan-umum',
    name: 'Dinas Pekerjaan Umum (contoh)',
    shortName: 'Dinas PU',
    kind: 'department',
    about: 'Membangun dan merawat jalan, jembatan, saluran air, dan ruang terbuka.',
    headName: 'Ir. Contoh Rahman, M.T.',
    headTitle: 'Kepala (contoh)',
    email: email('pu'),
    hasVerification: false,
  },
  {
    key: 'bpbd',
    slug: 'badan-penanggulangan-bencana-daerah',
    name: 'Badan Penanggulangan Bencana Daerah (contoh)',
    shortName: 'BPBD',
    kind: 'department',
    about: 'Membantu warga bersiap menghadapi cuaca dan keadaan darurat.',
    headName: 'Contoh Saputra, S.Sos.',
    headTitle: 'Kepala (contoh)',
    email: email('bpbd'),
    hasVerification: true,
  },
  {
    key: 'dukcapil',
    slug: 'dinas-kependudukan-dan-pencatatan-sipil',
    name: 'Dinas Kependudukan dan Pencatatan Sipil (contoh)',
    shortName: 'Dukcapil',
    kind: 'department',
    about: 'Melayani dokumen kependudukan dari akta kelahiran sampai surat pindah.',
    headName: 'Hj. Contoh Aminah, S.H.',
    headTitle: 'Kepala (contoh)',
    email: email('dukcapil'),
    hasVerification: false,
  },
  {
    key: 'dpk',
    slug: 'dinas-perpustakaan-dan-kearsipan',
    name: 'Dinas Perpustakaan dan Kearsipan (contoh)',
    shortName: 'DPK',
    kind: 'department',
    about: 'Mengelola perpustakaan daerah, gerakan membaca, dan arsip pemerintah.',
    headName: 'Contoh Nurhayati, S.S.',
    headTitle: 'Kepala (contoh)',
    email: email('dpk'),
    hasVerification: false,
  },
  {
    key: 'diskominfo',
    slug: 'dinas-komunikasi-dan-informatika',
    name: 'Dinas Komunikasi dan Informatika (contoh)',
    shortName: 'Diskominfo',
    kind: 'department',
    about: 'Mengelola informasi publik, jaringan, keamanan data, dan portal ini.',
    headName: 'Contoh Hidayat, S.Kom.',
    headTitle: 'Kepala (contoh)',
    email: email('diskominfo'),
    hasVerification: false,
  },
  {
    key: 'dispar',
    slug: 'dinas-pariwisata',
    name: 'Dinas Pariwisata (contoh)',
    shortName: 'Dispar',
    kind: 'department',
    about: 'Menata tempat wisata, mendampingi kampung wisata, dan menyiapkan acara budaya.',
    headName: 'Contoh Melati, S.E.',
    headTitle: 'Kepala (contoh)',
    email: email('dispar'),
    hasVerification: false,
  },
  {
    key: 'dlh',
    slug: 'dinas-lingkungan-hidup',
    name: 'Dinas Lingkungan Hidup (contoh)',
    shortName: 'DLH',
    kind: 'department',
    about: 'Menjaga air, udara, hutan kota, dan mendampingi bank sampah.',
    headName: 'Ir. Contoh Bahri',
    headTitle: 'Kepala (contoh)',
    email: email('dlh'),
    hasVerification: false,
  },
  {
    key: 'dpmptsp',
    slug: 'dinas-penanaman-modal-dan-ptsp',
    name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu (contoh)',
    shortName: 'DPMPTSP',
    kind: 'department',
    about: 'Melayani perizinan usaha dan nonusaha lewat satu pintu.',
    headName: 'Contoh Utami, S.E.',
    headTitle: 'Kepala (contoh)',
    email: email('dpmptsp'),
    hasVerification: false,
  },
  {
    key: 'pangan',
    slug: 'dinas-pangan-dan-hortikultura',
    name: 'Dinas Pangan dan Hortikultura (contoh)',
    shortName: 'Dinas Pangan',
    kind: 'department',
    about: 'Mendampingi petani sayur dan buah serta menjaga pangan warga.',
    headName: 'Ir. Contoh Subagja',
    headTitle: 'Kepala (contoh)',
    email: email('pangan'),
    hasVerification: false,
  },
] as const satisfies readonly DemoAgency[];

/** Short name of an agency within the demo. */
export type AgencyKey = (typeof demoAgencies)[number]['key'];

/** Kanal, in the order of the menu. */
export const demoSections = [
  { key: 'layanan', slug: 'layanan-publik', name: 'Layanan Publik' },
  { key: 'kesehatan', slug: 'kesehatan', name: 'Kesehatan' },
  { key: 'pendidikan', slug: 'pendidikan', name: 'Pendidikan' },
  { key: 'infrastruktur', slug: 'infrastruktur', name: 'Infrastruktur' },
  { key: 'lingkungan', slug: 'lingkungan', name: 'Lingkungan' },
  { key: 'budaya', slug: 'budaya-wisata', name: 'Budaya & Wisata' },
  { key: 'ekonomi', slug: 'ekonomi', name: 'Ekonomi' },
  { key: 'pemerintahan', slug: 'pemerintahan', name: 'Pemerintahan' },
] as const;

/** Short name of a section within the demo. */
export type SectionKey = (typeof demoSections)[number]['key'];

/** Topics that run through the sections. */
export const demoTopics = [
  { key: 'dokumen', slug: 'dokumen-warga', name: 'Dokumen Warga' },
  { key: 'anak', slug: 'kesehatan-anak', name: 'Kesehatan Anak' },
  { key: 'sungai', slug: 'angkutan-sungai', name: 'Angkutan Sungai' },
  { key: 'jalan', slug: 'jalan-dan-jembatan', name: 'Jalan dan Jembatan' },
  { key: 'digital', slug: 'layanan-digital', name: 'Layanan Digital' },
  { key: 'membaca', slug: 'gemar-membaca', name: 'Gemar Membaca' },
  { key: 'sampah', slug: 'kelola-sampah', name: 'Kelola Sampah' },
  { key: 'hutan', slug: 'hutan-dan-satwa', name: 'Hutan dan Satwa' },
  { key: 'cuaca', slug: 'siaga-cuaca', name: 'Siaga Cuaca' },
  { key: 'inklusif', slug: 'layanan-ramah-disabilitas', name: 'Layanan Ramah Disabilitas' },
  { key: 'usaha', slug: 'usaha-kecil', name: 'Usaha Kecil' },
] as const;

/** Short name of a topic within the demo. */
export type TopicKey = (typeof demoTopics)[number]['key'];

/** Kabupaten and kota of Kalimantan Timur with their Kemendagri codes. */
export const demoRegencies = [
  { code: '64.01', name: 'Kabupaten Paser' },
  { code: '64.02', name: 'Kabupaten Kutai Kartanegara' },
  { code: '64.03', name: 'Kabupaten Berau' },
  { code: '64.07', name: 'Kabupaten Kutai Barat' },
  { code: '64.08', name: 'Kabupaten Kutai Timur' },
  { code: '64.09', name: 'Kabupaten Penajam Paser Utara' },
  { code: '64.11', name: 'Kabupaten Mahakam Ulu' },
  { code: '64.71', name: 'Kota Balikpapan' },
  { code: '64.72', name: 'Kota Samarinda' },
  { code: '64.74', name: 'Kota Bontang' },
] as const;

/** Code of a kabupaten or kota. */
export type RegencyCode = (typeof demoRegencies)[number]['code'];
