import type { Role } from '../schema/enums.ts';
import type { AgencyKey } from './agencies.ts';

/** One password for every account of the demo. It guards nothing: the demo listens on this machine only. */
export const demoPassword = 'warta-kaltim-contoh';

type DemoRole = { role: Role; agency?: AgencyKey };
type DemoAccount = {
  key: string;
  name: string;
  initials: string;
  email: string;
  /** What the list of accounts at start-up says about the person. */
  label: string;
  roles: readonly DemoRole[];
};

/** People of the demo. The names are invented; no real official is meant. */
export const demoAccounts = [
  {
    key: 'ratna',
    name: 'Ratna Puspitasari',
    initials: 'RPS',
    email: 'ratna@contoh.example',
    label: 'Kontributor Dinas Kesehatan',
    roles: [{ role: 'contributor', agency: 'dinkes' }],
  },
  {
    key: 'rizky',
    name: 'Rizky Hidayatullah',
    initials: 'RZH',
    email: 'rizky@contoh.example',
    label: 'Kontributor Dinas Pendidikan dan Kebudayaan',
    roles: [{ role: 'contributor', agency: 'disdikbud' }],
  },
  {
    key: 'dewi',
    name: 'Dewi Anggraini',
    initials: 'DWA',
    email: 'dewi@contoh.example',
    label: 'Kontributor Dinas Perhubungan dan Dinas Pekerjaan Umum',
    roles: [
      { role: 'contributor', agency: 'dishub' },
      { role: 'contributor', agency: 'pu' },
    ],
  },
  {
    key: 'petrus',
    name: 'Petrus Lawing',
    initials: 'PLW',
    email: 'petrus@contoh.example',
    label: 'Kontributor Dinas Pariwisata dan Dinas Lingkungan Hidup',
    roles: [
      { role: 'contributor', agency: 'dispar' },
      { role: 'contributor', agency: 'dlh' },
    ],
  },
  {
    key: 'nurul',
    name: 'Nurul Fadhilah',
    initials: 'NRF',
    email: 'nurul@contoh.example',
    label: 'Kontributor Dukcapil dan DPMPTSP',
    roles: [
      { role: 'contributor', agency: 'dukcapil' },
      { role: 'contributor', agency: 'dpmptsp' },
    ],
  },
  {
    key: 'bayu',
    name: 'Bayu Pranoto',
    initials: 'BYP',
    email: 'bayu@contoh.example',
    label: 'Kontributor Diskominfo dan BPBD',
    roles: [
      { role: 'contributor', agency: 'diskominfo' },
      { role: 'contributor', agency: 'bpbd' },
    ],
  },
  {
    key: 'siti',
    name: 'Siti Maimunah',
    initials: 'STM',
    email: 'siti@contoh.example',
    label: 'Kontributor DPK dan Dinas Pangan',
    roles: [
      { role: 'contributor', agency: 'dpk' },
      { role: 'contributor', agency: 'pangan' },
    ],
  },
  {
    key: 'hendra',
    name: 'Hendra Wijayakusuma',
    initials: 'HWK',
    email: 'hendra@contoh.example',
    label: 'Verifikator Dinas Kesehatan',
    roles: [{ role: 'verifier', agency: 'dinkes' }],
  },
  {
    key: 'lestari',
    name: 'Lestari Damayanti',
    initials: 'LSD',
    email: 'lestari@contoh.example',
    label: 'Verifikator Dinas Pendidikan dan Kebudayaan',
    roles: [{ role: 'verifier', agency: 'disdikbud' }],
  },
  {
    key: 'aditya',
    name: 'Aditya Ramadhani',
    initials: 'ADR',
    email: 'aditya@contoh.example',
    label: 'Redaktur',
    roles: [{ role: 'editor' }],
  },
  {
    key: 'maria',
    name: 'Maria Magdalena Usat',
    initials: 'MMU',
    email: 'maria@contoh.example',
    label: 'Redaktur',
    roles: [{ role: 'editor' }],
  },
  {
    key: 'nadia',
    name: 'Nadia Kartikasari',
    initials: 'NDK',
    email: 'nadia@contoh.example',
    label: 'Redaktur Pelaksana',
    roles: [{ role: 'managing_editor' }],
  },
  {
    key: 'fajar',
    name: 'Fajar Nugroho',
    initials: 'FJN',
    email: 'fajar@contoh.example',
    label: 'Admin',
    roles: [{ role: 'admin' }],
  },
  {
    key: 'kristina',
    name: 'Kristina Bulan',
    initials: 'KRB',
    email: 'kristina@contoh.example',
    label: 'Admin',
    roles: [{ role: 'admin' }],
  },
  {
    key: 'sutejo',
    name: 'Sutejo Wirawan',
    initials: 'STW',
    email: 'sutejo@contoh.example',
    label: 'Pimpinan Dinas Kesehatan',
    roles: [{ role: 'leader', agency: 'dinkes' }],
  },
  {
    key: 'yohana',
    name: 'Yohana Tirtasari',
    initials: 'YHT',
    email: 'yohana@contoh.example',
    label: 'Auditor',
    roles: [{ role: 'auditor' }],
  },
] as const satisfies readonly DemoAccount[];

/** Short name of a person of the demo. */
export type PersonKey = (typeof demoAccounts)[number]['key'];
