import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { workingStates } from '#db/schema/enums.ts';
import { suggestions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed, notFound } from '#lib/errors.ts';
import type { EditionId, SuggestionId, UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { findAnchor } from '#lib/richtext/anchor.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import type { Words } from './article-input.ts';
import { remarking } from './comments.ts';
import type { RemarkAnchor } from './conversation-shapes.ts';
import type { EditionRecord } from './edition-record.ts';
import { mayWrite } from './policy.ts';
import { seatIn } from './presence.ts';
import { remarkingRole } from './remarking-role.ts';
import { keepsAside } from './seat.ts';

/** Whether changes can be proposed in this state: words that readers have are changed by a new edition. */
export function takesSuggestions(state: EditionRecord['edition']['state']): boolean {
  return workingStates.some((working) => working === state);
}

/** Proposes other words for some words. Whoever reads may, but for auditors. */
export function suggest(
  actor: Actor,
  input: { editionId: EditionId; anchor: RemarkAnchor; replacement: string; note: string },
): Promise<SuggestionId> {
  return remarking(actor, input.editionId, async (tx, record, role) => {
    if (!takesSuggestions(record.edition.state))
      throw conflict('Naskah ini tidak sedang dikerjakan, jadi perubahannya tidak dapat diusulkan. Tulislah komentar.');
    const { replacement, note, anchor } = input;
    const [row] = await tx
      .insert(suggestions)
      .values({
        ...{ articleId: record.article.id, editionId: record.edition.id, ...anchor, replacement, note },
        ...{ userId: actor.userId, at: now() },
      })
      .returning({ id: suggestions.id });
    if (row === undefined) throw new Error('A suggestion was not kept.');
    await recordEvent(tx, { ...entryOf(record, row.id), actorId: actor.userId, actorRole: role, verb: 'suggest' });
    return row.id;
  });
}

/**
 * Turns a suggestion down; who made it may take it back the same way.
 *
 * @throws not_allowed for those who do not write here now, conflict when it has been decided
 */
export async function refuseSuggestion(
  actor: Actor,
  input: { editionId: EditionId; suggestionId: SuggestionId },
): Promise<void> {
  await remarking(actor, input.editionId, async (tx, record, role) => {
    const [row] = await tx
      .select()
      .from(suggestions)
      .where(and(eq(suggestions.id, input.suggestionId), eq(suggestions.editionId, record.edition.id)))
      .for('update');
    if (row === undefined) throw notFound('suggestion');
    const at = now();
    if (row.userId !== actor.userId) await requireTurn(tx, actor, record, at);
    if (row.state !== 'open') throw conflict('Usulan ini sudah diputuskan. Muat ulang halaman ini.');
    await tx
      .update(suggestions)
      .set({ state: 'refused', decidedAt: at, decidedBy: actor.userId })
      .where(eq(suggestions.id, row.id));
    await recordEvent(tx, {
      ...entryOf(record, row.id, row.userId),
      ...{ actorId: actor.userId, actorRole: role, verb: 'refuse_suggestion' },
    });
  });
}

/**
 * Marks suggestions as accepted, together with the save that brings their words. One whose words
 * are not in what is saved (it was undone before) stays open.
 */
export async function acceptSuggestions(
  tx: Transaction,
  actor: Actor,
  record: EditionRecord,
  saved: Words,
  ids: readonly SuggestionId[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const open = await tx
    .select()
    .from(suggestions)
    .where(
      and(
        inArray(suggestions.id, [...ids]),
        eq(suggestions.editionId, record.edition.id),
        eq(suggestions.state, 'open'),
      ),
    )
    .orderBy(suggestions.id)
    .for('update');
  const taken = open.filter((row) => isTakenOver(row, saved));
  for (const { id, userId } of taken) {
    await tx
      .update(suggestions)
      .set({ state: 'accepted', decidedAt: at, decidedBy: actor.userId })
      .where(eq(suggestions.id, id));
    await recordEvent(tx, {
      ...entryOf(record, id, userId),
      ...{ actorId: actor.userId, actorRole: remarkingRole(actor, record.facts) ?? null, verb: 'accept_suggestion' },
    });
  }
}

type SuggestionRow = typeof suggestions.$inferSelect;

function isTakenOver({ place, quote, prefix, suffix, replacement }: SuggestionRow, saved: Words): boolean {
  const text = oneLine(textAt(saved, place));
  if (replacement.trim() !== '') return text.includes(oneLine(replacement));
  return findAnchor(text, { quote: oneLine(quote), prefix, suffix }) === undefined;
}

function textAt(words: Words, place: string): string {
  switch (place) {
    case 'title':
    case 'lead':
    case 'summary':
      return words[place];
    default:
      return plainText(words.body);
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function requireTurn(tx: Transaction, actor: Actor, record: EditionRecord, at: Date): Promise<void> {
  if (!mayWrite(actor, record.facts)) throw notAllowed('Hanya yang sedang menulis naskah ini yang dapat memutuskan.');
  const isDesk = record.edition.state === 'in_editing';
  if (!isDesk && keepsAside(await seatIn(tx, record.edition.id), actor.userId, at))
    throw notAllowed('Usulan diputuskan oleh yang sedang memegang giliran menulis.');
}

function entryOf(record: EditionRecord, suggestion: SuggestionId, subjectId?: UserId) {
  return {
    portalId: record.article.portalId,
    articleId: record.article.id,
    editionId: record.edition.id,
    agencyId: record.article.agencyId,
    detail: { suggestion },
    ...(subjectId !== undefined && { subjectId }),
  };
}
