import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { agencies, assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { domainErrorCode, issuesOf } from '#lib/errors.ts';
import { type AgencyId, agencyId as anyAgencyId, type PortalId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { aPhoto, heicHead, pngThatClaims, svgWithScript, testMediaFolders } from '#lib/testing/photos.ts';
import { namesIn } from './disk-storage.ts';
import { type Ingested, ingestPhoto } from './ingest.ts';
import { uploadRefusals } from './refusals.ts';
import { uploadLimits } from './table.ts';

testDatabase();
const folders = testMediaFolders();

let portalId: PortalId;
let agencyId: AgencyId;
let contributor: Actor;
beforeAll(async () => {
  portalId = await aPortal();
  agencyId = await anAgency(portalId);
  contributor = await anActor('contributor', portalId, agencyId);
});

type Sent = { bytes: Buffer; actor?: Actor; to?: AgencyId; name?: string; declared?: number };

function send({ bytes, actor = contributor, to = agencyId, name = 'foto.jpg', declared }: Sent): Promise<Ingested> {
  return ingestPhoto(actor, {
    agencyId: to,
    fileName: name,
    declaredLength: declared ?? bytes.length,
    body: inPieces(bytes),
  });
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

async function refusal(sending: Promise<unknown>): Promise<{ code: string | undefined; text: string | undefined }> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const [issue] = issuesOf(error);
  return { code: issue?.code ?? domainErrorCode(error), text: issue?.text };
}

async function leftovers(): Promise<string[]> {
  return [
    ...(await namesIn(join(folders.dataDir(), 'unggahan'))),
    ...(await namesIn(join(folders.mediaDir(), '.masuk'))),
  ];
}

async function jobsFor(assetId: string): Promise<number> {
  const rows = await database().execute(
    sql`select 1 from graphile_worker._private_jobs where payload ->> 'assetId' = ${assetId}`,
  );
  return rows.length;
}

const aJpeg = async (width = 320, height = 200) => (await aPhoto(width, height)).jpeg().toBuffer();

describe('a photo that is taken', () => {
  test('has a row, its original in storage, and a job', async () => {
    const bytes = await aJpeg();
    const photo = await send({ bytes, name: 'Rapat di Balai Kota.JPG' });
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(photo).toMatchObject({ state: 'processing', width: 320, height: 200, hash });
    const [row] = await database().select().from(assets).where(eq(assets.id, photo.assetId));
    expect(row).toMatchObject({
      portalId,
      agencyId,
      uploadedBy: contributor.userId,
      fileName: 'Rapat di Balai Kota.JPG',
      mediaType: 'image/jpeg',
      bytes: bytes.length,
      publicSince: null,
    });
    const stored = await readFile(join(folders.mediaDir(), 'o', hash.slice(0, 2), `${hash}.jpg`));
    expect(stored.equals(bytes)).toBe(true);
    expect(await jobsFor(photo.assetId)).toBe(1);
    expect(await leftovers()).toEqual([]);
  });

  test('is what its bytes say, whatever its name', async () => {
    const photo = await send({ bytes: await (await aPhoto(50, 40)).png().toBuffer(), name: 'laporan.exe' });
    const [row] = await database().select().from(assets).where(eq(assets.id, photo.assetId));
    expect(row?.mediaType).toBe('image/png');
  });

  const names: [string, string, string][] = [
    ['climbs', '../../etc/passwd', '../../etc/passwd'],
    ['holds what the eye does not see', 'a\u0000b\r\nc\u202egpj.exe', 'abcgpj.exe'],
    ['is empty', '   ', 'foto'],
    ['is long', 'x'.repeat(500), 'x'.repeat(uploadLimits.fileName)],
  ];
  test.each(names)('keeps a name that %s for the eye only', async (_, name, kept) => {
    const photo = await send({ bytes: await aJpeg(100 + (name.length % 50), 30), name });
    const [row] = await database().select().from(assets).where(eq(assets.id, photo.assetId));
    expect(row?.fileName).toBe(kept);
  });

  test('is the same asset when the same person sends it again', async () => {
    const bytes = await aJpeg(333, 222);
    const first = await send({ bytes });
    expect(await send({ bytes })).toEqual(first);
    expect(await jobsFor(first.assetId)).toBe(1);
    const colleague = await anActor('contributor', portalId, agencyId);
    expect((await send({ bytes, actor: colleague })).assetId).not.toBe(first.assetId);
  });

  test('comes anew after it failed', async () => {
    const bytes = await aJpeg(334, 222);
    const first = await send({ bytes });
    await database().update(assets).set({ state: 'failed' }).where(eq(assets.id, first.assetId));
    expect((await send({ bytes })).assetId).not.toBe(first.assetId);
  });
});

describe('a file that is not taken says why and leaves nothing', () => {
  const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x00, 0x00]);
  const files: [string, () => Promise<Buffer> | Buffer, keyof typeof uploadRefusals][] = [
    ['an empty file', () => Buffer.alloc(0), 'photo_empty'],
    ['an SVG named .png', () => Buffer.from(svgWithScript), 'photo_svg'],
    ['a HEIC', heicHead, 'photo_heic'],
    ['a text', () => Buffer.from('bukan foto'), 'photo_unknown_kind'],
    ['a TIFF', async () => (await aPhoto(30, 20)).tiff().toBuffer(), 'photo_unknown_kind'],
    ['a bomb of 50,000 × 50,000', () => pngThatClaims(50_000, 50_000), 'photo_too_many_pixels'],
    ['a thread', () => pngThatClaims(20, 20_000), 'photo_too_narrow'],
    ['a JPEG that ends in its header', () => jpegHead, 'photo_damaged'],
    ['a file over the limit', () => Buffer.alloc(uploadLimits.bytes + 1), 'photo_too_large'],
  ];
  test.each(files)('%s', async (_, bytes, code) => {
    expect(await refusal(send({ bytes: await bytes(), name: 'foto.png' }))).toEqual({
      code,
      text: uploadRefusals[code],
    });
    expect(await leftovers()).toEqual([]);
  });

  test('a body shorter than announced', async () => {
    const bytes = await aJpeg();
    expect(await refusal(send({ bytes, declared: bytes.length + 1 }))).toMatchObject({ code: 'photo_incomplete' });
    expect(await leftovers()).toEqual([]);
  });

  test('a body longer than announced', async () => {
    const bytes = await aJpeg();
    expect(await refusal(send({ bytes, declared: bytes.length - 1 }))).toMatchObject({ code: 'photo_incomplete' });
    expect(await leftovers()).toEqual([]);
  });

  test('a sender who hangs up', async () => {
    async function* torn() {
      yield await aJpeg();
      throw new Error('aborted');
    }
    const sending = ingestPhoto(contributor, { agencyId, fileName: 'a', declaredLength: 500_000, body: torn() });
    expect(await refusal(sending)).toMatchObject({ code: 'photo_incomplete' });
    expect(await leftovers()).toEqual([]);
  });

  test('a length that is no length', async () => {
    const sending = ingestPhoto(contributor, {
      agencyId,
      fileName: 'a',
      declaredLength: Number.NaN,
      body: inPieces(Buffer.alloc(1)),
    });
    expect(await refusal(sending)).toMatchObject({ text: uploadRefusals.photo_length_missing });
  });
});

