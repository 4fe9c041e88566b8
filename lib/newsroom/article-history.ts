import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { decisionNotes, editions, events, revisions, signatures, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { config } from '#lib/config.ts';
import type { ArticleId, EditionId, RevisionId } from '#lib/ids.ts';
import { namesById } from './desk-rows.ts';
import type { HistoryView } from './desk-shapes.ts';
import { recordForHistory } from './edition-view.ts';
import { reasonLabelsOf } from './return-reasons.ts';
import { signatureHolds } from './signatures.ts';
import { standInsAmong } from './stand-in-signers.ts';

/** The most events that the history shows, newest first. */
const shownEvents = 200;
/** Versions on one page: each article has one for ten minutes of typing, so there may be thousands. */
const versionsPerPage = 50;

/**
 * The whole history of an article for anybody who may see it: editions, events, signatures
 * (each checked anew against our keys), a page of its versions, and notes.
 *
 * @param olderThan the last version of the page before
 * @throws not_found when the actor may not see it
 */
export async function articleHistory(actor: Actor, articleId: ArticleId, olderThan?: RevisionId): Promise<HistoryView> {
  const { edition: current, agency, article } = await recordForHistory(actor, articleId);
  const db = database();
  const editionRows = await db
    .select()
    .from(editions)
    .where(eq(editions.articleId, articleId))
    .orderBy(asc(editions.number));
  const ids = editionRows.map((row) => row.id);
  const [eventRows, signatureRows, revisionRows, noteRows] = await Promise.all([
    db.select().from(events).where(eq(events.articleId, articleId)).orderBy(desc(events.seq)).limit(shownEvents),
    db
      .select({ signature: signatures, name: users.name })
      .from(signatures)
      .innerJoin(users, eq(users.id, signatures.userId))
      .where(inArray(signatures.editionId, ids))
      .orderBy(desc(signatures.id)),
    versionsOf(ids, olderThan),
    db
      .select({ note: decisionNotes, name: users.name })
      .from(decisionNotes)
      .innerJoin(users, eq(users.id, decisionNotes.by))
      .where(inArray(decisionNotes.editionId, ids))
      .orderBy(desc(decisionNotes.id)),
  ]);
  const shown = revisionRows.slice(0, versionsPerPage);
  const reasonLabel = await reasonLabelsOf(db, ids);
  const acting = await standInsAmong(
    db,
    article.portalId,
    signatureRows.map(({ signature }) => signature),
  );
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
      acting: acting(signature),
      act: signature.act,
      at: signature.at,
      onCurrentWords: editionOf(signature.editionId)?.contentHash === signature.contentHash,
      editionNumber: numberOf(signature.editionId),
      contentHash: signature.contentHash,
      holds: signatureHolds(config().signingKeys, signature, signature),
    })),
    revisions: shown.map(({ editionId, ...revision }) => ({ ...revision, editionNumber: numberOf(editionId) })),
    olderThan: revisionRows.length > versionsPerPage ? (shown.at(-1)?.id ?? null) : null,
    notes: noteRows.map(({ note, name: by }) => ({
      editionNumber: numberOf(note.editionId),
      verb: note.verb,
      reasonCode: note.reasonCode,
      reasonLabel: note.reasonCode === null ? null : reasonLabel(note.editionId, note.reasonCode),
      text: note.text,
      place: note.place,
      by,
      at: note.at,
    })),
  };
}

/** A page of versions and one more, newest first. */
function versionsOf(ids: readonly EditionId[], olderThan: RevisionId | undefined) {
  const older = olderThan === undefined ? [] : [lt(revisions.id, olderThan)];
  // Which ones comes first: left to itself the database reads the title out of the words of all of them.
  const page = database()
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(inArray(revisions.editionId, [...ids]), ...older))
    .orderBy(desc(revisions.id))
    .limit(versionsPerPage + 1)
    .as('page');
  return database()
    .select({
      id: revisions.id,
      editionId: revisions.editionId,
      reason: revisions.reason,
      verb: revisions.verb,
      at: revisions.at,
      // The words of a page of versions would be megabytes.
      title: sql<string>`coalesce(${revisions.words} ->> 'title', '')`,
      contentHash: revisions.contentHash,
      by: users.name,
      restoredFrom: revisions.restoredFrom,
    })
    .from(page)
    .innerJoin(revisions, eq(revisions.id, page.id))
    .innerJoin(users, eq(users.id, revisions.by))
    .orderBy(desc(page.id));
}
