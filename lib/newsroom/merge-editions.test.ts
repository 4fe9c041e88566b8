import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, coWriters, decisionNotes, events, namedPeople } from '#db/schema/index.ts';
import { issuesOf } from '#lib/errors.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anArticleInEditing,
  anOffice,
  aPerson,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import type { Words } from './article-input.ts';
import { myDesk } from './desk.ts';
import { readEdition } from './edition-record.ts';
import { mergeEditions, mergesAround } from './merge-editions.ts';
import { approve, claim, confirm, startEdition } from './publishing.ts';

testDatabase();

async function neighbour(office: Office): Promise<Office> {
  const { agencyId, agencySlug } = await anAgency(office.portalId);
  const contributor = await aPerson({
    name: 'Tono Tetangga',
    role: 'contributor',
    portalId: office.portalId,
    agencyId,
  });
  return { ...office, agencyId, agencySlug, contributor };
}

const credit = (name: string) => ({ name, initials: '', role: 'writer' as const, unit: '' });
const source = (name: string) => ({ name, detail: '' });

/** Two agencies' versions of one story: ours in the editor's hands, theirs at the desk. */
async function twoVersions(words: Partial<Words> = {}) {
  const office = await anOffice();
  const next = await neighbour(office);
  const ours = await anArticleInEditing(office, {
    words: { credits: [credit('Sari')], sources: [source('Dinas PUPR')] },
  });
  const theirs = await aSubmittedArticle(next, {
    by: next.contributor,
    words: {
      title: 'Versi tetangga',
      credits: [credit('Tono'), credit('Sari')],
      sources: [source('Dinas PUPR'), source('Polresta')],
      ...words,
    },
  });
  const input = {
    editionId: ours.editionId,
    version: ours.version,
    otherId: theirs.editionId,
    otherVersion: theirs.version,
  };
  return { office, next, ours, theirs, input };
}

const recordOf = async (id: Parameters<typeof readEdition>[1]) => {
  const record = await readEdition(database(), id);
  if (record === undefined) throw new Error('The edition is there.');
  return record;
};

describe('merging two versions of a story', () => {
  test('credits everybody, rejects the other with the way to where it went, and loses no word', async () => {
    const { office, next, ours, theirs, input } = await twoVersions();
    const before = await editionRow(theirs.editionId);
    const result = await mergeEditions(office.editor, input);
    const kept = await editionRow(ours.editionId);
    expect(result).toMatchObject({ articleId: ours.articleId, version: kept.version, state: 'in_editing' });
    expect(kept.jointAgencyIds).toEqual([next.agencyId]);
    expect(kept.credits.map(({ name }) => name)).toEqual(['Sari', 'Tono']);
    expect(kept.sources.map(({ name }) => name)).toEqual(['Dinas PUPR', 'Polresta']);
    expect(await database().select().from(coWriters).where(eq(coWriters.editionId, ours.editionId))).toMatchObject([
      { userId: next.contributor.userId, addedBy: office.editor.userId },
    ]);
    const taken = await editionRow(theirs.editionId);
    expect(taken).toMatchObject({ state: 'rejected', mergedInto: ours.articleId, title: before.title });
    expect(taken.body).toEqual(before.body);
    const [note] = await database().select().from(decisionNotes).where(eq(decisionNotes.editionId, theirs.editionId));
    expect(note).toMatchObject({ verb: 'reject', reasonCode: 'duplicate' });
    const told = await database()
      .select({ verb: events.verb, articleId: events.articleId })
      .from(events)
      .where(and(inArray(events.editionId, [ours.editionId, theirs.editionId]), eq(events.verb, 'merge')));
    expect(new Set(told.map((event) => event.articleId))).toEqual(new Set([ours.articleId, theirs.articleId]));

    const theirView = await mergesAround(next.contributor, await recordOf(theirs.editionId));
    expect(theirView.into).toMatchObject({ articleId: ours.articleId });
    const editorView = await mergesAround(office.editor, await recordOf(ours.editionId));
    expect(editorView.taken).toMatchObject([{ title: 'Versi tetangga', isReadable: true }]);
    const ourView = await mergesAround(office.contributor, await recordOf(ours.editionId));
    expect(ourView.taken).toMatchObject([{ title: '', isReadable: false }]);
  });

  test('leaves the old signatures behind: somebody signs the merged words, a writer of either side', async () => {
    const { office, next, input } = await twoVersions();
    const merged = await mergeEditions(office.editor, input);
    const approved = await approve(office.editor, { ...merged, outcome: 'publish' });
    expect(approved.state).toBe('approved');
    expect((await myDesk(next.contributor)).waitingForMe.map((row) => row.articleId)).toEqual([merged.articleId]);
    expect((await confirm(next.contributor, approved)).state).toBe('published');
  });

  test('takes in what the same editor holds too, and a second version after the first', async () => {
    const { office, next, theirs, input } = await twoVersions();
    const held = await claim(office.editor, theirs);
    const merged = await mergeEditions(office.editor, { ...input, otherVersion: held.version });
    const third = await aSubmittedArticle(next, { by: next.contributor });
    const again = await mergeEditions(office.editor, {
      ...{
        editionId: merged.editionId,
        version: merged.version,
        otherId: third.editionId,
        otherVersion: third.version,
      },
    });
    expect((await editionRow(again.editionId)).jointAgencyIds).toEqual([next.agencyId]);
  });
});

