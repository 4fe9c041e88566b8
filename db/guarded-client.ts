import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type PendingQuery, type Row, type Sql, type TransactionSql } from 'postgres';
import { log } from '#lib/log.ts';
import { type Fate, newFate } from './fate.ts';
import { frequentStatements } from './frequent-statements.ts';

/** How a client behaves. Times in milliseconds. */
export type ClientOptions = {
  /** Connections at most. */
  connections: number;
  /** After this the server gives a statement up. */
  statementTimeout: number;
  /** After this the server gives up waiting for a lock. */
  lockTimeout: number;
  /** After this the server ends a session that holds a transaction open and does nothing. */
  idleInTransactionTimeout: number;
  /** After this the client stops waiting: the server's own limits cannot fire when it hangs. 0 waits for ever. */
  answerTimeout: number;
  /** Shown in pg_stat_activity. */
  name: string;
};

/** Seconds until a connection attempt is given up. */
const connectTimeout = 5;

/**
 * Keeps the driver from lining up further questions behind a prepared one, as it never does behind
 * another: a quick one would wait behind a slow one, and a BEGIN in that line is a danger, since the
 * driver reserves its connection only when its bytes could be written at once. (Its types do not know
 * this option, which it asks after each question it has sent.)
 */
const alone = { onexecute: () => false };

/** Connections of one age. `answered` says whether it ever worked, `transactions` what is open on it. */
type Pool = { sql: Sql; answered: boolean; retired: boolean; transactions: Set<Fate> };

type Scope = { finished: boolean };

type Run = () => PendingQuery<Row[]>;

/** The client and the way to end it; `end` waits for running work at most the given milliseconds. */
export type GuardedClient = { sql: Sql; end(patience: number): Promise<void> };

/**
 * A postgres.js client that is safe when a connection dies (postgres 3.4.9):
 *
 * - The driver lets the callback of a transaction go on after its connection died.
 *   The late queries then run on the replacement connection, and the automatic COMMIT
 *   commits whatever other transaction is open there (upstream PR 1215). Here a lost
 *   transaction is refused every further query and savepoint, and its callback never
 *   settles towards the driver, so that neither COMMIT nor ROLLBACK is sent.
 * - A connection that dies with unsent bytes can never send again (upstream issue 1208),
 *   and the next query may receive the dead one's error. So a pool that lost a connection
 *   is retired: what runs on it may end, new work goes to a new pool.
 * - Whoever waits longer than `answerTimeout` gets an error, and the pool is retired.
 * - The driver counts the rows of a statement that failed midway into the next answer of that
 *   connection, which then begins with as many holes. They are taken out.
 *
 * The returned client answers `unsafe`, `begin` and, inside a transaction, `savepoint`,
 * which is all that drizzle calls. LISTEN belongs to db/listen.ts.
 */
