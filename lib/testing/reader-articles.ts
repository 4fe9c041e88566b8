import { articleId, assetId, portalId } from '#lib/ids.ts';
import type { PublicArticle, PublicCard, PublicPhoto, PublicPortal } from '#lib/newsroom/reader-shapes.ts';

/** Shapes as readers' pages get them, without a database behind them. */

export const readerPortal: PublicPortal = {
  id: portalId.parse('b0b0b0b0-0000-4000-8000-000000000001'),
  slug: 'kaltim',
  name: 'Ruang Warta Kaltim',
  tagline: 'Kabar dari Benua Etam',
  hosts: ['warta.example.go.id'],
  timeZone: 'Asia/Makassar',
  datelineTemplate: '{tempat} –',
  contactEmail: 'redaksi@example.go.id',
  contactPhone: '(0541) 123 456',
  address: 'Samarinda',
  isDemo: false,
  isDefault: true,
};

export const shownCover: Extract<PublicPhoto, { withdrawn: false }> = {
  withdrawn: false,
  alt: 'Kapal di dermaga',
  caption: 'Kapal merapat.',
  credit: 'Cahyo',
  origin: 'photo',
  focal: { x: 0.5, y: 0.5 },
  width: 1600,
  height: 1067,
  colour: '#35553a',
  sources: [
    { format: 'avif', width: 736, height: 491, key: 'r/aa/besar.avif' },
    { format: 'avif', width: 320, height: 213, key: 'r/aa/kecil.avif' },
    { format: 'webp', width: 736, height: 491, key: 'r/bb/besar.webp' },
    { format: 'jpeg', width: 960, height: 640, key: 'r/cc/besar.jpg' },
  ],
  card: { format: 'jpeg', width: 1200, height: 630, key: 'r/dd/kartu.jpg' },
  print: { format: 'jpeg', width: 4000, height: 2667, bytes: 3_400_000, key: 'r/ee/cetak.jpg' },
};

/** A card of a list; `changes` say what the test is about. */
export function aCard(changes: Partial<PublicCard> = {}): PublicCard {
  const at = new Date('2026-01-14T02:30:00Z');
  return {
    articleId: articleId.parse('b0b0b0b0-0000-4000-8000-000000000002'),
    slug: 'feri-kembali-beroperasi',
    kind: 'news',
    title: 'Feri Kembali Beroperasi',
    lead: 'Dua jalur dibuka lagi.',
    details: {},
    sponsored: false,
    section: { slug: 'perhubungan', name: 'Perhubungan' },
    agency: { slug: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' },
    firstPublishedAt: at,
    publishedAt: at,
    cover: null,
    awaitsSecondReview: false,
    isArchived: false,
    ...changes,
  };
}

/** A published article signed by two people. */
export function aReaderArticle(changes: Partial<PublicArticle> = {}): PublicArticle {
  return {
    ...aCard(),
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Dua jalur dibuka.' }] }] },
    photos: {},
    attachments: [],
    documents: {},
    linked: {},
    shareCard: null,
    summary: '',
    credits: [{ name: 'Ana', initials: 'ANE', role: 'writer', unit: 'Dishub' }],
    sources: [],
    jointAgencies: [],
    datelinePlace: 'Samarinda',
    eventDate: null,
    regencies: [],
    topics: [],
    related: [],
    publicNotes: [],
    updatedAt: null,
    editionNumber: 1,
    signedBy: [
      { role: 'contributor', act: 'submit', at: new Date('2026-01-14T01:00:00Z') },
      { role: 'editor', act: 'approve', at: new Date('2026-01-14T02:00:00Z') },
    ],
    fastLane: null,
    contentHash: 'ab12'.repeat(16),
    ...changes,
  };
}

export const anAssetId = assetId.parse('01890a5d-ac96-774b-bcce-b302099a8057');
