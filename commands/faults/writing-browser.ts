import { execFileSync } from 'node:child_process';
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test';
import type { Actor } from '#lib/accounts/actor.ts';
import { cookieOf } from '../bench/signed-in.ts';
import { browserFlags, installedBrowser } from '../browser.ts';
import type { DraftAtHand } from './desk.ts';
import type { Stage } from './stage.ts';

/** A browser in which somebody writes. */
export type WritingBrowser = {
  page: Page;
  context: BrowserContext;
  /** Ends all its processes as a crash does. */
  crash(): Promise<void>;
  close(): Promise<void>;
};

/** Why nothing that needs a browser was run. */
export const noBrowser = 'tidak ada Chromium';

/** Milliseconds that a page may take to show what is waited for. */
const patience = 30_000;

/**
 * Opens a Chromium that this person is signed in with; null where there is none.
 *
 * @param profile folder in which it keeps what a page stores
 */
export async function writingBrowser(stage: Stage, actor: Actor, profile: string): Promise<WritingBrowser | null> {
  const executablePath = installedBrowser();
  if (executablePath === undefined) return null;
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath, args: [...browserFlags], headless: true },
    ...{ locale: 'id-ID', timezoneId: 'Asia/Makassar' },
  });
  context.setDefaultTimeout(patience);
  await signIn(context, stage, actor);
  const page = await context.newPage();
  return {
    page,
    context,
    crash: async () => {
      const closed = context.waitForEvent('close');
      for (const pid of processesOf(profile)) process.kill(pid, 'SIGKILL');
      await closed;
    },
    close: () => context.close(),
  };
}

/** The browser itself, of all that it has begun: the others end with it. */
function processesOf(profile: string): number[] {
  const listed = execFileSync('ps', ['-eo', 'pid=,args=']).toString().split('\n');
  const own = listed.filter((line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='));
  return own.map((line) => Number.parseInt(line.trim(), 10));
}

/** A new session for whoever uses this browser. */
export async function signIn(context: BrowserContext, { origin }: Stage, actor: Actor): Promise<void> {
  const [name = '', value = ''] = (await cookieOf(actor.userId)).split('=');
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Lax' }]);
}

export const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Isi naskah' });
export const savedLine = (page: Page) => page.getByText(/Tersimpan \d\d\.\d\d WITA/).first();

/** Opens the editor of a draft and waits until it can be written in. */
export async function openEditor(page: Page, { origin }: Stage, { articleId }: DraftAtHand): Promise<void> {
  await page.goto(`${origin}/redaksi/naskah/${articleId}`, { waitUntil: 'load' });
  await bodyOf(page).waitFor();
}

/** What stands there. */
export const textIn = async (place: Locator): Promise<string> => (await place.textContent()) ?? '';
