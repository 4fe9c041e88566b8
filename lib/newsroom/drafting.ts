import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import type { ArticleKind, Role } from '#db/schema/enums.ts';
import { agencies, articles, coWriters, editions, memberships, revisions, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import { invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { AgencyId, ArticleId, EditionId, PortalId, RevisionId, SuggestionId, UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { emptyWords, type Words } from './article-input.ts';
import { type EditionRecord, type EditionRow, hashOfRow } from './edition-record.ts';
import { keepStranded, keepTyping } from './history.ts';
import { embargoOf } from './kind-details.ts';
import { stateLabels } from './labels.ts';
import { foreignLinks } from './linked-articles.ts';
import { foreignPlacement } from './placement.ts';
import { holds, isManagingEditor, isWriter, mayBegin, mayCreateIn, refusalFor, signingRole } from './policy.ts';
import { seatIn } from './presence.ts';
import { heardFrom, keepsAside } from './seat.ts';
import { acceptSuggestions } from './suggestions.ts';
import { type Template, templateWords } from './templates.ts';
import { openEdition } from './transition.ts';
import { resolveUploads } from './uploads-in-words.ts';
import { canFollow } from './workflow.ts';

/** What was begun. */
export type Begun = { articleId: ArticleId; editionId: EditionId };

/**
 * Begins an article in an agency the actor writes for, empty or from a template; an editor begins a banner in any agency.
 *
 * @throws not_found for an agency in which the actor may not begin this kind, or one that is no longer active
 */
export function createArticle(
  actor: Actor,
  input: { agencyId: AgencyId; kind?: ArticleKind; template?: Template | undefined },
): Promise<Begun> {
  const { agencyId, template } = input;
  const begun = template === undefined ? { kind: input.kind ?? 'news' } : templateWords(template);
  const words = { ...emptyWords(), ...begun };
  return transaction((tx) => beginWith(tx, actor, { agencyId, words, ...(template && { detail: { template } }) }));
}

/**
 * Begins an article with these words, which are taken as they are: they were checked before.
 *
 * @throws not_found like `createArticle`
 */
export async function beginWith(
  tx: Transaction,
  actor: Actor,
  begin: { agencyId: AgencyId; words: Words; detail?: Record<string, string> },
): Promise<Begun> {
  const { words, detail } = begin;
  const [agency] = await tx.select().from(agencies).where(eq(agencies.id, begin.agencyId));
  if (agency === undefined || !agency.isActive || !mayBegin(actor, words.kind, agency.portalId, agency.id))
    throw notFound('agency');
  const [article] = await tx
    .insert(articles)
    .values({ portalId: agency.portalId, agencyId: agency.id, createdBy: actor.userId, createdAt: now() })
    .returning({ id: articles.id });
  if (article === undefined) throw new Error('An article was not begun.');
  const [edition] = await tx
    .insert(editions)
    .values({ ...words, articleId: article.id, number: 1, createdBy: actor.userId, createdAt: now() })
    .returning({ id: editions.id });
  if (edition === undefined) throw new Error('An edition was not begun.');
  await recordEvent(tx, {
    portalId: agency.portalId,
    actorId: actor.userId,
    actorRole: beginningRole(actor, agency.portalId, agency.id),
    verb: 'create',
    articleId: article.id,
    editionId: edition.id,
    agencyId: agency.id,
    toState: 'draft',
    ...(detail && { detail }),
  });
  return { articleId: article.id, editionId: edition.id };
}

function beginningRole(actor: Actor, portal: PortalId, agency: AgencyId): Role {
  if (holds(actor, 'contributor', portal, agency)) return 'contributor';
  if (holds(actor, 'verifier', portal, agency)) return 'verifier';
  return isManagingEditor(actor, portal) ? 'managing_editor' : 'editor';
}

export type SaveInput = {
  editionId: EditionId;
  baseVersion: number;
  saveId: string;
  words: Words;
  /** Suggested changes whose words the writer has taken over in this save. */
  accepted?: readonly SuggestionId[];
};

/** What became of a save. In every case the words are safe on the server, or the sender still holds them. */
export type SaveResult =
  | { outcome: 'saved'; version: number; savedAt: Date }
  /** Somebody else saved meanwhile: nothing was written; both texts are for a person to merge. */
  | { outcome: 'conflict'; version: number; words: Words; by: string; at: Date }
  /** The edition left the writer's hands: the words are kept aside as this person's. */
  | { outcome: 'stranded'; revisionId: RevisionId; text: string };

/**
 * Saves the words as typed. Repeating a save that was taken (same `saveId`) answers as the
 * first time and writes nothing.
 *
 * @throws not_found when the actor may not see the edition, not_allowed when they only read it,
 * invalid for photos, sections or topics of somewhere else
 */
export function saveWords(actor: Actor, input: SaveInput): Promise<SaveResult> {
  return transaction(async (tx): Promise<SaveResult> => {
    const at = now();
    const record = await openEdition(tx, input.editionId, actor);
    const { edition, facts } = record;
    if (edition.lastSaveId === input.saveId && edition.lastTypedBy === actor.userId) {
      return { outcome: 'saved', version: edition.version, savedAt: edition.lastTypedAt ?? at };
    }
    const words = await resolveWords(tx, actor, record, input.words);
    if (!canFollow('edit', facts.state) || refusalFor(actor, 'edit', facts, at)) {
      return strand(tx, actor, record, words, input.baseVersion, at, statedSince(edition.state));
    }
    const writing = await writingNow(tx, edition, actor, at);
    if (writing !== undefined) return strand(tx, actor, record, words, input.baseVersion, at, turnOf(writing));
    if (edition.version !== input.baseVersion) return conflictOf(tx, record);

    const { changed, version } = await writeWords(tx, record, words, actor, input.saveId, at);
    const contentHash = hashOfRow(changed, record.article);
    await keepTyping(tx, { editionId: edition.id, words, contentHash, by: actor.userId, at });
    if (input.accepted !== undefined) await acceptSuggestions(tx, actor, record, words, input.accepted, at);
    return { outcome: 'saved', version, savedAt: at };
  });
}

/** Writes words that were resolved, as their writer's last save. */
export async function writeWords(
  tx: Transaction,
  { edition }: EditionRecord,
  words: Words,
  actor: Actor,
  saveId: string,
  at: Date,
) {
  const [changed] = await tx
    .update(editions)
    .set({
      ...words,
      // The column that every guard reads; nothing else writes it.
      embargoUntil: embargoOf(words),
      lastSaveId: saveId,
      lastTypedAt: at,
      lastTypedBy: actor.userId,
      version: sql`${editions.version} + 1`,
    })
    .where(eq(editions.id, edition.id))
    .returning();
  if (changed === undefined) throw new Error('An edition vanished while it was saved.');
  return { changed, version: changed.version };
}

/** Who holds the turn and has typed lately, when that is somebody else: their words are not to be pushed aside. */
export async function writingNow(
  tx: Transaction,
  edition: EditionRow,
  actor: Actor,
  at: Date,
): Promise<string | undefined> {
  if (edition.state === 'in_editing') return undefined;
  const seat = await seatIn(tx, edition.id);
  if (seat === undefined) return undefined;
  const heard = edition.lastTypedBy === seat.holderId ? heardFrom(seat, seat.holderId, edition.lastTypedAt, at) : seat;
  return keepsAside(heard, actor.userId, at) ? nameOf(tx, seat.holderId) : undefined;
}

async function nameOf(tx: Transaction, id: UserId): Promise<string> {
  const [row] = await tx.select({ name: users.name }).from(users).where(eq(users.id, id));
  return row?.name ?? 'orang lain';
}

const statedSince = (state: EditionRow['state']) =>
  `Naskah ini sudah berstatus “${stateLabels[state]}” saat ketikan Anda tiba. Ketikan Anda disimpan terpisah dan dapat disalin.`;
const turnOf = (name: string) =>
  `${name} sedang memegang giliran menulis saat ketikan Anda tiba. Ketikan Anda disimpan terpisah dan dapat disalin.`;

/** Words of somebody who could write here before: kept as theirs, never mixed into what others hold now. */
async function strand(
  tx: Transaction,
  actor: Actor,
  record: EditionRecord,
  words: Words,
  baseVersion: number,
  at: Date,
  text: string,
): Promise<SaveResult> {
  const { edition, article, facts } = record;
  if (!isWriter(actor, facts) && !(await workedOn(tx, actor, edition.id)))
    throw notAllowed('Anda hanya dapat membaca naskah ini.');
  const contentHash = hashOfRow({ ...edition, ...words }, article);
  const revisionId = await keepStranded(tx, {
    editionId: edition.id,
    words,
    contentHash,
    by: actor.userId,
    at,
    baseVersion,
  });
  return { outcome: 'stranded', revisionId, text };
}

/** Whether this person once held or wrote the edition: every verb and every typing leaves a revision. */
async function workedOn(tx: Transaction, actor: Actor, editionId: EditionId): Promise<boolean> {
  const [left] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.editionId, editionId), eq(revisions.by, actor.userId)))
    .limit(1);
  return left !== undefined;
}

