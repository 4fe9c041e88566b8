import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { signatures, signatureVoids } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  aFastLaneArticle,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  editionRow,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { approvalSheet } from './approval-sheet.ts';
import { approve, claim, retract, returnEdition, secondReview, startEdition, submit } from './publishing.ts';

const db = testDatabase();

test('the sheet of a live edition says who signed as what, why it went back, and the road it took', async () => {
  const office = await anOffice();
  const editing = await anArticleInEditing(office);
  const returned = await returnEdition(office.editor, {
    ...editing,
    reasonCode: 'source_or_quote',
    note: 'Sumber belum disebut.',
  });
  const version = await type(office.contributor, returned.editionId, readyWords(office, { title: 'Judul kedua' }));
  const again = await claim(office.editor, await submit(office.contributor, { ...returned, version }));
  await approve(office.editor, { ...again, outcome: 'publish' });
  const sheet = await approvalSheet(office.contributor, editing.articleId, 1);
  expect(sheet).toMatchObject({
    edition: { state: 'published', number: 1, title: 'Judul kedua' },
    contentHash: (await editionRow(editing.editionId)).contentHash,
    wordsHold: true,
    signaturesSuffice: true,
    signers: 2,
    printedBy: office.contributor.name,
    notes: [
      {
        verb: 'return',
        reasonCode: 'source_or_quote',
        reason: 'Sumber atau kutipan',
        text: 'Sumber belum disebut.',
        by: office.editor.name,
      },
    ],
  });
  expect(sheet.signatures.map(({ name, role, act, fate }) => [name, role, act, fate])).toEqual([
    [office.contributor.name, 'contributor', 'submit', 'other_words'],
    [office.contributor.name, 'contributor', 'submit', 'holds'],
    [office.editor.name, 'editor', 'approve', 'holds'],
  ]);
  expect(sheet.road.map(({ verb }) => verb)).toEqual([
    ...['create', 'submit', 'claim', 'return', 'submit', 'claim', 'approve', 'publish'],
  ]);
});

test('a signature that was made up, words that were changed, and a voided signature are said plainly', async () => {
  const office = await anOffice();
  const live = await aPublishedArticle(office);
  await behindOurBack(
    db.url(),
    `update signatures set role = 'managing_editor' where edition_id = $1 and act = 'approve'`,
    [live.editionId],
  );
  const forged = await approvalSheet(office.auditor, live.articleId);
  expect(forged.signatures.map(({ fate }) => fate)).toEqual(['holds', 'false']);
  expect([forged.wordsHold, forged.signaturesSuffice, forged.signers]).toEqual([true, false, 1]);
  await behindOurBack(db.url(), `update editions set title = 'Judul palsu' where id = $1`, [live.editionId]);
  expect((await approvalSheet(office.auditor, live.articleId)).wordsHold).toBe(false);

  const other = await aPublishedArticle(office);
  const [own] = await database()
    .select()
    .from(signatures)
    .where(eq(signatures.editionId, other.editionId))
    .orderBy(signatures.id)
    .limit(1);
  if (own === undefined) throw new Error('Expected a signature.');
  await database()
    .insert(signatureVoids)
    .values({ signatureId: own.id, reason: 'Akun disalahgunakan.', by: office.admin.userId, at: now() });
  const voided = await approvalSheet(office.auditor, other.articleId);
  expect(voided.signatures.map(({ fate }) => fate)).toEqual(['void', 'holds']);
  expect(voided.signaturesSuffice).toBe(false);
});

test('superseded, retracted and fast-lane editions have theirs', async () => {
  const office = await anOffice();
  const fast = await aFastLaneArticle(office);
  expect(await approvalSheet(office.editor, fast.articleId)).toMatchObject({ signers: 1, signaturesSuffice: true });
  const reviewed = await secondReview(office.otherEditor, fast);
  expect(await approvalSheet(office.editor, fast.articleId)).toMatchObject({ signers: 2, signaturesSuffice: true });
  const begun = await startEdition(office.contributor, {
    ...fast,
    version: reviewed.version,
    changeType: 'correction',
    publicNote: 'Jumlahnya 12, bukan 21.',
  });
  const version = await type(
    office.contributor,
    begun.editionId,
    readyWords(office, { title: 'Jumlahnya dua belas', publicNote: 'Jumlahnya 12, bukan 21.' }),
  );
  const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
  const next = await approve(office.editor, { ...claimed, outcome: 'publish' });
  await retract(office.editor, { ...next, reason: 'Datanya perlu diperiksa ulang.', hidesTitle: false });
  expect((await approvalSheet(office.editor, fast.articleId, 1)).edition.state).toBe('superseded');
  expect((await approvalSheet(office.editor, fast.articleId, 2)).edition).toMatchObject({
    state: 'retracted',
    retractReason: 'Datanya perlu diperiksa ulang.',
    changeType: 'correction',
  });
});

test('whoever may not see the article does not find its sheet, and what was never published has none', async () => {
  const office = await anOffice();
  const elsewhere = await anOffice();
  const live = await aPublishedArticle(office);
  const draft = await aDraft(office);
  await expect(approvalSheet(elsewhere.contributor, live.articleId)).rejects.toMatchObject({ code: 'not_found' });
  await expect(approvalSheet(office.admin, live.articleId)).rejects.toMatchObject({ code: 'not_found' });
  await expect(approvalSheet(office.contributor, draft.articleId)).rejects.toMatchObject({ code: 'not_found' });
});
