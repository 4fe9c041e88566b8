import type { Page } from '@playwright/test';
import { savePath } from '#lib/urls.ts';

/** Milliseconds between two keys of somebody who types fast, and of the pauses in which words are checked. */
const betweenKeys = 110;
const pauseMs = 700;
const keysBeforePause = 12;

/**
 * Notes of every key how long it took until its frame was painted, counted from when the browser got it:
 * waiting for whatever held the page up is part of it.
 */
export async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // A message that is sent in a frame comes after it has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => performance.measure('key-to-paint', { start: timeStamp });
          port2.postMessage(null);
        });
      },
      true,
    );
  });
}

/** Types as a person does, with pauses; milliseconds from each key to its paint. */
export async function typeAndWatch(page: Page, keys: number): Promise<number[]> {
  await page.evaluate(() => performance.clearMeasures('key-to-paint'));
  for (let index = 0; index < keys; index += 1) {
    await page.keyboard.press(index % 6 === 5 ? 'Space' : (letters[index % letters.length] ?? 'a'));
    // The pace of a person is what is measured under: without pauses neither checks nor saving would run between keys.
    await page.waitForTimeout(index % keysBeforePause === keysBeforePause - 1 ? pauseMs : betweenKeys);
  }
  return page.evaluate(() => performance.getEntriesByName('key-to-paint').map(({ duration }) => duration));
}

const letters = ['s', 'a', 't', 'u', 'k', 'a', 'l', 'i'] as const;

/** Milliseconds of every save that this page has sent since the last time it was asked. */
export async function savesOf(page: Page): Promise<number[]> {
  const times = await page.evaluate((path) => {
    const sent = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.startsWith(path))
      .map(({ duration }) => duration);
    performance.clearResourceTimings();
    return sent;
  }, savePath(''));
  return times;
}

/** Megabytes that the page's scripts hold once the garbage is gone. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 2 ** 20;
}

/** Does something on a processor that is so many times slower. */
export async function throttled<T>(page: Page, times: number, work: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  try {
    return await work();
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.detach();
  }
}
