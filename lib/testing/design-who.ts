import type { EditionFacts, Person } from '#lib/newsroom/policy.ts';
import type { Verb, VerbInput } from '#lib/newsroom/workflow.ts';
import { minutesAfter } from './paper-newsroom.ts';

/** The column "who" of the design's table, written down a second time, in its own words. */
export function designLets(person: Person, verb: Verb, edition: EditionFacts, at: Date, input: VerbInput): boolean {
  const is = relationsOf(person, edition);
  const signers = new Set(
    edition.signatures.filter((one) => one.contentHash === edition.currentHash).map((one) => one.userId),
  );
  const byDesk = edition.signatures.some(
    (one) => one.contentHash === edition.currentHash && (one.role === 'editor' || one.role === 'managing_editor'),
  );
  const since = (moment: Date | null, minutes: number) => moment !== null && at >= minutesAfter(minutes, moment);

  switch (verb) {
    case 'submit':
    case 'withdraw':
    case 'discard':
      return is.writer;
    case 'undiscard':
      return is.writer && !edition.hasWorkingEdition && !since(edition.discardedAt, 30 * 24 * 60);
    case 'edit':
      return edition.state === 'in_editing' ? is.claimer : is.writer;
    case 'verify':
      return edition.hasVerification && is.verifier && !is.submitter && !is.author;
    case 'claim': {
      if (!is.editor || edition.state !== 'submitted') return is.editor;
      const couldVerify = edition.verifierIds.filter(
        (id) =>
          id !== edition.submittedBy &&
          !edition.authorIds.includes(id) &&
          (!edition.isConfidential || edition.namedIds.includes(id)),
      );
      return (
        !edition.hasVerification ||
        edition.claimableAtOnce ||
        couldVerify.length === 0 ||
        (edition.submittedAt !== null && (edition.verifyDueAt === null || at >= edition.verifyDueAt)) ||
        (is.managing && Boolean(input.reason?.trim()))
      );
    }
    case 'release':
      return is.claimer || is.managing;
    case 'take_over':
      return (
        !is.holder &&
        (is.managing ||
          (is.editor && since(edition.claimedAt, 30) && (!edition.lastTypedAt || since(edition.lastTypedAt, 30))))
      );
    case 'return':
      if (edition.state === 'in_editing') return is.claimer;
      return is.editor || (edition.state === 'submitted' && is.verifier);
    case 'approve':
      return is.claimer && !is.submitter;
    case 'confirm':
      return (
        (((is.submitter || is.coWriter) && is.writer) || is.verifier || is.editor) &&
        !signers.has(person.userId) &&
        signers.size > 0 &&
        !(signers.size > 1 && byDesk)
      );
    case 'second_review':
      return (
        (is.editor || is.verifier) &&
        edition.secondReviewDueAt !== null &&
        edition.secondReviewedAt === null &&
        edition.fastLaneBy !== person.userId &&
        !signers.has(person.userId)
      );
    case 'start_edition':
      return (is.writer || is.editor) && !edition.hasWorkingEdition;
    case 'restore':
      return is.managing;
    case 'review_retraction':
      return is.managing && edition.retractReviewDueAt !== null && edition.retractReviewedAt === null;
    case 'publish_due':
    case 'supersede':
      return false;
    case 'reject':
    case 'publish':
    case 'schedule':
    case 'unschedule':
    case 'publish_now':
    case 'retract':
    case 'archive':
    case 'unarchive':
    case 'place':
      return is.editor;
  }
}

function relationsOf(person: Person, edition: EditionFacts) {
  const here = person.roles.filter((held) => held.portalId === edition.portalId);
  const inAgency = (role: string) => here.some((held) => held.role === role && held.agencyId === edition.agencyId);
  const managing = here.some((held) => held.role === 'managing_editor');
  const editor = managing || here.some((held) => held.role === 'editor');
  const writes = editor || here.some((held) => held.role === 'contributor' || held.role === 'verifier');
  const coWriter = edition.coWriterIds.includes(person.userId);
  const open =
    inAgency('contributor') || inAgency('verifier') || coWriter || (editor && edition.createdBy === person.userId);
  const holder = edition.claimedBy === person.userId;
  return {
    managing,
    editor,
    verifier: inAgency('verifier'),
    coWriter,
    holder,
    claimer: holder && editor,
    submitter: edition.submittedBy === person.userId,
    author: edition.authorIds.includes(person.userId),
    writer: writes && (edition.isConfidential ? edition.namedIds.includes(person.userId) : open),
  };
}
