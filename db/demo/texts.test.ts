import { describe, expect, it } from 'vitest';
import { articleKinds } from '#db/schema/enums.ts';
import { checkManuscript } from '#lib/language/check.ts';
import { emptyReference } from '#lib/language/reference.ts';
import type { Words } from '#lib/newsroom/article-input.ts';
import { manuscriptOf } from '#lib/newsroom/manuscript.ts';
import { readinessOf } from '#lib/newsroom/readiness.ts';
import { plainText, wordCount } from '#lib/richtext/plain-text.ts';
import { demoAgencies, demoRegencies } from './agencies.ts';
import { agencyProfiles } from './articles/agency-profiles.ts';
import { demoArticles } from './articles/all-articles.ts';
import { sitePages } from './articles/site-pages.ts';
import { calendarAround } from './calendar.ts';
import { type DocumentKey, documentKeys } from './documents/make-document.ts';
import { demoAccounts } from './people.ts';
import { isPictureKey, type PictureKey, pictureKeys } from './pictures/draw-picture.ts';
import { namedIn, picturesOf, wordsOf } from './words.ts';
import type { DemoArticle, DemoText } from './writing.ts';

const placement = {
  sectionId: '01890000-0000-7000-8000-000000000001',
  topicIds: ['01890000-0000-7000-8000-000000000002'],
  jointAgencyIds: [],
  // Every picture is a photo of its own.
  asset: (picture: PictureKey) => ({
    assetId: `01890000-0000-7000-8000-${String(pictureKeys.indexOf(picture)).padStart(12, '0')}`,
    assetHash: 'a'.repeat(64),
  }),
  document: (document: DocumentKey) => ({
    assetId: `01890000-0000-7000-9000-${String(documentKeys.indexOf(document)).padStart(12, '0')}`,
    assetHash: 'b'.repeat(64),
  }),
  article: (key: string) => {
    const at = demoArticles.findIndex((article) => article.key === key);
    return { articleId: `01890000-0000-7000-a000-${String(at).padStart(12, '0')}`, title: 'Judul (contoh)' };
  },
};
const days = ['2026-01-14T03:00:00Z', '2026-03-01T16:30:00Z', '2027-12-31T20:00:00Z'].map((day) => new Date(day));

const firstDay = days[0] ?? new Date();

/** An article as it was written first, and as it was changed later. */
function versionsOf(article: DemoArticle, day: Date): DemoText[] {
  const { story } = article;
  const text = article.write(calendarAround(day));
  const changed =
    story.to === 'corrected'
      ? story.corrected
      : story.to === 'reopened'
        ? story.started
        : 'edited' in story && story.edited;
  return changed ? [text, { ...text, ...changed }] : [text];
}

const daysAgo = (when: DemoArticle['when']) => ('daysAgo' in when ? when.daysAgo : 0);

/**
 * The rules that find something. Lasting advice has no day, and the name of the statement on
 * accessibility is the one readers look for.
 */
function findingsIn(words: Words): string[] {
  const facts = {
    regencyNames: new Map(demoRegencies.map(({ code, name }) => [code, name])),
    photoFacts: () => undefined,
  };
  return checkManuscript(manuscriptOf(words, facts), { ...emptyReference('2026-01-14'), agencies: demoAgencies })
    .filter(({ rule, text }) => rule !== 'no_date' && text !== 'Aksesibilitas')
    .map(({ rule }) => rule);
}

const finished = demoArticles.filter(({ story }) => !['draft', 'discarded', 'returned', 'rejected'].includes(story.to));

describe('the calendar of the texts', () => {
  it('names the day it is in Kalimantan Timur', () => {
    const evening = calendarAround(new Date('2026-01-13T17:00:00Z'));
    expect(evening.day(0)).toMatchObject({ iso: '2026-01-14', words: 'Rabu (14/1/2026)', long: '14 Januari 2026' });
    expect(evening.day(0).at('09.30')).toBe('2026-01-14T09:30:00+08:00');
  });

  it('leaves weekends out of working days, and finds Saturdays', () => {
    for (const day of days) {
      const calendar = calendarAround(day);
      for (let offset = -9; offset <= 9; offset += 1) {
        expect(calendar.workday(offset).words).not.toMatch(/^(Sabtu|Minggu)/);
        expect(calendar.saturday(offset).words).toMatch(/^Sabtu/);
      }
    }
  });
});

