import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { ObjectStore } from '#lib/settings.ts';
import { type Bucket, bucketOf } from './object-store.ts';
import { announcedIn, type UnfinishedUploads } from './upload-place.ts';

/** What the names of uploads on their way begin with; stored files never do. */
const beginning = 'unggahan/';
const descriptionName = 'keterangan.json';
const takenName = 'diterima';

/** Bytes held in memory of one request: the piece a browser sends is whole in one object. */
const largestPiece = 2 * 1024 * 1024;

type Piece = { name: string; from: number; bytes: number };

/**
 * Uploads that may go on after a break, in a store that machines share: each piece is an object of its own, named by
 * where it begins and how long it is. What was acknowledged is never touched again, so a process that is killed in
 * the middle of a piece costs that piece and no more, and the next may come to any other.
 */
export function piecesInStore(settings: ObjectStore): UnfinishedUploads {
  const bucket = bucketOf(settings);
  return {
    place: `${settings.endpoint.href}${settings.bucket}`,
    dataStore: new Pieces(bucket),
    prepare: async () => undefined,
    async names() {
      const begun = new Set<string>();
      for await (const { name } of bucket.list(beginning)) {
        const [, id = '', file] = name.split('/');
        if (file === descriptionName) begun.add(id);
      }
      return [...begun];
    },
    async found(id) {
      const description = await textIn(bucket, `${folderOf(id)}${descriptionName}`);
      if (description === null) return null;
      const pieces = await piecesOf(bucket, id);
      return {
        announced: announcedIn(description),
        bytes: endOf(pieces),
        open: () => Readable.from(bytesOf(bucket, pieces)),
      };
    },
    takenAs: (id) => textIn(bucket, `${folderOf(id)}${takenName}`),
    noteTaken: (id, asset) => put(bucket, `${folderOf(id)}${takenName}`, Buffer.from(asset)),
    async drop(id) {
      for await (const { name } of bucket.list(folderOf(id))) {
        if (name !== `${folderOf(id)}${takenName}`) await bucket.delete(name);
      }
    },
  };
}

/** Removes what nobody went on with since. */
export async function sweepPieces(settings: ObjectStore, before: Date): Promise<number> {
  const bucket = bucketOf(settings);
  let swept = 0;
  for await (const { name, storedAt } of bucket.list(beginning)) {
    if (storedAt >= before) continue;
    await bucket.delete(name);
    swept += 1;
  }
  return swept;
}

/** What the protocol's server asks for; it looks after the rest (offsets, lengths, one request at a time here). */
class Pieces extends DataStore {
  readonly #bucket: Bucket;

  constructor(bucket: Bucket) {
    super();
    this.extensions = ['creation', 'termination'];
    this.#bucket = bucket;
  }

  override async create(upload: Upload): Promise<Upload> {
    const described = { ...upload, creation_date: upload.creation_date ?? new Date().toISOString() };
    const { id, size, offset, creation_date } = described;
    const description = JSON.stringify({ id, size, offset, creation_date });
    await put(this.#bucket, `${folderOf(id)}${descriptionName}`, Buffer.from(description));
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const description = await textIn(this.#bucket, `${folderOf(id)}${descriptionName}`);
    if (description === null) throw ERRORS.FILE_NOT_FOUND;
    const size = announcedIn(description);
    const offset = endOf(await piecesOf(this.#bucket, id));
    return new Upload({ id, offset, ...(size === undefined ? {} : { size }) });
  }

  /** What arrived before a connection broke is kept: the sender goes on from there. */
  override async write(body: Readable, id: string, offset: number): Promise<number> {
    let end = offset;
    let held: Buffer[] = [];
    let bytes = 0;
    const keep = async () => {
      if (bytes === 0) return;
      await put(this.#bucket, pieceName(id, end, bytes), Buffer.concat(held));
      end += bytes;
      held = [];
      bytes = 0;
    };
    try {
      for await (const chunk of body) {
        held.push(Buffer.from(chunk));
        bytes += chunk.length;
        if (bytes >= largestPiece) await keep();
      }
    } finally {
      await keep();
    }
    return end;
  }

  override async remove(id: string): Promise<void> {
    let isThere = false;
    for await (const { name } of this.#bucket.list(folderOf(id))) {
      isThere = true;
      await this.#bucket.delete(name);
    }
    if (!isThere) throw ERRORS.FILE_NOT_FOUND;
  }
}

const folderOf = (id: string) => `${beginning}${id}/`;
const pieceName = (id: string, from: number, bytes: number) =>
  `${folderOf(id)}${String(from).padStart(12, '0')}-${bytes}`;

/**
 * The pieces that follow one another from the beginning. Two processes may have taken the same one, when an answer was
 * lost and the sender asked another: the longer of them counts, and what lies inside it does not.
 */
async function piecesOf(bucket: Bucket, id: string): Promise<Piece[]> {
  const all: Piece[] = [];
  for await (const { name, bytes } of bucket.list(folderOf(id))) {
    const from = /\/(\d{12})-\d+$/.exec(name)?.[1];
    if (from !== undefined) all.push({ name, from: Number(from), bytes });
  }
  all.sort((a, b) => a.from - b.from || b.bytes - a.bytes);
  const row: Piece[] = [];
  for (const piece of all) if (piece.from === endOf(row)) row.push(piece);
  return row;
}

function endOf(row: readonly Piece[]): number {
  const last = row.at(-1);
  return last === undefined ? 0 : last.from + last.bytes;
}

async function* bytesOf(bucket: Bucket, pieces: readonly Piece[]): AsyncGenerator<Buffer> {
  for (const { name } of pieces) {
    const piece = await bucket.open(name);
    // Dropped meanwhile: what was announced is then not reached, and said so.
    if (piece === null) return;
    yield* piece;
  }
}

async function textIn(bucket: Bucket, name: string): Promise<string | null> {
  const found = await bucket.open(name);
  return found === null ? null : text(found);
}

function put(bucket: Bucket, name: string, bytes: Buffer): Promise<void> {
  return bucket.put(name, bytes, createHash('sha256').update(bytes).digest('hex'));
}
