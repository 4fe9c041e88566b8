import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { agencies } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import {
  claim,
  publishNow,
  reject,
  retract,
  returnEdition,
  secondReview,
  startEdition,
  submit,
} from '#lib/newsroom/publishing.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type as typeWords,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { approve } from '../newsroom/publishing.ts';
import { monthlyReport } from './monthly.ts';
import { reportQueryOf } from './report-query.ts';
import { fileRows } from './report-table.ts';
import { type ReportFile, reportFiles, reports, reportTable } from './reports.ts';
import { throughput } from './throughput.ts';

testDatabase();

/** On the clock of the office (WITA). */
const at = (text: string) => new Date(`2026-11-${text}+08:00`);
const asked = at('23T12:00');
const hostile = '=HYPERLINK("http://jahat.example";"Klik")';

let clock = at('02T08:00');
const restore = useClock(() => clock);
afterAll(restore);
const on = (text: string) => {
  clock = at(text);
};

let office: Office;
let other: Office;

/**
 * November of one office: Monday the 2nd an article is sent back and goes out on Wednesday; a second goes
 * out within an hour and is corrected, then retracted; one is rejected; two take the fast lane.
 */
beforeAll(async () => {
  office = await anOffice();
  const silent = await anAgency(office.portalId);
  other = {
    ...office,
    ...silent,
    contributor: await aPerson({ ...silent, ...of(office), name: 'Wati', role: 'contributor' }),
  };

  on('02T09:00');
  const slow = await aSubmittedArticle(office);
  on('02T11:00');
  await returnEdition(office.editor, { ...slow, reasonCode: 'incomplete_facts', note: 'Sebutkan jumlahnya.' });
  on('03T08:30');
  const again = await submit(office.contributor, { ...slow, version: (await editionRow(slow.editionId)).version });
  on('03T10:30');
  const held = await claim(office.editor, again);
  on('04T10:30');
  await approve(office.editor, { ...held, outcome: 'publish' });

  on('05T10:00');
  const quick = await aSubmittedArticle(office, { words: { title: hostile } });
  on('05T10:20');
  const taken = await claim(office.editor, quick);
  on('05T11:00');
  const first = await approve(office.editor, { ...taken, outcome: 'publish' });
  on('06T09:00');
  const begun = await startEdition(office.contributor, {
    ...first,
    changeType: 'correction',
    publicNote: 'Jumlahnya 12.',
  });
  const version = await typeWords(office.contributor, begun.editionId, {
    ...readyWords(office, { title: hostile, publicNote: 'Jumlahnya 12.' }),
  });
  const corrected = await claim(
    office.editor,
    await submit(office.contributor, { editionId: begun.editionId, version }),
  );
  on('06T10:00');
  const live = await approve(office.editor, { ...corrected, outcome: 'publish' });
  on('09T10:00');
  await retract(office.editor, { ...live, reason: 'Data pribadi warga.', hidesTitle: true });

  on('10T09:00');
  const refused = await claim(office.editor, await aSubmittedArticle(office));
  await reject(office.editor, { ...refused, reasonCode: 'duplicate', note: 'Sudah ada.' });

  const reason = { fastLaneReason: 'disaster', reason: 'Banjir malam ini.' } as const;
  on('11T20:00');
  const flood = await publishNow(office.editor, { ...(await aDraft(office)), ...reason });
  on('11T21:00');
  await secondReview(office.otherEditor, flood);
  on('12T20:00');
  await publishNow(office.editor, { ...(await aDraft(office)), ...reason });

  on('20T09:00');
  await aSubmittedArticle(office, { words: { kind: 'announcement' } });
  clock = asked;
});

const of = ({ portalId }: Office) => ({ portalId });
const all = () => reports(office.editor, reportQueryOf({ kurun: 'bulan-ini' }), asked);

