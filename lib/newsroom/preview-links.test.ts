import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets, events, previewLinks, renditions, users } from '#db/schema/index.ts';
import { now, useClock } from '#lib/clock.ts';
import { ingestDocument } from '#lib/media/ingest.ts';
import { documentKey, renditionKey } from '#lib/media/storage.ts';
import { mediaStorage } from '#lib/media/stored-files.ts';
import { anAssetRow } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { aPdf } from '#lib/testing/pdfs.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { conversationForActor } from './conversation.ts';
import { guestFile, guestPreview, takeGuestComment } from './guest-preview.ts';
import { createPreviewLink, previewLinksFor, revokePreviewLink } from './preview-links.ts';
import { discard } from './publishing.ts';

testDatabase();
const folders = testMediaFolders();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const forMarlina = { guestName: 'Ibu Marlina', days: 3, mayComment: true };
const said = (komentar: string) => new URLSearchParams({ komentar });

/** Every mark makes another document. */
function aDocument(mark: string) {
  const bytes = aPdf({ catalog: `/Lang (${mark})` });
  async function* body() {
    yield bytes;
  }
  const upload = { agencyId: office.agencyId, fileName: 'surat.pdf', declaredLength: bytes.length, body: body() };
  return ingestDocument(office.contributor, upload);
}

async function aPictureOfAnotherArticle() {
  const { assetId } = await anAssetRow(office, office.colleague);
  const file = join(folders.dataDir(), 'gambar');
  await writeFile(file, 'gambar');
  const key = renditionKey(createHash('sha256').update('gambar').digest('hex'), 'image/webp');
  await mediaStorage().put(key, file);
  await database().update(renditions).set({ key, format: 'webp' }).where(eq(renditions.assetId, assetId));
  return { key, assetId };
}

describe('a preview link', () => {
  test('shows the words as they stand now, counts its openings, and is on record without its secret', async () => {
    const { articleId, editionId } = await aDraft(office);
    const { token } = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    await type(office.contributor, editionId, readyWords(office, { title: 'Judul yang baru' }));
    const seen = await guestPreview(token);
    expect(seen).toMatchObject({ guestName: 'Ibu Marlina', mayComment: true, state: 'draft' });
    expect(seen?.article.title).toBe('Judul yang baru');
    await guestPreview(token);
    expect(await previewLinksFor(office.contributor, articleId)).toMatchObject([
      { guestName: 'Ibu Marlina', by: office.contributor.name, openings: 2, isOpen: true },
    ]);
    const told = await database()
      .select()
      .from(events)
      .where(and(eq(events.editionId, editionId), eq(events.verb, 'create_preview_link')));
    expect(told).toMatchObject([{ actorRole: 'contributor', detail: { guestName: 'Ibu Marlina', mayComment: true } }]);
    const rows = await database().select().from(previewLinks).where(eq(previewLinks.editionId, editionId));
    expect(JSON.stringify([told, rows])).not.toContain(token);
  });

  test('is made by writers and editors only, and nobody else sees that there are any', async () => {
    const { articleId, editionId } = await aSubmittedArticle(office);
    const attempt = (who: Office['contributor']) => refusal(createPreviewLink(who, { editionId, ...forMarlina }));
    expect(await attempt(office.editor)).toBe('none');
    expect(await attempt(office.leader)).toBe('not_allowed');
    expect(await attempt(office.auditor)).toBe('not_allowed');
    expect(await previewLinksFor(office.leader, articleId)).toBeNull();
  });

  test('ends when its days have passed', async () => {
    const { editionId } = await aDraft(office);
    const { token } = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    const later = new Date(now().getTime() + 3 * 24 * 60 * 60 * 1000 + 1000);
    const restoreClock = useClock(() => later);
    try {
      expect(await guestPreview(token)).toBeNull();
    } finally {
      restoreClock();
    }
    expect(await guestPreview(token)).not.toBeNull();
  });

  test('ends when it is revoked, by anybody who could have made it', async () => {
    const { articleId, editionId } = await aSubmittedArticle(office);
    const { token } = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    const [link] = (await previewLinksFor(office.contributor, articleId)) ?? [];
    if (link === undefined) throw new Error('There is no link.');
    expect(await refusal(revokePreviewLink(office.leader, { linkId: link.id }))).toBe('not_allowed');
    await revokePreviewLink(office.editor, { linkId: link.id });
    expect(await guestPreview(token)).toBeNull();
    expect(await takeGuestComment(token, said('Masih bisa?'))).toBe('unknown');
    expect(await previewLinksFor(office.contributor, articleId)).toMatchObject([{ isOpen: false }]);
  });

  test('ends when the edition is discarded, and is not made for what readers have', async () => {
    const draft = await aDraft(office);
    const { token } = await createPreviewLink(office.contributor, { editionId: draft.editionId, ...forMarlina });
    await discard(office.contributor, draft);
    expect(await guestPreview(token)).toBeNull();
    const { editionId } = await aPublishedArticle(office);
    expect(await refusal(createPreviewLink(office.editor, { editionId, ...forMarlina }))).toBe('conflict');
  });

  test('ends when whoever made it is suspended', async () => {
    const { editionId } = await aDraft(office, { by: office.colleague });
    const { token } = await createPreviewLink(office.colleague, { editionId, ...forMarlina });
    await database().update(users).set({ suspendedAt: now() }).where(eq(users.id, office.colleague.userId));
    expect(await guestPreview(token)).toBeNull();
  });

  test('opens the documents of its edition and pictures readers have, and no other files', async () => {
    const [own, foreign] = [await aDocument('satu'), await aDocument('dua')];
    const attachments = [{ assetId: own.assetId, assetHash: own.hash, title: 'Surat edaran' }];
    const { editionId } = await aDraft(office, { words: { attachments } });
    const { token } = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    expect(await guestFile(token, documentKey(own.hash))).toMatchObject({
      ...{ hash: own.hash, mediaType: 'application/pdf', isDocument: true },
    });
    expect(await guestFile(token, documentKey(foreign.hash))).toBeNull();

    const { key, assetId } = await aPictureOfAnotherArticle();
    expect(await guestFile(token, key)).toBeNull();
    await database().update(assets).set({ publicSince: now() }).where(eq(assets.id, assetId));
    expect(await guestFile(token, key)).toMatchObject({ mediaType: 'image/webp', isDocument: false, bytes: 6 });
    expect(await guestFile('kosong', key)).toBeNull();
    expect(await guestFile(token, 'bukan kunci')).toBeNull();
  });
});

