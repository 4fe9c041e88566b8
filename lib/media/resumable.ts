import { createHash, randomBytes } from 'node:crypto';
import { Server } from '@tus/server';
import type { Actor } from '#lib/accounts/actor.ts';
import { domainErrorCode, notAllowed, notFound } from '#lib/errors.ts';
import { type AgencyId, type AssetId, assetId, type UserId } from '#lib/ids.ts';
import { processWide } from '#lib/process-wide.ts';
import { resumableUploadPath } from '#lib/urls.ts';
import { ingestFile, requireUploadFor } from './ingest.ts';
import { isStorageAway } from './object-store.ts';
import { refusedFile } from './refusals.ts';
import { resumableLimits, uploadLimits } from './table.ts';
import { unfinishedUploads } from './unfinished-uploads.ts';
import type { UnfinishedUploads } from './upload-place.ts';

/** One for the whole process: its locks keep two requests from writing one file at once. */
const servers = processWide('media.resumable', () => new Map<string, Server>());

function serverOf({ place, dataStore }: UnfinishedUploads): Server {
  const known = servers.value.get(place);
  if (known !== undefined) return known;
  const made = new Server({
    path: resumableUploadPath,
    relativeLocation: true,
    maxSize: uploadLimits.bytes,
    datastore: dataStore,
    disableTerminationForFinishedUploads: true,
    namingFunction: ({ headers }) => headers.get(idHeader) ?? '',
    getFileIdFromRequest: ({ url }) => new URL(url).pathname.split('/').at(-1),
    // The sender comes again by itself.
    onResponseError: (_, error) => (isStorageAway(error) ? { status_code: 503, body: '' } : undefined),
  });
  servers.value.set(place, made);
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
  const length = request.headers.get('upload-length') ?? '';
  if (!/^\d{1,12}$/.test(length)) throw refusedFile('photo_length_missing');
  if (Number(length) === 0) throw refusedFile('photo_empty');
  if (Number(length) > uploadLimits.bytes) throw refusedFile('photo_too_large');
  await requireUploadFor(actor, agency, Number(length));
  const uploads = unfinishedUploads();
  await refuseTooManyUnfinished(uploads, actor.userId);
  await uploads.prepare();
  return serverOf(uploads).handleWeb(
    protocolRequest(request, `${ownMark(actor.userId)}-${randomBytes(16).toString('hex')}`),
  );
}

/**
 * Says how much of an upload has arrived, takes more of it, or drops it.
 *
 * @throws notFound for what this person did not begin
 */
export async function continueUpload(actor: Actor, id: string, request: Request): Promise<Response> {
  requireOwn(actor, id);
  return serverOf(unfinishedUploads()).handleWeb(protocolRequest(request, id));
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
  const uploads = unfinishedUploads();
  const known = await uploads.takenAs(id);
  if (known !== null) return assetId.parse(known);
  const upload = await uploads.found(id);
  if (upload === null) throw notFound('upload');
  const { announced, bytes } = upload;
  if (bytes !== announced) throw refusedFile('photo_incomplete');
  try {
    const taken = await ingestFile(actor, { agencyId, fileName, declaredLength: bytes, body: upload.open() });
    await uploads.noteTaken(id, taken.assetId);
    await uploads.drop(id);
    return taken.assetId;
  } catch (error) {
    // What was refused will be refused again; after a full disk the same bytes may be taken.
    if (domainErrorCode(error) === 'invalid') await uploads.drop(id);
    throw error;
  }
}

async function refuseTooManyUnfinished(uploads: UnfinishedUploads, person: UserId): Promise<void> {
  const names = await uploads.names();
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
