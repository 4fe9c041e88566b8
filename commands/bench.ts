import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { config, readConfig, useConfig } from '#lib/config.ts';
import { generationNames } from '#lib/record/generation.ts';
import { frontPath } from '#lib/urls.ts';
import { untilIdle } from './bench/idle.ts';
import { largeArticles } from './bench/large-articles.ts';
import { askLighthouse, findLighthouse } from './bench/lighthouse.ts';
import { type Burst, burst } from './bench/measure-burst.ts';
import { measureChecks } from './bench/measure-checks.ts';
import { measureDesk } from './bench/measure-desk.ts';
import { measureEditor } from './bench/measure-editor.ts';
import { measureLive } from './bench/measure-live.ts';
import { photoToRenditions, publishSomething, publishToVisible } from './bench/measure-newsroom.ts';
import { compareNginx, comparePage, fetchPage } from './bench/measure-pages.ts';
import { measureSchedule } from './bench/measure-schedule.ts';
import { weigh } from './bench/measure-weight.ts';
import { hasNginx } from './bench/nginx.ts';
import { type BenchPages, benchPages } from './bench/pages.ts';
import { renewed, timesOf } from './bench/renewed.ts';
import {
  burstLines,
  comparisonTable,
  goalTable,
  type Line,
  lighthouseLines,
  nginxLines,
  ratioLines,
  weightLines,
} from './bench/report.ts';
import { median, milliseconds, number, type Table, tableLines, tableMarkdown } from './bench/table.ts';
import { type MeasuredPart, machine, writePart } from './measured-page.ts';
import { openDatabaseOf } from './open-database.ts';
import { say, sayWhy } from './say.ts';
import { type DeskFact, deskFactOf, deskSize, fillWholeDesk, keepScheduledAhead } from './scale/desk-rows.ts';
import { fillScale } from './scale/fill.ts';
import { memoryOf, type StartedApp, startApp } from './started-app.ts';

/** Beside the demo: enough for a thousand pages that nobody has asked for, and some to warm up with. */
const generated = 1_100;
const atOnce = 1_000;
/** Pages nobody has asked for, of which some readers ask while five hundred others go out. */
const unread = 400;
const measured = 30;
const searched = '/cari?q=layanan';

/**
 * `npm run bench`: measures the built application on this machine, beside the goals. Ratios to a
 * plain server taken in the same run are what can be compared between machines. `--write` puts the
 * tables into docs/performance.md; `--jadwal` measures five hundred articles that go out at one moment,
 * `--langsung` open desks alone, `--penyunting` the editor under very large articles as well, `--meja` the
 * queue alone, with 50,000 items under way and a million that are over, in a folder of its own.
 */
async function bench(): Promise<void> {
  if (process.argv.includes('--meja')) return benchDesk();
  if (process.argv.includes('--jadwal')) return benchSchedule();
  const dataDir = resolve('.data-e2e-bench');
  say('Menyalakan Ruang Warta dengan isi contoh (disusun dahulu bila perlu) …');
  await (await startApp(dataDir, { fresh: true })).stop();
  const settings = readConfig({ RUANG_WARTA_MODE: 'contoh', DATA_DIR: dataDir });
  useConfig(settings);
  const database = await openDatabaseOf(settings);
  try {
    say('Meja yang terbuka …');
    await report('langsung', [await withApp(dataDir, ({ port, pid }) => measureLive(port, pid))]);
    if (process.argv.includes('--langsung')) return;
    say('Penyunting dengan naskah yang sangat besar …');
    await report('penyunting', await withApp(dataDir, async ({ port }) => measureEditor(port, await largeArticles())));
    if (process.argv.includes('--penyunting')) return;
    await fillScale(generated);
    const pages = await benchPages(generated);
    await report('bench', [
      ...(await withApp(dataDir, (app) => measure(app, pages))),
      goalTable('Halaman dingin', burstLines('1.000 sekaligus', await coldBurst(dataDir, pages), 'cold')),
    ]);
  } finally {
    await database.close();
  }
}

