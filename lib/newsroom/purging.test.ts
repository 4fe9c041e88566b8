import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets, renditions, revisions, signatures } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import { type AssetId, assetId as anyAssetId } from '#lib/ids.ts';
import { type Ingested, ingestPhoto } from '#lib/media/ingest.ts';
import { makeRenditions } from '#lib/media/renditions.ts';
import { mediaStorage } from '#lib/media/stored-files.ts';
import { verifyChain } from '#lib/record/events.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import { figureOf } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { aPhoto, testMediaFolders } from '#lib/testing/photos.ts';
import { articleHistory } from './article-history.ts';
import { comment } from './comments.ts';
import { conversationForActor } from './conversation.ts';
import { putAside } from './desk.ts';
import { editionForActor } from './edition-view.ts';
import { discard, startEdition, undiscard, withdraw } from './publishing.ts';
import { purgeDiscarded, purgePhoto } from './purging.ts';
import { suggest } from './suggestions.ts';

testDatabase();
testMediaFolders();

const day = 24 * 60 * 60 * 1000;
let putClockBack: () => void;
let passed = 0;
beforeEach(() => {
  passed = 0;
  putClockBack = useClock(() => new Date(Date.now() + passed));
});
afterEach(() => putClockBack());

test('after thirty days the words are gone from every version; hashes, signatures and the log stay', async () => {
  const office = await anOffice();
  const submitted = await aSubmittedArticle(office);
  const discarded = await discard(office.contributor, await withdraw(office.contributor, submitted));
  const before = await articleHistory(office.auditor, discarded.articleId);
  passed = 30 * day;
  await purgeDiscarded();

  expect(await editionRow(discarded.editionId)).toMatchObject({
    state: 'discarded',
    title: '',
    lead: '',
    purgedAt: expect.any(Date),
  });
  expect(plainText((await editionRow(discarded.editionId)).body)).toBe('');
  const kept = await database().select().from(revisions).where(eq(revisions.editionId, discarded.editionId));
  expect(JSON.stringify(kept.map(({ words }) => words))).not.toMatch(/puskesmas/i);
  expect(kept.map(({ contentHash }) => contentHash).sort()).toEqual(
    before.revisions.map(({ contentHash }) => contentHash).sort(),
  );
  expect(await database().select().from(signatures).where(eq(signatures.editionId, discarded.editionId))).toHaveLength(
    1,
  );
  const after = await articleHistory(office.auditor, discarded.articleId);
  expect(after.events[0]).toMatchObject({
    verb: 'purge',
    actor: 'sistem',
    detail: { contentHash: kept[0]?.contentHash },
  });
  expect((await verifyChain(database())).brokenAt).toBeNull();
});

test('a day earlier nothing is purged, and what was brought back stays', async () => {
  const office = await anOffice();
  const waiting = await discard(office.contributor, await aDraft(office));
  const back = await undiscard(office.contributor, await discard(office.contributor, await aDraft(office)));
  passed = 30 * day - 60_000;
  await purgeDiscarded();
  expect((await editionRow(waiting.editionId)).purgedAt).toBeNull();
  passed = 31 * day;
  await purgeDiscarded();
  expect((await editionRow(back.editionId)).title).not.toBe('');
});

test('the newsroom is told until when, and that it has happened; the list no longer names it', async () => {
  const office = await anOffice();
  const { articleId, editionId } = await discard(office.contributor, await aDraft(office));
  const { discardedAt } = await editionRow(editionId);
  const until = new Date((discardedAt?.getTime() ?? 0) + 30 * day);
  expect((await editionForActor(office.contributor, articleId)).discarded).toEqual({ until, purgedAt: null });
  passed = 31 * day;
  await purgeDiscarded();
  expect((await editionForActor(office.contributor, articleId)).discarded?.purgedAt).not.toBeNull();
  expect((await putAside(office.contributor)).rows).toEqual([]);
});

test('a purged next edition leaves the live one whole', async () => {
  const office = await anOffice();
  const live = await aPublishedArticle(office);
  const begun = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
  await discard(office.contributor, begun);
  passed = 31 * day;
  await purgeDiscarded();
  expect((await editionRow(live.editionId)).title).not.toBe('');
  expect((await editionRow(begun.editionId)).title).toBe('');
});

test('what was said about purged words goes with them', async () => {
  const office = await anOffice();
  const draft = await aDraft(office, { words: { title: 'Judul rahasia' } });
  const { editionId } = draft;
  const anchor = { place: 'title', quote: 'rahasia', prefix: 'Judul ', suffix: '' } as const;
  await comment(office.editor, { editionId, text: 'Mengapa rahasia?', mentions: [], anchor });
  await suggest(office.editor, { editionId, anchor, replacement: 'sangat rahasia', note: '' });
  await discard(office.contributor, draft);
  passed = 31 * day;
  await purgeDiscarded();
  const said = await conversationForActor(office.contributor, editionId);
  expect(said).toMatchObject({ threads: [{ text: '', quote: '' }], mayRemark: false });
  expect(JSON.stringify(said)).not.toContain('rahasia');
});

