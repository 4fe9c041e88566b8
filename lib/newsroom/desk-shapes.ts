import type {
  ArticleKind,
  ChangeType,
  DelegationKind,
  EditionState,
  FastLaneReason,
  FrontSlot,
  Role,
  SignatureAct,
} from '../../db/schema/enums.ts';
import type { AgencyId, ArticleId, AssetId, EditionId, RevisionId, SectionId, TopicId, UserId } from '../ids.ts';
import type { DocumentView } from '../media/document-view.ts';
import type { Words } from './article-input.ts';
import type { Override } from './judgement.ts';
import type { LinkRegister } from './outgoing-links.ts';
import type { PublicArticle, PublicPortal } from './reader-shapes.ts';
import type { Readiness } from './readiness.ts';
import type { PublicationPlan } from './schedule-time.ts';
import type { Verb } from './workflow.ts';

/** What the newsroom's screens are given. */

export type NoteView = {
  verb: string;
  reasonCode: string | null;
  /** As the portal words the reason. */
  reasonLabel: string | null;
  text: string;
  place: string;
  by: string;
  at: Date;
};

/** A reason for sending words back, as a portal words it. */
export type ReasonChoice = { code: string; label: string };

/** What the desk does with an edition by itself, for everyone to see. */
export type DeskNotice = {
  /** Its lateness was carried: 1 to the managing editor, 2 to the agency's leader as well. */
  escalated: { level: number; at: Date } | null;
  /** The agency's verifier is not waited for any more. */
  openedToDesk: { at: Date; because: 'no_verifier' | 'verifier_silent'; verifyDueAt: Date | null } | null;
};

/** One line of a list. */
export type EditionRowView = {
  articleId: ArticleId;
  editionId: EditionId;
  number: number;
  version: number;
  /** Only the named people know of it before publication. */
  isConfidential: boolean;
  kind: ArticleKind;
  title: string;
  state: EditionState;
  agencyName: string;
  writer: string;
  /** Last typed, else begun. */
  touchedAt: Date;
  submittedAt: Date | null;
  publishedAt: Date | null;
  slug: string | null;
  claimedBy: string | null;
  /** The newest return or rejection. */
  note: NoteView | null;
  /** Approved, and one signature short. */
  awaitsConfirmation: boolean;
  secondReviewDueAt: Date | null;
  notice: DeskNotice;
  /** Withdrawn by an editor, and no managing editor has looked at it yet. */
  retractReviewDueAt: Date | null;
  allowed: Verb[];
};

export type StrandedView = { revisionId: RevisionId; articleId: ArticleId; title: string; at: Date };

export type MyDesk = {
  /** What only waits for this person: to verify, to confirm, to finish editing, to review. */
  waitingForMe: EditionRowView[];
  /** Late, and carried to this person. */
  escalated: EditionRowView[];
  returned: EditionRowView[];
  drafts: EditionRowView[];
  /** Sent on and not yet published. */
  underWay: EditionRowView[];
  stranded: StrandedView[];
};

export type SignatureView = {
  name: string;
  role: Role;
  /** The role was held in somebody's place when this was signed; null otherwise. */
  acting: DelegationKind | null;
  act: SignatureAct;
  at: Date;
  onCurrentWords: boolean;
};

