import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../bench/table.ts';
import { memoryOf } from '../started-app.ts';
import { aDraftAtHand, withText } from './desk.ts';
import { promise } from './fault.ts';
import { answered, newsroomClient } from './newsroom-client.ts';
import type { Stage } from './stage.ts';

/** What people who mean no harm met during a storm. Times in milliseconds, memory in megabytes. */
export type Met = { reads: number; failedReads: number; read95: number; saves: number; save95: number; memory: number };

/** Milliseconds between a reader's two pages, and between an editor's two saves. */
const pace = { read: 50, save: 1_000 };

/** The web process stays below this, whatever comes (megabytes). */
const mostMemory = 700;
/** Of a hundred honest requests so many are answered well. */
const answeredWell = 99;
/** Milliseconds that an editor's save may take in nineteen of twenty cases. */
const saveWithin = 1_000;

/**
 * Reads and writes as people do while `storm` rages.
 *
 * @throws Error when the storm, the readers, the editors or the memory do not keep the promise
 */
export async function amidPeople(stage: Stage, storm: () => Promise<unknown>): Promise<Met> {
  const times = { read: [] as number[], save: [] as number[] };
  const met = { failedReads: 0, memory: 0 };
  const draft = await aDraftAtHand();
  const client = await newsroomClient(stage, draft.writer);
  const words = withText(draft.words, 'Kata yang diketik selama serbuan.');
  const saveId = crypto.randomUUID();
  let isOver = false;

  async function read(): Promise<void> {
    for (let turn = 0; !isOver; turn += 1) {
      const asked = performance.now();
      const answer = await answered(`${stage.origin}${turn % 2 === 0 ? '/' : '/opd'}`);
      times.read.push(performance.now() - asked);
      if (answer?.status !== 200) met.failedReads += 1;
      await pause(pace.read);
    }
  }
  async function write(): Promise<void> {
    while (!isOver) {
      const asked = performance.now();
      const answer = await client.save(draft.editionId, draft.version, words, saveId);
      times.save.push(performance.now() - asked);
      promise(answer?.status === 200, `Simpan dijawab ${answer?.status ?? 'putus'} selama serbuan`);
      met.memory = Math.max(met.memory, memoryOf(stage.pid()));
      await pause(pace.save);
    }
  }

  const people = [read(), write()];
  try {
    await storm();
  } finally {
    isOver = true;
    await Promise.all(people);
  }
  const { read: reads, save: saves } = times;
  const found = { ...met, reads: reads.length, saves: saves.length };
  const share = 100 - (100 * met.failedReads) / reads.length;
  promise(share >= answeredWell, `Hanya ${share.toFixed(1)} % pembaca jujur dilayani`);
  promise(percentile(saves, 0.95) < saveWithin, `Simpan (p95) ${Math.round(percentile(saves, 0.95))} md`);
  promise(met.memory < mostMemory, `Memori proses web ${Math.round(met.memory)} MB`);
  return { ...found, read95: percentile(reads, 0.95), save95: percentile(saves, 0.95) };
}

/** For the table. */
export function metInWords({ reads, failedReads, read95, save95, memory }: Met): string {
  return `${reads - failedReads} dari ${reads} pembaca jujur dilayani (p95 ${Math.round(read95)} md), simpan p95 ${Math.round(save95)} md, memori ${Math.round(memory)} MB`;
}
