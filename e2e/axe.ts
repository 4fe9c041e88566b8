import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 to level AA, as far as a program can tell. */
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Look = {
  /** Look at this part of the page only. */
  part?: string | undefined;
};

/** What axe finds wrong with a page as it stands, a line for each rule. */
export async function faults(page: Page, { part }: Look = {}): Promise<string[]> {
  // Its other mode opens a page of its own for every look; it is for frames of strangers, and we have none.
  // Of what passes nothing is told: to name every such element takes longer than to judge it.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude('.preview-frame')
    // Faint on purpose and hidden from programs: it marks the page, and is not to be read with the words.
    .exclude('.embargo-mark');
  if (part !== undefined) axe.include(part);
  const { violations } = await axe.withTags(standard).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/**
 * Looks at a page on a phone in light and on a desk in dark: no fault that axe knows, nothing wider
 * than the window. Colours are of the scheme and not of the width, so that the other two pairs say
 * nothing new. The page is light again afterwards.
 *
 * @param isLong the page is longer than the window and has bars that stay: in a window as long as the page they
 *   cut no field in two, which axe would take for a small one
 * @param atEachWidth done at each width, while the page is light
 */
export async function expectAccessible(
  page: Page,
  name: string,
  {
    part,
    isLong = false,
    atEachWidth,
  }: { part?: string; isLong?: boolean; atEachWidth?: (width: number) => Promise<unknown> } = {},
): Promise<void> {
  for (const [width, height, colorScheme] of [
    [360, 780, 'light'],
    [1280, 900, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: isLong ? 6_000 : height });
    await page.emulateMedia({ colorScheme });
    expect(await faults(page, { part }), `${name} at ${width} px, ${colorScheme}`).toEqual([]);
    const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(isWithin, `${name} at ${width} px stays within its width`).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await atEachWidth?.(width);
  }
}
