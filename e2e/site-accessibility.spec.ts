import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, expectTrouble, test } from './people.ts';
import { readerPages, told } from './reader-pages.ts';

/** WCAG 2.2 to level AA, as far as a program can tell. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Several tests side by side: looking at all pages in turn would take minutes. */
const shares = 4;

for (let share = 0; share < shares; share += 1) {
  test(`axe finds no fault on any kind of page, light and dark, on a phone and a desk (${share + 1} of ${shares})`, async ({
    stranger,
    request,
  }) => {
    const page = await stranger();
    expectTrouble(page, /status of 410/);
    const pages = [...(await readerPages(request)), ['ditarik', told.retracted] as const];
    for (const [index, [name, path]] of pages.entries()) {
      if (index % shares !== share) continue;
      // Each scheme at one width, changing from page to page: every part of the site is seen in all four.
      const isEven = Math.floor(index / shares) % 2 === 0;
      await page.setViewportSize(isEven ? { width: 360, height: 780 } : { width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      expect(await faults(page), `${name}, light`).toEqual([]);
      await page.setViewportSize(isEven ? { width: 1280, height: 900 } : { width: 360, height: 780 });
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faults(page), `${name}, dark`).toEqual([]);
    }
  });
}

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
