import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { verifyChain } from '#lib/record/events.ts';
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
import { refusal } from '#lib/testing/refusals.ts';
import { approve, claim, place, publishNow, startEdition, submit } from './publishing.ts';

testDatabase();

describe('two people at once', () => {
  test('of two claims one wins and the other is told', async () => {
    const office = await anOffice();
    const submitted = await aSubmittedArticle(office);
    const answers = await Promise.all([
      refusal(claim(office.editor, submitted)),
      refusal(claim(office.otherEditor, submitted)),
    ]);
    expect(answers.toSorted()).toEqual(['conflict', 'none']);
  });

  test('a verb upon an older version is refused', async () => {
    const office = await anOffice();
    const draft = await aDraft(office);
    await type(office.colleague, draft.editionId, readyWords(office, { title: 'Diubah rekan' }));
    expect(await refusal(submit(office.contributor, draft))).toBe('conflict');
  });

  test('approve and edit at once never leave unsigned words approved', async () => {
    const office = await anOffice();
    const editing = await anArticleInEditing(office);
    await Promise.allSettled([
      approve(office.editor, { ...editing, outcome: 'publish' }),
      type(office.editor, editing.editionId, readyWords(office, { title: 'Diketik bersamaan' })),
    ]);
    const row = await editionRow(editing.editionId);
    expect(['in_editing', 'published']).toContain(row.state);
    expect(row.title === 'Diketik bersamaan').toBe(row.state === 'in_editing');
  });
});

test('publications of one portal that meet wait for each other and all succeed', async () => {
  const office = await anOffice();
  const live = await Promise.all([1, 2, 3, 4].map(() => aPublishedArticle(office)));
  const [first, second, ...others] = live;
  const next = await Promise.all(
    [first, second].map(async (one) => {
      if (one === undefined) throw new Error('Expected four articles.');
      const begun = await startEdition(office.contributor, { ...one, changeType: 'minor', publicNote: '' });
      return claim(office.editor, await submit(office.contributor, begun));
    }),
  );
  const fresh = await Promise.all([1, 2].map(() => anArticleInEditing(office)));
  const drafts = await Promise.all([1, 2].map(() => aDraft(office)));
  const where = { sectionId: office.sectionId, topicIds: [], relatedIds: [] };

  const answers = await Promise.all([
    ...[...next, ...fresh].map((one) => approve(office.editor, { ...one, outcome: 'publish' })),
    ...others.map((one, index) => place(office.otherEditor, { ...one, ...where, slug: `alamat-baru-${index}` })),
    ...drafts.map((one) =>
      publishNow(office.managingEditor, { ...one, fastLaneReason: 'disaster', reason: 'Warga perlu tahu sekarang.' }),
    ),
  ]);

  expect(answers.map((answer) => answer.state)).toEqual(Array(8).fill('published'));
  expect((await verifyChain(database())).brokenAt).toBeNull();
});
