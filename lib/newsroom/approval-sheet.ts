import { asc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { EditionState, Role, SignatureAct } from '#db/schema/enums.ts';
import { decisionNotes, events, signatures, signatureVoids } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { notFound } from '#lib/errors.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import { namesById } from './desk-rows.ts';
import type { EditionRow } from './edition-record.ts';
import { recordForActor } from './edition-view.ts';
import { hadReaders } from './had-readers.ts';
import { portalById } from './public.ts';
import type { PublicPortal } from './reader-shapes.ts';
import { reasonLabels } from './return-reasons.ts';
import { fastLaneHolds, signatureHolds, signersOf, twoSignaturesHold } from './signatures.ts';

/** What of a signature can be said now: it holds, another was signed then, it was voided, or its MAC is not ours. */
export type SignatureFate = 'holds' | 'other_words' | 'void' | 'false';

export type SheetSignature = { name: string; role: Role; act: SignatureAct; at: Date; fate: SignatureFate };
export type SheetNote = {
  verb: string;
  /** The code reports count, and how the portal words it. */
  reasonCode: string | null;
  reason: string | null;
  text: string;
  by: string;
  at: Date;
};
export type SheetEvent = {
  seq: number;
  at: Date;
  verb: string;
  by: string;
  role: Role | null;
  toState: string | null;
};

/** What the sheet of approval shows of an edition that readers have had. */
export type ApprovalSheet = {
  portal: PublicPortal;
  agencyName: string;
  edition: Pick<
    EditionRow,
    | 'title'
    | 'kind'
    | 'number'
    | 'changeType'
    | 'publicNote'
    | 'publishedAt'
    | 'retractedAt'
    | 'retractReason'
    | 'secondReviewDueAt'
    | 'secondReviewedAt'
    | 'fastLaneReason'
  > & { state: EditionState };
  contentHash: string;
  /** Whether the words as stored now still have this hash. */
  wordsHold: boolean;
  /** Whether what it takes to be public stands on these words now. */
  signaturesSuffice: boolean;
  signers: number;
  signatures: SheetSignature[];
  notes: SheetNote[];
  /** In the order in which they happened. */
  road: SheetEvent[];
  printedAt: Date;
  printedBy: string;
};

/**
 * Who stands for an edition that readers have, or had: every signature checked anew, why it went back and
 * forth, and the road it took.
 *
 * @throws not_found when the actor may not see it, and for an edition that was never published
 */
export async function approvalSheet(actor: Actor, articleId: ArticleId, number?: number): Promise<ApprovalSheet> {
  const record = await recordForActor(actor, articleId, number);
  const { edition, article, agency, facts } = record;
  const portal = await portalById(article.portalId);
  if (portal === null || edition.publishedAt === null || !hadReaders(edition.state)) throw notFound('sheet');
  const contentHash = edition.contentHash ?? facts.currentHash;
  const [signatureRows, noteRows, eventRows] = await Promise.all([
    signaturesOf(edition.id),
    database()
      .select()
      .from(decisionNotes)
      .where(eq(decisionNotes.editionId, edition.id))
      .orderBy(asc(decisionNotes.at), asc(decisionNotes.id)),
    database().select().from(events).where(eq(events.editionId, edition.id)).orderBy(asc(events.seq)),
  ]);
  const name = await namesById([
    ...signatureRows.map(({ signature }) => signature.userId),
    ...noteRows.map(({ by }) => by),
    ...eventRows.map(({ actorId }) => actorId),
  ]);
  const reasonLabel = await reasonLabels(database());
  const wordsHold = facts.currentHash === contentHash;
  const isReviewDue = edition.secondReviewDueAt !== null && edition.secondReviewedAt === null;
  return {
    portal,
    agencyName: agency.name,
    edition,
    contentHash,
    wordsHold,
    signaturesSuffice:
      twoSignaturesHold(facts.signatures, contentHash) || (isReviewDue && fastLaneHolds(facts.signatures, contentHash)),
    signers: signersOf(facts.signatures, contentHash).length,
    signatures: signatureRows.map(({ signature, isVoid }) => ({
      name: name(signature.userId),
      role: signature.role,
      act: signature.act,
      at: signature.at,
      fate: fateOf(signature, isVoid, contentHash),
    })),
    notes: noteRows.map(({ verb, reasonCode, text, by, at }) => ({
      ...{ verb, reasonCode, text, at, by: name(by) },
      reason: reasonCode === null ? null : reasonLabel(record.article.portalId, reasonCode),
    })),
    // Steps only: whoever remarked upon the words is no part of the approval.
    road: eventRows
      .filter(({ toState, verb }) => toState !== null || verb === 'create')
      .map(({ seq, at, verb, actorId, actorRole, toState }) => ({
        ...{ seq, at, verb, toState, by: name(actorId), role: actorRole },
      })),
    printedAt: now(),
    printedBy: actor.name,
  };
}

function signaturesOf(edition: EditionId) {
  return database()
    .select({ signature: signatures, isVoid: signatureVoids.signatureId })
    .from(signatures)
    .leftJoin(signatureVoids, eq(signatureVoids.signatureId, signatures.id))
    .where(eq(signatures.editionId, edition))
    .orderBy(asc(signatures.id));
}

type StoredSignature = typeof signatures.$inferSelect;

function fateOf(signature: StoredSignature, isVoid: string | null, contentHash: string): SignatureFate {
  if (!signatureHolds(config().signingKeys, signature, signature)) return 'false';
  if (isVoid !== null) return 'void';
  return signature.contentHash === contentHash ? 'holds' : 'other_words';
}
