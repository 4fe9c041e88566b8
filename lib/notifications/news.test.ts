import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '#db/client.ts';
import { articles, mailTimes, notifications, toldEvents } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { comment } from '#lib/newsroom/comments.ts';
import { onTheWhole } from '#lib/newsroom/conversation-shapes.ts';
import { returnEdition } from '#lib/newsroom/publishing.ts';
import { endTerms } from '#lib/privacy/retention.ts';
import { keptDays } from '#lib/privacy/terms.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anArticleInEditing, anOffice, aSubmittedArticle, type Office } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { mailSettings, mailSettingsInput, saveMailSettings } from './mail-settings.ts';
import { newsFor, openNews, readAllNews, readNews, readNewsOfArticle, unreadNews } from './news.ts';
import { tellPeople } from './tell-people.ts';

testConfiguration();
testDatabase();

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});

async function aReturn() {
  const article = await anArticleInEditing(office, { words: { title: 'Imunisasi tiap Sabtu' } });
  await returnEdition(office.editor, { ...article, reasonCode: 'incomplete_facts', note: 'Lengkapi.' });
  await tellPeople();
  return article;
}

describe('what a person was told', () => {
  it('is read in a line with the title, and leads to its place', async () => {
    const { articleId } = await aReturn();
    const { news } = await newsFor(office.contributor);
    const [newest] = news;
    expect(newest).toMatchObject({
      title: 'Imunisasi tiap Sabtu',
      text: 'Dikembalikan oleh Eko Redaktur.',
      isRead: false,
      quote: null,
    });
    if (newest === undefined) throw new Error('There is no news.');
    const before = await unreadNews(office.contributor);
    expect(await openNews(office.contributor, newest.id)).toBe(`/redaksi/naskah/${articleId}`);
    expect(await unreadNews(office.contributor)).toBe(before - 1);
  });

  it('is marked one by one, for an article that was opened, or all at once; nobody marks another’s', async () => {
    const { articleId } = await aReturn();
    await aReturn();
    const { news } = await newsFor(office.contributor, { onlyUnread: true });
    const [newest] = news;
    if (newest === undefined) throw new Error('There is no news.');
    await readNews(office.colleague, { id: newest.id });
    expect(await refusal(openNews(office.colleague, newest.id))).toBe('not_found');
    expect(await unreadNews(office.contributor)).toBe(news.length);
    await readNews(office.contributor, { id: newest.id });
    await readNewsOfArticle(office.contributor, articleId);
    const left = await newsFor(office.contributor, { onlyUnread: true });
    expect(left.news.every(({ id }) => id !== newest.id)).toBe(true);
    await readAllNews(office.contributor);
    expect(await unreadNews(office.contributor)).toBe(0);
    expect((await newsFor(office.contributor)).news.length).toBeGreaterThan(0);
  });

  it('shows what was said to those who were called by name', async () => {
    const { editionId, articleId } = await aSubmittedArticle(office);
    const text = 'Mohon dicek angkanya.';
    const id = await comment(office.editor, {
      editionId,
      text,
      mentions: [office.colleague.userId],
      anchor: onTheWhole,
    });
    await tellPeople();
    const { news } = await newsFor(office.colleague);
    expect(news[0]).toMatchObject({
      kind: 'mention',
      quote: text,
      text: 'Dibahas oleh Eko Redaktur, yang menyebut Anda.',
    });
    const first = news[0];
    if (first === undefined) throw new Error('There is no news.');
    expect(await openNews(office.colleague, first.id)).toBe(`/redaksi/naskah/${articleId}/percakapan#komentar-${id}`);
  });

  it('is left out, and counts no longer, once its article is out of sight', async () => {
    const { articleId } = await aReturn();
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, articleId));
    const { news } = await newsFor(office.contributor);
    expect(news.filter(({ kind }) => kind === 'returned')).toEqual([]);
    const rows = await database().select().from(notifications).where(eq(notifications.articleId, articleId));
    expect(rows.find(({ kind }) => kind === 'returned')?.readAt).toBeInstanceOf(Date);
  });

  it('comes in pages, newest first', async () => {
    await tellPeople();
    await database()
      .insert(notifications)
      .values(
        Array.from({ length: 35 }, (_, at) => ({
          ...{ userId: office.leader.userId, portalId: office.portalId, kind: 'role', at: new Date() },
          eventSeq: -at,
        })),
      );
    const first = await newsFor(office.leader);
    expect(first.olderThan).not.toBeNull();
    expect((await newsFor(office.leader, { olderThan: first.olderThan ?? undefined })).olderThan).toBeNull();
  });

  it('goes after its time, mails too; the audit log stays', async () => {
    await aReturn();
    const later = new Date(Date.now() + (keptDays.news + 1) * 86_400_000);
    const putBack = useClock(() => later);
    await endTerms();
    putBack();
    expect((await newsFor(office.contributor)).news).toEqual([]);
  });

  it('what happened long before anybody was told of anything is no news', async () => {
    const putBack = useClock(() => new Date(Date.now() - 10 * 86_400_000));
    await aReturn();
    putBack();
    await database().delete(notifications);
    await database().delete(toldEvents);
    await tellPeople();
    expect((await newsFor(office.contributor)).news).toEqual([]);
  });
});

describe('how somebody wants to be mailed', () => {
  const form = { quietFrom: '20:30', quietUntil: '05:00', digestAt: '16:15', wantsDigest: 'on', version: '0' };
  const save = (changes: object) =>
    saveMailSettings(office.contributor, mailSettingsInput.parse({ ...form, ...changes }));

  it('is kept, with what they chose for each kind', async () => {
    expect(await mailSettings(office.contributor)).toMatchObject({ quietFrom: '21:00', digestAt: '07:00', version: 0 });
    await save({ mail_returned: 'none', mail_published: 'immediate' });
    const settings = await mailSettings(office.contributor);
    expect(settings).toMatchObject({ quietFrom: '20:30', quietUntil: '05:00', digestAt: '16:15', version: 1 });
    const kinds = settings.groups.flatMap((group) => group.kinds);
    expect(kinds.find(({ kind }) => kind === 'returned')?.mail).toBe('none');
    expect(kinds.find(({ kind }) => kind === 'published')?.mail).toBe('immediate');
    // Only what a contributor can be told of.
    expect(kinds.map(({ kind }) => kind)).not.toContain('to_edit');
    expect(settings.isSetUp).toBe(false);
  });

  it('is not overwritten by an older page', async () => {
    await save({});
    expect(await refusal(save({}))).toBe('conflict');
    await save({ version: '1', wantsDigest: undefined, quietFrom: '', quietUntil: '' });
    const [row] = await database().select().from(mailTimes).where(eq(mailTimes.userId, office.contributor.userId));
    expect(row).toMatchObject({ quietFrom: null, quietUntil: null, digestOff: true, version: 2 });
  });

  it.each([
    ['half of the quiet hours', { quietUntil: '' }],
    ['no time', { digestAt: '25:00' }],
    ['no way of ours', { mail_returned: 'sms' }],
    ['no kind of ours', { mail_apa: 'none' }],
    ['something else besides', { admin: 'on' }],
    ['a list', { digestAt: ['07:00', '08:00'] }],
  ])('%s is refused', async (_, changes) => {
    expect(mailSettingsInput.safeParse({ ...form, ...changes }).success).toBe(false);
  });
});
