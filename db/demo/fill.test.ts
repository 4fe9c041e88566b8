import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { articles, assets, editions, events, installFacts, portals, redirects, users } from '#db/schema/index.ts';
import { verifyPassword } from '#lib/accounts/passwords.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { addressOf, agencyPage, frontPage, sectionPage, tombstone } from '#lib/newsroom/public.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { verifyChain } from '#lib/record/events.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { demoAgencies, demoSections } from './agencies.ts';
import { demoArticles } from './articles/all-articles.ts';
import { fillDemo } from './fill.ts';
import { demoAccounts, demoPassword } from './people.ts';

testDatabase();
testMediaFolders();

const patience = 400_000;
let portalId: PortalId;
const begun = now();

beforeAll(async () => {
  await fillDemo();
  const [portal] = await database().select().from(portals);
  if (portal === undefined) throw new Error('no portal');
  portalId = portal.id;
}, patience);

const told = (to: string) => demoArticles.filter(({ story }) => story.to === to).length;

async function countOf(state: (typeof editions.$inferSelect)['state']) {
  return database().$count(editions, eq(editions.state, state));
}

describe('the filled demo', () => {
  it('has every article in the state that was promised', async () => {
    const live = ['published', 'fast_lane', 'corrected', 'reopened'].reduce((sum, to) => sum + told(to), 0);
    expect(await database().$count(articles)).toBe(demoArticles.length);
    expect(await countOf('published')).toBe(live);
    expect(await countOf('superseded')).toBe(told('corrected'));
    expect(await countOf('draft')).toBe(told('draft') + told('reopened'));
    expect(await countOf('approved')).toBe(told('awaiting_confirmation'));
    for (const state of [
      'submitted',
      'verified',
      'in_editing',
      'returned',
      'rejected',
      'retracted',
      'discarded',
    ] as const) {
      expect({ state, count: await countOf(state) }).toEqual({ state, count: told(state) });
    }
  });

  it('has an unbroken audit log that runs forward in time and ends in the past', async () => {
    expect(await verifyChain(database())).toMatchObject({ brokenAt: null });
    const rows = await database().select({ at: events.at }).from(events).orderBy(events.seq);
    const times = rows.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(now().getTime());
  });

  it('shows readers every live article, whole and signed', async () => {
    const rows = await database()
      .select({ slug: articles.slug })
      .from(articles)
      .innerJoin(editions, eq(editions.articleId, articles.id))
      .where(eq(editions.state, 'published'));
    for (const { slug } of rows) {
      const page = await articlePage(portalId, slug ?? '');
      expect(page?.title).toBeTruthy();
      const isAwaiting = page?.fastLane?.reviewedAt === null;
      expect(page?.signedBy.length).toBeGreaterThanOrEqual(isAwaiting ? 1 : 2);
    }
  });

  it('fills the front page, and every agency and section that wrote', async () => {
    const front = await frontPage(portalId);
    expect(front.lead?.cover).toBeTruthy();
    expect(front.seconds.length).toBe(2);
    expect(front.river.length).toBeGreaterThanOrEqual(10);
    for (const { slug } of demoAgencies) expect((await agencyPage(portalId, slug, 1))?.cards.length).toBeGreaterThan(0);
    for (const { slug } of demoSections)
      expect((await sectionPage(portalId, slug, 1))?.cards.length).toBeGreaterThan(0);
  });

  it('leads from an old address to the new one, and explains what was taken down', async () => {
    const [old] = await database().select().from(redirects);
    expect(await addressOf(portalId, old?.oldSlug ?? '')).toMatchObject({ kind: 'moved' });
    const [gone] = await database()
      .select({ slug: articles.slug })
      .from(articles)
      .innerJoin(editions, and(eq(editions.articleId, articles.id), eq(editions.state, 'retracted')));
    expect((await tombstone(portalId, gone?.slug ?? ''))?.reason).toMatch(/rancangan/);
  });

  it('has its photos ready, and people who can sign in', async () => {
    expect(await database().$count(assets, inArray(assets.state, ['processing', 'failed']))).toBe(0);
    const people = await database().select().from(users);
    expect(people.length).toBe(demoAccounts.length);
    expect(await verifyPassword(people[0]?.passwordHash ?? null, demoPassword)).toBe(true);
  });

  it('leaves the clock as it was', () => {
    expect(now().getTime()).toBeGreaterThanOrEqual(begun.getTime());
  });

  it('is not filled twice, and says what to do when it was interrupted', async () => {
    const before = await database().$count(events);
    await fillDemo();
    expect(await database().$count(events)).toBe(before);
    await database().update(installFacts).set({ value: 'begun' }).where(eq(installFacts.name, 'demo'));
    await expect(fillDemo()).rejects.toThrow(/terputus di tengah/);
  });
});
