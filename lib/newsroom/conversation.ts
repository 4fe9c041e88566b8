import { and, desc, eq, isNull, lte } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { commentMentions, comments, editions, suggestions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { EditionId, UserId } from '#lib/ids.ts';
import { mayReadHistory } from './confidence-policy.ts';
import {
  type ConversationView,
  type RemarkAnchor,
  type ReplyView,
  remarkPlaces,
  type SuggestionView,
  type ThreadView,
} from './conversation-shapes.ts';
import { namesById } from './desk-rows.ts';
import { type EditionRecord, readEdition } from './edition-record.ts';
import { roleLabels } from './labels.ts';
import { remarkingRole } from './remarking-role.ts';
import { takesSuggestions } from './suggestions.ts';
import { whoMaySee } from './who-may-see.ts';

/** The most entries of one kind that are shown, newest first. */
const longest = 500;

/**
 * What is said about an edition and those before it, and the changes proposed to it.
 *
 * @throws not_found when the actor may not see the edition
 */
export async function conversationForActor(actor: Actor, editionId: EditionId): Promise<ConversationView> {
  const record = await readEdition(database(), editionId);
  if (record === undefined || !mayReadHistory(actor, record.facts)) throw notFound('edition');
  const [commentRows, suggestionRows, readers] = await Promise.all([
    commentsUpTo(actor, record),
    database()
      .select()
      .from(suggestions)
      .where(eq(suggestions.editionId, editionId))
      .orderBy(desc(suggestions.id))
      .limit(longest),
    whoMaySee(database(), record),
  ]);
  const name = await namesById([
    ...commentRows.flatMap(({ comment }) => [comment.userId, comment.resolvedBy]),
    ...suggestionRows.flatMap(({ userId, decidedBy }) => [userId, decidedBy]),
  ]);
  const mayRemark = remarkingRole(actor, record.facts) !== undefined && record.edition.purgedAt === null;
  return {
    threads: threadsOf(actor, commentRows, name),
    suggestions: suggestionRows.map((row) => suggestionOf(actor, row, name)),
    people: readers
      .filter(({ id }) => id !== actor.userId)
      .map(({ id, name: called, role }) => ({ id, name: called, role: roleLabels[role] })),
    mayRemark,
    maySuggest: mayRemark && takesSuggestions(record.edition.state),
  };
}

type CommentRow = { comment: typeof comments.$inferSelect; number: number; isUnseen: boolean };
type NameOf = (id: UserId | null) => string;

async function commentsUpTo(actor: Actor, { article, edition }: EditionRecord): Promise<CommentRow[]> {
  const rows = await database()
    .select({ comment: comments, number: editions.number, mentioned: commentMentions.userId })
    .from(comments)
    .innerJoin(editions, eq(editions.id, comments.editionId))
    .leftJoin(
      commentMentions,
      and(
        eq(commentMentions.commentId, comments.id),
        eq(commentMentions.userId, actor.userId),
        isNull(commentMentions.seenAt),
      ),
    )
    // Somebody who sees an older edition need not see the one that is being written.
    .where(and(eq(comments.articleId, article.id), lte(editions.number, edition.number)))
    .orderBy(desc(comments.id))
    .limit(longest);
  return rows.map(({ comment, number, mentioned }) => ({ comment, number, isUnseen: mentioned !== null })).reverse();
}

function threadsOf(actor: Actor, rows: readonly CommentRow[], name: NameOf): ThreadView[] {
  return rows
    .filter(({ comment }) => comment.parentId === null)
    .map((row) => ({
      ...replyOf(actor, row, name),
      ...anchorIn(row.comment),
      editionNumber: row.number,
      resolved:
        row.comment.resolvedAt === null
          ? null
          : { by: name(row.comment.resolvedBy), at: row.comment.resolvedAt.toISOString() },
      replies: rows
        .filter(({ comment }) => comment.parentId === row.comment.id)
        .map((answer) => replyOf(actor, answer, name)),
    }));
}

function replyOf(actor: Actor, { comment, isUnseen }: CommentRow, name: NameOf): ReplyView {
  return {
    id: comment.id,
    by: comment.guestName ?? name(comment.userId),
    isGuest: comment.userId === null,
    isMine: comment.userId === actor.userId,
    at: comment.at.toISOString(),
    text: comment.text,
    isUnseen,
  };
}

function suggestionOf(actor: Actor, row: typeof suggestions.$inferSelect, name: NameOf): SuggestionView {
  const { id, replacement, note, state, decidedAt, decidedBy, userId, at } = row;
  return {
    ...{ id, replacement, note, state, ...anchorIn(row) },
    by: name(userId),
    isMine: userId === actor.userId,
    at: at.toISOString(),
    decided: decidedAt === null ? null : { by: name(decidedBy), at: decidedAt.toISOString() },
  };
}

function anchorIn({ place, quote, prefix, suffix }: { place: string } & Omit<RemarkAnchor, 'place'>): RemarkAnchor {
  return { place: remarkPlaces.find((known) => known === place) ?? '', quote, prefix, suffix };
}
