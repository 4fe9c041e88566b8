import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { copyOut, keptSequences, keptTables, leftOut } from './catalogue.ts';
import { lineOf, namedFiles } from './media-list.ts';
import type { Part } from './tar.ts';

/** The first part of a backup: what it is, and which version of the structure its rows fit. */
export const archiveHead = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Hashes of the migrations the database had, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  /** Tables whose rows are left out on purpose. */
  leftOut: z.array(z.string()),
});
export type ArchiveHead = z.output<typeof archiveHead>;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The last part: what must have come before it. */
export const archiveManifest = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.int().min(0), sha256: digest })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  jobs: z.int().min(0),
  media: z.object({ files: z.int().min(0), bytes: z.int().min(0), sha256: digest }),
});
export type ArchiveManifest = z.output<typeof archiveManifest>;

/** A job that waited. */
export const keptJob = z.object({
  identifier: z.string(),
  payload: z.unknown(),
  runAt: z.iso.datetime(),
  maxAttempts: z.int(),
  queueName: z.string().nullable(),
  jobKey: z.string().nullable(),
  priority: z.int(),
});
export type KeptJob = z.output<typeof keptJob>;

/** Where the parts of an archive lie in it. */
export const places = {
  head: 'head.json',
  manifest: 'manifest.json',
  tables: 'tables/',
  media: 'media/',
  jobs: 'jobs/',
} as const;

/** Bytes of one part at most, give or take one answer of the database. */
const partLength = 4 * 1024 * 1024;

/**
 * Everything the database knows, read in the snapshot of the given transaction, as parts of an archive.
 *
 * @param listed receives each line of the list of media as it goes into the archive
 * @returns the manifest, once all parts were taken
 */
export async function* archiveParts(
  tx: Sql,
  createdAt: Date,
  listed: (line: string) => Promise<void>,
): AsyncGenerator<Part, ArchiveManifest> {
  const tables = await keptTables(tx);
  const head: ArchiveHead = {
    ...{ format: 1, createdAt: createdAt.toISOString(), migrations: await appliedMigrations(tx) },
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    leftOut: Object.keys(leftOut),
  };
  yield { name: places.head, bytes: json(head) };
  const manifest: ArchiveManifest = {
    ...{ tables: [], sequences: await keptSequences(tx), jobs: 0 },
    media: { files: 0, bytes: 0, sha256: '' },
  };
  for (const table of tables) {
    const tally = newTally();
    yield* cut(`${places.tables}${table.name}`, tally.of(await tx.unsafe(copyOut(table)).readable()));
    manifest.tables.push({ name: table.name, rows: tally.lines(), sha256: tally.digest() });
  }
  const files = newTally();
  yield* cut(places.media, files.of(mediaLines()));
  manifest.media = { ...manifest.media, files: files.lines(), sha256: files.digest() };
  const jobs = newTally();
  yield* cut(places.jobs, jobs.of(jobLines(tx)));
  manifest.jobs = jobs.lines();
  yield { name: places.manifest, bytes: json(manifest) };
  return manifest;

  async function* mediaLines(): AsyncGenerator<Buffer> {
    for await (const file of namedFiles(tx)) {
      manifest.media.bytes += file.bytes;
      await listed(lineOf(file));
      yield Buffer.from(lineOf(file));
    }
  }
}

/** Counts lines and hashes bytes on their way. PostgreSQL's text form has one line per row. */
export function newTally() {
  const hash = createHash('sha256');
  let lines = 0;
  return {
    add(chunk: Buffer): void {
      hash.update(chunk);
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    },
    async *of(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        this.add(chunk);
        yield chunk;
      }
    },
    lines: () => lines,
    digest: () => hash.digest('hex'),
  };
}

/** Numbered parts of a few megabytes; none when there is nothing. */
async function* cut(folder: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  let held: Buffer[] = [];
  let length = 0;
  let number = 0;
  const part = (): Part => {
    number += 1;
    const name = `${folder}${folder.endsWith('/') ? '' : '/'}${String(number).padStart(6, '0')}`;
    const bytes = Buffer.concat(held);
    held = [];
    length = 0;
    return { name, bytes };
  };
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length >= partLength) yield part();
  }
  if (length > 0) yield part();
}

async function appliedMigrations(tx: Sql): Promise<string[]> {
  const [found] = await tx`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (found?.there !== true) return [];
  const rows = await tx`select hash from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ hash }) => String(hash));
}

/**
 * Jobs that wait. They are kept by what they ask for and not as rows of the queue, whose tables are its own
 * affair and change with its version.
 */
async function* jobLines(tx: Sql): AsyncGenerator<Buffer> {
  const [found] = await tx`select to_regclass('graphile_worker._private_jobs') is not null as there`;
  if (found?.there !== true) return;
  const pages = tx`
    select t.identifier, j.payload, j.run_at as "runAt", j.max_attempts::int as "maxAttempts",
      q.queue_name as "queueName", j.key as "jobKey", j.priority::int as priority
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts order by j.id`.cursor(500);
  for await (const rows of pages) {
    for (const row of rows) yield Buffer.from(`${JSON.stringify(row)}\n`);
  }
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
