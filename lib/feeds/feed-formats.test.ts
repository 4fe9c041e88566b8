import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '#lib/testing/hostile-texts.ts';
import { foreignMarkup, textOf } from '#lib/testing/markup-oracle.ts';
import { aReaderArticle, readerPortal, shownCover } from '#lib/testing/reader-articles.ts';
import { atom } from './atom.ts';
import type { Feed } from './feed.ts';
import { amendmentItem, feedItem, feedOf } from './feed-items.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

const place = { portal: readerPortal, origin: 'https://warta.example.go.id' };
const site = { path: '/', name: null };

const article = aReaderArticle({
  cover: shownCover,
  topics: [{ slug: 'feri', name: 'Feri' }],
  publicNotes: [{ number: 2, changeType: 'correction', note: 'Jamnya 20.00.', at: new Date('2026-01-15T01:00:00Z') }],
  updatedAt: new Date('2026-01-15T01:00:00Z'),
  editionNumber: 2,
});
const urn = `urn:uuid:${article.articleId}`;
const url = 'https://warta.example.go.id/berita/feri-kembali-beroperasi';
const picture = 'https://warta.example.go.id/media/r/cc/besar.jpg';

const inRss = (feed: Feed) => parseRssFeed(wellFormed(rss(feed)));
const inAtom = (feed: Feed) => parseAtomFeed(wellFormed(atom(feed)));
const inJson = (feed: Feed) => parseJsonFeed(jsonFeed(feed));

/** Strict: a feed that is no XML is read by nobody. */
function wellFormed(text: string): string {
  XmlDocument.fromString(text).dispose();
  return text;
}

describe('a feed as others read it', () => {
  const items = [feedItem(place, article)];

  test('RSS', () => {
    const feed = inRss(feedOf(place, site, 'rss', items));
    expect(feed).toMatchObject({
      title: 'Ruang Warta Kaltim',
      link: 'https://warta.example.go.id/',
      language: 'id',
      atom: { links: [{ href: 'https://warta.example.go.id/rss.xml', rel: 'self' }] },
    });
    expect(feed.items?.[0]).toMatchObject({
      title: 'Feri Kembali Beroperasi',
      link: url,
      guid: { value: urn, isPermaLink: false },
      description: 'Dua jalur dibuka lagi.',
      dc: { creators: ['Dinas Perhubungan', 'Ana'] },
      enclosures: [{ url: picture, type: 'image/jpeg', length: 0 }],
    });
    expect(feed.items?.[0]?.categories?.map(({ name }) => name)).toEqual(['Berita', 'Perhubungan', 'Feri']);
    expect(new Date(String(feed.items?.[0]?.pubDate))).toEqual(article.firstPublishedAt);
    expect(new Date(String(feed.lastBuildDate))).toEqual(article.updatedAt);
    expect(textOf(feed.items?.[0]?.content?.encoded ?? '')).toContain('Dua jalur dibuka.');
  });

  test('Atom', () => {
    const feed = inAtom(feedOf(place, { path: '/kanal/perhubungan', name: 'Perhubungan' }, 'atom', items));
    expect(feed).toMatchObject({ id: 'tag:warta.example.go.id,2026:/kanal/perhubungan' });
    expect(feed.links).toContainEqual(
      expect.objectContaining({ rel: 'self', href: 'https://warta.example.go.id/kanal/perhubungan/atom.xml' }),
    );
    expect(feed.entries?.[0]).toMatchObject({ id: urn, authors: [{ name: 'Dinas Perhubungan' }, { name: 'Ana' }] });
    expect(new Date(String(feed.entries?.[0]?.published))).toEqual(article.firstPublishedAt);
    expect(new Date(String(feed.entries?.[0]?.updated))).toEqual(article.updatedAt);
  });

  test('JSON Feed', () => {
    const feed = inJson(feedOf(place, site, 'json', items));
    expect(feed).toMatchObject({ feed_url: 'https://warta.example.go.id/feed.json', language: 'id' });
    expect(feed.items?.[0]).toMatchObject({ id: urn, url, image: picture, tags: ['Berita', 'Perhubungan', 'Feri'] });
  });

  test('says nothing of when it was fetched: the same articles are the same bytes', () => {
    for (const write of [rss, atom, jsonFeed]) {
      expect(write(feedOf(place, site, 'rss', items))).toBe(write(feedOf(place, site, 'rss', items)));
      expect(() => write(feedOf(place, site, 'rss', []))).not.toThrow();
    }
    expect(inRss(feedOf(place, site, 'rss', [])).items ?? []).toEqual([]);
    expect(inAtom(feedOf(place, site, 'atom', [])).updated).toBeDefined();
  });
});

