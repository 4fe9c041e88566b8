import { beforeAll, expect, test } from 'vitest';
import { useClock } from '#lib/clock.ts';
import { addressOf } from '#lib/newsroom/addresses.ts';
import { archivePage } from '#lib/newsroom/archive.ts';
import { checkCode } from '#lib/newsroom/authenticity.ts';
import { publishDue } from '#lib/newsroom/due.ts';
import { frontPage } from '#lib/newsroom/front-page.ts';
import { lists } from '#lib/newsroom/listing.ts';
import { portalById } from '#lib/newsroom/public.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { agencyPage, kindPage, listPage, sectionPage } from '#lib/newsroom/public-lists.ts';
import { searchPage } from '#lib/newsroom/public-search.ts';
import { approve } from '#lib/newsroom/publishing.ts';
import { searchWish } from '#lib/search/search-input.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anArticleInEditing, anOffice, editionRow, type Office } from '#lib/testing/newsroom.ts';
import { articleAnswer, batchAnswer } from './api-answers.ts';
import { copyAnswer, feedAnswer } from './feed-answers.ts';
import { sitemapAnswer } from './site-answers.ts';

testConfiguration();
testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const hour = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
const title = 'Rencana rahasia dermaga apung';
const slug = 'rencana-rahasia-dermaga-apung';

/** Everything strangers can ask that might say something of the article, by name. */
async function surfaces(code: string): Promise<Record<string, string>> {
  const { portalId, agencySlug, sectionSlug } = office;
  const portal = await portalById(portalId);
  const wish = searchWish({ q: 'dermaga apung' });
  if (portal === null || wish === null) throw new Error('Expected a portal.');
  const asked = { portal, origin: 'https://warta.example.go.id' };
  const [month = ''] = new Date(hour.getTime() + 8 * 3_600_000).toISOString().split(/-\d\dT/);
  const answers: Record<string, unknown> = {
    'the front page': await frontPage(portalId),
    'all articles': await listPage(portalId, lists.all, 1),
    'its kind': await kindPage(portalId, 'news', 1),
    'its section': await sectionPage(portalId, sectionSlug, 1),
    'its agency': await agencyPage(portalId, agencySlug, 1),
    'the archive': await archivePage(portal, month, 1),
    'the search': await searchPage(portal, wish),
    'its page': await articlePage(portalId, slug),
    'its address': await addressOf(portalId, slug),
    'its code': await checkCode(portalId, code),
    'a feed': await feedAnswer(asked, 'rss', '/'),
    'a feed of its agency': await feedAnswer(asked, 'atom', `/opd/${agencySlug}`),
    'a feed of its section': await feedAnswer(asked, 'json', `/kanal/${sectionSlug}`),
    'its copy': await copyAnswer(asked, slug, 'md'),
    'the API': await batchAnswer(asked, new URLSearchParams()),
    'the API by name': await articleAnswer(asked, slug),
    'the sitemap': await sitemapAnswer(asked, month),
    'the news sitemap': await sitemapAnswer(asked, 'berita'),
  };
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, JSON.stringify(answer) ?? '']));
}

const said = async (code: string) =>
  Object.entries(await surfaces(code))
    .filter(([, text]) => /rahasia|dermaga-apung|"live"/i.test(text.replaceAll('dermaga apung', '')))
    .map(([name]) => name);

test('nothing strangers can ask says a word of an embargoed article before its time; all of it does then', async () => {
  const words = { title, lead: 'Rencana rahasia dermaga apung dibuka.', details: { embargoUntil: hour.toISOString() } };
  const editing = await anArticleInEditing(office, { words });
  await approve(office.editor, { ...editing, outcome: 'schedule', scheduledFor: hour });
  const { scheduledHash } = await editionRow(editing.editionId);
  const code = (scheduledHash ?? '').slice(0, 12);
  expect(await said(code)).toEqual([]);

  const putBack = useClock(() => hour);
  try {
    expect(await said(code)).toEqual([]);
    await publishDue();
    expect(await said(code)).toEqual(Object.keys(await surfaces(code)));
  } finally {
    putBack();
  }
});
