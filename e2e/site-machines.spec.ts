import type { APIRequestContext, APIResponse } from '@playwright/test';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import sharp from 'sharp';
import { z } from 'zod';
import { apiArticle, apiBatch, apiError } from '../lib/feeds/api-shapes.ts';
import { newsSchema, sitemapIndexSchema, sitemapSchema } from '../lib/testing/sitemap-schemas.ts';
import { feedFormats, feedPath } from '../lib/urls.ts';
import { origin } from './app.ts';
import { expect, test } from './people.ts';
import { articleKinds, articlesOf, first, told } from './reader-pages.ts';

/** Fetches what is there for programs of any origin, and sees that it is sent once only. */
async function fetched(request: APIRequestContext, path: string, type: string): Promise<APIResponse> {
  const answer = await request.get(path, { headers: { origin: 'https://peramban.example' } });
  expect(answer.status(), path).toBe(200);
  const { 'content-type': contentType, 'access-control-allow-origin': readers } = answer.headers();
  expect(contentType, path).toContain(type);
  expect(readers, path).toBe('*');
  // Again, since tests beside this one may publish in between.
  await expect(async () => {
    const { etag = '' } = (await request.head(path)).headers();
    expect(etag, path).toMatch(/^"/);
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect(again.status(), path).toBe(304);
    expect(await again.body(), path).toHaveLength(0);
  }).toPass({ timeout: 20_000 });
  return answer;
}

test('feeds of the site, a section, an agency, a topic, each kind and the corrections are read by a feed reader', async ({
  request,
}) => {
  const article = await (await request.get(told.corrected)).text();
  const lists = [
    '/',
    first(article, '/kanal/'),
    first(article, '/opd/'),
    first(article, '/topik/'),
    ...articleKinds.slice(1).map((kind) => `/${kind}`),
    '/ralat',
  ];
  for (const list of lists) {
    for (const format of feedFormats) {
      const path = feedPath(list, format);
      const text = await (await fetched(request, path, format === 'json' ? 'json' : 'xml')).text();
      const entries = entriesOf(text, format);
      expect(entries, path).not.toEqual([]);
      for (const { id, url, content } of entries) {
        expect(id, path).toBeTruthy();
        expect(url, path).toMatch(new RegExp(`^${origin}/(berita|halaman)/`));
        expect(content.length, `${path} ${url}`).toBeGreaterThan(20);
        // Read elsewhere, an address without its site leads nowhere.
        expect(content, `${path} ${url}`).not.toMatch(/(?:href|src)="\//);
      }
      const html = await (await request.get(list)).text();
      expect(html, list).toContain(`href="${origin}${feedPath(list, 'rss')}"`);
    }
  }
});

type Entry = { id: string | undefined; url: string | undefined; content: string };

function entriesOf(text: string, format: (typeof feedFormats)[number]): Entry[] {
  switch (format) {
    case 'rss':
      return (parseRssFeed(text).items ?? []).map(({ guid, link, content }) => ({
        id: guid?.value,
        url: link,
        content: content?.encoded ?? '',
      }));
    case 'atom':
      return (parseAtomFeed(text).entries ?? []).map(({ id, links, content }) => ({
        id,
        url: links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
        content: content?.value ?? '',
      }));
    case 'json':
      return (parseJsonFeed(text).items ?? []).map(({ id, url, content_html }) => ({
        id,
        url,
        content: content_html ?? '',
      }));
  }
}

test('every address in the sitemaps is there, and every sitemap fits the schema', async ({ request }) => {
  const listed = await addressesInSitemaps(request);
  for (const path of [told.corrected, told.withDocument, told.withTable, told.movedTo, told.introducedTopic]) {
    expect(listed).toContain(`${origin}${path}`);
  }
  for (const path of [told.retracted, told.moved]) expect(listed).not.toContain(`${origin}${path}`);
  const absent: string[] = [];
  for (const address of listed) {
    const answer = await request.get(address, { maxRedirects: 0 });
    const isThere = answer.status() === 200;
    if (isThere) expect(await answer.text(), address).toContain(`<link rel="canonical" href="${address}"`);
    else absent.push(address);
  }
  // Tests beside this one retract what they published: that is in no sitemap from then on.
  const now = absent.length === 0 ? listed : await addressesInSitemaps(request);
  expect(absent.filter((address) => now.has(address))).toEqual([]);
});

async function addressesInSitemaps(request: APIRequestContext): Promise<Set<string>> {
  const read = async (path: string, schema: string) =>
    locations(await (await fetched(request, path, 'xml')).text(), schema);
  const parts = await read('/sitemap.xml', sitemapIndexSchema);
  expect(parts).toContain(`${origin}/sitemap-halaman.xml`);
  const news = await read('/sitemap-berita.xml', newsSchema);
  const addresses = await Promise.all(parts.map((part) => read(new URL(part).pathname, sitemapSchema)));
  return new Set([...addresses.flat(), ...news]);
}

/** Throws with what is wrong when a sitemap does not fit its schema. */
function locations(text: string, schema: string): string[] {
  const document = XmlDocument.fromString(text);
  const rules = XmlDocument.fromString(schema);
  const validator = XsdValidator.fromDoc(rules);
  validator.validate(document);
  const found = document.find('//*[local-name()="loc"]').map((node) => node.content);
  for (const used of [validator, rules, document]) used.dispose();
  return found;
}

test('robots, assistants and finders of faults are told what is theirs', async ({ request }) => {
  // The demo is nobody's news: it asks to be left alone.
  expect(await (await fetched(request, '/robots.txt', 'text/plain')).text()).toContain('Disallow: /');
  const llms = await (await fetched(request, '/llms.txt', 'text/plain')).text();
  expect(llms).toMatch(/^# /);
  for (const [, address = ''] of llms.matchAll(/\]\(<([^>]+)>\)/g)) {
    expect((await request.get(address, { maxRedirects: 0 })).status(), address).toBe(200);
  }
  const security = await (await fetched(request, '/.well-known/security.txt', 'text/plain')).text();
  expect(security).toMatch(/^Contact: (mailto|https):/m);
  expect(Date.parse(security.match(/^Expires: (.+)$/m)?.[1] ?? '')).toBeGreaterThan(Date.now());
});

test('an article is to be had as Markdown, a release as text, an event as a calendar, all events as one', async ({
  request,
}) => {
  const [release = ''] = await articlesOf(request, 'siaran-pers');
  const markdown = await (await fetched(request, `${told.corrected}.md`, 'text/markdown')).text();
  expect(markdown).toContain('# Perpustakaan Daerah Buka sampai Malam');
  expect(markdown).toContain('## Cara menjadi anggota');
  expect(markdown).not.toMatch(/<(?:p|div|span|a)\b/);
  const text = await (await fetched(request, `${release}.txt`, 'text/plain')).text();
  expect(text).not.toMatch(/[<>]|\]\(/);
  expect((await request.get(`${told.corrected}.txt`)).status()).toBe(404);
  expect((await request.get(`${told.retracted}.md`)).status()).toBe(410);

  const [event = ''] = await articlesOf(request, 'agenda');
  const one = eventsOf(await (await fetched(request, `${event}.ics`, 'text/calendar')).text());
  expect(one).toHaveLength(1);
  expect(one[0]?.startDate.toJSDate().getTime()).toBeLessThan(one[0]?.endDate.toJSDate().getTime() ?? 0);
  const all = eventsOf(await (await fetched(request, '/agenda.ics', 'text/calendar')).text());
  expect(all.map(({ uid }) => uid)).toContain(one[0]?.uid);
  expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
});

function eventsOf(text: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

test('the API leads through all articles to its end, in the shapes that its description tells', async ({ request }) => {
  const description = z
    .object({
      openapi: z.string().startsWith('3.1'),
      paths: z.record(z.string(), z.unknown()),
      components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
    })
    .parse(await (await fetched(request, '/api/v1/openapi.json', 'application/json')).json());
  expect(Object.keys(description.paths)).toEqual(['/api/v1/artikel', '/api/v1/artikel/{alamat}']);
  expect(description.components.schemas).toHaveProperty('KumpulanArtikel');

  const seen: string[] = [];
  let next: string | null = `${origin}/api/v1/artikel?jumlah=20`;
  while (next !== null) {
    const { pathname, search } = new URL(next);
    const found = apiBatch.parse(await (await fetched(request, pathname + search, 'application/json')).json());
    expect(found.artikel).not.toEqual([]);
    seen.push(...found.artikel.map(({ alamat_api }) => alamat_api));
    next = found.berikutnya;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(20);
  for (const address of seen.slice(-10)) apiArticle.parse(await (await request.get(address)).json());
  const retracted = told.retracted.replace('/berita/', '/api/v1/artikel/');
  for (const [method, path, status, code] of [
    ['GET', '/api/v1/artikel?kursor=bukan', 400, 'kursor_tidak_dikenal'],
    ['GET', '/api/v1/artikel?jumlah=banyak', 400, 'parameter_salah'],
    ['GET', '/api/v1/artikel?sejak=kemarin', 400, 'parameter_salah'],
    ['GET', '/api/v1/artikel/tidak-ada', 404, 'tidak_ditemukan'],
    ['GET', '/api/v1/apa', 404, 'tidak_ditemukan'],
    ['GET', retracted, 410, 'ditarik'],
    ['POST', '/api/v1/artikel', 405, 'hanya_dibaca'],
  ] as const) {
    const refused = await request.fetch(path, { method });
    expect([path, refused.status(), apiError.parse(await refused.json()).kode]).toEqual([path, status, code]);
    const { 'content-type': type, 'access-control-allow-origin': readers } = refused.headers();
    expect([type, readers], path).toEqual(['application/json; charset=utf-8', '*']);
  }
});

test('chat applications get a card of 1200 by 630 drawn for the article', async ({ request }) => {
  for (const path of [told.corrected, told.withDocument]) {
    const card = async () => {
      const html = await (await request.get(path)).text();
      const address = html.match(/<meta property="og:image" content="([^"]+)"/)?.[1] ?? '';
      const bytes = await (await request.get(address)).body();
      const { format, width, height } = await sharp(bytes).metadata();
      return { format, size: `${width}x${height}`, isLight: bytes.length < 300_000 };
    };
    // Drawn by a job after publication, never while somebody waits.
    await expect.poll(card, { message: path, timeout: 60_000 }).toEqual({
      format: 'jpeg',
      size: '1200x630',
      isLight: true,
    });
  }
});

test('a document comes as a file, a press photo at full size without what the camera wrote into it', async ({
  request,
}) => {
  const document = first(await (await request.get(told.withDocument)).text(), '/media/d/');
  const pdf = await request.get(document);
  expect(pdf.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^attachment/),
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const part = await request.get(document, { headers: { range: 'bytes=0-4' } });
  expect([200, 206]).toContain(part.status());

  const [release = ''] = await articlesOf(request, 'siaran-pers');
  const html = await (await request.get(release)).text();
  const [, address = '', width = '', height = ''] =
    html.match(/<a href="(\/media\/[^"]+)" download[^>]*>(?:<[^>]+>|[^<])*?Unduh foto (\d+) × (\d+)/) ??
    html.replaceAll('<!-- -->', '').match(/<a href="(\/media\/[^"]+)" download[^>]*>Unduh foto (\d+) × (\d+)/) ??
    [];
  const photo = await sharp(await (await request.get(address)).body()).metadata();
  expect(photo).toMatchObject({ format: 'jpeg', width: Number(width), height: Number(height) });
  expect(photo).not.toHaveProperty('exif');
});

test('who pays for each megabyte reads everything without a picture, page after page', async ({ request }) => {
  for (const path of ['/', told.corrected, '/kanal/kesehatan', '/cari', '/cari?q=warga&jenis=berita']) {
    const saving = `${path}${path.includes('?') ? '&' : '?'}hemat=1`;
    const html = await (await request.get(saving)).text();
    expect(html, saving).not.toMatch(/<(?:img|picture|source)\b/);
    // Searches are nowhere: they have no canonical address, and no other form of it.
    if (!path.startsWith('/cari')) expect(html, saving).toContain(`<link rel="canonical" href="${origin}${path}"`);
    const own = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href = '']) => href);
    const forgetful = own.filter(
      (href) => !/hemat=1/.test(href) && !/^\/media\/|\.(?:xml|json|ics|txt|md)$/.test(href),
    );
    const withPictures = path.replaceAll('&', '&amp;');
    expect(forgetful, saving).toEqual([withPictures]);
    expect(html, saving).toContain(`<a href="${withPictures}" rel="nofollow">Tampilkan gambar</a>`);
  }
  const article = await (await request.get(`${told.corrected}?hemat=1`)).text();
  const photo = article.match(/class="photo-link" href="([^"]+)"/)?.[1] ?? '';
  expect((await request.get(photo)).headers()['content-type']).toMatch(/^image\//);
});
