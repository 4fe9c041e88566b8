import { chromium } from '@playwright/test';
import { browserFlags, installedBrowser } from '../browser.ts';
import { fetchPage } from './measure-pages.ts';

/** What a phone loads for one page. Bytes as transferred, heads of answers included. */
export type Weight = {
  requests: number;
  /** How many of what, in the browser's words: `Document 1, Stylesheet 1, …`. */
  kinds: string;
  html: number;
  css: number;
  font: number;
  /** The icon of the tab, which a browser without a window does not ask for: asked for by ourselves, and counted. */
  icon: number;
  firstImage: number;
  otherImages: number;
  scripts: number;
  total: number;
};

/** A cheap phone: 412 × 915 at 1.75 pixels to the point. */
const phone = { viewport: { width: 412, height: 915 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const iconPath = '/ikon/lambang-1.svg';

/** Loads a page as a phone does, without scrolling; undefined where there is no browser. */
export async function weigh(port: number, path: string): Promise<Weight | undefined> {
  const executablePath = installedBrowser();
  if (executablePath === undefined) return undefined;
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    const page = await (await browser.newContext(phone)).newPage();
    const loaded = await watchTransfers(page);
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle' });
    return weightOf(loaded, await iconBytes(port));
  } finally {
    await browser.close();
  }
}

type Transfer = { type: string; bytes: number };

async function watchTransfers(page: import('@playwright/test').Page): Promise<Transfer[]> {
  const session = await page.context().newCDPSession(page);
  const types = new Map<string, string>();
  const loaded: Transfer[] = [];
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    loaded.push({ type: types.get(requestId) ?? 'Other', bytes: encodedDataLength }),
  );
  await session.send('Network.enable');
  return loaded;
}

async function iconBytes(port: number): Promise<number> {
  const { body, rawHeaders } = await fetchPage(port, iconPath);
  return body.length + rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
}

function weightOf(loaded: readonly Transfer[], icon: number): Weight {
  const of = (...types: string[]) => loaded.filter(({ type }) => types.includes(type)).map(({ bytes }) => bytes);
  const sum = (values: readonly number[]) => values.reduce((whole, value) => whole + value, 0);
  const [firstImage = 0, ...otherImages] = of('Image');
  return {
    requests: loaded.length + 1,
    kinds: [...new Set(loaded.map(({ type }) => type))].map((type) => `${type} ${of(type).length}`).join(', '),
    html: sum(of('Document')),
    css: sum(of('Stylesheet')),
    font: sum(of('Font')),
    icon,
    firstImage,
    otherImages: sum(otherImages),
    scripts: of('Script').length,
    total: sum(loaded.map(({ bytes }) => bytes)) + icon,
  };
}
