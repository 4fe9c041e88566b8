import { expect, test } from 'vitest';
import { recordForActor } from '#lib/newsroom/edition-view.ts';
import { claim, secondReview } from '#lib/newsroom/publishing.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aFastLaneArticle,
  anAgency,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
} from '#lib/testing/newsroom.ts';
import { plannedTexts } from './desk-labels.ts';
import { deskPlaceOf } from './desk-place.ts';
import { owedReviews } from './owed-reviews.ts';

testDatabase();

test('the place of an item is for those who arrange it, while it stands in the queue', async () => {
  const office = await anOffice();
  const { editor, contributor, auditor } = office;
  const waiting = await aSubmittedArticle(office);
  const placeFor = async (actor: typeof editor, { articleId }: Pick<typeof waiting, 'articleId'>) =>
    deskPlaceOf(actor, await recordForActor(actor, articleId));
  expect(await placeFor(editor, waiting)).toMatchObject({
    row: { editionId: waiting.editionId, may: { assign: true, handOver: false } },
    editors: [{ name: 'Eko Redaktur' }, { name: 'Endah Redaktur' }, { name: 'Maya Pelaksana' }],
    timeZone: 'Asia/Makassar',
    userId: editor.userId,
  });
  expect(await placeFor(contributor, waiting)).toBeNull();
  expect(await placeFor(auditor, waiting)).toBeNull();
  await claim(editor, waiting);
  expect(await placeFor(editor, waiting)).toMatchObject({ row: { may: { handOver: true } } });
  expect(await placeFor(office.otherEditor, waiting)).toMatchObject({ row: { may: { handOver: false } } });
  expect(await placeFor(editor, await aPublishedArticle(office))).toBeNull();
});

test('what owes its second review is told to those who may see it, until it was given', async () => {
  const office = await anOffice();
  const { portalId } = office;
  const { agencyId } = await anAgency(portalId);
  const elsewhere = await aPerson({ name: 'Tono Tetangga', role: 'contributor', portalId, agencyId });
  const live = await aFastLaneArticle(office);
  const owedTo = async (actor: typeof elsewhere) => (await owedReviews(actor)).map(({ editionId }) => editionId);
  expect(await owedTo(office.managingEditor)).toEqual([live.editionId]);
  expect(await owedTo(office.contributor)).toEqual([live.editionId]);
  expect(await owedTo(elsewhere)).toEqual([]);
  await secondReview(office.otherEditor, live);
  expect(await owedTo(office.managingEditor)).toEqual([]);
});

test('a line says when the item goes out and what holds it until then, each once', () => {
  const monday = new Date('2026-11-23T01:00:00Z');
  const tuesday = new Date('2026-11-24T01:00:00Z');
  const texts = (what: 'time' | 'second_signature', scheduledFor: Date | null, embargoUntil: Date | null) =>
    plannedTexts({ awaited: { what, whom: '' }, scheduledFor, embargoUntil }, 'Asia/Makassar');
  expect(texts('second_signature', null, null)).toEqual([]);
  expect(texts('second_signature', tuesday, monday)).toEqual([
    'Dijadwalkan terbit Selasa, 24 November 2026, 09.00 WITA',
    'Embargo sampai Senin, 23 November 2026, 09.00 WITA',
  ]);
  expect(texts('second_signature', monday, monday)).toEqual(['Dijadwalkan terbit Senin, 23 November 2026, 09.00 WITA']);
  expect(texts('time', monday, monday)).toEqual([]);
});
