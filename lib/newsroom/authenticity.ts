import { and, eq, inArray, isNotNull, like } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { tombstone } from './addresses.ts';
import { hashOfRow, heldSignatures, type LiveRow } from './edition-record.ts';
import { cardsFor } from './public.ts';
import { notesAround } from './public-notes.ts';
import type { Authenticity } from './reader-shapes.ts';
import { signersOf } from './signatures.ts';

/**
 * What a code says of the text that bears it. Judged from signatures and hashes computed anew,
 * never from the stored row alone.
 *
 * @param code the first characters of a content hash, lower case
 */
export async function checkCode(portal: PortalId, code: string): Promise<Authenticity> {
  if (!/^[0-9a-f]{12,64}$/.test(code)) return { kind: 'unknown' };
  const rows = await database()
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(articles.portalId, portal), like(editions.contentHash, `${code}%`), oncePublic))
    .limit(2);
  const [row] = rows;
  return row === undefined || rows.length > 1 ? { kind: 'unknown' } : authenticityOf(portal, row);
}

/** Editions that readers have, or had: what a code or a text may come from. */
export const oncePublic = and(
  isNotNull(editions.publishedAt),
  inArray(editions.state, ['published', 'archived', 'superseded', 'retracted']),
);

/** What may be said of an edition that readers have, or had; unknown when its row is not what was signed. */
export async function authenticityOf(portal: PortalId, row: LiveRow): Promise<Authenticity> {
  const { edition, article } = row;
  const held = (await heldSignatures(database(), [edition.id])).get(edition.id) ?? [];
  const hash = hashOfRow(edition, article);
  const isOurs = edition.contentHash === hash && signersOf(held, hash).length > 0;
  const isEmbargoed = edition.embargoUntil !== null && edition.embargoUntil > now();
  if (!isOurs || isEmbargoed || edition.publishedAt === null) return { kind: 'unknown' };
  if (edition.state === 'retracted') return retracted(portal, row);
  const [card] = await cardsFor([article.id]);
  // Superseded, and what came after it was taken back.
  if (card === undefined) return retracted(portal, row);
  const facts = {
    card,
    number: edition.number,
    publishedAt: edition.publishedAt,
    title: edition.title,
    signers: signersOf(held, hash).length,
  };
  const notes = (await notesAround(database(), [row])).get(article.id) ?? [];
  if (edition.state !== 'superseded') return { kind: 'current', ...facts, notes };
  return { kind: 'superseded', ...facts, notes: notes.filter((note) => note.number > edition.number) };
}

async function retracted(portal: PortalId, { article }: LiveRow): Promise<Authenticity> {
  const stone = article.slug === null ? null : await tombstone(portal, article.slug);
  return stone === null ? { kind: 'unknown' } : { kind: 'retracted', tombstone: stone, slug: article.slug ?? '' };
}
