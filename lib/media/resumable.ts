import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Actor } from '#lib/accounts/actor.ts';
import { domainErrorCode, errorCode, notAllowed, notFound } from '#lib/errors.ts';
import { type AgencyId, type AssetId, assetId, type UserId } from '#lib/ids.ts';
import { processWide } from '#lib/process-wide.ts';
import { resumableUploadPath } from '#lib/urls.ts';
import { namesIn } from './disk-storage.ts';
import { ingestFile, requireUploadFor } from './ingest.ts';
import { refusedFile } from './refusals.ts';
import { resumableFolder } from './resumable-folder.ts';
import { resumableLimits, uploadLimits } from './table.ts';

/** One for the whole process: its locks keep two requests from writing one file at once. */
const servers = processWide('media.resumable', () => new Map<string, Server>());

function server(): Server {
  const folder = resumableFolder();
  const known = servers.value.get(folder);
  if (known !== undefined) return known;
  const made = new Server({
    path: resumableUploadPath,
    relativeLocation: true,
    maxSize: uploadLimits.bytes,
    datastore: new FileStore({ directory: folder }),
    disableTerminationForFinishedUploads: true,
    namingFunction: ({ headers }) => headers.get(idHeader) ?? '',
    getFileIdFromRequest: ({ url }) => new URL(url).pathname.split('/').at(-1),
  });
  servers.value.set(folder, made);
  return made;
}

/** Carries the id we made from our own check to the protocol; nothing from outside reaches it. */
const idHeader = 'x-own-upload';

/**
 * Begins an upload: nothing has arrived yet, and only this person can go on with it.
 *
 * @throws as an upload in one piece would for this agency; notAllowed when too many are unfinished
 */
export async function beginUpload(actor: Actor, agency: AgencyId, request: Request): Promise<Response> {
  await requireUploadFor(actor, agency);
  const length = request.headers.get('upload-length') ?? '';
  if (!/^\d{1,12}$/.test(length)) throw refusedFile('photo_length_missing');
  if (Number(length) === 0) throw refusedFile('photo_empty');
  if (Number(length) > uploadLimits.bytes) throw refusedFile('photo_too_large');
  await refuseTooManyUnfinished(actor.userId);
  await mkdir(resumableFolder(), { recursive: true });
  return server().handleWeb(protocolRequest(request, `${ownMark(actor.userId)}-${randomBytes(16).toString('hex')}`));
}

/**
 * Says how much of an upload has arrived, takes more of it, or drops it.
 *
 * @throws notFound for what this person did not begin
 */
export async function continueUpload(actor: Actor, id: string, request: Request): Promise<Response> {
  requireOwn(actor, id);
  return server().handleWeb(protocolRequest(request, id));
}

/**
 * Takes an upload that has arrived whole, as one that came in one piece. Asking twice gives the
 * same asset, since the first answer may have been lost with the connection.
 *
 * @throws notFound for what this person did not begin; as `ingestFile`
 */
export async function finishUpload(
  actor: Actor,
  id: string,
  { agencyId, fileName }: { agencyId: AgencyId; fileName: string },
): Promise<AssetId> {
  requireOwn(actor, id);
  const path = join(resumableFolder(), id);
  const known = await textOf(takenMark(path));
  if (known !== null) return assetId.parse(known);
  const description = await textOf(`${path}.json`);
  if (description === null) throw notFound('upload');
  const { size: bytes } = await stat(path);
  if (bytes !== announcedIn(description)) throw refusedFile('photo_incomplete');
  try {
    const body = createReadStream(path);
    const taken = await ingestFile(actor, { agencyId, fileName, declaredLength: bytes, body });
    await writeFile(takenMark(path), taken.assetId, { mode: 0o600 });
    await drop(path);
    return taken.assetId;
  } catch (error) {
    // What was refused will be refused again; after a full disk the same bytes may be taken.
    if (domainErrorCode(error) === 'invalid') await drop(path);
    throw error;
  }
}

async function refuseTooManyUnfinished(person: UserId): Promise<void> {
  const names = (await namesIn(resumableFolder())).filter((name) => !name.includes('.'));
  const mine = names.filter((name) => name.startsWith(`${ownMark(person)}-`));
  if (mine.length < resumableLimits.perPerson && names.length < resumableLimits.all) return;
  throw notAllowed(
    'Masih terlalu banyak unggahan yang belum selesai. Selesaikan atau batalkan dulu sebagian, lalu unggah lagi.',
  );
}

/** The beginning of the names of a person's uploads: whose they are is seen without opening them. */
function ownMark(person: UserId): string {
  return createHash('sha256').update(`unggahan:${person}`).digest('hex').slice(0, 16);
}

function requireOwn(actor: Actor, id: string): void {
  if (!/^[0-9a-f]{16}-[0-9a-f]{32}$/.test(id) || !id.startsWith(`${ownMark(actor.userId)}-`)) throw notFound('upload');
}

/** What the protocol may know of a request: its own headers, and the id we checked. */
function protocolRequest(request: Request, id: string): Request {
  const headers = new Headers({ [idHeader]: id });
  for (const name of ['tus-resumable', 'upload-length', 'upload-offset', 'content-type', 'content-length']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers };
  if (request.body !== null) Object.assign(init, { body: request.body, duplex: 'half' });
  return new Request(request.url, init);
}

const takenMark = (path: string) => `${path}.diterima`;

async function drop(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.json`, { force: true });
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Bytes the sender announced, as the protocol wrote them down. */
function announcedIn(description: string): number | undefined {
  const read: unknown = JSON.parse(description);
  if (typeof read !== 'object' || read === null || !('size' in read)) return undefined;
  return typeof read.size === 'number' ? read.size : undefined;
}
