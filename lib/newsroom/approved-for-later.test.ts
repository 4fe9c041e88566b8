import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets, editions } from '#db/schema/index.ts';
import type { EditionId } from '#lib/ids.ts';
import { anAssetRow, coverOf } from '#lib/testing/asset-rows.ts';
import { testClock } from '#lib/testing/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleInEditing,
  anOffice,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { verbsOf } from '#lib/testing/recorded-verbs.ts';
import { issueCodes } from '#lib/testing/refusals.ts';
import { publishDue } from './due.ts';
import { approve, claim, confirm, publish, returnEdition, submit } from './publishing.ts';
import { unschedule } from './scheduling.ts';

testDatabase();
const setClock = testClock();

const due = new Date(Date.now() + 600_000);
let office: Office;
beforeEach(async () => {
  // What a former test left on the schedule is not this one's.
  await database().update(editions).set({ state: 'discarded' }).where(eq(editions.state, 'scheduled'));
  office = await anOffice();
});

/** Does something so many seconds after the time; the clock stays there. */
function at<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  setClock(new Date(due.getTime() + seconds * 1000));
  return work();
}

const lastVerbOf = async (id: EditionId) => (await verbsOf(id)).at(-1);

describe('what was approved to be published under embargo', () => {
  const embargoed = { words: { details: { embargoUntil: due.toISOString() } } };

  test('stands on the schedule for its end and goes out then, by the same rows as all that is due', async () => {
    const editing = await anArticleInEditing(office, embargoed);
    const approved = await approve(office.editor, { ...editing, outcome: 'publish' });
    expect(await editionRow(approved.editionId)).toMatchObject({
      ...{ state: 'scheduled', scheduledFor: due, scheduledBy: office.editor.userId },
    });
    expect(await at(-1, publishDue)).toEqual({ published: 0, failed: 0 });
    expect(await at(0, publishDue)).toEqual({ published: 1, failed: 0 });
  });

  test('does so once the second signature has come, and at once when that comes after the end', async () => {
    const ends: string[] = [];
    for (const seconds of [-1, 1]) {
      const editing = await anArticleInEditing(office, embargoed);
      const words = readyWords(office, { ...embargoed.words, title: 'Puskesmas buka imunisasi tiap Sabtu' });
      const version = await type(office.editor, editing.editionId, words);
      const waiting = await approve(office.editor, { ...editing, version, outcome: 'publish' });
      ends.push(waiting.state, (await at(seconds, () => confirm(office.contributor, waiting))).state);
    }
    expect(ends).toEqual(['approved', 'scheduled', 'approved', 'published']);
  });
});

describe('what was approved to be published while its photos are still being made', () => {
  async function approvedWithPhoto() {
    const photo = await anAssetRow(office, office.contributor, { state: 'processing' });
    const draft = await aDraft(office, { words: { cover: coverOf(photo) } });
    const claimed = await claim(office.editor, await submit(office.contributor, draft));
    return { photo, approved: await at(0, () => approve(office.editor, { ...claimed, outcome: 'publish' })) };
  }

  test('publication waits for them on the schedule and follows by itself', async () => {
    const { photo, approved } = await approvedWithPhoto();
    expect(await at(0, publishDue)).toEqual({ published: 0, failed: 1 });
    expect((await editionRow(approved.editionId)).scheduleFailure).toContain('masih diolah');
    expect(await lastVerbOf(approved.editionId)).toBe('schedule');
    await database().update(assets).set({ state: 'ready' }).where(eq(assets.id, photo.assetId));
    expect(await at(5, publishDue)).toEqual({ published: 1, failed: 0 });
    expect((await editionRow(approved.editionId)).state).toBe('published');
  });

  test('the desk is called when they take a minute', async () => {
    const { approved } = await approvedWithPhoto();
    await at(0, publishDue);
    await at(59, publishDue);
    expect(await lastVerbOf(approved.editionId)).toBe('schedule');
    await at(120, publishDue);
    expect(await lastVerbOf(approved.editionId)).toBe('schedule_failed');
    expect((await editionRow(approved.editionId)).scheduleFailure).toContain('lebih lama daripada biasanya');
  });

  test('a failed one is named and blocks, until it is taken out', async () => {
    const { photo, approved } = await approvedWithPhoto();
    await database().update(assets).set({ state: 'failed' }).where(eq(assets.id, photo.assetId));
    const taken = await unschedule(office.editor, approved);
    expect(await issueCodes(publish(office.editor, taken))).toEqual(['photo_failed']);
    expect((await claim(office.editor, taken)).state).toBe('in_editing');
  });

  test('somebody who took the article back is not overruled', async () => {
    const { photo, approved } = await approvedWithPhoto();
    const taken = await unschedule(office.editor, approved);
    await returnEdition(office.editor, { ...taken, reasonCode: 'language', note: 'Masih perlu disunting.' });
    await database().update(assets).set({ state: 'ready' }).where(eq(assets.id, photo.assetId));
    expect(await at(0, publishDue)).toEqual({ published: 0, failed: 0 });
    expect((await editionRow(approved.editionId)).state).toBe('returned');
  });
});
