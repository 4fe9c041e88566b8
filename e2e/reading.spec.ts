import { expect, test } from './people.ts';

/** Addresses of what the front page links to: one article, one agency, one section. */
async function samplePaths(request: { get(path: string): Promise<{ text(): Promise<string> }> }) {
  const html = await (await request.get('/')).text();
  const first = (pattern: RegExp) => html.match(pattern)?.[0] ?? '';
  return {
    article: first(/\/berita\/[a-z0-9-]+/),
    agency: first(/\/opd\/[a-z0-9-]+/),
    section: first(/\/kanal\/[a-z0-9-]+/),
  };
}

const readerCsp =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri /laporan-kebijakan; report-to kebijakan";

test('every reader page is whole and holds no executable script', async ({ request }) => {
  const paths = await samplePaths(request);
  for (const path of ['/', ...Object.values(paths), '/tidak-ada-di-sini']) {
    const answer = await request.get(path);
    const html = await answer.text();
    expect(answer.status(), path).toBe(path === '/tidak-ada-di-sini' ? 404 : 200);
    expect(answer.headers()['content-security-policy'], path).toBe(readerCsp);
    const scripts = [...html.matchAll(/<script\b([^>]*)>/gi)].map((match) => match[1] ?? '');
    expect(
      scripts.filter((attributes) => !/type="application\/ld\+json"/.test(attributes)),
      path,
    ).toEqual([]);
    expect(html, path).not.toMatch(/\son[a-z]+\s*=|javascript:|style="/i);
    expect(html, path).toContain('</html>');
    expect(answer.headers()['set-cookie'], path).toBeUndefined();
  }
});

test('an article reads the same with scripts switched off', async ({ browser, request }) => {
  const { article } = await samplePaths(request);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('paragraph').first()).toBeVisible();
  await expect(page.getByText('WITA').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /WhatsApp/ })).toBeVisible();
  await context.close();
});

test('the head tells machines and chat applications what this is', async ({ request }) => {
  const { article } = await samplePaths(request);
  const html = await (await request.get(article)).text();
  const [head = ''] = html.split('</head>');
  expect(head).toMatch(/<title>[^<]+<\/title>/);
  expect(head).toMatch(/<meta name="description" content="[^"]+"/);
  expect(head).toMatch(new RegExp(`<link rel="canonical" href="http[^"]+${article}"`));
  expect(head).toMatch(/<meta property="og:image" content="http[^"]+\.jpe?g"/);
  expect(head).toMatch(/<meta property="og:title" content="[^"]*contoh/i);
  expect(head).toMatch(/<meta name="robots" content="[^"]*noindex/);
  const card = head.match(/<meta property="og:image" content="([^"]+)"/)?.[1] ?? '';
  const image = await request.get(new URL(card).pathname);
  expect(image.headers()['content-type']).toBe('image/jpeg');
  expect((await image.body()).length).toBeLessThan(300_000);
});

test('pictures come in AVIF, WebP and JPEG with their size stated', async ({ request }) => {
  const { article } = await samplePaths(request);
  const html = await (await request.get(article)).text();
  const picture = html.match(/<picture[\s\S]*?<\/picture>/)?.[0] ?? '';
  expect(picture).toMatch(/type="image\/avif"/);
  expect(picture).toMatch(/type="image\/webp"/);
  expect(picture).toMatch(/<img[^>]+width="\d+"/);
  expect(picture).toMatch(/<img[^>]+height="\d+"/);
  const source = picture.match(/\/media\/[^\s",]+/)?.[0] ?? '';
  const answer = await request.get(source);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['cache-control']).toContain('immutable');
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
});

test('statuses are true', async ({ request }) => {
  const { article, section } = await samplePaths(request);
  const status = async (path: string, options: Parameters<typeof request.fetch>[1] = {}) =>
    (await request.fetch(path, { maxRedirects: 0, ...options })).status();
  expect(await status(article, { method: 'HEAD' })).toBe(200);
  expect(await status('/berita/tidak-pernah-ada')).toBe(404);
  expect(await status(`${section}?halaman=999`)).toBe(404);
  expect(await status('/sistem/tidak-ditemukan')).toBe(404);
  for (const path of ['/', article, section, '/berita/tidak-pernah-ada']) {
    expect(await status(path, { method: 'POST', data: 'a=1' }), path).toBe(405);
    expect(await status(path, { headers: { 'next-action': 'x' } }), path).toBe(405);
  }
  expect(await status('/', { headers: { host: 'orang-lain.example' } })).toBe(421);
  const etag = (await request.get(article)).headers()['etag'] ?? '';
  expect(etag).toMatch(/^"/);
  expect(await status(article, { headers: { 'if-none-match': etag } })).toBe(304);
});

test('the demo says so on every page', async ({ request }) => {
  const paths = await samplePaths(request);
  for (const path of ['/', ...Object.values(paths), '/tidak-ada-di-sini', '/redaksi/masuk']) {
    expect(await (await request.get(path)).text(), path).toMatch(/portal contoh/i);
  }
});
