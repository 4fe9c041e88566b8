import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asOwner, testDatabase } from '#lib/testing/database.ts';
import { isDatabaseAway, openDatabase, sqlState } from './client.ts';

const home = testDatabase();

type Opened = ReturnType<typeof openDatabase>;
let one: Opened;

beforeEach(async () => {
  one = openDatabase(home.url(), { connections: 1 });
  await one.database.execute(sql`drop table if exists mark`);
  await one.database.execute(sql`create table mark (said text)`);
});

afterEach(async () => {
  await one.client.end(1_000);
});

async function marks(): Promise<string[]> {
  const rows = await asOwner(home.url(), (raw) => raw`select said from mark order by said`);
  return rows.map((row) => String(row.said));
}

async function terminate(pid: number): Promise<void> {
  await asOwner(home.url(), (raw) => raw`select pg_terminate_backend(${pid}, 5000)`);
}

/** Runs until `hold` resolves, with its own process number known from the start. */
function heldTransaction(
  opened: Opened,
  work: (tx: Parameters<Parameters<Opened['database']['transaction']>[0]>[0]) => Promise<void>,
) {
  const begun = Promise.withResolvers<number>();
  const hold = Promise.withResolvers<void>();
  const late = Promise.withResolvers<unknown>();
  const ended = opened.database.transaction(async (tx) => {
    const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
    begun.resolve(Number(row?.pid));
    await hold.promise;
    try {
      await work(tx);
      late.resolve('went on');
    } catch (error) {
      late.resolve(error);
      throw error;
    }
  });
  const outcome = ended.then(
    () => 'committed' as const,
    (error: unknown) => error,
  );
  return { pid: begun.promise, go: hold.resolve, late: late.promise, outcome };
}

