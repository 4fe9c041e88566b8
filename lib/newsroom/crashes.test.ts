import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, max, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { events, queueEntries, signatures, toldEvents } from '#db/schema/index.ts';
import { loadActor } from '#lib/accounts/actor.ts';
import type { EditionId } from '#lib/ids.ts';
import type { JobName } from '#lib/jobs/queue.ts';
import { tellPeople } from '#lib/notifications/tell-people.ts';
import type { ArticleEvent } from '#lib/record/event-labels.ts';
import { chainBeginning, verifyPart } from '#lib/record/events.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { ofEdition, timesLogged } from '#lib/testing/deed.ts';
import { deedNames, deedOf, type NamedScene, setScenes } from '#lib/testing/deeds.ts';
import { editionRow } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { expectOnSite } from '#lib/testing/whole-article.ts';
import { isUnderWay } from './desk-policy.ts';
import { lockArticle } from './edition-record.ts';
import { checkLive } from './live-check.ts';
import { workflow } from './workflow.ts';

const db = testDatabase();

/** Milliseconds between the last deed that is waited for and death. */
const longest = 20;

/** How often a process doing many things at once is killed: `CRASHES=100 npx vitest run lib/newsroom/crashes.test.ts`. */
const crashes = Number(process.env.CRASHES ?? 2);
/** Deeds in the midst of which one process dies: two of them go through all there are. */
const perCrash = Math.ceil(deedNames.length / 2);

/** Has another process do all of these, and kills it before, in the midst of or after that. */
async function cutShort(names: readonly ArticleEvent[]): Promise<{ scenes: NamedScene[]; told: Set<string> }> {
  const starter = `${process.cwd()}/lib/testing/crash-starter.ts`;
  const child = spawn(process.execPath, [starter, db.url()], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const scenes = shuffled(await setScenes(names));
  child.stdin.end(JSON.stringify(scenes));
  // The moment of death is drawn by lot: so many deeds are done, others are under way.
  const done = Math.floor(Math.random() * (scenes.length + 1));
  const told = new Set<string>();
  for await (const line of createInterface({ input: child.stdout })) {
    told.add(line);
    // The first line says that it has begun.
    if (told.size > done) void pause(Math.random() * longest).then(() => child.kill('SIGKILL'));
  }
  const [code] = await gone;
  if (!told.has('begun') || (code ?? 0) !== 0) throw new Error('The process ended before it was killed.');
  return { scenes, told };
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const drawn = items.map((item) => ({ item, lot: Math.random() }));
  return drawn.toSorted((one, other) => one.lot - other.lot).map(({ item }) => item);
}

/** Returns once the dead process's transaction has ended one way or the other: a commit may still be on its way. */
function settled({ to }: NamedScene): Promise<void> {
  return transaction((tx) => lockArticle(tx, to.editionId));
}

/** It is done wholly or not at all, and once when the person, who got no answer, asks again. */
async function expectDoneOnce(scene: NamedScene, wasTold: boolean): Promise<boolean> {
  const { name, to } = scene;
  const deed = deedOf(name);
  const { times = 1, logged = () => timesLogged(name, ofEdition(to.editionId)), standing = logged } = deed;
  const found = async () => ({ name, rows: await standing(scene), log: await logged(scene) });

  await settled(scene);
  const before = await found();
  expect(before.log).toBeLessThanOrEqual(times);
  expect(before).toEqual({ name, rows: before.log, log: before.log });
  const isDone = before.log === times;
  if (wasTold && deed.isRound !== true) expect({ name, isDone }).toEqual({ name, isDone: true });

  if (!isDone || deed.again !== 'another') {
    const again = await refusal(deed.act(await loadActor(scene.by), scene));
    const refused = ['conflict', 'not_allowed', 'not_found'];
    expect(isDone && deed.again === 'refused' ? refused : ['none'], name).toContain(again);
  }
  expect(await found()).toEqual({ name, rows: times, log: times });
  await expectSignedOnce(scene);
  await expectPlanned(scene);
  await expectOnSite(scene.portalId, scene.articleId);
  return isDone;
}

async function expectSignedOnce({ name, to }: NamedScene): Promise<void> {
  const signs = Object.entries(workflow).find(([verb]) => verb === name)?.[1].signs;
  if (signs === undefined) return;
  const signed = and(eq(signatures.editionId, to.editionId), eq(signatures.act, signs));
  expect([name, await database().$count(signatures, signed)]).toEqual([name, 1]);
}

/** The queue has a row exactly of what is under way, and what a verb leaves to later is planned once. */
async function expectPlanned({ name, to }: NamedScene): Promise<void> {
  const edition = await editionRow(to.editionId);
  const [entry] = await database().select().from(queueEntries).where(eq(queueEntries.editionId, to.editionId));
  expect([name, entry?.state]).toEqual([name, isUnderWay(edition) ? edition.state : undefined]);
  if (name === 'submit') expect(await jobsFor('find_similar', to.editionId)).toBe(1);
  if (edition.state === 'published') expect([name, await jobsFor('draw_share_card', to.editionId)]).toEqual([name, 1]);
}

async function jobsFor(task: JobName, id: EditionId): Promise<number> {
  const [row] = await database().execute<{ jobs: number }>(sql`
    select count(*)::int as jobs from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = ${task} and job.payload ->> 'editionId' = ${id}`);
  return row?.jobs ?? 0;
}

/** People are told of everything, in its order, also of what the dead process had begun to tell. */
async function expectTold(): Promise<void> {
  await tellPeople();
  const [last] = await database()
    .select({ seq: max(events.seq) })
    .from(events);
  const [mark] = await database().select().from(toldEvents);
  expect(mark?.seq).toBe(last?.seq);
}

test('a process killed in the midst of everything leaves nothing half done, and nothing is done twice', {
  timeout: 60_000 * crashes,
}, async () => {
  const ends = new Map<boolean, number>();
  let place = chainBeginning;
  let names: ArticleEvent[] = [];
  for (let crash = 0; crash < crashes; crash += 1) {
    if (names.length === 0) names = shuffled(deedNames);
    const { scenes, told } = await cutShort(names.splice(0, perCrash));
    for (const scene of scenes) {
      const wasDone = await expectDoneOnce(scene, told.has(scene.name));
      ends.set(wasDone, (ends.get(wasDone) ?? 0) + 1);
    }
    await expectTold();
    for (let isEnd = false; !isEnd; ) {
      const part = await verifyPart(database(), place);
      expect(part.brokenAt).toBeNull();
      ({ place, isEnd } = part);
    }
  }
  expect((await checkLive()).findings).toEqual([]);
  // Some died before their deed and some after it.
  if (crashes >= 10) expect([...ends.keys()].toSorted()).toEqual([false, true]);
});
