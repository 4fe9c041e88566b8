import { eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { agencies, articles, assets, editions, events, signatures } from '#db/schema/index.ts';
import { suspend } from '#lib/accounts/suspension.ts';
import { useClock } from '#lib/clock.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { EditionId } from '#lib/ids.ts';
import { openAlarms } from '#lib/record/alarms.ts';
import { verifyChain } from '#lib/record/events.ts';
import { generations } from '#lib/record/generation.ts';
import { emptyDocument } from '#lib/richtext/document.ts';
import { anAssetRow, coverOf } from '#lib/testing/asset-rows.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, aScheduledArticle, editionRow, type Office } from '#lib/testing/newsroom.ts';
import { verbsOf } from '#lib/testing/recorded-verbs.ts';
import { dueAtOnce, heedSchedule, publishDue } from './due.ts';
import { lockArticle, readEdition } from './edition-record.ts';
import { checkLive } from './live-check.ts';
import { publicationPlan } from './publication-plan.ts';
import { approve, claim, retract, startEdition, submit } from './publishing.ts';
import { schedule, unschedule } from './scheduling.ts';

const { url } = testDatabase();

const start = Date.now();
const second = 1000;
const due = new Date(start + 600 * second);
let office: Office;
beforeEach(async () => {
  // What a former test left on the schedule is not this one's.
  await database().update(editions).set({ state: 'discarded' }).where(eq(editions.state, 'scheduled'));
  office = await anOffice();
});

/** Lets the system look at its schedule so many seconds after the time. */
async function lookAt<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  const putBack = useClock(() => new Date(due.getTime() + seconds * second));
  try {
    return await work();
  } finally {
    putBack();
  }
}
const alarmsHere = async () => (await openAlarms(office.editor)).map(({ subject, text }) => ({ subject, text }));

describe('what is due', () => {
  test('goes out at its time, not before, by the system, once', async () => {
    const { editionId } = await aScheduledArticle(office, due);
    expect(await lookAt(-1, publishDue)).toEqual({ published: 0, failed: 0 });
    expect((await editionRow(editionId)).state).toBe('scheduled');
    expect(await lookAt(0, publishDue)).toEqual({ published: 1, failed: 0 });
    expect(await lookAt(1, publishDue)).toEqual({ published: 0, failed: 0 });
    expect(await editionRow(editionId)).toMatchObject({ state: 'published', publishedAt: due });
    const [event] = await database().select().from(events).where(eq(events.verb, 'publish_due'));
    expect(event).toMatchObject({ actorId: null, fromState: 'scheduled', toState: 'published' });
  });

  test('goes out once when several processes look at the same moment, readers being renewed for all of it together', async () => {
    const ids: EditionId[] = [];
    for (let count = 0; count < 8; count += 1) ids.push((await aScheduledArticle(office, due)).editionId);
    const before = (await generations(database())).get(office.portalId) ?? 0;
    const looks = await lookAt(2, () => Promise.all([publishDue(), publishDue(), publishDue(), publishDue()]));
    expect(looks.reduce((sum, one) => sum + one.published, 0)).toBe(8);
    const told = await database().select().from(events).where(inArray(events.editionId, ids));
    expect(told.filter(({ verb }) => verb === 'publish_due')).toHaveLength(8);
    expect((await generations(database())).get(office.portalId)).toBeLessThanOrEqual(before + 4);
    expect((await checkLive()).findings).toEqual([]);
    expect((await verifyChain(database())).brokenAt).toBeNull();
  });

  test('waits for nobody who holds another article; what is held goes out at the next look', async () => {
    const held = await aScheduledArticle(office, due);
    const free = await aScheduledArticle(office, due);
    await transaction(async (tx) => {
      await lockArticle(tx, held.editionId);
      expect(await lookAt(0, publishDue)).toEqual({ published: 1, failed: 0 });
    });
    expect((await editionRow(free.editionId)).state).toBe('published');
    expect(await lookAt(1, publishDue)).toEqual({ published: 1, failed: 0 });
    expect(await editionRow(held.editionId)).toMatchObject({ state: 'published', scheduleAttempts: 0 });
  });

  test('does not go out when somebody takes it off at that moment, or does and then cannot be taken off', async () => {
    for (let round = 0; round < 4; round += 1) {
      const scheduled = await aScheduledArticle(office, due);
      const codeOf = (error: unknown) => domainErrorCode(error) ?? 'bug';
      const [, taken] = await lookAt(0, () =>
        Promise.all([publishDue(), unschedule(office.editor, scheduled).then(() => 'done', codeOf)]),
      );
      const { state } = await editionRow(scheduled.editionId);
      expect([
        ['approved', 'done'],
        ['published', 'conflict'],
        ['scheduled', 'conflict'],
      ]).toContainEqual([state, taken]);
    }
  });

  test('a retraction at the same moment ends with the article down or with the new edition up, never with both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const live = await aPublishedArticle(office);
      const { version } = await editionRow(live.editionId);
      const begun = await startEdition(office.contributor, {
        ...{ editionId: live.editionId, version, changeType: 'minor', publicNote: '' },
      });
      const claimed = await claim(office.editor, await submit(office.contributor, begun));
      await approve(office.editor, { ...claimed, outcome: 'schedule', scheduledFor: due });
      const seen = { editionId: live.editionId, version: (await editionRow(live.editionId)).version };
      const reason = 'Angkanya keliru dan merugikan orang.';
      const codeOf = (error: unknown) => domainErrorCode(error) ?? 'bug';
      const [, answer] = await lookAt(0, () =>
        Promise.all([
          publishDue(),
          retract(office.otherEditor, { ...seen, reason, hidesTitle: false }).then(() => 'done', codeOf),
        ]),
      );
      const states = [(await editionRow(live.editionId)).state, (await editionRow(begun.editionId)).state];
      expect([
        ['done', 'retracted', 'approved'],
        ['conflict', 'superseded', 'published'],
      ]).toContainEqual([answer, ...states]);
      expect((await checkLive()).findings).toEqual([]);
    }
  });
});

