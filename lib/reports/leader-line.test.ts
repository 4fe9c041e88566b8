import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, aSubmittedArticle, type Office } from '#lib/testing/newsroom.ts';
import { leaderLine } from './leader-line.ts';

testDatabase();

let office: Office;
let lateId: string;

beforeAll(async () => {
  office = await anOffice();
  await aSubmittedArticle(office);
  const late = await aSubmittedArticle(office);
  lateId = late.editionId;
  await database()
    .update(editions)
    .set({ targetAt: new Date(now().getTime() - 3_600_000) })
    .where(eq(editions.id, late.editionId));
  await aPublishedArticle(office);
});

test('a leader sees what waits in their line, the late first, and what went out this week', async () => {
  const line = await leaderLine(office.leader);
  expect(line).toMatchObject({ waiting: 2, late: 1, publishedThisWeek: 1 });
  expect(line?.waitingRows.map(({ editionId }) => editionId)[0]).toBe(lateId);
  expect(line?.publishedRows).toHaveLength(1);
});

test('a leader can do nothing with any of it', async () => {
  const line = await leaderLine(office.leader);
  expect([...(line?.waitingRows ?? []), ...(line?.publishedRows ?? [])].flatMap(({ allowed }) => allowed)).toEqual([]);
});

test('what is limited to named people is neither shown nor counted', async () => {
  const secret = await aSubmittedArticle(office);
  await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, secret.articleId));
  const line = await leaderLine(office.leader);
  expect(line?.waiting).toBe(2);
  expect(line?.waitingRows.map(({ articleId }) => articleId)).not.toContain(secret.articleId);
});

test('another office’s leader sees nothing of it; who leads nothing has no line', async () => {
  const elsewhere = await anOffice();
  expect(await leaderLine(elsewhere.leader)).toMatchObject({ waiting: 0, late: 0, publishedThisWeek: 0 });
  expect(await leaderLine(office.editor)).toBeNull();
  expect(await leaderLine(office.contributor)).toBeNull();
});