describe('it is refused', () => {
  test('to who does not hold the edition that goes on, and to who sees neither', async () => {
    const { office, next, input } = await twoVersions();
    expect(await refusal(mergeEditions(office.otherEditor, input))).toBe('not_allowed');
    expect(await refusal(mergeEditions(office.contributor, input))).toBe('not_found');
    expect(await refusal(mergeEditions(next.contributor, input))).toBe('not_found');
    expect(await refusal(mergeEditions(office.auditor, input))).toBe('not_allowed');
  });

  test('when either has changed since it was seen', async () => {
    const { office, input } = await twoVersions();
    expect(await refusal(mergeEditions(office.editor, { ...input, version: input.version - 1 }))).toBe('conflict');
    expect(await refusal(mergeEditions(office.editor, { ...input, otherVersion: 99 }))).toBe('conflict');
  });

  test('for what another editor holds, what is still being written, what was approved or published, and itself', async () => {
    const { office, next, ours, theirs, input } = await twoVersions();
    const taking = (other: { editionId: (typeof ours)['editionId']; version: number }) =>
      refusal(mergeEditions(office.editor, { ...input, otherId: other.editionId, otherVersion: other.version }));
    expect(await taking(ours)).toBe('not_allowed');
    expect(await taking(await aDraft(next, { by: next.contributor }))).toBe('not_allowed');
    const live = await aPublishedArticle(office);
    expect(await taking(live)).toBe('not_allowed');
    expect(await taking(await startEdition(office.editor, { ...live, changeType: 'minor', publicNote: '' }))).toBe(
      'not_allowed',
    );
    const held = await claim(office.otherEditor, theirs);
    expect(await taking(held)).toBe('not_allowed');
    expect(await taking(await approve(office.otherEditor, { ...held, outcome: 'wait' }))).toBe('not_allowed');
  });

  test('for confidential articles, whose writers are named', async () => {
    const { office, theirs, input } = await twoVersions();
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, theirs.articleId));
    expect(await refusal(mergeEditions(office.editor, input))).toBe('not_found');
    await database().insert(namedPeople).values({ articleId: theirs.articleId, userId: office.editor.userId });
    expect(await refusal(mergeEditions(office.editor, input))).toBe('not_allowed');
  });

  test('when more would be credited than an article takes', async () => {
    const many = Array.from({ length: 12 }, (_, index) => credit(`Penulis ${index}`));
    const { office, theirs, input } = await twoVersions({ credits: many });
    const issues = await mergeEditions(office.editor, input).catch(issuesOf);
    expect(issues).toMatchObject([{ field: 'credits', code: 'merge_too_many' }]);
    expect((await editionRow(theirs.editionId)).state).toBe('submitted');
    await type(office.editor, input.editionId, readyWords(office, { credits: [] }));
    const { version } = await editionRow(input.editionId);
    expect((await mergeEditions(office.editor, { ...input, version })).state).toBe('in_editing');
  });

  test('to the second of two who merge each other’s versions at once', async () => {
    const { office, ours, theirs, input } = await twoVersions();
    const held = await claim(office.editor, theirs);
    const both = await Promise.all([
      refusal(mergeEditions(office.editor, { ...input, otherVersion: held.version })),
      refusal(
        mergeEditions(office.editor, {
          ...{ editionId: held.editionId, version: held.version, otherId: ours.editionId, otherVersion: ours.version },
        }),
      ),
    ]);
    expect(both.toSorted()).toEqual(['none', 'not_allowed']);
  });
});