export type EditionView = {
  articleId: ArticleId;
  editionId: EditionId;
  number: number;
  version: number;
  /** Only the named people know of it before publication. */
  isConfidential: boolean;
  state: EditionState;
  changeType: ChangeType | null;
  slug: string | null;
  agency: { id: AgencyId; name: string; shortName: string };
  words: Words;
  contentHash: string;
  writer: string;
  submittedBy: string | null;
  /** Digits of the submitter's phone, for the WhatsApp link; empty when unknown. */
  submitterPhone: string;
  claimedBy: { id: UserId; name: string } | null;
  /** Who last typed and when. */
  lastTyped: { name: string; at: Date } | null;
  coWriters: { id: UserId; name: string }[];
  /** Whoever wrote, submitted or holds it and is on leave now. */
  away: { name: string; until: Date; standIns: string[] }[];
  allowed: Verb[];
  /** For a managing editor: claiming works only with a reason. */
  claimNeedsReason: boolean;
  notice: DeskNotice;
  /** Names of those its lateness was carried to last. */
  escalatedTo: string[];
  /** What a return or a rejection can be for. */
  reasons: ReasonChoice[];
  /** Why approving is refused although the person holds the edition; null otherwise. */
  approveRefusal: string | null;
  signatures: SignatureView[];
  /** Distinct accounts on the current words. */
  signerCount: number;
  awaitsConfirmation: boolean;
  readiness: Readiness;
  /** Hosts that links may lead to, so that the editor tells of a new one while it is typed. */
  linkRegister: LinkRegister;
  /** What editors let pass of what was left to judgement. */
  overrides: Override[];
  /** Whether this person may read how it came about; of a confidential article only who shared the confidence. */
  isHistoryOpen: boolean;
  notes: NoteView[];
  fastLane: { reason: FastLaneReason | null; dueAt: Date | null; reviewedAt: Date | null } | null;
  /** Of a retracted edition: why, and the look of a managing editor at it where one is owed. */
  retraction: { reason: string; at: Date; dueAt: Date | null; reviewedAt: Date | null } | null;
  /** Of a discarded edition: until when it can be brought back, and when its words were purged. */
  discarded: { until: Date; purgedAt: Date | null } | null;
  approvalOutcome: 'wait' | 'publish' | 'schedule' | null;
  /** When it goes out, and what whoever chooses that is to know. */
  plan: PublicationPlan;
  pinnedUntil: Date | null;
  photos: PhotoView[];
  /** The documents of the words, beside the text and in it. */
  documents: DocumentView[];
};

export type PhotoView = {
  assetId: AssetId;
  assetHash: string;
  fileName: string;
  state: 'processing' | 'ready' | 'failed';
  failure: string | null;
  width: number;
  height: number;
  withdrawn: boolean;
  /** The last day (`2026-01-14`) on which it may be used; null without an end. */
  rightsUntil: string | null;
  showsChild: boolean;
  hasConsent: boolean;
  /** Storage key of a small rendition, or null while there is none. */
  thumbnailKey: string | null;
};

/** What a person may choose from in the form. */
export type FormChoices = {
  sections: { id: SectionId; name: string }[];
  topics: { id: TopicId; name: string }[];
  regencies: { code: string; name: string }[];
  agencies: { id: AgencyId; name: string }[];
  people: { id: UserId; name: string; agencyName: string }[];
};

export type HistoryView = {
  articleId: ArticleId;
  title: string;
  agencyName: string;
  editions: {
    id: EditionId;
    number: number;
    state: EditionState;
    changeType: ChangeType | null;
    publicNote: string;
    createdAt: Date;
  }[];
  events: {
    seq: number;
    at: Date;
    actor: string;
    role: Role | null;
    verb: string;
    /** Whom the event is about, besides who did it. */
    subject: string | null;
    editionNumber: number | null;
    fromState: string | null;
    toState: string | null;
    detail: Record<string, unknown>;
  }[];
  signatures: (SignatureView & { editionNumber: number; contentHash: string; holds: boolean })[];
  revisions: {
    id: RevisionId;
    editionNumber: number;
    by: string;
    reason: string;
    verb: string | null;
    at: Date;
    title: string;
    contentHash: string;
    restoredFrom: RevisionId | null;
  }[];
  /** The last version of this page when there are older ones. */
  olderThan: RevisionId | null;
  notes: (NoteView & { editionNumber: number })[];
};

/** The article of an edition not (yet) public, in the shape readers will get it. */
export type Preview = { portal: PublicPortal; article: PublicArticle; editionNumber: number; state: EditionState };

/** What changed since the words that were last signed. */
export type ChangeView = {
  since: { name: string; act: SignatureAct; at: Date } | null;
  before: Words | null;
  after: Words;
};

/** An article by the name people know it by. */
export type NamedArticle = { id: ArticleId; title: string };

/** One place at the top of the front page: what stands there, and what an editor chose for it. */
export type FrontPlace = {
  slot: FrontSlot;
  /** What readers see there now; null while there are too few articles. */
  shown: NamedArticle | null;
  /** What would stand there if nobody had chosen anything. */
  unchosen: NamedArticle | null;
  choice: { article: NamedArticle; until: Date; by: string; isShown: boolean } | null;
};

/** An article that may be chosen. */
export type FrontCandidate = NamedArticle & { agencyName: string; firstPublishedAt: Date | null };
