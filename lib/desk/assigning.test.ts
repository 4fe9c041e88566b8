import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, events, namedPeople, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, UserId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { issueCodes, refusal } from '#lib/testing/refusals.ts';
import { type AssignInput, assign, setPriority, unassign } from './assigning.ts';

testDatabase();

const to = (assigneeId: UserId, editionId: EditionId, changes: Partial<AssignInput> = {}): AssignInput => ({
  ...{ editionId, assigneeId, seenAssigneeId: null, dueAt: null, note: '' },
  ...changes,
});
const verbsOf = async (editionId: EditionId) =>
  (await database().select().from(events).where(eq(events.editionId, editionId)).orderBy(events.seq)).slice(2);

describe('assigning', () => {
  test('gives it to an editor with a date, a priority and a note, and is recorded', async () => {
    const office = await anOffice();
    const { editionId } = await aSubmittedArticle(office);
    const before = await editionRow(editionId);
    const dueAt = new Date('2026-01-14T08:00:00Z');
    const input = to(office.otherEditor.userId, editionId, { dueAt, priority: 'high', note: 'Cek angkanya.' });
    await assign(office.editor, input);
    expect(await editionRow(editionId)).toMatchObject({
      ...{ assignedTo: office.otherEditor.userId, assignedBy: office.editor.userId, dueAt, priority: 'high' },
      ...{ version: before.version, state: 'submitted' },
    });
    expect(await verbsOf(editionId)).toMatchObject([
      {
        ...{ verb: 'assign', actorId: office.editor.userId, actorRole: 'editor', toState: null },
        ...{ subjectId: office.otherEditor.userId, agencyId: office.agencyId },
        detail: { dueAt: dueAt.toISOString(), priority: 'high', note: 'Cek angkanya.' },
      },
    ]);
    await unassign(office.managingEditor, { editionId, seenAssigneeId: office.otherEditor.userId });
    expect(await editionRow(editionId)).toMatchObject({ assignedTo: null, dueAt: null, priority: 'high' });
    expect((await verbsOf(editionId)).at(-1)).toMatchObject({
      ...{ verb: 'unassign', actorRole: 'managing_editor', subjectId: office.otherEditor.userId },
    });
  });

  test('disturbs nobody who writes in it', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    await assign(office.managingEditor, to(office.editor.userId, editing.editionId));
    const version = await type(
      office.editor,
      editing.editionId,
      readyWords(office, { title: 'Ketikan yang berjalan' }),
    );
    expect(version).toBe(editing.version + 1);
    expect((await editionRow(editing.editionId)).assignedTo).toBe(office.editor.userId);
  });

  test('only by editors, of what they see', async () => {
    const office = await anOffice();
    const foreign = await anOffice();
    const { editionId } = await aSubmittedArticle(office);
    const attempt = to(office.editor.userId, editionId);
    for (const who of [office.contributor, office.verifier, office.leader, office.auditor]) {
      expect(await refusal(assign(who, attempt))).toBe('not_allowed');
      expect(await refusal(unassign(who, attempt))).toBe('not_allowed');
      expect(await refusal(setPriority(who, { editionId, priority: 'urgent' }))).toBe('not_allowed');
    }
    for (const who of [foreign.editor, foreign.managingEditor, office.admin]) {
      expect(await refusal(assign(who, attempt))).toBe('not_found');
      expect(await refusal(setPriority(who, { editionId, priority: 'urgent' }))).toBe('not_found');
    }
    expect(await verbsOf(editionId)).toEqual([]);
  });

  test('only to editors of the portal who are there', async () => {
    const office = await anOffice();
    const foreign = await anOffice();
    const { editionId } = await aSubmittedArticle(office);
    const { userId } = office.otherEditor;
    await database().update(users).set({ suspendedAt: now() }).where(eq(users.id, userId));
    for (const who of [office.contributor, office.admin, office.otherEditor, foreign.editor]) {
      expect(await issueCodes(assign(office.editor, to(who.userId, editionId)))).toEqual(['editor_unknown']);
    }
    await assign(office.editor, to(office.managingEditor.userId, editionId));
    expect((await editionRow(editionId)).assignedTo).toBe(office.managingEditor.userId);
  });

  test('not over somebody else’s assigning, and not twice taken back', async () => {
    const office = await anOffice();
    const { editionId } = await aSubmittedArticle(office);
    const outcomes = await Promise.all([
      refusal(assign(office.editor, to(office.editor.userId, editionId))),
      refusal(assign(office.otherEditor, to(office.otherEditor.userId, editionId))),
    ]);
    expect(outcomes.toSorted()).toEqual(['conflict', 'none']);
    const seenAssigneeId = (await editionRow(editionId)).assignedTo;
    expect(await refusal(unassign(office.editor, { editionId, seenAssigneeId: null }))).toBe('conflict');
    await unassign(office.editor, { editionId, seenAssigneeId });
    expect(await refusal(unassign(office.editor, { editionId, seenAssigneeId: null }))).toBe('conflict');
  });

  test('only while it stands in the queue', async () => {
    const office = await anOffice();
    for (const { editionId } of [await aDraft(office), await aPublishedArticle(office)]) {
      expect(await refusal(assign(office.editor, to(office.editor.userId, editionId)))).toBe('conflict');
      expect(await refusal(setPriority(office.editor, { editionId, priority: 'high' }))).toBe('conflict');
    }
  });

  test('of a confidential article only among those who share the confidence', async () => {
    const office = await anOffice();
    const { editionId, articleId } = await aSubmittedArticle(office);
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, articleId));
    const { userId } = office.editor;
    expect(await refusal(assign(office.editor, to(userId, editionId)))).toBe('not_found');
    expect(await refusal(assign(office.managingEditor, to(userId, editionId)))).toBe('not_allowed');
    await database().insert(namedPeople).values({ articleId, userId });
    await assign(office.managingEditor, to(userId, editionId));
    expect((await editionRow(editionId)).assignedTo).toBe(userId);
  });
});

describe('priority', () => {
  test('is said by an editor, recorded with what it was, and the same again is nothing new', async () => {
    const office = await anOffice();
    const { editionId } = await aSubmittedArticle(office);
    await setPriority(office.editor, { editionId, priority: 'urgent' });
    await setPriority(office.editor, { editionId, priority: 'urgent' });
    expect((await editionRow(editionId)).priority).toBe('urgent');
    expect(await verbsOf(editionId)).toMatchObject([
      { verb: 'set_priority', detail: { before: 'normal', after: 'urgent' } },
    ]);
  });
});
