import { type ArticleKind, agencyRoles, type EditionState, type Role } from '../../db/schema/enums.ts';
import type { AgencyId, PortalId, UserId } from '../ids.ts';
import type { HeldSignature } from './signatures.ts';
import { signersOf, twoSignaturesHold } from './signatures.ts';
import {
  canFollow,
  canStillUndiscard,
  claimerIsIdle,
  type Road,
  type Verb,
  type VerbInput,
  verbs,
  verifierIsLate,
  workflow,
} from './workflow.ts';

/** A role in force at this moment. Agency roles name their agency, portal roles do not. */
export type HeldRole = { role: Role; portalId: PortalId; agencyId: AgencyId | null };

/** What the policy knows of a person. `Actor` (lib/accounts/actor.ts) is one, with proof of who asks. */
export type Person = { userId: UserId; roles: readonly HeldRole[] };

/** What the policy knows of an edition, read in the same transaction. */
export type EditionFacts = Road & {
  portalId: PortalId;
  /** Whose words these are. */
  agencyId: AgencyId;
  /** Where the article stands now: another agency while an edition moves it, and for what came before it moved. */
  articleAgencyId: AgencyId;
  jointAgencyIds: readonly AgencyId[];
  isConfidential: boolean;
  namedIds: readonly UserId[];
  createdBy: UserId;
  coWriterIds: readonly UserId[];
  /** Everyone who wrote words of this edition, those it took over from earlier editions included. */
  authorIds: readonly UserId[];
  hasVerification: boolean;
  /** Accounts that hold the verifier's role of the agency now, are not suspended and not away. */
  verifierIds: readonly UserId[];
  currentHash: string;
  /** Signatures of this edition whose MAC holds and that are not void. */
  signatures: readonly HeldSignature[];
  /** Whether the article has an edition in a working state (this one included). */
  hasWorkingEdition: boolean;
};

/** The few facts that decide who sees an edition and who writes it. */
export type Sight = Pick<
  EditionFacts,
  | 'state'
  | 'portalId'
  | 'agencyId'
  | 'articleAgencyId'
  | 'jointAgencyIds'
  | 'isConfidential'
  | 'namedIds'
  | 'createdBy'
  | 'coWriterIds'
  | 'claimedBy'
>;

/** Why not, in a sentence for the person. */
export type Refusal = { text: string };

const allow = undefined;
const refuse = (text: string): Refusal => ({ text });

/** Whether the person holds the role, in the agency where the role belongs to one. */
export function holds(person: Person, role: Role, portal: PortalId, agency?: AgencyId): boolean {
  const inAgency = agencyRoles.some((agencyRole) => agencyRole === role);
  return person.roles.some(
    (held) => held.role === role && held.portalId === portal && (!inAgency || held.agencyId === agency),
  );
}

/** An editor of the portal; a managing editor may do all an editor may. */
export function isEditor(person: Person, portal: PortalId): boolean {
  return holds(person, 'editor', portal) || isManagingEditor(person, portal);
}

export function isManagingEditor(person: Person, portal: PortalId): boolean {
  return holds(person, 'managing_editor', portal);
}

/** Whether the person may begin an article in this agency. */
export function mayCreateIn(person: Person, portal: PortalId, agency: AgencyId): boolean {
  return holds(person, 'contributor', portal, agency) || holds(person, 'verifier', portal, agency);
}

/** Whether the person may begin this kind there. A banner is the desk's own item: an editor begins one for any agency. */
export function mayBegin(person: Person, kind: ArticleKind, portal: PortalId, agency: AgencyId): boolean {
  return mayCreateIn(person, portal, agency) || (kind === 'banner' && isEditor(person, portal));
}

const writingRoles: readonly Role[] = ['contributor', 'verifier', 'editor', 'managing_editor'];

/**
 * The writers of an edition: see the design, "States of an edition". An editor writes what they
 * began themselves. Nobody writes who no longer holds a role that writes in this portal, whatever
 * they once began or were added to.
 */
export function isWriter(person: Person, edition: Sight): boolean {
  const { portalId } = edition;
  if (!person.roles.some((held) => held.portalId === portalId && writingRoles.includes(held.role))) return false;
  if (edition.isConfidential) return edition.namedIds.includes(person.userId);
  if (edition.coWriterIds.includes(person.userId)) return true;
  if (bothAgencies(edition).some((agency) => mayCreateIn(person, portalId, agency))) return true;
  return edition.createdBy === person.userId && isEditor(person, portalId);
}

