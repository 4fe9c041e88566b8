import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgTransaction, PgTransactionConfig } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { processWide } from '#lib/process-wide.ts';
import { type ClientOptions, type GuardedClient, guardedClient, isUnavailable } from './guarded-client.ts';
import * as schema from './schema/index.ts';

type Schema = typeof schema;
type Relations = ExtractTablesWithRelations<Schema>;

export type Database = PostgresJsDatabase<Schema>;
export type Transaction = PgTransaction<PostgresJsQueryResultHKT, Schema, Relations>;
/** What a read takes: it does not care whether it runs inside a transaction. */
export type Queryable = PgDatabase<PostgresJsQueryResultHKT, Schema, Relations>;

const web: ClientOptions = {
  connections: 10,
  statementTimeout: 5_000,
  lockTimeout: 2_000,
  idleInTransactionTimeout: 10_000,
  answerTimeout: 8_000,
  name: 'ruang-warta',
};

type Open = { client: GuardedClient; database: Database };

const chosen = processWide<{ url: string | undefined; open: Open | undefined }>('database', () => ({
  url: undefined,
  open: undefined,
}));

/**
 * The database of this process; connects at the first query.
 *
 * @throws Error when neither `useDatabase` was called nor DATABASE_URL is set
 */
export function database(): Database {
  chosen.value.open ??= openDatabase(databaseUrl());
  return chosen.value.open.database;
}

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws.
 * Nothing slow (mail, files, pictures) belongs inside. Inside `work` use only `tx`.
 *
 * A serialization failure (40001) or deadlock (40P01) is thrown like any other error;
 * whoever can safely repeat the work asks `sqlState` and does so.
 */
export function transaction<T>(work: (tx: Transaction) => Promise<T>, config?: PgTransactionConfig): Promise<T> {
  return database().transaction(work, config);
}

/** Points this process at a database. Former connections must have been closed with `closeDatabase`. */
export function useDatabase(url: string): void {
  chosen.value.url = url;
}

/** The address in use, for parts that keep their own connections (jobs, LISTEN). */
export function databaseUrl(): string {
  const url = chosen.value.url ?? process.env.DATABASE_URL;
  if (url) return url;
  throw new Error('Basis data belum ditentukan: jalankan lewat `npm start`, atau isi DATABASE_URL.');
}

/** Ends the connections; waits for running work at most `patience` milliseconds. */
export async function closeDatabase(patience = 5_000): Promise<void> {
  const { open } = chosen.value;
  chosen.value.open = undefined;
  await open?.client.end(patience);
}

/** A database of one's own, for commands and tests with other limits. The caller ends `client`. */
export function openDatabase(url: string, options: Partial<ClientOptions> = {}): Open {
  const client = guardedClient(url, { ...web, ...options });
  return { client, database: drizzle(client.sql, { schema, casing: 'snake_case' }) };
}

/** The SQLSTATE of a database error (`23505` unique, `40001` serialization), also when drizzle wrapped it. */
export function sqlState(error: unknown): string | undefined {
  const inner = innermost(error);
  return inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : undefined;
}

/** True when the database is away, stopping, starting or silent: say so, keep the text, try again soon. */
export function isDatabaseAway(error: unknown): boolean {
  return isUnavailable(innermost(error));
}

/** True when the disk of the database has no room: what was asked is refused whole, and works again by itself. */
export function isDatabaseFull(error: unknown): boolean {
  return sqlState(error) === '53100';
}

function innermost(error: unknown): unknown {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  return inner;
}
