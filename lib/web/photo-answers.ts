import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { invalid, notFound } from '#lib/errors.ts';
import { agencyId, assetId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { ingestPhoto } from '#lib/media/ingest.ts';
import { photoView } from '#lib/media/photo-view.ts';
import { photoForActor, renditionForActor } from '#lib/media/reads.ts';
import { isStorageFull, storageFullText, uploadRefusals } from '#lib/media/refusals.ts';
import { takeUploadTurn } from '#lib/media/upload-turns.ts';
import { issuesOfZod } from './error-answer.ts';

/** Header that carries the file's name, percent-encoded (a header takes no letters beyond Latin-1). */
export const fileNameHeader = 'x-nama-berkas';
/** Query parameter that names the agency. */
export const agencyParameter = 'opd';

const uploadRequest = z.strictObject({
  agencyId,
  fileName: z.string().max(2_000).transform(decoded),
  declaredLength: z
    .string(uploadRefusals.photo_length_missing)
    .regex(/^\d{1,12}$/, uploadRefusals.photo_length_missing)
    .transform(Number),
});

/**
 * Takes one photo: `POST /redaksi/unggah?opd=<agency>`, the file as the bare body, its name
 * percent-encoded in a header. Answers 201 with a `PhotoView`.
 *
 * 503 with Retry-After when too many arrive at once, 507 when the disk is full.
 */
export async function takePhoto(actor: Actor, request: Request): Promise<Response> {
  const upload = uploadOf(request);
  const endTurn = takeUploadTurn(actor.userId);
  if (endTurn === null) return refused(503, 'busy', busyText, { 'retry-after': '5' });
  try {
    const { assetId: taken } = await ingestPhoto(actor, { ...upload, body: request.body ?? nothing() });
    return Response.json(photoView(await photoForActor(actor, taken)), { status: 201 });
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    log('alarm', 'storage_full');
    return refused(507, 'storage_full', storageFullText);
  } finally {
    endTurn();
  }
}

/** How far a photo is: `GET /redaksi/unggah/<asset>`, a `PhotoView`. */
export async function photoStatus(actor: Actor, params: { assetId: string }): Promise<Response> {
  const id = assetId.safeParse(params.assetId);
  if (!id.success) throw notFound('photo');
  return Response.json(photoView(await photoForActor(actor, id.data)));
}

/**
 * One rendition, for people of the newsroom who may see its photo. Opened by itself it can
 * do nothing: fixed type, no sniffing, sandboxed.
 */
export async function newsroomPicture(actor: Actor, params: { key: string[] }): Promise<Response> {
  const rendition = await renditionForActor(actor, params.key.join('/'));
  const bytes = await rendition.read();
  if (bytes === null) throw notFound('rendition');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': rendition.mediaType,
      'content-length': String(bytes.length),
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}

const busyText = 'Masih banyak foto yang sedang diterima. Foto ini menunggu sebentar, lalu dapat dikirim lagi.';

function refused(status: number, code: string, text: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, text, issues: [] }, { status, headers });
}

function uploadOf(request: Request): z.output<typeof uploadRequest> {
  const parsed = uploadRequest.safeParse({
    agencyId: new URL(request.url).searchParams.get(agencyParameter) ?? '',
    fileName: request.headers.get(fileNameHeader) ?? '',
    declaredLength: request.headers.get('content-length') ?? undefined,
  });
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