/** The agency whose words these are and the one the article stands under: mostly one and the same. */
export function bothAgencies({ agencyId, articleAgencyId }: Sight): AgencyId[] {
  return [agencyId, articleAgencyId];
}

/** Who submitted these words or was asked to write them too, and still writes here. */
function isPartyTo(person: Person, edition: EditionFacts): boolean {
  const me = person.userId;
  return (edition.submittedBy === me || edition.coWriterIds.includes(me)) && isWriter(person, edition);
}

function isVerifier(person: Person, edition: EditionFacts): boolean {
  return holds(person, 'verifier', edition.portalId, edition.agencyId);
}

/** Words that readers see, or saw until a newer edition: confidential no longer. */
const cameToReaders: readonly EditionState[] = ['published', 'archived', 'retracted', 'superseded'];

/** Whether an edition is kept from all but named people now: what the mark *Rahasia* says. */
export function isInConfidence({ isConfidential, state }: Pick<Sight, 'isConfidential' | 'state'>): boolean {
  return isConfidential && !cameToReaders.includes(state);
}

/** In the hands of its writers, or put away by them. */
const withWriters: readonly EditionState[] = ['draft', 'returned', 'discarded'];

/** Whether the person may know of this edition at all. What they may not see is "not found". `confidedTo` is the same for lists. */
export function maySee(person: Person, edition: Sight): boolean {
  if (holds(person, 'auditor', edition.portalId)) return true;
  if (isInConfidence(edition)) return isConfidedTo(person, edition);
  if (isWriter(person, edition) || isEditor(person, edition.portalId)) return true;
  return [...bothAgencies(edition), ...edition.jointAgencyIds].some((agency) =>
    agencyRoles.some((role) => holds(person, role, edition.portalId, agency)),
  );
}

/**
 * Who shares the confidence: the named people, and a managing editor once it was sent on, so that
 * somebody can always name an editor who goes on with it.
 */
export function isConfidedTo(person: Person, edition: Sight): boolean {
  const isNamed = edition.namedIds.includes(person.userId);
  const belongs = person.roles.some((held) => held.portalId === edition.portalId);
  return (isNamed && belongs) || (!withWriters.includes(edition.state) && isManagingEditor(person, edition.portalId));
}

/** Whether the person may show an edition to somebody without an account: its writers, and the desk once it may see it. */
export function mayShare(person: Person, edition: EditionFacts): boolean {
  return maySee(person, edition) && (isWriter(person, edition) || isEditor(person, edition.portalId));
}

/** Whether this person could save words of the edition now. */
export function mayWrite(person: Person, edition: Sight): boolean {
  return canFollow('edit', edition.state) && editing(person, edition) === allow;
}

type Rule = (person: Person, edition: EditionFacts, at: Date, input: VerbInput) => Refusal | undefined;

const writer = (person: Person, edition: Sight) =>
  isWriter(person, edition) ? allow : refuse('Hanya penulis naskah ini yang dapat melakukannya.');
const editor = (person: Person, edition: Sight) =>
  isEditor(person, edition.portalId) ? allow : refuse('Hanya redaktur yang dapat melakukannya.');
const claimer = (person: Person, edition: Sight) =>
  isEditor(person, edition.portalId) && edition.claimedBy === person.userId
    ? allow
    : refuse('Hanya redaktur yang sedang memegang naskah ini yang dapat melakukannya.');
const editing = (person: Person, edition: Sight) =>
  edition.state === 'in_editing' ? claimer(person, edition) : writer(person, edition);
const managingEditor: Rule = (person, edition) =>
  isManagingEditor(person, edition.portalId) ? allow : refuse('Hanya redaktur pelaksana yang dapat melakukannya.');
const systemOnly: Rule = () => refuse('Langkah ini dijalankan oleh sistem.');

/** Who could verify an edition: verifiers of its agency who neither submitted it nor wrote its words. */
export function verifiersFor(edition: EditionFacts, submittedBy: UserId | null): UserId[] {
  return edition.verifierIds.filter(
    (id) =>
      id !== submittedBy &&
      !edition.authorIds.includes(id) &&
      (!edition.isConfidential || edition.namedIds.includes(id)),
  );
}

/** Whether the desk may pass by the agency's verifier, and if not, why. */
function pastVerifier(person: Person, edition: EditionFacts, at: Date, input: VerbInput): Refusal | undefined {
  if (!edition.hasVerification || edition.claimableAtOnce) return allow;
  if (verifiersFor(edition, edition.submittedBy).length === 0 || verifierIsLate(edition, at)) return allow;
  if (isManagingEditor(person, edition.portalId) && (input.reason ?? '').trim() !== '') return allow;
  return refuse(
    'Naskah ini masih menunggu verifikator perangkat daerah. Redaktur pelaksana dapat mendahului dengan alasan.',
  );
}

