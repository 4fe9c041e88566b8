import { chromium, type Page } from '@playwright/test';
import { browserFlags, installedBrowser } from '../commands/browser.ts';
import { origin } from './app.ts';
import { expect, test } from './people.ts';
import { articlesOf, readerPages, supersededCode, told } from './reader-pages.ts';

test('every kind of page is whole: its one address, one heading, data that parses, nothing that runs', async ({
  request,
}) => {
  for (const [name, path] of await readerPages(request)) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), name).toBe(200);
    const html = await answer.text();
    expect(html, name).toMatch(/<html lang="id"/);
    expect(html, name).not.toMatch(/\son[a-z]+\s*=|javascript:|style="/i);
    for (const [, attributes = '', content = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
      expect(attributes, name).toContain('type="application/ld+json"');
      expect(JSON.parse(content), name).toMatchObject({ '@context': 'https://schema.org' });
    }
    expect(html.match(/<h1\b/g), name).toHaveLength(1);
    expect(html.match(/<main\b/g), name).toHaveLength(1);
    expect(canonicalOf(html), name).toBe(path.startsWith('/cari') ? undefined : `${origin}${path}`);
  }
});

test('what was measured, shared or tagged with more parameters is still the one page', async ({ request }) => {
  const html = await (await request.get(`${told.corrected}?utm_source=wa&fbclid=1&halaman=9`)).text();
  expect(canonicalOf(html)).toBe(`${origin}${told.corrected}`);
  expect(html).not.toMatch(/utm_source|fbclid/);
  // The agenda is one page: further ones would be the same again.
  expect(canonicalOf(await (await request.get('/agenda?halaman=2')).text())).toBe(`${origin}/agenda`);
});

test('what is not there says so, offers search and the latest, and what went says where and why', async ({
  request,
}) => {
  const ask = (path: string) => request.get(path, { maxRedirects: 0 });
  const missing = await ask('/berita/tidak-pernah-ada');
  expect(missing.status()).toBe(404);
  const html = await missing.text();
  expect(html).toMatch(/<form[^>]+action="\/cari"/);
  expect(html).toMatch(/href="\/berita\/[a-z0-9-]+"/);

  const gone = await ask(told.retracted);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain('Jadwal yang dimuat adalah rancangan yang belum disepakati.');

  const led = [
    [told.moved, told.movedTo],
    [`${told.moved}.md`, `${told.movedTo}.md`],
    ['/kanal/kesehatan/', '/kanal/kesehatan'],
    ['/opd/dinas-kesehatan/?utm_source=x', '/opd/dinas-kesehatan'],
    [`${told.corrected}/`, told.corrected],
  ] as const;
  for (const [path, to] of led) {
    const answer = await ask(path);
    expect(answer.status(), path).toBe(301);
    expect(new URL(answer.headers()['location'] ?? '', origin).href, path).toBe(`${origin}${to}`);
  }
  for (const path of ['/kanal/kesehatan?halaman=2', '/kanal/kesehatan?halaman=51', '/arsip/2019/13', '/?p=123456']) {
    expect((await ask(path)).status(), path).toBe(404);
  }
});

test('a code says of a text whether it is genuine and current, was changed since, was retracted, or is unknown', async ({
  as,
  stranger,
}) => {
  const reader = await stranger();
  await reader.goto(told.corrected);
  await reader.getByRole('link', { name: 'Cek keaslian tulisan ini' }).click();
  await expect(reader.getByText('isinya sama dengan yang terpasang sekarang')).toBeVisible();
  await expect(reader.getByText('Jam tutup pada hari kerja dibetulkan')).toBeVisible();
  const superseded = await supersededCode(await as('yohana'));
  await reader.goto('/cek');
  await reader.getByRole('textbox', { name: /Kode/ }).fill(superseded.toUpperCase().replace(/(.{4})/g, '$1 '));
  await reader.keyboard.press('Enter');
  await expect(reader).toHaveURL(`/cek/${superseded}`);
  await expect(reader.getByText('Yang berlaku adalah edisi terbaru.')).toBeVisible();
  await expect(reader.getByText('Jam tutup pada hari kerja dibetulkan')).toBeVisible();
  await reader.goto('/cek/0123456789abcdef');
  await expect(reader.getByText('tidak mengenal tulisan dengan kode ini')).toBeVisible();
});

test('search finds, asks what was meant, and answers hostile words calmly', async ({ stranger }) => {
  const reader = await stranger();
  await reader.goto('/cari');
  await reader.getByRole('searchbox').fill('perpustakaan malam');
  await reader.keyboard.press('Enter');
  await expect(reader).toHaveURL(/\/cari\?q=perpustakaan\+malam/);
  const results = reader.getByRole('main').getByRole('article');
  await expect(results.first().getByRole('link', { name: /Perpustakaan Daerah Buka sampai Malam/ })).toBeVisible();
  await expect(results.first().locator('mark').first()).toBeVisible();
  await reader.goto('/cari?q=perpustakan');
  await reader.getByRole('link', { name: 'perpustakaan', exact: true }).click();
  await expect(results.first()).toBeVisible();
  const hostile = [
    'zzyzzyva',
    '"kutip',
    '"%_\\',
    "' OR 1=1 --",
    '-berita',
    '🙂🙂',
    '\u0000warga\u0000',
    'kata '.repeat(500),
    '<script>alert(1)</script>',
    '& | ! ( ) :*',
  ];
  for (const words of hostile) {
    const answer = await reader.request.get(`/cari?${new URLSearchParams({ q: words })}`);
    expect(answer.status(), words.slice(0, 20)).toBe(200);
    const html = await answer.text();
    expect(html, words.slice(0, 20)).toContain('<h1');
    expect(html).not.toContain('<script>alert');
  }
  expect((await reader.request.get(`/cari?q=${'a'.repeat(20_000)}`)).status()).toBeLessThan(500);
});