describe('the figures', () => {
  test('what came and went stands on its day, and adds up', async () => {
    const { flow } = await all();
    const on = (day: string) => flow.buckets.find(({ firstDay }) => firstDay === `2026-11-${day}`);
    expect(flow.buckets).toHaveLength(23);
    expect(on('02')).toMatchObject({ submitted: 1, returned: 1, published: 0 });
    expect(on('06')).toMatchObject({ submitted: 1, published: 1 });
    expect(flow.total).toEqual({ submitted: 6, returned: 1, rejected: 1, published: 5 });
  });

  test('time to publish runs from the first submission, in service hours and on the clock', async () => {
    const { times } = await all();
    // Monday 09.00 to Wednesday 10.30: 7 + 8 + 2.5 hours of service; one hour; one hour.
    expect(times.all).toMatchObject({ count: 3, medianService: 60, medianClock: 60 });
    expect(times.all.p90Service).toBeCloseTo(60 + 0.8 * (17.5 * 60 - 60));
    expect(times.all.p90Clock).toBeCloseTo(60 + 0.8 * (49.5 * 60 - 60));
    expect(times.unsubmitted).toBe(2);
  });

  test('each stage counts from coming into it to leaving it, also when it began before the period', async () => {
    const stage = (stages: Awaited<ReturnType<typeof all>>['stages'], name: string) =>
      stages.find((row) => row.stage === name);
    const { stages } = await all();
    expect(stage(stages, 'returned')).toMatchObject({ count: 1, medianService: 5.5 * 60, waitingNow: 0 });
    expect(stage(stages, 'in_editing')).toMatchObject({ count: 4, medianClock: 50 });
    expect(stage(stages, 'submitted')).toMatchObject({ count: 5, waitingNow: 1 });
    const late = await reports(
      office.editor,
      reportQueryOf({ kurun: 'sendiri', dari: '2026-11-04', sampai: '2026-11-04' }),
      asked,
    );
    expect(stage(late.stages, 'in_editing')).toMatchObject({ count: 1, medianClock: 24 * 60, medianService: 8 * 60 });
  });

  test('reasons, changes after publication and the fast lane are counted', async () => {
    const { reasons, changes, fastLane } = await all();
    expect(reasons.map(({ code, returned, rejected }) => [code, returned, rejected])).toEqual([
      ['duplicate', 0, 1],
      ['incomplete_facts', 1, 0],
    ]);
    expect(changes.rows.filter(({ count }) => count > 0)).toEqual([
      { kind: 'correction', count: 1 },
      { kind: 'retract', count: 1 },
    ]);
    expect(fastLane.byOutcome.filter(({ count }) => count > 0)).toEqual([
      { outcome: 'in_time', count: 1 },
      { outcome: 'overdue', count: 1 },
    ]);
    expect(fastLane.byReason.find(({ reason }) => reason === 'disaster')).toMatchObject({ count: 2, late: 1 });
  });

  test('a kind leaves the others out', async () => {
    const { flow, stages } = await reports(
      office.editor,
      reportQueryOf({ kurun: 'bulan-ini', jenis: 'announcement' }),
      asked,
    );
    expect(flow.total).toEqual({ submitted: 1, returned: 0, rejected: 0, published: 0 });
    expect(stages.find(({ stage }) => stage === 'submitted')?.waitingNow).toBe(1);
  });

  test('an agency that is silent for longer than it is used to is named; one that never published says so', async () => {
    const { silence } = await all();
    const standing = (id: string) => silence.find(({ agencyId }) => agencyId === id);
    expect(standing(other.agencyId)).toMatchObject({ standing: 'never', lastDay: null });
    expect(standing(office.agencyId)).toMatchObject({ lastDay: '2026-11-12', days: 11, habit: 1, standing: 'silent' });
  });

  test('agencies stand side by side', async () => {
    const { agencies: figures } = await all();
    expect(figures).toHaveLength(2);
    expect(figures.find(({ published }) => published === 5)).toMatchObject({
      submitted: 6,
      corrections: 1,
      retractions: 1,
    });
  });
});

