import { and, eq, inArray, isNull } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { commentMentions, comments, editions } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { ArticleId, CommentId, EditionId, UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { mayReadHistory } from './confidence-policy.ts';
import { onTheWhole, type RemarkAnchor, type RemarkPlace, remarkLimits } from './conversation-shapes.ts';
import type { EditionRecord } from './edition-record.ts';
import { paragraphs, plainLine } from './plain-input.ts';
import { remarkingRole } from './remarking-role.ts';
import { openEdition } from './transition.ts';
import { whoMaySee } from './who-may-see.ts';

/**
 * Remarks upon an edition, or upon some of its words. Everyone who sees it may, but for auditors.
 *
 * @throws not_found for an edition the actor may not see, invalid for a mention of somebody who may not see it
 */
export function comment(
  actor: Actor,
  input: { editionId: EditionId; text: string; mentions: readonly UserId[]; anchor: RemarkAnchor },
): Promise<CommentId> {
  return remarking(actor, input.editionId, async (tx, record, role) => {
    await requireReaders(tx, record, input.mentions);
    const id = await keepComment(tx, record, { userId: actor.userId, text: input.text, ...input.anchor });
    await call(tx, id, actor, input.mentions);
    await recordRemark(tx, record, 'comment', actor, role, id);
    return id;
  });
}

/** Answers a comment. An answer to one that was done with opens it again. */
export function reply(
  actor: Actor,
  input: { editionId: EditionId; commentId: CommentId; text: string; mentions: readonly UserId[] },
): Promise<CommentId> {
  return remarking(actor, input.editionId, async (tx, record, role) => {
    await requireReaders(tx, record, input.mentions);
    const parent = await firstComment(tx, record, input.commentId);
    const id = await keepComment(tx, record, { userId: actor.userId, text: input.text, parentId: parent.id });
    await tx.update(comments).set({ resolvedAt: null, resolvedBy: null }).where(eq(comments.id, parent.id));
    await call(tx, id, actor, input.mentions);
    await recordRemark(tx, record, 'reply', actor, role, id);
    return id;
  });
}

type CommentTarget = { editionId: EditionId; commentId: CommentId };

/** Says that what a comment asked for is done. */
export function resolveComment(actor: Actor, input: CommentTarget): Promise<void> {
  return settle(actor, input, 'resolve_comment', { resolvedAt: now(), resolvedBy: actor.userId });
}

export function reopenComment(actor: Actor, input: CommentTarget): Promise<void> {
  return settle(actor, input, 'reopen_comment', { resolvedAt: null, resolvedBy: null });
}

/**
 * Keeps what somebody without an account says, who was shown the article by a link of its own. The
 * caller has checked the link and how often it writes.
 *
 * @param place and `quote` the words it is about, when some were chosen
 */
export async function commentAsGuest(
  tx: Transaction,
  input: {
    articleId: ArticleId;
    editionId: EditionId;
    guestName: string;
    text: string;
    place?: RemarkPlace;
    quote?: string;
  },
): Promise<CommentId> {
  const record = await openEdition(tx, input.editionId, 'system');
  if (record.article.id !== input.articleId || record.edition.purgedAt !== null) throw notFound('edition');
  const guestName = plainLine(remarkLimits.guestName, 'Nama').parse(input.guestName).trim();
  const text = paragraphs(remarkLimits.text, 'Komentar').parse(input.text).trim();
  const issues = [
    ...(guestName === '' ? [{ field: 'guestName', code: 'name_missing', text: 'Tulis nama Anda dahulu.' }] : []),
    ...(text === '' ? [{ field: 'text', code: 'text_missing', text: 'Tulis komentarnya dahulu.' }] : []),
  ];
  if (issues.length > 0) throw invalid(issues);
  const { place = '', quote = '' } = input;
  const id = await keepComment(tx, record, { guestName, text, ...onTheWhole, place, quote });
  await recordRemark(tx, record, 'comment', null, null, id);
  return id;
}

/** Marks every call of this person by name in the article of this edition as seen. What they see is theirs to mark. */
export async function markSeen(actor: Actor, editionId: EditionId): Promise<void> {
  const ofArticle = database()
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(editions, eq(editions.articleId, comments.articleId))
    .where(eq(editions.id, editionId));
  await database()
    .update(commentMentions)
    .set({ seenAt: now() })
    .where(
      and(
        eq(commentMentions.userId, actor.userId),
        isNull(commentMentions.seenAt),
        inArray(commentMentions.commentId, ofArticle),
      ),
    );
}

/** Opens an edition for somebody who has something to say about it. */
export function remarking<T>(
  actor: Actor,
  editionId: EditionId,
  work: (tx: Transaction, record: EditionRecord, role: Role) => Promise<T>,
): Promise<T> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const record = await openEdition(tx, editionId, asked);
    if (!mayReadHistory(asked, record.facts)) throw notFound('edition');
    const role = remarkingRole(asked, record.facts);
    if (role === undefined) throw notAllowed('Auditor membaca naskah ini tanpa memberi masukan.');
    if (record.edition.purgedAt !== null) throw conflict('Isi naskah ini sudah dihapus.');
    return work(tx, record, role);
  });
}

