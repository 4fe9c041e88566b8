import { asc, desc, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { decisionNotes, editions, events, revisions, signatures, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { config } from '#lib/config.ts';
import type { ArticleId } from '#lib/ids.ts';
import { namesById } from './desk-rows.ts';
import type { HistoryView } from './desk-shapes.ts';
import { recordForActor } from './edition-view.ts';
import { signatureHolds } from './signatures.ts';

/** The most entries of one kind that the history shows, newest first. */
const historyLength = 500;

/**
 * The whole history of an article for anybody who may see it: editions, events, signatures
 * (each checked anew against our keys), revisions and notes.
 *
 * @throws not_found when the actor may not see it
 */
export async function articleHistory(actor: Actor, articleId: ArticleId): Promise<HistoryView> {
  const { edition: current, agency } = await recordForActor(actor, articleId);
  const db = database();
  const editionRows = await db
    .select()
    .from(editions)
    .where(eq(editions.articleId, articleId))
    .orderBy(asc(editions.number));
  const ids = editionRows.map((row) => row.id);
  const [eventRows, signatureRows, revisionRows, noteRows] = await Promise.all([
    db.select().from(events).where(eq(events.articleId, articleId)).orderBy(desc(events.seq)).limit(historyLength),
    db
      .select({ signature: signatures, name: users.name })
      .from(signatures)
      .innerJoin(users, eq(users.id, signatures.userId))
      .where(inArray(signatures.editionId, ids))
      .orderBy(desc(signatures.id)),
    db
      .select({ revision: revisions, name: users.name })
      .from(revisions)
      .innerJoin(users, eq(users.id, revisions.by))
      .where(inArray(revisions.editionId, ids))
      .orderBy(desc(revisions.id))
      .limit(historyLength),
    db
      .select({ note: decisionNotes, name: users.name })
      .from(decisionNotes)
      .innerJoin(users, eq(users.id, decisionNotes.by))
      .where(inArray(decisionNotes.editionId, ids))
      .orderBy(desc(decisionNotes.id)),
  ]);
  const name = await namesById(eventRows.flatMap((event) => [event.actorId, event.subjectId]));
  const editionOf = (id: string | null) => editionRows.find((row) => row.id === id);
  const numberOf = (id: string | null) => editionOf(id)?.number ?? 0;
  return {
    articleId,
    title: current.title,
    agencyName: agency.name,
    editions: editionRows.map(({ id, number, state, changeType, publicNote, createdAt }) => ({
      id,
      number,
      state,
      changeType,
      publicNote,
      createdAt,
    })),
    events: eventRows.map((event) => ({
      seq: event.seq,
      at: event.at,
      actor: event.detail['guest'] === true ? 'Tamu' : name(event.actorId),
      role: event.actorRole,
      verb: event.verb,
      subject: event.subjectId === null ? null : name(event.subjectId),
      editionNumber: editionOf(event.editionId)?.number ?? null,
      fromState: event.fromState,
      toState: event.toState,
      detail: event.detail,
    })),
    signatures: signatureRows.map(({ signature, name: by }) => ({
      name: by,
      role: signature.role,
      act: signature.act,
      at: signature.at,
      onCurrentWords: editionOf(signature.editionId)?.contentHash === signature.contentHash,
      editionNumber: numberOf(signature.editionId),
      contentHash: signature.contentHash,
      holds: signatureHolds(config().signingKeys, signature, signature),
    })),
    revisions: revisionRows.map(({ revision, name: by }) => ({
      id: revision.id,
      editionNumber: numberOf(revision.editionId),
      by,
      reason: revision.reason,
      verb: revision.verb,
      at: revision.at,
      title: revision.words.title,
      contentHash: revision.contentHash,
    })),
    notes: noteRows.map(({ note, name: by }) => ({
      editionNumber: numberOf(note.editionId),
      verb: note.verb,
      reasonCode: note.reasonCode,
      text: note.text,
      place: note.place,
      by,
      at: note.at,
    })),
  };
}
