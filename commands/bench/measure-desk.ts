import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import type { PersonKey } from '#db/demo/people.ts';
import { loadActor } from '#lib/accounts/actor.ts';
import { articleId, type UserId } from '#lib/ids.ts';
import { findLiveArticles } from '#lib/newsroom/desk.ts';
import { linkableArticles } from '#lib/newsroom/linked-articles.ts';
import {
  auditTrailPath,
  deskPath,
  editorialCalendarPath,
  frontDeskPath,
  monthlyReportPath,
  notificationsPath,
  pageOf,
  publishedListPath,
  putAsidePath,
  queuePath,
  reportsPath,
  reviewPath,
  similarPath,
} from '#lib/urls.ts';
import { say } from '../say.ts';
import type { DeskFact } from '../scale/desk-rows.ts';
import { goalTable, type Line } from './report.ts';
import { cookieOf, demoPerson } from './signed-in.ts';
import { median, milliseconds, number, percentile, type Table } from './table.ts';

/** Times each page is asked for, after some that only warm up, and how long it may take. */
type Goal = { times: number; warmUp: number; most: number };
const goals = {
  queue: { times: 40, warmUp: 5, most: 100 },
  others: { times: 20, warmUp: 3, most: 200 },
  reports: { times: 5, warmUp: 1, most: 1_000 },
} as const satisfies Record<string, Goal>;

type Asked = readonly [name: string, person: PersonKey, path: string];

/** How long the first page of each list of the newsroom takes on the server. */
export async function measureDesk(port: number, { open, closed, events }: DeskFact): Promise<Table[]> {
  const ask = asker(`http://127.0.0.1:${port}`);
  say('  antrean …');
  const queue = await linesOf(ask, goals.queue, [...queueQuestions, await secondPage(ask)]);
  say('  layar lain …');
  const others = await linesOf(ask, goals.others, [...otherScreens, ...(await screensOfOne())]);
  const found = await searches();
  say('  laporan …');
  const reports = await linesOf(ask, goals.reports, reportQuestions);
  return [
    goalTable(`Antrean dengan ${number(open)} naskah berjalan dan ${number(closed)} selesai`, queue),
    goalTable('Layar lain ruang redaksi', [...others, ...found]),
    goalTable(`Laporan dari ${number(events)} peristiwa`, reports),
  ];
}

/** What people ask of the queue: everything, and ways to narrow it. */
const queueQuestions: readonly Asked[] = [
  ['Redaktur: seluruhnya', 'aditya', `${queuePath}?semua=ya`],
  ['Redaktur: satu tahap', 'aditya', `${queuePath}?tahap=disetujui`],
  ['Redaktur: hanya yang terlambat', 'aditya', `${queuePath}?terlambat=ya`],
  ['Redaktur: menunggu verifikator', 'aditya', `${queuePath}?giliran=verifikator`],
  ['Redaktur: bagian judul', 'aditya', `${queuePath}?judul=kampung+4321`],
  ['Redaktur: judul yang tidak ada', 'aditya', `${queuePath}?judul=tidakada`],
  ['Redaktur pelaksana: seluruhnya', 'nadia', `${queuePath}?semua=ya`],
  ['Auditor: seluruhnya', 'yohana', `${queuePath}?semua=ya`],
  ['Kontributor: perangkat daerahnya', 'dewi', `${queuePath}?semua=ya`],
];

const otherScreens: readonly Asked[] = [
  ['Meja saya: redaktur', 'aditya', deskPath],
  ['Meja saya: redaktur pelaksana', 'nadia', deskPath],
  ['Meja saya: kontributor', 'dewi', deskPath],
  ['Meja saya: verifikator', 'hendra', deskPath],
  ['Meja saya: pimpinan', 'sutejo', deskPath],
  ['Terbit', 'aditya', publishedListPath],
  ['Terbit: kontributor', 'dewi', publishedListPath],
  ['Terbit: halaman 50', 'aditya', pageOf(publishedListPath, 50)],
  ['Ditolak dan dibuang', 'aditya', putAsidePath],
  ['Ditolak dan dibuang: kontributor', 'dewi', putAsidePath],
  ['Halaman depan: tempat dan pilihannya', 'aditya', frontDeskPath],
  ['Kalender: bulan', 'aditya', `${editorialCalendarPath}?tampilan=bulan`],
  ['Kalender: pekan', 'dewi', `${editorialCalendarPath}?tampilan=pekan`],
  ['Pemberitahuan', 'aditya', notificationsPath],
  ['Jejak audit: seluruhnya', 'yohana', auditTrailPath],
  ['Jejak audit: satu peristiwa yang jarang', 'yohana', `${auditTrailPath}?peristiwa=publish_now`],
  ['Jejak audit: satu bulan lama', 'yohana', `${auditTrailPath}?dari=2019-03-01&sampai=2019-03-31`],
  ['Jejak audit: redaktur pelaksana', 'nadia', auditTrailPath],
];

