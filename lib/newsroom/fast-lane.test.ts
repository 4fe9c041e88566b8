import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import type { EditionId } from '#lib/ids.ts';
import { testClock } from '#lib/testing/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aFastLaneArticle, anOffice, aPublishedArticle, editionRow, withRole } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { myDesk } from './desk.ts';
import { reviewStanding } from './fast-lane-shapes.ts';
import { fastLaneUses } from './fast-lane-uses.ts';
import { archive, restore, retract, reviewRetraction, secondReview, unarchive } from './publishing.ts';
import { remindReviews } from './review-reminders.ts';
import { weeklyFastLane } from './weekly-fast-lane.ts';

testDatabase();

const reason = 'Angka korban ternyata keliru.';
const noon = Date.parse('2026-11-02T04:00:00Z');
const setClock = testClock();
const at = (minutes: number) => setClock(new Date(noon + minutes * 60_000));
const told = async (editionId: EditionId) =>
  (
    await database()
      .select({ verb: events.verb })
      .from(events)
      .where(
        and(
          eq(events.editionId, editionId),
          inArray(events.verb, [
            'remind_second_review',
            'second_review_overdue',
            'remind_retraction_review',
            'retraction_review_overdue',
          ]),
        ),
      )
      .orderBy(events.seq)
  ).map((event) => event.verb);

describe('a second review that is owed', () => {
  test('is reminded of half an hour before, and told of when it is overdue, each once', async () => {
    at(0);
    const { editionId } = await aFastLaneArticle(await anOffice());
    for (const [minutes, verbs] of [
      [89, []],
      [90, ['remind_second_review']],
      [91, ['remind_second_review']],
      [119, ['remind_second_review']],
      [120, ['remind_second_review', 'second_review_overdue']],
      [600, ['remind_second_review', 'second_review_overdue']],
    ] as const) {
      at(minutes);
      await Promise.all([remindReviews(), remindReviews()]);
      expect(await told(editionId), `after ${minutes} minutes`).toEqual(verbs);
    }
  });

  test('is left alone once somebody has reviewed it', async () => {
    at(0);
    const office = await anOffice();
    const article = await aFastLaneArticle(office);
    await secondReview(office.otherEditor, article);
    at(130);
    await remindReviews();
    expect(await told(article.editionId)).toEqual([]);
  });

  test('is told of as overdue alone when nothing ran before', async () => {
    at(0);
    const { editionId } = await aFastLaneArticle(await anOffice());
    at(200);
    await remindReviews();
    expect(await told(editionId)).toEqual(['second_review_overdue']);
  });
});

describe('a retraction', () => {
  test('by an editor waits for a managing editor, who is reminded and lets it stand', async () => {
    at(0);
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const gone = await retract(office.editor, { ...live, reason, hidesTitle: false });
    expect((await myDesk(office.managingEditor)).waitingForMe.map((row) => row.editionId)).toContain(live.editionId);
    expect((await myDesk(office.otherEditor)).waitingForMe).toEqual([]);
    at(95);
    await remindReviews();
    at(125);
    await remindReviews();
    expect(await told(live.editionId)).toEqual(['remind_retraction_review', 'retraction_review_overdue']);
    expect(await refusal(reviewRetraction(office.otherEditor, gone))).toBe('not_allowed');
    await reviewRetraction(office.managingEditor, gone);
    expect(await editionRow(live.editionId)).toMatchObject({ state: 'retracted', retractReviewedAt: expect.any(Date) });
    expect((await myDesk(office.managingEditor)).waitingForMe).toEqual([]);
    const { version } = await editionRow(live.editionId);
    expect(await refusal(reviewRetraction(office.managingEditor, { ...live, version }))).toBe('not_allowed');
  });

  test('by a managing editor owes nobody a look', async () => {
    at(0);
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const gone = await retract(office.managingEditor, { ...live, reason, hidesTitle: false });
    expect((await editionRow(live.editionId)).retractReviewDueAt).toBeNull();
    expect(await refusal(reviewRetraction(office.managingEditor, gone))).toBe('not_allowed');
    await restore(office.managingEditor, gone);
    expect((await editionRow(live.editionId)).state).toBe('published');
  });
});

describe('the archive', () => {
  test('takes a live article in and lets it out again, by an editor alone', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    expect(await refusal(archive(office.contributor, live))).toBe('not_allowed');
    const archived = await archive(office.editor, live);
    expect(archived.state).toBe('archived');
    expect(await refusal(archive(office.editor, archived))).toBe('conflict');
    expect((await unarchive(office.otherEditor, archived)).state).toBe('published');
  });
});

describe('the list of uses', () => {
  test('says who, why and whether the review came in time, to the desk and the auditor', async () => {
    at(0);
    const office = await anOffice();
    const inTime = await aFastLaneArticle(office);
    const late = await aFastLaneArticle(office);
    const open = await aFastLaneArticle(office);
    at(60);
    await secondReview(office.otherEditor, inTime);
    at(180);
    await secondReview(office.managingEditor, late);
    const [from, until] = [new Date(noon - 60_000), new Date(noon + 60_000)];
    const uses = await fastLaneUses(office.managingEditor, from, until);
    const standings = new Map(uses.map((use) => [use.editionId, reviewStanding(use, new Date(noon + 180 * 60_000))]));
    expect([inTime, late, open].map(({ editionId }) => standings.get(editionId))).toEqual(['in_time', 'late', 'late']);
    expect(uses.find((use) => use.editionId === inTime.editionId)).toMatchObject({
      by: 'Eko Redaktur',
      reason: 'immediate_information',
      explanation: 'Warga perlu tahu malam ini juga.',
      reviewedBy: 'Endah Redaktur',
    });
    expect((await fastLaneUses(office.auditor, from, until)).length).toBe(3);
    expect(await fastLaneUses(office.contributor, from, until)).toEqual([]);
    expect(await fastLaneUses((await anOffice()).managingEditor, from, until)).toEqual([]);
    expect(await fastLaneUses(office.editor, until, new Date(noon + 600_000))).toEqual([]);
    expect(await fastLaneUses(await withRole(office.contributor, 'auditor', office), from, until)).toHaveLength(3);
  });

  test('is counted once a week for each portal', async () => {
    at(0);
    const office = await anOffice();
    await aFastLaneArticle(office);
    setClock('2026-11-09T00:00:30Z');
    await Promise.all([weeklyFastLane(), weeklyFastLane()]);
    setClock('2026-11-09T00:03:00Z');
    await weeklyFastLane();
    const rows = await database()
      .select({ detail: events.detail })
      .from(events)
      .where(and(eq(events.portalId, office.portalId), eq(events.verb, 'weekly_fast_lane')));
    expect(rows).toEqual([
      { detail: { from: '2026-11-02T00:00:00.000Z', until: '2026-11-09T00:00:00.000Z', uses: 1, late: 1, open: 0 } },
    ]);
  });
});
