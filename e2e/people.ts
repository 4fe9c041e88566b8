import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { demoAccounts, demoPassword, type PersonKey } from '../db/demo/people.ts';

type Stage = {
  /** A browser of their own, on a desk or another device, in which this person is signed in. */
  as(person: PersonKey, device?: BrowserContextOptions): Promise<Page>;
  /** A browser of a stranger. */
  stranger(): Promise<Page>;
};

type WorkerStage = { cookies: Map<PersonKey, Awaited<ReturnType<BrowserContext['storageState']>>> };

/** Trouble a test brings about on purpose; it says so with `expectTrouble`. */
const expected = new WeakMap<Page, RegExp[]>();

/** Lets a test that cuts the network or breaks an answer say which console message follows from it. */
export function expectTrouble(page: Page, pattern: RegExp): void {
  expected.set(page, [...(expected.get(page) ?? []), pattern]);
}

/** Every page opened here fails its test upon an unexpected console error, page error or CSP violation. */
export const test = base.extend<Stage, { stage: WorkerStage }>({
  stage: [async ({ browserName: _browser }, use) => use({ cookies: new Map() }), { scope: 'worker' }],
  as: async ({ browser, stage }, use) => {
    const opened = openPages(browser);
    await use(async (person, device = {}) => {
      const kept = stage.cookies.get(person);
      const page = await opened.open(kept === undefined ? device : { ...device, storageState: kept });
      if (kept === undefined) {
        await signIn(page, person);
        stage.cookies.set(person, await page.context().storageState());
      }
      return page;
    });
    await opened.close();
  },
  stranger: async ({ browser }, use) => {
    const opened = openPages(browser);
    await use(() => opened.open({}));
    await opened.close();
  },
});

export { expect };

/** Trouble as the console told it, with the page and what failed to load there. Addresses never excuse it. */
type Message = { text: string; at: string[] };

function openPages(browser: Browser) {
  const pages: { page: Page; messages: Message[] }[] = [];
  return {
    async open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const messages: Message[] = [];
      page.on('console', (message) => {
        // Of what failed to load the words name the page alone.
        if (message.type() === 'error')
          messages.push({ text: message.text(), at: [page.url(), message.location().url] });
      });
      page.on('pageerror', (error) => messages.push({ text: error.message, at: [page.url()] }));
      pages.push({ page, messages });
      return page;
    },
    async close(): Promise<void> {
      for (const { page, messages } of pages) {
        const allowed = expected.get(page) ?? [];
        const unexpected = messages.filter((message) => !allowed.some((pattern) => pattern.test(message.text)));
        await page.context().close();
        expect(unexpected, 'console errors').toEqual([]);
      }
    },
  };
}

/** Signs in through the form, as a person does. */
export async function signIn(page: Page, person: PersonKey): Promise<void> {
  const account = demoAccounts.find((candidate) => candidate.key === person);
  if (account === undefined) throw new Error(`Nobody is called ${person}.`);
  await page.goto('/redaksi/masuk');
  await page.getByLabel('Surel').fill(account.email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page).toHaveURL(/\/redaksi$/);
}
