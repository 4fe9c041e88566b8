import { and, asc, desc, eq, inArray, isNull, ne, not } from 'drizzle-orm';
import { database } from '#db/client.ts';
import {
  agencies,
  assets,
  editions,
  memberships,
  portals,
  regencies,
  renditions,
  sections,
  signatures,
  topics,
  users,
} from '#db/schema/index.ts';
import { whoIsAway } from '#lib/accounts/absences.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, ArticleId, AssetId, EditionId, PortalId } from '#lib/ids.ts';
import { keptFrom } from '#lib/media/confidence.ts';
import { type DocumentView, documentView } from '#lib/media/document-view.ts';
import { documentsFor } from '#lib/media/documents.ts';
import { newsroomPhotoWidth } from '#lib/media/photo-view.ts';
import { mayReadHistory } from './confidence-policy.ts';
import { deskNoticeOf } from './desk-notice.ts';
import { namesById, notesOf } from './desk-rows.ts';
import type { ChangeView, EditionView, FormChoices, PhotoView, SignatureView } from './desk-shapes.ts';
import { currentEditionId, type EditionRecord, readEdition } from './edition-record.ts';
import { wordsAtHash } from './history.ts';
import { linkRegisterOf } from './link-register.ts';
import { overridesOf } from './overrides.ts';
import { allowedVerbs, isEditor, isInConfidence, maySee, refusalFor } from './policy.ts';
import { publicationPlan } from './publication-plan.ts';
import { documentIdsOf, photosOf } from './readiness.ts';
import { reasonChoices } from './return-reasons.ts';
import { signersOf, twoSignaturesHold } from './signatures.ts';
import { standInsAmong } from './stand-in-signers.ts';
import { readinessOfRecord } from './transition.ts';
import { undiscardableUntil } from './workflow.ts';

/**
 * The edition people mean when they open an article (or one by its number), if this actor may see it.
 *
 * @throws not_found otherwise
 */
export async function recordForActor(actor: Actor, article: ArticleId, number?: number): Promise<EditionRecord> {
  const id = number === undefined ? await currentEditionId(database(), article) : await editionIdOf(article, number);
  const record = id === undefined ? undefined : await readEdition(database(), id);
  if (record === undefined || !maySee(actor, record.facts)) throw notFound('article');
  return record;
}

/**
 * The same for what tells how the article came about.
 *
 * @throws not_found when the actor may not read its history
 */
export async function recordForHistory(actor: Actor, article: ArticleId): Promise<EditionRecord> {
  const record = await recordForActor(actor, article);
  if (!mayReadHistory(actor, record.facts)) throw notFound('article');
  return record;
}

async function editionIdOf(article: ArticleId, number: number): Promise<EditionId | undefined> {
  const [row] = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.articleId, article), eq(editions.number, number)));
  return row?.id;
}

/** Everything the editor's and the reviewer's screens show of an edition. */
export async function editionForActor(actor: Actor, article: ArticleId, number?: number): Promise<EditionView> {
  return viewOf(actor, await recordForActor(actor, article, number));
}

