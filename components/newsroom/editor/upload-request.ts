import { z } from 'zod';
import '#lib/zod-in-browser.ts';
import { assetId } from '#lib/ids.ts';
import { uploadRefusals } from '#lib/media/refusals.ts';
import { acceptedMediaTypes, documentMediaType, resumableLimits, uploadLimits } from '#lib/media/table.ts';
import { uploadPath, uploadStatusPath } from '#lib/urls.ts';
import type { DocumentFile } from './documents.ts';
import type { Photo } from './photos.tsx';
import { mayPass, sendInPieces } from './resumable-request.ts';
import type { OnShare, Sent, TakenFile, UploadDoors } from './uploads.ts';

/** For the file picker: naming JPEG makes phones turn HEIC into it. */
export const acceptedFiles = acceptedMediaTypes.join(',');

const photoAnswer = z.object({
  assetId,
  assetHash: z.string(),
  fileName: z.string(),
  state: z.enum(['processing', 'ready', 'failed', 'withdrawn']),
  failure: z.string().nullable(),
  source: z.string().nullable(),
  rightsUntil: z.string().nullable().optional(),
});

const documentAnswer = z.object({
  kind: z.literal('document'),
  assetId,
  assetHash: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  state: z.enum(['processing', 'ready', 'failed', 'withdrawn']),
  source: z.string(),
  version: z.number(),
});

const refusal = z.object({ text: z.string(), issues: z.array(z.object({ text: z.string() })).default([]) });

/** The file's name, percent-encoded. */
const nameHeader = 'x-nama-berkas';

const lost = 'Sambungan terputus sebelum berkas ini sampai.';
const busy = 'Peladen sedang sibuk.';

const isOnline = () => navigator.onLine;

/** Milliseconds between two looks at a photo that is being made ready. */
const betweenLooks = 1500;

/** Uploads for an agency, over XMLHttpRequest because only that tells how much has left. */
export function uploadDoors(agencyId: string): UploadDoors<Photo> {
  return {
    send: (file, onShare, signal) =>
      sendFile({ agencyId, file, mediaType: 'application/octet-stream', answer: photoAnswer }, onShare, signal),
    finish,
    refuse,
    isOnline,
    newId: () => crypto.randomUUID(),
  };
}

const fileAnswer = z.discriminatedUnion('kind', [
  photoAnswer.extend({ kind: z.literal('photo'), version: z.number() }),
  documentAnswer.extend({ failure: z.null().default(null) }),
]);
/** A file taken into the library. */
export type LibraryFile = z.output<typeof fileAnswer>;

/** The same for the library, which takes photos and documents alike. */
export function libraryDoors(agencyId: string): UploadDoors<LibraryFile> {
  return {
    send: (file, onShare, signal) =>
      sendFile({ agencyId, file, mediaType: 'application/octet-stream', answer: fileAnswer }, onShare, signal),
    // Whether it can be decoded is seen in the library; nobody waits for it with the words.
    finish: (file) => Promise.resolve({ ...file, state: 'ready' as const }),
    refuse,
    isOnline,
    newId: () => crypto.randomUUID(),
  };
}

/** The same for documents, which are ready as soon as they are taken. */
export function documentDoors(agencyId: string): UploadDoors<DocumentFile> {
  return {
    send: (file, onShare, signal) =>
      sendFile({ agencyId, file, mediaType: documentMediaType, answer: documentAnswer }, onShare, signal),
    finish: (document) => Promise.resolve(document),
    refuse: refuseDocument,
    isOnline,
    newId: () => crypto.randomUUID(),
  };
}

function refuseDocument(file: File): string | undefined {
  if (file.size === 0) return uploadRefusals.photo_empty;
  if (file.size > uploadLimits.bytes) return uploadRefusals.photo_too_large;
  if (file.type !== documentMediaType && !/\.pdf$/i.test(file.name)) return uploadRefusals.document_unknown_kind;
  return undefined;
}

/** What is plain before a byte has left; the server looks at the bytes themselves. */
function refuse(file: File): string | undefined {
  if (file.size === 0) return uploadRefusals.photo_empty;
  if (file.size > uploadLimits.bytes) return uploadRefusals.photo_too_large;
  if (/^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name)) return uploadRefusals.photo_heic;
  if (file.type === 'image/svg+xml') return uploadRefusals.photo_svg;
  return undefined;
}

type Sending<Taken> = { agencyId: string; file: File; mediaType: string; answer: z.ZodType<Taken> };

