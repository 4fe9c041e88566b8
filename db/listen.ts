import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import type { Database } from './client.ts';
import * as schema from './schema/index.ts';

/** One connection that hears announcements and answers questions, so that an answer also proves that it still hears. */
export type Listener = {
  /** Reads on that connection; it takes no transactions. */
  database: Database;
  /** Resolves when the connection is gone. A lost listener is not mended: open another. */
  lost: Promise<void>;
  close(): Promise<void>;
};

/**
 * Connects and listens on a channel. Whatever was announced before is not heard: read what
 * was missed once this has resolved.
 *
 * @param onNotice called for each announcement with its text
 * @throws the driver's error when the database is away
 */
export async function listen(
  url: string,
  channel: string,
  name: string,
  onNotice: (text: string) => void,
): Promise<Listener> {
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  const options = {
    max: 1,
    connect_timeout: 5,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => undefined,
    onclose: () => lose(),
    // The driver's own `listen` gives up silently when a reconnection fails; this is the hook beneath it.
    onnotify: (_: string, text: string) => onNotice(text),
    connection: { application_name: name, TimeZone: 'UTC', statement_timeout: 5_000 },
  };
  const sql = postgres(url, options);
  try {
    const database = drizzle(sql, { schema, casing: 'snake_case' });
    // LISTEN takes no parameters; the channel is a name of our own.
    await sql.unsafe(`listen "${channel.replaceAll('"', '""')}"`);
    return { database, lost, close: () => sql.end({ timeout: 0 }) };
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
}
