import { createHash } from 'node:crypto';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { domainErrorCode, issuesOf } from '#lib/errors.ts';
import type { AgencyId, PortalId } from '#lib/ids.ts';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aPdf } from '#lib/testing/pdfs.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { aPhoto, testMediaFolders } from '#lib/testing/photos.ts';
import { documentFileForActor, documentForActor, documentsFor, isPublicDocument } from './documents.ts';
import { type Ingested, ingestDocument, ingestFile, ingestPhoto } from './ingest.ts';
import { markPublic, markWithdrawn } from './publication.ts';
import { photoForActor, photosFor } from './reads.ts';
import { removeAsset } from './removal.ts';
import { documentKey } from './storage.ts';
import { sweepMedia } from './sweep.ts';
import { leftoverAfter } from './table.ts';

testDatabase();
const folders = testMediaFolders();

let portalId: PortalId;
let agencyId: AgencyId;
let contributor: Actor;
let stranger: Actor;
beforeAll(async () => {
  portalId = await aPortal();
  agencyId = await anAgency(portalId);
  contributor = await anActor('contributor', portalId, agencyId);
  stranger = await anActor('contributor', portalId, await anAgency(portalId));
});

/** Every call is another document. */
let marks = 0;
const aDocument = () => {
  marks += 1;
  return aPdf({ catalog: `/Lang (${marks})` });
};

function send(
  bytes: Buffer,
  door = ingestDocument,
  actor = contributor,
  fileName = 'SK Gubernur.pdf',
): Promise<Ingested> {
  async function* whole() {
    yield bytes;
  }
  return door(actor, { agencyId, fileName, declaredLength: bytes.length, body: whole() });
}

async function refusal(sending: Promise<unknown>): Promise<string | undefined> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return issuesOf(error)[0]?.code ?? domainErrorCode(error);
}

const publish = ({ assetId }: Ingested) => transaction((tx) => markPublic(tx, [assetId], new Date()));
const fileOf = (hash: string) => join(folders.mediaDir(), documentKey(hash));

describe('a document that is taken', () => {
  test('is ready at once, kept as it came, and belongs to its agency', async () => {
    const bytes = aDocument();
    const sent = await send(bytes);
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(sent).toMatchObject({ kind: 'document', state: 'ready', width: 0, height: 0, hash });
    expect((await readFile(fileOf(hash))).equals(bytes)).toBe(true);
    const found = await documentsFor(database(), [sent.assetId]);
    expect(found.get(sent.assetId)).toEqual({
      assetId: sent.assetId,
      portalId,
      agencyId,
      hash,
      fileName: 'SK Gubernur.pdf',
      bytes: bytes.length,
      key: `d/${hash.slice(0, 2)}/${hash}.pdf`,
      state: 'ready',
      withdrawn: false,
      isPublic: false,
      isShared: false,
      version: 1,
    });
  });

  test('is the same asset when it is sent again, and no photo', async () => {
    const bytes = aDocument();
    const first = await send(bytes);
    expect(await send(bytes)).toEqual(first);
    expect((await photosFor(database(), [first.assetId])).size).toBe(0);
    expect(await refusal(photoForActor(contributor, first.assetId))).toBe('not_found');
  });

  test('has a name even when the sender gave none', async () => {
    const sent = await send(aDocument(), ingestDocument, contributor, ' ');
    expect((await documentForActor(contributor, sent.assetId))?.fileName).toBe('dokumen.pdf');
  });
});

describe('each door takes what it is for', () => {
  const jpeg = async () => (await aPhoto(64, 48)).jpeg().toBuffer();

  test('the common one takes both', async () => {
    expect(await send(await jpeg(), ingestFile)).toMatchObject({ kind: 'photo', state: 'processing' });
    expect(await send(aDocument(), ingestFile)).toMatchObject({ kind: 'document' });
    expect(await refusal(send(Buffer.from('bukan apa-apa'), ingestFile))).toBe('file_unknown_kind');
  });

  const cases: [string, () => Promise<Ingested>, string][] = [
    ['a photo as a document', async () => send(await jpeg()), 'document_unknown_kind'],
    ['a document as a photo', () => send(aDocument(), ingestPhoto), 'photo_is_document'],
    ['a page of HTML named .pdf', () => send(Buffer.from('<html>%PDF-1.7 %%EOF')), 'document_unknown_kind'],
    ['a script', () => send(aPdf({ catalog: '/OpenAction << /S /J#61vaScript >>' })), 'pdf_active'],
    ['a locked document', () => send(aPdf({ trailer: '/Encrypt 9 0 R' })), 'pdf_encrypted'],
    ['half a document', () => send(aDocument().subarray(0, 200)), 'pdf_damaged'],
    ['somebody of another agency', () => send(aDocument(), ingestDocument, stranger), 'not_allowed'],
  ];
  test.each(cases)('%s is refused', async (_, sending, code) => {
    const before = await database().$count(assets);
    expect(await refusal(sending())).toBe(code);
    expect(await database().$count(assets)).toBe(before);
  });
});

