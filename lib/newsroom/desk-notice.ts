import type { DeskNotice } from './desk-shapes.ts';
import type { EditionRow } from './edition-record.ts';

/** What everyone at the desk should see of an edition under way: that it is late and who knows, that no verifier is waited for. */
export function deskNoticeOf(edition: EditionRow): DeskNotice {
  const { state, escalation, escalatedAt, openedToDeskAt, verifyDueAt } = edition;
  const isOpened = state === 'submitted' && openedToDeskAt !== null;
  return {
    escalated: escalation > 0 && escalatedAt !== null ? { level: escalation, at: escalatedAt } : null,
    openedToDesk: isOpened
      ? {
          at: openedToDeskAt,
          because: verifyDueAt !== null && verifyDueAt <= openedToDeskAt ? 'verifier_silent' : 'no_verifier',
          verifyDueAt,
        }
      : null,
  };
}