const rules: Readonly<Record<Verb, Rule>> = {
  edit: editing,
  submit: writer,
  withdraw: writer,
  verify: (person, edition) => {
    if (!edition.hasVerification) return refuse('Perangkat daerah ini tidak memakai langkah verifikasi.');
    if (!isVerifier(person, edition)) return refuse('Hanya verifikator perangkat daerah ini yang dapat memverifikasi.');
    if (edition.submittedBy === person.userId || edition.authorIds.includes(person.userId)) {
      return refuse('Anda ikut menulis naskah ini. Verifikasi harus oleh orang lain.');
    }
    return allow;
  },
  claim: (person, edition, at, input) => {
    const refused = editor(person, edition);
    if (refused) return refused;
    return edition.state === 'submitted' ? pastVerifier(person, edition, at, input) : allow;
  },
  release: (person, edition) => (isManagingEditor(person, edition.portalId) ? allow : claimer(person, edition)),
  take_over: (person, edition, at) => {
    if (edition.claimedBy === person.userId) return refuse('Naskah ini sudah Anda pegang.');
    if (isManagingEditor(person, edition.portalId)) return allow;
    if (!isEditor(person, edition.portalId)) return refuse('Hanya redaktur yang dapat mengambil alih.');
    return claimerIsIdle(edition, at)
      ? allow
      : refuse('Naskah ini sedang disunting. Anda dapat mengambil alih setelah 30 menit tanpa ketikan.');
  },
  return: (person, edition) => {
    if (edition.state === 'in_editing') return claimer(person, edition);
    if (edition.state === 'submitted' && isVerifier(person, edition)) return allow;
    return editor(person, edition);
  },
  reject: editor,
  approve: (person, edition) => {
    const refused = claimer(person, edition);
    if (refused) return refused;
    return edition.submittedBy === person.userId
      ? refuse('Anda yang mengajukan naskah ini. Persetujuan harus oleh redaktur lain.')
      : allow;
  },
  confirm: (person, edition) => {
    const signers = signersOf(edition.signatures, edition.currentHash);
    if (signers.length === 0) {
      return refuse(
        'Tanda tangan penyetuju tidak berlaku lagi. Redaktur perlu mengambil dan menyetujui naskah ini lagi.',
      );
    }
    if (signers.includes(person.userId))
      return refuse('Anda sudah menandatangani naskah ini. Tanda tangan kedua harus dari orang lain.');
    if (twoSignaturesHold(edition.signatures, edition.currentHash))
      return refuse('Naskah ini sudah ditandatangani dua orang.');
    return isPartyTo(person, edition) || isVerifier(person, edition) || isEditor(person, edition.portalId)
      ? allow
      : refuse('Hanya pengaju, rekan penulis, verifikator, atau redaktur lain yang dapat menyetujui suntingan.');
  },
  publish: editor,
  schedule: editor,
  unschedule: editor,
  publish_due: systemOnly,
  publish_now: editor,
  second_review: (person, edition) => {
    if (edition.secondReviewDueAt === null || edition.secondReviewedAt !== null) {
      return refuse('Artikel ini tidak menunggu tinjauan kedua.');
    }
    if (
      signersOf(edition.signatures, edition.currentHash).includes(person.userId) ||
      edition.fastLaneBy === person.userId
    ) {
      return refuse('Anda yang menerbitkan artikel ini. Tinjauan kedua harus oleh orang lain.');
    }
    return isEditor(person, edition.portalId) || isVerifier(person, edition)
      ? allow
      : refuse('Hanya redaktur atau verifikator perangkat daerah yang dapat meninjau.');
  },
  start_edition: (person, edition) => {
    if (edition.hasWorkingEdition) return refuse('Artikel ini sudah punya edisi yang sedang dikerjakan.');
    return isEditor(person, edition.portalId) ? allow : writer(person, edition);
  },
  supersede: systemOnly,
  retract: editor,
  review_retraction: (person, edition, at, input) => {
    if (edition.retractReviewDueAt === null || edition.retractReviewedAt !== null)
      return refuse('Penarikan ini tidak menunggu tinjauan.');
    return managingEditor(person, edition, at, input);
  },
  restore: managingEditor,
  archive: editor,
  unarchive: editor,
  discard: writer,
  undiscard: (person, edition, at) => {
    if (edition.hasWorkingEdition) return refuse('Artikel ini sudah punya edisi lain yang sedang dikerjakan.');
    if (!canStillUndiscard(edition, at))
      return refuse('Naskah ini sudah lebih dari 30 hari dibuang dan tidak dapat dikembalikan.');
    return writer(person, edition);
  },
  place: editor,
};

