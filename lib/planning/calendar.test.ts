import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, daysOff, editions, namedPeople } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import { approve } from '#lib/newsroom/publishing.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  anAgency,
  anArticleInEditing,
  anOffice,
  aPerson,
  aPublishedArticle,
  aScheduledArticle,
  aSubmittedArticle,
  type Office,
  readyWords,
  type as typeWords,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { editorialCalendar } from './calendar.ts';
import { type CalendarWish, calendarPath, calendarWish, shownDays, turnedDay } from './calendar-address.ts';

testDatabase();

const timeZone = 'Asia/Makassar';
// A Wednesday morning in WITA.
const noonish = new Date('2026-03-11T01:00:00Z');
const wish: CalendarWish = { form: 'bulan', on: '2026-03-11', agency: undefined, kind: undefined };

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});

async function then<T>(work: () => Promise<T>, at = noonish): Promise<T> {
  const putBack = useClock(() => at);
  try {
    return await work();
  } finally {
    putBack();
  }
}

const read = (actor: Actor, changes: Partial<CalendarWish> = {}) =>
  then(() => editorialCalendar(actor, { id: office.portalId, timeZone }, { ...wish, ...changes }));
const marksOn = async (day: string, actor: Actor = office.editor, changes: Partial<CalendarWish> = {}) => {
  const view = await read(actor, changes);
  return view.days.find((one) => one.day === day)?.items.map(({ mark, canMove }) => `${mark}${canMove ? ' !' : ''}`);
};

describe('what stands on a day', () => {
  test('is by the zone of the portal, each edition once for every reason', async () => {
    await then(() => aScheduledArticle(office, new Date('2026-03-17T16:30:00Z')));
    expect(await marksOn('2026-03-18')).toEqual(['scheduled !']);
    expect(await marksOn('2026-03-17')).toEqual([]);

    const embargo = '2026-03-20T02:00:00Z';
    const words = { details: { embargoUntil: embargo } };
    const { editionId } = await then(() => aSubmittedArticle(office, { words }));
    await database()
      .update(editions)
      .set({ dueAt: new Date('2026-03-19T04:00:00Z') })
      .where(eq(editions.id, editionId));
    expect(await marksOn('2026-03-20')).toEqual(['embargo']);
    expect(await marksOn('2026-03-19')).toEqual(['due']);
    // Scheduled for the end of its own embargo: one entry.
    await then(() => aScheduledArticle(office, new Date(embargo), { words }));
    expect(await marksOn('2026-03-20')).toEqual(['embargo', 'scheduled !']);
  });

  test('what waits for a second signature has its time already', async () => {
    await then(async () => {
      const editing = await anArticleInEditing(office);
      const version = await typeWords(office.editor, editing.editionId, readyWords(office, { title: 'Judul lain' }));
      const scheduledFor = new Date('2026-03-24T01:00:00Z');
      await approve(office.editor, { ...editing, version, outcome: 'schedule', scheduledFor });
    });
    expect(await marksOn('2026-03-24')).toEqual(['awaiting']);
  });

  test('events stand when they take place, those under way and those readers have', async () => {
    const words = {
      kind: 'agenda_event' as const,
      details: { startsAt: '2026-03-25T02:00:00Z', venue: 'Aula' },
    };
    await then(() => aSubmittedArticle(office, { words }));
    await then(() => aPublishedArticle(office, { words }));
    const view = await read(office.contributor);
    const day = view.days.find((one) => one.day === '2026-03-25');
    expect(day?.items.map(({ mark, isPublic }) => [mark, isPublic])).toEqual(
      expect.arrayContaining([
        ['event', true],
        ['event', false],
      ]),
    );
    expect(await marksOn('2026-03-25', office.contributor, { kind: 'news' })).toEqual([]);
  });

  test('publications are counted by day', async () => {
    await then(() => aPublishedArticle(office), new Date('2026-03-09T16:30:00Z'));
    await then(() => aPublishedArticle(office));
    const { days } = await read(office.contributor);
    const counted = days.filter(({ published }) => published > 0).map(({ day, published }) => [day, published]);
    expect(counted).toEqual([
      ['2026-03-10', 1],
      ['2026-03-11', 1],
    ]);
  });
});

