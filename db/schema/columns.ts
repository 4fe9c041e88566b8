import { sql } from 'drizzle-orm';
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A primary key that sorts by time of making (UUIDv7, made by PostgreSQL 18). */
export const idColumn = () => uuid().primaryKey().default(sql`uuidv7()`);

/** A moment, always with its zone. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => 'bytea',
});

export const tsvector = customType<{ data: string }>({
  dataType: () => 'tsvector',
});
