import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { liveStates } from '#db/schema/enums.ts';
import { agencies, articles, editions, redirects, sections, topics } from '#db/schema/index.ts';
import { askForShareCard } from '#lib/cards/card-jobs.ts';
import { config } from '#lib/config.ts';
import { integrityBroken, invalid } from '#lib/errors.ts';
import type { AgencyId, ArticleId, PortalId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { markPublic } from '#lib/media/publication.ts';
import { statesInLog } from '#lib/record/events.ts';
import { generationNames } from '#lib/record/generation.ts';
import { slugify } from '#lib/urls.ts';
import { setAgency } from './agency-of-article.ts';
import { takeBackDocuments } from './document-access.ts';
import type { ArticleRow, CardEdition, EditionRecord, EditionRow } from './edition-record.ts';
import { listLinkHostsOf } from './link-hosts-listed.ts';
import { articlesIn, lists, refreshListing } from './listing.ts';
import { listParagraphsOf } from './published-paragraphs.ts';
import { assetsOf } from './readiness.ts';
import { planRenewals } from './renewals.ts';
import { type Card, cardHolds, sealCard } from './signatures.ts';
import type { Step } from './transition.ts';

/** Key of the advisory lock under which slugs of a portal are given out. */
const slugLock = 4_811_002;

/** Pages that are renewed at once because their words name an article; others follow behind like every page. */
const mostNaming = 200;

/** Before an edition goes live: the former live edition steps back, and the article has an address. */
export async function makeWay(step: Step): Promise<void> {
  const { tx, record, at, entries } = step;
  const { article, edition } = record;
  const [former] = await tx
    .update(editions)
    .set({ state: 'superseded', version: sql`${editions.version} + 1` })
    .where(and(eq(editions.articleId, article.id), inArray(editions.state, [...liveStates])))
    .returning({ id: editions.id, body: editions.body, attachments: editions.attachments });
  if (former !== undefined) {
    await takeBackDocuments(tx, former, record.words);
    entries.push({
      portalId: article.portalId,
      actorId: null,
      actorRole: null,
      verb: 'supersede',
      articleId: article.id,
      editionId: former.id,
      agencyId: article.agencyId,
      toState: 'superseded',
      detail: { by: edition.number },
    });
  }
  if (article.slug === null || article.firstPublishedAt === null) {
    const slug = article.slug ?? (await freeSlug(tx, article.portalId, slugify(edition.title)));
    await tx.update(articles).set({ slug, firstPublishedAt: at }).where(eq(articles.id, article.id));
  }
  const { agencyId } = edition;
  if (agencyId !== null && agencyId !== article.agencyId) await moveArticle(step, agencyId);
}

/** The agency that lets the article go loses it from its pages; the one that takes it is named when it goes live. */
async function moveArticle({ tx, record: { article, edition }, renewed }: Step, to: AgencyId): Promise<void> {
  await setAgency(tx, article, to, edition.id);
  const [former] = await tx.select({ slug: agencies.slug }).from(agencies).where(eq(agencies.id, article.agencyId));
  if (former !== undefined) renewed.push({ portalId: article.portalId, names: [generationNames.agency(former.slug)] });
}

/** After an edition has gone live: its photos and documents are public, its card is sealed, readers' pages are renewed. */
export async function settleLive(step: Step): Promise<void> {
  const { tx, record, at } = step;
  await markPublic(tx, assetsOf(record.words), at);
  await listParagraphsOf(tx, record.edition);
  await listLinkHostsOf(tx, record.edition);
  await renewReaders(step);
  await askForShareCard(tx, record.edition.id);
}

/**
 * Refuses to go on with a live edition that was changed behind our back: what follows seals
 * its row anew, and would make a stranger's title ours.
 *
 * @throws integrity, and tells the operator
 */
export async function requireSealed({ tx, record }: Step): Promise<void> {
  if (await isAsSealed(tx, record)) return;
  log('alarm', 'integrity', { what: 'verb', editionId: record.edition.id, articleId: record.article.id });
  throw integrityBroken(`edition ${record.edition.id}`);
}

/** Whether a live edition is what was sealed, stands where the log says, and its words are those that went live. */
export async function isAsSealed(tx: Transaction, { edition, article, facts }: EditionRecord): Promise<boolean> {
  const led = await statesInLog(tx, [edition.id]);
  return (
    fitsSeal(edition, article) && led.get(edition.id) === edition.state && edition.contentHash === facts.currentHash
  );
}

/** Whether what lists show of a live edition is exactly what was sealed. */
export function fitsSeal(edition: CardEdition, article: ArticleRow): boolean {
  const card = cardOf(edition, article);
  return card !== undefined && cardHolds(config().signingKeys, card, edition);
}

/** After anything readers see has changed about a live edition: seals its card anew and has their pages renewed. */
export async function renewReaders({ tx, record, renewed }: Step, formerNames: readonly string[] = []): Promise<void> {
  await sealEdition(tx, record.edition.id);
  await refreshListing(tx, record.article.id);
  await planRenewals(tx, record.edition.id);
  renewed.push({ portalId: record.article.portalId, names: [...formerNames, ...(await namesOf(tx, record))] });
}

/** The names of the pages on which an article shows. */
export async function namesOf(tx: Transaction, record: EditionRecord): Promise<string[]> {
  const { article, edition } = record;
  const [fresh] = await tx.select({ slug: articles.slug }).from(articles).where(eq(articles.id, article.id));
  const onAgencies = await tx
    .select({ slug: agencies.slug })
    .from(agencies)
    .where(inArray(agencies.id, [article.agencyId, ...edition.jointAgencyIds]));
  const inSections =
    edition.sectionId === null
      ? []
      : await tx.select({ slug: sections.slug }).from(sections).where(eq(sections.id, edition.sectionId));
  const onTopics =
    edition.topicIds.length === 0
      ? []
      : await tx.select({ slug: topics.slug }).from(topics).where(inArray(topics.id, edition.topicIds));
  const naming = await articlesIn(tx, article.portalId, lists.naming(article.id), { limit: mostNaming });
  const onArticles =
    naming.length === 0
      ? []
      : await tx.select({ slug: articles.slug }).from(articles).where(inArray(articles.id, naming));
  // Banners stand on every page, lasting pages in every footer.
  const isEverywhere = edition.kind === 'banner' || edition.kind === 'page';
  return [
    ...(isEverywhere ? [generationNames.site] : []),
    generationNames.front,
    generationNames.all,
    generationNames.kind(edition.kind),
    ...onTopics.map((topic) => generationNames.topic(topic.slug)),
    ...((await hasAmendments(tx, article.id)) ? [generationNames.amendments] : []),
    ...(fresh?.slug ? [generationNames.article(fresh.slug)] : []),
    ...onAgencies.map((agency) => generationNames.agency(agency.slug)),
    ...onArticles.flatMap(({ slug }) => (slug === null ? [] : [generationNames.article(slug)])),
    ...inSections.map((section) => generationNames.section(section.slug)),
  ];
}

/** Whether the register of corrections names the article. */
async function hasAmendments(tx: Transaction, id: ArticleId): Promise<boolean> {
  const [amended] = await tx
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.articleId, id), inArray(editions.changeType, ['correction', 'right_of_reply'])))
    .limit(1);
  return amended !== undefined;
}

