import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { freePort } from '../started-app.ts';
import { aDraftAtHand, type DraftAtHand, rowOf, withText } from './desk.ts';
import { type Fault, promise } from './fault.ts';
import { answered, type NewsroomClient, newsroomClient } from './newsroom-client.ts';
import type { Stage } from './stage.ts';
import { bodyOf, noBrowser, openEditor, textIn, writingBrowser } from './writing-browser.ts';

/** Milliseconds for which the server's event loop, and the editor, may stand still. */
const still = { server: 200, editor: 1_000 };
const levels = 10_000;
const wordCount = 200_000;

/** F15: what nobody types: five megabytes of HTML, 200,000 words, a document of 10,000 levels. */
export const giantPaste: Fault = {
  number: 'F15',
  name: 'Tempelan raksasa: HTML 5 MB, 200.000 kata, 10.000 tingkat',
  promise:
    'Peladen menjawab 413 atau 400 dan tidak terhenti lebih dari 200 md; penyunting tetap dapat dipakai, menyebut batasnya, yang sudah ada utuh',
  async run(stage) {
    const metrics = freePort();
    await stage.restart({ METRICS_PORT: String(metrics) });
    try {
      const server = await atTheDoors(stage, metrics);
      const editor = await inTheEditor(stage);
      return { held: `${server}; ${editor}` };
    } finally {
      await stage.restart();
    }
  },
};

async function atTheDoors(stage: Stage, metrics: number): Promise<string> {
  const draft = await aDraftAtHand();
  const client = await newsroomClient(stage, draft.writer);
  // What is compiled at the first use does not count.
  await client.save(draft.editionId, draft.version, draft.words);
  const { version } = await rowOf(draft.editionId);
  const save = (body: string) =>
    client.post(`/redaksi/simpan/${draft.editionId}`, body, { 'content-type': 'application/json' });
  const frame = (body: string) =>
    JSON.stringify({
      saveId: crypto.randomUUID(),
      baseVersion: version,
      writer: draft.writer.userId,
      words: draft.words,
    }).replace(JSON.stringify(draft.words.body), body);
  const doors = [
    { what: 'HTML 5 MB', allowed: [413], ask: () => save(frame(JSON.stringify(wordHtml(5_000_000)))) },
    { what: '200.000 kata', allowed: [400, 413, 422], ask: () => saveWords(client, draft, version) },
    { what: '10.000 tingkat', allowed: [400, 422], ask: () => save(frame(nested())) },
    { what: 'JSON 10.000 kurung', allowed: [400, 422], ask: () => save('['.repeat(levels) + ']'.repeat(levels)) },
  ];
  let worst = 0;
  const told: string[] = [];
  for (const { what, allowed, ask } of doors) {
    await stillFor(metrics);
    const answer = await ask();
    worst = Math.max(worst, await stillFor(metrics));
    promise(allowed.includes(answer?.status ?? 0), `${what} dijawab ${answer?.status}`);
    told.push(`${what} ${answer?.status}`);
  }
  promise((await rowOf(draft.editionId)).version === version, 'Yang ditolak mengubah naskah');
  promise(worst < still.server, `Peladen terhenti ${Math.round(worst)} md`);
  return `${told.join(', ')}; peladen terhenti paling lama ${Math.round(worst)} md`;
}

function saveWords(client: NewsroomClient, draft: DraftAtHand, version: number) {
  const text = Array.from({ length: wordCount }, (_, index) => `kata${index}`).join(' ');
  return client.save(draft.editionId, version, withText(draft.words, text));
}

/** Lists in lists in lists. */
function nested(): string {
  const item = '{"type":"bulletList","content":[{"type":"listItem","content":[';
  return `{"type":"doc","content":[${item.repeat(levels)}${']}]}'.repeat(levels)}]}`;
}

/** Milliseconds for which the event loop stood still at most since it was asked last. */
async function stillFor(metrics: number): Promise<number> {
  const answer = await answered(`http://127.0.0.1:${metrics}/metrics`);
  const [, seconds] = /^nodejs_eventloop_lag_max_seconds ([\d.e+-]+)$/m.exec(answer?.text ?? '') ?? [];
  promise(seconds !== undefined, 'Ukuran jeda proses tidak ada');
  return Number(seconds) * 1_000;
}

async function inTheEditor(stage: Stage): Promise<string> {
  const profile = resolve('.data-e2e-faults-peramban');
  const draft = await aDraftAtHand();
  const browser = await writingBrowser(stage, draft.writer, profile);
  if (browser === null) return `penyunting tidak dijalankan: ${noBrowser}`;
  const { page } = browser;
  try {
    await openEditor(page, stage, draft);
    await bodyOf(page).click();
    await page.keyboard.type('Kata sebelum tempelan. ');
    const blocked = await pasteAndMeasure(page, wordHtml(5_000_000));
    await page.keyboard.type('Kata sesudah tempelan.');
    const shown = await textIn(bodyOf(page));
    promise(shown.includes('Kata sebelum tempelan.'), 'Yang sudah ada hilang');
    promise(shown.includes('Kata sesudah tempelan.'), 'Sesudah tempelan orang tidak dapat mengetik');
    const words = await textIn(page.locator('body'));
    promise(/batas|terlalu (besar|panjang)/i.test(words), 'Penyunting tidak menyebut batasnya');
    promise(blocked < still.editor, `Penyunting terhenti ${Math.round(blocked)} md`);
    return `penyunting terhenti paling lama ${Math.round(blocked)} md dan menyebut batasnya`;
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** What Word puts on the clipboard, so many bytes of it. */
function wordHtml(bytes: number): string {
  const paragraph =
    '<p class=MsoNormal style="margin-bottom:8.0pt;line-height:107%"><span lang=IN style="font-size:11.0pt;mso-ansi-language:IN">Layanan dibuka setiap hari kerja bagi seluruh warga.<o:p></o:p></span></p>';
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>${paragraph.repeat(Math.ceil(bytes / paragraph.length))}</body></html>`;
}

/** @returns milliseconds of the longest time in which the page answered nothing */
async function pasteAndMeasure(page: Page, html: string): Promise<number> {
  await page.evaluate(() => {
    const watch = { worst: 0, last: performance.now() };
    Object.assign(window, { jeda: watch });
    setInterval(() => {
      const at = performance.now();
      watch.worst = Math.max(watch.worst, at - watch.last);
      watch.last = at;
    }, 10);
  });
  await bodyOf(page).evaluate((body, pasted) => {
    // Of its own turn, as the browser gives it: sending five megabytes here does not count.
    setTimeout(() => {
      const data = new DataTransfer();
      data.setData('text/html', pasted);
      data.setData('text/plain', 'Layanan dibuka setiap hari kerja bagi seluruh warga.');
      body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, 500);
  }, html);
  await pause(8_000);
  return page.evaluate(() => Number(Object(window).jeda.worst));
}
