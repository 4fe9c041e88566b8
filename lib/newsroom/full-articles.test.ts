import { describe, expect, test } from 'vitest';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle } from '#lib/testing/newsroom.ts';
import { fullArticles, fullArticlesOf } from './full-articles.ts';
import { lists } from './listing.ts';
import { articlePage } from './public-article.ts';
import { retract } from './publishing.ts';

const db = testDatabase();

describe('articles with all their words', () => {
  test('are what their own pages show, newest first', async () => {
    const office = await anOffice();
    const live = [];
    for (const title of ['Satu', 'Dua', 'Tiga']) live.push(await aPublishedArticle(office, { words: { title } }));
    const read = await fullArticles(office.portalId, lists.all, 2);
    expect(read.map((article) => article.title)).toEqual(['Tiga', 'Dua']);
    const page = await articlePage(office.portalId, live[2]?.slug ?? '');
    const { related: _related, ...whole } = page ?? { related: [] };
    expect(read[0]).toEqual(whole);
  });

  test('leave out what does not hold, with an alarm, and stay whole otherwise', async () => {
    const office = await anOffice();
    const sound = await aPublishedArticle(office, { words: { title: 'Baik' } });
    const titled = await aPublishedArticle(office, { words: { title: 'Judul' } });
    const worded = await aPublishedArticle(office, { words: { title: 'Isi' } });
    const unsigned = await aPublishedArticle(office, { words: { title: 'Tanda tangan' } });
    await behindOurBack(db.url(), `update editions set title = 'Judi' where id = $1`, [titled.editionId]);
    await behindOurBack(db.url(), `update editions set summary = 'Judi' where id = $1`, [worded.editionId]);
    await behindOurBack(db.url(), `delete from signatures where edition_id = $1`, [unsigned.editionId]);
    const { result, alarms } = await withAlarms(() => fullArticles(office.portalId, lists.all, 30));
    expect(result.map((article) => article.articleId)).toEqual([sound.articleId]);
    for (const { editionId } of [titled, worded, unsigned]) {
      expect(alarms).toContainEqual(expect.objectContaining({ event: 'integrity', editionId }));
    }
  });

  test('come only from the portal asked, and only while public', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const live = await aPublishedArticle(office);
    const gone = await aPublishedArticle(office);
    const foreign = await aPublishedArticle(elsewhere);
    await retract(office.editor, { ...gone, reason: 'Data keliru.', hidesTitle: false });
    const read = await fullArticlesOf(office.portalId, [foreign.articleId, gone.articleId, live.articleId]);
    expect(read.map((article) => article.articleId)).toEqual([live.articleId]);
    expect(await fullArticlesOf(office.portalId, [])).toEqual([]);
  });
});
