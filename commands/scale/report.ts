import { median, milliseconds, number, percentile, type Table } from '../bench/table.ts';
import type { ScaleResult, Timing } from './measure.ts';

/** All sizes side by side; each ratio is to the smallest one. */
export function pagesTable(results: readonly ScaleResult[]): Table {
  const rows = results[0]?.pages.map(({ name }) => name) ?? [];
  return {
    head: ['Halaman, disusun baru (median)', ...columns(results)],
    rows: rows.map((name) => [`${name}`, ...compared(results, ({ pages }) => median(timesOf(pages, name)))]),
  };
}

export function searchTable(results: readonly ScaleResult[]): Table {
  const kinds = results[0]?.searches.map(({ name }) => name) ?? [];
  const all = ({ searches }: ScaleResult) => searches.flatMap(({ times }) => times);
  const count = results[0] === undefined ? 0 : all(results[0]).length;
  return {
    head: [`Pencarian (${count} pertanyaan berbeda)`, ...columns(results)],
    rows: [
      ...kinds.map((kind) => [
        `p95, ${kind}`,
        ...compared(results, ({ searches }) => percentile(timesOf(searches, kind), 0.95)),
      ]),
      ['**p50, semua**', ...compared(results, (result) => median(all(result)))],
      ['**p95, semua**', ...compared(results, (result) => percentile(all(result), 0.95))],
    ],
  };
}

export function otherTable(results: readonly ScaleResult[]): Table {
  const warm = results[0]?.warm.map(({ name }) => name) ?? [];
  return {
    head: ['Lain-lain', ...columns(results)],
    rows: [
      ...warm.map((name) => [
        `${name}, sudah tersimpan (median)`,
        ...compared(results, (result) => median(timesOf(result.warm, name))),
      ]),
      [
        'Memori proses',
        ...results.flatMap(({ memory }, index) => [`${number(memory)} MB`, ...(index > 0 ? [''] : [])]),
      ],
    ],
  };
}

function timesOf(timings: readonly Timing[], name: string): number[] {
  return timings.find((timing) => timing.name === name)?.times ?? [];
}

function columns(results: readonly ScaleResult[]): string[] {
  return results.flatMap(({ articles }, index) => [number(articles), ...(index > 0 ? ['rasio'] : [])]);
}

function compared(results: readonly ScaleResult[], value: (result: ScaleResult) => number): string[] {
  const [smallest] = results;
  return results.flatMap((result, index) => [
    milliseconds(value(result)),
    ...(index > 0 && smallest !== undefined ? [number(value(result) / value(smallest), 2)] : []),
  ]);
}
