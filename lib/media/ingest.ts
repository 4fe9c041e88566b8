import { open, rm } from 'node:fs/promises';
import { and, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Transaction, transaction } from '#db/client.ts';
import type { AssetState } from '#db/schema/enums.ts';
import { agencies, assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { invalid, notAllowed, notFound } from '#lib/errors.ts';
import { type AgencyId, type AssetId, agencyId, type PortalId } from '#lib/ids.ts';
import { mayUploadFor, worksFor } from './access.ts';
import { type Arrival, receiveFile } from './arrivals.ts';
import { type PhotoSize, readPhotoSize } from './photo-header.ts';
import { recognise, recognisedFrom } from './recognise.ts';
import { refusedPhoto, type UploadRefusal, uploadRefusals } from './refusals.ts';
import { askForRenditions } from './rendition-job.ts';
import { originalKey } from './storage.ts';
import { mediaStorage } from './stored-files.ts';
import { type AcceptedMediaType, uploadLimits } from './table.ts';

const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export const uploadInput = z.strictObject({
  agencyId,
  /** As the sender's device calls it; shown to people, never part of a path. */
  fileName: z
    .string('Nama berkas harus berupa teks.')
    .transform(
      (name) => name.toWellFormed().replace(unseen, '').trim().slice(0, uploadLimits.fileName).toWellFormed() || 'foto',
    ),
  declaredLength: z.int(uploadRefusals.photo_length_missing).nonnegative(uploadRefusals.photo_length_missing),
});
export type UploadInput = z.input<typeof uploadInput>;

export type IngestedPhoto = { assetId: AssetId; state: AssetState; width: number; height: number; hash: string };

/**
 * Takes one photo, the only door for photos: reads who may, receives the bytes, looks at what
 * they are, keeps the original, writes the row and asks for its renditions. The row comes last,
 * so there is never one without bytes; a crash before it leaves a file that is swept later.
 *
 * The same photo sent again by the same person for the same agency is the same asset, so that
 * a repeated request after a broken answer does no harm.
 *
 * @throws invalid with field `photo` and a sentence; notAllowed; notFound for an unknown agency;
 * a system error (ENOSPC) when the disk is full
 */
export async function ingestPhoto(
  actor: Actor,
  upload: UploadInput & { body: AsyncIterable<Uint8Array> },
): Promise<IngestedPhoto> {
  const { body, ...rest } = upload;
  const input = parsed(rest);
  const portal = await portalToUploadIn(actor, input.agencyId);
  await refuseFlood(actor, input.agencyId);
  const arrival = await receiveFile(body, input.declaredLength);
  try {
    const { mediaType, size } = await inspect(arrival);
    await mediaStorage().put(originalKey(arrival.hash, mediaType), arrival.path);
    return await keepRow(actor, portal, input, { ...arrival, ...size, mediaType });
  } finally {
    await rm(arrival.path, { force: true });
  }
}

function parsed(upload: UploadInput): z.output<typeof uploadInput> {
  const result = uploadInput.safeParse(upload);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map((issue) => ({
      field: issue.path.map(String).join('.'),
      code: issue.code,
      text: issue.message,
    })),
  );
}

async function portalToUploadIn(actor: Actor, agency: AgencyId): Promise<PortalId> {
  const [row] = await database()
    .select({ portalId: agencies.portalId, isActive: agencies.isActive })
    .from(agencies)
    .where(eq(agencies.id, agency));
  if (row === undefined || !worksFor(actor, row.portalId)) throw notFound('agency');
  if (!mayUploadFor(actor, row.portalId, agency)) {
    throw notAllowed(
      'Hanya kontributor dan verifikator perangkat daerah ini serta redaktur yang dapat mengunggah foto untuknya.',
    );
  }
  if (!row.isActive) throw notAllowed('Perangkat daerah ini sudah tidak aktif. Pilih perangkat daerah lain.');
  return row.portalId;
}

