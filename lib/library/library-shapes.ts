import type { AssetKind, AssetState, PhotoOrigin } from '../../db/schema/enums.ts';
import type { AgencyId, ArticleId, AssetId } from '../ids.ts';

/** What the library's screens are given. */

/** Whether a photo may still be used: without an end, with time left, soon over, over. */
export type RightsState = 'open' | 'running' | 'expiring' | 'expired';

/** One photo or document in a list of the library. */
export type LibraryItem = {
  assetId: AssetId;
  assetHash: string;
  kind: AssetKind;
  fileName: string;
  agencyName: string;
  state: AssetState | 'withdrawn';
  failure: string | null;
  /** Address of a small picture; null for documents and while there is none. */
  source: string | null;
  width: number;
  height: number;
  bytes: number;
  alt: string;
  caption: string;
  credit: string;
  origin: PhotoOrigin;
  showsChild: boolean;
  hasConsent: boolean;
  rightsUntil: string | null;
  rights: RightsState;
  isShared: boolean;
  /** Articles in work or live that name it. */
  uses: number;
  focal: { x: number; y: number };
  version: number;
};

/** One page of the library, newest first. */
export type LibraryPage = {
  items: LibraryItem[];
  /** Names the next page; null on the last. */
  next: AssetId | null;
};

/** Where an asset is used, as far as this person may see. */
export type AssetUse = { articleId: ArticleId; number: number; title: string; stateLabel: string; isLive: boolean };

/** Another asset that shows the same. */
export type AssetCopy = { assetId: AssetId; agencyName: string; source: string | null };

/** One asset with all that is known of it. */
export type AssetPage = LibraryItem & {
  agencyId: AgencyId;
  uploadedBy: string;
  uploadedAt: Date;
  terms: string;
  takenOn: string | null;
  takenAt: string;
  /** Address of a large picture or of the document. */
  largeSource: string | null;
  withdrawn: { reason: string; at: Date } | null;
  derivedFrom: AssetId | null;
  /** Turned copies of it. */
  copies: AssetCopy[];
  /** The same bytes, uploaded by somebody else as well: withdrawing this one leaves them. */
  twins: AssetCopy[];
  useList: AssetUse[];
  /** Uses in articles that this person may not see. */
  hiddenUses: number;
  may: { describe: boolean; withdraw: boolean; restore: boolean; replace: boolean };
};