async function conflictOf(tx: Transaction, { edition, words }: EditionRecord): Promise<SaveResult> {
  return {
    outcome: 'conflict',
    version: edition.version,
    words,
    by: edition.lastTypedBy === null ? 'orang lain' : await nameOf(tx, edition.lastTypedBy),
    at: edition.lastTypedAt ?? edition.createdAt,
  };
}

/**
 * The words with the true hash of every upload in them.
 *
 * @throws invalid when something in them belongs elsewhere
 */
export async function resolveWords(tx: Transaction, actor: Actor, record: EditionRecord, words: Words): Promise<Words> {
  const { portalId } = record.article;
  const { uploads, issues } = await resolveUploads(tx, actor, record, words);
  issues.push(...(await foreignPlacement(tx, portalId, words)));
  issues.push(...(await foreignLinks(tx, portalId, words.body, record.words.body)));
  if (isBegunAsBanner(actor, record) && words.kind !== 'banner') {
    issues.push({
      field: 'kind',
      code: 'kind_fixed',
      text: 'Spanduk yang Anda mulai sebagai redaktur tetap spanduk. Naskah jenis lain ditulis oleh anggota perangkat daerahnya.',
    });
  }
  if (issues.length > 0) throw invalid(issues);
  return {
    ...words,
    // A first edition has nothing to note; the note of a later one is what its change is about.
    publicNote: record.edition.changeType === null ? '' : words.publicNote,
    ...uploads,
  };
}

