import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { asOwner, testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { prepareTrial, publish, startTrial } from './trial.ts';

const database = testDatabase();
const slugs = Array.from({ length: 20 }, (_, index) => `lambat-${index}`);
let folder: string;

beforeAll(async () => {
  await prepareTrial(database.url());
  for (const slug of slugs) await publish(database.url(), `/berita/${slug}`, 'Isi', [`article:${slug}`]);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'henti-'));
});
afterEach(() => removeFolder(folder));

/** A delivery whose readers ask for all articles; none is finished before `goOn`. */
async function startWithSlowPages() {
  const trial = await startTrial({ databaseUrl: database.url(), folder });
  const open = Promise.withResolvers<void>();
  const begun: string[] = [];
  const ended: string[] = [];
  trial.whileRendering = async (path) => {
    begun.push(path);
    await open.promise;
    // As a page whose reads come one after another.
    await asOwner(database.url(), (sql) => sql`select 1`);
    ended.push(path);
  };
  const asking = Promise.allSettled(slugs.map((slug) => trial.get(`/berita/${slug}`)));
  await expect.poll(() => begun.length).toBe(6);
  return { trial, begun, ended, goOn: open.resolve, asking };
}

test('renders under way end before the stop does, and those that only wait are not begun', async () => {
  const { trial, begun, ended, goOn, asking } = await startWithSlowPages();
  let stopped = false;
  const stopping = trial.stop().then(() => {
    stopped = true;
  });
  // The readers are gone, their pages are not done.
  await asking;
  for (let round = 0; round < 10; round += 1) await asOwner(database.url(), (sql) => sql`select 1`);
  expect([stopped, ended]).toEqual([false, []]);
  goOn();
  await stopping;
  expect(begun).toHaveLength(6);
  expect(ended.toSorted()).toEqual(begun.toSorted());
});

test('a render that does not end is waited for no longer than said', async () => {
  const { trial, ended, goOn, asking } = await startWithSlowPages();
  await trial.stop(0);
  expect(ended).toEqual([]);
  goOn();
  await asking;
  await expect.poll(() => ended.length).toBe(6);
});

test('whoever is in a hurry meanwhile ends the waiting', async () => {
  const { trial, ended, goOn } = await startWithSlowPages();
  const calm = trial.stop(600_000);
  await trial.hurry();
  await calm;
  expect(ended).toEqual([]);
  goOn();
  await expect.poll(() => ended.length).toBe(6);
});