const reportQuestions: readonly Asked[] = [
  ['Bulan ini', 'aditya', `${reportsPath}?kurun=bulan-ini`],
  ['Tahun ini', 'aditya', `${reportsPath}?kurun=tahun-ini`],
  ['Setahun penuh', 'aditya', `${reportsPath}?kurun=sendiri&dari=2020-01-01&sampai=2020-12-31`],
  ['Tahun ini: satu perangkat daerah', 'sutejo', `${reportsPath}?kurun=tahun-ini`],
  ['Laporan bulanan', 'nadia', `${monthlyReportPath}?bulan=2020-05`],
];

type Ask = (person: PersonKey, path: string) => Promise<{ took: number; text: string }>;

function asker(origin: string): Ask {
  const cookies = new Map<PersonKey, string>();
  return async (person, path) => {
    const cookie = cookies.get(person) ?? (await cookieOf(await demoPerson(person)));
    cookies.set(person, cookie);
    const begun = performance.now();
    const answer = await fetch(`${origin}${path}`, { headers: { cookie }, redirect: 'manual' });
    const text = await answer.text();
    const took = performance.now() - begun;
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return { took, text };
  };
}

async function linesOf(ask: Ask, goal: Goal, asked: readonly Asked[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, person, path] of asked) {
    lines.push(await lineOf(name, goal, async () => (await ask(person, path)).took));
  }
  return lines;
}

async function lineOf(name: string, { times, warmUp, most }: Goal, once: () => Promise<number>): Promise<Line> {
  // The first ones warm up what everybody after them finds warm.
  for (let time = 0; time < warmUp; time += 1) await once();
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await once());
  const middle = median(took);
  return {
    name: `${name} (median; p95 ${milliseconds(percentile(took, 0.95))})`,
    ...{ result: milliseconds(middle), goal: `< ${number(most)} md`, isMet: middle < most },
  };
}

async function secondPage(ask: Ask): Promise<Asked> {
  const { text } = await ask('aditya', `${queuePath}?semua=ya`);
  const [, place] = /setelah=([0-9a-f.-]+)/.exec(text) ?? [];
  if (place === undefined) throw new Error('The queue has no second page.');
  return ['Redaktur: halaman kedua', 'aditya', `${queuePath}?setelah=${place}`];
}

const oneArticle = z.array(z.object({ id: articleId })).length(1);

/** Screens of a single article: one that was sent on and waits to be edited. */
async function screensOfOne(): Promise<Asked[]> {
  const rows = await database().execute(
    sql`select article_id as id from queue_entries where state = 'submitted' order by article_id desc limit 1`,
  );
  const [{ id } = { id: '' }] = oneArticle.parse([...rows]);
  return [
    ['Naskah serupa', 'aditya', similarPath(id)],
    ['Meninjau sebuah naskah', 'aditya', reviewPath(id)],
  ];
}

/** Searches that the editor's screens send while somebody types: asked of the functions themselves. */
async function searches(): Promise<Line[]> {
  const editor: UserId = await demoPerson('aditya');
  const actor = await loadActor(editor);
  const [role] = actor.roles;
  if (role === undefined) throw new Error('The editor has no role.');
  const { portalId } = role;
  const timed = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const lines: Line[] = [];
  for (const [name, text] of [
    ['di banyak judul', 'kampung'],
    ['di satu judul', 'kampung 43210'],
    ['yang tidak ada', 'tidakada'],
    ['dari dua huruf', 'zq'],
  ] as const) {
    lines.push(
      await lineOf(`Artikel terkait: kata ${name}`, goals.others, () =>
        timed(() => findLiveArticles(actor, portalId, text)),
      ),
      await lineOf(`Baca juga: kata ${name}`, goals.others, () =>
        timed(() => linkableArticles(actor, { portalId, what: 'article', text })),
      ),
    );
  }
  lines.push(
    await lineOf('Agenda yang terdekat', goals.others, () =>
      timed(() => linkableArticles(actor, { portalId, what: 'event', text: '' })),
    ),
  );
  return lines;
}