describe('who may upload for an agency', () => {
  const may: [string, () => Promise<Actor>][] = [
    ['a verifier of the agency', () => anActor('verifier', portalId, agencyId)],
    ['an editor', () => anActor('editor', portalId)],
    ['a managing editor', () => anActor('managing_editor', portalId)],
  ];
  test.each(may)('%s may', async (_, person) => {
    expect(await send({ bytes: await aJpeg(60, 60), actor: await person() })).toMatchObject({ state: 'processing' });
  });

  const mayNot: [string, () => Promise<Actor>, string][] = [
    ['a leader of the agency', () => anActor('leader', portalId, agencyId), 'not_allowed'],
    ['an auditor', () => anActor('auditor', portalId), 'not_allowed'],
    ['an admin', () => anActor('admin', portalId), 'not_allowed'],
    ['a contributor elsewhere', async () => anActor('contributor', portalId, await anAgency(portalId)), 'not_allowed'],
    ['an editor of another portal', async () => anActor('editor', await aPortal()), 'not_found'],
  ];
  test.each(mayNot)('%s may not', async (_, person, code) => {
    expect(await refusal(send({ bytes: await aJpeg(), actor: await person() }))).toMatchObject({ code });
  });

  test('an agency that does not exist is not found', async () => {
    const nowhere = anyAgencyId.parse('00000000-0000-7000-8000-000000000000');
    expect(await refusal(send({ bytes: await aJpeg(), to: nowhere }))).toMatchObject({ code: 'not_found' });
  });

  test('an agency that has been closed takes none', async () => {
    const closed = await anAgency(portalId);
    const actor = await anActor('contributor', portalId, closed);
    await database().update(agencies).set({ isActive: false }).where(eq(agencies.id, closed));
    expect(await refusal(send({ bytes: await aJpeg(), actor, to: closed }))).toMatchObject({ code: 'not_allowed' });
  });

  test('a flood of one person is stopped', async () => {
    const busy = await anActor('contributor', portalId, agencyId);
    await database()
      .insert(assets)
      .values(
        Array.from({ length: uploadLimits.perHour }, (_, index) => ({
          portalId,
          agencyId,
          uploadedBy: busy.userId,
          fileName: 'a',
          hash: String(index),
          mediaType: 'image/jpeg',
          bytes: 1,
          width: 1,
          height: 1,
        })),
      );
    expect(await refusal(send({ bytes: await aJpeg(), actor: busy }))).toMatchObject({ code: 'not_allowed' });
  });
});
