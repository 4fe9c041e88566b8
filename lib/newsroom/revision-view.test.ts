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
import { liveTitles } from './related-titles.ts';
import { revisionForActor } from './revision-view.ts';

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
      expect([view.previous?.title, view.words.title, view.by]).toEqual(['Judul pertama', 'Judul kedua', 'Rudi Rekan']);
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
