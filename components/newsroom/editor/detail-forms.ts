import type { DetailName } from '#lib/newsroom/kind-details.ts';
import type { DraftWords } from './draft-words.ts';

/** How each detail is asked for: the native control, and what it is for in a sentence. */
export const detailForms: Readonly<
  Record<
    DetailName,
    { control: 'line' | 'tel' | 'email' | 'date' | 'moment' | 'text' | 'choice' | 'link'; note?: string }
  >
> = {
  releaseNumber: { control: 'line', note: 'Seperti tercatat di instansi Anda. Boleh kosong.' },
  contactName: { control: 'line', note: 'Orang yang dapat dihubungi wartawan. Tampil pada siaran pers atau agenda.' },
  contactPhone: { control: 'tel', note: 'Pembaca dapat langsung menghubunginya, jadi pakailah nomor dinas.' },
  contactEmail: { control: 'email', note: 'Boleh kosong.' },
  embargoUntil: {
    control: 'moment',
    note: 'Sebelum waktu ini tidak seorang pun dapat menerbitkannya, juga tidak lewat jalur cepat. Yang sudah disetujui terbit sendiri begitu embargo berakhir. Boleh kosong.',
  },
  validUntil: { control: 'date', note: 'Hari terakhir pengumuman ini berlaku.' },
  textAlternative: {
    control: 'text',
    note: 'Semua yang dikatakan gambar: judul, angka dengan satuannya, keterangan, dan sumber.',
  },
  speaker: { control: 'line', note: 'Nama lengkap yang berpidato atau memberi sambutan.' },
  speakerRole: { control: 'line', note: 'Jabatannya saat berpidato. Boleh kosong.' },
  occasion: { control: 'line', note: 'Acara tempat pidato disampaikan. Boleh kosong.' },
  venue: { control: 'line' },
  startsAt: { control: 'moment' },
  endsAt: { control: 'moment', note: 'Boleh kosong.' },
  audience: { control: 'choice', note: 'Siapa yang boleh hadir.' },
  pageRole: { control: 'choice' },
  link: {
    control: 'link',
    note: 'Halaman yang dibuka dari spanduk, misalnya /berita/banjir atau https://… Boleh kosong.',
  },
  bannerUntil: { control: 'moment', note: 'Pada waktu ini spanduk hilang sendiri dari semua halaman.' },
};

/** What a list of choices says while nothing is chosen. */
export const emptyChoices: Readonly<Partial<Record<DetailName, string>>> = {
  audience: 'Tidak disebut',
  pageRole: 'Pilih kegunaan…',
};

export const venueNotes: Readonly<Partial<Record<DraftWords['kind'], string>>> = {
  speech: 'Gedung dan kotanya. Boleh kosong.',
  agenda_event: 'Gedung, ruang, dan kotanya, sehingga orang dapat menemukannya.',
};

const footer = 'Tautannya akan ada di kaki setiap halaman situs.';

/** Where a page will stand, by what it is for; the empty choice says why one is asked for. */
export const pageRolePlaces: Readonly<Record<string, string>> = {
  '': 'Kegunaan menentukan tempat halaman ini di situs.',
  about: footer,
  editorial_policy: footer,
  privacy: footer,
  accessibility: footer,
  agency_profile: 'Halaman ini akan ada di halaman perangkat daerah Anda.',
  topic_introduction: 'Halaman ini akan ada di kepala halaman topik. Pilih topiknya di bagian Rincian.',
  other: 'Halaman ini punya alamat sendiri dan dicapai lewat tautan.',
};
