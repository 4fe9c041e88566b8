import { type Browser, chromium, expect } from '@playwright/test';
import { demoAccounts, demoPassword, type PersonKey } from '#db/demo/people.ts';
import { deskPath, queuePath, signInPath } from '#lib/urls.ts';
import { browserFlags, installedBrowser } from '../browser.ts';
import type { DeskRows } from '../scale/desk-rows.ts';
import { goalTable, type Line } from './report.ts';
import { median, milliseconds, number, percentile, type Table } from './table.ts';

/** Times each list is asked for. */
const times = 40;
const most = 100;

/** What a redaktur may ask of the queue: everything, and ways to narrow it. */
const questions: readonly (readonly [string, string])[] = [
  ['seluruhnya', 'semua=ya'],
  ['satu tahap', 'tahap=disetujui'],
  ['hanya yang terlambat', 'terlambat=ya'],
  ['menunggu verifikator', 'giliran=verifikator'],
  ['bagian judul', 'judul=kampung+4321'],
  ['judul yang tidak ada', 'judul=tidakada'],
];

/** How long the first page of the queue takes on the server, whole and narrowed, for the desk and for one agency. */
export async function measureDesk(port: number, { open, closed }: DeskRows): Promise<Table[]> {
  const title = `Antrean dengan ${number(open)} naskah berjalan dan ${number(closed)} selesai`;
  const executablePath = installedBrowser();
  if (executablePath === undefined) {
    return [goalTable(`${title} (tidak ada peramban)`, [{ name: 'Seluruhnya', result: 'tidak dijalankan' }])];
  }
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const origin = `http://127.0.0.1:${port}`;
  try {
    const editor = await cookiesOf(browser, origin, 'aditya');
    const writer = await cookiesOf(browser, origin, 'dewi');
    const asked = questions.map(([name, query]) => ({
      name: `Redaktur: ${name}`,
      path: `${queuePath}?${query}`,
      as: editor,
    }));
    asked.push({ name: 'Redaktur: halaman kedua', path: await secondPage(origin, editor), as: editor });
    asked.push({ name: 'Kontributor: perangkat daerahnya', path: `${queuePath}?semua=ya`, as: writer });
    const lines: Line[] = [];
    for (const { name, path, as } of asked) lines.push(await lineOf(name, `${origin}${path}`, as));
    return [goalTable(title, lines)];
  } finally {
    await browser.close();
  }
}

/** Somebody signed in, as a header. */
async function cookiesOf(browser: Browser, baseURL: string, key: PersonKey): Promise<string> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto(signInPath);
  await page.getByLabel('Surel').fill(demoAccounts.find((account) => account.key === key)?.email ?? '');
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page).toHaveURL((address) => address.pathname === deskPath);
  const cookies = await context.cookies();
  await context.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function secondPage(origin: string, cookie: string): Promise<string> {
  const page = await (await fetch(`${origin}${queuePath}?semua=ya`, { headers: { cookie } })).text();
  const [, place] = /setelah=([0-9a-f.-]+)/.exec(page) ?? [];
  if (place === undefined) throw new Error('The queue has no second page.');
  return `${queuePath}?setelah=${place}`;
}

async function lineOf(name: string, address: string, cookie: string): Promise<Line> {
  const took: number[] = [];
  for (let time = 0; time < times + 5; time += 1) {
    const begun = performance.now();
    const answer = await fetch(address, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
    // The first ones warm up what everybody after them finds warm.
    if (time >= 5) took.push(performance.now() - begun);
  }
  const middle = median(took);
  return {
    name: `${name} (median; p95 ${milliseconds(percentile(took, 0.95))})`,
    ...{ result: milliseconds(middle), goal: `< ${most} md`, isMet: middle < most },
  };
}
