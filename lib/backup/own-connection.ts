import postgres, { type Sql } from 'postgres';

/**
 * One connection for work on all rows at once: it may take as long as it takes, and it is never replaced by
 * another. In UTC, so that moments are written alike wherever they are read.
 *
 * @param name by which PostgreSQL tells who is connected; begins with `ruang-warta`
 * @param lockWithin milliseconds that a lock is waited for; absent: without an end
 */
export function ownConnection(url: string, name: string, lockWithin = 0): Sql {
  return postgres(url, {
    max: 1,
    fetch_types: false,
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: {
      ...{ application_name: name, TimeZone: 'UTC' },
      ...{ statement_timeout: 0, idle_in_transaction_session_timeout: 0, lock_timeout: lockWithin },
    },
  });
}
