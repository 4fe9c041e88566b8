import type { Readable } from 'node:stream';
import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import { errorCode } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import type { ObjectStore } from '#lib/settings.ts';
import { type Slots, slots } from '#lib/slots.ts';

/** What lies in a bucket, by name. Whatever fails for another reason than "not there" is `isStorageAway`. */
export type Bucket = {
  /** @param hash SHA-256 of the bytes, hexadecimal: the store refuses what arrives otherwise */
  put(name: string, bytes: Buffer, hash: string): Promise<void>;
  open(name: string): Promise<Readable | null>;
  stat(name: string): Promise<{ bytes: number; storedAt: Date } | null>;
  /** Does nothing when there is no such object. */
  delete(name: string): Promise<void>;
  /** Names that begin with these letters, in their order. */
  list(beginning: string): AsyncIterable<{ name: string; bytes: number; storedAt: Date }>;
};

/** Milliseconds: until a connection stands, until an answer begins, and for which nothing may move in between. */
const patience = { connection: 2_000, answer: 15_000, silence: 15_000 } as const;
/** So often each question is asked at most. */
const attempts = 3;
/** Questions at the same time: fewer than the client has connections, so that waiting for one is not taken for silence. */
const atOnce = 32;
/** Milliseconds for which a store that was just found away is not asked again: nobody waits for it in turn. */
const restAfterAbsence = 2_000;

type State = { client: Promise<S3Client>; turns: Slots; awayUntil: number; isAway: boolean };

/** One client for each store in the whole process: its connections are kept. */
const states = processWide('media.object-stores', () => new Map<string, State>());

/** The client is loaded with the first question: an install without a store never holds it. */
export function bucketOf(settings: ObjectStore): Bucket {
  const state = stateOf(settings);
  const Bucket = settings.bucket;

  async function ask<T>(
    question: (client: S3Client, s3: typeof import('@aws-sdk/client-s3')) => Promise<T>,
  ): Promise<T> {
    if (performance.now() < state.awayUntil) throw storageAway('it was away a moment ago');
    try {
      const s3 = await import('@aws-sdk/client-s3');
      const answer = await state.turns.run(async () => question(await state.client, s3));
      if (state.isAway) log('info', 'storage_back');
      state.isAway = false;
      return answer;
    } catch (error) {
      if (isMissing(error)) throw error;
      if (!state.isAway) log('alarm', 'storage_away', { reason: reasonOf(error) });
      state.isAway = true;
      state.awayUntil = performance.now() + restAfterAbsence;
      throw storageAway(reasonOf(error));
    }
  }

  return {
    async put(name, bytes, hash) {
      await ask((client, { PutObjectCommand }) =>
        client.send(
          new PutObjectCommand({
            ...{ Bucket, Key: name, Body: bytes, ContentLength: bytes.length },
            ChecksumSHA256: Buffer.from(hash, 'hex').toString('base64'),
          }),
        ),
      );
    },

    async open(name) {
      return unlessMissing(() =>
        ask(async (client, { GetObjectCommand }) =>
          readableOf(await client.send(new GetObjectCommand({ Bucket, Key: name }))),
        ),
      );
    },

    async stat(name) {
      return unlessMissing(() =>
        ask(async (client, { HeadObjectCommand }) => {
          const found = await client.send(new HeadObjectCommand({ Bucket, Key: name }));
          return { bytes: found.ContentLength ?? 0, storedAt: found.LastModified ?? new Date(0) };
        }),
      );
    },

    async delete(name) {
      await unlessMissing(() =>
        ask((client, { DeleteObjectCommand }) => client.send(new DeleteObjectCommand({ Bucket, Key: name }))),
      );
    },

    async *list(beginning) {
      let ContinuationToken: string | undefined;
      do {
        const page = await ask((client, { ListObjectsV2Command }) =>
          client.send(
            new ListObjectsV2Command({
              ...{ Bucket, Prefix: beginning },
              ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
            }),
          ),
        );
        for (const { Key: name, Size: bytes = 0, LastModified: storedAt = new Date(0) } of page.Contents ?? [])
          if (name !== undefined) yield { name, bytes, storedAt };
        ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (ContinuationToken !== undefined);
    },
  };
}

function stateOf(settings: ObjectStore): State {
  const name = [settings.endpoint.href, settings.bucket, settings.accessKeyId].join(' ');
  const known = states.value.get(name);
  if (known !== undefined) return known;
  const made = { client: clientOf(settings), turns: slots(atOnce), awayUntil: 0, isAway: false };
  // A package that cannot be loaded is told with the first question, and tried again with the next.
  made.client.catch(() => states.value.delete(name));
  states.value.set(name, made);
  return made;
}

async function clientOf(settings: ObjectStore): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  return new S3Client({
    endpoint: settings.endpoint.origin,
    region: settings.region,
    forcePathStyle: settings.isPathStyle,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    maxAttempts: attempts,
    // We send the SHA-256 ourselves, and compare it ourselves; not every store knows the newer sums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: patience.connection,
      requestTimeout: patience.answer,
      throwOnRequestTimeout: true,
      socketTimeout: patience.silence,
    },
  });
}

/** In Node the body is the answer itself. */
function readableOf({ Body }: GetObjectCommandOutput): Readable {
  if (Body !== undefined && 'pipe' in Body) return Body;
  throw new Error('The store sent no body');
}

async function unlessMissing<T>(question: () => Promise<T>): Promise<T | null> {
  try {
    return await question();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A missing bucket is no missing file: it is a store that was set up wrongly. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
}

/** A word for the log; messages of the store may hold names of files. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? (errorCode(error) ?? error.name) : 'unknown';
}

const awayCode = 'STORAGE_AWAY';

function storageAway(reason: string): Error {
  return Object.assign(new Error(`The store of files did not answer: ${reason}`), { code: awayCode });
}

/** Whether files cannot be reached just now: whoever asked may ask again. */
export function isStorageAway(error: unknown): boolean {
  return errorCode(error) === awayCode;
}
