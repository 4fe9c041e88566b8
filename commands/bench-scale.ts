import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig, useConfig } from '#lib/config.ts';
import { invalid } from '#lib/errors.ts';
import { untilIdle } from './bench/idle.ts';
import { tableLines, tableMarkdown } from './bench/table.ts';
import { machine, writePart } from './measured-page.ts';
import { type OpenDatabase, openDatabaseOf } from './open-database.ts';
import { say, sayWhy } from './say.ts';
import { fillScale, type ScaleFact, scaleFactOf } from './scale/fill.ts';
import { measureScale, type ScaleResult } from './scale/measure.ts';
import { otherTable, pagesTable, searchTable } from './scale/report.ts';
import { startApp } from './started-app.ts';

const usualSizes = [1_000, 100_000, 1_000_000];
/** Below this there are not enough articles to ask for. */
const smallest = 200;

/**
 * `npm run bench:scale`: fills an install with generated articles for each size, starts the
 * application on it and measures what readers wait for. Sizes may be given (`npm run bench:scale --
 * 1000 5000`); a filled folder is used again. `--write` puts the tables into docs/performance.md.
 */
async function benchScale(): Promise<void> {
  const given = process.argv.slice(2);
  const sizes = sizesOf(given.filter((word) => word !== '--write'));
  const results: ScaleResult[] = [];
  for (const size of sizes) results.push(await oneSize(size));
  const tables = [pagesTable(results), searchTable(results), otherTable(results)];
  say(`\n${machine()}\n`);
  for (const table of tables) say(`${tableLines(table).join('\n')}\n`);
  if (given.includes('--write')) await writePart('skala', tables.map(tableMarkdown).join('\n\n'));
}

function sizesOf(words: readonly string[]): number[] {
  const sizes = words.length === 0 ? usualSizes : words.map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= smallest)) return sizes.toSorted((a, b) => a - b);
  throw invalid([
    {
      field: 'ukuran',
      code: 'sizes',
      text: `Tulis jumlah artikel sebagai bilangan bulat, paling sedikit ${smallest}. Contoh: npm run bench:scale -- 1000 100000`,
    },
  ]);
}

async function oneSize(size: number): Promise<ScaleResult> {
  const dataDir = resolve(`.data-e2e-scale-${size}`);
  say(`\n${size.toLocaleString('id-ID')} artikel di ${dataDir}`);
  const fact = await filled(dataDir, size);
  say('  Menyalakan Ruang Warta, lalu mengukur …');
  const app = await startApp(dataDir);
  try {
    const opened = await openedIn(dataDir);
    try {
      await untilIdle();
      return await measureScale(app, fact);
    } finally {
      await opened.close();
    }
  } finally {
    await app.stop();
  }
}

async function filled(dataDir: string, size: number): Promise<ScaleFact> {
  if (existsSync(join(dataDir, 'postgres'))) {
    const fact = await within(dataDir, scaleFactOf);
    if (fact?.articles === size) return fact;
  }
  say('  Menyiapkan isi contoh …');
  await (await startApp(dataDir, { fresh: true })).stop();
  return within(dataDir, () => fillScale(size));
}

async function within<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const opened = await openedIn(dataDir);
  try {
    return await work();
  } finally {
    await opened.close();
  }
}

function openedIn(dataDir: string): Promise<OpenDatabase> {
  const settings = readConfig({ RUANG_WARTA_MODE: 'contoh', DATA_DIR: dataDir });
  useConfig(settings);
  return openDatabaseOf(settings);
}

try {
  await benchScale();
} catch (error) {
  sayWhy(error, 'bench_scale');
  process.exitCode = 1;
}
