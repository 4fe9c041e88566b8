/**
 * The closed lists of the model. Plain arrays, so that the workflow, the forms and the
 * browser may use them without the database; the noun files turn them into PostgreSQL enums.
 */

export const articleKinds = [
  'news',
  'press_release',
  'announcement',
  'hoax_clarification',
  'gallery',
  'infographic',
  'speech',
  'page',
  'agenda_event',
  'banner',
] as const;
export type ArticleKind = (typeof articleKinds)[number];

export const editionStates = [
  'draft',
  'submitted',
  'verified',
  'returned',
  'in_editing',
  'approved',
  'scheduled',
  'published',
  'archived',
  'retracted',
  'superseded',
  'rejected',
  'discarded',
] as const;
export type EditionState = (typeof editionStates)[number];

/** At most one edition of an article is in one of these. */
export const workingStates = [
  'draft',
  'submitted',
  'verified',
  'returned',
  'in_editing',
  'approved',
  'scheduled',
] as const;
/** At most one edition of an article is in one of these. */
export const liveStates = ['published', 'archived', 'retracted'] as const;

export const changeTypes = ['minor', 'update', 'correction', 'right_of_reply'] as const;
export type ChangeType = (typeof changeTypes)[number];

/** Information classes of UU 14/2008; `exempt` (dikecualikan) can never be published. */
export const infoClasses = ['periodic', 'immediate', 'on_request', 'exempt'] as const;
export type InfoClass = (typeof infoClasses)[number];

export const signatureActs = ['submit', 'verify', 'confirm', 'approve', 'publish_now', 'second_review'] as const;
export type SignatureAct = (typeof signatureActs)[number];

/** What the approver chose to happen once two signatures hold. */
export const approvalOutcomes = ['wait', 'publish', 'schedule'] as const;
export type ApprovalOutcome = (typeof approvalOutcomes)[number];

export const fastLaneReasons = ['immediate_information', 'disaster', 'clarification', 'live_article_fix'] as const;
export type FastLaneReason = (typeof fastLaneReasons)[number];

export const returnReasons = [
  'incomplete_facts',
  'source_or_quote',
  'data_mismatch',
  'title_or_lead',
  'language',
  'photo_permission_caption',
  'duplicate',
  'not_our_authority',
  'exempt_information',
  'ceremony_only',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

export const roles = ['contributor', 'verifier', 'leader', 'editor', 'managing_editor', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Roles held in one agency; all others are held for the whole portal. */
export const agencyRoles = ['contributor', 'verifier', 'leader'] as const;
/** Roles that take effect only when a second admin or managing editor accepts the grant. */
export const guardedRoles = ['verifier', 'editor', 'managing_editor', 'admin'] as const;

/**
 * Roles with which somebody can bring words to readers, or give others such roles. They need a second
 * factor, and wait for a second person after an admin has reset the account.
 */
export const decisiveRoles = ['editor', 'managing_editor', 'admin'] as const;

export const agencyKinds = [
  'department',
  'bureau',
  'regency_office',
  'vertical_body',
  'enterprise',
  'university',
  'other',
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

/**
 * Why a revision was kept. `stranded`: words that came after the edition left the writer's hands.
 * `restored`: an earlier version brought back.
 */
export const revisionReasons = ['typing', 'transition', 'take_over', 'stranded', 'restored'] as const;
export type RevisionReason = (typeof revisionReasons)[number];

export const assetStates = ['processing', 'ready', 'failed'] as const;
export type AssetState = (typeof assetStates)[number];

export const renditionFormats = ['avif', 'webp', 'jpeg'] as const;
export type RenditionFormat = (typeof renditionFormats)[number];

/**
 * `full`: the photo's own shape; `card`: 1200 × 630 around the focal point, for links shared elsewhere;
 * `print`: one JPEG as large as the photo came, for newspapers.
 */
export const renditionShapes = ['full', 'card', 'print'] as const;
export type RenditionShape = (typeof renditionShapes)[number];

export const assetKinds = ['photo', 'document'] as const;
export type AssetKind = (typeof assetKinds)[number];

/** What a picture is. Readers are told of everything but a plain photo. */
export const photoOrigins = ['photo', 'illustration', 'ai_made'] as const;
export type PhotoOrigin = (typeof photoOrigins)[number];

/** Places at the top of the front page that editors may fill by hand. */
export const frontSlots = ['lead', 'second_1', 'second_2'] as const;
export type FrontSlot = (typeof frontSlots)[number];

/** How surely a session knows who is asking: by the password alone, or by a second factor too. */
export const sessionAssurances = ['password', 'second_factor'] as const;
export type SessionAssurance = (typeof sessionAssurances)[number];

/** What besides a password shows who somebody is: an app that counts codes, or a passkey. */
export const factorKinds = ['totp', 'passkey'] as const;
export type FactorKind = (typeof factorKinds)[number];

export const accountCodePurposes = ['invite', 'reset'] as const;
export type AccountCodePurpose = (typeof accountCodePurposes)[number];

/** A word of the house list counts once an editor has approved it; a refused one is not proposed again. */
export const houseNameStates = ['proposed', 'approved', 'refused'] as const;
export type HouseNameState = (typeof houseNameStates)[number];

/** What became of a suggested change. That its words have changed meanwhile is seen in the words, not kept here. */
export const suggestionStates = ['open', 'accepted', 'refused'] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** How soon somebody on the desk should turn to an edition. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** A day on which the offices are closed besides the weekly ones: a national holiday, or leave for all (cuti bersama). */
export const dayOffKinds = ['national_holiday', 'collective_leave'] as const;
export type DayOffKind = (typeof dayOffKinds)[number];

/** Why somebody stands in for another: leave, or as acting official (Plt.). */
export const delegationKinds = ['leave', 'acting'] as const;
export type DelegationKind = (typeof delegationKinds)[number];

/** How a person wants to be mailed of one kind of news: at once, gathered once a day, or not. */
export const mailChoices = ['immediate', 'digest', 'none'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** What an alarm is about. It stands on the desk until it is settled. */
export const alarmKinds = [
  'schedule_failed',
  'audit_chain_broken',
  'witness_failed',
  'job_failed',
  'build_changed',
  'site_integrity',
  'backup_failed',
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** What was decided about a host outside that texts lead to. */
export const linkHostDecisions = ['allowed', 'refused'] as const;
export type LinkHostDecision = (typeof linkHostDecisions)[number];

/** What was done with a backup: it was made, or it was restored into a temporary database to prove that it is good. */
export const backupRunKinds = ['backup', 'drill'] as const;
export type BackupRunKind = (typeof backupRunKinds)[number];
