import { beforeAll, describe, expect, it } from 'vitest';
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
import { refusal } from '#lib/testing/refusals.ts';
import { articleHistory } from './article-history.ts';
import { startEdition } from './publishing.ts';
import { liveTitles } from './related-titles.ts';
import { revisionForActor, versionsToCompare } from './revision-view.ts';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const newest = async (articleId: Parameters<typeof articleHistory>[1]) => {
  const [revision] = (await articleHistory(office.auditor, articleId)).revisions;
  if (revision === undefined) throw new Error('Nothing was kept.');
  return revision.id;
};

describe('one kept version of an article', () => {
  it('shows its words and those kept before it to everybody who may see the article', async () => {
    const { articleId, editionId } = await aDraft(office, { words: { title: 'Judul pertama' } });
    await type(office.colleague, editionId, readyWords(office, { title: 'Judul kedua' }));
    const revision = await newest(articleId);
    for (const person of [office.contributor, office.colleague, office.editor, office.leader, office.auditor]) {
      const view = await revisionForActor(person, articleId, revision);
      expect([view.words.title, view.by]).toEqual(['Judul kedua', 'Rudi Rekan']);
      const former = await revisionForActor(person, articleId, view.previous ?? revision);
      expect([former.words.title, former.previous]).toEqual(['Judul pertama', null]);
    }
  });

  it('is not there for people of elsewhere', async () => {
    const elsewhere = await anOffice();
    const { articleId } = await aSubmittedArticle(office);
    const revision = await newest(articleId);
    for (const person of [elsewhere.contributor, elsewhere.editor, elsewhere.auditor, office.admin]) {
      expect(await refusal(revisionForActor(person, articleId, revision))).toBe('not_found');
    }
  });

  it('is read through its own article only', async () => {
    const { articleId } = await aSubmittedArticle(office);
    const other = await aSubmittedArticle(office);
    expect(await refusal(revisionForActor(office.editor, other.articleId, await newest(articleId)))).toBe('not_found');
  });
});

describe('two versions to be compared', () => {
  it('stand in the order of time, also across editions, and with the words as they are now', async () => {
    const live = await aPublishedArticle(office, { words: { title: 'Edisi pertama' } });
    const first = await newest(live.articleId);
    const begun = await startEdition(office.contributor, { ...live, changeType: 'update', publicNote: 'Tambahan.' });
    await type(office.contributor, begun.editionId, readyWords(office, { title: 'Edisi kedua', publicNote: 'Baru.' }));
    const second = await newest(live.articleId);
    const titles = async (one: typeof first, other: typeof first | 'now') =>
      (await versionsToCompare(office.leader, live.articleId, one, other)).map(
        ({ words, editionNumber, reason }) => `${editionNumber} ${words.title} ${reason}`,
      );
    const both = ['1 Edisi pertama transition', '2 Edisi kedua typing'];
    expect(await titles(first, second)).toEqual(both);
    expect(await titles(second, first)).toEqual(both);
    expect(await titles(first, 'now')).toEqual(['1 Edisi pertama transition', '2 Edisi kedua current']);
    const other = await aSubmittedArticle(office);
    const foreign = await newest(other.articleId);
    expect(await refusal(versionsToCompare(office.leader, live.articleId, first, foreign))).toBe('not_found');
    const stranger = (await anOffice()).contributor;
    expect(await refusal(versionsToCompare(stranger, live.articleId, first, 'now'))).toBe('not_found');
  });
});

describe('titles of related articles', () => {
  it('names live articles of the portal in the order asked for, and no others', async () => {
    const first = await aPublishedArticle(office, { words: { title: 'Pertama terbit' } });
    const second = await aPublishedArticle(office, { words: { title: 'Kedua terbit' } });
    const draft = await aDraft(office);
    const ids = [second.articleId, draft.articleId, first.articleId];
    expect((await liveTitles(office.portalId, ids)).map(({ title }) => title)).toEqual([
      'Kedua terbit',
      'Pertama terbit',
    ]);
    expect(await liveTitles((await anOffice()).portalId, ids)).toEqual([]);
  });
});
