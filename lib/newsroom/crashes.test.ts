import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { and, count, eq, type SQL } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { editions, events, signatures } from '#db/schema/index.ts';
import { loadActor } from '#lib/accounts/actor.ts';
import { editionId, portalId, sectionId, userId } from '#lib/ids.ts';
import { verifyChain } from '#lib/record/events.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { called, calls } from '#lib/testing/verb-calls.ts';
import { expectWhole } from '#lib/testing/whole-article.ts';
import { lockArticle } from './edition-record.ts';
import { checkLive } from './live-check.ts';
import { workflow } from './workflow.ts';

const db = testDatabase();

/** How often a process doing every verb is killed: `CRASHES=100 npx vitest run lib/newsroom/crashes.test.ts`. */
const crashes = Number(process.env.CRASHES ?? 3);
/** Milliseconds in which all the verbs are done at once; the process dies at any of them. */
const longest = 600;

const announced = z.array(
  z.strictObject({
    verb: z.enum(called),
    by: userId,
    to: z.strictObject({ editionId, version: z.int() }),
    sectionId,
    portalId,
  }),
);
type Scene = z.output<typeof announced>[number];

/** Has another process do every verb, and kills it before, in the midst of or after them. */
async function cutShort(): Promise<{ scenes: Scene[]; told: Set<string> }> {
  const starter = `${process.cwd()}/lib/testing/crash-starter.ts`;
  const child = spawn(process.execPath, [starter, db.url()], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  let scenes: Scene[] | undefined;
  const told = new Set<string>();
  for await (const line of createInterface({ input: child.stdout })) {
    if (scenes !== undefined) {
      told.add(line);
      continue;
    }
    scenes = announced.parse(JSON.parse(line));
    // Nothing is waited for: the moment of death is drawn by lot.
    void pause(Math.random() * longest).then(() => child.kill('SIGKILL'));
  }
  await gone;
  if (scenes === undefined) throw new Error('The process died before its scenes were set.');
  return { scenes, told };
}

/** The edition once the dead process's transaction has ended one way or the other: a commit may still be on its way. */
function settledEdition({ to }: Scene) {
  return transaction(async (tx) => {
    await lockArticle(tx, to.editionId);
    const [row] = await tx.select().from(editions).where(eq(editions.id, to.editionId));
    if (row === undefined) throw new Error('The edition is gone.');
    return row;
  });
}

async function timesIn(table: typeof events | typeof signatures, where: SQL | undefined): Promise<number> {
  const [row] = await database().select({ times: count() }).from(table).where(where);
  return row?.times ?? 0;
}

/** The verb is done wholly or not at all, and once when the person, who got no answer, asks again. */
async function expectDoneOnce(scene: Scene, wasTold: boolean): Promise<boolean> {
  const { verb, to } = scene;
  const edition = await settledEdition(scene);
  const wasDone = edition.version !== to.version;
  if (wasTold) expect([verb, wasDone]).toEqual([verb, true]);
  const entries = and(eq(events.editionId, to.editionId), eq(events.verb, verb));
  expect([verb, await timesIn(events, entries)]).toEqual([verb, wasDone ? 1 : 0]);

  const by = await loadActor(scene.by);
  const again = await refusal(calls[verb](by, to, { heads: true, sectionId: scene.sectionId }));
  expect(wasDone ? ['conflict', 'not_allowed'] : ['none']).toContain(again);
  expect([verb, await timesIn(events, entries)]).toEqual([verb, 1]);
  const { signs } = workflow[verb];
  if (signs !== undefined) {
    const signed = and(eq(signatures.editionId, to.editionId), eq(signatures.act, signs));
    expect([verb, await timesIn(signatures, signed)]).toEqual([verb, 1]);
  }
  await expectWhole(scene.portalId, edition.articleId);
  return wasDone;
}

test('a process killed in the midst of every verb leaves nothing half done, and nothing is done twice', {
  timeout: 30_000 * crashes,
}, async () => {
  const ends = new Set<boolean>();
  for (let crash = 0; crash < crashes; crash += 1) {
    const { scenes, told } = await cutShort();
    expect(scenes.map(({ verb }) => verb)).toEqual(called);
    for (const scene of scenes) ends.add(await expectDoneOnce(scene, told.has(scene.verb)));
    expect((await verifyChain(database())).brokenAt).toBeNull();
  }
  expect((await checkLive()).findings).toEqual([]);
  // Some died before their verb and some after it.
  if (crashes >= 10) expect([...ends].toSorted()).toEqual([false, true]);
});
