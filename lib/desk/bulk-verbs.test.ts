import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { decisionNotes } from '#db/schema/index.ts';
import { userId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
} from '#lib/testing/newsroom.ts';
import * as bulkVerbs from './bulk-verbs.ts';
import { deskInputs } from './desk-inputs.ts';
import { inBulk } from './in-bulk.ts';

testDatabase();

const note = 'Sumber belum disebut di teras.';
const asItem = (one: { editionId: string; version: number }) => `${one.editionId}.${one.version}.-`;
const refusals = (outcomes: readonly { refusal: string | null }[]) => outcomes.map((outcome) => outcome.refusal);

describe('several at once', () => {
  test('each is done by itself: what is refused for one is done to the others', async () => {
    const office = await anOffice();
    const [first, second] = [await aSubmittedArticle(office), await aSubmittedArticle(office)];
    const held = await anArticleInEditing(office);
    const foreign = await aSubmittedArticle(await anOffice());
    const draft = await aDraft(office);
    const items = [first, held, { ...second, version: second.version - 1 }, foreign, draft].map(asItem);
    const input = deskInputs.return.parse({ items, reasonCode: 'source_or_quote', note });
    const outcomes = await bulkVerbs.returnMany(office.otherEditor, input);
    expect(outcomes.map((outcome) => outcome.editionId)).toEqual([
      ...[first, held, second, foreign, draft].map((one) => one.editionId),
    ]);
    expect(refusals(outcomes)).toEqual([
      null,
      'Hanya redaktur yang sedang memegang naskah ini yang dapat melakukannya.',
      'Naskah ini baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu ulangi.',
      'Tidak ada, atau bukan untuk Anda.',
      'Naskah ini sekarang berstatus “Draf”. Muat ulang untuk melihat keadaan terbaru.',
    ]);
    expect([(await editionRow(first.editionId)).state, (await editionRow(second.editionId)).state]).toEqual([
      'returned',
      'submitted',
    ]);
    const [kept] = await database().select().from(decisionNotes).where(eq(decisionNotes.editionId, first.editionId));
    expect(kept).toMatchObject({ reasonCode: 'source_or_quote', text: note, by: office.otherEditor.userId });
  });

  test('are assigned until a date in the portal’s zone, and taken back with nobody chosen', async () => {
    const office = await anOffice();
    const made = [await aSubmittedArticle(office), await aSubmittedArticle(office)];
    const items = made.map(asItem);
    const assigneeId = office.otherEditor.userId;
    const assigning = { items, assigneeId, dueDay: '2026-01-14', dueTime: '', priority: 'high', note: '' };
    expect(refusals(await bulkVerbs.assignMany(office.editor, deskInputs.assign.parse(assigning)))).toEqual([
      null,
      null,
    ]);
    for (const { editionId } of made) {
      expect(await editionRow(editionId)).toMatchObject({
        ...{ assignedTo: assigneeId, priority: 'high', dueAt: new Date('2026-01-14T08:00:00Z') },
      });
    }
    // The list they were chosen from knows nothing of it yet.
    const back = deskInputs.assign.parse({ ...assigning, assigneeId: '' });
    expect(
      refusals(await bulkVerbs.assignMany(office.editor, back)).every((text) => text?.includes('Muat ulang')),
    ).toBe(true);
    const seen = made.map((one) => `${one.editionId}.${one.version}.${assigneeId}`);
    const again = deskInputs.assign.parse({ ...assigning, items: seen, assigneeId: '' });
    expect(refusals(await bulkVerbs.assignMany(office.managingEditor, again))).toEqual([null, null]);
    expect((await editionRow(made[0]?.editionId ?? fail())).assignedTo).toBeNull();
  });

  test('a date with an hour is that hour there; priority alone changes nothing else', async () => {
    const office = await anOffice();
    const one = await aSubmittedArticle(office);
    const assigneeId = office.editor.userId;
    const input = { items: asItem(one), assigneeId, dueDay: '2026-01-14', dueTime: '09:30', note: '' };
    await bulkVerbs.assignMany(office.editor, deskInputs.assign.parse(input));
    const priority = deskInputs.setPriority.parse({ items: asItem(one), priority: 'urgent' });
    expect(refusals(await bulkVerbs.setPriorityOfMany(office.editor, priority))).toEqual([null]);
    expect(await editionRow(one.editionId)).toMatchObject({
      ...{ dueAt: new Date('2026-01-14T01:30:00Z'), priority: 'urgent', assignedTo: assigneeId },
    });
  });

  test('published articles go into the archive and come out again; others stay where they are', async () => {
    const office = await anOffice();
    const live = [await aPublishedArticle(office), await aPublishedArticle(office)];
    const open = await aSubmittedArticle(office);
    const items = [...live, open].map(asItem);
    expect(refusals(await bulkVerbs.archiveMany(office.contributor, deskInputs.archive.parse({ items })))).toEqual(
      Array(3).fill('Hanya redaktur yang dapat melakukannya.'),
    );
    const archived = await bulkVerbs.archiveMany(office.editor, deskInputs.archive.parse({ items }));
    expect(refusals(archived).slice(0, 2)).toEqual([null, null]);
    expect(refusals(archived)[2]).toContain('Diajukan');
    const rows = await Promise.all(live.map((one) => editionRow(one.editionId)));
    expect(rows.map((row) => row.state)).toEqual(['archived', 'archived']);
    const back = deskInputs.unarchive.parse({ items: live.map((one) => asItem({ ...one, version: one.version + 1 })) });
    expect(refusals(await bulkVerbs.unarchiveMany(office.editor, back))).toEqual([null, null]);
    expect((await editionRow(live[0]?.editionId ?? fail())).state).toBe('published');
  });

  test('a bug with one is given a number, and its own words stay inside', async () => {
    const office = await anOffice();
    const [one, other] = [await aSubmittedArticle(office), await aSubmittedArticle(office)];
    const outcomes = await inBulk([one, other], async ({ editionId }) => {
      if (editionId === one.editionId) throw new Error('rahasia dari dalam');
    });
    expect(outcomes[0]?.refusal).toMatch(/^Galat yang tidak terduga\. .*admin: \w+/);
    expect([outcomes[0]?.refusal?.includes('rahasia'), outcomes[1]?.refusal]).toEqual([false, null]);
  });

  test('no door leads to approving, confirming or publishing many', () => {
    expect(Object.keys(bulkVerbs).toSorted()).toEqual([
      ...['archiveMany', 'assignMany', 'returnMany', 'setPriorityOfMany', 'unarchiveMany'],
    ]);
    const manifold = Object.entries(deskInputs).filter(([, schema]) => 'items' in schema.shape);
    expect(manifold.map(([name]) => name).toSorted()).toEqual([
      ...['archive', 'assign', 'return', 'setPriority', 'unarchive'],
    ]);
  });

  test('a return asks for its reason and a note, an assigning for a known person', () => {
    const items = asItem({ editionId: '0190a000-0000-7000-8000-000000000001', version: 1 });
    const texts = (input: unknown, name: 'return' | 'assign') =>
      deskInputs[name].safeParse(input).error?.issues.map((issue) => issue.message);
    expect(texts({ items, reasonCode: '', note: 'pendek' }, 'return')).toEqual([
      'Pilih alasan pengembalian.',
      'Tulis catatannya, paling sedikit 10 huruf.',
    ]);
    expect(texts({ items, assigneeId: 'x', note: '' }, 'assign')).toEqual(['Pilih penanggung jawabnya.']);
    expect(
      texts({ items, assigneeId: userId.parse('0190a000-0000-7000-8000-000000000001'), dueDay: '31/1' }, 'assign'),
    ).toEqual(['Pilih tanggal tenggatnya.']);
  });
});

test('what was published is no matter of the queue', async () => {
  const office = await anOffice();
  const live = await aPublishedArticle(office);
  const input = deskInputs.return.parse({ items: asItem(live), reasonCode: 'language', note });
  expect(refusals(await bulkVerbs.returnMany(office.editor, input))[0]).toContain('Terbit');
});

function fail(): never {
  throw new Error('Expected an item.');
}
