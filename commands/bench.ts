import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { config } from '#lib/config.ts';
import { photoToRenditions, publishToVisible } from './bench/measure-newsroom.ts';
import { type Comparison, comparePage, fetchPage } from './bench/measure-pages.ts';
import { openDatabaseOf } from './open-database.ts';
import { say, sayWhy } from './say.ts';
import { memoryOf, type StartedApp, startApp } from './started-app.ts';

/**
 * Measures the built application on this machine and prints what it found. No thresholds: the
 * ratios to a plain server, taken in the same run, are what can be compared between machines.
 */
async function bench(): Promise<void> {
  say('Menyalakan Ruang Warta dengan isi contoh (disusun dahulu bila perlu) …');
  const dataDir = resolve('.data-e2e-bench');
  await (await startApp(dataDir, true)).stop();
  say('Menyalakan lagi, lalu mengukur …');
  const app = await startApp(dataDir);
  try {
    Object.assign(process.env, { RUANG_WARTA_MODE: 'contoh', PORT: String(app.port), DATA_DIR: dataDir });
    const database = await openDatabaseOf(config());
    try {
      await measure(app);
    } finally {
      await database.close();
    }
  } finally {
    await app.stop();
  }
}

async function measure({ port, pid, startedIn }: StartedApp): Promise<void> {
  const atStart = memoryOf(pid);
  const front = await fetchPage(port, '/');
  const articles = await articlePaths(port);
  const firstRenders: number[] = [];
  for (const path of articles) firstRenders.push((await fetchPage(port, path)).milliseconds);
  const [article = '/'] = articles;
  const pages = [
    { name: 'Halaman depan', path: '/' },
    { name: 'Artikel', path: article },
  ];
  const rows: string[][] = [];
  for (const { name, path } of pages) {
    const size = (await fetchPage(port, path)).body.length;
    for (const found of await comparePage(port, path, [16, 64])) rows.push(pageRow(name, size, found));
  }
  const afterLoad = memoryOf(pid);
  const visible = await publishToVisible(port, 10);
  const photo = await photoToRenditions();

  say(`\nNode ${process.version}, ${cpus().length} inti (${cpus()[0]?.model.trim() ?? 'tidak dikenal'})\n`);
  table(
    [
      'Halaman',
      'Bita',
      'Sambungan',
      'Warta/dtk',
      'Polos/dtk',
      'Rasio',
      'p50 Warta',
      'p50 polos',
      'p99 Warta',
      'p99 polos',
    ],
    rows,
  );
  say();
  table(
    ['Ukuran', 'Hasil'],
    [
      ['Menyala untuk kedua kalinya, sampai siap', milliseconds(startedIn)],
      ['Halaman depan, pembaca pertama sejak menyala', milliseconds(front.milliseconds)],
      [`Render pertama artikel (${firstRenders.length} artikel, median)`, milliseconds(median(firstRenders))],
      ['Terbit sampai terlihat di halaman depan (median dari 10)', milliseconds(median(visible))],
      ['Terbit sampai terlihat di halaman depan (terlama)', milliseconds(Math.max(...visible))],
      [`Foto 12 megapiksel (${number(photo.megabytes, 1)} MB) diterima`, milliseconds(photo.received)],
      [`Foto 12 megapiksel sampai ${photo.renditions} turunan jadi`, milliseconds(photo.ready)],
      ['Memori proses setelah menyala', `${number(atStart)} MB`],
      ['Memori proses setelah beban', `${number(afterLoad)} MB`],
      ['Memori proses pada akhir', `${number(memoryOf(pid))} MB`],
    ],
  );
}

async function articlePaths(port: number): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  const found = (await answer.text()).matchAll(/href="(\/berita\/[a-z0-9-]+)"/g);
  return [...new Set(found.map(([, path]) => path ?? ''))];
}

function pageRow(name: string, bytes: number, { connections, app, plain }: Comparison): string[] {
  return [
    ...[name, number(bytes), String(connections), number(app.perSecond), number(plain.perSecond)],
    number(app.perSecond / plain.perSecond, 2),
    ...[app.p50, plain.p50, app.p99, plain.p99].map(milliseconds),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  say(line(head));
  say(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of rows) say(line(row));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function milliseconds(value: number): string {
  return `${number(value, value < 10 ? 2 : 0)} md`;
}

function number(value: number, digits = 0): string {
  return value.toLocaleString('id-ID', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

try {
  await bench();
} catch (error) {
  sayWhy(error, 'bench');
  process.exitCode = 1;
}
