import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import type { EditionId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aScheduledArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { saveWords } from './drafting.ts';
import { approve, claim, confirm, publish, publishNow, retract, startEdition, submit } from './publishing.ts';
import { schedule, unschedule } from './scheduling.ts';

testDatabase();

const minute = 60_000;
const soon = () => new Date(Date.now() + 30 * minute);
let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const approved = async (words = {}) => {
  const editing = await anArticleInEditing(office, { words });
  return approve(office.editor, { ...editing, outcome: 'wait' });
};
const toldOf = async (editionId: EditionId) => {
  const rows = await database().select().from(events).where(eq(events.editionId, editionId)).orderBy(events.seq);
  return rows.map(({ verb, actorId, detail }) => ({ verb, actorId, detail }));
};

test('an approved edition is scheduled with the words two people signed, then moved, then taken off', async () => {
  const { editionId, ...rest } = await approved();
  const first = soon();
  const scheduled = await schedule(office.editor, { ...rest, editionId, scheduledFor: first });
  const row = await editionRow(editionId);
  expect(row).toMatchObject({ state: 'scheduled', scheduledFor: first, scheduledBy: office.editor.userId });
  expect(row.scheduledHash).toMatch(/^[0-9a-f]{64}$/);

  const later = new Date(first.getTime() + 10 * minute);
  const moved = await schedule(office.otherEditor, { ...scheduled, scheduledFor: later });
  expect(await editionRow(editionId)).toMatchObject({ scheduledFor: later, scheduledHash: row.scheduledHash });
  await unschedule(office.editor, moved);
  expect(await editionRow(editionId)).toMatchObject({
    ...{ state: 'approved', approvalOutcome: 'wait', scheduledFor: null, scheduledHash: null },
  });
  expect((await toldOf(editionId)).slice(-3)).toMatchObject([
    { verb: 'schedule', detail: { scheduledFor: first.toISOString() } },
    { verb: 'schedule', detail: { scheduledFor: later.toISOString(), formerly: first.toISOString() } },
    { verb: 'unschedule', actorId: office.editor.userId },
  ]);
});

describe('approving for a time', () => {
  test('schedules at once when two signatures hold', async () => {
    const at = soon();
    const { editionId } = await aScheduledArticle(office, at);
    expect(await editionRow(editionId)).toMatchObject({
      ...{ state: 'scheduled', scheduledFor: at, approvalOutcome: 'schedule', scheduledBy: office.editor.userId },
    });
  });

  test('waits for the second signature, which schedules, also when the time has passed meanwhile', async () => {
    const editing = await anArticleInEditing(office);
    const version = await type(office.editor, editing.editionId, readyWords(office, { title: 'Judul lain' }));
    const at = soon();
    const asked = { ...editing, version, outcome: 'schedule' as const, scheduledFor: at };
    const waiting = await approve(office.editor, asked);
    expect(waiting.state).toBe('approved');
    const putBack = useClock(() => new Date(at.getTime() + minute));
    try {
      expect((await confirm(office.contributor, waiting)).state).toBe('scheduled');
    } finally {
      putBack();
    }
    expect((await editionRow(editing.editionId)).scheduledFor).toEqual(at);
  });

  test('refuses a time that has passed and signs nothing', async () => {
    const editing = await anArticleInEditing(office);
    const asked = { ...editing, outcome: 'schedule' as const, scheduledFor: new Date(Date.now() - minute) };
    expect(await issueCodes(approve(office.editor, asked))).toEqual(['schedule_past']);
    expect((await editionRow(editing.editionId)).state).toBe('in_editing');
  });
});

describe('refused', () => {
  test.each(['contributor', 'verifier', 'leader', 'auditor'] as const)('to a %s', async (who) => {
    const { editionId, version } = await approved();
    expect(await refusal(schedule(office[who], { editionId, version, scheduledFor: soon() }))).toBe('not_allowed');
    const scheduled = await schedule(office.editor, { editionId, version, scheduledFor: soon() });
    expect(await refusal(unschedule(office[who], scheduled))).toBe('not_allowed');
  });

  test('before two people have signed these very words', async () => {
    const editing = await anArticleInEditing(office);
    const version = await type(office.editor, editing.editionId, readyWords(office, { title: 'Judul lain' }));
    const half = await approve(office.editor, { ...editing, version, outcome: 'wait' });
    expect(await refusal(schedule(office.otherEditor, { ...half, scheduledFor: soon() }))).toBe('not_allowed');
  });

  test('upon a version that somebody has changed meanwhile', async () => {
    const { editionId, version } = await approved();
    const seen = { editionId, version };
    await schedule(office.editor, { ...seen, scheduledFor: soon() });
    expect(await refusal(schedule(office.otherEditor, { ...seen, scheduledFor: soon() }))).toBe('conflict');
  });

  test('to anybody who would write while the words are frozen', async () => {
    const { editionId, version } = await aScheduledArticle(office, soon());
    const words = readyWords(office, { title: 'Diam-diam' });
    const save = (by: Actor) => saveWords(by, { editionId, baseVersion: version, saveId: randomUUID(), words });
    expect((await save(office.contributor)).outcome).toBe('stranded');
    expect(await refusal(save(office.managingEditor))).toBe('not_allowed');
    expect((await editionRow(editionId)).title).not.toBe('Diam-diam');
    expect(await refusal(claim(office.otherEditor, { editionId, version }))).toBe('conflict');
  });
});

test('the fast lane passes by the schedule and forgets it', async () => {
  const scheduled = await aScheduledArticle(office, soon());
  const reason = 'Warga perlu tahu sekarang juga.';
  const done = await publishNow(office.otherEditor, { ...scheduled, fastLaneReason: 'disaster', reason });
  expect(await editionRow(done.editionId)).toMatchObject({ state: 'published', scheduledFor: null });
});

describe('retracting an article whose next edition is on its way', () => {
  const reason = 'Angkanya keliru dan merugikan orang.';
  const nextOf = async () => {
    const live = await aPublishedArticle(office);
    const { version } = await editionRow(live.editionId);
    const begun = await startEdition(office.contributor, {
      ...{ editionId: live.editionId, version, changeType: 'minor', publicNote: '' },
    });
    const claimed = await claim(office.editor, await submit(office.contributor, begun));
    return { live, claimed };
  };

  test('takes that edition off the schedule: it does not come back by itself', async () => {
    const { live, claimed } = await nextOf();
    const next = await approve(office.editor, { ...claimed, outcome: 'schedule', scheduledFor: soon() });
    const { version } = await editionRow(live.editionId);
    await retract(office.otherEditor, { editionId: live.editionId, version, reason, hidesTitle: false });
    expect(await editionRow(next.editionId)).toMatchObject({ state: 'approved', approvalOutcome: 'wait' });
    expect((await toldOf(live.editionId)).at(-1)).toMatchObject({ verb: 'retract', detail: { heldEdition: 2 } });
    expect((await toldOf(next.editionId)).at(-1)).toMatchObject({ verb: 'unschedule', actorId: null });
    const { version: held } = await editionRow(next.editionId);
    expect((await publish(office.editor, { editionId: next.editionId, version: held })).state).toBe('published');
  });

  test('keeps what was approved for publication waiting for a person', async () => {
    const { live, claimed } = await nextOf();
    const version = await type(office.editor, claimed.editionId, readyWords(office, { title: 'Judul lain' }));
    await approve(office.editor, { ...claimed, version, outcome: 'publish' });
    const { version: seen } = await editionRow(live.editionId);
    await retract(office.otherEditor, { editionId: live.editionId, version: seen, reason, hidesTitle: false });
    const held = await editionRow(claimed.editionId);
    expect(held.approvalOutcome).toBe('wait');
    const confirmed = await confirm(office.contributor, { editionId: held.id, version: held.version });
    expect(confirmed.state).toBe('approved');
  });
});