describe('who may have a document', () => {
  test('its agency and the desk, and everybody once it is public', async () => {
    const document = aDocument();
    const sent = await send(document);
    const key = documentKey(sent.hash);
    for (const actor of [contributor, await anActor('editor', portalId), await anActor('auditor', portalId)]) {
      const { bytes, fileName } = await documentFileForActor(actor, key);
      expect([bytes, fileName]).toEqual([document.length, 'SK Gubernur.pdf']);
    }
    expect(await refusal(documentFileForActor(stranger, key))).toBe('not_found');
    expect(await documentForActor(stranger, sent.assetId)).toBeNull();
    expect(await isPublicDocument(key)).toBe(false);
    await publish(sent);
    expect(await isPublicDocument(key)).toBe(true);
    expect((await documentFileForActor(stranger, key)).bytes).toBeGreaterThan(0);
  });

  test('nobody among readers once it is withdrawn', async () => {
    const sent = await send(aDocument());
    await publish(sent);
    const { assetId } = sent;
    await transaction((tx) =>
      markWithdrawn(tx, { assetId, portalId, by: contributor.userId, at: new Date(), reason: 'Memuat NIK.' }),
    );
    const key = documentKey(sent.hash);
    expect(await isPublicDocument(key)).toBe(false);
    expect(await refusal(documentFileForActor(stranger, key))).toBe('not_found');
    expect((await documentFileForActor(await anActor('editor', portalId), key)).bytes).toBeGreaterThan(0);
    expect((await documentsFor(database(), [assetId])).get(assetId)).toMatchObject({
      withdrawn: true,
      isPublic: false,
      isShared: false,
      version: 1,
    });
  });

  test.each(['d/aa/x.pdf', '../../etc/passwd', `o/aa/${'aa'.repeat(32)}.jpg`, `d/aa/${'aa'.repeat(32)}.pdf`])(
    '%s is not there',
    async (key) => {
      expect(await isPublicDocument(key)).toBe(false);
      expect(await refusal(documentFileForActor(contributor, key))).toBe('not_found');
    },
  );

  test('a file changed behind our back is not handed out', async () => {
    const sent = await send(aDocument());
    const key = documentKey(sent.hash);
    expect((await documentFileForActor(contributor, key)).bytes).toBeGreaterThan(0);
    await writeFile(fileOf(sent.hash), Buffer.concat([aDocument(), Buffer.from('%')]));
    const { result, alarms } = await withAlarms(() => refusal(documentFileForActor(contributor, key)));
    expect(result).toBe('not_found');
    expect(alarms).toContainEqual(expect.objectContaining({ event: 'stored_file_altered', key }));
  });
});

describe('the file goes when nothing needs it', () => {
  const longAgo = () => new Date(Date.now() - leftoverAfter * 2);
  const isThere = (hash: string) =>
    readFile(fileOf(hash)).then(
      () => true,
      () => false,
    );

  test('with its draft, unless another upload is the same bytes', async () => {
    const bytes = aDocument();
    const mine = await send(bytes);
    const hers = await send(bytes, ingestDocument, await anActor('contributor', portalId, agencyId));
    await utimes(fileOf(mine.hash), longAgo(), longAgo());
    await removeAsset(mine.assetId);
    expect(await isThere(mine.hash)).toBe(true);
    await removeAsset(hers.assetId);
    expect(await isThere(mine.hash)).toBe(false);
    const [row] = await database().select().from(assets).where(eq(assets.id, mine.assetId));
    expect(row).toMatchObject({ state: 'failed', hash: mine.hash });
    expect(await isPublicDocument(documentKey(mine.hash))).toBe(false);
  });

  test('with a sweep when no row knows it, while known ones stay', async () => {
    const known = await send(aDocument());
    const orphan = await send(aDocument());
    await database().delete(assets).where(eq(assets.id, orphan.assetId));
    for (const { hash } of [known, orphan]) await utimes(fileOf(hash), longAgo(), longAgo());
    await sweepMedia();
    expect([await isThere(known.hash), await isThere(orphan.hash)]).toEqual([true, false]);
  });
});