async function viewOf(actor: Actor, record: EditionRecord): Promise<EditionView> {
  const { edition, article, agency, facts, words } = record;
  const at = now();
  const reasoned = { reason: 'mendahului' };
  const isHistoryOpen = mayReadHistory(actor, facts);
  const name = await namesById([
    ...[edition.createdBy, edition.submittedBy, edition.claimedBy, edition.lastTypedBy],
    ...facts.coWriterIds,
    ...edition.escalatedTo,
  ]);
  const [plan, signatureList, notes, readiness, linkRegister, overrides, photos, documents, reasons, submitter] =
    await Promise.all([
      publicationPlan(record),
      signaturesOf(record),
      notesOf([edition.id]),
      readinessOfRecord(database(), record),
      linkRegisterOf(database(), article.portalId),
      overridesOf(database(), article.id),
      photosOfArticle(actor, record),
      documentsOfEdition(record),
      reasonChoices(database(), article.portalId),
      edition.submittedBy === null
        ? []
        : database().select({ phone: users.phone }).from(users).where(eq(users.id, edition.submittedBy)),
    ]);
  const parties = [edition.createdBy, edition.submittedBy, edition.claimedBy].filter((id) => id !== null);
  const away = await whoIsAway(database(), parties);
  const holdsEdition = edition.state === 'in_editing' && edition.claimedBy === actor.userId;
  return {
    articleId: article.id,
    editionId: edition.id,
    number: edition.number,
    version: edition.version,
    isConfidential: isInConfidence(facts),
    state: edition.state,
    changeType: edition.changeType,
    slug: article.slug,
    agency: { id: agency.id, name: agency.name, shortName: agency.shortName },
    words,
    contentHash: facts.currentHash,
    writer: name(edition.createdBy),
    submittedBy: edition.submittedBy === null ? null : name(edition.submittedBy),
    submitterPhone: submitter[0]?.phone ?? '',
    claimedBy: edition.claimedBy === null ? null : { id: edition.claimedBy, name: name(edition.claimedBy) },
    lastTyped: edition.lastTypedAt === null ? null : { name: name(edition.lastTypedBy), at: edition.lastTypedAt },
    coWriters: facts.coWriterIds.map((id) => ({ id, name: name(id) })),
    away: [...away].map(([id, { until, standIns }]) => ({ name: name(id), until, standIns })),
    allowed: allowedVerbs(actor, facts, at, reasoned),
    claimNeedsReason:
      refusalFor(actor, 'claim', facts, at) !== undefined &&
      refusalFor(actor, 'claim', facts, at, reasoned) === undefined,
    notice: deskNoticeOf(edition),
    escalatedTo: edition.escalatedTo.map((id) => name(id)),
    reasons,
    approveRefusal: holdsEdition ? (refusalFor(actor, 'approve', facts, at)?.text ?? null) : null,
    signatures: signatureList,
    signerCount: signersOf(facts.signatures, facts.currentHash).length,
    awaitsConfirmation: edition.state === 'approved' && !twoSignaturesHold(facts.signatures, facts.currentHash),
    readiness,
    linkRegister,
    overrides: isHistoryOpen ? overrides : [],
    isHistoryOpen,
    notes: isHistoryOpen ? notes : [],
    fastLane:
      edition.fastLaneBy === null
        ? null
        : { reason: edition.fastLaneReason, dueAt: edition.secondReviewDueAt, reviewedAt: edition.secondReviewedAt },
    retraction:
      edition.retractedAt === null
        ? null
        : {
            reason: edition.retractReason ?? '',
            at: edition.retractedAt,
            dueAt: edition.retractReviewDueAt,
            reviewedAt: edition.retractReviewedAt,
          },
    discarded:
      edition.discardedAt === null
        ? null
        : { until: undiscardableUntil(edition.discardedAt), purgedAt: edition.purgedAt },
    approvalOutcome: edition.approvalOutcome,
    plan,
    pinnedUntil: edition.pinnedUntil,
    photos,
    documents,
  };
}

async function signaturesOf({ edition, facts }: EditionRecord): Promise<SignatureView[]> {
  const acting = await standInsAmong(database(), facts.portalId, facts.signatures);
  const name = await namesById(facts.signatures.map((signature) => signature.userId));
  return facts.signatures.map(({ userId, role, act, at, contentHash }) => ({
    name: name(userId),
    role,
    acting: acting({ userId, role, at }),
    act,
    at,
    onCurrentWords: contentHash === (edition.contentHash ?? facts.currentHash),
  }));
}

/** The photos the edition uses, and those its agency uploaded lately, for the cover picker. */
async function photosOfArticle(actor: Actor, { article, words }: EditionRecord): Promise<PhotoView[]> {
  const used = photosOf(words);
  const recent = await database()
    .select({ id: assets.id })
    .from(assets)
    .where(
      and(
        eq(assets.agencyId, article.agencyId),
        eq(assets.kind, 'photo'),
        isNull(assets.withdrawnAt),
        not(keptFrom(actor)),
      ),
    )
    .orderBy(desc(assets.id))
    .limit(24);
  const ids = [...new Set([...used, ...recent.map((row) => row.id)])];
  if (ids.length === 0) return [];
  const rows = await database().select().from(assets).where(inArray(assets.id, ids)).orderBy(desc(assets.id));
  const thumbnails = await database()
    .select({ assetId: renditions.assetId, key: renditions.key, width: renditions.width })
    .from(renditions)
    .where(and(inArray(renditions.assetId, ids), eq(renditions.shape, 'full'), eq(renditions.format, 'webp')))
    .orderBy(asc(renditions.width));
  /** What the edition uses is shown large, the others only in the picker. */
  const shownKey = (id: AssetId) => {
    const own = thumbnails.filter(({ assetId }) => assetId === id);
    const large = used.includes(id) ? own.findLast(({ width }) => width <= newsroomPhotoWidth) : undefined;
    return (large ?? own[0])?.key ?? null;
  };
  return rows.map((row) => ({
    assetId: row.id,
    assetHash: row.hash,
    fileName: row.fileName,
    state: row.state,
    failure: row.failure,
    width: row.width,
    height: row.height,
    withdrawn: row.withdrawnAt !== null,
    rightsUntil: row.rightsUntil,
    showsChild: row.showsChild,
    hasConsent: row.hasConsent,
    thumbnailKey: shownKey(row.id),
  }));
}