describe('who sees what', () => {
  test.each(['editor', 'managingEditor', 'auditor'] as const)('the %s sees the portal', async (who) => {
    const { asked: question } = await reports(office[who], reportQueryOf({}), asked);
    expect(question.reach).toMatchObject({ isWholePortal: true });
    expect(question.question.agencyIds).toBeNull();
  });

  test.each(['leader', 'verifier', 'contributor'] as const)('the %s sees their agency alone', async (who) => {
    const { asked: question, agencies: figures } = await reports(office[who], reportQueryOf({}), asked);
    expect(question.question.agencyIds).toEqual([office.agencyId]);
    expect(figures).toEqual([]);
    const foreign = reportQueryOf({ opd: other.agencySlug });
    expect(await refusal(reports(office[who], foreign, asked))).toBe('not_found');
  });

  test('another agency’s people see nothing of it', async () => {
    const { flow, silence } = await reports(other.contributor, reportQueryOf({ kurun: 'bulan-ini' }), asked);
    expect(flow.total.submitted).toBe(0);
    expect(silence.map(({ agencyId }) => agencyId)).toEqual([other.agencyId]);
  });

  test('an admin finds none, nor does anybody an agency that is not there', async () => {
    expect(await refusal(reports(office.admin, reportQueryOf({}), asked))).toBe('not_found');
    expect(await refusal(reports(office.editor, reportQueryOf({ opd: 'tidak-ada' }), asked))).toBe('not_found');
    expect(await refusal(monthlyReport(office.admin, { month: null, agency: null }, asked))).toBe('not_found');
  });

  test('another portal’s office is not in the figures', async () => {
    const elsewhere = await anOffice();
    clock = at('13T09:00');
    await aPublishedArticle(elsewhere);
    clock = asked;
    expect((await all()).flow.total.published).toBe(5);
    expect((await reports(elsewhere.editor, reportQueryOf({}), asked)).flow.total.published).toBe(1);
  });
});

describe('files', () => {
  const rowsOf = async (file: ReportFile) =>
    fileRows((await reportTable(office.editor, reportQueryOf({ kurun: 'bulan-ini' }), file, asked)).table);

  test.each(reportFiles)('%s has a row for each head, as wide as the head', async (file) => {
    const { header, rows } = await rowsOf(file);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  test('figures are in the form of machines', async () => {
    const { header, rows } = await rowsOf('waktu-terbit');
    expect(header[2]).toBe('Nilai tengah, jam layanan [jam]');
    expect(rows[0]?.slice(0, 3)).toEqual(['Semua jenis', '3', '1.00']);
    expect((await rowsOf('arus')).rows[1]).toEqual(['2026-11-02', '2026-11-02', '1', '1', '0', '0']);
    expect((await rowsOf('alasan')).rows[0]?.[3]).toBe('0.5000');
  });

  test('a title that a retraction took away from readers is not in the list; the edition before it keeps its own', async () => {
    const { rows } = await rowsOf('edisi-terbit');
    expect(rows.map(([title]) => title)).toContain('(judul disembunyikan)');
    expect(rows).toHaveLength(5);
  });
});

describe('the monthly report', () => {
  test('a running month stands beside as many days of the month before', async () => {
    const month = await monthlyReport(office.editor, { month: null, agency: null }, asked);
    expect(month).toMatchObject({
      isRunning: true,
      period: { firstDay: '2026-11-01', lastDay: '2026-11-23' },
      before: { firstDay: '2026-10-01', lastDay: '2026-10-23' },
      madeBy: office.editor.name,
      madeAt: asked,
    });
    expect(month.figures.month).toMatchObject({ submitted: 6, published: 5, reviewsLate: 1, corrections: 1 });
    expect(month.figures.before).toMatchObject({ submitted: 0, published: 0, medianService: null });
    expect(month.findings).toHaveLength(3);
  });

  test('a whole month stands beside the whole month before; of a month to come there is none', async () => {
    const later = at('30T18:00');
    const month = await monthlyReport(office.leader, { month: '2026-10', agency: null }, later);
    expect(month).toMatchObject({ isRunning: false, before: { firstDay: '2026-09-01', lastDay: '2026-09-30' } });
    expect(await refusal(monthlyReport(office.editor, { month: '2026-12', agency: null }, asked))).toBe('not_found');
  });

  test('of an agency out of reach there is none', async () => {
    const input = { month: '2026-11', agency: other.agencySlug };
    expect(await refusal(monthlyReport(office.leader, input, asked))).toBe('not_found');
    expect((await monthlyReport(office.editor, input, asked)).figures.month.submitted).toBe(0);
  });
});

test('an agency that is closed is not missed', async () => {
  await database().update(agencies).set({ isActive: false }).where(eq(agencies.id, other.agencyId));
  const { silence, asked: question } = await all();
  expect(silence.map(({ agencyId }) => agencyId)).toEqual([office.agencyId]);
  expect((await throughput(question.question)).total.published).toBe(5);
});
