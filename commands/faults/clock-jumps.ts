import { execFileSync } from 'node:child_process';
import { count, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import { claim, submit } from '#lib/newsroom/publishing.ts';
import { readerPath } from '#lib/urls.ts';
import { aDraftAtHand, type DraftAtHand, rowOf } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { answered, newsroomClient } from './newsroom-client.ts';
import { type Stage, until } from './stage.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Milliseconds within which what is due must be out, a process that just started included. */
const outWithin = 60_000;
/** A machine abroad: an hour and half a day from the newsroom's. */
const abroad = { TZ: 'America/New_York' };

/**
 * F10: the machine's clock stands 400 days ahead, then two hours behind, then right; the machine believes to be in
 * New York. PostgreSQL keeps the right time all along, as on a machine of its own: what is due is decided by the
 * clock of the application, what comes after what by numbers.
 */
export const clockJumps: Fault = {
  number: 'F10',
  name: 'Jam melompat 400 hari ke depan, lalu 2 jam ke belakang; mesin di zona waktu lain',
  promise: 'Tiap jadwal terbit sekali, tidak ada yang hilang atau terbit dua kali; jam terbit tidak bergantung pada TZ',
  async run(stage) {
    const fake = fakedClock();
    if (fake === null) return { notRun: 'faketime tidak ada' };
    const tomorrow = await scheduled(stage, new Date(Date.now() + day), abroad);
    await stage.restart({ ...abroad, ...fake('+400d') });
    await expectOut(stage, tomorrow, 'Jam 400 hari di depan');
    const soon = await scheduled(stage, new Date(Date.now() + 2 * minute), {});
    await stage.restart({ ...abroad, ...fake('-2h') });
    const later = await scheduledWhile(stage, new Date(Date.now() + 3 * minute));
    await expectOnce(tomorrow);
    promise((await rowOf(later.editionId)).state === 'scheduled', 'Jam mundur menerbitkan sebelum waktunya');
    promise((await answered(`${stage.origin}/`))?.status === 200, 'Halaman depan tidak terbuka selama jam mundur');
    await stage.restart();
    for (const draft of [soon, later]) await expectOut(stage, draft, 'Sesudah jam benar lagi');
    for (const draft of [tomorrow, soon, later]) await expectOnce(draft);
    const [row] = await database().execute<{ wrong: number }>(sql`
      select count(*)::int as wrong from (select seq, lag(seq) over (order by seq) as before from events) e
      where before is not null and seq <> before + 1`);
    promise(row?.wrong === 0, 'Urutan jejak audit berlubang');
    return { held: 'tiga jadwal, masing-masing terbit sekali; jam terbit sama di New York' };
  },
};

/**
 * The environment under which a program sees another time; null where faketime is not installed. Intervals stay as
 * they are: only the clock on the wall is wrong.
 */
function fakedClock(): ((shift: string) => Record<string, string>) | null {
  try {
    const library = execFileSync('faketime', ['-f', '+0d', 'printenv', 'LD_PRELOAD'], { stdio: 'pipe' }).toString();
    return (shift) => ({
      ...{ LD_PRELOAD: library.trim(), FAKETIME: shift },
      ...{ FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' },
    });
  } catch {
    // Not installed, or not for this kind of machine.
    return null;
  }
}

/** An edition on the schedule, set there on an application that runs in these surroundings. */
async function scheduled(stage: Stage, at: Date, surroundings: Record<string, string>): Promise<DraftAtHand> {
  await stage.restart(surroundings);
  return scheduledWhile(stage, at);
}

async function scheduledWhile(stage: Stage, at: Date): Promise<DraftAtHand> {
  const draft = await aDraftAtHand();
  const { editionId } = draft;
  const submitted = await submit(draft.writer, draft);
  const { version } = await claim(draft.editor, { editionId, version: submitted.version });
  const editor = await newsroomClient(stage, draft.editor);
  const fields = { editionId, version: String(version), outcome: 'schedule', scheduledFor: inMakassar(at) };
  const answer = await editor.act(draft.articleId, 'approve', fields);
  promise(answer?.status === 200, `Menjadwalkan dijawab ${answer?.status}`);
  const row = await rowOf(editionId);
  promise(row.state === 'scheduled', `Yang dijadwalkan berstatus ${row.state}`);
  promise(row.scheduledFor?.getTime() === at.getTime(), `Jadwal ${at.toISOString()} tersimpan ${row.scheduledFor}`);
  return draft;
}

/** The moment as the newsroom's form sends it: its own wall clock, with its offset. */
const inMakassar = (at: Date) => new Date(at.getTime() + 8 * 60 * minute).toISOString().replace('Z', '+08:00');

async function expectOut(stage: Stage, { editionId, words }: DraftAtHand, when: string): Promise<void> {
  await until(async () => (await rowOf(editionId)).state === 'published', {
    milliseconds: outWithin + 3 * minute,
    broken: `${when}: yang jatuh tempo tidak terbit`,
  });
  const { kind } = await rowOf(editionId);
  const address = readerPath({ kind, slug: words.title.toLowerCase().replaceAll(' ', '-') });
  await until(async () => (await answered(`${stage.origin}${address}`))?.status === 200, {
    milliseconds: outWithin,
    broken: `${when}: yang terbit tidak tampil`,
  });
}

async function expectOnce({ editionId }: DraftAtHand): Promise<void> {
  const [row] = await database()
    .select({ times: count() })
    .from(events)
    .where(sql`${eq(events.editionId, editionId)} and ${eq(events.toState, 'published')}`);
  promise(row?.times === 1, `Satu jadwal terbit ${row?.times} kali`);
}