/** Five hundred articles for one moment, with readers who go on reading. */
async function benchSchedule(): Promise<void> {
  const dataDir = resolve('.data-e2e-jadwal');
  say('Menyalakan Ruang Warta dengan isi contoh (disusun dahulu bila perlu) …');
  await (await startApp(dataDir, { fresh: true })).stop();
  const settings = readConfig({ RUANG_WARTA_MODE: 'contoh', DATA_DIR: dataDir });
  useConfig(settings);
  const database = await openDatabaseOf(settings);
  try {
    await fillScale(unread);
    const { articles, withCover } = await benchPages(unread);
    const popular = [frontPath, ...withCover.slice(0, 8), '/opd', frontPath, searched];
    const pages = { popular, unasked: articles.filter((path) => !popular.includes(path)) };
    await report('jadwal', [await withApp(dataDir, ({ port }) => measureSchedule(port, pages))]);
  } finally {
    await database.close();
  }
}

/** The lists of the newsroom beside a million articles, in a folder that is filled once and used again. */
async function benchDesk(): Promise<void> {
  const dataDir = resolve('.data-e2e-desk');
  const settings = readConfig({ RUANG_WARTA_MODE: 'contoh', DATA_DIR: dataDir });
  useConfig(settings);
  const fact = (await deskFactIn(dataDir)) ?? (await filledDesk(dataDir));
  const database = await openDatabaseOf(settings);
  try {
    await keepScheduledAhead();
    await report('meja', await withApp(dataDir, ({ port }) => measureDesk(port, fact)));
  } finally {
    await database.close();
  }
}

/** What the folder was filled with; undefined when there is none, or its filling was interrupted. */
async function deskFactIn(dataDir: string): Promise<DeskFact | undefined> {
  if (!existsSync(join(dataDir, 'postgres'))) return undefined;
  const database = await openDatabaseOf(config());
  try {
    return await deskFactOf();
  } finally {
    await database.close();
  }
}

async function filledDesk(dataDir: string): Promise<DeskFact> {
  say('Menyalakan Ruang Warta dengan isi contoh (disusun dahulu bila perlu) …');
  await (await startApp(dataDir, { fresh: true })).stop();
  const database = await openDatabaseOf(config());
  try {
    say('Mengisi meja redaksi …');
    return await fillWholeDesk(deskSize);
  } finally {
    await database.close();
  }
}

async function report(part: MeasuredPart, tables: readonly Table[]): Promise<void> {
  say(`\n${machine()}\n`);
  for (const table of tables) say(`${tableLines(table).join('\n')}\n`);
  if (process.argv.includes('--write')) await writePart(part, tables.map(tableMarkdown).join('\n\n'));
}

async function withApp<T>(dataDir: string, work: (app: StartedApp) => Promise<T>): Promise<T> {
  const app = await startApp(dataDir);
  try {
    await untilIdle();
    return await work(app);
  } finally {
    await app.stop();
  }
}