async function documentsOfEdition({ words }: EditionRecord): Promise<DocumentView[]> {
  const documents = await documentsFor(database(), documentIdsOf(words));
  return [...documents.values()].map(documentView);
}

/** What changed since the last signature on other words than these: for whoever is to sign next. */
export async function changesSinceLastSignature(
  actor: Actor,
  article: ArticleId,
  number?: number,
): Promise<ChangeView> {
  const { edition, facts, words } = await recordForActor(actor, article, number);
  const [last] = await database()
    .select({ signature: signatures, name: users.name })
    .from(signatures)
    .innerJoin(users, eq(users.id, signatures.userId))
    .where(and(eq(signatures.editionId, edition.id), ne(signatures.contentHash, facts.currentHash)))
    .orderBy(desc(signatures.id))
    .limit(1);
  if (!mayReadHistory(actor, facts)) return { since: null, before: null, after: words };
  if (last === undefined) {
    return edition.number > 1 ? sincePublished(article, words) : { since: null, before: null, after: words };
  }
  const { act, at, contentHash } = last.signature;
  const before = await wordsAtHash(database(), edition.id, contentHash);
  return { since: { name: last.name, act, at }, before: before ?? null, after: words };
}

/** A later edition whose words have not changed since a signature is compared with what readers see now. */
async function sincePublished(article: ArticleId, after: ChangeView['after']): Promise<ChangeView> {
  const [live] = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.articleId, article), inArray(editions.state, ['published', 'archived', 'retracted'])));
  const record = live === undefined ? undefined : await readEdition(database(), live.id);
  return { since: null, before: record?.words ?? null, after };
}

/** What the form offers: the portal's sections, topics, regencies and agencies, and who may be a co-writer. */
export async function formChoices(portal: PortalId): Promise<FormChoices> {
  const db = database();
  const [sectionRows, topicRows, regencyRows, agencyRows, peopleRows] = await Promise.all([
    db
      .select({ id: sections.id, name: sections.name })
      .from(sections)
      .where(and(eq(sections.portalId, portal), eq(sections.isActive, true)))
      .orderBy(sections.position, sections.name),
    db
      .select({ id: topics.id, name: topics.name })
      .from(topics)
      .where(eq(topics.portalId, portal))
      .orderBy(topics.name),
    db
      .select({ code: regencies.code, name: regencies.name })
      .from(regencies)
      .where(eq(regencies.portalId, portal))
      .orderBy(regencies.code),
    db
      .select({ id: agencies.id, name: agencies.name })
      .from(agencies)
      .where(and(eq(agencies.portalId, portal), eq(agencies.isActive, true)))
      .orderBy(agencies.name),
    db
      .selectDistinct({ id: users.id, name: users.name, agencyName: agencies.shortName })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .innerJoin(agencies, eq(agencies.id, memberships.agencyId))
      .where(
        and(
          eq(memberships.portalId, portal),
          inArray(memberships.role, ['contributor', 'verifier']),
          inForceAt(now()),
          isNull(users.suspendedAt),
        ),
      )
      .orderBy(users.name),
  ]);
  return { sections: sectionRows, topics: topicRows, regencies: regencyRows, agencies: agencyRows, people: peopleRows };
}

/** The agencies a person may begin an article in. */
export async function writableAgencies(actor: Actor): Promise<{ id: AgencyId; name: string }[]> {
  const ids = actor.roles.flatMap((held) =>
    held.agencyId !== null && (held.role === 'contributor' || held.role === 'verifier') ? [held.agencyId] : [],
  );
  if (ids.length === 0) return [];
  return database()
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(and(inArray(agencies.id, ids), eq(agencies.isActive, true)))
    .orderBy(agencies.name);
}

/** The agencies for which an editor may begin a banner: every active one of their portals. Empty for everyone else. */
export async function bannerAgencies(actor: Actor): Promise<{ id: AgencyId; name: string }[]> {
  const portalIds = [...new Set(actor.roles.map((held) => held.portalId))].filter((portal) => isEditor(actor, portal));
  if (portalIds.length === 0) return [];
  return database()
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(and(inArray(agencies.portalId, portalIds), eq(agencies.isActive, true)))
    .orderBy(agencies.name);
}

/** The portal an article belongs to: its name and time zone, for the newsroom's screens. */
export async function portalOfArticle(article: EditionRecord['article']) {
  const [portal] = await database().select().from(portals).where(eq(portals.id, article.portalId));
  if (portal === undefined) throw notFound('portal');
  return portal;
}