test('with scripts switched off and at 320 pixels every page can be read, and none is wider than the window', async ({
  browser,
  request,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const [name, path] of [
    ...(await readerPages(request)),
    ['tidak-ada', '/tidak-ada'],
    ['ditarik', told.retracted],
  ]) {
    await page.goto(path ?? '');
    await expect(page.getByRole('heading', { level: 1 }), name).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Kanal' }), name).toBeVisible();
    await expect(page.getByRole('contentinfo'), name).toBeVisible();
    await expect(page.getByRole('main'), name).toHaveText(/.{20}/s, { useInnerText: true });
    expect(await beyondTheWindow(page), name).toEqual([]);
  }
  await context.close();
});

test('text follows the size that the reader set in the browser, to twice the usual', async ({ request }) => {
  const executablePath = installedBrowser();
  const browser = await chromium.launch({
    args: [...browserFlags, '--blink-settings=defaultFontSize=32'],
    ...(executablePath ? { executablePath } : {}),
  });
  const page = await browser.newPage({ baseURL: origin });
  const pages = await readerPages(request);
  for (const [name, path] of pages) {
    await page.goto(path);
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBe(32);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await beyondTheWindow(page), `${name} at ${width} px`).toEqual([]);
    }
  }
  await browser.close();
});

test('by keyboard alone: past the header, along a gallery and a table, into a story', async ({ stranger }) => {
  const reader = await stranger();
  await reader.setViewportSize({ width: 360, height: 780 });
  await reader.goto('/');
  await reader.keyboard.press('Tab');
  const skip = reader.getByRole('link', { name: 'Langsung ke isi' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await reader.keyboard.press('Enter');
  await reader.keyboard.press('Tab');
  const story = reader.getByRole('main').getByRole('link').first();
  await expect(story).toBeFocused();
  await reader.keyboard.press('Enter');
  await expect(reader).toHaveURL(/\/berita\//);

  const [gallery = ''] = await articlesOf(reader.request, 'galeri');
  const regions = [
    [gallery, /^Galeri foto/],
    [told.withTable, /.+/],
  ] as const;
  for (const [path, name] of regions) {
    await reader.goto(path);
    const region = reader.getByRole('article').getByRole('region', { name }).and(reader.locator('[tabindex="0"]'));
    await tabTo(reader, region.first());
    await reader.keyboard.press('ArrowRight');
    await expect.poll(() => region.first().evaluate((element) => element.scrollLeft), path).toBeGreaterThan(0);
  }
});

test('what a thumb aims at first is 44 pixels high and wide', async ({ stranger }) => {
  const reader = await stranger();
  await reader.setViewportSize({ width: 360, height: 780 });
  const aims = [
    ['/', '.search-link, .sections a, .site-foot nav a'],
    [told.corrected, '.share a'],
    ['/cari?q=warga', 'main form button, main form input:visible, main form select:visible, main summary, .pages a'],
    ['/cek', 'main form button, main form input:visible'],
  ] as const;
  for (const [path, selector] of aims) {
    await reader.goto(path);
    const boxes = await reader.locator(selector).evaluateAll((elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { text: element.textContent, width, height };
      }),
    );
    expect(boxes.length, path).toBeGreaterThan(0);
    expect(
      boxes.filter(({ width, height }) => width < 43.5 || height < 43.5),
      path,
    ).toEqual([]);
  }
});

test('an article on paper bears its address to be scanned, and nothing to be clicked', async ({ stranger }) => {
  const reader = await stranger();
  await reader.goto(told.corrected);
  const code = reader.getByRole('img', { name: 'Kode QR alamat artikel ini' });
  await expect(code).toBeHidden();
  await reader.emulateMedia({ media: 'print' });
  await expect(code).toBeVisible();
  await expect(reader.getByText(`${origin}${told.corrected}`)).toBeVisible();
  await expect(reader.getByRole('navigation', { name: 'Kanal' })).toBeHidden();
  await expect(reader.getByRole('contentinfo').getByRole('navigation')).toHaveCount(0);
  for (const name of ['WhatsApp', 'Cari', 'RSS']) {
    await expect(reader.getByRole('link', { name, exact: true })).toBeHidden();
  }
  const sheet = await reader.pdf({ format: 'A4' });
  expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
});

function canonicalOf(html: string): string | undefined {
  return html.match(/<link rel="canonical" href="([^"]+)"/)?.[1]?.replaceAll('&amp;', '&');
}

/** What makes the page wider than its window, so that it would scroll sideways; nothing when it does not. */
function beyondTheWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return wide.slice(0, 5).map((element) => `${element.tagName} ${element.className}`);
  });
}

/** Presses Tab until something has the focus, as somebody without a pointer does. */
async function tabTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The keyboard does not lead there.');
}
