import { chromium, type Page } from '@playwright/test';
import { browserFlags, installedBrowser } from '../browser.ts';

/** What a phone loads for one page. Bytes as transferred, heads of answers included. */
export type Weight = {
  requests: number;
  /** How many of what, in the browser's words: `Document 1, Stylesheet 1, …`. */
  kinds: string;
  html: number;
  css: number;
  font: number;
  /** Drawings: the emblem and the ornaments. */
  icons: number;
  firstImage: number;
  otherImages: number;
  scripts: number;
  total: number;
};

/** A cheap phone: 412 × 915 at 1.75 pixels to the point. */
const phone = { viewport: { width: 412, height: 915 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** Loads a page as a phone does, without scrolling; undefined where there is no browser. */
export async function weigh(port: number, path: string): Promise<Weight | undefined> {
  const executablePath = installedBrowser();
  if (executablePath === undefined) return undefined;
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    const page = await (await browser.newContext(phone)).newPage();
    const loaded = await watchTransfers(page);
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle' });
    return weightOf(loaded);
  } finally {
    await browser.close();
  }
}

type Transfer = { type: string; bytes: number };

async function watchTransfers(page: Page): Promise<Transfer[]> {
  const session = await page.context().newCDPSession(page);
  const types = new Map<string, string>();
  const loaded: Transfer[] = [];
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    types.set(requestId, response.mimeType === 'image/svg+xml' ? 'Icon' : type),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    // What the page has already loaded once comes a second time without a byte.
    if (encodedDataLength > 0) loaded.push({ type: types.get(requestId) ?? 'Other', bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return loaded;
}

function weightOf(loaded: readonly Transfer[]): Weight {
  const of = (type: string) => loaded.filter((one) => one.type === type).map(({ bytes }) => bytes);
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  const [firstImage = 0, ...otherImages] = of('Image');
  return {
    requests: loaded.length,
    kinds: [...new Set(loaded.map(({ type }) => type))].map((type) => `${type} ${of(type).length}`).join(', '),
    html: sum(of('Document')),
    css: sum(of('Stylesheet')),
    font: sum(of('Font')),
    icons: sum(of('Icon')),
    firstImage,
    otherImages: sum(otherImages),
    scripts: of('Script').length,
    total: sum(loaded.map(({ bytes }) => bytes)),
  };
}