/** Whether this editor may write here only because it is a banner: another kind needs somebody of the agency. */
export function isBegunAsBanner(actor: Actor, { edition, article }: EditionRecord): boolean {
  return (
    edition.kind === 'banner' &&
    edition.createdBy === actor.userId &&
    !mayCreateIn(actor, article.portalId, article.agencyId)
  );
}

/**
 * Adds somebody who may write this edition, also from another agency of the portal.
 *
 * @throws not_allowed for anyone but its writers, and outside draft and returned; invalid for
 * somebody who does not write for any agency of this portal
 */
export function addCoWriter(actor: Actor, input: { editionId: EditionId; userId: UserId }): Promise<void> {
  return changeCoWriters(actor, input.editionId, 'add_co_writer', input.userId, async (tx, portalId) => {
    const [writer] = await tx
      .select({ id: users.id })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(
          eq(users.id, input.userId),
          isNull(users.suspendedAt),
          eq(memberships.portalId, portalId),
          inArray(memberships.role, ['contributor', 'verifier']),
          inForceAt(now()),
        ),
      )
      .limit(1);
    if (writer === undefined) {
      throw invalid([{ field: 'userId', code: 'person_unknown', text: 'Orang ini tidak dapat ditambahkan.' }]);
    }
    await tx
      .insert(coWriters)
      .values({ editionId: input.editionId, userId: input.userId, addedBy: actor.userId, addedAt: now() })
      .onConflictDoNothing();
  });
}

export function removeCoWriter(actor: Actor, input: { editionId: EditionId; userId: UserId }): Promise<void> {
  return changeCoWriters(actor, input.editionId, 'remove_co_writer', input.userId, async (tx) => {
    await tx.delete(coWriters).where(and(eq(coWriters.editionId, input.editionId), eq(coWriters.userId, input.userId)));
  });
}

function changeCoWriters(
  actor: Actor,
  editionId: EditionId,
  verb: 'add_co_writer' | 'remove_co_writer',
  subjectId: UserId,
  change: (tx: Transaction, portalId: PortalId) => Promise<void>,
): Promise<void> {
  return transaction(async (tx) => {
    const { facts, article } = await openEdition(tx, editionId, actor);
    const isOpen = facts.state === 'draft' || facts.state === 'returned';
    if (!isOpen || !isWriter(actor, facts))
      throw notAllowed('Rekan penulis hanya dapat diubah oleh penulis selama naskah masih draf.');
    await change(tx, article.portalId);
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: actor.userId,
      actorRole: signingRole(actor, 'submit', facts),
      verb,
      articleId: article.id,
      editionId,
      agencyId: article.agencyId,
      subjectId,
    });
  });
}

export type StrandedWords = {
  revisionId: RevisionId;
  articleId: ArticleId;
  editionId: EditionId;
  title: string;
  words: Words;
  at: Date;
};

/** The actor's own words that came too late, of one article or of all, newest first. */
export async function strandedWords(actor: Actor, article?: ArticleId): Promise<StrandedWords[]> {
  const mine = sql`${revisions.reason} = 'stranded' and ${revisions.settledAt} is null`;
  const rows = await database()
    .select({ revision: revisions, edition: editions })
    .from(revisions)
    .innerJoin(editions, eq(editions.id, revisions.editionId))
    .where(
      and(eq(revisions.by, actor.userId), mine, ...(article === undefined ? [] : [eq(editions.articleId, article)])),
    )
    .orderBy(sql`${revisions.id} desc`)
    .limit(50);
  return rows.map(({ revision, edition }) => ({
    revisionId: revision.id,
    articleId: edition.articleId,
    editionId: edition.id,
    title: revision.words.title || edition.title,
    words: revision.words,
    at: revision.at,
  }));
}

/** Puts stranded words aside: the writer has copied them or needs them no more. They stay in the history. */
export async function settleStranded(actor: Actor, revisionId: RevisionId): Promise<void> {
  const settled = await database()
    .update(revisions)
    .set({ settledAt: now() })
    .where(and(eq(revisions.id, revisionId), eq(revisions.by, actor.userId), eq(revisions.reason, 'stranded')))
    .returning({ id: revisions.id });
  if (settled.length === 0) throw notFound('revision');
}
