import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { invalid, notFound } from '#lib/errors.ts';
import { type AssetId, agencyId, assetId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { type DocumentView, documentView } from '#lib/media/document-view.ts';
import { documentFileForActor, documentForActor } from '#lib/media/documents.ts';
import { ingestFile } from '#lib/media/ingest.ts';
import { type PhotoView, photoView } from '#lib/media/photo-view.ts';
import { photoForActor, renditionForActor } from '#lib/media/reads.ts';
import { isStorageFull, storageFullText, uploadRefusals } from '#lib/media/refusals.ts';
import { isDocumentKey } from '#lib/media/storage.ts';
import { documentMediaType } from '#lib/media/table.ts';
import { takeUploadTurn } from '#lib/media/upload-turns.ts';
import { issuesOfZod } from './error-answer.ts';

/** Header that carries the file's name, percent-encoded (a header takes no letters beyond Latin-1). */
export const fileNameHeader = 'x-nama-berkas';
/** Query parameter that names the agency. */
export const agencyParameter = 'opd';

const uploadNames = z.strictObject({ agencyId, fileName: z.string().max(2_000).transform(decoded) });

const uploadRequest = uploadNames.extend({
  declaredLength: z
    .string(uploadRefusals.photo_length_missing)
    .regex(/^\d{1,12}$/, uploadRefusals.photo_length_missing)
    .transform(Number),
});

/**
 * Takes one photo or PDF, whichever the bytes are: `POST /redaksi/unggah?opd=<agency>`, the file
 * as the bare body, its name percent-encoded in a header. Answers 201 with a `PhotoView` or a
 * `DocumentView`; `kind` tells them apart.
 *
 * 503 with Retry-After when too many arrive at once, 507 when the disk is full.
 */
export async function takeUpload(actor: Actor, request: Request): Promise<Response> {
  const upload = uploadOf(request);
  return uploadTurn(actor, async () => {
    const { assetId: taken } = await ingestFile(actor, { ...upload, body: request.body ?? nothing() });
    return viewOfUpload(actor, taken);
  });
}

/** Does the work of one upload in its turn: 503 when too many arrive at once, 507 when the disk is full. */
export async function uploadTurn(actor: Actor, work: () => Promise<Response>): Promise<Response> {
  const endTurn = takeUploadTurn(actor.userId);
  if (endTurn === null) return refused(503, 'busy', busyText, { 'retry-after': '5' });
  try {
    return await whenStorageFull(work);
  } finally {
    endTurn();
  }
}

/** Says it in words, and to the operator, when there is no room for a file. */
export async function whenStorageFull(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    log('alarm', 'storage_full');
    return refused(507, 'storage_full', storageFullText);
  }
}

/** What is answered for a file that was taken. */
export async function viewOfUpload(actor: Actor, taken: AssetId): Promise<Response> {
  return Response.json(await viewOf(actor, taken), { status: 201 });
}

/** How far an upload is: `GET /redaksi/unggah/<asset>`, a `PhotoView` or a `DocumentView`. */
export async function uploadStatus(actor: Actor, params: { assetId: string }): Promise<Response> {
  const id = assetId.safeParse(params.assetId);
  if (!id.success) throw notFound('upload');
  return Response.json(await viewOf(actor, id.data));
}

async function viewOf(actor: Actor, id: AssetId): Promise<PhotoView | DocumentView> {
  const document = await documentForActor(actor, id);
  return document === null ? photoView(await photoForActor(actor, id)) : documentView(document);
}

/**
 * One rendition or document, for people of the newsroom who may see it. Opened by itself it can
 * do nothing: fixed type, no sniffing, sandboxed; a document is only ever saved.
 */
export async function newsroomFile(actor: Actor, params: { key: string[] }): Promise<Response> {
  const key = params.key.join('/');
  if (isDocumentKey(key)) return newsroomDocument(actor, key);
  const rendition = await renditionForActor(actor, key);
  const bytes = await rendition.read();
  if (bytes === null) throw notFound('rendition');
  return new Response(new Uint8Array(bytes), {
    headers: { ...fileHeaders(rendition.mediaType, bytes.length), 'content-disposition': 'inline' },
  });
}

async function newsroomDocument(actor: Actor, key: string): Promise<Response> {
  const file = await documentFileForActor(actor, key);
  const stream = await file.open();
  if (stream === null) throw notFound('document');
  return new Response(webStream(stream), {
    headers: { ...fileHeaders(documentMediaType, file.bytes), 'content-disposition': attachment(file.fileName) },
  });
}

/** Piece by piece as they are taken: a file of 25 MB never stands in memory. */
export function webStream(file: Readable): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Uint8Array> = file[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => {
      file.destroy();
    },
  });
}

export function fileHeaders(mediaType: string, bytes: number): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(bytes),
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

/** RFC 6266: a plain name for old programs, the true one percent-encoded; it always ends in .pdf. */
export function attachment(fileName: string): string {
  const name = /\.pdf$/i.test(fileName) ? fileName : `${fileName}.pdf`;
  const plain = name.replace(/[^\w .-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const busyText = 'Masih banyak berkas yang sedang diterima. Berkas ini menunggu sebentar, lalu dapat dikirim lagi.';

function refused(status: number, code: string, text: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, text, issues: [] }, { status, headers });
}

function uploadOf(request: Request): z.output<typeof uploadRequest> {
  const declaredLength = request.headers.get('content-length') ?? undefined;
  return checked(uploadRequest, { ...namesIn(request), declaredLength });
}

/** For which agency a file comes and what it is called, as every upload says it. */
export function uploadNamesOf(request: Request): z.output<typeof uploadNames> {
  return checked(uploadNames, namesIn(request));
}

const namesIn = (request: Request) => ({
  agencyId: new URL(request.url).searchParams.get(agencyParameter) ?? '',
  fileName: request.headers.get(fileNameHeader) ?? '',
});

function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(issuesOfZod(parsed.error));
}

/** A name that is not well percent-encoded stays as it came: it is only shown. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return name;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // A request without a body.
}