describe('the articles of the demo', () => {
  it('are many, in many agencies, and reach every state', () => {
    expect(demoArticles.length).toBeGreaterThanOrEqual(26);
    expect(new Set(demoArticles.map(({ key }) => key)).size).toBe(demoArticles.length);
    expect(new Set(demoArticles.map(({ agency }) => agency)).size).toBe(demoAgencies.length);
    expect(new Set(demoArticles.map(({ story }) => story.to))).toEqual(
      new Set([
        'draft',
        'scheduled',
        'submitted',
        'verified',
        'in_editing',
        'discarded',
        'returned',
        'rejected',
        'awaiting_confirmation',
        'published',
        'embargoed',
        'fast_lane',
        'corrected',
        'reopened',
        'retracted',
      ]),
    );
  });

  it.each(demoArticles.map((article) => [article.key, article] as const))(
    '%s keeps the rules of the house',
    (_, article) => {
      const writer = demoAccounts.find(({ key }) => key === article.writer);
      expect(writer?.roles.some((role) => 'agency' in role && role.agency === article.agency)).toBe(true);
      for (const text of days.flatMap((day) => versionsOf(article, day))) {
        const words = wordsOf(article, text, placement);
        expect(picturesOf(text).every(isPictureKey)).toBe(true);
        expect(article.section === null).toBe(article.kind === 'page');
        expect(wordCount(words.lead)).toBeLessThanOrEqual(45);
        expect(wordCount(words.title)).toBeLessThanOrEqual(12);
        if (article.faults !== undefined) continue;
        const whole = [words.title, words.lead, words.summary, plainText(words.body)].join('\n');
        expect(whole).not.toMatch(/ {2}| [.,;:!?]|["']/);
        for (const sentence of whole.split(/(?<=[.!?:;])\s|\n/)) expect(wordCount(sentence)).toBeLessThanOrEqual(30);
      }
    },
  );

  it('have nothing for the checks to find, but for what beginners wrote', () => {
    for (const article of demoArticles) {
      const text = versionsOf(article, firstDay).at(-1);
      if (text === undefined) throw new Error(article.key);
      const found = findingsIn(wordsOf(article, text, placement));
      const { key, faults = [] } = article;
      if (faults.length === 0) expect({ key, found }).toEqual({ key, found: [] });
      else expect(found).toEqual(expect.arrayContaining([...faults]));
    }
  });

  it('are ready to be submitted where they were', () => {
    for (const article of finished) {
      for (const text of versionsOf(article, firstDay)) {
        const words = wordsOf(article, text, placement);
        const { blocking, advisory } = readinessOf(words, () => 'ready', null, firstDay);
        expect({ key: article.key, blocking }).toEqual({ key: article.key, blocking: [] });
        expect(advisory.filter(({ code }) => code !== 'cover_missing')).toEqual([]);
      }
    }
  });

  it('are of every kind but the banner, which would stand on every page', () => {
    const kinds = new Set<string>(demoArticles.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(articleKinds.filter((kind) => kind !== 'banner')));
  });

  it('show every block there is', () => {
    const blocks = finished.flatMap((article) => wordsOf(article, article.write(calendarAround(firstDay)), placement));
    expect(new Set(blocks.flatMap(({ body }) => body.content.map(({ type }) => type)))).toEqual(
      new Set([
        'paragraph',
        'heading',
        'bulletList',
        'orderedList',
        'quote',
        'figure',
        'gallery',
        'table',
        'pullQuote',
        'infoBox',
        'timeline',
        'keyNumbers',
        'documentCard',
        'relatedArticle',
        'agendaEvent',
      ]),
    );
  });

  it('say of every number and document that it is an example', () => {
    for (const article of demoArticles) {
      const { body, attachments } = wordsOf(article, article.write(calendarAround(firstDay)), placement);
      for (const block of body.content) {
        if (block.type === 'keyNumbers') for (const { attrs } of block.content) expect(attrs.source).toMatch(/contoh/);
        if (block.type === 'table') expect(block.attrs.caption).toMatch(/contoh/);
        if (block.type === 'documentCard') expect(block.attrs.title).toMatch(/contoh/);
      }
      for (const { title } of attachments) expect(title).toMatch(/contoh/);
    }
  });

  it('tell readers on lasting pages enough, and not too much', () => {
    const roles: string[] = [];
    for (const article of sitePages) {
      const { title, lead, body, details } = wordsOf(article, article.write(calendarAround(firstDay)), placement);
      const count = wordCount(`${title} ${lead} ${plainText(body)}`);
      expect({ title, isFitting: count >= 150 && count <= 350, count }).toMatchObject({ isFitting: true });
      roles.push(details.pageRole ?? '');
    }
    expect(roles).toEqual(['about', 'editorial_policy', 'privacy', 'accessibility']);
  });

  it('give every agency a profile', () => {
    expect(agencyProfiles.map(({ agency }) => agency).sort()).toEqual(demoAgencies.map(({ key }) => key).sort());
  });

  it('name only articles that are there, and begun by then', () => {
    for (const { key, when, related = [], write } of demoArticles) {
      const inBody = namedIn(write(calendarAround(firstDay)));
      for (const named of inBody) {
        const other = demoArticles.find((candidate) => candidate.key === named);
        // Live while this one is still written, weekends and all.
        expect({ key, named, isLive: other !== undefined && daysAgo(other.when) - daysAgo(when) >= 4 }).toMatchObject({
          isLive: true,
        });
      }
      for (const named of related) {
        const other = demoArticles.find((candidate) => candidate.key === named);
        expect({ key, named, isBegun: other !== undefined && daysAgo(other.when) >= daysAgo(when) }).toMatchObject({
          isBegun: true,
        });
      }
    }
  });
});
