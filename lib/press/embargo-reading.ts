import { randomBytes } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, embargoPasses, embargoReadings, pressContacts, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { hashOfSecret } from '#lib/accounts/secrets.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { ArticleId, EmbargoPassId, PortalId } from '#lib/ids.ts';
import { publicRendition, renditionOfAny } from '#lib/media/reads.ts';
import { hashOfKey, isDocumentKey, storageKey } from '#lib/media/storage.ts';
import { type StoredFile, storedFile } from '#lib/media/stored-files.ts';
import type { Preview } from '#lib/newsroom/desk-shapes.ts';
import { previewOfRecord } from '#lib/newsroom/preview.ts';
import type { PublicArticle } from '#lib/newsroom/reader-shapes.ts';
import { assetsOf } from '#lib/newsroom/readiness.ts';
import { embargoStanding } from './embargoed-edition.ts';

/** Whom the pages are marked with. `mark` leads from a leaked picture to its reading. */
export type ReadBy = { name: string; from: string; mark: string; at: Date };

/** What somebody with a pass meets. */
export type EmbargoPage = { name: string; from: string } & (
  | { kind: 'cover'; portalId: PortalId; until: Date }
  | { kind: 'open'; preview: Preview; until: Date; reader: ReadBy }
  | { kind: 'waiting'; portalId: PortalId; until: Date | null }
  | { kind: 'published'; preview: Preview }
);

type Pass = { passId: EmbargoPassId; articleId: ArticleId; name: string; from: string };

/**
 * The page of a personal link. Reading is one step further than coming to the link, so that programs which
 * draw a preview of it are not taken for readers.
 *
 * @param reading the device with which the words are asked for; null while only the cover is
 * @returns null when the secret opens nothing (any more)
 */
export async function embargoPage(token: string, reading: { device: string } | null): Promise<EmbargoPage | null> {
  const pass = await passOfSecret(token);
  return pass === null ? null : pageOf(pass, reading);
}

/**
 * The same for an account that was let in.
 *
 * @throws not_found for everyone else
 */
export async function embargoPageForActor(
  actor: Actor,
  articleId: ArticleId,
  reading: { device: string } | null,
): Promise<EmbargoPage> {
  const page = await pageOf(await passOfActor(actor, articleId), reading);
  if (page === null) throw notFound('embargo');
  return page;
}

/** Whether an account was let in to an article. */
export async function isLetIn(actor: Actor, articleId: ArticleId): Promise<boolean> {
  return (await openPassOf(actor, articleId)) !== undefined;
}

async function pageOf(pass: Pass, reading: { device: string } | null): Promise<EmbargoPage | null> {
  const { name, from } = pass;
  const standing = await embargoStanding(pass.articleId);
  switch (standing.kind) {
    case 'closed':
      return null;
    case 'published':
      return { name, from, kind: 'published', preview: await previewOfRecord(standing.record) };
    case 'waiting':
      return { name, from, kind: 'waiting', portalId: await portalOf(pass), until: standing.until };
    case 'open': {
      const { record, until } = standing;
      if (reading === null) return { name, from, kind: 'cover', portalId: record.facts.portalId, until };
      const reader = await keepReading(pass, reading.device);
      return { name, from, kind: 'open', preview: withoutFiles(await previewOfRecord(record)), until, reader };
    }
  }
}

/** A picture of an embargoed article; nothing else is handed out, and no picture in the size for print. */
export type EmbargoFile = StoredFile & { hash: string; mediaType: string };

export async function embargoFile(token: string, key: string): Promise<EmbargoFile | null> {
  const pass = await passOfSecret(token);
  return pass === null ? null : pictureOf(pass.articleId, key);
}

/** @throws not_found as the page */
export async function embargoFileForActor(actor: Actor, articleId: ArticleId, key: string): Promise<EmbargoFile> {
  const { articleId: own } = await passOfActor(actor, articleId);
  const file = await pictureOf(own, key);
  if (file === null) throw notFound('embargo');
  return file;
}

async function pictureOf(articleId: ArticleId, key: string): Promise<EmbargoFile | null> {
  if (isDocumentKey(key)) return null;
  const standing = await embargoStanding(articleId);
  if (standing.kind !== 'open') return null;
  const picture = (await renditionOfAny(assetsOf(standing.record.words), key)) ?? (await publicRendition(key));
  const file = picture === null ? null : await storedFile(storageKey(key));
  return picture === null || file === null
    ? null
    : { ...file, hash: hashOfKey(storageKey(key)), mediaType: picture.mediaType };
}

async function passOfSecret(token: string): Promise<Pass | null> {
  const [row] = await database()
    .select({ pass: embargoPasses, contact: pressContacts, suspendedAt: users.suspendedAt })
    .from(embargoPasses)
    .innerJoin(pressContacts, eq(pressContacts.id, embargoPasses.contactId))
    .innerJoin(users, eq(users.id, embargoPasses.createdBy))
    .where(and(eq(embargoPasses.tokenHash, hashOfSecret('embargo', token)), isNull(embargoPasses.revokedAt)));
  if (row === undefined || row.suspendedAt !== null || !row.contact.isActive) return null;
  const { id, articleId } = row.pass;
  return { passId: id, articleId, name: row.contact.name, from: row.contact.outlet };
}

async function passOfActor(actor: Actor, articleId: ArticleId): Promise<Pass> {
  const passId = await openPassOf(actor, articleId);
  if (passId === undefined) throw notFound('embargo');
  return { passId, articleId, name: actor.name, from: 'Akun ruang redaksi' };
}

/** An account reads while somebody answers for its pass and while it works for the portal: who moved away reads no more. */
async function openPassOf(actor: Actor, articleId: ArticleId): Promise<EmbargoPassId | undefined> {
  const [row] = await database()
    .select({ id: embargoPasses.id })
    .from(embargoPasses)
    .innerJoin(articles, eq(articles.id, embargoPasses.articleId))
    .innerJoin(users, eq(users.id, embargoPasses.createdBy))
    .where(
      and(
        eq(embargoPasses.articleId, articleId),
        eq(embargoPasses.userId, actor.userId),
        isNull(embargoPasses.revokedAt),
        isNull(users.suspendedAt),
        inArray(
          articles.portalId,
          actor.roles.map(({ portalId }) => portalId),
        ),
      ),
    );
  return row?.id;
}

async function portalOf({ articleId }: Pass): Promise<PortalId> {
  const row = await database().query.articles.findFirst({ where: (article, { eq: is }) => is(article.id, articleId) });
  if (row === undefined) throw notFound('article');
  return row.portalId;
}

// Crockford's letters: a mark is read off a photograph of a screen.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

async function keepReading({ passId, name, from }: Pass, device: string): Promise<ReadBy> {
  const mark = Array.from(randomBytes(6), (byte) => letters[byte % letters.length] ?? '').join('');
  const at = now();
  await database().insert(embargoReadings).values({ passId, at, mark, device });
  return { name, from, mark, at };
}

/** Nothing to take away: documents are named, and can be had when everybody can have them. */
function withoutFiles(preview: Preview): Preview {
  const documents: PublicArticle['documents'] = Object.fromEntries(
    Object.entries(preview.article.documents).map(([id, document]) => [id, { ...document, key: '', withdrawn: true }]),
  );
  return { ...preview, article: { ...preview.article, documents, shareCard: null } };
}
