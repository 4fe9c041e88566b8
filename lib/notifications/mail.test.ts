import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import {
  absences,
  articles,
  mails,
  mailTimes,
  namedPeople,
  notificationChoices,
  notifications,
} from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { useClock } from '#lib/clock.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import { mailId } from '#lib/ids.ts';
import { deliverMail } from '#lib/mail/deliver-mail.ts';
import { publishNow, returnEdition, submit } from '#lib/newsroom/publishing.ts';
import { recordEvent } from '#lib/record/events.ts';
import { aConfiguration, testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { type ArrivedMail, aMailServer } from '#lib/testing/mail-server.ts';
import { aDraft, anArticleInEditing, anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { takeJobs } from '#lib/testing/waiting-jobs.ts';
import { mailDigests } from './mail-digests.ts';
import { mailNews } from './mail-news.ts';
import { tellPeople } from './tell-people.ts';
import { unsubscribe, unsubscribeToken } from './unsubscribe.ts';

testConfiguration();
testDatabase();

/** A Tuesday, ten in the morning in Samarinda. */
const morning = new Date('2026-03-03T02:00:00Z');
const night = new Date('2026-03-03T15:00:00Z');

let office: Office;
let server: Awaited<ReturnType<typeof aMailServer>>;
let at: Date;
const putBack: (() => unknown)[] = [];

beforeEach(async () => {
  at = morning;
  putBack.push(useClock(() => at));
  server = await aMailServer();
  putBack.push(() => server.close());
  const { mail } = readConfig({
    SMTP_URL: server.url,
    MAIL_FROM: 'redaksi@example.go.id',
    DATA_DIR: '.data-test/mail',
  });
  putBack.push(useConfig(aConfiguration({ mail })));
  office = await anOffice();
  await tellPeople();
  for (const job of ['mail_news', 'deliver_mail'] as const) await takeJobs(job);
});
afterEach(async () => {
  for (const undo of putBack.splice(0).reverse()) await undo();
});

const secret = 'Rahasia panen walet gagal di hulu Mahakam';

/** Lets all jobs of telling and mailing run whose time has come, as the workers would. */
async function settle(): Promise<void> {
  await tellPeople();
  await takeJobs('mail_news');
  for (const actor of [office.contributor, office.colleague, office.editor, office.managingEditor, office.leader])
    await mailNews(actor.userId);
  for (const job of await takeJobs('deliver_mail')) await deliverMail(z.object({ mailId }).parse(job).mailId);
}

async function arrivedFor(actor: Actor): Promise<ArrivedMail[]> {
  await settle();
  return server.arrived.filter(({ to }) => to === actor.email);
}

async function aReturnedArticle(words: { title?: string } = {}) {
  const article = await anArticleInEditing(office, { words: { title: secret, ...words } });
  await returnEdition(office.editor, {
    ...article,
    reasonCode: 'incomplete_facts',
    note: `Tambahkan angka ${secret}.`,
  });
  return article;
}

describe('mail at once', () => {
  it('says what happened and where, and no word of the article', async () => {
    const { articleId } = await aReturnedArticle();
    const [mail] = await arrivedFor(office.contributor);
    expect(mail?.headers.get('subject')).toBe('Naskah dikembalikan');
    expect(mail?.text).toMatch(/^Sebuah naskah Dinas \w+ dikembalikan oleh Eko Redaktur\.\n/);
    expect(mail?.text).toContain(`https://warta.example.go.id/redaksi/naskah/${articleId}`);
    expect(mail?.raw).not.toContain('walet');
    expect(mail?.headers.has('list-unsubscribe')).toBe(false);
  });

  it('says nothing of a confidential article but that there is one', async () => {
    const draft = await aDraft(office, { words: { title: secret } });
    await database().update(articles).set({ isConfidential: true }).where(eq(articles.id, draft.articleId));
    const named = [office.contributor, office.editor, office.managingEditor].map(({ userId }) => userId);
    await database()
      .insert(namedPeople)
      .values(named.map((userId) => ({ articleId: draft.articleId, userId })));
    await publishNow(office.editor, {
      ...{ editionId: draft.editionId, version: (await submit(office.contributor, draft)).version },
      ...{ fastLaneReason: 'disaster', reason: 'Segera.' },
    });
    const [mail] = await arrivedFor(office.managingEditor);
    expect(mail?.text).toMatch(/^Sebuah naskah diterbitkan lewat jalur cepat oleh seorang rekan\.\n/);
    expect(mail?.raw).not.toContain('walet');
    expect(mail?.raw).not.toContain('Eko');
  });

  it('names an article by its title once readers have it', async () => {
    const draft = await aDraft(office, { words: { title: 'Jembatan dibuka kembali' } });
    await publishNow(office.editor, { ...draft, fastLaneReason: 'disaster', reason: 'Segera.' });
    const [mail] = await arrivedFor(office.managingEditor);
    expect(mail?.text).toMatch(/^“Jembatan dibuka kembali” diterbitkan lewat jalur cepat oleh Eko Redaktur\.\n/);
  });

  it('several pieces of news are one mail, and what was read meanwhile is none', async () => {
    await aReturnedArticle();
    await aReturnedArticle();
    await tellPeople();
    const [one] = await database()
      .select()
      .from(notifications)
      .where(and(eq(notifications.userId, office.contributor.userId), eq(notifications.kind, 'returned')));
    if (one === undefined) throw new Error('Nobody was told of the return.');
    await aReturnedArticle();
    await database().update(notifications).set({ readAt: at }).where(eq(notifications.id, one.id));
    const arrived = await arrivedFor(office.contributor);
    expect(arrived.map(({ headers }) => headers.get('subject'))).toEqual(['2 pemberitahuan']);
  });

  it('waits for the end of the quiet hours, but for an alarm to a managing editor', async () => {
    at = night;
    await aReturnedArticle();
    const alarm = { portalId: office.portalId, actorId: null, actorRole: null, verb: 'raise_alarm' } as const;
    await transaction((tx) => recordEvent(tx, { ...alarm, detail: { kind: 'job_failed', subject: 'uji' } }));
    expect(await arrivedFor(office.contributor)).toEqual([]);
    expect((await arrivedFor(office.managingEditor)).map(({ text }) => text.split('\n')[0])).toEqual([
      'Ada alarm sistem yang perlu Anda tangani.',
    ]);
    at = new Date('2026-03-03T22:00:00Z');
    expect(await arrivedFor(office.contributor)).toHaveLength(1);
  });

  it('goes to nobody who chose otherwise, and is gathered while somebody is away', async () => {
    await database()
      .insert(notificationChoices)
      .values({ userId: office.contributor.userId, kind: 'returned', mail: 'none' });
    await aReturnedArticle();
    expect(await arrivedFor(office.contributor)).toEqual([]);
    await database().delete(notificationChoices);
    await database()
      .insert(absences)
      .values({
        userId: office.contributor.userId,
        startsAt: new Date('2026-03-01T00:00:00Z'),
        endsAt: new Date('2026-03-09T00:00:00Z'),
        createdBy: office.admin.userId,
        createdAt: at,
      });
    await aReturnedArticle();
    expect(await arrivedFor(office.contributor)).toEqual([]);
    await mailDigests();
    expect((await arrivedFor(office.contributor)).map(({ text }) => text.includes('Naskah dikembalikan: 1'))).toEqual([
      true,
    ]);
  });

  it('of a role that was taken away meanwhile, nothing is mailed', async () => {
    await aReturnedArticle();
    await tellPeople();
    await database().update(articles).set({ isConfidential: true });
    expect(await arrivedFor(office.contributor)).toEqual([]);
  });
});

describe('the digest', () => {
  /** The leader is told of publications once a day. */
  async function somethingToTell(): Promise<void> {
    await aPublishedArticle(office, { words: { title: secret } });
    await tellPeople();
  }

  it('comes once a day after the chosen hour, counts, and names no article', async () => {
    at = new Date('2026-03-02T22:30:00Z');
    await somethingToTell();
    await mailDigests();
    expect(await arrivedFor(office.leader)).toEqual([]);
    at = new Date('2026-03-02T23:00:00Z');
    await mailDigests();
    await mailDigests();
    const [mail, ...more] = await arrivedFor(office.leader);
    expect(more).toEqual([]);
    expect(mail?.text).toContain('- Naskah terbit: 1');
    expect(mail?.raw).not.toContain('walet');
    await somethingToTell();
    at = new Date('2026-03-03T05:00:00Z');
    await mailDigests();
    expect(await arrivedFor(office.leader)).toHaveLength(1);
    at = new Date('2026-03-03T23:05:00Z');
    await mailDigests();
    expect(await arrivedFor(office.leader)).toHaveLength(2);
  });

  it('ends by one click of its link, as mail programs do it, for this person only', async () => {
    await somethingToTell();
    await mailDigests();
    const [mail] = await arrivedFor(office.leader);
    expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const [, token = ''] =
      /^<https:\/\/warta\.example\.go\.id\/berhenti-surel\/([\w-]+)>$/.exec(
        mail?.headers.get('list-unsubscribe') ?? '',
      ) ?? [];
    expect(await unsubscribe(token)).toBe(true);
    expect(await unsubscribe(token)).toBe(true);
    const off = await database().select().from(mailTimes).where(eq(mailTimes.digestOff, true));
    expect(off.map(({ userId }) => userId)).toEqual([office.leader.userId]);
    await somethingToTell();
    at = new Date('2026-03-04T02:00:00Z');
    await mailDigests();
    expect(await arrivedFor(office.leader)).toHaveLength(1);
  });

  it('a link that we did not make ends nothing', async () => {
    const token = unsubscribeToken(office.leader.userId);
    const other = Buffer.from(token, 'base64url');
    other[0] = (other[0] ?? 0) ^ 1;
    for (const wrong of ['', 'x'.repeat(43), other.toString('base64url'), `${token}A`, token.slice(1), '../etc'])
      expect(await unsubscribe(wrong)).toBe(false);
  });
});

it('without a mail server nothing is mailed later either, and everybody is told all the same', async () => {
  putBack.push(useConfig(aConfiguration()));
  await aReturnedArticle();
  await tellPeople();
  const rows = await database().select().from(notifications).where(eq(notifications.userId, office.contributor.userId));
  expect(rows.filter(({ kind }) => kind === 'returned').map(({ mail }) => mail)).toEqual(['none']);
  expect(await takeJobs('mail_news')).toEqual([]);
  await mailDigests();
  expect(await database().select().from(mails).where(eq(mails.userId, office.contributor.userId))).toEqual([]);
});
