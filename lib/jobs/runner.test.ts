import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { parseCronItems } from 'graphile-worker';
import { afterEach, expect, test, vi } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { mailId } from '#lib/ids.ts';
import { askForDelivery } from '#lib/mail/outbox.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { addJob } from './queue.ts';
import { startJobs } from './runner.ts';
import { type JobTask, rounds } from './tasks.ts';

testDatabase();

let jobs: Awaited<ReturnType<typeof startJobs>> | undefined;
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await database().execute(sql`delete from graphile_worker._private_jobs`);
});

async function waiting(): Promise<{ identifier: unknown; locked: unknown; attempts: unknown }[]> {
  const rows = await database().execute(
    sql`select task_identifier as identifier, locked_by is not null as locked, attempts from graphile_worker.jobs order by id`,
  );
  return rows.map((row) => ({ identifier: row.identifier, locked: row.locked, attempts: row.attempts }));
}

test('a job asked for in a transaction runs after its commit, with its payload', async () => {
  const seen: unknown[] = [];
  jobs = await startJobs({
    make_renditions: async (payload) => {
      seen.push(payload);
    },
  });
  await transaction((tx) => addJob(tx, 'make_renditions', { assetId: 'a' }, { runAt: new Date(0) }));
  await vi.waitFor(() => expect(seen).toEqual([{ assetId: 'a' }]), 10_000);
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), 10_000);
});

test('a transaction that is rolled back takes its jobs along', async () => {
  await expect(
    transaction(async (tx) => {
      await addJob(tx, 'make_renditions', { assetId: 'a' });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await waiting()).toEqual([]);
});

test('two jobs of one key are one', async () => {
  await transaction((tx) => addJob(tx, 'find_similar', { editionId: 'a' }, { jobKey: 'a' }));
  await transaction((tx) => addJob(tx, 'find_similar', { editionId: 'a' }, { jobKey: 'a' }));
  expect(await waiting()).toHaveLength(1);
});

test('a job that throws is kept and tried again later', async () => {
  jobs = await startJobs({ make_renditions: () => Promise.reject(new Error('broken picture')) });
  await transaction((tx) => addJob(tx, 'make_renditions', { assetId: 'a' }));
  await vi.waitFor(
    async () => expect(await waiting()).toEqual([{ identifier: 'make_renditions', locked: false, attempts: 1 }]),
    10_000,
  );
});

test('mails whose server hangs hold one worker, and the other goes on', async () => {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const seen: unknown[] = [];
  let hanging = 0;
  jobs = await startJobs({
    deliver_mail: () => {
      hanging += 1;
      begun.resolve();
      return end.promise;
    },
    make_renditions: async (payload) => {
      seen.push(payload);
    },
  });
  const mails = ['a', 'b', 'c'].map(() => mailId.parse(randomUUID()));
  for (const id of mails) await askForDelivery(database(), id);
  await begun.promise;
  await transaction((tx) => addJob(tx, 'make_renditions', { assetId: 'a' }));
  await vi.waitFor(() => expect(seen).toEqual([{ assetId: 'a' }]), 10_000);
  expect(hanging).toBe(1);
  end.resolve();
  await vi.waitFor(() => expect(hanging).toBe(mails.length), 10_000);
});

test('stopping hands a job that does not end back to others', async () => {
  const begun = Promise.withResolvers<void>();
  const never: JobTask = () => {
    begun.resolve();
    return new Promise(() => undefined);
  };
  jobs = await startJobs({ make_renditions: never });
  await transaction((tx) => addJob(tx, 'make_renditions', { assetId: 'a' }));
  await begun.promise;
  await jobs.stop(100);
  jobs = undefined;
  expect(await waiting()).toEqual([{ identifier: 'make_renditions', locked: false, attempts: 1 }]);
});

test('a job whose worker was killed is handed back at the next start', async () => {
  await transaction((tx) => addJob(tx, 'make_renditions', { assetId: 'a' }));
  await database().execute(
    sql`update graphile_worker._private_jobs set locked_by = 'pool-of-a-dead-process', locked_at = now(), attempts = 1`,
  );
  const seen: unknown[] = [];
  jobs = await startJobs({
    make_renditions: async (payload) => {
      seen.push(payload);
    },
  });
  await vi.waitFor(() => expect(seen).toEqual([{ assetId: 'a' }]), 10_000);
});

test('a job of a living worker is left alone', async () => {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  let runs = 0;
  const slow: JobTask = () => {
    runs += 1;
    begun.resolve();
    return end.promise;
  };
  jobs = await startJobs({ make_renditions: slow });
  await transaction((tx) => addJob(tx, 'make_renditions', { assetId: 'a' }));
  await begun.promise;
  const second = await startJobs({ make_renditions: slow });
  expect(await waiting()).toEqual([{ identifier: 'make_renditions', locked: true, attempts: 1 }]);
  await second.stop();
  end.resolve();
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), 10_000);
  expect(runs).toBe(1);
});

test('of two processes that work side by side each job runs in one', async () => {
  const done: string[] = [];
  const list = (name: string): Record<string, JobTask> => ({
    make_renditions: async (payload) => {
      done.push(`${name} ${JSON.stringify(payload)}`);
      // Both get a turn: whoever works on one lets the other take the next.
      await database().execute(sql`select 1`);
    },
  });
  jobs = await startJobs(list('a'));
  const second = await startJobs(list('b'));
  await transaction(async (tx) => {
    for (let number = 0; number < 40; number += 1) await addJob(tx, 'make_renditions', { assetId: String(number) });
  });
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), 15_000);
  await second.stop();
  expect(new Set(done.map((line) => line.slice(2))).size).toBe(40);
  expect(done).toHaveLength(40);
});

test('every round comes at times that the queue understands', () => {
  expect(parseCronItems([...rounds])).toHaveLength(rounds.length);
});
