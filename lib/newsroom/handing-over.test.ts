import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, events, namedPeople } from '#db/schema/index.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  anArticleInEditing,
  anOffice,
  aSubmittedArticle,
  editionRow,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { saveWords } from './drafting.ts';
import { handOver } from './handing-over.ts';
import { approve, release } from './publishing.ts';

testDatabase();

const note = 'Saya cuti besok.';

test('the other editor holds it from then on; who held it writes no more, and loses no word', async () => {
  const office = await anOffice();
  const editing = await anArticleInEditing(office);
  const version = await type(office.editor, editing.editionId, readyWords(office, { title: 'Separuh jalan' }));
  const given = await handOver(office.editor, { ...editing, version, toId: office.otherEditor.userId, note });
  expect(given).toMatchObject({ state: 'in_editing', version: version + 1 });
  expect(await editionRow(editing.editionId)).toMatchObject({
    ...{ claimedBy: office.otherEditor.userId, title: 'Separuh jalan', claimedFrom: 'submitted' },
  });
  const [event] = await database().select().from(events).orderBy(desc(events.seq)).limit(1);
  expect(event).toMatchObject({
    ...{ verb: 'hand_over', actorId: office.editor.userId, actorRole: 'editor', toState: null },
    ...{ subjectId: office.otherEditor.userId, detail: { note } },
  });
  const late = await saveWords(office.editor, {
    ...{ editionId: editing.editionId, baseVersion: version, saveId: randomUUID() },
    words: readyWords(office, { title: 'Ketikan terakhir pemegang lama' }),
  });
  expect(late.outcome).toBe('stranded');
  const own = await type(office.otherEditor, editing.editionId, readyWords(office, { title: 'Diteruskan' }));
  const target = { editionId: editing.editionId, version: own };
  expect(await refusal(approve(office.editor, { ...target, outcome: 'wait' }))).toBe('not_allowed');
  expect((await approve(office.otherEditor, { ...target, outcome: 'wait' })).state).toBe('approved');
});

test('let go without a change, it goes back to where the first editor took it', async () => {
  const office = await anOffice();
  const editing = await anArticleInEditing(office);
  const given = await handOver(office.editor, { ...editing, toId: office.managingEditor.userId, note: '' });
  expect((await release(office.managingEditor, given)).state).toBe('submitted');
});

test('only by who holds it, at the version they saw, to another editor, while it is held', async () => {
  const office = await anOffice();
  const foreign = await anOffice();
  const editing = await anArticleInEditing(office);
  const toId = office.otherEditor.userId;
  const attempt = { ...editing, toId, note };
  for (const who of [office.otherEditor, office.managingEditor, office.contributor, office.auditor]) {
    expect(await refusal(handOver(who, attempt))).toBe('not_allowed');
  }
  expect(await refusal(handOver(foreign.editor, attempt))).toBe('not_found');
  expect(await refusal(handOver(office.editor, { ...attempt, version: editing.version - 1 }))).toBe('conflict');
  for (const who of [office.editor, office.contributor, office.admin, foreign.editor]) {
    expect(await issueCodes(handOver(office.editor, { ...attempt, toId: who.userId }))).toEqual(['editor_unknown']);
  }
  expect(await refusal(handOver(office.editor, { ...(await aSubmittedArticle(office)), toId, note }))).toBe('conflict');
  const twice = await Promise.all([
    refusal(handOver(office.editor, attempt)),
    refusal(handOver(office.editor, { ...attempt, toId: office.managingEditor.userId })),
  ]);
  expect(twice.filter((outcome) => outcome === 'none')).toHaveLength(1);
  expect((await editionRow(editing.editionId)).version).toBe(editing.version + 1);
});

test('a confidential one only to somebody who shares the confidence', async () => {
  const office = await anOffice();
  const editing = await anArticleInEditing(office);
  const { articleId } = editing;
  await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, articleId));
  await database().insert(namedPeople).values({ articleId, userId: office.editor.userId });
  const attempt = { ...editing, toId: office.otherEditor.userId, note };
  expect(await refusal(handOver(office.editor, attempt))).toBe('not_allowed');
  await database().insert(namedPeople).values({ articleId, userId: office.otherEditor.userId });
  expect(await refusal(handOver(office.editor, attempt))).toBe('none');
});
