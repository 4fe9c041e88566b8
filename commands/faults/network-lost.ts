import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { aDraftAtHand, type DraftAtHand, rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { newsroomClient } from './newsroom-client.ts';
import { type Stage, until } from './stage.ts';
import {
  bodyOf,
  noBrowser,
  openEditor,
  savedLine,
  textIn,
  type WritingBrowser,
  writingBrowser,
} from './writing-browser.ts';

/**
 * Milliseconds within which the editor says that there is no network, and sends what waited. A browser counts anew
 * only now and then how much room there is, so that it may take half a minute until it refuses to keep more.
 */
const within = { told: 2_000, sent: 60_000, noticed: 60_000 };
/** A bad network: so many of a hundred saves break off, and the others take so many milliseconds longer. */
const bad = { broken: 30, delay: 800 };

/**
 * F18: the network goes away while somebody writes; the page is loaded anew, the browser dies, somebody else saves
 * meanwhile, the network is bad, and the browser's own store is full.
 */
export const networkLost: Fault = {
  number: 'F18',
  name: 'Jaringan putus saat menulis; peramban mati; orang lain menyimpan; penyimpanan peramban penuh',
  promise:
    'Dikatakan dalam 2 detik, menulis jalan terus, bertahan dari muat ulang dan matinya peramban, dikirim berurutan; bentrok ditunjukkan berdampingan',
  async run(stage) {
    const profile = resolve('.data-e2e-faults-peramban');
    await rm(profile, { recursive: true, force: true });
    const draft = await aDraftAtHand();
    const browser = await writingBrowser(stage, draft.writer, profile);
    if (browser === null) return { notRun: noBrowser };
    let open: WritingBrowser = browser;
    try {
      const told = await writeWithoutNetwork(open, stage, draft);
      await open.crash();
      const again = await writingBrowser(stage, draft.writer, profile);
      if (again === null) throw new Error('The browser is gone');
      open = again;
      await expectSent(open.page, stage, draft);
      await writeOnBadNetwork(open.page, draft);
      await expectFullStoreTold(open, stage, draft);
      await expectBothTexts(open, stage, draft);
      return {
        held: `dikatakan dalam ${Math.round(told)} md; teks bertahan dari muat ulang dan matinya peramban, lalu terkirim; lengkap pada jaringan buruk (${bad.broken} % simpan putus, ${bad.delay} md, ditiru dalam peramban); penyimpanan penuh disebut; bentrok berdampingan`,
      };
    } finally {
      await open.close();
      await rm(profile, { recursive: true, force: true });
    }
  },
};

/** @returns milliseconds until the page said so */
async function writeWithoutNetwork(
  { page, context }: WritingBrowser,
  stage: Stage,
  draft: DraftAtHand,
): Promise<number> {
  await openEditor(page, stage, draft);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  // The page itself is kept for times without a network once it was opened under the worker.
  await openEditor(page, stage, draft);
  await writeAtEnd(page, ' satu');
  await savedLine(page).waitFor();
  await context.setOffline(true);
  const cut = performance.now();
  await page
    .getByText(/^Luring/)
    .first()
    .waitFor({ timeout: within.told });
  const told = performance.now() - cut;
  await writeAtEnd(page, ' dua');
  await page.getByText('Luring: aman di perangkat ini').first().waitFor();
  await page.reload({ waitUntil: 'load' });
  await bodyOf(page).filter({ hasText: 'satu dua' }).waitFor();
  await writeAtEnd(page, ' tiga');
  await page.getByText('Luring: aman di perangkat ini').first().waitFor();
  return told;
}

async function expectSent(page: Page, stage: Stage, draft: DraftAtHand): Promise<void> {
  await openEditor(page, stage, draft);
  await bodyOf(page).filter({ hasText: 'satu dua tiga' }).waitFor();
  await expectStored(draft, 'satu dua tiga', 'Yang ditulis tanpa jaringan tidak sampai sesudah peramban mati');
}

async function writeOnBadNetwork(page: Page, draft: DraftAtHand): Promise<void> {
  await page.route('**/redaksi/simpan/**', async (route) => {
    if (Math.random() * 100 < bad.broken) return route.abort('connectionreset');
    await new Promise((done) => setTimeout(done, bad.delay));
    return route.continue();
  });
  const words = Array.from({ length: 20 }, (_, index) => ` buruk${index}`).join('');
  await bodyOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words, { delay: 40 });
  await expectStored(draft, words.trim(), 'Pada jaringan buruk tidak semua kata sampai');
  await page.unrouteAll({ behavior: 'wait' });
}

async function expectFullStoreTold({ page, context }: WritingBrowser, stage: Stage, draft: DraftAtHand): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: stage.origin, quotaSize: 1 });
  await writeAtEnd(page, ` penuh${'-panjang'.repeat(200)}`);
  const told = page.getByText('Penyimpanan peramban di perangkat ini penuh').first();
  const isTold = async () => {
    await page.keyboard.type('.');
    return told.isVisible();
  };
  await until(isTold, { milliseconds: within.noticed, broken: 'Penyimpanan yang penuh tidak disebut' });
  await expectStored(draft, 'penuh-panjang', 'Dengan penyimpanan peramban penuh, simpan tidak sampai');
  await session.send('Storage.overrideQuotaForOrigin', { origin: stage.origin });
}

/** While this browser is cut off, the same article is saved from elsewhere. */
async function expectBothTexts({ page, context }: WritingBrowser, stage: Stage, draft: DraftAtHand): Promise<void> {
  await openEditor(page, stage, draft);
  await context.setOffline(true);
  await writeAtEnd(page, ' dari-peramban-ini');
  const elsewhere = await newsroomClient(stage, draft.writer);
  const { version } = await rowOf(draft.editionId);
  const saved = await elsewhere.save(draft.editionId, version, withText(draft.words, 'Ditulis di tempat lain.'));
  promise(saved?.status === 200, `Simpan dari tempat lain dijawab ${saved?.status}`);
  await context.setOffline(false);
  const window = page.getByRole('dialog');
  await window.waitFor({ timeout: within.sent });
  const shown = await textIn(window);
  promise(shown.includes('dari-peramban-ini'), 'Teks sendiri tidak ditunjukkan');
  promise(shown.includes('Ditulis di tempat lain'), 'Teks orang lain tidak ditunjukkan');
}

async function writeAtEnd(page: Page, text: string): Promise<void> {
  await bodyOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

function expectStored({ editionId }: DraftAtHand, text: string, broken: string): Promise<number> {
  const isThere = async () => JSON.stringify((await rowOf(editionId)).body).includes(text);
  return until(isThere, { milliseconds: within.sent, broken });
}
