import { readFileSync } from 'node:fs';
import { type ClientRequest, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { agencies, articles, editions, memberships, users } from '#db/schema/index.ts';
import type { UserId } from '#lib/ids.ts';
import { announceEvents } from '#lib/live/announce.ts';
import { liveSignalsPath } from '#lib/urls.ts';
import { goalTable, type Line } from './report.ts';
import { cookieOf } from './signed-in.ts';
import { milliseconds, number, type Table } from './table.ts';

const desks = 200;
/** One in ten sits at the desk of the portal and hears of everything. */
const editorsAmong = 10;
const idleSeconds = 60;
const acts = 40;

/** What 200 open desks cost while nothing happens, and how soon they hear of what does. */
export async function measureLive(port: number, pid: number): Promise<Table> {
  const people = await somePeople();
  const alone = await busyShare(pid, idleSeconds);
  const heard = new Map<UserId, number[]>();
  const lines: ClientRequest[] = [];
  try {
    for (const person of people) {
      const times: number[] = [];
      heard.set(person, times);
      lines.push(await openDesk(port, person, () => times.push(performance.now())));
    }
    await pause(2_000);
    const open = await busyShare(pid, idleSeconds);
    const late = await latencies(people[0], heard);
    return goalTable(`${desks} orang dengan meja terbuka`, [
      { name: `Prosesor, ${idleSeconds} detik tanpa meja terbuka`, result: percent(alone) },
      {
        name: `Prosesor, ${idleSeconds} detik dengan ${desks} meja diam`,
        result: percent(open),
        goal: '< 10 % satu inti',
        isMet: open < 0.1,
      },
      ...lateLines(late),
    ]);
  } finally {
    for (const line of lines) line.destroy();
  }
}

function lateLines(late: readonly number[]): Line[] {
  const sorted = late.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return [
    { name: `Dari transaksi sampai isyarat tiba, median dari ${acts}`, result: milliseconds(median) },
    { name: 'Dari transaksi sampai isyarat tiba, p95', result: milliseconds(p95), goal: '< 1 dtk', isMet: p95 < 1_000 },
  ];
}

/** Accounts of their own, spread over the agencies of the demo; the first is an editor. */
async function somePeople(): Promise<UserId[]> {
  const mine = await database().select().from(users).where(eq(users.phone, 'bench-meja'));
  if (mine.length > 0) return mine.map(({ id }) => id);
  const offices = await database().select().from(agencies);
  const made = await database()
    .insert(users)
    .values(
      Array.from({ length: desks }, (_, at) => ({
        ...{ email: `meja-${at}@bench.example`, name: `Meja ${at}`, phone: 'bench-meja' },
      })),
    )
    .returning({ id: users.id });
  const at = new Date();
  await database()
    .insert(memberships)
    .values(
      made.flatMap(({ id: userId }, index) => {
        const office = offices[index % offices.length];
        if (office === undefined) throw new Error('The demo has no agency');
        const isEditor = index % editorsAmong === 0;
        const held = isEditor
          ? ({ role: 'editor', agencyId: null } as const)
          : ({ role: 'contributor', agencyId: office.id } as const);
        return [{ userId, portalId: office.portalId, effectiveAt: at, ...held }];
      }),
    );
  const rows = await database()
    .select({ id: users.id })
    .from(users)
    .where(
      inArray(
        users.id,
        made.map(({ id }) => id),
      ),
    )
    .orderBy(users.id);
  return rows.map(({ id }) => id);
}

/** Opens the stream a page would open, and resolves once it hears. */
async function openDesk(port: number, person: UserId, onSignal: () => void): Promise<ClientRequest> {
  const cookie = await cookieOf(person);
  const opened = Promise.withResolvers<void>();
  const headers = { accept: 'text/event-stream', cookie };
  const line = get({ host: '127.0.0.1', port, path: liveSignalsPath, headers, agent: false }, (response) => {
    if (response.statusCode !== 200) opened.reject(new Error(`A desk was answered ${response.statusCode}`));
    response.setEncoding('utf8').on('data', (text: string) => {
      opened.resolve();
      if (text.includes('"articles"')) onSignal();
    });
  });
  line.on('error', (error) => opened.reject(error));
  await opened.promise;
  return line;
}

/** Milliseconds from a commit that is announced as every event is to an editor's page, several times, a second apart. */
async function latencies(editor: UserId | undefined, heard: ReadonlyMap<UserId, number[]>): Promise<number[]> {
  const times = editor === undefined ? undefined : heard.get(editor);
  const [live] = await database()
    .select({ editionId: editions.id, portalId: articles.portalId })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(eq(editions.state, 'published'))
    .limit(1);
  if (times === undefined || live === undefined) throw new Error('Nobody listens, or there is nothing to hear of');
  const found: number[] = [];
  for (let act = 0; act < acts; act += 1) {
    await transaction((tx) => announceEvents(tx, [{ ...live, subjectId: null, verb: 'comment' }]));
    const committed = performance.now();
    while ((times.at(-1) ?? 0) < committed) {
      if (performance.now() - committed > 10_000) throw new Error('An act was not heard within ten seconds');
      await pause(1);
    }
    found.push((times.at(-1) ?? 0) - committed);
    await pause(1_000);
  }
  return found;
}

/** The share of one core that the program used over some seconds. */
async function busyShare(pid: number, seconds: number): Promise<number> {
  const before = cpuSeconds(pid);
  await pause(seconds * 1_000);
  return (cpuSeconds(pid) - before) / seconds;
}

/** Clock ticks of Linux are hundredths of a second. */
function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const percent = (share: number) => `${number(share * 100, 1)} % satu inti`;
