import { and, eq, inArray, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { decisionNotes, editions, events } from '#db/schema/index.ts';
import { statesInLog, verifyChain } from '#lib/record/events.ts';
import { reportQueryOf } from '#lib/reports/report-query.ts';
import { reports } from '#lib/reports/reports.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { type DeskPast, fillDeskPast } from './desk-past.ts';
import { fillDesk } from './desk-rows.ts';

const db = testDatabase();
let office: Office;
let filled: DeskPast;

beforeAll(async () => {
  expect(db.url()).toContain('uji_');
  office = await anOffice();
  await aPublishedArticle(office);
  await fillDesk({ open: 60, closed: 400 });
  filled = await fillDeskPast();
});

test('the chain holds, and the log leads each edition to the state it is in', async () => {
  expect((await verifyChain(database())).brokenAt).toBeNull();
  const rows = await database().select({ id: editions.id, state: editions.state }).from(editions);
  const states = await statesInLog(
    database(),
    rows.map(({ id }) => id),
  );
  expect(rows.filter(({ id, state }) => states.get(id) !== state)).toEqual([]);
  expect(await database().$count(events)).toBeGreaterThan(filled.events);
});

test('what was returned or rejected has its note, and a second filling adds nothing', async () => {
  const verbs = ['return', 'reject'];
  expect(await database().$count(decisionNotes)).toBe(filled.notes);
  expect(await database().$count(events, inArray(events.verb, verbs))).toBe(filled.notes);
  expect(await fillDeskPast()).toEqual({ events: 0, notes: 0 });
});

test('reports count it as they count what people did', async () => {
  const { flow, fastLane } = await reports(office.editor, reportQueryOf({ kurun: 'tahun-ini' }));
  const published = await database().$count(
    events,
    and(
      inArray(events.verb, ['publish', 'publish_now']),
      sql`${events.at} >= date_trunc('year', now() at time zone 'Asia/Makassar') at time zone 'Asia/Makassar'`,
      eq(events.portalId, office.portalId),
    ),
  );
  expect(flow.total.published).toBe(published);
  expect(fastLane.total).toBeGreaterThanOrEqual(0);
});
