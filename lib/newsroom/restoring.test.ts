import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets, events, revisions } from '#db/schema/index.ts';
import type { ArticleId, RevisionId } from '#lib/ids.ts';
import { anAssetRow, coverOf, figureOf } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { articleHistory } from './article-history.ts';
import { saveWords } from './drafting.ts';
import { beat } from './presence.ts';
import type { Beat } from './presence-shapes.ts';
import { startEdition, submit, verify, withdraw } from './publishing.ts';
import { restoreRevision } from './restoring.ts';
import { revisionForActor } from './revision-view.ts';

testDatabase();

async function versionsOf(office: Office, articleId: ArticleId) {
  return (await articleHistory(office.auditor, articleId)).revisions.toReversed();
}

/** A draft whose second writer wrote over the first; the first version is to come back. */
async function anOverwrittenDraft(office: Office) {
  const draft = await aDraft(office, { words: { title: 'Judul pertama' } });
  const version = await type(office.colleague, draft.editionId, readyWords(office, { title: 'Judul kedua' }));
  const [first] = await versionsOf(office, draft.articleId);
  if (first === undefined) throw new Error('Nothing was kept.');
  return { ...draft, version, revisionId: first.id };
}

describe('an earlier version', () => {
  test('comes back as a save with who and why, and what stood there stays in the history', async () => {
    const office = await anOffice();
    const { articleId, editionId, version, revisionId } = await anOverwrittenDraft(office);
    const restored = await restoreRevision(office.colleague, { editionId, version, revisionId });
    expect(restored).toEqual({ articleId, version: version + 1, notes: [] });
    expect(await editionRow(editionId)).toMatchObject({ title: 'Judul pertama', lastTypedBy: office.colleague.userId });
    const history = await versionsOf(office, articleId);
    expect(history.map(({ title, reason, by }) => [title, reason, by])).toEqual([
      ['Judul pertama', 'typing', 'Sari Kontributor'],
      ['Judul kedua', 'typing', 'Rudi Rekan'],
      ['Judul pertama', 'restored', 'Rudi Rekan'],
    ]);
    expect(history[2]).toMatchObject({ restoredFrom: revisionId, contentHash: history[0]?.contentHash });
    const log = await database().select().from(events).where(eq(events.articleId, articleId)).orderBy(asc(events.seq));
    expect(log.at(-1)).toMatchObject({ verb: 'restore_revision', actorId: office.colleague.userId });

    await type(office.colleague, editionId, readyWords(office, { title: 'Judul ketiga' }));
    expect((await versionsOf(office, articleId)).map(({ reason }) => reason)).toEqual([
      'typing',
      'typing',
      'restored',
      'typing',
    ]);
  });

  test('is brought back upon the newest words only', async () => {
    const office = await anOffice();
    const { editionId, version, revisionId } = await anOverwrittenDraft(office);
    await type(office.contributor, editionId, readyWords(office, { title: 'Sementara itu' }));
    expect(await refusal(restoreRevision(office.colleague, { editionId, version, revisionId }))).toBe('conflict');
    expect((await editionRow(editionId)).title).toBe('Sementara itu');
  });

  test('does not take the text from under the hands of whoever holds the turn and writes', async () => {
    const office = await anOffice();
    const { editionId, version, revisionId } = await anOverwrittenDraft(office);
    const open: Beat = { editionId, tab: randomUUID(), event: 'opens', typedAgo: null };
    await beat(office.colleague, open);
    await beat(office.colleague, { ...open, event: 'stays', typedAgo: 0 });
    await expect(restoreRevision(office.contributor, { editionId, version, revisionId })).rejects.toThrow(
      'Rudi Rekan sedang menulis naskah ini.',
    );
    expect((await editionRow(editionId)).title).toBe('Judul kedua');
    expect(await refusal(restoreRevision(office.colleague, { editionId, version, revisionId }))).toBe('none');
  });

  test('is brought back by whoever may write now, and by nobody else', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const draft = await anOverwrittenDraft(office);
    expect(await refusal(restoreRevision(office.leader, draft))).toBe('not_allowed');
    expect(await refusal(restoreRevision(office.editor, draft))).toBe('not_allowed');
    expect(await refusal(restoreRevision(elsewhere.contributor, draft))).toBe('not_found');

    const editing = await anArticleInEditing(office);
    const [first] = await versionsOf(office, editing.articleId);
    const revisionId = first?.id ?? draft.revisionId;
    expect(await refusal(restoreRevision(office.contributor, { ...editing, revisionId }))).toBe('not_allowed');
    expect(await refusal(restoreRevision(office.editor, { ...editing, revisionId }))).toBe('none');
    const { restorable } = await revisionForActor(office.contributor, editing.articleId, revisionId);
    expect(restorable).toBeNull();
  });

  test('of another article is not there', async () => {
    const office = await anOffice();
    const { revisionId } = await anOverwrittenDraft(office);
    const other = await aDraft(office);
    expect(await refusal(restoreRevision(office.contributor, { ...other, revisionId }))).toBe('not_found');
  });

  test('of an earlier edition comes into the new one, whose note and placement stay', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office, { words: { title: 'Edisi pertama' } });
    const published = (await versionsOf(office, live.articleId)).at(-1);
    const begun = await startEdition(office.contributor, { ...live, changeType: 'update', publicNote: 'Jam baru.' });
    const words = readyWords(office, { title: 'Edisi kedua', publicNote: 'Jam baru.', sectionId: null });
    const version = await type(office.contributor, begun.editionId, words);
    const revisionId = published?.id;
    if (revisionId === undefined) throw new Error('Nothing was kept.');
    await restoreRevision(office.contributor, { editionId: begun.editionId, version, revisionId });
    expect(await editionRow(begun.editionId)).toMatchObject({
      title: 'Edisi pertama',
      publicNote: 'Jam baru.',
      sectionId: null,
    });
  });

  test('makes who brought it back one of its authors: they do not verify it', async () => {
    const office = await anOffice({ hasVerification: true });
    const { editionId, version, revisionId } = await anOverwrittenDraft(office);
    await restoreRevision(office.verifier, { editionId, version, revisionId });
    const submitted = await submit(office.contributor, { editionId, version: version + 1 });
    expect(await refusal(verify(office.verifier, submitted))).toBe('not_allowed');
  });

  test('that came too late stays with its writer', async () => {
    const office = await anOffice();
    const submitted = await aSubmittedArticle(office);
    const stranded = await saveWords(office.contributor, {
      editionId: submitted.editionId,
      baseVersion: submitted.version,
      saveId: '018f0000-0000-7000-8000-000000000001',
      words: readyWords(office, { title: 'Terlambat' }),
    });
    if (stranded.outcome !== 'stranded') throw new Error('Expected stranded words.');
    const draft = await withdraw(office.contributor, submitted);
    const attempt = restoreRevision(office.contributor, { ...draft, revisionId: stranded.revisionId });
    expect(await issueCodes(attempt)).toEqual(['revision_stranded']);
  });
});