async function settle(
  actor: Actor,
  { editionId, commentId }: CommentTarget,
  verb: 'resolve_comment' | 'reopen_comment',
  changes: { resolvedAt: Date | null; resolvedBy: UserId | null },
): Promise<void> {
  await remarking(actor, editionId, async (tx, record, role) => {
    const first = await firstComment(tx, record, commentId);
    // Two people who say so at once say one thing.
    if ((first.resolvedAt === null) === (changes.resolvedAt === null)) return;
    await tx.update(comments).set(changes).where(eq(comments.id, first.id));
    await recordRemark(tx, record, verb, actor, role, first.id);
  });
}

/** A comment of this article that begins a thread, locked; of a reply the comment it answers. */
async function firstComment(tx: Transaction, record: EditionRecord, id: CommentId) {
  const [asked] = await tx
    .select({ id: comments.id, parentId: comments.parentId })
    .from(comments)
    .where(and(eq(comments.id, id), eq(comments.articleId, record.article.id)));
  if (asked === undefined) throw notFound('comment');
  const [first] = await tx
    .select()
    .from(comments)
    .where(eq(comments.id, asked.parentId ?? asked.id))
    .for('update');
  if (first === undefined) throw notFound('comment');
  return first;
}

type NewComment = Pick<typeof comments.$inferInsert, 'text'> & Partial<typeof comments.$inferInsert>;

async function keepComment(tx: Transaction, { article, edition }: EditionRecord, values: NewComment) {
  const [row] = await tx
    .insert(comments)
    .values({ ...values, articleId: article.id, editionId: edition.id, at: now() })
    .returning({ id: comments.id });
  if (row === undefined) throw new Error('A comment was not kept.');
  return row.id;
}

async function requireReaders(tx: Transaction, record: EditionRecord, mentions: readonly UserId[]): Promise<void> {
  if (mentions.length === 0) return;
  const readers = new Set((await whoMaySee(tx, record)).map(({ id }) => id));
  if (mentions.every((id) => readers.has(id))) return;
  const text = 'Salah satu orang yang Anda sebut tidak dapat melihat naskah ini. Hapus namanya dari komentar.';
  throw invalid([{ field: 'mentions', code: 'mention_unknown', text }]);
}

async function call(tx: Transaction, comment: CommentId, actor: Actor, mentions: readonly UserId[]): Promise<void> {
  const others = [...new Set(mentions)].filter((id) => id !== actor.userId);
  if (others.length === 0) return;
  await tx.insert(commentMentions).values(others.map((userId) => ({ commentId: comment, userId })));
}

type RemarkVerb = 'comment' | 'reply' | 'resolve_comment' | 'reopen_comment';

/** That somebody said something, not what they said. */
async function recordRemark(
  tx: Transaction,
  { article, edition }: EditionRecord,
  verb: RemarkVerb,
  actor: Actor | null,
  role: Role | null,
  comment: CommentId,
): Promise<void> {
  await recordEvent(tx, {
    portalId: article.portalId,
    actorId: actor?.userId ?? null,
    actorRole: role,
    verb,
    articleId: article.id,
    editionId: edition.id,
    agencyId: article.agencyId,
    detail: { comment, ...(actor === null && { guest: true }) },
  });
}
