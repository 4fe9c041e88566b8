import { describe, expect, it } from 'vitest';
import { readinessOf } from '#lib/newsroom/readiness.ts';
import { plainText, wordCount } from '#lib/richtext/plain-text.ts';
import { demoAgencies } from './agencies.ts';
import { demoArticles } from './articles/all-articles.ts';
import { calendarAround } from './calendar.ts';
import { demoAccounts } from './people.ts';
import { isPictureKey, type PictureKey, pictureKeys } from './pictures/draw-picture.ts';
import { picturesOf, wordsOf } from './words.ts';

const placement = {
  sectionId: '01890000-0000-7000-8000-000000000001',
  topicIds: [],
  // Every picture is a photo of its own.
  asset: (picture: PictureKey) => ({
    assetId: `01890000-0000-7000-8000-${String(pictureKeys.indexOf(picture)).padStart(12, '0')}`,
    assetHash: 'a'.repeat(64),
  }),
};
const days = ['2026-01-14T03:00:00Z', '2026-03-01T16:30:00Z', '2027-12-31T20:00:00Z'].map((day) => new Date(day));

const finished = demoArticles.filter(({ story }) => !['draft', 'discarded', 'returned', 'rejected'].includes(story.to));

describe('the calendar of the texts', () => {
  it('names the day it is in Kalimantan Timur', () => {
    const evening = calendarAround(new Date('2026-01-13T17:00:00Z'));
    expect(evening.day(0)).toEqual({ iso: '2026-01-14', words: 'Rabu (14/1/2026)' });
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
        'submitted',
        'verified',
        'in_editing',
        'discarded',
        'returned',
        'rejected',
        'awaiting_confirmation',
        'published',
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
      for (const day of days) {
        const text = article.write(calendarAround(day));
        const words = wordsOf(article, text, placement);
        expect(picturesOf(text).every(isPictureKey)).toBe(true);
        expect(wordCount(words.lead)).toBeLessThanOrEqual(45);
        expect(wordCount(words.title)).toBeLessThanOrEqual(12);
        expect(words.lead).not.toMatch(/^Pada hari/);
        const whole = [words.title, words.lead, words.summary, plainText(words.body)].join('\n');
        expect(whole).not.toMatch(/ {2}| [.,;:!?]|["']/);
        for (const sentence of whole.split(/(?<=[.!?:;])\s|\n/)) expect(wordCount(sentence)).toBeLessThanOrEqual(30);
      }
    },
  );

  it('are ready to be submitted where they were', () => {
    for (const article of finished) {
      const text = article.write(calendarAround(days[0] ?? new Date()));
      const { blocking, advisory } = readinessOf(wordsOf(article, text, placement), () => 'ready');
      expect({ key: article.key, blocking }).toEqual({ key: article.key, blocking: [] });
      expect(advisory.filter(({ code }) => code !== 'cover_missing')).toEqual([]);
    }
  });

  it('name only articles that are there', () => {
    const keys = demoArticles.map(({ key }) => key);
    for (const { related } of demoArticles) for (const key of related ?? []) expect(keys).toContain(key);
  });
});
