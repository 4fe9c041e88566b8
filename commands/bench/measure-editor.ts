import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { demoAccounts, demoPassword } from '#db/demo/people.ts';
import type { ArticleId } from '#lib/ids.ts';
import { deskPath, draftPath, historyPath, reviewPath, signInPath } from '#lib/urls.ts';
import { browserFlags, installedBrowser } from '../browser.ts';
import { type LargeArticles, large, largeWriter, paragraphsOf } from './large-articles.ts';
import { goalTable, type Line } from './report.ts';
import { median, milliseconds, number, percentile, type Table } from './table.ts';
import { heapOf, savesOf, throttled, typeAndWatch, watchKeys } from './typing.ts';

const keys = 72;
/** A cheap phone against this machine. */
const slower = 4;
const mostToPaint = 100;
const mostToSave = 1_000;

/** The editor and the pages around it under articles as large as they may become; nothing where there is no browser. */
export async function measureEditor(port: number, { long, photos, revisions }: LargeArticles): Promise<Table[]> {
  const executablePath = installedBrowser();
  if (executablePath === undefined) {
    return [goalTable('Penyunting (tidak ada peramban)', [{ name: 'Seluruhnya', result: 'tidak dijalankan' }])];
  }
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    const page = await signedIn(browser, `http://127.0.0.1:${port}`);
    const table = async (title: string, article: ArticleId, before: Line[] = []) =>
      goalTable(title, [...before, ...(await ofWriting(page, article)), ...(await ofReading(page, article))]);
    const pasted = await ofPaste(page, long);
    return [
      await table(`${number(large.words)} kata`, long, [pasted]),
      await table(`${number(large.photos)} foto`, photos),
      await table(`${number(large.revisions)} versi`, revisions),
    ];
  } finally {
    await browser.close();
  }
}

async function signedIn(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'id-ID', timezoneId: 'Asia/Makassar' });
  const page = await context.newPage();
  await watchKeys(page);
  const account = demoAccounts.find(({ key }) => key === largeWriter);
  await page.goto(signInPath);
  await page.getByLabel('Surel').fill(account?.email ?? '');
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page).toHaveURL((address) => address.pathname === deskPath);
  return page;
}

/** Twenty thousand words from the clipboard, until they are painted. */
async function ofPaste(page: Page, article: ArticleId): Promise<Line> {
  await page.goto(draftPath(article));
  const text = textOf(page);
  await text.click();
  const html = paragraphsOf(large.words)
    .map((words, index) => (index % 12 === 11 ? `<h2>Bagian ${index}</h2><p>${words}</p>` : `<p>${words}</p>`))
    .join('');
  const took = await text.evaluate(async (body, clipboard) => {
    const data = new DataTransfer();
    data.setData('text/html', clipboard);
    const from = performance.now();
    body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - from;
  }, html);
  await saved(page);
  return { name: 'Ditempel sampai tampak', result: milliseconds(took) };
}

/** Opens a draft, waits for its checks, and writes in the middle of it. */
async function ofWriting(page: Page, article: ArticleId): Promise<Line[]> {
  const opened = await opens(page, draftPath(article), () => expect(textOf(page)).toBeVisible(patience));
  // From here on every pause is checked.
  await expect(page.locator('.finding-group').first()).toBeAttached(patience);
  await caretInTheMiddle(page);
  await savesOf(page);
  const found = await typeAndWatch(page, keys);
  await saved(page);
  const saves = await savesOf(page);
  const slow = await throttled(page, slower, () => typeAndWatch(page, keys / 2));
  await saved(page);
  const [late, longest] = [percentile(found, 0.95), Math.max(...saves)];
  return [
    { name: 'Penyunting terbuka', result: milliseconds(opened) },
    { name: 'Dari tuts sampai tampak, median', result: milliseconds(median(found)) },
    {
      name: 'Dari tuts sampai tampak, p95',
      result: milliseconds(late),
      goal: `< ${mostToPaint} md`,
      isMet: late < mostToPaint,
    },
    {
      name: `– prosesor ${slower} × lebih lambat, median dan p95`,
      result: `${milliseconds(median(slow))}, ${milliseconds(percentile(slow, 0.95))}`,
    },
    {
      name: `Simpan, terlama dari ${saves.length}`,
      result: milliseconds(longest),
      goal: '< 1 dtk',
      isMet: longest < mostToSave,
    },
    { name: 'Memori skrip halaman', result: `${number(await heapOf(page))} MB` },
  ];
}

/** The pages beside the editor. */
async function ofReading(page: Page, article: ArticleId): Promise<Line[]> {
  const heading = (words: string | RegExp) => () =>
    expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible(patience);
  const history = await opens(page, historyPath(article), heading(/^Riwayat/));
  const begun = performance.now();
  await page.getByRole('button', { name: 'Bandingkan', exact: true }).click();
  await heading('Bandingkan versi')();
  const compared = performance.now() - begun;
  const review = await opens(page, reviewPath(article), () =>
    expect(page.getByRole('heading', { name: 'Langkah berikutnya' })).toBeVisible(patience),
  );
  return [
    { name: 'Riwayat terbuka', result: milliseconds(history) },
    { name: 'Dua versi dibandingkan', result: milliseconds(compared) },
    { name: 'Halaman tinjau terbuka', result: milliseconds(review) },
  ];
}

async function opens(page: Page, path: string, seen: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await seen();
  return performance.now() - from;
}

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Isi naskah' });

const patience = { timeout: 60_000 };

async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/Tersimpan \d\d\.\d\d WITA/)).toBeVisible(patience);
}

async function caretInTheMiddle(page: Page): Promise<void> {
  const paragraphs = textOf(page).locator('> p');
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click(patience);
  await page.keyboard.press('End');
}