/** Computes and seals the card of a live edition as its row stands. */
export async function sealEdition(tx: Transaction, id: EditionRow['id']): Promise<void> {
  const [row] = await tx
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(eq(editions.id, id));
  if (row === undefined) throw new Error('The edition to seal does not exist.');
  const card = cardOf(row.edition, row.article);
  if (card === undefined) throw new Error('Only a live edition with an address can be sealed.');
  await tx.update(editions).set(sealCard(config().signingKeys, card)).where(eq(editions.id, id));
}

/** What the seal of a live edition covers, read from its rows; undefined while it cannot be live. */
export function cardOf(edition: CardEdition, article: ArticleRow): Card | undefined {
  if (article.slug === null || article.firstPublishedAt === null) return undefined;
  if (edition.contentHash === null || edition.publishedAt === null) return undefined;
  return {
    articleId: article.id,
    number: edition.number,
    state: edition.state,
    contentHash: edition.contentHash,
    kind: edition.kind,
    title: edition.title,
    lead: edition.lead,
    cover: edition.cover,
    details: edition.details,
    slug: article.slug,
    agencyId: article.agencyId,
    jointAgencyIds: edition.jointAgencyIds,
    sectionId: edition.sectionId,
    sponsored: edition.sponsored,
    embargoUntil: edition.embargoUntil,
    publishedAt: edition.publishedAt,
    firstPublishedAt: article.firstPublishedAt,
    retractedAt: edition.retractedAt,
    retractReason: edition.retractReason,
    retractHidesTitle: edition.retractHidesTitle,
    secondReviewDueAt: edition.secondReviewDueAt,
    secondReviewedAt: edition.secondReviewedAt,
  };
}

/**
 * Gives an article another address; the former one leads to it from now on.
 *
 * @throws invalid when another article has, or once had, that address
 */
export async function moveTo(tx: Transaction, article: ArticleRow, slug: string, at: Date): Promise<void> {
  if (article.slug === slug || article.slug === null) return;
  await tx.execute(sql`select pg_advisory_xact_lock(${slugLock})`);
  if (await isTaken(tx, article.portalId, slug, article.id)) {
    throw invalid([
      { field: 'slug', code: 'slug_taken', text: 'Alamat ini sudah dipakai artikel lain. Pilih alamat lain.' },
    ]);
  }
  // Coming back to an address of its own: it is no redirect any more.
  await tx.delete(redirects).where(and(eq(redirects.portalId, article.portalId), eq(redirects.oldSlug, slug)));
  await tx.insert(redirects).values({ portalId: article.portalId, oldSlug: article.slug, articleId: article.id, at });
  await tx.update(articles).set({ slug }).where(eq(articles.id, article.id));
}

async function freeSlug(tx: Transaction, portal: PortalId, wanted: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${slugLock})`);
  for (let attempt = 1; ; attempt += 1) {
    const slug = attempt === 1 ? wanted : `${wanted}-${attempt}`;
    if (!(await isTaken(tx, portal, slug))) return slug;
  }
}

async function isTaken(tx: Transaction, portal: PortalId, slug: string, except?: ArticleId): Promise<boolean> {
  const [held] = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.portalId, portal), eq(articles.slug, slug)));
  const [former] = await tx
    .select({ id: redirects.articleId })
    .from(redirects)
    .where(and(eq(redirects.portalId, portal), eq(redirects.oldSlug, slug)));
  return [held, former].some((row) => row !== undefined && row.id !== except);
}
