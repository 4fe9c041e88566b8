import { hashOfRow, type LiveRow } from './edition-record.ts';
import { fastLaneHolds, type HeldSignature, twoSignaturesHold } from './signatures.ts';

/** Whether the words as stored bear two signatures, or one of the fast lane whose second is on record as due. */
export function isSigned({ edition, article }: LiveRow, held: readonly HeldSignature[]): boolean {
  const hash = hashOfRow(edition, article);
  if (edition.contentHash !== hash) return false;
  const isReviewDue = edition.secondReviewDueAt !== null && edition.secondReviewedAt === null;
  return twoSignaturesHold(held, hash) || (isReviewDue && fastLaneHolds(held, hash));
}

/** What readers are told about who signed an edition, and what it is an edition of. */
export function signingOf({ edition }: LiveRow, held: readonly HeldSignature[]) {
  const wordsChanged = edition.number > 1 && edition.changeType !== null && edition.changeType !== 'minor';
  return {
    signedBy: held
      .filter((signature) => signature.contentHash === edition.contentHash)
      .map(({ role, act, at }) => ({ role, act, at })),
    fastLane:
      edition.fastLaneBy === null
        ? null
        : { reason: edition.fastLaneReason, dueAt: edition.secondReviewDueAt, reviewedAt: edition.secondReviewedAt },
    contentHash: edition.contentHash ?? '',
    editionNumber: edition.number,
    updatedAt: wordsChanged ? edition.publishedAt : null,
  };
}