/** Who may: the refusal for this person, or undefined when they may. Says nothing of the state. */
export function refusalFor(
  person: Person,
  verb: Verb,
  edition: EditionFacts,
  at: Date,
  input: VerbInput = {},
): Refusal | undefined {
  return rules[verb](person, edition, at, input);
}

/** The role in which the person signs and is remembered: the strongest they hold that gives them this verb. */
export function signingRole(person: Person, verb: Verb, edition: EditionFacts): Role {
  switch (verb) {
    case 'submit':
    case 'withdraw':
    case 'discard':
    case 'undiscard':
      return writingRole(person, edition);
    case 'verify':
      return 'verifier';
    case 'edit':
      return edition.state === 'in_editing' ? deskOrWritingRole(person, edition) : writingRole(person, edition);
    case 'confirm':
      // The submitter agrees as the writer they were, whatever else they are.
      return isPartyTo(person, edition) ? writingRole(person, edition) : deskOrWritingRole(person, edition);
    default:
      return deskOrWritingRole(person, edition);
  }
}

function deskOrWritingRole(person: Person, edition: EditionFacts): Role {
  if (isManagingEditor(person, edition.portalId)) return 'managing_editor';
  if (holds(person, 'editor', edition.portalId)) return 'editor';
  return isVerifier(person, edition) ? 'verifier' : writingRole(person, edition);
}

/** As a writer of this agency, else as one of another agency who was added, else as the editor who began it. */
function writingRole(person: Person, { portalId, agencyId }: EditionFacts): Role {
  if (holds(person, 'contributor', portalId, agencyId)) return 'contributor';
  if (holds(person, 'verifier', portalId, agencyId)) return 'verifier';
  const elsewhere = person.roles.filter((held) => held.portalId === portalId).map((held) => held.role);
  return writingRoles.find((role) => elsewhere.includes(role)) ?? 'contributor';
}

/**
 * The verbs that would work now for this person: the buttons. Readiness is not asked
 * here, since its issues are shown beside the button that they block.
 */
export function allowedVerbs(person: Person, edition: EditionFacts, at: Date, input: VerbInput = {}): Verb[] {
  if (!maySee(person, edition)) return [];
  return verbs.filter((verb) => verbWorks(person, verb, edition, at, input));
}

/** Whether one verb would work now, readiness aside. */
export function verbWorks(person: Person, verb: Verb, edition: EditionFacts, at: Date, input: VerbInput = {}): boolean {
  return (
    canFollow(verb, edition.state) &&
    refusalFor(person, verb, edition, at, input) === undefined &&
    signatureRefusal(verb, edition, at, input) === undefined
  );
}

/** The guards of a verb that ask for signatures and times rather than for a person. */
export function signatureRefusal(
  verb: Verb,
  edition: EditionFacts,
  at: Date,
  input: VerbInput = {},
): Refusal | undefined {
  if (verb === 'publish_due' && edition.scheduledHash !== edition.currentHash) {
    return refuse(
      'Isi naskah ini tidak sama lagi dengan yang dijadwalkan. Batalkan jadwalnya, periksa isinya, lalu setujui lagi.',
    );
  }
  if (workflow[verb].needsTwoSignatures === true && !twoSignaturesHold(edition.signatures, edition.currentHash)) {
    return refuse('Naskah ini belum ditandatangani dua orang. Minta tanda tangan kedua lebih dulu.');
  }
  const { embargoUntil, scheduledFor } = edition;
  const goesLive = verb === 'publish' || verb === 'publish_due' || verb === 'publish_now';
  if (goesLive && embargoUntil !== null && embargoUntil > at) {
    return refuse('Naskah ini masih diembargo.');
  }
  const wanted = input.scheduledFor ?? scheduledFor;
  if (verb === 'schedule' && embargoUntil !== null && wanted !== null && wanted < embargoUntil) {
    return refuse('Jadwal terbit tidak boleh sebelum embargo berakhir.');
  }
  if (verb === 'publish_due' && scheduledFor !== null && scheduledFor > at) {
    return refuse('Waktu terbit naskah ini belum tiba.');
  }
  return allow;
}
