import type { Actor } from '#lib/accounts/actor.ts';
import type { EditionRecord } from '#lib/newsroom/edition-record.ts';
import { refusalFor } from '#lib/newsroom/policy.ts';
import { twoSignaturesHold } from '#lib/newsroom/signatures.ts';
import type { Verb } from '#lib/newsroom/workflow.ts';
import { draftPath, reviewPath } from '#lib/urls.ts';
import type { Awaited, NextStep } from './queue-shapes.ts';

type Names = { claimedBy: string | null; assignee: string | null; submittedBy: string };

/** What an item under way waits for, and for whom. */
export function awaitedBy({ edition, agency, facts }: EditionRecord, names: Names, at: Date): Awaited {
  switch (edition.state) {
    case 'in_editing':
      return { what: 'editing', whom: names.claimedBy ?? 'redaktur' };
    case 'approved':
      return twoSignaturesHold(facts.signatures, facts.currentHash)
        ? { what: 'publication', whom: names.assignee ?? 'redaktur' }
        : { what: 'second_signature', whom: `${names.submittedBy} atau redaktur lain` };
    case 'scheduled':
      return { what: 'time', whom: 'waktunya' };
    case 'submitted':
      if (waitsForVerifier(facts, at)) return { what: 'verification', whom: `verifikator ${agency.shortName}` };
      return { what: 'claim', whom: names.assignee ?? 'redaktur' };
    default:
      return { what: 'claim', whom: names.assignee ?? 'redaktur' };
  }
}

/** Whether an agency's verifier still has this to themselves: any editor would be refused. */
function waitsForVerifier(facts: EditionRecord['facts'], at: Date): boolean {
  const anyEditor = {
    userId: facts.createdBy,
    roles: [{ role: 'editor' as const, portalId: facts.portalId, agencyId: null }],
  };
  return refusalFor(anyEditor, 'claim', facts, at) !== undefined;
}

/** The one step that is offered first: what this person alone can do goes before what any editor can. */
export function nextStepFor(
  actor: Actor,
  { edition, article }: EditionRecord,
  allowed: readonly Verb[],
): NextStep | null {
  const review = reviewPath(article.id);
  if (edition.state === 'in_editing' && edition.claimedBy === actor.userId) {
    return { label: 'Sunting', does: 'open', href: draftPath(article.id) };
  }
  if (allowed.includes('verify')) return { label: 'Baca dan verifikasi', does: 'open', href: review };
  if (allowed.includes('confirm')) return { label: 'Baca dan setujui', does: 'open', href: review };
  if (edition.state === 'approved' && allowed.includes('publish')) {
    return { label: 'Terbitkan', does: 'open', href: review };
  }
  if (edition.state !== 'approved' && allowed.includes('claim')) return { label: 'Ambil', does: 'claim' };
  return null;
}
