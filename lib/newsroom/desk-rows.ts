import { and, desc, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { decisionNotes, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, UserId } from '#lib/ids.ts';
import { deskNoticeOf } from './desk-notice.ts';
import type { EditionRowView, NoteView } from './desk-shapes.ts';
import type { EditionRecord } from './edition-record.ts';
import { allowedVerbs, isInConfidence } from './policy.ts';
import { reasonLabelsOf } from './return-reasons.ts';
import { twoSignaturesHold } from './signatures.ts';

/** Names of accounts, by id; unknown ones are `orang lain`. */
export async function namesById(ids: readonly (UserId | null)[]): Promise<(id: UserId | null) => string> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows =
    wanted.length === 0
      ? []
      : await database().select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, wanted));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => (id === null ? 'sistem' : (names.get(id) ?? 'orang lain'));
}

/** The decision notes of editions, newest first. */
export async function notesOf(editionIds: readonly EditionId[]): Promise<(NoteView & { editionId: EditionId })[]> {
  if (editionIds.length === 0) return [];
  const rows = await database()
    .select({ note: decisionNotes, by: users.name })
    .from(decisionNotes)
    .innerJoin(users, eq(users.id, decisionNotes.by))
    .where(and(inArray(decisionNotes.editionId, [...editionIds])))
    .orderBy(desc(decisionNotes.id));
  const labelOf = await reasonLabelsOf(database(), editionIds);
  return rows.map(({ note, by }) => ({
    editionId: note.editionId,
    verb: note.verb,
    reasonCode: note.reasonCode,
    reasonLabel: note.reasonCode === null ? null : labelOf(note.editionId, note.reasonCode),
    text: note.text,
    place: note.place,
    by,
    at: note.at,
  }));
}

/** The lines of a list, each with the verbs that would work for the actor now. */
export async function rowViews(actor: Actor, records: readonly EditionRecord[]): Promise<EditionRowView[]> {
  const at = now();
  const name = await namesById(
    records.flatMap(({ edition }) => [edition.submittedBy ?? edition.createdBy, edition.claimedBy]),
  );
  const notes = await notesOf(records.map(({ edition }) => edition.id));
  return records.map(({ edition, article, agency, facts }) => ({
    articleId: article.id,
    editionId: edition.id,
    number: edition.number,
    version: edition.version,
    isConfidential: isInConfidence(facts),
    kind: edition.kind,
    title: edition.title,
    state: edition.state,
    agencyName: agency.shortName,
    writer: name(edition.submittedBy ?? edition.createdBy),
    touchedAt: edition.lastTypedAt ?? edition.createdAt,
    submittedAt: edition.submittedAt,
    publishedAt: edition.publishedAt,
    slug: article.slug,
    claimedBy: edition.claimedBy === null ? null : name(edition.claimedBy),
    note:
      notes.find((note) => note.editionId === edition.id && (note.verb === 'return' || note.verb === 'reject')) ?? null,
    awaitsConfirmation: edition.state === 'approved' && !twoSignaturesHold(facts.signatures, facts.currentHash),
    secondReviewDueAt: edition.secondReviewedAt === null ? edition.secondReviewDueAt : null,
    retractReviewDueAt: edition.retractReviewedAt === null ? edition.retractReviewDueAt : null,
    notice: deskNoticeOf(edition),
    allowed: allowedVerbs(actor, facts, at, { reason: 'mendahului' }),
  }));
}