describe('a transaction whose backend died', () => {
  test('never writes into or commits another transaction, through drizzle', async () => {
    const first = heldTransaction(one, async (tx) => {
      await tx.execute(sql`insert into mark values ('late words of the first')`);
    });
    await terminate(await first.pid);
    expect(isDatabaseAway(await first.outcome)).toBe(true);

    await expect(
      one.database.transaction(async (tx) => {
        await tx.execute(sql`insert into mark values ('words of the second')`);
        first.go();
        expect(isDatabaseAway(await first.late)).toBe(true);
        await tx.execute(sql`select 1`);
        throw new Error('the second thinks better of it');
      }),
    ).rejects.toThrow('thinks better');

    expect(await marks()).toEqual([]);
  });

  test('is refused savepoints as well', async () => {
    const first = heldTransaction(one, async (tx) => {
      await tx.transaction(async (deeper) => {
        await deeper.execute(sql`insert into mark values ('from a savepoint')`);
      });
    });
    await terminate(await first.pid);
    await first.outcome;
    await expect(
      one.database.transaction(async (tx) => {
        first.go();
        expect(isDatabaseAway(await first.late)).toBe(true);
        await tx.execute(sql`insert into mark values ('words of the second')`);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await marks()).toEqual([]);
  });

  test('never commits through the driver itself, even when its callback ends well', async () => {
    const begun = Promise.withResolvers<number>();
    const hold = Promise.withResolvers<void>();
    const first = one.client.sql
      .begin(async (raw) => {
        const [row] = await raw.unsafe('select pg_backend_pid() as pid');
        begun.resolve(Number(row?.pid));
        await hold.promise;
        return 'ended well';
      })
      .catch((error: unknown) => error);
    await terminate(await begun.promise);
    expect(isDatabaseAway(await first)).toBe(true);

    await expect(
      one.client.sql.begin(async (raw) => {
        await raw.unsafe(`insert into mark values ('words of the second')`);
        hold.resolve();
        // Whatever the first callback's end sets off has been sent before this answer comes.
        await new Promise((resolve) => setImmediate(resolve));
        await raw.unsafe('select 1');
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await marks()).toEqual([]);
  });

  test('that dies in the middle of a query rejects, and the next work finds a sound pool', async () => {
    for (let round = 0; round < 5; round += 1) {
      const begun = Promise.withResolvers<number>();
      const first = one.database
        .transaction(async (tx) => {
          const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
          begun.resolve(Number(row?.pid));
          await tx.execute(sql`select pg_sleep(${4})`);
        })
        .catch((error: unknown) => error);
      await terminate(await begun.promise);
      expect(isDatabaseAway(await first)).toBe(true);
      const [row] = await one.database.execute(sql`select ${round}::int as round`);
      expect(row?.round).toBe(round);
    }
  });

  test('does not disturb the other transactions of the pool', async () => {
    const wide = openDatabase(home.url(), { connections: 4 });
    try {
      const dying = heldTransaction(wide, async (tx) => {
        await tx.execute(sql`insert into mark values ('dead')`);
      });
      const living = heldTransaction(wide, async (tx) => {
        await tx.execute(sql`insert into mark values ('alive')`);
      });
      const [pid] = [await dying.pid, await living.pid];
      await terminate(pid);
      await dying.outcome;
      dying.go();
      living.go();
      expect(await living.outcome).toBe('committed');
      expect(await marks()).toEqual(['alive']);
    } finally {
      await wide.client.end(1_000);
    }
  });
});

describe('a transaction', () => {
  test('commits what it resolves with and rolls back what it throws', async () => {
    expect(
      await one.database.transaction(async (tx) => {
        await tx.execute(sql`insert into mark values ('kept')`);
        return 7;
      }),
    ).toBe(7);
    await expect(
      one.database.transaction(async (tx) => {
        await tx.execute(sql`insert into mark values ('dropped')`);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await marks()).toEqual(['kept']);
  });

  test('keeps what came before a savepoint that failed', async () => {
    await one.database.transaction(async (tx) => {
      await tx.execute(sql`insert into mark values ('before')`);
      await expect(
        tx.transaction(async (deeper) => {
          await deeper.execute(sql`insert into mark values ('inside')`);
          throw new Error('inside fails');
        }),
      ).rejects.toThrow('inside fails');
      await tx.execute(sql`insert into mark values ('after')`);
    });
    expect(await marks()).toEqual(['after', 'before']);
  });

  test('takes no query after its end', async () => {
    let escaped: (() => Promise<unknown>) | undefined;
    await one.database.transaction(async (tx) => {
      escaped = async () => tx.execute(sql`insert into mark values ('escaped')`);
    });
    await expect(escaped?.()).rejects.toThrow();
    expect(await marks()).toEqual([]);
  });

  test('names the state of a refusal', async () => {
    const refused = await one.database
      .transaction(async (tx) => tx.execute(sql`insert into nowhere values (1)`))
      .catch((error: unknown) => error);
    expect(sqlState(refused)).toBe('42P01');
    expect(isDatabaseAway(refused)).toBe(false);
  });
});

describe('statements that come often', () => {
  const often = (opened: Opened, said: string) =>
    opened.database.execute<{ said: string }>(sql`select ${said}::text as said from pg_sleep(0.002)`);

  test('are answered side by side with transactions, more of both than there are connections', async () => {
    const two = openDatabase(home.url(), { connections: 2 });
    try {
      const words = Array.from({ length: 40 }, (_, index) => `kata ${index}`);
      // Each goes on by itself, so that transactions begin behind statements that wait for the same connection.
      const readers = Array.from({ length: 4 }, async () => {
        for (const word of words) expect((await often(two, word))[0]?.said).toBe(word);
      });
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (const word of words) {
          await two.database.transaction((tx) => tx.execute(sql`insert into mark values (${`${word}, ${writer}`})`));
        }
      });
      await Promise.all([...readers, ...writers]);
      expect((await marks()).length).toBe(words.length * writers.length);
    } finally {
      await two.client.end(1_000);
    }
  });

  test('all end when the connection they wait on dies, and the next ones find a sound pool', async () => {
    for (let time = 0; time < 6; time += 1) await often(one, 'dahulu');
    const [row] = await one.database.execute(sql`select pg_backend_pid() as pid`);
    const waiting = Promise.allSettled([
      one.database.execute(sql`select pg_sleep(30)`),
      ...Array.from({ length: 20 }, () => often(one, 'menunggu')),
    ]);
    await terminate(Number(row?.pid));
    const [slow] = await waiting;
    expect(slow).toMatchObject({ status: 'rejected' });
    expect((await often(one, 'sesudah'))[0]?.said).toBe('sesudah');
  });
});

test('the answer after a statement that failed midway is whole', async () => {
  const failing = one.database.execute(sql`select 1 / (3 - i) from generate_series(1, 5) i`);
  await expect(failing).rejects.toThrow();
  const after = await one.database.execute(sql`select i from generate_series(1, 4) i`);
  expect([...after]).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }, { i: 4 }]);
  await expect(one.database.execute(sql`select 1 / (3 - i) from generate_series(1, 5) i`)).rejects.toThrow();
  // As rows that drizzle asks for as arrays.
  expect(await one.database.select({ told: sql<number>`count(*)::int` }).from(sql`mark`)).toEqual([{ told: 0 }]);
});

test('a server that hangs is not waited for', async () => {
  const hasty = openDatabase(home.url(), { connections: 1, answerTimeout: 2_000 });
  try {
    const silent = await hasty.database
      .transaction(async (tx) => {
        await tx.execute(sql`insert into mark values ('nobody knows')`);
        await tx.execute(sql`select pg_sleep(20)`);
      })
      .catch((error: unknown) => error);
    expect(isDatabaseAway(silent)).toBe(true);
    const [row] = await hasty.database.execute(sql`select 1 as answer`);
    expect(row?.answer).toBe(1);
  } finally {
    await hasty.client.end(100);
  }
  expect(await marks()).toEqual([]);
});
