import type {
  ArticleKind,
  ChangeType,
  FastLaneReason,
  PhotoOrigin,
  RenditionFormat,
  Role,
  SignatureAct,
} from '../../db/schema/enums.ts';
import type { ArticleId, AssetId, PortalId } from '../ids.ts';
import type { RichDocument } from '../richtext/rich-nodes.ts';
import type { Attachment, Credit, Source } from './article-input.ts';
import type { KindDetails, PageRole } from './kind-details.ts';

/** What readers may be told, and nothing else. Pages and components take these shapes. */

export type PublicPortal = {
  id: PortalId;
  slug: string;
  name: string;
  tagline: string;
  /** The canonical host first. */
  hosts: readonly string[];
  timeZone: string;
  datelineTemplate: string;
  contactEmail: string;
  contactPhone: string;
  address: string;
  isDemo: boolean;
  /** The public address of the install is its address, whatever its hosts say. */
  isDefault: boolean;
};

export type PublicSection = { slug: string; name: string };
export type PublicAgency = { slug: string; name: string; shortName: string };

/** An urgent line over every page. */
export type PublicBanner = { text: string; link: string | null; awaitsSecondReview: boolean };

/** Header and footer. `pages`: lasting pages of the site itself (about, policy, privacy, accessibility). */
export type SiteFrame = {
  sections: PublicSection[];
  agencies: PublicAgency[];
  pages: { role: PageRole; title: string; path: string }[];
  banner: PublicBanner | null;
};

export type PhotoSource = { format: RenditionFormat; width: number; height: number; key: string };

/** A photo as it may be shown; `withdrawn` leaves a neutral box in its place. */
export type PublicPhoto =
  | {
      withdrawn: false;
      /** Empty for a decorative photo. */
      alt: string;
      caption: string;
      credit: string;
      /** What the picture is, as it was signed. */
      origin: PhotoOrigin;
      /** What stays in sight where it is cut to another shape, as shares of width and height. */
      focal: { x: number; y: number };
      width: number;
      height: number;
      /** Average colour, `#rrggbb`. */
      colour: string | null;
      /** Storage keys; the surface makes addresses of them. Widest first within a format. */
      sources: PhotoSource[];
      /** JPEG of 1200 × 630 for shared links. */
      card: PhotoSource | null;
      /** JPEG as large as the photo came, for newspapers; null for photos from before there was one. */
      print: (PhotoSource & { bytes: number }) | null;
    }
  | { withdrawn: true };

/** A document (PDF) readers may fetch; `key` is its storage key, of which the surface makes an address. */
export type PublicDocument = { title?: string; bytes: number; key: string; withdrawn: boolean };

export type PublicCard = {
  articleId: ArticleId;
  slug: string;
  kind: ArticleKind;
  title: string;
  lead: string;
  sponsored: boolean;
  /** What only this kind has. */
  details: KindDetails;
  section: PublicSection | null;
  agency: PublicAgency;
  firstPublishedAt: Date;
  publishedAt: Date;
  cover: PublicPhoto | null;
  /** Published by the fast lane and not yet seen by a second person. */
  awaitsSecondReview: boolean;
  isArchived: boolean;
};

export type PublicNote = { number: number; changeType: ChangeType; note: string; at: Date };
export type PublicSignature = { role: Role; act: SignatureAct; at: Date };

export type PublicArticle = PublicCard & {
  body: RichDocument;
  /** The photos of the body, by asset. */
  photos: Readonly<Record<AssetId, PublicPhoto>>;
  /** The articles and events the body names, by id, as they stand now; those readers may not see are left out. */
  linked: Readonly<Record<ArticleId, PublicCard>>;
  /** Named here, to be had from `documents`. */
  attachments: readonly Pick<Attachment, 'assetId' | 'title'>[];
  /** The documents of the body and the attachments, by asset. */
  documents: Readonly<Record<AssetId, PublicDocument>>;
  /** The picture for shared links, with title, agency and time; null until it is drawn. */
  shareCard: PhotoSource | null;
  summary: string;
  credits: readonly Credit[];
  sources: readonly Source[];
  jointAgencies: readonly PublicAgency[];
  datelinePlace: string;
  /** `YYYY-MM-DD`. */
  eventDate: string | null;
  regencies: readonly string[];
  topics: readonly PublicSection[];
  related: readonly PublicCard[];
  publicNotes: readonly PublicNote[];
  /** Only when the words changed after the first publication. */
  updatedAt: Date | null;
  editionNumber: number;
  signedBy: readonly PublicSignature[];
  fastLane: { reason: FastLaneReason | null; dueAt: Date | null; reviewedAt: Date | null } | null;
  contentHash: string;
};

export type Tombstone = { title: string | null; retractedAt: Date; reason: string; agency: PublicAgency };

/** One page of a list, newest first. Pages are counted from 1. */
export type CardPage = {
  cards: PublicCard[];
  page: number;
  pages: number;
  total: number;
  /** There is more than can be paged through: the archive has it. */
  isMore: boolean;
};

export type AgencyPage = CardPage & {
  agency: PublicAgency & { headName: string; headTitle: string; address: string; phone: string; email: string };
  /** On the first page: who they are, as signed. */
  profile: PublicCard | null;
  releases: PublicCard[];
  hasDocuments: boolean;
};
export type SectionPage = CardPage & { section: PublicSection };
export type DocumentPage = CardPage & { agency: PublicAgency };
export type TopicPage = CardPage & {
  topic: PublicSection;
  /** On the first page, where editors wrote one. */
  introduction: PublicArticle | null;
};

/** How much was published in a month (`2026-01`) or on a day (`2026-01-14`). */
export type ArchiveCount = { when: string; total: number };
/** What a year, month or day brought; `within` counts the months or days of it. */
export type ArchivePage = CardPage & { when: string; within: ArchiveCount[] };

export type AgendaPage = { upcoming: PublicCard[]; past: PublicCard[] };

export type PublicAmendment = PublicNote & { card: PublicCard };
export type AmendmentPage = { amendments: PublicAmendment[]; page: number; hasMore: boolean };

type Checked = {
  card: PublicCard;
  number: number;
  title: string;
  publishedAt: Date;
  signers: number;
  notes: PublicNote[];
};

/** What a code on an article or a print says of its words. */
export type Authenticity =
  /** What stands on the site now. `notes`: every change so far. */
  | ({ kind: 'current' } & Checked)
  /** Was published so, and changed since. `notes`: what changed after it. */
  | ({ kind: 'superseded' } & Checked)
  | { kind: 'retracted'; tombstone: Tombstone; slug: string }
  | { kind: 'unknown' };

export type FrontPage = {
  lead: PublicCard | null;
  seconds: PublicCard[];
  river: PublicCard[];
  strips: {
    clarifications: PublicCard[];
    releases: PublicCard[];
    announcements: PublicCard[];
    agenda: PublicCard[];
    galleries: PublicCard[];
  };
};

/** What stands at an article's address. */
export type Address =
  | { kind: 'live'; path: string }
  | { kind: 'moved'; slug: string; path: string }
  | { kind: 'gone' }
  | { kind: 'unknown' };

/** Articles on one page of a list. */
export const cardsPerPage = 20;
/** Lists are read by page so far; older articles are reached by search and archive. */
export const lastListPage = 50;
