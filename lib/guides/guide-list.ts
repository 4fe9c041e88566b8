import type { Role } from '#db/schema/enums.ts';

/** A place in a guide, by the anchor of its heading. */
export type GuidePlace = { slug: GuideSlug; section: string };

/** The guides under `docs/panduan`, in the order in which they are read, and whom each is written for. */
export const guideList = [
  { slug: 'kontributor', roles: ['contributor', 'verifier'] },
  { slug: 'menulis', roles: ['contributor', 'verifier', 'editor', 'managing_editor'] },
  { slug: 'word', roles: ['contributor', 'verifier'] },
  { slug: 'foto', roles: ['contributor', 'verifier', 'editor', 'managing_editor'] },
  { slug: 'pemeriksaan', roles: ['contributor', 'verifier', 'editor', 'managing_editor'] },
  { slug: 'bersama', roles: ['contributor', 'verifier', 'leader', 'editor', 'managing_editor', 'auditor'] },
  { slug: 'luring', roles: ['contributor', 'verifier'] },
  { slug: 'redaktur', roles: ['editor', 'managing_editor', 'auditor'] },
  {
    slug: 'laporan',
    roles: ['leader', 'editor', 'managing_editor', 'auditor', 'contributor', 'verifier'],
  },
  {
    slug: 'akun',
    roles: ['contributor', 'verifier', 'leader', 'editor', 'managing_editor', 'admin', 'auditor'],
  },
  { slug: 'admin', roles: ['admin', 'managing_editor'] },
] as const satisfies readonly { slug: string; roles: readonly Role[] }[];

export type GuideSlug = (typeof guideList)[number]['slug'];

/** What somebody with this role wants to do first. */
export const firstSteps: Readonly<Record<Role, readonly GuidePlace[]>> = {
  contributor: [
    { slug: 'kontributor', section: 'membuat-naskah' },
    { slug: 'word', section: 'menempel-dari-word' },
    { slug: 'foto', section: 'memberi-foto' },
    { slug: 'kontributor', section: 'mengajukan-naskah' },
    { slug: 'kontributor', section: 'memperbaiki-naskah-yang-dikembalikan' },
  ],
  verifier: [
    { slug: 'kontributor', section: 'memverifikasi-naskah' },
    { slug: 'bersama', section: 'memberi-komentar' },
    { slug: 'pemeriksaan', section: 'membaca-temuan' },
  ],
  leader: [
    { slug: 'laporan', section: 'memantau-perangkat-daerah-anda' },
    { slug: 'laporan', section: 'membaca-angka' },
    { slug: 'bersama', section: 'memberi-komentar' },
    { slug: 'bersama', section: 'mengusulkan-perubahan' },
  ],
  editor: [
    { slug: 'redaktur', section: 'mengambil-naskah' },
    { slug: 'redaktur', section: 'mengembalikan-naskah' },
    { slug: 'redaktur', section: 'menyetujui-dan-menerbitkan' },
    { slug: 'pemeriksaan', section: 'meloloskan-temuan' },
  ],
  managing_editor: [
    { slug: 'redaktur', section: 'mengambil-alih-naskah' },
    { slug: 'redaktur', section: 'menarik-artikel' },
    { slug: 'admin', section: 'menerima-peran' },
  ],
  admin: [
    { slug: 'admin', section: 'menambah-orang' },
    { slug: 'admin', section: 'memberi-peran' },
    { slug: 'admin', section: 'membantu-yang-lupa-kata-sandi' },
  ],
  auditor: [
    { slug: 'redaktur', section: 'membaca-riwayat' },
    { slug: 'bersama', section: 'membandingkan-dua-versi' },
  ],
};