async function refuseFlood(actor: Actor, agency: AgencyId): Promise<void> {
  const anHourAgo = new Date(now().getTime() - 60 * 60 * 1000);
  const [sent] = await database()
    .select({ photos: count() })
    .from(assets)
    .where(and(eq(assets.agencyId, agency), gt(assets.uploadedAt, anHourAgo), eq(assets.uploadedBy, actor.userId)));
  if ((sent?.photos ?? 0) >= uploadLimits.perHour) {
    throw notAllowed(
      `Anda sudah mengunggah ${uploadLimits.perHour} foto dalam satu jam. Lanjutkan beberapa saat lagi.`,
    );
  }
}

/** What the bytes are, judged by themselves. The name and the type that the browser sends play no part. */
async function inspect(arrival: Arrival): Promise<{ mediaType: AcceptedMediaType; size: PhotoSize }> {
  const file = await open(arrival.path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(recognisedFrom), 0, recognisedFrom, 0);
    const recognised = recognise(buffer.subarray(0, bytesRead));
    if (recognised.kind !== 'photo') throw refusedPhoto(refusalOf[recognised.kind]);
    const size = await readPhotoSize(file, recognised.mediaType);
    if (size === undefined) throw refusedPhoto('photo_damaged');
    if (size.width * size.height > uploadLimits.pixels) throw refusedPhoto('photo_too_many_pixels');
    if (Math.max(size.width, size.height) > Math.min(size.width, size.height) * uploadLimits.proportion) {
      throw refusedPhoto('photo_too_narrow');
    }
    return { mediaType: recognised.mediaType, size };
  } finally {
    await file.close();
  }
}

const refusalOf = {
  heic: 'photo_heic',
  svg: 'photo_svg',
  unknown: 'photo_unknown_kind',
} as const satisfies Record<string, UploadRefusal>;

async function knownPhoto(
  tx: Transaction,
  actor: Actor,
  agency: AgencyId,
  hash: string,
): Promise<IngestedPhoto | undefined> {
  const [photo] = await tx
    .select(ingestedColumns)
    .from(assets)
    .where(
      and(
        eq(assets.hash, hash),
        eq(assets.agencyId, agency),
        eq(assets.uploadedBy, actor.userId),
        inArray(assets.state, ['processing', 'ready']),
        isNull(assets.withdrawnAt),
      ),
    )
    .limit(1);
  return photo;
}

type TakenPhoto = Arrival & PhotoSize & { mediaType: AcceptedMediaType };

async function keepRow(
  actor: Actor,
  portal: PortalId,
  input: z.output<typeof uploadInput>,
  photo: TakenPhoto,
): Promise<IngestedPhoto> {
  return transaction(async (tx) => {
    const known = await knownPhoto(tx, actor, input.agencyId, photo.hash);
    if (known?.state === 'ready') return known;
    const kept = known ?? (await insertPhoto(tx, actor, portal, input, photo));
    // Asked again for a known one too: its first job may have died of something that is mended now.
    await askForRenditions(tx, kept.assetId);
    return kept;
  });
}

async function insertPhoto(
  tx: Transaction,
  actor: Actor,
  portal: PortalId,
  input: z.output<typeof uploadInput>,
  photo: TakenPhoto,
): Promise<IngestedPhoto> {
  const [row] = await tx
    .insert(assets)
    .values({
      portalId: portal,
      agencyId: input.agencyId,
      uploadedBy: actor.userId,
      uploadedAt: now(),
      fileName: input.fileName,
      hash: photo.hash,
      mediaType: photo.mediaType,
      bytes: photo.bytes,
      width: photo.width,
      height: photo.height,
    })
    .returning(ingestedColumns);
  if (row === undefined) throw new Error('the photo was not inserted');
  return row;
}

const ingestedColumns = {
  assetId: assets.id,
  state: assets.state,
  width: assets.width,
  height: assets.height,
  hash: assets.hash,
};
