import { setTimeout as pause } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import type { EditionId } from '#lib/ids.ts';
import { approve, claim, submit } from '#lib/newsroom/publishing.ts';
import { frontPath } from '#lib/urls.ts';
import { say } from '../say.ts';
import { untilIdle } from './idle.ts';
import { aDesk, aDraft } from './measure-newsroom.ts';
import { fetchPage } from './measure-pages.ts';
import { goalTable } from './report.ts';
import { milliseconds, number, percentile, type Table } from './table.ts';

/** Items for one minute, and for how long they may take to go out. */
const items = 500;
const mostSeconds = 60;
/** Milliseconds between two readers, whatever the answers take; every so many asks for what nobody has asked for. */
const askEvery = 20;
const unaskedEvery = 25;

/** What readers ask for: pages that many read, and one after another those that nobody has read yet. */
export type ReadPages = { popular: readonly string[]; unasked: readonly string[] };

/**
 * Schedules many articles for one moment and watches: how long until all are out, when the first is, and what
 * readers wait in that minute, beside what they wait in a minute in which nothing happens.
 */
export async function measureSchedule(port: number, { popular, unasked }: ReadPages): Promise<Table> {
  say('  menjadwalkan …');
  const ids = await scheduled(items);
  await untilIdle();
  say('  pembaca semenit sebelumnya …');
  const half = Math.floor(unasked.length / 2);
  await readFor(port, { popular, unasked: [] }, 5);
  const before = await readFor(port, { popular, unasked: unasked.slice(0, half) }, mostSeconds);
  say('  saatnya tiba …');
  const due = new Date(Date.now() + 3_000);
  await database().update(editions).set({ scheduledFor: due }).where(inArray(editions.id, ids));
  const watch = watchOut(ids);
  await pause(due.getTime() - Date.now());
  const during = await readFor(port, { popular, unasked: unasked.slice(half) }, mostSeconds);
  const { first, last } = await watch;
  const took = (last.getTime() - due.getTime()) / 1000;
  const waited = (first.getTime() - due.getTime()) / 1000;
  const ratio = percentile(during, 0.99) / percentile(before, 0.99);
  const seconds = (value: number) => `${number(value, 1)} dtk`;
  return goalTable(`${number(items)} artikel dijadwalkan untuk satu saat`, [
    { name: 'Yang pertama terbit sesudah waktunya', result: seconds(waited), goal: '≤ 5 dtk', isMet: waited <= 5 },
    { name: 'Semuanya terbit', result: seconds(took), goal: `< ${mostSeconds} dtk`, isMet: took < mostSeconds },
    { name: 'Pembaca sebelumnya, p50', result: milliseconds(percentile(before, 0.5)) },
    { name: 'Pembaca sebelumnya, p99', result: milliseconds(percentile(before, 0.99)) },
    { name: 'Pembaca selama terbit, p50', result: milliseconds(percentile(during, 0.5)) },
    { name: 'Pembaca selama terbit, p99', result: milliseconds(percentile(during, 0.99)) },
    { name: 'Perbandingan p99', result: `${number(ratio, 2)}×`, goal: '≤ 2×', isMet: ratio <= 2 },
  ]);
}

/** So many articles, each signed by two people, for a time that is far enough. */
async function scheduled(count: number): Promise<EditionId[]> {
  const desk = await aDesk();
  const scheduledFor = new Date(Date.now() + 3_600_000);
  const ids: EditionId[] = [];
  const makeSome = async () => {
    while (ids.length < count) {
      const draft = await aDraft(desk, `Uji jadwal ${ids.length}`);
      ids.push(draft.editionId);
      const claimed = await claim(desk.editor, await submit(desk.writer, draft));
      await approve(desk.editor, { ...claimed, outcome: 'schedule', scheduledFor });
    }
  };
  await Promise.all(Array.from({ length: 4 }, makeSome));
  return ids;
}

/** What readers waited, who ask one page after another at a steady pace. */
async function readFor(port: number, { popular, unasked }: ReadPages, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const begun = performance.now();
  for (let turn = 0; performance.now() < begun + seconds * 1_000; turn += 1) {
    const rare = turn % unaskedEvery === 0 ? unasked[turn / unaskedEvery] : undefined;
    const path = rare ?? popular[turn % popular.length] ?? frontPath;
    asked.push(fetchPage(port, path).then(({ milliseconds: taken }) => void times.push(taken)));
    // Not so long after the one before, but at its own moment: whoever answers slowly is not asked more seldom.
    await pause(Math.max(0, begun + (turn + 1) * askEvery - performance.now()));
  }
  await Promise.all(asked);
  return times;
}

/** When the first and the last of them went out. */
async function watchOut(ids: readonly EditionId[]): Promise<{ first: Date; last: Date }> {
  for (;;) {
    const rows = await database()
      .select({ state: editions.state, publishedAt: editions.publishedAt })
      .from(editions)
      .where(inArray(editions.id, [...ids]));
    const moments = rows.flatMap(({ state, publishedAt }) =>
      state === 'published' && publishedAt !== null ? [publishedAt.getTime()] : [],
    );
    if (moments.length === ids.length) return { first: new Date(Math.min(...moments)), last: new Date() };
    const failed = rows.filter(({ state }) => state !== 'published' && state !== 'scheduled').length;
    if (failed > 0) throw new Error(`${failed} editions left the schedule without being published`);
    await pause(250);
  }
}
