import { rm } from 'node:fs/promises';
import { and, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Transaction, transaction } from '#db/client.ts';
import type { AssetKind, AssetState } from '#db/schema/enums.ts';
import { agencies, assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { invalid, notAllowed, notFound } from '#lib/errors.ts';
import { type AgencyId, type AssetId, agencyId, type PortalId } from '#lib/ids.ts';
import { mayUploadFor, worksFor } from './access.ts';
import { type Arrival, receiveFile } from './arrivals.ts';
import { type Inspected, inspect } from './inspection.ts';
import { refuseBeyondQuota } from './quota.ts';
import { uploadRefusals } from './refusals.ts';
import { askForRenditions } from './rendition-job.ts';
import { requireClean } from './scanner.ts';
import { mediaStorage } from './stored-files.ts';
import { uploadLimits } from './table.ts';

const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export const uploadInput = z.strictObject({
  agencyId,
  /** As the sender's device calls it; shown to people, never part of a path. */
  fileName: z
    .string('Nama berkas harus berupa teks.')
    .transform((name) => name.toWellFormed().replace(unseen, '').trim().slice(0, uploadLimits.fileName).toWellFormed()),
  declaredLength: z.int(uploadRefusals.photo_length_missing).nonnegative(uploadRefusals.photo_length_missing),
});
export type UploadInput = z.input<typeof uploadInput>;

export type Ingested = {
  assetId: AssetId;
  kind: AssetKind;
  state: AssetState;
  /** Pixels; 0 for a document. */
  width: number;
  height: number;
  hash: string;
};

/** A file on its way in. */
export type Upload = UploadInput & { body: AsyncIterable<Uint8Array> };

/**
 * Takes one photo: reads who may, receives the bytes, looks at what they are, keeps the
 * original, writes the row and asks for its renditions. The row comes last, so there is never
 * one without bytes; a crash before it leaves a file that is swept later.
 *
 * The same photo sent again by the same person for the same agency is the same asset, so that
 * a repeated request after a broken answer does no harm.
 *
 * @throws invalid with field `photo` and a sentence; notAllowed; notFound for an unknown agency;
 * a system error (ENOSPC) when the disk is full
 */
export function ingestPhoto(actor: Actor, upload: Upload): Promise<Ingested> {
  return ingest(actor, upload, ['photo']);
}

/**
 * Takes one PDF as `ingestPhoto` takes a photo. Nothing is made of it, so it is ready at once;
 * readers may have it when an edition that brings it is published.
 *
 * @throws as `ingestPhoto`, also for a PDF that is locked or holds active content
 */
export function ingestDocument(actor: Actor, upload: Upload): Promise<Ingested> {
  return ingest(actor, upload, ['document']);
}

/** Takes a photo or a PDF, whichever the bytes are. */
export function ingestFile(actor: Actor, upload: Upload): Promise<Ingested> {
  return ingest(actor, upload, ['photo', 'document']);
}

async function ingest(actor: Actor, upload: Upload, wanted: readonly AssetKind[]): Promise<Ingested> {
  const { body, ...rest } = upload;
  const input = parsed(rest);
  const portal = await portalToUploadIn(actor, input.agencyId);
  await refuseFlood(actor, input.agencyId);
  await refuseBeyondQuota(actor.userId, input.declaredLength);
  const arrival = await receiveFile(body, input.declaredLength);
  try {
    const inspected = await inspect(arrival, wanted);
    await requireClean(arrival.path);
    await mediaStorage().put(inspected.key, arrival.path);
    return await keepRow(actor, portal, input, { ...arrival, ...inspected });
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

/**
 * Refuses before a byte has come what would be refused after it.
 *
 * @param bytes as announced
 * @throws notAllowed, notFound for an unknown agency
 */
export async function requireUploadFor(actor: Actor, agency: AgencyId, bytes: number): Promise<void> {
  await portalToUploadIn(actor, agency);
  await refuseFlood(actor, agency);
  await refuseBeyondQuota(actor.userId, bytes);
}

async function portalToUploadIn(actor: Actor, agency: AgencyId): Promise<PortalId> {
  const [row] = await database()
    .select({ portalId: agencies.portalId, isActive: agencies.isActive })
    .from(agencies)
    .where(eq(agencies.id, agency));
  if (row === undefined || !worksFor(actor, row.portalId)) throw notFound('agency');
  if (!mayUploadFor(actor, row.portalId, agency)) {
    throw notAllowed(
      'Hanya kontributor dan verifikator perangkat daerah ini serta redaktur yang dapat mengunggah untuknya.',
    );
  }
  if (!row.isActive) throw notAllowed('Perangkat daerah ini sudah tidak aktif. Pilih perangkat daerah lain.');
  return row.portalId;
}

async function refuseFlood(actor: Actor, agency: AgencyId): Promise<void> {
  const anHourAgo = new Date(now().getTime() - 60 * 60 * 1000);
  const [sent] = await database()
    .select({ files: count() })
    .from(assets)
    .where(and(eq(assets.agencyId, agency), gt(assets.uploadedAt, anHourAgo), eq(assets.uploadedBy, actor.userId)));
  if ((sent?.files ?? 0) >= uploadLimits.perHour) {
    throw notAllowed(
      `Anda sudah mengunggah ${uploadLimits.perHour} berkas dalam satu jam. Lanjutkan beberapa saat lagi.`,
    );
  }
}

async function knownAsset(
  tx: Transaction,
  actor: Actor,
  agency: AgencyId,
  hash: string,
): Promise<Ingested | undefined> {
  const [asset] = await tx
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
  return asset;
}

type TakenFile = Arrival & Inspected;

async function keepRow(
  actor: Actor,
  portal: PortalId,
  input: z.output<typeof uploadInput>,
  file: TakenFile,
): Promise<Ingested> {
  return transaction(async (tx) => {
    const known = await knownAsset(tx, actor, input.agencyId, file.hash);
    if (known?.state === 'ready') return known;
    const kept = known ?? (await insertAsset(tx, actor, portal, input, file));
    // Asked again for a known one too: its first job may have died of something that is mended now.
    if (kept.kind === 'photo') await askForRenditions(tx, kept.assetId);
    return kept;
  });
}

async function insertAsset(
  tx: Transaction,
  actor: Actor,
  portal: PortalId,
  input: z.output<typeof uploadInput>,
  { kind, hash, mediaType, bytes, width, height }: TakenFile,
): Promise<Ingested> {
  const [row] = await tx
    .insert(assets)
    .values({
      portalId: portal,
      agencyId: input.agencyId,
      uploadedBy: actor.userId,
      uploadedAt: now(),
      fileName: input.fileName || (kind === 'photo' ? 'foto' : 'dokumen.pdf'),
      ...{ kind, hash, mediaType, bytes, width, height },
      state: kind === 'photo' ? 'processing' : 'ready',
    })
    .returning(ingestedColumns);
  if (row === undefined) throw new Error('the file was not inserted');
  return row;
}

const ingestedColumns = {
  assetId: assets.id,
  kind: assets.kind,
  state: assets.state,
  width: assets.width,
  height: assets.height,
  hash: assets.hash,
};
