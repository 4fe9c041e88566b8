import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { database } from '#db/client.ts';
import { type EditionState, liveStates, workingStates } from '#db/schema/enums.ts';
import { editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';
import { addressOf } from '#lib/newsroom/addresses.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';

/**
 * What readers must find at any moment, whatever was done.
 *
 * @returns the states of the article's editions
 */
export async function expectOnSite(portal: PortalId, article: ArticleId): Promise<EditionState[]> {
  const rows = await database().query.articles.findFirst({ where: (table, { eq: is }) => is(table.id, article) });
  const all = await database().select().from(editions).where(eq(editions.articleId, article));
  const live = all.filter((one) => liveStates.some((state) => state === one.state));
  expect(live.length).toBeLessThan(2);
  expect(all.filter((one) => workingStates.some((state) => state === one.state)).length).toBeLessThan(2);
  for (const { embargoUntil } of live) expect((embargoUntil ?? now()) <= now()).toBe(true);
  const slug = rows?.slug ?? null;
  expect(slug === null).toBe(live.length === 0);
  if (slug !== null) {
    const isUp = live[0]?.state !== 'retracted';
    expect(await addressOf(portal, slug)).toMatchObject({ kind: isUp ? 'live' : 'gone' });
    // Throws when hash, seal or signatures do not fit.
    expect((await articlePage(portal, slug))?.editionNumber).toBe(isUp ? live[0]?.number : undefined);
  }
  return all.map((one) => one.state);
}