/** Larger files go in pieces, so that a dropped connection costs a piece and not the file. */
function sendFile<Taken extends TakenFile>(
  sending: Sending<Taken>,
  onShare: OnShare,
  signal: AbortSignal,
): Promise<Sent<Taken>> {
  const isLarge = sending.file.size >= resumableLimits.fromBytes;
  return isLarge ? sendLarge(sending, onShare, signal) : sendAtOnce(sending, onShare, signal);
}

async function sendLarge<Taken extends TakenFile>(
  { agencyId, file, answer }: Sending<Taken>,
  onShare: OnShare,
  signal: AbortSignal,
): Promise<Sent<Taken>> {
  const arrived = await sendInPieces(file, agencyId, onShare, signal);
  if (arrived.kind === 'stopped') return { kind: 'unreachable', text: lost };
  if (arrived.kind === 'broken')
    return arrived.status === 0 ? { kind: 'unreachable', text: lost } : answered(arrived, answer);
  const sent = await takeWhole(arrived.address, { agencyId, file, answer }, signal);
  if (sent.kind !== 'unreachable') await arrived.forget();
  return sent;
}

/** Asks the server to look at what has arrived. The same question may be asked again. */
async function takeWhole<Taken extends TakenFile>(
  address: string,
  { agencyId, file, answer }: Omit<Sending<Taken>, 'mediaType'>,
  signal: AbortSignal,
): Promise<Sent<Taken>> {
  const headers = { [nameHeader]: encodeURIComponent(file.name.toWellFormed()) };
  const { pathname } = new URL(address, location.href);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const path = `${pathname}?${new URLSearchParams({ opd: agencyId })}`;
      const response = await fetch(path, { method: 'POST', headers, signal });
      const sent = answered({ status: response.status, text: await response.text() }, answer);
      if (sent.kind !== 'unreachable' || attempt === wholeAttempts) return sent;
    } catch {
      // The connection broke before the answer.
      if (signal.aborted || attempt === wholeAttempts) return { kind: 'unreachable', text: lost };
    }
    // Nothing tells the browser when a server that was away is back: it asks again, each time later.
    await new Promise((resolve) => setTimeout(resolve, attempt * betweenLooks));
  }
}

const wholeAttempts = 4;

function sendAtOnce<Taken extends TakenFile>(
  { agencyId, file, mediaType, answer }: Sending<Taken>,
  onShare: OnShare,
  signal: AbortSignal,
): Promise<Sent<Taken>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${uploadPath}?${new URLSearchParams({ opd: agencyId })}`);
    request.setRequestHeader('content-type', mediaType);
    // A header takes no letters beyond Latin-1.
    request.setRequestHeader(nameHeader, encodeURIComponent(file.name.toWellFormed()));
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () =>
      resolve(answered({ status: request.status, text: request.responseText }, answer)),
    );
    request.addEventListener('error', () => resolve({ kind: 'unreachable', text: lost }));
    request.addEventListener('abort', () => resolve({ kind: 'unreachable', text: lost }));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function answered<Taken extends TakenFile>(
  { status, text: body }: { status: number; text: string },
  answer: z.ZodType<Taken>,
): Sent<Taken> {
  const told = jsonOf(body);
  if (status >= 200 && status < 300) {
    const taken = answer.safeParse(told);
    if (taken.success) return { kind: 'taken', file: taken.data };
    return isOfKind(told) ? { kind: 'refused', text: otherKind } : { kind: 'unreachable', text: busy };
  }
  const said = refusal.safeParse(told);
  const text = said.success ? (said.data.issues[0]?.text ?? said.data.text) : busy;
  return status === 401 || mayPass(status) ? { kind: 'unreachable', text } : { kind: 'refused', text };
}

const otherKind = 'Berkas ini bukan jenis yang diminta di sini. Foto masuk ke isi, dokumen PDF ke Lampiran.';

/** An upload the server took, but as something else than was asked for: sending it again changes nothing. */
const isOfKind = (told: unknown) => z.object({ assetId }).safeParse(told).success;

async function finish(photo: Photo, signal: AbortSignal): Promise<Photo> {
  let newest = photo;
  while (newest.state === 'processing' && !signal.aborted) {
    // Nothing tells the browser that the job is done, so it asks now and then.
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    newest = (await look(photo)) ?? newest;
  }
  return newest;
}

/** How far a photo is; null when nobody answered, which says nothing about it. */
export async function look(photo: Pick<Photo, 'assetId'>): Promise<Photo | null> {
  try {
    const response = await fetch(uploadStatusPath(photo.assetId));
    return photoAnswer.safeParse(await response.json()).data ?? null;
  } catch {
    // The network is away: the photo is asked about again.
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page instead of our answer.
    return null;
  }
}
