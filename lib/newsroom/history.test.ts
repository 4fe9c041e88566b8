import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { revisions } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import type { EditionId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { articleHistory } from './article-history.ts';
import { createArticle } from './drafting.ts';
import { changesSinceLastSignature, editionForActor } from './edition-view.ts';
import { previewOf } from './preview.ts';
import { confirm, returnEdition, startEdition, submit } from './publishing.ts';

testDatabase();

const typed = (editionId: EditionId) =>
  database()
    .select()
    .from(revisions)
    .where(and(eq(revisions.editionId, editionId), eq(revisions.reason, 'typing')));

describe('revisions of typing', () => {
  test('one for ten minutes of one person’s typing, a new one for another person', async () => {
    const office = await anOffice();
    const { editionId } = await createArticle(office.contributor, { agencyId: office.agencyId });
    const begun = new Date('2026-01-14T00:00:00Z').getTime();
    const typeAt = async (minute: number, by = office.contributor) => {
      const putBack = useClock(() => new Date(begun + minute * 60_000));
      try {
        await type(by, editionId, readyWords(office, { title: `Menit ${minute}` }));
      } finally {
        putBack();
      }
      return (await typed(editionId)).map((row) => row.words.title).toSorted();
    };
    await typeAt(0);
    expect(await typeAt(9)).toEqual(['Menit 9']);
    expect(await typeAt(10)).toEqual(['Menit 10', 'Menit 9']);
    expect(await typeAt(11, office.colleague)).toEqual(['Menit 10', 'Menit 11', 'Menit 9']);
    expect(await typeAt(12)).toHaveLength(4);
  });

  test('a transition closes the revision before it', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    const submitted = await submit(office.contributor, draft);
    const all = await database()
      .select()
      .from(revisions)
      .where(eq(revisions.editionId, draft.editionId))
      .orderBy(revisions.id);
    expect(all.map(({ reason, verb }) => [reason, verb])).toEqual([
      ['typing', null],
      ['transition', 'submit'],
    ]);
    expect(all[0]?.contentHash).toBe(all[1]?.contentHash);
    expect(submitted.state).toBe('submitted');
  });
});

describe('the history of an article', () => {
  test('tells every step, who took it in which role, and what they signed', async () => {
    const office = await anOffice();
    const awaiting = await anArticleAwaitingConfirmation(office);
    await confirm(office.contributor, awaiting);
    const history = await articleHistory(office.auditor, awaiting.articleId);
    expect(history.title).toBe('Puskesmas buka imunisasi tiap Sabtu');
    expect(history.events.toReversed().map(({ verb, actor, role }) => [verb, actor, role])).toEqual([
      ['create', 'Sari Kontributor', 'contributor'],
      ['submit', 'Sari Kontributor', 'contributor'],
      ['claim', 'Eko Redaktur', 'editor'],
      ['approve', 'Eko Redaktur', 'editor'],
      ['confirm', 'Sari Kontributor', 'contributor'],
      ['publish', 'sistem', null],
    ]);
    expect(
      history.signatures.map(({ name, act, holds, onCurrentWords }) => ({ name, act, holds, onCurrentWords })),
    ).toEqual([
      { name: 'Sari Kontributor', act: 'confirm', holds: true, onCurrentWords: true },
      { name: 'Eko Redaktur', act: 'approve', holds: true, onCurrentWords: true },
      { name: 'Sari Kontributor', act: 'submit', holds: true, onCurrentWords: false },
    ]);
    expect(history.revisions.map(({ reason, verb, by }) => verb ?? `${reason} ${by}`).toReversed()).toEqual([
      'typing Sari Kontributor',
      'submit',
      'claim',
      'typing Eko Redaktur',
      'approve',
      'confirm',
    ]);
  });

  test('is read by everybody concerned and found by no stranger', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const editing = await anArticleInEditing(office);
    await returnEdition(office.editor, { ...editing, reasonCode: 'title_or_lead', note: 'Judulnya belum tepat.' });
    for (const reader of [
      office.contributor,
      office.colleague,
      office.verifier,
      office.leader,
      office.editor,
      office.auditor,
    ]) {
      const history = await articleHistory(reader, editing.articleId);
      expect(history.notes).toMatchObject([{ text: 'Judulnya belum tepat.', by: 'Eko Redaktur', editionNumber: 1 }]);
    }
    for (const stranger of [
      office.admin,
      elsewhere.contributor,
      elsewhere.editor,
      elsewhere.leader,
      elsewhere.auditor,
    ]) {
      expect(await refusal(articleHistory(stranger, editing.articleId))).toBe('not_found');
      expect(await refusal(editionForActor(stranger, editing.articleId))).toBe('not_found');
      expect(await refusal(previewOf(stranger, editing.articleId))).toBe('not_found');
      expect(await refusal(changesSinceLastSignature(stranger, editing.articleId))).toBe('not_found');
    }
  });

  test('covers all editions, each event and signature with its own', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const begun = await startEdition(office.contributor, { ...live, changeType: 'update', publicNote: 'Jadwal baru.' });
    await submit(office.contributor, begun);
    const { editions, signatures, events } = await articleHistory(office.leader, live.articleId);
    expect(
      editions.map(({ number, state, changeType, publicNote }) => [number, state, changeType, publicNote]),
    ).toEqual([
      [1, 'published', null, ''],
      [2, 'submitted', 'update', 'Jadwal baru.'],
    ]);
    expect(signatures.map((one) => one.editionNumber)).toEqual([2, 1, 1]);
    expect(events[0]).toMatchObject({ verb: 'submit', editionNumber: 2, fromState: 'draft', toState: 'submitted' });
  });
});

describe('what changed since the last signature', () => {
  test('compares with the words that were signed before, for the editor and for who is to confirm', async () => {
    const office = await anOffice();
    const submitted = await aSubmittedArticle(office);
    expect(await changesSinceLastSignature(office.editor, submitted.articleId)).toMatchObject({
      since: null,
      before: null,
    });
    const awaiting = await anArticleAwaitingConfirmation(office);
    for (const reader of [office.contributor, office.otherEditor]) {
      const change = await changesSinceLastSignature(reader, awaiting.articleId);
      expect(change.since).toMatchObject({ name: 'Sari Kontributor', act: 'submit' });
      expect([change.before?.title, change.after.title]).toEqual([
        readyWords(office).title,
        'Puskesmas buka imunisasi tiap Sabtu',
      ]);
    }
  });

  test('compares a later edition with what readers see', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const begun = await startEdition(office.contributor, { ...live, changeType: 'minor', publicNote: '' });
    const version = await type(office.contributor, begun.editionId, readyWords(office, { title: 'Judul baru' }));
    await submit(office.contributor, { ...begun, version });
    const change = await changesSinceLastSignature(office.editor, live.articleId);
    expect([change.before?.title, change.after.title]).toEqual([readyWords(office).title, 'Judul baru']);
  });
});
