import { setTimeout as pause } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import type { EditionId } from '#lib/ids.ts';
import { approve, claim, submit } from '#lib/newsroom/publishing.ts';
import { aDesk, aDraft } from './measure-newsroom.ts';
import { fetchPage } from './measure-pages.ts';
import { goalTable } from './report.ts';
import { milliseconds, number, percentile, type Table } from './table.ts';

/** Items for one minute, and for how long they may take to go out. */
const items = 500;
const mostSeconds = 60;
/** Readers ask this often, whatever the answers take. */
const askEvery = 20;
const quietSeconds = 20;

/**
 * Schedules many articles for one moment and watches: how long until all are out, when the first is, and what
 * readers wait meanwhile, beside what they wait when nothing happens.
 */
export async function measureSchedule(port: number, pages: readonly string[]): Promise<Table> {
  const ids = await scheduled(items);
  await readFor(port, pages, () => false, 5);
  const before = await readFor(port, pages, () => false, quietSeconds);
  const due = new Date(Date.now() + 3_000);
  await database().update(editions).set({ scheduledFor: due }).where(inArray(editions.id, ids));
  const ended = { isSo: false };
  const watch = watchOut(ids).finally(() => {
    ended.isSo = true;
  });
  const during = await readFor(port, pages, () => ended.isSo, mostSeconds * 2);
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
async function readFor(
  port: number,
  pages: readonly string[],
  isOver: () => boolean,
  seconds: number,
): Promise<number[]> {
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const until = performance.now() + seconds * 1000;
  for (let turn = 0; performance.now() < until && !isOver(); turn += 1) {
    const path = pages[turn % pages.length] ?? '/';
    asked.push(fetchPage(port, path).then(({ milliseconds: taken }) => void times.push(taken)));
    await pause(askEvery);
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
