import { faults } from './axe.ts';
import { expect, expectTrouble, test } from './people.ts';
import { readerPages, told } from './reader-pages.ts';

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