test('uploads that were removed stay out, those withdrawn are named', async () => {
  const office = await anOffice();
  const row = () => anAssetRow(office, office.contributor);
  const [removed, withdrawn, kept] = [await row(), await row(), await row()];
  const content = [figureOf(removed), figureOf(withdrawn), figureOf(kept)];
  const words = readyWords(office, { cover: coverOf(removed), body: { type: 'doc', content } });
  const draft = await aDraft(office, { words });
  const version = await type(office.colleague, draft.editionId, readyWords(office));
  await database().update(assets).set({ state: 'failed' }).where(eq(assets.id, removed.assetId));
  await database()
    .update(assets)
    .set({ withdrawnAt: new Date(), withdrawnBy: office.editor.userId, withdrawReason: 'Izin dicabut.' })
    .where(eq(assets.id, withdrawn.assetId));
  const [first] = await versionsOf(office, draft.articleId);
  const revisionId: RevisionId | undefined = first?.id;
  if (revisionId === undefined) throw new Error('Nothing was kept.');

  const { notes } = await restoreRevision(office.contributor, { editionId: draft.editionId, version, revisionId });
  expect(notes).toEqual([
    '1 foto atau dokumen sudah dihapus dan tidak ikut dipulihkan.',
    '1 foto atau dokumen sudah ditarik. Gantilah sebelum mengajukan.',
  ]);
  const { body, cover } = await editionRow(draft.editionId);
  expect(cover).toBeNull();
  expect(body.content).toMatchObject([{ attrs: { assetId: withdrawn.assetId } }, { attrs: { assetId: kept.assetId } }]);
});

test('thousands of versions are read page by page, each once', async () => {
  const office = await anOffice();
  const { articleId, editionId } = await aDraft(office);
  const at = new Date('2026-01-14T00:00:00Z');
  const base = { editionId, words: readyWords(office), contentHash: 'a'.repeat(64), by: office.contributor.userId };
  await database()
    .insert(revisions)
    .values(Array.from({ length: 120 }, () => ({ ...base, reason: 'typing' as const, startedAt: at, at })));
  const seen: RevisionId[] = [];
  let olderThan: RevisionId | null | undefined;
  do {
    const page = await articleHistory(office.auditor, articleId, olderThan ?? undefined);
    seen.push(...page.revisions.map(({ id }) => id));
    olderThan = page.olderThan;
  } while (olderThan !== null);
  expect(seen).toHaveLength(121);
  expect(new Set(seen).size).toBe(121);
  expect(seen).toEqual(seen.toSorted().toReversed());
});