describe('what a guest says', () => {
  test('lands among the comments under the name the link was made for', async () => {
    const { articleId, editionId } = await aDraft(office);
    const { token } = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    expect(await takeGuestComment(token, said('Nama pasar saya keliru.'))).toBe('thanks');
    expect((await conversationForActor(office.contributor, editionId)).threads).toMatchObject([
      { by: 'Ibu Marlina', text: 'Nama pasar saya keliru.' },
    ]);
    expect(await previewLinksFor(office.contributor, articleId)).toMatchObject([{ comments: 1 }]);
  });

  test('is refused when it is empty, too long or of another shape, and by a link without a box', async () => {
    const { editionId } = await aDraft(office);
    const { token } = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    for (const form of [said('  '), said('a'.repeat(2001)), new URLSearchParams({ komentar: 'a', lain: 'b' })])
      expect(await takeGuestComment(token, form)).toBe('refused');
    const quiet = await createPreviewLink(office.contributor, { editionId, ...forMarlina, mayComment: false });
    expect(await takeGuestComment(quiet.token, said('Halo.'))).toBe('unknown');
  });

  test('is taken fifty times from one link, and no more', async () => {
    const { editionId } = await aDraft(office);
    const { token } = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    await database().update(previewLinks).set({ comments: 49 }).where(eq(previewLinks.editionId, editionId));
    expect(await takeGuestComment(token, said('Yang kelima puluh.'))).toBe('thanks');
    expect(await takeGuestComment(token, said('Satu lagi.'))).toBe('full');
  });

  test('is not taken faster than somebody writes by hand; another link is not held up by it', async () => {
    const { editionId } = await aDraft(office);
    const hasty = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    const calm = await createPreviewLink(office.contributor, { editionId, ...forMarlina });
    const told: string[] = [];
    for (let turn = 1; turn <= 6; turn += 1) told.push(await takeGuestComment(hasty.token, said(`Catatan ${turn}.`)));
    expect(told).toEqual([...Array(5).fill('thanks'), 'too_often']);
    expect(await takeGuestComment(calm.token, said('Cukup satu.'))).toBe('thanks');
    const later = new Date(now().getTime() + 11 * 60_000);
    const restoreClock = useClock(() => later);
    try {
      expect(await takeGuestComment(hasty.token, said('Setelah menunggu.'))).toBe('thanks');
    } finally {
      restoreClock();
    }
  });
});