test('a working day to come without a plan is a gap; a day off, a weekend and the past are none', async () => {
  const { portalId } = office;
  const source = 'SKB';
  await database()
    .insert(daysOff)
    .values([
      { portalId, day: '2026-03-18', kind: 'collective_leave', name: 'Cuti bersama Nyepi', source },
      { portalId, day: '2026-03-19', kind: 'national_holiday', name: 'Nyepi', source },
    ]);
  await then(() => aScheduledArticle(office, new Date('2026-03-12T01:00:00Z')));
  const { days, today } = await read(office.editor);
  const gaps = days.filter(({ isGap }) => isGap).map(({ day }) => day);
  expect(today).toBe('2026-03-11');
  for (const none of ['2026-03-10', '2026-03-12', '2026-03-14', '2026-03-15', '2026-03-18', '2026-03-19'])
    expect(gaps).not.toContain(none);
  for (const one of ['2026-03-11', '2026-03-13', '2026-03-17', '2026-03-20', '2026-03-31']) expect(gaps).toContain(one);
  expect(days.find(({ day }) => day === '2026-03-18')?.dayOff).toEqual({ name: 'Cuti bersama Nyepi', isLeave: true });
});

describe('only what this person may see', () => {
  test('the desk and the own agency see, other agencies and portals do not; only the desk moves', async () => {
    const { agencyId } = await anAgency(office.portalId);
    const other = await aPerson({ name: 'Lain', role: 'contributor', portalId: office.portalId, agencyId });
    await then(() => aScheduledArticle(office, new Date('2026-03-17T01:00:00Z')));
    expect(await marksOn('2026-03-17', office.managingEditor)).toEqual(['scheduled !']);
    expect(await marksOn('2026-03-17', office.contributor)).toEqual(['scheduled']);
    expect(await marksOn('2026-03-17', office.auditor)).toEqual(['scheduled']);
    expect(await marksOn('2026-03-17', other)).toEqual([]);
    expect(await marksOn('2026-03-17', office.editor, { agency: agencyId })).toEqual([]);
    expect(await marksOn('2026-03-17', office.editor, { agency: office.agencyId })).toEqual(['scheduled !']);
    expect(await refusal(read((await anOffice()).editor))).toBe('not_found');
  });

  test('a confidential article stands only in the calendar of its people and of who shares the confidence', async () => {
    const { articleId } = await then(() => aScheduledArticle(office, new Date('2026-03-17T01:00:00Z')));
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, articleId));
    await database().insert(namedPeople).values({ articleId, userId: office.contributor.userId });
    expect(await marksOn('2026-03-17', office.contributor)).toEqual(['scheduled']);
    for (const other of [office.colleague, office.editor]) expect(await marksOn('2026-03-17', other)).toEqual([]);
    expect(await marksOn('2026-03-17', office.managingEditor)).toEqual(['scheduled !']);
  });
});

describe('the address', () => {
  test.each([
    ['bulan', '2028-02-10', '2028-02-01', '2028-02-29', 29],
    ['bulan', '2026-12-31', '2026-12-01', '2026-12-31', 31],
    ['pekan', '2026-03-11', '2026-03-09', '2026-03-15', 7],
    ['pekan', '2027-01-01', '2026-12-28', '2027-01-03', 7],
    ['daftar', '2026-12-20', '2026-12-20', '2027-01-19', 31],
  ] as const)('%s around %s shows %s to %s', (form, on, first, last, length) => {
    const days = shownDays({ form, on });
    expect([days[0], days.at(-1), days.length]).toEqual([first, last, length]);
  });

  test('turns a page and comes back', () => {
    expect(turnedDay({ form: 'bulan', on: '2026-01-31' }, 1)).toBe('2026-02-01');
    expect(turnedDay({ form: 'bulan', on: '2026-01-31' }, -1)).toBe('2025-12-01');
    expect(turnedDay({ form: 'pekan', on: '2026-03-11' }, -1)).toBe('2026-03-04');
  });

  test('asks for nothing where it makes no sense, and carries what it means', () => {
    const odd = { tampilan: 'tahun', pada: '2026-02-30', opd: 'x', jenis: ['news'] };
    expect(calendarWish(odd, '2026-03-11')).toEqual(wish);
    const full: CalendarWish = { form: 'pekan', on: '2026-03-09', agency: office.agencyId, kind: 'news' };
    const query = new URL(calendarPath(full), 'http://x').searchParams;
    expect(calendarWish(Object.fromEntries(query), '2026-01-01')).toEqual(full);
  });
});