async function measure(app: StartedApp, pages: BenchPages): Promise<Table[]> {
  const { port, pid, startedIn } = app;
  const atStart = memoryOf(pid);
  say('Render tanpa simpanan …');
  const renders = await uncachedRenders(port, pages);
  const [article = frontPath] = pages.withCover;
  say('Bobot dan Lighthouse …');
  const weight = weightLines(await weigh(port, article));
  const lighthouse = await lighthouseOf(port, article);
  say('Beban, di samping peladen polos …');
  const compared = [];
  for (const [name, path] of [
    ['Halaman depan', frontPath],
    ['Artikel', article],
  ] as const) {
    const bytes = (await fetchPage(port, path)).body.length;
    for (const found of await comparePage(port, path, [16, 64])) compared.push({ name, bytes, found });
  }
  const nginx = nginxLines(hasNginx() ? await compareNginx(port, article, 64) : undefined);
  say('Terbit sampai terlihat, dan seribu halaman sekaligus sesudahnya …');
  const visible = await publishToVisible(port, 10);
  const warm = await warmBurst(app, pages);
  const photo = await photoToRenditions();
  return [
    goalTable('Bobot sebuah artikel bergambar', weight),
    goalTable('Lighthouse, ponsel', lighthouse),
    goalTable('Tanpa simpanan, satu per satu', renders),
    comparisonTable(compared),
    goalTable('Dari simpanan, 64 sambungan', [
      ...compared.filter(({ found }) => found.connections === 64).flatMap(({ name, found }) => ratioLines(name, found)),
      ...nginx,
    ]),
    goalTable('Setelah terbit', [...seenLines(visible), ...burstLines('1.000 halaman hangat sekaligus', warm, 'warm')]),
    goalTable('Pemeriksaan naskah', measureChecks()),
    goalTable('Lain-lain', [
      { name: 'Menyala untuk kedua kalinya, sampai siap', result: milliseconds(startedIn) },
      { name: `Foto 12 megapiksel (${number(photo.megabytes, 1)} MB) diterima`, result: milliseconds(photo.received) },
      { name: `Foto 12 megapiksel sampai ${photo.renditions} turunan jadi`, result: milliseconds(photo.ready) },
      { name: 'Memori proses setelah menyala', result: `${number(atStart)} MB` },
      { name: 'Memori proses pada akhir', result: `${number(memoryOf(pid))} MB` },
    ]),
  ];
}

/** Articles nobody has asked for, after the program has drawn as many others. */
async function uncachedRenders(port: number, { articles, portalId }: BenchPages): Promise<Line[]> {
  await timesOf(port, [...articles.slice(measured, measured * 6), frontPath]);
  const article = median(await timesOf(port, articles.slice(0, measured)));
  const front = median(await renewed(port, portalId, { address: frontPath, name: generationNames.front }, measured));
  const of = `median dari ${measured}`;
  return [
    { name: `Artikel (${of})`, result: milliseconds(article), goal: '≤ 25 md', isMet: article <= 25 },
    { name: `Halaman depan (${of})`, result: milliseconds(front), goal: '≤ 40 md', isMet: front <= 40 },
  ];
}

async function lighthouseOf(port: number, article: string): Promise<Line[]> {
  const program = findLighthouse();
  const lines: Line[] = [];
  for (const { name, path, mostPaint } of [
    { name: 'Halaman depan', path: frontPath, mostPaint: 1_500 },
    { name: 'Artikel', path: article, mostPaint: 1_300 },
    { name: 'Pencarian', path: searched, mostPaint: 1_500 },
  ]) {
    const found = program === undefined ? undefined : await askLighthouse(program, `http://127.0.0.1:${port}${path}`);
    lines.push(...lighthouseLines(name, found, mostPaint));
  }
  return lines;
}

function seenLines(visible: readonly number[]): Line[] {
  const longest = Math.max(...visible);
  return [
    { name: 'Terlihat di halaman depan (median dari 10)', result: milliseconds(median(visible)) },
    {
      name: 'Terlihat di halaman depan (terlama)',
      result: milliseconds(longest),
      goal: '≤ 1 dtk',
      isMet: longest <= 1_000,
    },
  ];
}

/** A thousand pages that were all asked for before, at the moment of a publication. */
async function warmBurst({ port, pid }: StartedApp, pages: BenchPages): Promise<Burst> {
  const paths = pages.articles.slice(0, atOnce);
  await timesOf(port, paths);
  await publishSomething();
  return burst(port, pid, paths);
}

/** A thousand pages that this process has never drawn; it has drawn a hundred others. */
async function coldBurst(dataDir: string, { articles }: BenchPages): Promise<Burst> {
  await rm(join(dataDir, 'cache'), { recursive: true, force: true });
  return withApp(dataDir, async ({ port, pid }) => {
    await timesOf(port, articles.slice(atOnce));
    return burst(port, pid, articles.slice(0, atOnce));
  });
}

try {
  await bench();
} catch (error) {
  sayWhy(error, 'bench');
  process.exitCode = 1;
}
