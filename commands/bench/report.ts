import type { LighthouseFinding } from './lighthouse.ts';
import type { LoadResult } from './load.ts';
import type { Burst } from './measure-burst.ts';
import type { Comparison, NginxComparison } from './measure-pages.ts';
import type { Weight } from './measure-weight.ts';
import { milliseconds, number, type Table } from './table.ts';

/** One line beside its goal; without one it is told for orientation. */
export type Line = { name: string; result: string; goal?: string; isMet?: boolean };

const notRun = 'tidak dijalankan';

export function goalTable(title: string, lines: readonly Line[]): Table {
  return {
    head: [title, 'hasil', 'sasaran', 'tercapai'],
    rows: lines.map(({ name, result, goal = '–', isMet }) => [name, result, goal, mark(isMet)]),
  };
}

function mark(isMet: boolean | undefined): string {
  if (isMet === undefined) return '–';
  return isMet ? 'ya' : 'TIDAK';
}

const kilobytes = (bytes: number) => `${number(bytes / 1000, 1)} KB`;

export function weightLines(weight: Weight | undefined): Line[] {
  if (weight === undefined) return [{ name: 'Bobot artikel (tidak ada peramban)', result: notRun }];
  const own = weight.html + weight.css + weight.icons;
  return [
    { name: 'HTML + CSS + ikon', result: kilobytes(own), goal: '≤ 20 KB', isMet: own <= 20_000 },
    { name: '– HTML', result: kilobytes(weight.html) },
    { name: '– CSS', result: kilobytes(weight.css) },
    { name: '– ikon dan hiasan', result: kilobytes(weight.icons) },
    { name: 'Huruf judul', result: kilobytes(weight.font), goal: '≤ 25 KB', isMet: weight.font <= 25_000 },
    {
      name: 'Gambar pertama (412 px, DPR 1,75)',
      result: kilobytes(weight.firstImage),
      goal: '≤ 50 KB',
      isMet: weight.firstImage <= 50_000,
    },
    { name: 'Gambar lain sebelum digulir', result: kilobytes(weight.otherImages) },
    { name: 'Skrip', result: String(weight.scripts), goal: '0', isMet: weight.scripts === 0 },
    { name: 'Permintaan', result: String(weight.requests), goal: '≤ 6', isMet: weight.requests <= 6 },
    { name: `– ${weight.kinds}`, result: '' },
    { name: 'Seluruhnya', result: kilobytes(weight.total), goal: '≤ 95 KB', isMet: weight.total <= 95_000 },
  ];
}

/** Scores of one page; undefined where Lighthouse is not there. */
export function lighthouseLines(name: string, found: LighthouseFinding | undefined, mostPaint: number): Line[] {
  if (found === undefined) return [{ name: `Lighthouse, ${name}`, result: notRun }];
  const { performance, accessibility, bestPractices, seo, largestPaint, shift, blocking } = found;
  return [
    { name: `${name}: kinerja`, result: String(performance), goal: '≥ 99', isMet: performance >= 99 },
    { name: `${name}: aksesibilitas`, result: String(accessibility), goal: '100', isMet: accessibility === 100 },
    { name: `${name}: praktik terbaik`, result: String(bestPractices), goal: '100', isMet: bestPractices === 100 },
    { name: `${name}: SEO`, result: String(seo), goal: '100', isMet: seo === 100 },
    {
      name: `${name}: LCP`,
      result: milliseconds(largestPaint),
      goal: `≤ ${number(mostPaint)} md`,
      isMet: largestPaint <= mostPaint,
    },
    { name: `${name}: CLS`, result: number(shift, 3), goal: '0', isMet: shift === 0 },
    { name: `${name}: TBT`, result: milliseconds(blocking), goal: '0', isMet: blocking === 0 },
  ];
}

export function burstLines(name: string, found: Burst, goal: 'warm' | 'cold'): Line[] {
  const { pages, errors, p50, p99, seconds, perCore, memory } = found;
  const speed: Line =
    perCore === undefined
      ? { name: `${name}: halaman per detik prosesor`, result: notRun }
      : { name: `${name}: halaman per detik prosesor`, result: number(perCore, 1) };
  return [
    { name: `${name}: galat dari ${number(pages)}`, result: number(errors), goal: '0', isMet: errors === 0 },
    { name: `${name}: p50`, result: milliseconds(p50) },
    goal === 'warm'
      ? { name: `${name}: p99`, result: milliseconds(p99), goal: '< 1 dtk', isMet: p99 < 1_000 }
      : { name: `${name}: p99`, result: milliseconds(p99) },
    { name: `${name}: halaman per detik`, result: number(pages / seconds, 1) },
    goal === 'cold' && perCore !== undefined ? { ...speed, goal: '≥ 35', isMet: perCore >= 35 } : speed,
    { name: `${name}: memori proses`, result: `${number(memory.before)} → ${number(memory.after)} MB` },
  ];
}

/** A page beside a plain server of the same Node. */
export function comparisonTable(rows: readonly { name: string; bytes: number; found: Comparison }[]): Table {
  return {
    head: ['Halaman', 'bita', 'sambungan', 'Warta/dtk', 'polos/dtk', 'rasio', 'p99 Warta', 'p99 polos', 'rasio p99'],
    rows: rows.map(({ name, bytes, found: { connections, app, plain } }) => [
      ...[name, number(bytes), String(connections), number(app.perSecond), number(plain.perSecond)],
      number(app.perSecond / plain.perSecond, 2),
      ...[milliseconds(app.p99), milliseconds(plain.p99), number(app.p99 / plain.p99, 2)],
    ]),
  };
}

/** The same at 64 connections, beside the goals. */
export function ratioLines(name: string, { app, plain }: Comparison): Line[] {
  const [ratio, late] = [app.perSecond / plain.perSecond, app.p99 / plain.p99];
  return [
    { name: `${name}: bagian dari peladen polos`, result: number(ratio, 2), goal: '≥ 0,70', isMet: ratio >= 0.7 },
    { name: `${name}: p99 dibanding peladen polos`, result: number(late, 2), goal: '< 3', isMet: late < 3 },
  ];
}

/** Beside nginx with two workers that sends the same bytes from a file. */
export function nginxLines(found: NginxComparison | undefined): Line[] {
  const names = {
    app: 'Artikel: bagian dari nginx (berkas)',
    front: 'Artikel, nginx di depan: bagian dari nginx (berkas)',
  };
  if (found === undefined)
    return Object.values(names).map((name) => ({ name: `${name}, nginx tidak ada`, result: notRun }));
  const line = (name: string, { perSecond }: LoadResult, least: number): Line => {
    const ratio = perSecond / found.file.perSecond;
    const rates = `${number(perSecond)} banding ${number(found.file.perSecond)} per detik`;
    return { name, result: `${number(ratio, 2)} (${rates})`, goal: `≥ ${number(least, 2)}`, isMet: ratio >= least };
  };
  return [line(names.app, found.app, 0.3), line(names.front, found.front, 0.9)];
}
