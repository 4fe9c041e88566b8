import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aScheduledArticle, editionRow, type Office } from '#lib/testing/newsroom.ts';
import { watchSchedule } from './due-watch.ts';

testDatabase();

let office: Office;
let watches: ReturnType<typeof watchSchedule>[] = [];
let putBack: () => void = () => undefined;
beforeEach(async () => {
  office = await anOffice();
});
afterEach(async () => {
  await Promise.all(watches.map((watch) => watch.stop()));
  watches = [];
  putBack();
});

const later = new Date(Date.now() + 600_000);

test('what became due while nobody looked goes out when a process looks again', async () => {
  const { editionId } = await aScheduledArticle(office, later);
  putBack = useClock(() => new Date(later.getTime() + 60_000));
  watches = [watchSchedule(), watchSchedule()];
  await vi.waitFor(async () => expect((await editionRow(editionId)).state).toBe('published'), 10_000);
});

test('a look that breaks is not the last one', async () => {
  const { editionId } = await aScheduledArticle(office, later);
  let broken = 1;
  putBack = useClock(() => {
    broken -= 1;
    if (broken >= 0) throw new Error('no clock');
    return later;
  });
  watches = [watchSchedule()];
  await vi.waitFor(async () => expect((await editionRow(editionId)).state).toBe('published'), 10_000);
});

test('a stopped watch publishes nothing more', async () => {
  const { editionId } = await aScheduledArticle(office, later);
  const watch = watchSchedule();
  await watch.stop();
  putBack = useClock(() => later);
  await database().select().from(editions);
  expect((await editionRow(editionId)).state).toBe('scheduled');
});