test('a second round finds nothing to do', async () => {
  const office = await anOffice();
  const { articleId } = await discard(office.contributor, await aDraft(office));
  passed = 31 * day;
  await purgeDiscarded();
  await purgeDiscarded();
  const { events } = await articleHistory(office.auditor, articleId);
  expect(events.filter(({ verb }) => verb === 'purge')).toHaveLength(1);
});

test('a photo of a purged draft, also one taken out again, goes with all its files; its row says so', async () => {
  const office = await anOffice();
  const [shown, takenOut] = [
    await aReadyPhoto(office.contributor, office, 1),
    await aReadyPhoto(office.contributor, office, 2),
  ];
  const draft = await aDraft(office, { words: withPhotos(office, shown, takenOut) });
  // A new version of the words is kept after ten minutes.
  passed = 11 * 60_000;
  await type(office.contributor, draft.editionId, readyWords(office, withPhotos(office, shown)));
  await discard(office.contributor, await editionTarget(draft));
  expect((await storedFiles()).length).toBeGreaterThan(10);
  passed = 31 * day;
  await purgeDiscarded();
  expect((await askedToPurge()).sort()).toEqual([shown.assetId, takenOut.assetId].sort());
  for (const assetId of await askedToPurge()) await purgePhoto(assetId);

  expect(await storedFiles()).toEqual([]);
  expect(await database().select().from(renditions).where(eq(renditions.assetId, shown.assetId))).toEqual([]);
  expect(await assetRow(shown)).toMatchObject({
    hash: shown.hash,
    state: 'failed',
    failure: expect.stringContaining('dihapus'),
  });
  // Sent again, it is a photo again.
  expect((await aReadyPhoto(office.contributor, office, 1)).assetId).not.toBe(shown.assetId);
});

test('a photo that stands in another draft, or was ever public, stays', async () => {
  const office = await anOffice();
  const [shared, published] = [
    await aReadyPhoto(office.contributor, office, 3),
    await aReadyPhoto(office.contributor, office, 4),
  ];
  const draft = await aDraft(office, { words: withPhotos(office, shared, published) });
  await aDraft(office, { words: withPhotos(office, shared) });
  await aPublishedArticle(office, { words: withPhotos(office, published) });
  await discard(office.contributor, draft);
  passed = 31 * day;
  await purgeDiscarded();
  for (const photo of [shared, published]) await purgePhoto(photo.assetId);
  expect(await assetRow(shared)).toMatchObject({ state: 'ready' });
  expect(await assetRow(published)).toMatchObject({ state: 'ready' });
});

test('files that another photo shares stay, also while somebody sends them just now', async () => {
  const office = await anOffice();
  const photo = await aReadyPhoto(office.contributor, office, 5);
  const same = await aReadyPhoto(office.colleague, office, 5);
  expect(same.assetId).not.toBe(photo.assetId);
  const before = await storedFiles();
  passed = 31 * day;
  await purgePhoto(photo.assetId);
  expect(await storedFiles()).toEqual(before);
  passed = 0;
  await purgePhoto(same.assetId);
  expect(await storedFiles()).toEqual(before);
});

async function aReadyPhoto(by: Actor, { agencyId }: Office, seed: number): Promise<Ingested> {
  const bytes = await (await aPhoto(320 + seed, 240)).jpeg().toBuffer();
  const known = photos.get(seed) ?? bytes;
  photos.set(seed, known);
  const body = (async function* () {
    yield known;
  })();
  const photo = await ingestPhoto(by, { agencyId, fileName: `foto-${seed}.jpg`, declaredLength: known.length, body });
  await makeRenditions(photo.assetId);
  return photo;
}

/** Bytes by seed: the pictures are drawn with noise, and the same photo must be the same bytes. */
const photos = new Map<number, Buffer>();

function withPhotos(office: Office, ...shown: readonly { assetId: AssetId; hash: string }[]) {
  return readyWords(office, { body: { type: 'doc', content: shown.map(figureOf) } });
}

async function editionTarget({ editionId }: { editionId: Parameters<typeof editionRow>[0] }) {
  return { editionId, version: (await editionRow(editionId)).version };
}

async function assetRow({ assetId }: { assetId: AssetId }) {
  const [row] = await database().select().from(assets).where(eq(assets.id, assetId));
  return row;
}

async function storedFiles(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of mediaStorage().list()) keys.push(key);
  return keys.sort();
}

async function askedToPurge(): Promise<AssetId[]> {
  const rows = await database().execute(sql`
    select job.payload->>'assetId' as id from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'purge_photo'`);
  return rows.map((row) => anyAssetId.parse(row.id));
}
