import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { now } from '#lib/clock.ts';
import { portalById } from '#lib/newsroom/public.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office, readyWords } from '#lib/testing/newsroom.ts';
import { agendaAnswer, copyAnswer, feedAnswer } from './feed-answers.ts';
import type { Asked } from './machine-route.ts';
import { sitemapAnswer, siteTextAnswer } from './site-answers.ts';

testConfiguration();
testDatabase();

const origin = 'https://warta.example.go.id';

async function askedOf(office: Office): Promise<Asked> {
  const portal = await portalById(office.portalId);
  if (portal === null) throw new Error('Expected a portal.');
  return { portal, origin };
}

/** Titles that markup, calendars and lines could choke on, as far as our own form takes them. */
const hard = 'Bupati: "A & B" <b>; ]]> \\ 👍🏽, مرحبا';

describe('feeds', () => {
  test('of every list in every format; unknown ones are not there', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office, { words: { title: hard } });
    const asked = await askedOf(office);
    const id = `urn:uuid:${live.articleId}`;
    for (const path of ['/', `/kanal/${office.sectionSlug}`, `/opd/${office.agencySlug}`]) {
      const [rss, atom, json] = [
        await feedAnswer(asked, 'rss', path),
        await feedAnswer(asked, 'atom', path),
        await feedAnswer(asked, 'json', path),
      ];
      expect(parseRssFeed(rss?.body ?? '').items?.map(({ guid, title }) => [guid?.value, title])).toEqual([[id, hard]]);
      expect(parseAtomFeed(atom?.body ?? '').entries?.map((entry) => entry.id)).toEqual([id]);
      expect(parseJsonFeed(json?.body ?? '').items?.map((item) => item.id)).toEqual([id]);
    }
    expect((await feedAnswer(asked, 'rss', '/ralat'))?.body).toContain('<channel>');
    expect((await feedAnswer(asked, 'rss', '/pengumuman'))?.body).not.toContain('<item>');
    expect(await feedAnswer(asked, 'rss', '/kanal/tidak-ada')).toBeNull();
    expect(await feedAnswer(asked, 'rdf', '/')).toBeNull();
  });
});

describe('copies of an article', () => {
  test('Markdown of all, plain text of releases, events of the agenda', async () => {
    const office = await anOffice();
    const asked = await askedOf(office);
    const startsAt = new Date(now().getTime() + 86_400_000).toISOString();
    const news = await aPublishedArticle(office, { words: { title: hard } });
    const release = await aPublishedArticle(office, {
      words: { title: 'Rilis', kind: 'press_release', details: { contactName: 'Ani', contactPhone: '0541 1' } },
    });
    const event = await aPublishedArticle(office, {
      words: { title: hard, kind: 'agenda_event', details: { startsAt, venue: 'Lamin Etam; Samarinda' } },
    });
    expect((await copyAnswer(asked, news.slug, 'md'))?.body).toMatch(/^# Bupati/);
    expect(await copyAnswer(asked, news.slug, 'txt')).toBeNull();
    expect(await copyAnswer(asked, news.slug, 'ics')).toBeNull();
    expect((await copyAnswer(asked, release.slug, 'txt'))?.body).toContain('Narahubung: Ani\n');
    for (const answer of [await copyAnswer(asked, event.slug, 'ics'), await agendaAnswer(asked)]) {
      const calendar = new ICAL.Component(ICAL.parse(answer?.body ?? ''));
      const [read] = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
      expect(read).toMatchObject({ summary: hard, location: 'Lamin Etam; Samarinda' });
      expect(read?.startDate.toJSDate().getTime()).toBe(Math.trunc(Date.parse(startsAt) / 1000) * 1000);
    }
    expect(await copyAnswer(asked, 'tidak-ada', 'md')).toBeNull();
    expect(await copyAnswer(asked, news.slug, 'pdf')).toBeNull();
  });
});

describe('sitemaps', () => {
  test('the index leads to every part, and the parts to every article', async () => {
    const office = await anOffice();
    const asked = await askedOf(office);
    const live = await aPublishedArticle(office, { words: readyWords(office, { title: hard }) });
    const locations = (answer: { body: string } | null) =>
      XmlDocument.fromString(answer?.body ?? '')
        .find('//*[local-name()="loc"]')
        .map((node) => node.content);
    const parts = locations(await sitemapAnswer(asked, 'indeks'));
    const month = now().toISOString().slice(0, 7);
    expect(parts).toEqual([`${origin}/sitemap-halaman.xml`, `${origin}/sitemap-${month}.xml`]);
    expect(locations(await sitemapAnswer(asked, month))).toEqual([`${origin}/berita/${live.slug}`]);
    expect(locations(await sitemapAnswer(asked, 'berita'))).toEqual([`${origin}/berita/${live.slug}`]);
    expect(locations(await sitemapAnswer(asked, 'halaman'))).toContain(`${origin}/kanal/${office.sectionSlug}`);
    for (const part of [`${month}-1`, `${month}-2`, '2026-13', '2001-01', 'x', '']) {
      expect(await sitemapAnswer(asked, part)).toBeNull();
    }
  });
});

test('the small texts at the root', async () => {
  const office = await anOffice();
  const asked = await askedOf(office);
  expect((await siteTextAnswer(asked, 'robots'))?.body).toContain('Sitemap: ');
  expect((await siteTextAnswer(asked, 'llms'))?.body).toContain(`/kanal/${office.sectionSlug}`);
  expect(await siteTextAnswer(asked, 'security')).toBeNull();
  const withMail = { ...asked, portal: { ...asked.portal, contactEmail: 'redaksi@example.go.id' } };
  expect((await siteTextAnswer(withMail, 'security'))?.body).toContain('Expires: ');
  expect(await siteTextAnswer(asked, 'x')).toBeNull();
});