describe('what an item says of itself', () => {
  test('that it was paid for, waits for its review, is archived, or is no news at all', () => {
    const sponsored = feedItem(place, aReaderArticle({ sponsored: true }));
    expect([sponsored.title, sponsored.categories]).toEqual([
      'Advertorial: Feri Kembali Beroperasi',
      ['Berita', 'Perhubungan', 'Advertorial'],
    ]);
    expect(textOf(sponsored.html)).toContain('Advertorial');
    const fastLane = { reason: 'disaster', dueAt: null, reviewedAt: null } as const;
    const hurried = feedItem(place, aReaderArticle({ awaitsSecondReview: true, fastLane }));
    expect(textOf(hurried.html)).toContain('menunggu tinjauan kedua (alasan: bencana)');
    expect(textOf(feedItem(place, aReaderArticle({ isArchived: true })).html)).toContain('arsip');
    const demo = { ...place, portal: { ...readerPortal, isDemo: true } };
    expect(feedItem(demo, article).title).toBe('[Portal contoh] Feri Kembali Beroperasi');
    expect(textOf(feedItem(demo, article).html)).toContain('bukan berita resmi');
    expect(feedOf(demo, site, 'rss', []).title).toBe('[Portal contoh] Ruang Warta Kaltim');
  });

  test('the dateline opens the words; a withdrawn cover is not there', () => {
    const { html, image } = feedItem(place, aReaderArticle({ cover: { withdrawn: true } }));
    expect(html).toContain('<p><b>Samarinda –</b> Dua jalur dibuka.</p>');
    expect([image, html.includes('<img')]).toEqual([null, false]);
  });

  test('a correction: the note first, with its own name and time', () => {
    const [note] = article.publicNotes;
    if (note === undefined) throw new Error('Expected a note.');
    const item = amendmentItem(place, { ...note, card: article }, article);
    expect(item).toMatchObject({
      title: 'Ralat: Feri Kembali Beroperasi',
      summary: 'Jamnya 20.00.',
      updatedAt: note.at,
    });
    expect(item.id).not.toBe(urn);
    expect(textOf(item.html)).toMatch(/^Ralat\. Jamnya 20\.00\./);
    expect(textOf(item.html)).toContain('Dua jalur dibuka.');
  });
});

describe('whatever somebody wrote', () => {
  const allowed = {
    ...{ p: [], em: [], strong: [], b: [], small: [], ul: [], li: [], h2: [], hr: [], figcaption: [], figure: [] },
    ...{ a: ['href', 'rel'], img: ['src', 'alt', 'width', 'height'], br: [] },
  };

  test.each(hostileTexts.map((text) => [text]))('%j stays words in every format', (text) => {
    const hostile = feedItem(
      place,
      aReaderArticle({
        ...{
          title: text,
          lead: text,
          summary: text,
          datelinePlace: text,
          cover: shownCover.withdrawn ? shownCover : { ...shownCover, alt: text },
        },
        agency: { slug: 'dishub', name: text, shortName: text },
        section: { slug: 'perhubungan', name: text },
        credits: [{ name: text, initials: text, role: 'writer', unit: text }],
        sources: [{ name: text, detail: text }],
        publicNotes: [{ number: 2, changeType: 'update', note: text, at: article.firstPublishedAt }],
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      }),
    );
    expect(foreignMarkup(hostile.html, allowed)).toEqual([]);
    const list = { path: '/kanal/perhubungan', name: text };
    expect(inRss(feedOf(place, list, 'rss', [hostile])).items).toHaveLength(1);
    expect(inAtom(feedOf(place, list, 'atom', [hostile])).entries).toHaveLength(1);
    expect(inJson(feedOf(place, list, 'json', [hostile])).items?.[0]?.title ?? '').toBe(text.trim());
    const title = XmlDocument.fromString(rss(feedOf(place, list, 'rss', [hostile]))).get('//item/title');
    expect(title?.content).toBe(xmlReadable(text));
  });

  /** What of a text XML can say at all. */
  function xmlReadable(text: string): string {
    return text.toWellFormed().replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  }
});