export function guardedClient(url: string, options: ClientOptions): GuardedClient {
  const retiring = new Set<Pool>();
  const isFrequent = frequentStatements();
  let current = openPool();

  function openPool(): Pool {
    const sql: Sql = postgres(url, {
      max: options.connections,
      connect_timeout: connectTimeout,
      // Every close is then an accident and never housekeeping.
      idle_timeout: 0,
      max_lifetime: null,
      backoff: (attempts) => Math.min(0.05 * 2 ** attempts, 1),
      onnotice: () => undefined,
      onclose: () => lostConnection(pool),
      connection: {
        application_name: options.name,
        TimeZone: 'UTC',
        statement_timeout: options.statementTimeout,
        lock_timeout: options.lockTimeout,
        idle_in_transaction_session_timeout: options.idleInTransactionTimeout,
      },
    });
    const pool: Pool = { sql, answered: false, retired: false, transactions: new Set() };
    // Only for its effect: drizzle puts its own readers of dates and JSON into the client's options.
    drizzle(sql);
    return pool;
  }

  /** The driver calls this in the same tick in which the socket closed, before any callback can go on. */
  function lostConnection(pool: Pool): void {
    // It is not known yet whose connection it was; within this tick the driver tells the owner.
    for (const fate of pool.transactions) fate.suspect();
    // A pool that never worked holds nothing that could be damaged: the server is just away.
    if (pool.answered) retire(pool);
  }

  function retire(pool: Pool): void {
    if (pool.retired) return;
    pool.retired = true;
    retiring.add(pool);
    if (current === pool) current = openPool();
    const patience = options.answerTimeout || options.statementTimeout || 60_000;
    setTimeout(() => void endPool(pool, patience), patience).unref();
  }

  async function endPool(pool: Pool, patience: number): Promise<void> {
    pool.retired = true;
    await pool.sql.end({ timeout: patience / 1000 });
    retiring.delete(pool);
  }

  async function answer<T>(pool: Pool, question: PromiseLike<T>): Promise<T> {
    if (options.answerTimeout === 0) return question;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        log('warn', 'database_silent', { milliseconds: options.answerTimeout });
        retire(pool);
        reject(unavailable('ANSWER_TIMEOUT', `No answer from the database within ${options.answerTimeout} ms`));
      }, options.answerTimeout);
    });
    try {
      const result = await Promise.race([question, tooLate]);
      pool.answered = true;
      return result;
    } finally {
      clearTimeout(timer);
    }
  }

  function begin(first: unknown, second?: unknown) {
    const work = second ?? first;
    const modes = typeof first === 'string' ? first : '';
    if (typeof work !== 'function') throw new TypeError('begin needs a function');
    const pool = current;
    const fate = newFate();
    pool.transactions.add(fate);
    const driven = pool.sql
      .begin(modes, (inner) => inScope(pool, fate, inner, work))
      .catch((error) => {
        fate.lose(error);
        throw error;
      });
    return Promise.race([driven, fate.whenLost]).finally(() => pool.transactions.delete(fate));
  }

  async function inScope(pool: Pool, fate: Fate, inner: TransactionSql, work: CallableFunction): Promise<unknown> {
    const scope: Scope = { finished: false };
    let result: { value: unknown } | { error: unknown };
    try {
      result = { value: await work(transactionClient(pool, fate, scope, inner)) };
    } catch (error) {
      result = { error };
    }
    scope.finished = true;
    await fate.known();
    if (fate.lost()) return new Promise<never>(() => undefined);
    if ('error' in result) throw result.error;
    return result.value;
  }

  function transactionClient(pool: Pool, fate: Fate, scope: Scope, inner: TransactionSql): TransactionSql {
    const allowed = async () => {
      await fate.known();
      if (fate.lost()) throw unavailable('TRANSACTION_LOST', 'This transaction lost its connection');
      if (scope.finished) throw new Error('This transaction has ended; a query came after its end');
    };
    const unsafe: Sql['unsafe'] | CallableFunction = (...parts: Parameters<TransactionSql['unsafe']>) =>
      deferred(async (rowsAsArrays) => {
        await allowed();
        const question = shaped(() => inner.unsafe(...parts), rowsAsArrays);
        try {
          return await Promise.race([answer(pool, question), fate.whenLost]);
        } catch (error) {
          // Nobody knows what a silent server did with it: this transaction must not commit.
          if (isUnavailable(error)) fate.lose(error);
          throw error;
        }
      });
    const savepoint = async (first: unknown, second?: unknown) => {
      const work = second ?? first;
      if (typeof work !== 'function') throw new TypeError('savepoint needs a function');
      await allowed();
      const driven = inner.savepoint((deeper) => inScope(pool, fate, deeper, work));
      return Promise.race([driven, fate.whenLost]);
    };
    return onlyThese(inner, { unsafe, savepoint });
  }

  // Prepared is only what runs outside transactions: searches, whose best plan depends on the words, run inside.
  const unsafe = (...[text, values = [], given]: Parameters<Sql['unsafe']>) =>
    deferred((rowsAsArrays) => {
      const pool = current;
      const prepare = given?.prepare === true || (values.length > 0 && isFrequent(text));
      return answer(
        pool,
        shaped(() => pool.sql.unsafe(text, values, { ...given, prepare, ...alone }), rowsAsArrays),
      );
    });

  return {
    sql: onlyThese(current.sql, { unsafe, begin }),
    end: async (patience) => {
      await Promise.all([...retiring, current].map((pool) => endPool(pool, patience)));
    },
  };
}

/** True for errors that say the database is away or silent, made here or by the driver. */
export function isUnavailable(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && awayCodes.has(error.code);
}

/** Codes of the driver, of Node's sockets, and SQLSTATEs of a server that stops, starts or is full. */
const awayCodes: ReadonlySet<string> = new Set([
  'ANSWER_TIMEOUT',
  'TRANSACTION_LOST',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  '08000',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  '25P04',
]);

function unavailable(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

function shaped(run: Run, rowsAsArrays: boolean): PromiseLike<unknown> {
  const query = run();
  return (rowsAsArrays ? query.values() : query).then(withoutHoles);
}

/** The answer without the places at its beginning that were never filled. Other holes there are none. */
function withoutHoles<Rows extends readonly unknown[]>(rows: Rows): Rows {
  if (rows.length > 0 && !(0 in rows))
    Array.prototype.splice.call(
      rows,
      0,
      rows.findIndex((_, place) => place in rows),
    );
  return rows;
}

/**
 * A promise with the driver's `.values()`, which asks for rows as arrays. The question
 * starts one microtask later, so that `.values()` can still be called on it.
 */
function deferred(ask: (rowsAsArrays: boolean) => Promise<unknown>) {
  let rowsAsArrays = false;
  const promise = Promise.resolve().then(() => ask(rowsAsArrays));
  return Object.assign(promise, {
    values: () => {
      rowsAsArrays = true;
      return promise;
    },
  });
}

/** The driver's object with its doors replaced; its template tag is closed, since it would go past the guard. */
function onlyThese<T extends CallableFunction>(inner: T, doors: Readonly<Record<string, unknown>>): T {
  return new Proxy(inner, {
    get: (target, key) => (key === 'options' ? Reflect.get(target, key) : Reflect.get(doors, key)),
    apply: () => {
      throw new Error('Use drizzle: the tag of the driver goes past the guard of transactions');
    },
  });
}
