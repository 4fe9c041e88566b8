import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { portals, siteChecks } from '#db/schema/index.ts';
import { useConfig } from '#lib/config.ts';
import { fixedPaths, lastingAddresses, sitemapMonths, sitemapPart } from '#lib/newsroom/sitemap-reads.ts';
import { openAlarms } from '#lib/record/alarms.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testClock } from '#lib/testing/clock.ts';
import { aConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { checkSite } from './check-site.ts';
import { siteReport } from './site-report.ts';

const { url } = testDatabase();
const setClock = testClock();

/** A site in front of ours, as a proxy that somebody broke into would be: it may put something into any answer. */
type Tamper = (request: IncomingMessage, path: string, body: string) => { status: number; body: string };
const untouched: Tamper = (_, path, body) => ({ status: path in pages ? 200 : 404, body });

let office: Office;
let article: Awaited<ReturnType<typeof aPublishedArticle>>;
let proxy: Server;
let origin: string;
let tamper: Tamper = untouched;
let pages: Record<string, string> = {};
let putBack: () => void = () => undefined;
let at = Date.now();

function later(minutes: number): void {
  at += minutes * 60_000;
  setClock(new Date(at));
}

beforeAll(async () => {
  office = await anOffice();
  proxy = createServer((request, response) => {
    const path = request.url ?? '/';
    const answer = tamper(request, path, pages[path] ?? 'Tidak ditemukan');
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  putBack = useConfig(aConfiguration({ publicUrl: new URL(origin) }));
  article = await aPublishedArticle(office);
  pages = await sitePages(office, article.slug, origin);
});
afterAll(async () => {
  putBack();
  proxy.closeAllConnections();
  await new Promise((done) => proxy.close(done));
});
beforeEach(() => {
  tamper = untouched;
  later(60);
});

async function sitePages({ portalId }: Office, slug: string, at: string): Promise<Record<string, string>> {
  const lasting = (await lastingAddresses(portalId)).map(({ path }) => path);
  const [month] = await sitemapMonths(portalId);
  const listed = (await sitemapPart(portalId, month?.month ?? '', 1, 10)).map(({ path }) => path);
  const map = (paths: readonly string[]) => paths.map((path) => `<url><loc>${at}${path}</loc></url>`).join('');
  const plain = '<html><body><p>Daftar artikel</p></body></html>';
  const texts = ['/cari', '/cek', '/robots.txt', '/llms.txt'];
  const feeds = ['/rss.xml', '/atom.xml', '/feed.json'];
  return {
    ...Object.fromEntries([...fixedPaths, ...lasting, ...texts, ...feeds].map((path) => [path, plain])),
    [`/berita/${slug}`]: `<html><body><h1>Puskesmas buka layanan imunisasi Sabtu pagi</h1><p>Warga dapat membawa anak ke puskesmas setiap Sabtu pagi tanpa mendaftar lebih dulu.</p><div class="article-body"><p>Samarinda – Layanan dibuka pukul 08.00.</p></div></body></html>`,
    '/sitemap-halaman.xml': map([...fixedPaths, ...lasting]),
    [`/sitemap-${month?.month}.xml`]: map(listed),
  };
}

async function found() {
  const rows = await database().select().from(siteChecks).orderBy(siteChecks.id);
  return (rows.at(-1)?.findings ?? []).map(({ address, fault }) => `${fault} ${address}`).sort();
}
const ofArticle = () => `/berita/${article.slug}`;
const isBot = (request: IncomingMessage) => request.headers['user-agent']?.includes('Googlebot') === true;
const spam = '<div style="left:-9999px"><a href="https://judi.example/">slot gacor maxwin</a></div>';

test('a site that is what was signed passes, and readers are told when', async () => {
  await checkSite();
  expect(await found()).toEqual([]);
  expect(await siteReport()).toMatchObject({ standing: 'sound', last: { articles: 1 }, day: { wrongRounds: 0 } });
  // Until the next hour only the newest is looked at.
  later(5);
  await checkSite();
  const rows = await database().select({ isWhole: siteChecks.isWhole }).from(siteChecks);
  expect(rows.map(({ isWhole }) => isWhole)).toEqual([true, false]);
});

test('links shown to a search bot alone are found and raise an alarm, which ends when they are gone', async () => {
  tamper = (request, path, body) => untouched(request, path, isBot(request) ? body.replace('</body>', spam) : body);
  await checkSite();
  expect(await found()).toEqual(
    expect.arrayContaining(['cloaked', 'foreign_link', 'gambling', 'hidden'].map((fault) => `${fault} ${ofArticle()}`)),
  );
  const [alarm] = await openAlarms(office.admin);
  expect(alarm).toMatchObject({ kind: 'site_integrity', text: expect.stringContaining('kejanggalan') });
  // The alarm is read by people: it does not repeat the advertisement.
  expect(alarm?.text).not.toMatch(/gacor|judi\.example/);
  expect(await siteReport()).toMatchObject({ standing: 'wrong' });

  tamper = untouched;
  later(5);
  await checkSite();
  expect(await openAlarms(office.admin)).toEqual([]);
  expect(await siteReport()).toMatchObject({ standing: 'sound' });
});

test('what a glance finds is followed by whole rounds, so that the alarm ends within minutes', async () => {
  await checkSite();
  later(5);
  tamper = (request, path, body) => untouched(request, path, isBot(request) ? body.replace('</body>', spam) : body);
  await checkSite();
  expect(await openAlarms(office.admin)).toHaveLength(1);
  tamper = untouched;
  later(5);
  await checkSite();
  expect(await openAlarms(office.admin)).toEqual([]);
});

test('a page for those who come from a search engine, other words, and a page that does not answer are found', async () => {
  tamper = (request, path, body) => untouched(request, path, request.headers.referer ? `${body}<p>Klik</p>` : body);
  await checkSite();
  expect(await found()).toContain(`cloaked ${ofArticle()}`);
  tamper = (request, path, body) => untouched(request, path, body.replace('08.00', '09.00'));
  await checkSite();
  expect(await found()).toEqual([`words ${ofArticle()}`]);
  tamper = (_, path, body) => ({ status: path === ofArticle() ? 500 : path in pages ? 200 : 404, body });
  await checkSite();
  expect(await found()).toEqual([`status ${ofArticle()}`]);
});

test('addresses that we do not have are found in the sitemap and at their own place', async () => {
  tamper = (request, path, body) => {
    if (path === '/slot-gacor') return { status: 200, body: 'slot' };
    const more = `<url><loc>${origin}/slot-gacor</loc></url>`;
    return untouched(request, path, path === '/sitemap-halaman.xml' ? body + more : body);
  };
  await checkSite();
  expect(await found()).toEqual(['sitemap /sitemap-halaman.xml', 'unknown_address /slot-gacor']);
});

test('a site that nobody answers for is no finding: the look is only late', async () => {
  const before = await database().$count(siteChecks);
  const back = useConfig(aConfiguration({ publicUrl: new URL('http://127.0.0.1:1') }));
  try {
    await checkSite();
  } finally {
    back();
  }
  expect(await database().$count(siteChecks)).toBe(before);
});

test('rounds that stopped are told of as overdue', async () => {
  await checkSite();
  later(180);
  expect(await siteReport()).toMatchObject({ standing: 'overdue' });
});

test('a portal with an address to write to must say it where holes are reported', async () => {
  const write = (address: string) =>
    database().update(portals).set({ contactEmail: address }).where(eq(portals.id, office.portalId));
  await write('redaksi@contoh.example');
  await checkSite();
  expect(await found()).toEqual(['status /.well-known/security.txt']);
  await write('');
  await checkSite();
  expect(await found()).toEqual([]);
});

test('every portal is looked at under its own name, and a finding says under which', async () => {
  const second = await anOffice();
  const { slug } = await aPublishedArticle(second);
  const others = await sitePages(second, slug, origin.replace('127.0.0.1', second.host));
  let more = '';
  tamper = (request, path, body) =>
    request.headers.host?.startsWith(second.host)
      ? { status: path in others ? 200 : 404, body: (others[path] ?? 'Tidak ditemukan').replace('</body>', more) }
      : untouched(request, path, body);
  await checkSite();
  expect(await found()).toEqual([]);
  expect(await siteReport()).toMatchObject({ standing: 'sound', last: { articles: 2 } });
  more = spam;
  await checkSite();
  const { port } = new URL(origin);
  expect(await found()).toContain(`gambling ${second.host}:${port}/berita/${slug}`);
  expect((await found()).filter((one) => !one.includes(second.host))).toEqual([]);
});

test('a row that was changed behind our back is found', async () => {
  await behindOurBack(url(), `update editions set lead = 'slot gacor' where id = '${article.editionId}'`);
  await checkSite();
  expect(await found()).toContain(`words ${ofArticle()}`);
  expect(await database().$count(siteChecks, eq(siteChecks.wrong, 0))).toBeGreaterThan(0);
});