describe('what cannot go out', () => {
  const photoOf = async () => {
    const photo = await anAssetRow(office, office.contributor);
    return { photo, words: { cover: coverOf(photo) } };
  };
  const set = (id: EditionId, changes: Partial<typeof editions.$inferInsert>) =>
    database().update(editions).set(changes).where(eq(editions.id, id));

  type Case = { name: string; says: string; break: (id: EditionId, photo: string) => Promise<unknown> };
  const asset = (id: string, changes: Partial<typeof assets.$inferInsert>) =>
    database().update(assets).set(changes).where(eq(assets.hash, id));

  test.each<Case>([
    {
      name: 'a photo that failed',
      says: 'foto',
      break: (_, photo) => asset(photo, { state: 'failed', failure: 'Berkas rusak.' }),
    },
    {
      name: 'a withdrawn photo',
      says: 'ditarik',
      break: (_, photo) => asset(photo, { withdrawnAt: new Date(), withdrawReason: 'Izin dicabut.' }),
    },
    {
      name: 'words that were changed behind our back',
      says: 'tidak sama lagi',
      break: (id) => set(id, { title: 'Judul dari belakang' }),
    },
    {
      name: 'a signature that fell away',
      says: 'dua orang',
      break: (id) => behindOurBack(url(), 'delete from signatures where edition_id = $1 and act = $2', [id, 'submit']),
    },
    {
      name: 'a section that is gone',
      says: 'kanal',
      break: (id) => set(id, { sectionId: null }),
    },
    {
      name: 'a hash other than the one two people signed',
      says: 'tidak sama lagi',
      break: (id) => set(id, { scheduledHash: '0'.repeat(64) }),
    },
    {
      name: 'an embargo that was moved behind our back',
      says: 'embargo',
      break: (id) => set(id, { embargoUntil: new Date(due.getTime() + 3_600_000) }),
    },
  ])(
    '$name keeps it scheduled, says why on the desk, and is an alarm after a minute',
    async ({ says, break: breakIt }) => {
      const { photo, words } = await photoOf();
      const { editionId } = await aScheduledArticle(office, due, { words });
      await breakIt(editionId, photo.hash);
      expect(await lookAt(0, publishDue)).toEqual({ published: 0, failed: 1 });
      const row = await editionRow(editionId);
      expect(row).toMatchObject({ state: 'scheduled', scheduleAttempts: 1, scheduleFailedAt: due });
      expect(row.scheduleFailure?.toLowerCase()).toContain(says);
      expect((await verbsOf(editionId)).at(-1)).toBe('schedule_failed');
      const record = await readEdition(database(), editionId);
      const plan = record && (await publicationPlan(record));
      expect(plan?.failure).toEqual({ text: row.scheduleFailure, since: due, attempts: 1 });
      await lookAt(59, heedSchedule);
      expect(await alarmsHere()).toEqual([]);
      await lookAt(60, heedSchedule);
      expect(await alarmsHere()).toEqual([{ subject: editionId, text: row.scheduleFailure }]);
    },
  );

  test('the signature of somebody suspended for abuse carries nothing', async () => {
    const { editionId } = await aScheduledArticle(office, due);
    const { userId } = office.contributor;
    const reason = 'Akun dipakai orang lain untuk mengajukan berita palsu.';
    await suspend(office.admin, { userId, version: 1, reason, forAbuse: true });
    await lookAt(0, publishDue);
    expect((await editionRow(editionId)).scheduleFailure).toContain('dua orang');
    expect(await database().select().from(signatures).where(eq(signatures.editionId, editionId))).toHaveLength(2);
  });

  test('is never exempt information: not even the table lets it stand on the schedule', async () => {
    const { editionId } = await aScheduledArticle(office, due);
    await expect(set(editionId, { infoClass: 'exempt' })).rejects.toThrow();
    expect(await lookAt(0, publishDue)).toEqual({ published: 1, failed: 0 });
  });

  test('waits for nobody’s agency to be open: what two people signed goes out', async () => {
    const { editionId } = await aScheduledArticle(office, due);
    await database().update(agencies).set({ isActive: false }).where(eq(agencies.id, office.agencyId));
    expect(await lookAt(0, publishDue)).toEqual({ published: 1, failed: 0 });
    expect((await editionRow(editionId)).state).toBe('published');
  });

  test('takes nothing else along', async () => {
    const { photo, words } = await photoOf();
    const bad = await aScheduledArticle(office, due, { words });
    const good = await aScheduledArticle(office, due);
    await asset(photo.hash, { state: 'failed' });
    expect(await lookAt(0, publishDue)).toEqual({ published: 1, failed: 1 });
    expect((await editionRow(good.editionId)).state).toBe('published');
    expect((await editionRow(bad.editionId)).state).toBe('scheduled');
  });

  test('is tried again, ever less often, told once per reason, and goes out when the reason has gone', async () => {
    const { photo, words } = await photoOf();
    const { editionId } = await aScheduledArticle(office, due, { words });
    await asset(photo.hash, { state: 'failed', failure: 'Berkas rusak.' });
    const tries = async (seconds: number) => (await lookAt(seconds, publishDue)).failed;
    expect([await tries(0), await tries(4), await tries(5), await tries(19), await tries(20)]).toEqual([1, 0, 1, 0, 1]);
    expect((await verbsOf(editionId)).filter((verb) => verb === 'schedule_failed')).toHaveLength(1);
    await asset(photo.hash, { state: 'ready' });
    expect(await lookAt(45, publishDue)).toEqual({ published: 1, failed: 0 });
    expect(await editionRow(editionId)).toMatchObject({ scheduleFailure: null, scheduleAttempts: 0 });
  });

  test('goes out so many at a look, and the rest at the next', async () => {
    const { portalId, agencyId, contributor } = office;
    const createdBy = contributor.userId;
    const begun = await database()
      .insert(articles)
      .values(Array.from({ length: dueAtOnce + 1 }, () => ({ portalId, agencyId, createdBy })))
      .returning({ articleId: articles.id });
    // Nobody signed these: each look fails for as many as it takes.
    await database()
      .insert(editions)
      .values(
        begun.map(({ articleId }) => ({
          ...{ articleId, number: 1, body: emptyDocument(), createdBy, scheduledFor: due },
          state: 'scheduled' as const,
        })),
      );
    expect(await lookAt(0, publishDue)).toEqual({ published: 0, failed: dueAtOnce });
    expect(await lookAt(0, publishDue)).toEqual({ published: 0, failed: 1 });
  });

  test('becomes an alarm after a minute, which ends by itself when it has gone out', async () => {
    const { photo, words } = await photoOf();
    const { editionId } = await aScheduledArticle(office, due, { words });
    await asset(photo.hash, { state: 'failed', failure: 'Berkas rusak.' });
    const look = async () => {
      await publishDue();
      await heedSchedule();
    };
    await lookAt(59, look);
    expect(await alarmsHere()).toEqual([]);
    await lookAt(61, look);
    await lookAt(65, look);
    expect(await alarmsHere()).toEqual([{ subject: editionId, text: expect.stringMatching(/foto/i) }]);
    await asset(photo.hash, { state: 'ready' });
    await lookAt(120, look);
    expect((await editionRow(editionId)).state).toBe('published');
    expect(await alarmsHere()).toEqual([]);
    const told = await database().select().from(events).where(eq(events.editionId, editionId)).orderBy(events.seq);
    expect(told.map(({ verb }) => verb).slice(-4)).toEqual([
      'schedule_failed',
      'raise_alarm',
      'publish_due',
      'settle_alarm',
    ]);
  });

  test('stops being an alarm when people choose another time', async () => {
    const scheduled = await aScheduledArticle(office, due);
    await lookAt(61, heedSchedule);
    expect(await alarmsHere()).toHaveLength(1);
    const later = new Date(due.getTime() + 3_600_000);
    await lookAt(62, () => schedule(office.editor, { ...scheduled, scheduledFor: later }));
    await lookAt(63, heedSchedule);
    expect(await alarmsHere()).toEqual([]);
  });
});

test.each([
  ['midnight in WITA', '2027-01-31T16:00:00Z'],
  ['midnight in WIB', '2027-01-31T17:00:00Z'],
  ['a leap day', '2028-02-29T00:00:00Z'],
  ['the turn of the year', '2026-12-31T16:00:00Z'],
])('the moment is the same whatever the zone: %s', async (_, moment) => {
  const at = new Date(moment);
  const putBack = useClock(() => new Date(at.getTime() - 86_400_000));
  const { editionId } = await aScheduledArticle(office, at).finally(putBack);
  const before = useClock(() => new Date(at.getTime() - 1));
  expect((await publishDue().finally(before)).published).toBe(0);
  const then = useClock(() => at);
  await publishDue().finally(then);
  expect((await editionRow(editionId)).publishedAt).toEqual(at);
  // A clock that is set back publishes nothing a second time.
  const back = useClock(() => new Date(at.getTime() - 7_200_000));
  expect((await publishDue().finally(back)).published).toBe(0);
  expect((await verbsOf(editionId)).filter((verb) => verb === 'publish_due')).toHaveLength(1);
});
